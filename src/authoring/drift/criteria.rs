//! What became of the criteria, and of the passages between them, in another record of the study.

use super::align::{Group, Side, align};
use super::difference::{Difference, Differs, Replaced, same};
use super::encoded::{Encoded, LookAgain};
use super::words::{Word, line, words};
use crate::authoring::registry::eligibility::{Item, PieceKind, split};
use crate::engine::Polarity;
use serde::Serialize;

/// The list that a piece of the text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum List {
    Inclusion,
    Exclusion,
    /// No heading says which of them.
    Unsaid,
    /// Words that are no criterion.
    Passage,
}

/// A piece of the registry's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) list: List,
    /// The passage that is the heading of its list, if it is one of several.
    pub(super) group: Option<String>,
    pub(super) text: String,
    #[serde(skip)]
    lines: String,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Became {
    /// Other words, maybe in another list too.
    Changed,
    /// The same words in another list, or below another heading.
    Moved,
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

/// The same words under another number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Renumbered {
    pub(super) old: String,
    pub(super) new: String,
}

/// Everything about the criteria.
#[derive(Clone, Debug, Default)]
pub(super) struct Criteria {
    pub(super) changes: Vec<CriterionChange>,
    pub(super) renumbered: Vec<Renumbered>,
}

/// Compares two texts of criteria.
pub(super) fn compare(old: &str, new: &str, encoded: &Encoded) -> Criteria {
    let (old, new) = (Text::read(old), Text::read(new));
    let groups = align(&old.sides(), &new.sides());
    let texts = Texts { old, new, groups };
    let mut groups: Vec<_> = texts.groups.iter().collect();
    // In the order of the new text; what is gone where it stood.
    groups.sort_by_key(|group| {
        let gone = group.new.is_empty();
        (group.new.first().or(group.old.first()).copied(), gone)
    });
    let mut criteria = Criteria::default();
    for group in groups {
        match texts.change(group, encoded) {
            Some(change) => criteria.changes.push(change),
            None => criteria.renumbered.extend(texts.renumbered(group)),
        }
    }
    criteria
}

/// A text in its pieces, with the words of each.
struct Text {
    entries: Vec<Entry>,
    words: Vec<Vec<Word>>,
}

impl Text {
    fn read(text: &str) -> Self {
        let pieces = split(text).into_iter();
        let entries: Vec<_> = pieces.filter_map(|piece| entry(piece.kind)).collect();
        let words = entries.iter().map(|entry| words(&entry.lines)).collect();
        Self { entries, words }
    }

    fn sides(&self) -> Vec<Side<List>> {
        let both = self.entries.iter().zip(&self.words);
        both.map(|(entry, words)| Side::new(entry.list, words))
            .collect()
    }

    fn entries(&self, places: &[usize]) -> Vec<Entry> {
        let entries = places.iter().filter_map(|place| self.entries.get(*place));
        entries.cloned().collect()
    }

    /// The words of some pieces, one after the other.
    fn words(&self, places: &[usize]) -> Vec<Word> {
        let words = places.iter().filter_map(|place| self.words.get(*place));
        let apart = words.map(|words| {
            let mut words = words.clone();
            if let Some(first) = words.first_mut() {
                first.spaced = true;
            }
            words
        });
        apart.flatten().collect()
    }
}

fn entry(kind: PieceKind) -> Option<Entry> {
    match kind {
        PieceKind::Blank | PieceKind::Heading => None,
        PieceKind::Criterion(item) => Some(of_item(item)),
        PieceKind::Passage(passage) => Some(Entry {
            id: passage.id,
            list: List::Passage,
            group: None,
            text: line(&words(&passage.text)),
            lines: passage.text,
        }),
    }
}

fn of_item(item: Item) -> Entry {
    let lines: Vec<_> = item.lines.iter().map(|line| line.text.as_str()).collect();
    let lines = lines.join("\n");
    Entry {
        id: item.id,
        list: match item.polarity {
            Some(Polarity::Inclusion) => List::Inclusion,
            Some(Polarity::Exclusion) => List::Exclusion,
            None => List::Unsaid,
        },
        group: item.group,
        text: line(&words(&lines)),
        lines,
    }
}

struct Texts {
    old: Text,
    new: Text,
    groups: Vec<Group>,
}

impl Texts {
    /// What became of a group; none if its words stand where they stood.
    fn change(&self, group: &Group, encoded: &Encoded) -> Option<CriterionChange> {
        let (old, new) = (self.old.entries(&group.old), self.new.entries(&group.new));
        let (olds, news) = (self.old.words(&group.old), self.new.words(&group.new));
        let change = match (old.len(), new.len()) {
            (0, _) => Became::Added,
            (_, 0) => Became::Removed,
            (1, 1) if !same(&olds, &news) => Became::Changed,
            (1, 1) if self.is_moved(&old, &new) => Became::Moved,
            (1, 1) => return None,
            (_, 1) => Became::Joined,
            (_, _) => Became::Split,
        };
        let difference = Difference::between(&olds, &news);
        let excerpt = match change {
            Became::Moved => line(&news),
            _ => difference.excerpt(),
        };
        Some(CriterionChange {
            change,
            differs: difference.differs(),
            words: difference.replaced(),
            look_again: encoded.look_again(old.iter().map(|entry| entry.id.as_str())),
            old,
            new,
            excerpt,
        })
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
            .position(|entry| entry.list == List::Passage && entry.id == *heading)?;
        let mut groups = self.groups.iter();
        groups.position(|group| side(group).contains(&place))
    }

    fn renumbered(&self, group: &Group) -> Option<Renumbered> {
        let old = self.old.entries.get(*group.old.first()?)?.id.clone();
        let new = self.new.entries.get(*group.new.first()?)?.id.clone();
        (old != new).then_some(Renumbered { old, new })
    }
}
