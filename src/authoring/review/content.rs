//! The parts of a trial file that can change by themselves, each under its path: a text for people
//! (`fact.weight.question`), or another key (`criterion.I2.rule`). What a part means is not known
//! here.

use super::hash;
use crate::authoring::document::Table;
use crate::authoring::value::Value;
use crate::page::content::Language;
use std::collections::BTreeSet;
use std::ops::Range;
use toml::de::DeValue;

/// Tables that are looked at as a whole: half a rule, or half an example person, says nothing.
const WHOLE: [&str; 7] = [
    "rule",
    "applies_when",
    "gate",
    "example",
    "reading",
    "passage",
    "similar",
];

/// The keys by which a table of a list is named, the first that it has.
const NAMES: [&str; 6] = ["id", "name", "value", "nct_id", "of", "role"];

/// A part of a trial file.
pub(super) struct Entry {
    /// Its path, which no other part has.
    pub(super) path: String,
    /// How long the path of each table is in which it stands, the outermost first.
    pub(super) above: Vec<usize>,
    /// Where it stands.
    pub(super) place: Range<usize>,
    pub(super) value: Hashed,
}

/// Short hashes of what stands under a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Hashed {
    /// Of a text for people: one for each language, in the order of `Language::ALL`.
    Words([String; 2]),
    /// Of anything else.
    Other(String),
}

/// All parts, in the order of the file.
pub(super) fn entries(root: &Table<'_>) -> Vec<Entry> {
    let mut walk = Walk {
        entries: Vec::new(),
        paths: BTreeSet::new(),
    };
    walk.table(root, "", &[]);
    walk.entries
}

struct Walk {
    entries: Vec<Entry>,
    paths: BTreeSet<String>,
}

impl Walk {
    fn table(&mut self, table: &Table<'_>, path: &str, above: &[usize]) {
        for (key, value) in table.entries() {
            let key = key.get_ref();
            let below = self.unused(joined(path, key));
            match (value.inner(), value.table_if_any()) {
                (_, Some(words)) if is_words(&words) => self.words(&words, value, below, above),
                (_, Some(inner)) if !WHOLE.contains(&key.as_str()) => {
                    let inside = [above, &[below.len()]].concat();
                    self.table(&inner, &below, &inside);
                }
                (DeValue::Array(items), _)
                    if items.iter().any(|item| item.get_ref().is_table()) =>
                {
                    let items = items.iter().map(Value::new);
                    self.list(key, items.collect(), &below, above);
                }
                _ => self.other(key, value, below, above),
            }
        }
    }

    /// A list of tables, each under its name.
    fn list(&mut self, key: &str, items: Vec<Value<'_>>, path: &str, above: &[usize]) {
        let above = [above, &[path.len()]].concat();
        for (place, item) in items.into_iter().enumerate() {
            let name = name(item).unwrap_or_else(|| (place + 1).to_string());
            let path = self.unused(joined(path, &name));
            match item.table_if_any() {
                Some(table) if !WHOLE.contains(&key) => {
                    let inside = [&above[..], &[path.len()]].concat();
                    self.table(&table, &path, &inside);
                }
                _ => self.other(key, item, path, &above),
            }
        }
    }

    fn words(&mut self, words: &Table<'_>, value: Value<'_>, path: String, above: &[usize]) {
        let texts = Language::ALL.map(|language| {
            let mut entries = words.entries().into_iter();
            let found = entries.find(|(key, _)| key.get_ref() == language.tag());
            let text = found.and_then(|(_, value)| value.inner().as_str());
            hash::of_text(text.unwrap_or_default())
        });
        self.put(path, above, value, Hashed::Words(texts));
    }

    fn other(&mut self, key: &str, value: Value<'_>, path: String, above: &[usize]) {
        let hash = hash::of_value(key, value);
        self.put(path, above, value, Hashed::Other(hash));
    }

    fn put(&mut self, path: String, above: &[usize], value: Value<'_>, hashed: Hashed) {
        self.entries.push(Entry {
            path,
            above: above.to_vec(),
            place: value.range(),
            value: hashed,
        });
    }

    /// The path itself, or with a number behind it if another part has it already.
    fn unused(&mut self, path: String) -> String {
        let numbered = (2..).map(|number| format!("{path}-{number}"));
        let mut paths = std::iter::once(path.clone()).chain(numbered);
        let unused = paths.find(|path| !self.paths.contains(path));
        let unused = unused.unwrap_or(path);
        self.paths.insert(unused.clone());
        unused
    }
}

fn joined(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

/// Whether a table holds a text in the languages of the page, and nothing else.
fn is_words(table: &Table<'_>) -> bool {
    let tags = Language::ALL.map(Language::tag);
    let entries = table.entries();
    let is_text = |(key, value): &(toml::Spanned<String>, Value<'_>)| {
        tags.contains(&key.get_ref().as_str()) && value.inner().is_str()
    };
    !entries.is_empty() && entries.iter().all(is_text)
}

fn name(item: Value<'_>) -> Option<String> {
    let mut table = item.table_if_any()?;
    let mut texts = NAMES
        .into_iter()
        .filter_map(|key| table.get(key)?.inner().as_str());
    texts.next().map(str::to_owned)
}
