//! The trial under the test: its document, its facts, and every part of its rules.

use super::place::{Change, Mutant, Place};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

pub(crate) struct Trial {
    /// The name of its file, without the ending.
    pub(crate) name: String,
    pub(crate) document: Table,
}

/// A part of a rule: a group, or one comparison.
pub(crate) struct Part<'a> {
    pub(crate) place: Place,
    pub(crate) table: &'a Table,
}

impl Trial {
    pub(crate) fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("the trial is there");
        let name = path.file_stem().and_then(OsStr::to_str);
        Self {
            name: name.expect("it has a name").to_owned(),
            document: text.parse().expect("it is a document"),
        }
    }

    /// The tables of a list of the document, with their places.
    pub(crate) fn tables<'a>(&'a self, key: &str) -> Vec<Part<'a>> {
        let place = Place::default().key(key);
        let list = self.document.get(key).and_then(Value::as_array);
        let tables = list.into_iter().flatten().filter_map(Value::as_table);
        tables
            .enumerate()
            .map(|(item, table)| Part {
                place: place.item(item),
                table,
            })
            .collect()
    }

    /// Every part of every rule, the outer before the inner.
    pub(crate) fn parts(&self) -> Vec<Part<'_>> {
        let mut parts = Vec::new();
        for criterion in self.tables("criterion") {
            for key in ["rule", "applies_when"] {
                if let Some(rule) = criterion.table.get(key) {
                    collect(rule, &criterion.place.key(key), &mut parts);
                }
            }
        }
        parts
    }

    /// The comparisons of the rules.
    pub(crate) fn comparisons(&self) -> Vec<Part<'_>> {
        let mut parts = self.parts();
        parts.retain(|part| part.table.contains_key("fact"));
        parts
    }

    /// The values of a fact, as a rule names them.
    pub(crate) fn values(&self, fact: &str) -> Vec<Value> {
        let facts = self.tables("fact");
        let found = facts
            .iter()
            .find(|one| one.table["id"].as_str() == Some(fact));
        let table = found.expect("the fact is there").table;
        if table["kind"].as_str() == Some("yes_no") {
            return vec![Value::Boolean(true), Value::Boolean(false)];
        }
        let values = table.get("values").and_then(Value::as_array);
        values.cloned().unwrap_or_default()
    }

    /// A mutant that puts another value at a place.
    pub(crate) fn put(
        &self,
        class: &'static str,
        place: &Place,
        what: &str,
        value: impl Into<Value>,
    ) -> Mutant {
        Mutant {
            class,
            name: format!("{}: {what}", place.named(&self.document)),
            place: place.clone(),
            change: Change::Put(value.into()),
        }
    }
}

fn collect<'a>(rule: &'a Value, place: &Place, parts: &mut Vec<Part<'a>>) {
    let table = rule.as_table().expect("a rule is a table");
    parts.push(Part {
        place: place.clone(),
        table,
    });
    for key in ["all", "any"] {
        let list = table.get(key).and_then(Value::as_array);
        for (item, inner) in list.into_iter().flatten().enumerate() {
            collect(inner, &place.key(key).item(item), parts);
        }
    }
    for key in ["not", "if", "then", "else"] {
        if let Some(inner) = table.get(key) {
            collect(inner, &place.key(key), parts);
        }
    }
}

/// A table with other values at some keys.
pub(crate) fn with(table: &Table, changes: &[(&str, Value)]) -> Table {
    let mut put = table.clone();
    for (key, value) in changes {
        put.insert((*key).to_owned(), value.clone());
    }
    put
}

/// A table in which two keys have changed places; each may be absent.
pub(crate) fn swapped(table: &Table, one: &str, other: &str) -> Table {
    let mut changed = table.clone();
    let (first, second) = (changed.remove(one), changed.remove(other));
    changed.extend(first.map(|value| (other.to_owned(), value)));
    changed.extend(second.map(|value| (one.to_owned(), value)));
    changed
}
