//! The births that completions may choose. Only those are tried between which some comparison can
//! change; of those that are alike the earliest stands for all, as it leaves other dates most room.

use crate::engine::acceptance::{Accepted, earliest};
use crate::engine::answer::Answer;
use crate::engine::calendar::position;
use crate::engine::fact::FactIndex;
use crate::engine::interval::Interval;
use crate::engine::order::in_order_once;
use crate::engine::trial::{Criterion, Trial};

/// The birth in each of two completions; none if it is not known, and then it bounds nothing.
pub(super) type Births = [Option<Interval>; 2];

/// Every choice of the birth that must be tried for one criterion and one question. The two
/// completions differ in the birth only if the birth is what is asked; then neighbours suffice,
/// because every birth between two possible ones is possible with the same other answers.
pub(super) fn births(
    trial: &Trial,
    accepted: &Accepted,
    criterion: &Criterion,
    asked: FactIndex,
) -> Vec<Births> {
    let Some(birth) = trial.birth else {
        return vec![[None; 2]];
    };
    let given = accepted.answers().get(birth);
    if given != Answer::Unanswered {
        return vec![[given.days(); 2]];
    }
    let days = turning_births(accepted, criterion, birth);
    let point = |day: i64| Some(Interval::point(day));
    if asked == birth {
        days.windows(2)
            .map(|pair| [point(pair[0]), point(pair[1])])
            .collect()
    } else {
        days.into_iter().map(|day| [point(day); 2]).collect()
    }
}

fn turning_births(accepted: &Accepted, criterion: &Criterion, birth: FactIndex) -> Vec<i64> {
    let today = accepted.today();
    let possible = Interval {
        first: earliest(today),
        last: position(today),
    };
    let mut days = vec![possible.first];
    criterion.for_each_comparison(&mut |fact, test| {
        let given = accepted.answers().get(fact).days().is_some();
        if let Some(held) = test.days(today).filter(|_| fact == birth || given) {
            days.extend([held.first, held.last.saturating_add(1)]);
        }
    });
    if criterion.dated {
        // A birth after every day that another date may be is refused.
        let given = accepted
            .answers()
            .iter()
            .filter_map(|(_, answer)| Some(answer.days()?.last + 1));
        days.extend(given);
    }
    days.retain(|day| Interval::point(*day).within(possible));
    in_order_once(days)
}
