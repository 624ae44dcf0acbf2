//! One row of the sheet: a criterion as the registry numbers it, what was answered and what that
//! comes to. Beside the registry's words an exclusion is not "met": it applies or it does not.

use super::super::age;
use super::super::answer::short;
use super::super::content::CriterionWords;
use super::super::criterion::{answers, mark};
use super::super::judged::Judged;
use super::super::phrase::Phrase;
use crate::engine::{Criterion, Finding, Polarity};

/// A criterion on the sheet.
pub(super) struct Row<'a> {
    /// Its number in the registry, such as `I2`.
    pub(super) number: &'a str,
    /// Inclusion or exclusion.
    pub(super) polarity: Polarity,
    /// The registry's words, in English.
    pub(super) registry: &'a str,
    /// Plain words, in the good direction.
    pub(super) plain: &'a str,
    /// The sign of the finding.
    pub(super) sign: &'static str,
    /// The classes of the finding's colours.
    pub(super) class: &'static str,
    /// The finding in words.
    pub(super) finding: &'a str,
    /// The answers that it rests on, and what is not answered yet; empty where none is asked for.
    pub(super) answer: String,
    /// Until when the age limit is met, where that matters.
    pub(super) until: Option<String>,
}

impl Row<'_> {
    /// What is told beside the finding: the answer, and until when it holds; only what there is.
    pub(super) fn told(&self) -> impl Iterator<Item = &str> {
        let answer = Some(self.answer.as_str());
        let answer = answer.filter(|answer| !answer.is_empty());
        answer.into_iter().chain(self.until.as_deref())
    }
}

/// The rows of all criteria, in the order of the registry.
pub(super) fn rows<'a>(judged: &Judged<'a>) -> Vec<Row<'a>> {
    let content = judged.speech.content;
    let criteria = content.trial.criteria().iter().zip(&content.criteria);
    let judgements = criteria.zip(&judged.findings);
    let rows =
        judgements.map(|((criterion, words), finding)| row(judged, criterion, words, *finding));
    rows.collect()
}

fn row<'a>(
    judged: &Judged<'a>,
    criterion: &'a Criterion,
    words: &'a CriterionWords,
    finding: Finding,
) -> Row<'a> {
    let speech = judged.speech;
    let mark = mark(finding);
    let last = age::last_day_to_say(judged, criterion, words);
    Row {
        number: criterion.id(),
        polarity: criterion.polarity(),
        registry: &words.text,
        plain: speech.words(&words.plain),
        sign: mark.sign,
        class: mark.class,
        finding: speech.say(in_words(criterion.polarity(), finding)),
        answer: answer(judged, criterion, finding),
        until: last.map(|last| speech.with_date(Phrase::AgeFitsUntil, last)),
    }
}

/// The answers given. Where the point is open, also what was not asked yet: whoever reads the sheet
/// has to tell it from what the family does not know.
fn answer(judged: &Judged, criterion: &Criterion, finding: Finding) -> String {
    let speech = judged.speech;
    let mut answer = answers(speech, &judged.accepted, criterion);
    if finding != Finding::Open {
        return answer;
    }
    let not_answered = speech.say(Phrase::SheetNotAnswered);
    if answer.is_empty() {
        return not_answered.to_owned();
    }
    let facts = criterion.facts().iter().copied();
    for fact in facts.filter(|fact| judged.questions.contains(fact)) {
        let values = [("name", short(speech, fact)), ("answer", not_answered)];
        answer.push_str(speech.say(Phrase::AnswerSeparator));
        answer.push_str(&speech.fill(Phrase::YourAnswer, &values));
    }
    answer
}

fn in_words(polarity: Polarity, finding: Finding) -> Phrase {
    match (polarity, finding) {
        (Polarity::Exclusion, Finding::Fits) => Phrase::SheetAbsent,
        (Polarity::Exclusion, Finding::Conflicts) => Phrase::SheetPresent,
        (_, Finding::Team) => Phrase::SheetTeam,
        _ => mark(finding).words,
    }
}

/// The heading of a part of the rows: inclusion or exclusion.
pub(super) fn part(polarity: Polarity) -> Phrase {
    match polarity {
        Polarity::Inclusion => Phrase::SheetInclusion,
        Polarity::Exclusion => Phrase::SheetExclusion,
    }
}

/// The rows with the part that begins with each, where one begins.
pub(super) fn with_parts<'r, 'a>(
    rows: &'r [Row<'a>],
) -> impl Iterator<Item = (Option<Polarity>, &'r Row<'a>)> {
    let before = core::iter::once(None).chain(rows.iter().map(|row| Some(row.polarity)));
    rows.iter().zip(before).map(|(row, before)| {
        let begins = before != Some(row.polarity);
        (begins.then_some(row.polarity), row)
    })
}
