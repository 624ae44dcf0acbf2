//! TOML as data: as the JSON that an editor compares with a schema, by the places of its parts in
//! the text, and with parts taken out.

use serde_json::{Map, Value};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// What stands in a file, as an editor sees it.
pub(crate) fn as_json(table: &toml::Table) -> Value {
    let entries = table
        .iter()
        .map(|(key, value)| (key.clone(), value_as_json(value)));
    Value::Object(entries.collect::<Map<_, _>>())
}

fn value_as_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.clone().into(),
        toml::Value::Integer(number) => (*number).into(),
        toml::Value::Float(number) => (*number).into(),
        toml::Value::Boolean(truth) => (*truth).into(),
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(items) => items.iter().map(value_as_json).collect(),
        toml::Value::Table(table) => as_json(table),
    }
}

/// A step into data: a key, or a place in a list from 0.
#[derive(Clone)]
pub(crate) enum Step {
    Key(String),
    Place(usize),
}

/// A path as a JSON pointer.
pub(crate) fn pointer(path: &[Step]) -> String {
    let step = |step: &Step| match step {
        Step::Key(key) => format!("/{key}"),
        Step::Place(place) => format!("/{place}"),
    };
    path.iter().map(step).collect()
}

/// The parts of a text, with where they stand.
pub(crate) struct Spans(Vec<(Range<usize>, String)>);

impl Spans {
    /// Where the parts of a document stand; none if it is no TOML.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let document = DeTable::parse(text).ok()?;
        let mut spans = Vec::new();
        add_table("", document.get_ref(), &mut spans);
        Some(Self(spans))
    }

    /// The smallest part that holds a range, as a JSON pointer; the whole for none.
    pub(crate) fn path(&self, range: Option<Range<usize>>) -> String {
        let Some(range) = range else {
            return String::new();
        };
        let holds = |span: &Range<usize>| span.start <= range.start && range.end <= span.end;
        let holding = self.0.iter().filter(|(span, _)| holds(span));
        let smallest = holding.min_by_key(|(span, _)| span.len());
        smallest.map(|(_, path)| path.clone()).unwrap_or_default()
    }
}

fn add_table(path: &str, table: &DeTable<'_>, spans: &mut Vec<(Range<usize>, String)>) {
    for (key, value) in table {
        let path = format!("{path}/{}", key.get_ref());
        spans.push((key.span(), path.clone()));
        spans.push((value.span(), path.clone()));
        add_value(&path, value.get_ref(), spans);
    }
}

fn add_value(path: &str, value: &DeValue<'_>, spans: &mut Vec<(Range<usize>, String)>) {
    match value {
        DeValue::Table(table) => add_table(path, table, spans),
        DeValue::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                let path = format!("{path}/{place}");
                spans.push((item.span(), path.clone()));
                add_value(&path, item.get_ref(), spans);
            }
        }
        _ => {}
    }
}

/// The paths of all keys.
pub(crate) fn keys(table: &toml::Table) -> Vec<Vec<Step>> {
    let mut paths = Vec::new();
    add_keys(&[], &toml::Value::Table(table.clone()), &mut paths);
    paths
}

fn add_keys(path: &[Step], value: &toml::Value, paths: &mut Vec<Vec<Step>>) {
    let below = |step: Step| [path, &[step]].concat();
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                let path = below(Step::Key(key.clone()));
                paths.push(path.clone());
                add_keys(&path, value, paths);
            }
        }
        toml::Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                add_keys(&below(Step::Place(place)), item, paths);
            }
        }
        _ => {}
    }
}

/// The data without what a path leads to.
pub(crate) fn without(table: &toml::Table, path: &[Step]) -> toml::Table {
    let mut table = table.clone();
    let Some((Step::Key(last), before)) = path.split_last() else {
        panic!("a path leads to a key");
    };
    at(&mut table, before).remove(last).expect("it is there");
    table
}

/// The table that a path leads to.
pub(crate) fn at<'a>(table: &'a mut toml::Table, path: &[Step]) -> &'a mut toml::Table {
    let Some((Step::Key(first), mut path)) = path.split_first() else {
        return table;
    };
    let mut value = table.get_mut(first).expect("it is there");
    while let Some((step, rest)) = path.split_first() {
        value = match step {
            Step::Key(key) => value.get_mut(key.as_str()).expect("it is there"),
            Step::Place(place) => value.get_mut(*place).expect("it is there"),
        };
        path = rest;
    }
    value.as_table_mut().expect("it is a table")
}
