//! The registry's text of criteria in its pieces, as they are compared.

use super::words::{Word, line, words};
use crate::authoring::registry::eligibility::{Item, Line, PieceKind, split};
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

/// A piece of the registry's text: a criterion, or passages that follow each other. How those are
/// broken into lines is white space, so they are one text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Entry {
    pub(super) ids: Vec<String>,
    pub(super) list: List,
    /// The passage that is the heading of its list, if it is one of several.
    pub(super) group: Option<String>,
    pub(super) text: String,
    #[serde(skip)]
    lines: String,
}

/// A text in its pieces, with the words of each.
pub(super) struct Text {
    pub(super) entries: Vec<Entry>,
    pub(super) words: Vec<Vec<Word>>,
}

impl Text {
    /// Splits a text.
    pub(super) fn read(text: &str) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        let mut count = Count::default();
        for piece in split(text) {
            let Some(next) = entry(piece.kind, &mut count) else {
                continue;
            };
            match entries.last_mut() {
                Some(last) if last.list == List::Passage && next.list == List::Passage => {
                    last.go_on(next);
                }
                _ => entries.push(next),
            }
        }
        let words = entries.iter().map(|entry| words(&entry.lines)).collect();
        Self { entries, words }
    }

    /// Some of the pieces.
    pub(super) fn entries(&self, places: &[usize]) -> Vec<Entry> {
        let entries = places.iter().filter_map(|place| self.entries.get(*place));
        entries.cloned().collect()
    }

    /// The words of some pieces, one after the other.
    pub(super) fn words(&self, places: &[usize]) -> Vec<Word> {
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

impl Entry {
    fn go_on(&mut self, next: Self) {
        self.ids.extend(next.ids);
        self.lines = format!("{}\n{}", self.lines, next.lines);
        self.text = format!("{} {}", self.text, next.text);
    }
}

fn entry(kind: PieceKind, count: &mut Count) -> Option<Entry> {
    match kind {
        PieceKind::Blank | PieceKind::Heading => None,
        PieceKind::Criterion(item) => Some(of_item(item, count)),
        PieceKind::Passage(passage) => Some(Entry {
            ids: vec![passage.id],
            list: List::Passage,
            group: None,
            text: line(&words(&passage.text)),
            lines: passage.text,
        }),
    }
}

fn of_item(item: Item, count: &mut Count) -> Entry {
    let lines: Vec<_> = item.lines.iter().map(|line| count.words(line)).collect();
    let lines = lines.join("\n");
    Entry {
        ids: vec![item.id],
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

/// The number of the last item at each depth. A number that begins a line and does not count the
/// items is no marker, whatever it looks like: `… older than⏎18. Others …`.
#[derive(Default)]
struct Count {
    last: Vec<u32>,
}

impl Count {
    /// The words of a line, with the number of its marker where that counts nothing.
    fn words(&mut self, line: &Line) -> String {
        let digits = line.marker.chars().filter(char::is_ascii_digit);
        let Ok(number) = digits.collect::<String>().parse::<u32>() else {
            return line.text.clone();
        };
        let depth = usize::from(line.depth);
        self.last.resize(depth + 1, 0);
        let last = self.last.get(depth).copied().unwrap_or_default();
        if number != 1 && Some(number) != last.checked_add(1) {
            return format!("{} {}", line.marker, line.text);
        }
        if let Some(last) = self.last.get_mut(depth) {
            *last = number;
        }
        line.text.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    fn texts(text: &str) -> Vec<String> {
        let entries = Text::read(text).entries.into_iter();
        entries.map(|entry| entry.text).collect()
    }

    #[test]
    fn a_number_that_counts_the_items_is_no_word_of_them() {
        let text = "Inclusion Criteria:\n\n1. Aged 3\n   1) or 2\n   2) or 1\n2. Well\n\nExclusion Criteria:\n\n3. Ill\n";
        assert_eq!(texts(text), ["Aged 3 or 2 or 1", "Well", "Ill"]);
    }

    #[test]
    fn a_number_that_counts_nothing_stays() {
        let text = "Inclusion Criteria:\n\n1. Aged less than\n18. Or more\n2. Well\n";
        assert!(texts(text).concat().contains("18"), "{:?}", texts(text));
    }
}
