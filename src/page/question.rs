//! One question: its legend is the heading, its answers are large native controls, and "I don't
//! know" is always one of them. Nothing is chosen beforehand and nothing goes on by itself.

use super::answer::{self, short};
use super::app::Pending;
use super::form::{Problem, sent_for};
use super::frame::heading;
use super::options;
use super::phrase::Phrase;
use super::select;
use super::speech::Speech;
use super::view::{Node, put, say};
use crate::engine::{Accepted, FactIndex, Kind};

/// Draws a question and gives its heading.
pub(crate) fn draw(
    speech: Speech,
    accepted: &Accepted,
    fact: FactIndex,
    pending: Option<&Pending>,
    main: &mut Vec<Node>,
) -> String {
    let Some(words) = speech.content.facts.get(usize::from(fact)) else {
        return String::new();
    };
    if let Some(problem) = pending.and_then(|pending| pending.problem) {
        summary(speech, fact, problem, main);
    }
    let form = put(main, "form", "");
    let id = speech.content.trial.facts().get(usize::from(fact));
    form.set("data-form", id.map_or("", |fact| &fact.id));
    // A browser keeps what was chosen in a form beside its history, for whoever goes back there.
    form.set("autocomplete", "off");
    if let Some(section) = speech.content.sections.get(usize::from(words.section)) {
        say(&mut form.children, "p", "caption", speech.words(section));
    }
    fields(speech, accepted, fact, pending, &mut form.children);
    let go_on = speech.say(Phrase::Continue);
    say(&mut form.children, "button", "primary", go_on).set("type", "submit");
    speech.words(&words.question).to_owned()
}

/// The question with why it is asked, help, and its controls.
fn fields(
    speech: Speech,
    accepted: &Accepted,
    fact: FactIndex,
    pending: Option<&Pending>,
    form: &mut Vec<Node>,
) {
    let (Some(words), Some(kind)) = (
        speech.content.facts.get(usize::from(fact)),
        answer::kind(speech, fact),
    ) else {
        return;
    };
    let fieldset = put(form, "fieldset", "");
    let problem = pending.and_then(|pending| pending.problem);
    let described_by = problem.map_or("why", |_| "error why");
    fieldset.set("aria-describedby", described_by);
    let group = &mut fieldset.children;
    let legend = &mut put(group, "legend", "").children;
    heading(legend, speech.words(&words.question));
    say(group, "p", "why", speech.words(&words.why)).set("id", "why");
    help(speech, accepted, fact, group);
    if let Some(problem) = problem {
        error(speech, fact, problem, group);
    }
    if matches!(kind, Kind::Choices(_)) {
        say(group, "p", "aside", speech.say(Phrase::ChooseAll));
    }
    let own = sent_for(&speech.content.trial, fact, accepted.answers().get(fact));
    let sent = pending.map_or(&*own, |pending| &pending.sent);
    if kind.is_date() {
        select::draw(speech, accepted, fact, sent, group);
    } else {
        options::draw(speech, fact, kind, sent, group);
    }
}

/// Above the heading: that there is a problem, and the way to the control that mends it.
fn summary(speech: Speech, fact: FactIndex, problem: Problem, main: &mut Vec<Node>) {
    let summary = put(main, "section", "problem");
    summary
        .set("id", "problem")
        .set("tabindex", "-1")
        .set("aria-labelledby", "problem-title");
    let title = speech.say(Phrase::ProblemTitle);
    say(&mut summary.children, "h2", "", title).set("id", "problem-title");
    say(
        &mut summary.children,
        "button",
        "mend",
        &problem_words(speech, fact, problem),
    )
    .set("type", "button")
    .set("data-focus", problem.control());
}

/// The same words again beside the field.
fn error(speech: Speech, fact: FactIndex, problem: Problem, nodes: &mut Vec<Node>) {
    let error = put(nodes, "p", "error");
    error.set("id", "error");
    say(
        &mut error.children,
        "span",
        "heard",
        speech.say(Phrase::ErrorPrefix),
    );
    error.write(&problem_words(speech, fact, problem));
}

fn problem_words(speech: Speech, fact: FactIndex, problem: Problem) -> String {
    speech.fill(problem.phrase(), &[("name", short(speech, fact))])
}

/// The long help, and for a date the days on which the study's periods begin.
fn help(speech: Speech, accepted: &Accepted, fact: FactIndex, nodes: &mut Vec<Node>) {
    let mut lines = Vec::new();
    let words = speech.content.facts.get(usize::from(fact));
    if let Some(help) = words.and_then(|words| words.help.as_ref()) {
        lines.push(speech.words(help).to_owned());
    }
    if answer::kind(speech, fact) == Some(&Kind::Date) {
        for period in speech.content.trial.date_limits(fact) {
            let day = speech.date(period.before(accepted.today()));
            let period = speech.period(period);
            lines.push(speech.fill(Phrase::HelpPeriod, &[("period", &period), ("date", &day)]));
        }
    }
    if !lines.is_empty() {
        let details = &mut put(nodes, "details", "help").children;
        say(details, "summary", "", speech.say(Phrase::Help));
        for line in lines {
            say(details, "p", "", &line);
        }
    }
}
