//! What changed from an earlier pack to a later one, key by key. It only compares; `changed` draws
//! it, and the command prints it in one line for each key.

use super::data::{PackData, PackEntry, PackPart, PackText};
use std::collections::BTreeMap;
use std::fmt;

/// What changed since an earlier pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The earlier pack, without its parts.
    pub earlier: PackData,
    /// The parts in which something changed.
    pub parts: Vec<PartChanges>,
}

/// What changed in one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartChanges {
    /// The part's name.
    pub name: String,
    /// What changed, in the order of the later pack; what is gone comes last.
    pub changes: Vec<Change>,
}

/// What became of one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The key.
    pub key: String,
    /// What stood there; none if it is new.
    pub earlier: Option<PackText>,
    /// What stands there now; none if it is gone.
    pub later: Option<PackText>,
}

impl Changes {
    /// Compares two packs.
    #[must_use]
    pub fn between(earlier: &PackData, later: &PackData) -> Self {
        let gone = earlier.parts.iter().filter(|part| {
            let mut parts = later.parts.iter();
            parts.all(|other| other.name != part.name)
        });
        let names = later.parts.iter().chain(gone).map(|part| &part.name);
        let parts = names.map(|name| PartChanges {
            name: name.clone(),
            changes: part_changes(entries(earlier, name), entries(later, name)),
        });
        Self {
            parts: parts.filter(|part| !part.changes.is_empty()).collect(),
            earlier: PackData {
                parts: Vec::new(),
                ..earlier.clone()
            },
        }
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }
}

fn entries<'a>(data: &'a PackData, name: &str) -> &'a [PackEntry] {
    let part: Option<&PackPart> = data.parts.iter().find(|part| part.name == name);
    part.map_or(&[], |part| &part.entries)
}

fn part_changes(earlier: &[PackEntry], later: &[PackEntry]) -> Vec<Change> {
    let by_key = |entries: &[PackEntry]| -> BTreeMap<String, PackText> {
        let entries = entries.iter();
        entries
            .map(|entry| (entry.key.clone(), entry.text.clone()))
            .collect()
    };
    let (old, new) = (by_key(earlier), by_key(later));
    let gone = earlier.iter().filter(|entry| !new.contains_key(&entry.key));
    let keys = later.iter().chain(gone).map(|entry| &entry.key);
    let changes = keys.map(|key| Change {
        key: key.clone(),
        earlier: old.get(key).cloned(),
        later: new.get(key).cloned(),
    });
    changes
        .filter(|change| change.earlier != change.later)
        .collect()
}

impl Change {
    /// `+` for what is new, `-` for what is gone, `~` for what is another.
    fn sign(&self) -> char {
        match (&self.earlier, &self.later) {
            (None, _) => '+',
            (_, None) => '-',
            _ => '~',
        }
    }
}

impl fmt::Display for Changes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let earlier = &self.earlier;
        let (on, version) = (&earlier.on, &earlier.version);
        if self.is_empty() {
            return write!(out, "unchanged since the pack of {on}, version {version}");
        }
        write!(out, "changed since the pack of {on}, version {version}:")?;
        for part in &self.parts {
            let count = |sign| {
                part.changes
                    .iter()
                    .filter(|each| each.sign() == sign)
                    .count()
            };
            let (name, new, gone, other) = (&part.name, count('+'), count('-'), count('~'));
            write!(
                out,
                "\n{name}: {other} changed, {new} added, {gone} removed"
            )?;
            for change in &part.changes {
                write!(out, "\n  {} {}", change.sign(), change.key)?;
            }
        }
        Ok(())
    }
}
