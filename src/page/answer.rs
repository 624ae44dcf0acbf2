//! Answers in words: what a person chose, as it was offered.

use super::age;
use super::bands;
use super::phrase::Phrase;
use super::speech::Speech;
use crate::engine::{Accepted, Answer, FactIndex, Interval, Kind};

/// One answer that can be tapped.
pub(crate) struct Choice<'a> {
    /// The index of the value.
    pub(crate) value: u8,
    /// What is tapped.
    pub(crate) label: &'a str,
    /// One more line.
    pub(crate) hint: Option<&'a str>,
}

/// Whether a sheet shows the answer, or the person who gave it checks it. A sheet is handed on, so
/// it never shows a date of birth, only the age.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reader {
    /// The person who gave the answer.
    Family,
    /// Whoever the sheet is handed to.
    Sheet,
}

/// The answers offered for a choice, a scale, choices, or yes or no.
pub(crate) fn choices(speech: Speech<'_>, fact: FactIndex) -> Vec<Choice<'_>> {
    let written = match speech.content.facts.get(usize::from(fact)) {
        Some(words) => &*words.choices,
        None => &[],
    };
    if written.is_empty() && is_yes_no(speech, fact) {
        return [(1, Phrase::Yes), (0, Phrase::No)]
            .map(|(value, phrase)| Choice {
                value,
                label: speech.say(phrase),
                hint: None,
            })
            .into();
    }
    let choices = written.iter().map(|choice| Choice {
        value: choice.value,
        label: speech.words(&choice.label),
        hint: choice.hint.as_ref().map(|hint| speech.words(hint)),
    });
    choices.collect()
}

fn is_yes_no(speech: Speech, fact: FactIndex) -> bool {
    kind(speech, fact) == Some(&Kind::YesNo)
}

/// The kind of a fact.
pub(crate) fn kind(speech: Speech<'_>, fact: FactIndex) -> Option<&Kind> {
    let facts = speech.content.trial.facts();
    facts.get(usize::from(fact)).map(|fact| &fact.kind)
}

/// The short name of a fact.
pub(crate) fn short(speech: Speech<'_>, fact: FactIndex) -> &str {
    let words = speech.content.facts.get(usize::from(fact));
    words.map_or("", |words| speech.words(&words.short))
}

/// The words of "none of these" of a fact.
pub(crate) fn none(speech: Speech<'_>, fact: FactIndex) -> &str {
    let words = speech.content.facts.get(usize::from(fact));
    let none = words.and_then(|words| words.none.as_ref());
    none.map_or(speech.say(Phrase::NoneOfThese), |none| speech.words(none))
}

/// The answer given to a fact, in words; none if it was not answered.
pub(crate) fn given(
    speech: Speech,
    accepted: &Accepted,
    fact: FactIndex,
    reader: Reader,
) -> Option<String> {
    let label = |value| {
        let choices = choices(speech, fact);
        let found = choices.into_iter().find(|choice| choice.value == value);
        found.map_or("", |choice| choice.label)
    };
    Some(match accepted.answers().get(fact) {
        Answer::Unanswered => return None,
        Answer::NotKnown => speech.say(Phrase::NotKnown).to_owned(),
        Answer::Value(value) => label(value).to_owned(),
        Answer::Values(0) => none(speech, fact).to_owned(),
        Answer::Values(values) => {
            let chosen: Vec<_> = choices(speech, fact)
                .into_iter()
                .filter(|choice| values >> choice.value & 1 == 1)
                .map(|choice| choice.label)
                .collect();
            speech.list(&chosen)
        }
        Answer::Date(birth) if kind(speech, fact) == Some(&Kind::BirthDate) => {
            let age = age::words(speech, birth, accepted.today());
            let date = speech.partial_date(birth);
            match reader {
                Reader::Family => speech.fill(Phrase::AgeBorn, &[("age", &age), ("date", &date)]),
                Reader::Sheet => age,
            }
        }
        Answer::Date(date) => speech.partial_date(date),
        Answer::BornWithin(days) => age::between(speech, days, accepted.today()),
        Answer::Quantity(amounts) => band(speech, fact, amounts),
    })
}

/// The words of an amount: those of its band, and for any other that it is known.
fn band(speech: Speech, fact: FactIndex, amounts: Interval) -> String {
    let Some(Kind::Quantity(dimension)) = kind(speech, fact) else {
        return String::new();
    };
    match bands::place(&speech.content.trial, fact, amounts) {
        Some(place) => bands::label(speech, fact, *dimension, place),
        None => speech.say(Phrase::BandAny).to_owned(),
    }
}
