//! What became of the criteria, and of the passages between them, in another record of the study.

use super::align::{align, out_of_order};
use super::difference::{Difference, Differs, Replaced, same};
use super::encoded::{Encoded, LookAgain};
use super::groups::Group;
use super::likeness::Side;
use super::text::{Entry, List, Text};
use super::words::{line, words};
use serde::Serialize;

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Became {
    /// Other words, maybe in another list too.
    Changed,
    /// The same words in another list, or below another heading.
    Moved,
    /// The same words in another place of the list.
    Reordered,
    /// Several pieces where one was.
    Split,
    /// One piece where several were.
    Joined,
    /// New in this record.
    Added,
    /// No more in this record.
    Removed,
}

/// A change of the criteria.
#[derive(Clone, Debug, Serialize)]
pub(super) struct CriterionChange {
    pub(super) change: Became,
    pub(super) differs: Differs,
    pub(super) old: Vec<Entry>,
    pub(super) new: Vec<Entry>,
    pub(super) words: Vec<Replaced>,
    pub(super) look_again: Vec<LookAgain>,
    #[serde(skip)]
    pub(super) excerpt: String,
}

/// The same words under other numbers. That is a consequence of what happened to other criteria, or
/// of white space alone; it is no drift.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Renumbered {
    pub(super) old: Vec<String>,
    pub(super) new: Vec<String>,
}

/// Everything about the criteria.
#[derive(Clone, Debug, Default)]
pub(super) struct Criteria {
    pub(super) changes: Vec<CriterionChange>,
    pub(super) renumbered: Vec<Renumbered>,
}

/// Compares two texts of criteria.
pub(super) fn compare(old: &str, new: &str, encoded: &Encoded) -> Criteria {
    // With the same words in the same order, only white space can break them into other pieces.
    let same_words = same(&words(old), &words(new));
    let texts = Texts::between(Text::read(old), Text::read(new));
    let mut criteria = Criteria::default();
    for group in &texts.groups {
        match texts.became(group).filter(|_| !same_words) {
            Some(became) => criteria.changes.push(texts.change(group, became, encoded)),
            None => criteria.renumbered.extend(texts.renumbered(group)),
        }
    }
    criteria
}

/// Two texts, and which of their pieces stand for each other.
struct Texts {
    old: Text,
    new: Text,
    groups: Vec<Group>,
    out_of_order: Vec<Group>,
}

impl Texts {
    fn between(old: Text, new: Text) -> Self {
        let mut groups = align(&sides(&old), &sides(&new));
        // In the order of the new text; what is gone where it stood.
        groups.sort_by_key(|group| {
            let gone = group.new.is_empty();
            (group.new.first().or(group.old.first()).copied(), gone)
        });
        let out_of_order = out_of_order(&groups);
        Self {
            old,
            new,
            groups,
            out_of_order,
        }
    }

    /// What became of a group; none if its words stand where they stood.
    fn became(&self, group: &Group) -> Option<Became> {
        let (old, new) = (self.old.entries(&group.old), self.new.entries(&group.new));
        let has_same = same(&self.old.words(&group.old), &self.new.words(&group.new));
        match (old.len(), new.len()) {
            (0, _) => Some(Became::Added),
            (_, 0) => Some(Became::Removed),
            (1, 1) if !has_same => Some(Became::Changed),
            (1, 1) if self.is_moved(&old, &new) => Some(Became::Moved),
            (1, 1) if self.out_of_order.contains(group) => Some(Became::Reordered),
            (1, 1) => None,
            (_, 1) => Some(Became::Joined),
            (_, _) => Some(Became::Split),
        }
    }

    fn change(&self, group: &Group, change: Became, encoded: &Encoded) -> CriterionChange {
        let (old, new) = (self.old.entries(&group.old), self.new.entries(&group.new));
        let news = self.new.words(&group.new);
        let difference = Difference::between(&self.old.words(&group.old), &news);
        let excerpt = match difference.differs() {
            Differs::Nothing => line(&news),
            _ => difference.excerpt(),
        };
        let ids = old.iter().flat_map(|entry| &entry.ids);
        CriterionChange {
            change,
            differs: difference.differs(),
            words: difference.replaced(),
            look_again: encoded.look_again(ids.map(String::as_str)),
            old,
            new,
            excerpt,
        }
    }

    fn is_moved(&self, old: &[Entry], new: &[Entry]) -> bool {
        let lists = old.iter().zip(new);
        let mut moved = lists.map(|(old, new)| {
            let headings = (
                self.heading(&self.old, old, |group| &group.old),
                self.heading(&self.new, new, |group| &group.new),
            );
            old.list != new.list || headings.0 != headings.1
        });
        moved.any(|moved| moved)
    }

    /// The group of the passage that is the heading of a piece.
    fn heading(
        &self,
        text: &Text,
        entry: &Entry,
        side: fn(&Group) -> &Vec<usize>,
    ) -> Option<usize> {
        let heading = entry.group.as_ref()?;
        let place = text
            .entries
            .iter()
            .position(|entry| entry.list == List::Passage && entry.ids.contains(heading))?;
        let mut groups = self.groups.iter();
        groups.position(|group| side(group).contains(&place))
    }

    /// Other numbers of criteria. Passages have none of their own in the registry.
    fn renumbered(&self, group: &Group) -> Option<Renumbered> {
        let ids = |entries: Vec<Entry>| -> Vec<String> {
            let criteria = entries
                .into_iter()
                .filter(|entry| entry.list != List::Passage);
            criteria.flat_map(|entry| entry.ids).collect()
        };
        let (old, new) = (self.old.entries(&group.old), self.new.entries(&group.new));
        let (old, new) = (ids(old), ids(new));
        (old != new).then_some(Renumbered { old, new })
    }
}

fn sides(text: &Text) -> Vec<Side<List>> {
    let both = text.entries.iter().zip(&text.words);
    both.map(|(entry, words)| Side::new(entry.list, words))
        .collect()
}
