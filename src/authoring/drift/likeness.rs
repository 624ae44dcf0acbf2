//! How alike two pieces of text are, by the words that they have in common.

use super::words::Word;
use std::collections::BTreeMap;

/// How much of a piece must stand in another one to be split from it.
const CONTAINED: f64 = 0.75;

/// The likeness of the same words in the same order.
pub(super) const SAME: f64 = 2.0;

/// What is aligned: the list that a piece belongs to, and its words.
pub(super) struct Side<P> {
    pub(super) list: P,
    words: Vec<String>,
    counts: Counts,
}

/// How often each word or number stands in a text; signs say too little.
pub(super) type Counts = BTreeMap<String, usize>;

impl<P> Side<P> {
    /// A piece of a list.
    pub(super) fn new(list: P, words: &[Word]) -> Self {
        let mut counts = Counts::new();
        for word in words {
            if word.text.chars().any(char::is_alphanumeric) {
                *counts.entry(word.text.to_lowercase()).or_default() += 1;
            }
        }
        let words = words.iter().map(|word| word.text.clone()).collect();
        Self {
            list,
            words,
            counts,
        }
    }

    /// Its words, for a comparison.
    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    /// How often each word stands in it.
    pub(super) fn counts(&self) -> &Counts {
        &self.counts
    }

    /// The share of the words of both that they have in common; more than all for the same words
    /// in the same order.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        if self.words == other.words {
            return SAME;
        }
        let all = self.counts.values().sum::<usize>() + other.counts.values().sum::<usize>();
        share(2 * common(&self.counts, &other.counts), all)
    }

    /// Whether most of it stands among the words of another piece. One word alone may stand
    /// anywhere.
    pub(super) fn is_contained_in(&self, words: &Counts) -> bool {
        let all = self.counts.values().sum();
        all >= 2 && share(common(&self.counts, words), all) >= CONTAINED
    }
}

fn common(one: &Counts, other: &Counts) -> usize {
    let counts = one
        .iter()
        .filter_map(|(word, count)| Some(*count.min(other.get(word)?)));
    counts.sum()
}

#[expect(clippy::cast_precision_loss, reason = "texts have few words")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}
