//! How exactly a birth has to be known on one day: the days that it may be, cut into cells within
//! which nothing depends on the day. Who hands answers on without the date of birth names cells.
//!
//! The cuts are those of the completed years, and the days at which a comparison turns: ends of the
//! ages, and ends of other dates that the birth bounds, where they are asked or given.

use super::acceptance::{Accepted, OLDEST_YEARS, birth_days, is_closed};
use super::answer::{Answer, Answers};
use super::calendar::{Period, day_at, position};
use super::fact::FactIndex;
use super::interval::Interval;
use super::trial::{Test, Trial};
use time::Date;

/// Births that are alike on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BirthCell {
    /// The days.
    pub days: Interval,
    /// The age from which on a comparison no longer holds, where those born in this cell are the
    /// next to reach it: 19 years for those who are 18.
    pub limit: Option<Period>,
}

/// The cells of all births that are accepted on the day `today`, the earliest first; the last one
/// ends today. Findings and questions worth asking are the same for any two births of one cell.
#[must_use]
pub fn birth_cells(trial: &Trial, answers: &Answers, today: Date) -> Vec<BirthCell> {
    let youngest = position(today);
    let years_ago = |years: u16| position(Period::years(years).before(today)) + 1;
    let mut starts: Vec<_> = (1..=OLDEST_YEARS + 1).map(years_ago).collect();
    let mut limits = Vec::new();
    trial.for_each_comparison(&mut |fact, test| {
        let Some(held) = test.days(today) else { return };
        let ends = [held.first, held.last.saturating_add(1)];
        starts.extend(ends.iter().filter(|end| turns(trial, answers, fact, **end)));
        if let (true, Test::Days { first, .. }) = (Some(fact) == trial.birth, test) {
            limits.extend(first.map(|end| (held.first, end.before_today)));
        }
    });
    let oldest = years_ago(OLDEST_YEARS + 1);
    starts.retain(|start| (oldest..=youngest).contains(start));
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).map(|next| next - 1);
    let cells = starts.iter().zip(ends.chain([youngest]));
    let cell = |(&first, last)| BirthCell {
        days: Interval { first, last },
        limit: limits
            .iter()
            .find(|(held, _)| *held == first)
            .map(|each| each.1),
    };
    cells.map(cell).collect()
}

/// The last day on which the upper age limit is certainly met, for someone who may be the next to
/// reach it: all that a code says of their birth beside the age.
#[must_use]
pub fn age_limit_until(trial: &Trial, accepted: &Accepted) -> Option<Date> {
    let first = birth_days(trial, accepted.answers())?.first;
    let cells = birth_cells(trial, accepted.answers(), accepted.today());
    let mut holding = cells
        .iter()
        .filter(|cell| Interval::point(first).within(cell.days));
    let limit = holding.next()?.limit?;
    limit.after(day_at(first)).previous_day()
}

/// Whether a comparison of this fact can turn between births before the day `end` and births from
/// it on. Another date begins with the birth, so it turns there if it may lie on both sides.
fn turns(trial: &Trial, answers: &Answers, fact: FactIndex, end: i64) -> bool {
    if Some(fact) == trial.birth {
        return true;
    }
    let answer = answers.get(fact);
    let counts = !is_closed(trial, answers, fact);
    counts
        && (answer == Answer::Unanswered
            || answer
                .days()
                .is_some_and(|days| days.first < end && end <= days.last))
}
