//! Every way in which what is missing or known in part may turn out, of each group of values that
//! are judged alike at least one.

use super::trials::Tried;
use crate::random::completions::values;
use crate::random::plain::closed;
use prescreen::engine::{
    Accepted, Answer, Answers, Date, Interval, Kind, PartialDate, accept, day_at,
};

/// The most completions that are looked at.
const MOST: usize = 2_000;

/// The completions of the answers; none if there are too many. A completion closes no follow-up that
/// was answered: whoever answered it has it open.
pub(crate) fn completions(tried: &Tried, partial: &Accepted) -> Option<Vec<Accepted>> {
    let (definition, given) = (&tried.definition, partial.answers());
    let mut all = vec![given.clone()];
    for index in 0..definition.facts.len() {
        let values = possible(tried, given, index, partial.today());
        all = all
            .into_iter()
            .flat_map(|each| {
                let values = match closed(definition, &each, index) {
                    true => vec![each.get(index as u8)],
                    false => values.clone(),
                };
                values
                    .into_iter()
                    .map(move |value| each.clone().with(index as u8, value))
            })
            .collect();
        if all.len() > MOST {
            return None;
        }
    }
    let keeps = |each: &Answers| {
        (0..definition.facts.len()).all(|index| {
            let answer = given.get(index as u8);
            matches!(answer, Answer::Unanswered | Answer::NotKnown)
                || closed(definition, given, index)
                || !closed(definition, each, index)
        })
    };
    all.retain(keeps);
    let accepted = all
        .into_iter()
        .map(|each| accept(&tried.trial, each, partial.today()));
    Some(accepted.filter_map(Result::ok).collect())
}

/// Whether every fact may turn out to be anything, whatever the others are: none is a follow-up, and
/// no birth is compared beside a date, which it bounds.
pub(crate) fn range_freely(tried: &Tried) -> bool {
    let facts = &tried.definition.facts;
    let any = |kind: Kind| facts.iter().any(|fact| fact.kind == kind);
    facts.iter().all(|fact| fact.gate.is_none()) && !(any(Kind::BirthDate) && any(Kind::Date))
}

fn possible(tried: &Tried, given: &Answers, index: usize, today: Date) -> Vec<Answer> {
    let answer = given.get(index as u8);
    let all = || values(&tried.definition, given, index, today);
    match answer {
        Answer::Unanswered | Answer::NotKnown => all(),
        Answer::Date(date) => {
            let days = date.days();
            let ends = [days.first, days.last]
                .map(day_at)
                .map(PartialDate::Day)
                .map(Answer::Date);
            let inside = move |other: &Answer| {
                other.days().is_some_and(|day| day.within(days)) && !ends.contains(other)
            };
            ends.into_iter()
                .chain(all().into_iter().filter(inside))
                .collect()
        }
        Answer::Quantity(amounts) => {
            let ends = [amounts.first, amounts.last]
                .map(Interval::point)
                .map(Answer::Quantity);
            let inside =
                |other: &Answer| matches!(other, Answer::Quantity(at) if at.within(amounts));
            ends.into_iter()
                .chain(all().into_iter().filter(inside))
                .collect()
        }
        other => vec![other],
    }
}
