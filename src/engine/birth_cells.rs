//! How exactly a birth has to be known on one day: the days that it may be, cut into cells within
//! which nothing depends on the day. Who hands answers on without the date of birth names cells.
//!
//! The cuts are those of the completed years, and the days at which a finding turns: ends of the
//! ages, and ends of other dates that the birth bounds, where such a date is given. A date that is
//! still to be asked makes no cut: the birth decides no finding through it today.

use super::acceptance::{Accepted, OLDEST_YEARS, birth_days, is_closed};
use super::answer::Answers;
use super::calendar::{Period, day_at, position};
use super::fact::FactIndex;
use super::interval::Interval;
use super::order::in_order_once;
use super::trial::{Test, Trial};
use time::Date;

/// A cell of fewer days than these may tell the birth to the day.
const FEW_DAYS: u64 = 30;

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
/// ends today. Findings are the same for any two births of one cell, and for the cell as a whole.
/// Questions worth asking for one of its births are worth asking for the cell, and rarely one more:
/// about a date that for some of these births only could lie far enough back.
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
    let starts = in_order_once(starts);
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
/// reach it: all that a code says of their birth beside the cell.
#[must_use]
pub fn age_limit_until(trial: &Trial, accepted: &Accepted) -> Option<Date> {
    let first = birth_days(trial, accepted.answers())?.first;
    let limit = cell_of(trial, accepted, first)?.limit?;
    limit.after(day_at(first)).previous_day()
}

/// Whether the cells in which the birth may begin and end tell it to a few days: rules that have to
/// be told apart turn so close to each other.
#[must_use]
pub fn is_birth_told(trial: &Trial, accepted: &Accepted) -> bool {
    let Some(days) = birth_days(trial, accepted.answers()) else {
        return false;
    };
    let ends = [days.first, days.last.min(position(accepted.today()))];
    let mut cells = ends
        .into_iter()
        .filter_map(|day| cell_of(trial, accepted, day));
    cells.any(|cell| cell.days.last.abs_diff(cell.days.first) + 1 < FEW_DAYS)
}

fn cell_of(trial: &Trial, accepted: &Accepted, day: i64) -> Option<BirthCell> {
    let cells = birth_cells(trial, accepted.answers(), accepted.today());
    let mut holding = cells
        .into_iter()
        .filter(|cell| Interval::point(day).within(cell.days));
    holding.next()
}

/// Whether a comparison of this fact turns a finding between births before the day `end` and births
/// from it on. Another date begins with the birth, so it does if it is given and may lie on both
/// sides.
fn turns(trial: &Trial, answers: &Answers, fact: FactIndex, end: i64) -> bool {
    if Some(fact) == trial.birth {
        return true;
    }
    let days = answers.get(fact).days();
    !is_closed(trial, answers, fact)
        && days.is_some_and(|days| days.first < end && end <= days.last)
}
