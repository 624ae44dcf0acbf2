//! One criterion on the result: what it asks, what the answers come to, why, and who goes on from
//! there. The registry's own words are one tap away.

use super::answer::{Reader, given, short};
use super::content::{Change, CriterionWords, Role, Words};
use super::phrase::Phrase;
use super::result::Judged;
use super::speech::Speech;
use super::view::{Node, put, say};
use crate::engine::{
    Accepted, Answer, Criterion, Date, Finding, Period, Truth, day_at, forecast_criterion,
    is_closed, position, rule_truth,
};

/// How a finding is shown: never by colour alone.
pub(crate) struct Mark {
    /// The classes of its colours.
    pub(crate) class: &'static str,
    /// Its sign, which is not read out.
    pub(crate) sign: &'static str,
    /// Its words.
    pub(crate) words: Phrase,
}

/// How a finding is shown.
pub(crate) fn mark(finding: Finding) -> Mark {
    let (class, sign, words) = match finding {
        Finding::Fits => ("badge fits", "✓", Phrase::LooksMet),
        Finding::Conflicts => ("badge conflicts", "!", Phrase::MayNotBeMet),
        Finding::Open => ("badge open", "?", Phrase::NotKnownYet),
        Finding::Team => ("badge team", "…", Phrase::OnlyTeam),
        Finding::NotApplicable => ("badge fits", "–", Phrase::DoesNotApply),
    };
    Mark { class, sign, words }
}

/// Adds the row of one criterion.
pub(crate) fn draw(judged: &Judged, place: usize, list: &mut Vec<Node>) {
    let speech = judged.speech;
    let (Some(criterion), Some(words), Some(finding)) = (
        speech.content.trial.criteria().get(place),
        speech.content.criteria.get(place),
        judged.findings.get(place),
    ) else {
        return;
    };
    let mark = mark(*finding);
    let row = &mut put(list, "li", "point").children;
    say(row, "h3", "", speech.words(&words.plain));
    let state = put(row, "p", "state");
    let badge = &mut put(&mut state.children, "span", mark.class).children;
    say(badge, "span", "sign", mark.sign).set("aria-hidden", "true");
    say(badge, "strong", "", speech.say(mark.words));
    state.write(" ");
    say(&mut state.children, "span", "number", criterion.id());
    answers(speech, &judged.accepted, criterion, row);
    match finding {
        Finding::Fits => optional(speech, words.good.as_ref(), row),
        Finding::Conflicts => conflict(speech, &judged.accepted, place, row),
        Finding::Open => open(judged, criterion, words, row),
        Finding::Team => {
            optional(speech, words.stated.as_ref(), row);
        }
        Finding::NotApplicable => {}
    }
    people(judged, criterion, words, *finding, row);
    registry(speech, words, row);
}

/// What is said of a conflict: why, what may change it, from when, and that a call is welcome.
pub(crate) fn conflict(speech: Speech, accepted: &Accepted, place: usize, nodes: &mut Vec<Node>) {
    let (Some(criterion), Some(words)) = (
        speech.content.trial.criteria().get(place),
        speech.content.criteria.get(place),
    ) else {
        return;
    };
    optional(speech, words.bad.as_ref(), nodes);
    let forecast = forecast_criterion(&speech.content.trial, accepted, criterion);
    if let Some(date) = forecast.may_change_on {
        say(
            nodes,
            "p",
            "note",
            &speech.with_date(Phrase::MayFitFrom, date),
        );
    }
    let changes: Vec<_> = words
        .could_change
        .iter()
        .map(|change| change_words(speech, *change))
        .collect();
    if words.could_change == [Change::Nothing] {
        say(nodes, "p", "", speech.say(Phrase::ChangeNothing));
    } else if !changes.is_empty() && !words.could_change.contains(&Change::Nothing) {
        let changes = speech.list(&changes);
        say(
            nodes,
            "p",
            "",
            &speech.fill(Phrase::WhatMayChange, &[("list", &changes)]),
        );
    }
    say(nodes, "p", "", speech.say(Phrase::StillAsk));
}

fn change_words(speech: Speech<'_>, change: Change) -> &str {
    speech.say(match change {
        Change::Time => Phrase::ChangeTime,
        Change::Growth => Phrase::ChangeGrowth,
        Change::CourseOfIllness => Phrase::ChangeCourseOfIllness,
        Change::NewTest => Phrase::ChangeNewTest,
        Change::Recovery => Phrase::ChangeRecovery,
        Change::Treatment => Phrase::ChangeTreatment,
        Change::Plans => Phrase::ChangePlans,
        Change::Nothing => Phrase::ChangeNothing,
    })
}

/// The answers that the criterion was judged by.
fn answers(speech: Speech, accepted: &Accepted, criterion: &Criterion, row: &mut Vec<Node>) {
    let trial = &speech.content.trial;
    let facts = criterion.facts().iter().copied();
    let facts = facts.filter(|fact| !is_closed(trial, accepted.answers(), *fact));
    let given: Vec<_> = facts
        .filter_map(|fact| {
            let answer = given(speech, accepted, fact, Reader::Sheet)?;
            let values = [("name", short(speech, fact)), ("answer", &answer)];
            Some(speech.fill(Phrase::YourAnswer, &values))
        })
        .collect();
    if !given.is_empty() {
        let given: Vec<_> = given.iter().map(String::as_str).collect();
        let line = put(row, "p", "given");
        line.set("translate", "no");
        say(
            &mut line.children,
            "span",
            "label",
            speech.say(Phrase::YouSaid),
        );
        line.write(&given.join(speech.say(Phrase::AnswerSeparator)));
    }
}

/// Why it is open, told apart: not answered yet, not known, or left open by the protocol's words.
fn open(judged: &Judged, criterion: &Criterion, words: &CriterionWords, row: &mut Vec<Node>) {
    let speech = judged.speech;
    let answers = judged.accepted.answers();
    if criterion
        .facts()
        .iter()
        .any(|fact| judged.questions.contains(fact))
    {
        say(row, "p", "", speech.say(Phrase::NotAnsweredYet));
        return;
    }
    let settled = rule_truth(&speech.content.trial, &judged.accepted, criterion) != Truth::Unknown;
    let unknown = criterion.facts().iter().filter(|fact| {
        answers.get(**fact) == Answer::NotKnown
            && !is_closed(&speech.content.trial, answers, **fact)
    });
    let asks = unknown.filter_map(|fact| speech.content.facts.get(usize::from(*fact)));
    let asks: Vec<_> = asks.map(|fact| speech.words(&fact.ask)).collect();
    if settled || asks.is_empty() {
        optional(speech, words.open.as_ref(), row);
    } else {
        for ask in asks {
            say(row, "p", "", ask);
        }
    }
}

/// What no answer settles, and who does.
fn people(
    judged: &Judged,
    criterion: &Criterion,
    words: &CriterionWords,
    finding: Finding,
    row: &mut Vec<Node>,
) {
    let speech = judged.speech;
    for left in &words.people {
        match left.from_age {
            None => {
                say(row, "p", "", speech.words(&left.words));
            }
            Some(age) if finding != Finding::Conflicts && is_possibly(judged, age) => {
                say(row, "p", "note", speech.words(&left.words));
                if let Some(last) = last_day_of_age(judged, criterion) {
                    say(
                        row,
                        "p",
                        "note",
                        &speech.with_date(Phrase::AgeFitsUntil, last),
                    );
                }
            }
            Some(_) => {}
        }
    }
    if finding != Finding::NotApplicable && !words.roles.is_empty() {
        let roles: Vec<_> = words
            .roles
            .iter()
            .map(|role| role_words(speech, *role))
            .collect();
        let roles = speech.list(&roles);
        say(
            row,
            "p",
            "who",
            &speech.fill(Phrase::WhoSettles, &[("list", &roles)]),
        );
    }
}

fn role_words(speech: Speech<'_>, role: Role) -> &str {
    speech.say(match role {
        Role::Doctor => Phrase::RoleDoctor,
        Role::Team => Phrase::RoleTeam,
    })
}

/// Whether this age, in completed years, is possible today.
fn is_possibly(judged: &Judged, age: u16) -> bool {
    let birth = first_birth(judged);
    birth.is_some_and(|birth| Period::years(age).after(birth) <= judged.accepted.today())
}

/// The last day on which the age certainly is below the criterion's limit, if that lies ahead.
fn last_day_of_age(judged: &Judged, criterion: &Criterion) -> Option<Date> {
    let limit = judged.speech.content.trial.age_below(criterion)?;
    let last = limit.after(first_birth(judged)?).previous_day()?;
    (position(last) >= position(judged.accepted.today())).then_some(last)
}

/// The first day that the birth may be.
fn first_birth(judged: &Judged) -> Option<Date> {
    let birth = judged.speech.content.trial.birth()?;
    match judged.accepted.answers().get(birth) {
        Answer::Date(date) => Some(day_at(date.days().first)),
        _ => None,
    }
}

fn registry(speech: Speech, words: &CriterionWords, row: &mut Vec<Node>) {
    let details = &mut put(row, "details", "original").children;
    say(details, "summary", "", speech.say(Phrase::RegistryWords));
    say(details, "p", "registry", &words.text).set("lang", "en");
}

fn optional(speech: Speech, words: Option<&Words>, nodes: &mut Vec<Node>) {
    if let Some(words) = words {
        say(nodes, "p", "", speech.words(words));
    }
}
