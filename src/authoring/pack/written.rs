//! What a trial file says for people alone: readings, reasons, passages, rules as they are written.
//! The engine needs none of it, so loading a trial drops it. It checks nothing: only a file that
//! was loaded is read here.

use serde::Deserialize;
use toml::{Table, Value};

/// A trial file, as far as people read it.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Written {
    pub(super) passage: Vec<WrittenPassage>,
    pub(super) fact: Vec<WrittenFact>,
    pub(super) criterion: Vec<WrittenCriterion>,
    pub(super) example: Vec<WrittenExample>,
}

/// Words of the registry that are no criterion.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct WrittenPassage {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) because: String,
}

/// A question.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct WrittenFact {
    pub(super) id: String,
    pub(super) gate: Option<Value>,
}

/// A criterion.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct WrittenCriterion {
    pub(super) id: String,
    pub(super) soft: Option<String>,
    pub(super) never_ask: Option<Value>,
    pub(super) reading: Vec<Reading>,
    pub(super) rule: Option<Value>,
    pub(super) applies_when: Option<Value>,
}

/// A recorded reading of words that can be read in more than one way.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Reading {
    pub(super) of: String,
    #[serde(rename = "as")]
    pub(super) read_as: String,
    pub(super) because: String,
}

/// An example person.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct WrittenExample {
    pub(super) name: String,
    pub(super) like: Option<String>,
    pub(super) answers: Table,
    pub(super) unknown: Vec<String>,
    pub(super) unanswered: Vec<String>,
    pub(super) findings: Table,
}

/// A value as it stands in a trial file, in one line; the fact of a comparison comes first.
pub(super) fn inline(value: &Value) -> String {
    match value {
        Value::Table(table) => {
            let mut entries: Vec<_> = table.iter().collect();
            entries.sort_by_key(|(key, _)| place(key));
            let entries = entries.iter();
            let entries: Vec<_> = entries
                .map(|(key, value)| format!("{key} = {}", inline(value)))
                .collect();
            format!("{{ {} }}", entries.join(", "))
        }
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(inline).collect();
            format!("[{}]", items.join(", "))
        }
        value => value.to_string(),
    }
}

/// The keys that are read before others, in their order.
const FIRST: [&str; 6] = ["fact", "if", "then", "else", "at_least", "value"];

/// The keys that are read after all others.
const LAST: [&str; 2] = ["unclear", "reason"];

fn place(key: &str) -> usize {
    let first = FIRST.iter().position(|each| *each == key);
    let last = LAST.iter().position(|each| *each == key);
    first
        .or(last.map(|last| FIRST.len() + 1 + last))
        .unwrap_or(FIRST.len())
}

/// The answers of a fact that a rule does not decide by.
pub(super) struct Unclear {
    pub(super) fact: String,
    pub(super) values: Vec<String>,
    pub(super) reason: String,
}

/// The answers that a rule does not decide by, however deep they stand in it.
pub(super) fn unclear(rule: &Value, found: &mut Vec<Unclear>) {
    match rule {
        Value::Table(table) => {
            if let Some(Value::Array(values)) = table.get("unclear") {
                let text = |key: &str| table.get(key).map_or(String::new(), plain);
                found.push(Unclear {
                    fact: text("fact"),
                    values: values.iter().map(plain).collect(),
                    reason: text("reason"),
                });
            }
            table.values().for_each(|part| unclear(part, found));
        }
        Value::Array(items) => items.iter().for_each(|part| unclear(part, found)),
        _ => {}
    }
}

/// A value as people read it: a text without quotes.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => inline(other),
    }
}
