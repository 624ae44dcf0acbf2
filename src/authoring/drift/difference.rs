//! The difference of two texts, word by word, for a person to read without colours:
//! `Aged 3 to [-18-]{+17+} years`.

use super::words::{Word, line};
use serde::Serialize;
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::ops::Range;

/// How many words stand around a change.
const CONTEXT: usize = 8;

/// How many equal words, with more than that changed around them, are shown as changed too: single
/// words left in place between changes are hard to read.
const CRUMBS: usize = 2;

/// Two texts beside each other.
#[derive(Clone, Debug)]
pub(super) struct Difference {
    parts: Vec<Part>,
}

#[derive(Clone, Debug)]
enum Part {
    Same(Vec<Word>),
    Other { old: Vec<Word>, new: Vec<Word> },
}

/// Words that stand for others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Replaced {
    old: String,
    new: String,
}

/// What differs, at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Differs {
    /// Nothing.
    Nothing,
    /// Points, commas, quotation marks and brackets.
    Punctuation,
    /// Capital and small letters.
    LetterCase,
    /// Words, digits or signs.
    Words,
}

/// Whether the words are the same.
pub(super) fn same(old: &[Word], new: &[Word]) -> bool {
    old.len() == new.len() && old.iter().zip(new).all(|(old, new)| old.text == new.text)
}

impl Difference {
    /// Lays two texts beside each other.
    pub(super) fn between(old: &[Word], new: &[Word]) -> Self {
        let texts = |words: &[Word]| -> Vec<String> {
            words.iter().map(|word| word.text.clone()).collect()
        };
        let found = capture_diff_slices(Algorithm::Myers, &texts(old), &texts(new));
        let mut difference = Self { parts: Vec::new() };
        for found in found {
            let (tag, olds, news) = found.as_tag_tuple();
            let side =
                |words: &[Word], range: Range<usize>| words.get(range).unwrap_or_default().to_vec();
            difference.push(match tag {
                DiffTag::Equal => Part::Same(side(new, news)),
                _ => Part::Other {
                    old: side(old, olds),
                    new: side(new, news),
                },
            });
        }
        difference.joined()
    }

    fn push(&mut self, part: Part) {
        match (self.parts.last_mut(), part) {
            (
                Some(Part::Other { old, new }),
                Part::Other {
                    old: olds,
                    new: news,
                },
            ) => {
                old.extend(olds);
                new.extend(news);
            }
            (_, part) => self.parts.push(part),
        }
    }

    /// The same with crumbs joined to the changes around them.
    fn joined(self) -> Self {
        let size = |part: Option<&Part>| match part {
            Some(Part::Other { old, new }) => old.len() + new.len(),
            _ => 0,
        };
        let mut joined = Self { parts: Vec::new() };
        let mut parts = self.parts.into_iter().peekable();
        while let Some(part) = parts.next() {
            let (before, after) = (size(joined.parts.last()), size(parts.peek()));
            joined.push(match part {
                Part::Same(words)
                    if words.len() <= CRUMBS
                        && before.min(after) > 0
                        && before + after > 4 * words.len() =>
                {
                    Part::Other {
                        old: words.clone(),
                        new: words,
                    }
                }
                part => part,
            });
        }
        joined
    }

    /// What differs, at most.
    pub(super) fn differs(&self) -> Differs {
        let kinds = self.parts.iter().map(|part| match part {
            Part::Same(_) => Differs::Nothing,
            Part::Other { old, new } => differs(old, new),
        });
        // The kinds are declared from the least to the greatest.
        kinds
            .max_by_key(|kind| *kind as u8)
            .unwrap_or(Differs::Nothing)
    }

    /// The words that stand for others.
    pub(super) fn replaced(&self) -> Vec<Replaced> {
        let replaced = |part: &Part| match part {
            Part::Same(_) => None,
            Part::Other { old, new } => Some(Replaced {
                old: line(old),
                new: line(new),
            }),
        };
        self.parts.iter().filter_map(replaced).collect()
    }

    /// The changes with some words around them.
    pub(super) fn excerpt(&self) -> String {
        let mut text = String::new();
        let last = self.parts.len().saturating_sub(1);
        for (place, part) in self.parts.iter().enumerate() {
            let (spaced, words) = match part {
                Part::Same(words) => (is_spaced(words), around(words, place == 0, place == last)),
                Part::Other { old, new } => (is_spaced(old) || is_spaced(new), marked(old, new)),
            };
            if spaced && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&words);
        }
        text
    }
}

fn differs(old: &[Word], new: &[Word]) -> Differs {
    let letters = |words: &[Word]| -> Vec<String> {
        let lower = words.iter().map(|word| word.text.to_lowercase());
        lower.collect()
    };
    let marks = ".,;:'\"“”‘’()[]•·";
    let meant = |words: &[Word]| -> Vec<String> {
        let is_mark = |word: &&Word| word.text.chars().all(|character| marks.contains(character));
        let meant = words.iter().filter(|word| !is_mark(word));
        meant.map(|word| word.text.clone()).collect()
    };
    if same(old, new) {
        Differs::Nothing
    } else if meant(old) == meant(new) {
        Differs::Punctuation
    } else if letters(old) == letters(new) {
        Differs::LetterCase
    } else {
        Differs::Words
    }
}

fn is_spaced(words: &[Word]) -> bool {
    words.first().is_some_and(|word| word.spaced)
}

fn marked(old: &[Word], new: &[Word]) -> String {
    let mark = |words: &[Word], begin, end| match line(words) {
        words if words.is_empty() => words,
        words => format!("{begin}{words}{end}"),
    };
    format!("{}{}", mark(old, "[-", "-]"), mark(new, "{+", "+}"))
}

/// Equal words, as far as they stand near a change.
fn around(words: &[Word], is_first: bool, is_last: bool) -> String {
    let before = if is_first { 0 } else { CONTEXT };
    let after = if is_last { 0 } else { CONTEXT };
    let rest = words.len().saturating_sub(before + after);
    if rest <= CONTEXT / 2 {
        return line(words);
    }
    let (head, tail) = (
        words.get(..before).unwrap_or_default(),
        words.get(before + rest..).unwrap_or_default(),
    );
    [line(head), "…".to_owned(), line(tail)]
        .join(" ")
        .trim()
        .to_owned()
}
