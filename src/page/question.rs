//! One question: its legend is the heading, its answers are large native controls, and "I don't
//! know" is always one of them. Nothing is chosen beforehand and nothing goes on by itself.

use super::answer::{self, short};
use super::form::{Problem, sent_for};
use super::frame::heading;
use super::left;
use super::options;
use super::phrase::Phrase;
use super::select;
use super::speech::Speech;
use super::unsent::Choice;
use super::view::{Node, put, say};
use crate::engine::{Accepted, FactIndex, Kind};

/// A question as it is asked now.
pub(crate) struct Question<'a> {
    /// The words.
    pub(crate) speech: Speech<'a>,
    /// The answers.
    pub(crate) accepted: &'a Accepted,
    /// What is asked.
    pub(crate) fact: FactIndex,
    /// What was chosen for it and is no answer yet.
    pub(crate) choice: Option<&'a Choice>,
    /// The dates that were taken out and are asked once more.
    pub(crate) taken_out: &'a [FactIndex],
}

impl Question<'_> {
    /// Draws the question and gives its heading.
    pub(crate) fn draw(&self, main: &mut Vec<Node>) -> String {
        let content = self.speech.content;
        let Some(words) = content.facts.get(usize::from(self.fact)) else {
            return String::new();
        };
        if let Some(problem) = self.problem() {
            self.summary(problem, main);
        }
        let form = put(main, "form", "");
        let id = content.trial.facts().get(usize::from(self.fact));
        form.set("data-form", id.map_or("", |fact| &fact.id));
        // A browser keeps what was chosen in a form beside its history, for whoever goes back there.
        form.set("autocomplete", "off");
        let section = content.sections.get(usize::from(words.section));
        let section = section.map(|words| self.speech.words(words));
        self.caption(section.unwrap_or_default(), &mut form.children);
        self.fields(&mut form.children);
        let go_on = self.speech.say(Phrase::Continue);
        say(&mut form.children, "button", "primary", go_on).set("type", "submit");
        self.speech.words(&words.question).to_owned()
    }

    fn problem(&self) -> Option<Problem> {
        self.choice.and_then(|choice| choice.problem)
    }

    /// The section, and at most how many questions are left.
    fn caption(&self, section: &str, form: &mut Vec<Node>) {
        let caption = &mut put(form, "p", "caption").children;
        say(caption, "span", "section", section);
        left::draw(self.speech, self.accepted, caption);
    }

    /// The question with why it is asked, help, and its controls.
    fn fields(&self, form: &mut Vec<Node>) {
        let Self { speech, fact, .. } = *self;
        let (Some(words), Some(kind)) = (
            speech.content.facts.get(usize::from(fact)),
            answer::kind(speech, fact),
        ) else {
            return;
        };
        let fieldset = put(form, "fieldset", "");
        let described_by = self.problem().map_or("why", |_| "error why");
        fieldset.set("aria-describedby", described_by);
        let group = &mut fieldset.children;
        heading(
            &mut put(group, "legend", "").children,
            speech.words(&words.question),
        );
        if self.taken_out.contains(&fact) {
            say(group, "p", "note", speech.say(Phrase::AskedAgain));
        }
        say(group, "p", "why", speech.words(&words.why)).set("id", "why");
        help(speech, self.accepted, fact, group);
        if let Some(problem) = self.problem() {
            self.error(problem, group);
        }
        self.controls(kind, group);
    }

    fn controls(&self, kind: &Kind, group: &mut Vec<Node>) {
        let Self { speech, fact, .. } = *self;
        if matches!(kind, Kind::Choices(_)) {
            say(group, "p", "aside", speech.say(Phrase::ChooseAll));
        }
        let answer = self.accepted.answers().get(fact);
        let own = sent_for(&speech.content.trial, fact, answer);
        let sent = self.choice.map_or(&*own, |choice| &choice.sent);
        if kind.is_date() {
            select::draw(speech, self.accepted, fact, sent, group);
        } else {
            options::draw(speech, fact, kind, sent, group);
        }
    }

    /// Above the heading: that there is a problem, and the way to the control that mends it.
    fn summary(&self, problem: Problem, main: &mut Vec<Node>) {
        let summary = put(main, "section", "problem");
        summary
            .set("id", "problem")
            .set("tabindex", "-1")
            .set("aria-labelledby", "problem-title");
        let nodes = &mut summary.children;
        let title = self.speech.say(Phrase::ProblemTitle);
        say(nodes, "h2", "", title).set("id", "problem-title");
        say(nodes, "button", "mend", &self.problem_words(problem))
            .set("type", "button")
            .set("data-focus", problem.control());
    }

    /// The same words again beside the field.
    fn error(&self, problem: Problem, nodes: &mut Vec<Node>) {
        let error = put(nodes, "p", "error");
        error.set("id", "error");
        let prefix = self.speech.say(Phrase::ErrorPrefix);
        say(&mut error.children, "span", "heard", prefix);
        error.write(&self.problem_words(problem));
    }

    fn problem_words(&self, problem: Problem) -> String {
        let name = short(self.speech, self.fact);
        self.speech.fill(problem.phrase(), &[("name", name)])
    }
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
