//! Places in a document, and one change at one of them.

use toml::{Table, Value};

/// A step from a value to one inside of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Key(String),
    Item(usize),
}

/// Where a value stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place(Vec<Step>);

/// The keys by which a table of a list is named, the first that it has.
const NAMES: [&str; 4] = ["id", "name", "nct_id", "value"];

impl Place {
    pub(crate) fn key(&self, key: &str) -> Self {
        self.step(Step::Key(key.to_owned()))
    }

    pub(crate) fn item(&self, item: usize) -> Self {
        self.step(Step::Item(item))
    }

    fn step(&self, step: Step) -> Self {
        Self([&self.0[..], &[step]].concat())
    }

    /// The place in words: tables of a list by their names.
    pub(crate) fn named(&self, document: &Table) -> String {
        let mut words = Vec::new();
        let mut value = &Value::Table(document.clone());
        for step in &self.0 {
            value = match step {
                Step::Key(key) => {
                    words.push(key.clone());
                    &value[key.as_str()]
                }
                Step::Item(item) => {
                    let inside = &value[*item];
                    let mut names = NAMES.iter().filter_map(|key| inside.get(key)?.as_str());
                    words.push(names.next().map_or(item.to_string(), str::to_owned));
                    inside
                }
            };
        }
        words.join(".")
    }

    /// Where in a list the table of this place, or the one above it, stands.
    fn find<'a>(&self, document: &'a mut Table) -> Option<(Holder<'a>, &Step)> {
        let (last, above) = self.0.split_last()?;
        let mut holder = Holder::Table(document);
        for step in above {
            holder = holder.inside(step)?;
        }
        Some((holder, last))
    }
}

enum Holder<'a> {
    Table(&'a mut Table),
    List(&'a mut Vec<Value>),
}

impl Holder<'_> {
    fn inside(self, step: &Step) -> Option<Self> {
        let value = match (self, step) {
            (Self::Table(table), Step::Key(key)) => table.get_mut(key)?,
            (Self::List(list), Step::Item(item)) => list.get_mut(*item)?,
            _ => return None,
        };
        match value {
            Value::Table(table) => Some(Self::Table(table)),
            Value::Array(list) => Some(Self::List(list)),
            _ => None,
        }
    }
}

/// What becomes of the value at a place.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    Removed,
    Put(Value),
}

/// A trial with one change.
#[derive(Clone, Debug)]
pub(crate) struct Mutant {
    /// What kind of change it is, for the counts.
    pub(crate) class: &'static str,
    /// Where it is, and what it is.
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) change: Change,
}

impl Mutant {
    /// The text of the document with the change.
    pub(crate) fn text(&self, document: &Table) -> String {
        let mut changed = document.clone();
        let found = self.place.find(&mut changed);
        let (holder, step) = found.unwrap_or_else(|| panic!("{} is there", self.name));
        match (holder, step, &self.change) {
            (Holder::Table(table), Step::Key(key), Change::Removed) => _ = table.remove(key),
            (Holder::Table(table), Step::Key(key), Change::Put(value)) => {
                table.insert(key.clone(), value.clone());
            }
            (Holder::List(list), Step::Item(at), Change::Removed) => _ = list.remove(*at),
            (Holder::List(list), Step::Item(at), Change::Put(value)) => {
                list[*at] = value.clone();
            }
            _ => panic!("{} is not of its kind", self.name),
        }
        toml::to_string(&changed).expect("a document is written")
    }
}
