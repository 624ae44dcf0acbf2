//! The example persons with what the engine says of each. It draws the table of them; the engine
//! decides what stands in it.

use super::draw::{Said, cell, heading, id_of, row, said, sentence, table};
use super::sources::Sources;
use super::written::{WrittenExample, plain};
use crate::engine::{Accepted, Date, Finding, Given, Iso, Verdict, accept_given, findings};
use crate::page::view::{Node, put, say};

/// An example person, screened.
pub(super) struct Person {
    pub(super) name: String,
    pub(super) on: Date,
    pub(super) answers: Vec<(String, Given)>,
    pub(super) accepted: Accepted,
    pub(super) verdict: Verdict,
    /// Each criterion with its finding.
    pub(super) findings: Vec<(String, Finding)>,
}

/// The findings, in the order in which they are told.
const FINDINGS: [Finding; 5] = [
    Finding::Conflicts,
    Finding::Open,
    Finding::Team,
    Finding::NotApplicable,
    Finding::Fits,
];

/// All example persons. A trial that loads has none that is refused.
pub(super) fn persons(sources: &Sources) -> Vec<Person> {
    let trial = &sources.loaded.content.trial;
    let examples = sources.loaded.examples.iter();
    let screened = examples.filter_map(|example| {
        let accepted = accept_given(trial, &example.answers, example.on).ok()?;
        let found = findings(trial, &accepted);
        let ids = trial.criteria().iter().map(|each| each.id().to_owned());
        Some(Person {
            name: example.name.clone(),
            on: example.on,
            answers: example.answers.clone(),
            verdict: Verdict::of(found.iter().copied()),
            findings: ids.zip(found).collect(),
            accepted,
        })
    });
    screened.collect()
}

impl Person {
    /// The verdict, and the criteria by what they come to.
    pub(super) fn outcome(&self) -> String {
        let mut text = self.verdict.name().to_owned();
        for finding in FINDINGS {
            let found = self.findings.iter().filter(|(_, each)| *each == finding);
            let ids: Vec<_> = found.map(|(id, _)| id.as_str()).collect();
            if !ids.is_empty() {
                text = format!("{text}; {}: {}", finding.name(), ids.join(" "));
            }
        }
        text
    }

    /// What a criterion comes to.
    pub(super) fn finding(&self, id: &str) -> Option<Finding> {
        let found = self.findings.iter().find(|(each, _)| each == id);
        found.map(|(_, finding)| *finding)
    }
}

/// Answers as one line.
pub(super) fn answers_text(answers: &[(String, Given)]) -> String {
    let answers = answers.iter();
    let answers: Vec<_> = answers
        .map(|(key, given)| format!("{key} = {}", given_text(given)))
        .collect();
    answers.join(", ")
}

fn given_text(given: &Given) -> String {
    match given {
        Given::Null => "(not known)".to_owned(),
        Given::Bool(truth) => truth.to_string(),
        Given::Number(text) | Given::Text(text) => text.clone(),
        Given::List(items) => {
            let items: Vec<_> = items.iter().map(given_text).collect();
            format!("[{}]", items.join(", "))
        }
        Given::Record(fields) => {
            let amount = |key: &str| fields.iter().find(|(each, _)| each == key);
            match (amount("value"), amount("unit")) {
                (Some((_, value)), Some((_, unit))) if fields.len() == 2 => {
                    format!("{} {}", given_text(value), given_text(unit))
                }
                _ => format!("{{{}}}", answers_text(fields)),
            }
        }
    }
}

const TITLE: Said = said("示例人物及结果", "Example persons and their results");
const WHAT: Said = said(
    "这些人物是虚构的，没有姓名。每次检查时，程序都要重新算出这里的结果。“同某人，但”表示其余回答与该人物相同。",
    "These persons are made up and have no names. Each time the trial is checked, the program has to come to these results again. “As …, but” means that all other answers are those of that person.",
);
const HEADS: [Said; 3] = [
    said("人物和日期", "Person and day"),
    said("回答", "Answers"),
    said("程序算出的结果", "What the program comes to"),
];

/// Draws the table of all persons.
pub(super) fn draw(sources: &Sources, persons: &[Person], nodes: &mut Vec<Node>) {
    heading(nodes, "h2", "persons", &TITLE.words());
    sentence(nodes, "", WHAT);
    let rows = table(nodes, "persons", &HEADS);
    for person in persons {
        let cells = row(rows, &person.name);
        if let Some(Node::Element(head)) = cells.first_mut() {
            head.set("id", &id_of("person", &person.name));
            say(
                &mut head.children,
                "span",
                "day",
                &Iso(person.on).to_string(),
            );
        }
        let mut written = sources.written.example.iter();
        let written = written.find(|each| each.name == person.name);
        let answers = written.map_or_else(|| answers_text(&person.answers), differs);
        cell(cells, "data", &answers);
        outcome(person, &mut put(cells, "td", "data").children);
    }
}

/// What a person answers, or in what they differ from the one they start from.
fn differs(written: &WrittenExample) -> String {
    let own = written.answers.iter();
    let own = own.map(|(key, value)| format!("{key} = {}", amount(value)));
    let unknown = written.unknown.iter();
    let unknown = unknown.map(|key| format!("{key} = (not known)"));
    let unanswered = written.unanswered.iter();
    let unanswered = unanswered.map(|key| format!("{key}: not answered"));
    let all: Vec<_> = own.chain(unknown).chain(unanswered).collect();
    match &written.like {
        Some(like) => format!("As “{like}”, but: {}", all.join(", ")),
        None => all.join(", "),
    }
}

/// A value; an amount as a number with its unit.
fn amount(value: &toml::Value) -> String {
    let amount = value.as_table().filter(|table| table.len() == 2);
    let parts = amount.and_then(|table| table.get("value").zip(table.get("unit")));
    match parts {
        Some((number, unit)) => format!("{} {}", plain(number), plain(unit)),
        None => plain(value),
    }
}

fn outcome(person: &Person, nodes: &mut Vec<Node>) {
    say(nodes, "strong", "", person.verdict.name());
    let text = person.outcome();
    let rest = text.split_once("; ").map_or("", |(_, rest)| rest);
    say(nodes, "span", "findings", rest);
}
