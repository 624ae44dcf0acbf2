//! What time alone changes, found by looking at each of the coming days of
//! twenty years. Only I2, E2 and E8 can conflict on one day and not on another
//! (I6 is soft), so only they are looked at again; nothing is computed ahead.

use super::answers::Answers;
use super::answers::Fact::*;
use super::calendar::{birthday, days_later, years_before};
use super::criteria::{Finding, finding, findings};
use super::rules::{Truth, weight_reaches_ten};
use time::Date;

/// `may_change_on` and `holds_until`.
pub(crate) fn forecast(answers: &Answers, today: Date) -> (Option<Date>, Option<Date>) {
    let fixed = findings(answers, today)
        .into_iter()
        .any(|(id, finding)| finding == Finding::Conflicts && !["I2", "E2", "E8"].contains(&id));
    if fixed {
        return (None, None);
    }
    let conflict_today = conflict_on(answers, today);
    let end = birthday(today, 20);
    let mut day = days_later(today, 1);
    while day <= end {
        if conflict_on(answers, day) != conflict_today {
            return if conflict_today {
                (Some(day), None)
            } else {
                (None, Some(days_later(day, -1)))
            };
        }
        day = days_later(day, 1);
    }
    (None, None)
}

/// Whether I2, E2 or E8 conflicts on that day.
fn conflict_on(answers: &Answers, day: Date) -> bool {
    weight_reaches_ten(answers) == Truth::No
        || no_possible_age_fits(answers, day)
        || conflict_by_date(answers, day, "E2")
        || conflict_by_date(answers, day, "E8")
}

/// Even the oldest child that it may be is too young, or even the youngest
/// is too old.
fn no_possible_age_fits(answers: &Answers, day: Date) -> bool {
    match answers.possible_days(BirthDate, day) {
        None => false,
        Some(born) => birthday(born.first, 3) > day || birthday(born.last, 19) <= day,
    }
}

/// E2 and E8 conflict as long as even the earliest possible day is near
/// enough, so the days between need no look of their own.
fn conflict_by_date(answers: &Answers, day: Date, id: &str) -> bool {
    let (fact, limit) = match id {
        "E2" => (OtherCancerFound, years_before(day, 3)),
        _ => (AlloHsctDate, days_later(day, -42)),
    };
    match answers.possible_days(fact, day) {
        Some(days) if days.first >= limit => finding(id, answers, day) == Finding::Conflicts,
        _ => false,
    }
}
