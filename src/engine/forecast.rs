//! What time alone changes. The same answers are judged on later days, as `findings` would judge
//! them then. Only the days are tried on which some comparison of dates can change, so the result
//! equals a search day by day.

use super::acceptance::{Accepted, birth_days};
use super::calendar::{Period, day_at, position};
use super::fact::FactIndex;
use super::interval::Interval;
use super::order::in_order_once;
use super::screening::{Finding, Person};
use super::trial::{Criterion, Trial};
use time::Date;

/// How many years ahead the forecast looks, the last day included.
pub const YEARS_AHEAD: u16 = 20;

/// When time alone changes a conflict. At most one of the two is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The first day after today without a conflict, where there is one today.
    pub may_change_on: Option<Date>,
    /// The last day without a conflict, where there is none today.
    pub holds_until: Option<Date>,
}

/// The forecast for the verdict of the trial.
#[must_use]
pub fn forecast(trial: &Trial, accepted: &Accepted) -> Forecast {
    look_ahead(trial, accepted, &trial.criteria)
}

/// The forecast for one criterion alone.
#[must_use]
pub fn forecast_criterion(trial: &Trial, accepted: &Accepted, criterion: &Criterion) -> Forecast {
    look_ahead(trial, accepted, core::slice::from_ref(criterion))
}

fn look_ahead(trial: &Trial, accepted: &Accepted, criteria: &[Criterion]) -> Forecast {
    let conflicts = |day: Date, which: fn(&Criterion) -> bool| {
        let person = Person::new(trial, accepted.answers(), day);
        let mut judged = criteria.iter().filter(|criterion| which(criterion));
        judged.any(|criterion| person.finding(criterion) == Finding::Conflicts)
    };
    // A conflict that no date brings about does not end by itself.
    if conflicts(accepted.today(), |criterion| !criterion.dated) {
        return Forecast {
            may_change_on: None,
            holds_until: None,
        };
    }
    let conflicts_today = conflicts(accepted.today(), |criterion| criterion.dated);
    let mut days = turning_days(trial, accepted, criteria)
        .into_iter()
        .map(day_at);
    let change = days.find(|day| conflicts(*day, |criterion| criterion.dated) != conflicts_today);
    Forecast {
        may_change_on: change.filter(|_| conflicts_today),
        holds_until: change
            .filter(|_| !conflicts_today)
            .and_then(Date::previous_day),
    }
}

/// The days ahead, in order, on which a comparison of dates can change: those on which the day
/// counted back first reaches an end of what is known of its date, and first lies after it.
fn turning_days(trial: &Trial, accepted: &Accepted, criteria: &[Criterion]) -> Vec<i64> {
    let today = accepted.today();
    let ahead = Interval {
        first: position(today) + 1,
        last: position(Period::years(YEARS_AHEAD).after(today)),
    };
    let mut days = Vec::new();
    for criterion in criteria {
        criterion.for_each_comparison(&mut |fact, test| {
            let Some(known) = known_days(trial, accepted, fact) else {
                return;
            };
            for period in test.periods() {
                let ends = [known.first, known.first + 1, known.last, known.last + 1];
                days.extend(ends.map(|end| position(period.after(day_at(end)))));
            }
        });
    }
    days.retain(|day| Interval::point(*day).within(ahead));
    in_order_once(days)
}

/// The days that a date may be, as far as they do not depend on the day of judging.
fn known_days(trial: &Trial, accepted: &Accepted, fact: FactIndex) -> Option<Interval> {
    let days = accepted.answers().get(fact).days()?;
    let first = birth_days(trial, accepted.answers()).map_or(i64::MIN, |birth| birth.first);
    Some(days.meet(Interval {
        first,
        last: i64::MAX,
    }))
}
