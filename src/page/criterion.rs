//! One criterion on the result: what it asks, what the answers come to, why, and who goes on from
//! there. The registry's own words are one tap away.

use super::age;
use super::answer::{Reader, given, short};
use super::conflict;
use super::content::{CriterionWords, Language, Role, Words};
use super::judged::Judged;
use super::phrase::Phrase;
use super::speech::Speech;
use super::view::{Node, put, say};
use crate::engine::{Accepted, Criterion, Finding, Truth, is_closed, rule_truth, undecided};

/// How a finding is shown: never by colour alone.
pub(crate) struct FindingMark {
    /// The id of its group.
    pub(crate) id: &'static str,
    /// The classes of its colours.
    pub(crate) class: &'static str,
    /// Its sign, which is not read out.
    pub(crate) sign: &'static str,
    /// Its words.
    pub(crate) words: Phrase,
}

/// How a finding is shown.
pub(crate) fn mark(finding: Finding) -> FindingMark {
    let (id, class, sign, words) = match finding {
        Finding::Fits => ("fits", "badge fits", "✓", Phrase::LooksMet),
        Finding::Conflicts => ("conflicts", "badge conflicts", "!", Phrase::MayNotBeMet),
        Finding::Open => ("open", "badge open", "?", Phrase::NotKnownYet),
        Finding::Team => ("team", "badge team", "…", Phrase::OnlyTeam),
        Finding::NotApplicable => ("apart", "badge fits", "–", Phrase::DoesNotApply),
    };
    FindingMark {
        id,
        class,
        sign,
        words,
    }
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
    let row = &mut put(list, "li", "point").children;
    if *finding == Finding::Conflicts {
        say(row, "p", "short", speech.say(Phrase::AskedFor));
    }
    say(row, "h3", "", speech.words(&words.plain));
    state(speech, criterion, *finding, row);
    let given = answers(speech, &judged.accepted, criterion);
    if !given.is_empty() {
        let line = put(row, "p", "given");
        line.set("translate", "no");
        let label = speech.say(Phrase::YouSaid);
        say(&mut line.children, "span", "label", label);
        line.write(&given);
    }
    match finding {
        Finding::Fits => optional(speech, words.good.as_ref(), row),
        Finding::Conflicts => conflict::draw(speech, &judged.accepted, place, row),
        Finding::Open => open(judged, criterion, words, row),
        Finding::Team => {
            optional(speech, words.stated.as_ref(), row);
        }
        Finding::NotApplicable => {}
    }
    people(judged, criterion, words, *finding, row);
    registry(speech, words, row);
}

/// The finding as a sign and words, with the number in the registry.
fn state(speech: Speech, criterion: &Criterion, finding: Finding, row: &mut Vec<Node>) {
    let mark = mark(finding);
    let state = put(row, "p", "state");
    let badge = &mut put(&mut state.children, "span", mark.class).children;
    say(badge, "span", "sign", mark.sign).set("aria-hidden", "true");
    say(badge, "strong", "", speech.say(mark.words));
    state.write(" ");
    say(&mut state.children, "span", "number", criterion.id());
}

/// The answers that the criterion was judged by, in one line; empty if none was given.
pub(crate) fn answers(speech: Speech, accepted: &Accepted, criterion: &Criterion) -> String {
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
    given.join(speech.say(Phrase::AnswerSeparator))
}

/// Why it is open, told apart: not answered yet, not known, or left open by the protocol's words.
fn open(judged: &Judged, criterion: &Criterion, words: &CriterionWords, row: &mut Vec<Node>) {
    let speech = judged.speech;
    if criterion
        .facts()
        .iter()
        .any(|fact| judged.questions.contains(fact))
    {
        say(row, "p", "", speech.say(Phrase::NotAnsweredYet));
        return;
    }
    let settled = rule_truth(&speech.content.trial, &judged.accepted, criterion) != Truth::Unknown;
    let not_known = judged.not_known(criterion).into_iter();
    let asks = not_known.filter_map(|fact| speech.content.facts.get(usize::from(fact)));
    let asks: Vec<_> = asks.map(|fact| speech.words(&fact.ask)).collect();
    for ask in asks.iter().filter(|_| !settled) {
        say(row, "p", "", ask);
    }
    let undecided = undecided(&speech.content.trial, &judged.accepted, criterion);
    if settled || asks.is_empty() || !undecided.is_empty() {
        optional(speech, words.open.as_ref(), row);
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
            Some(age)
                if age::is_possible(judged, age)
                    && !age::is_over_limit(speech, &judged.accepted, criterion) =>
            {
                let note = say(row, "p", "note", speech.words(&left.words));
                if let Some(last) = age::last_day_below_limit(judged, criterion) {
                    // Chinese has no space between sentences.
                    if speech.language == Language::En {
                        note.write(" ");
                    }
                    note.write(&speech.with_date(Phrase::AgeFitsUntil, last));
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
            "settles",
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

fn registry(speech: Speech, words: &CriterionWords, row: &mut Vec<Node>) {
    let details = &mut put(row, "details", "original").children;
    say(details, "summary", "", speech.say(Phrase::RegistryWords));
    say(details, "p", "registry", &words.text).set("lang", "en");
}

/// Adds a text of the trial, if there is one.
pub(crate) fn optional(speech: Speech, words: Option<&Words>, nodes: &mut Vec<Node>) {
    if let Some(words) = words {
        say(nodes, "p", "", speech.words(words));
    }
}
