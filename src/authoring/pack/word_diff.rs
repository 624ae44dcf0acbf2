//! What became of a text, word by word: a Chinese character is a word, and so is a number. It says
//! where texts differ, not what that means.

/// Texts with more pairs of words than this are not compared word by word: nobody reads that, and an
/// earlier pack may hold anything.
const MOST_COMPARED: usize = 4_000_000;

/// A part of two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// In both.
    Kept(String),
    /// In the earlier text alone.
    Removed(String),
    /// In the later text alone.
    Added(String),
}

/// The words of a text, with the spaces and signs between them: joined, they are the text.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, letter) in text.char_indices() {
        if before.is_some_and(|before| !is_one_word(before, letter)) {
            words.extend(text.get(start..at));
            start = at;
        }
        before = Some(letter);
    }
    words.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    words
}

/// Whether two letters beside each other belong to one word.
fn is_one_word(before: char, letter: char) -> bool {
    let is_of_a_word =
        |letter: char| letter.is_alphanumeric() && !('\u{2e80}'..='\u{9fff}').contains(&letter);
    let is_of_a_number = |letter: char| letter.is_ascii_digit() || letter == '.';
    is_of_a_word(before) && is_of_a_word(letter) || is_of_a_number(before) && is_of_a_number(letter)
}

/// The parts of two texts in their order: without the added ones they are the earlier text, without
/// the removed ones the later. As much as can be is kept.
///
/// ```
/// use prescreen::authoring::pack::{Part, word_diff};
/// let parts = word_diff("below 10 kg", "below 12 kg");
/// assert_eq!(parts, [
///     Part::Kept("below ".into()), Part::Removed("10".into()), Part::Added("12".into()), Part::Kept(" kg".into()),
/// ]);
/// ```
#[must_use]
pub fn word_diff(earlier: &str, later: &str) -> Vec<Part> {
    let texts = [earlier, later].map(str::to_owned);
    let (earlier, later) = (words(earlier), words(later));
    if earlier.len().saturating_mul(later.len()) > MOST_COMPARED {
        let [old, new] = texts;
        return vec![Part::Removed(old), Part::Added(new)];
    }
    let lengths = common(&earlier, &later);
    let length = |one: usize, other: usize| {
        let row: Option<&Vec<usize>> = lengths.get(one);
        row.and_then(|row| row.get(other)).copied().unwrap_or(0)
    };
    let (mut one, mut other) = (0, 0);
    let mut parts = Vec::new();
    loop {
        match (earlier.get(one), later.get(other)) {
            (Some(old), Some(new)) if old == new => {
                push(&mut parts, Part::Kept((*old).to_owned()));
                (one, other) = (one + 1, other + 1);
            }
            (Some(old), new)
                if new.is_none() || length(one + 1, other) >= length(one, other + 1) =>
            {
                push(&mut parts, Part::Removed((*old).to_owned()));
                one += 1;
            }
            (_, Some(new)) => {
                push(&mut parts, Part::Added((*new).to_owned()));
                other += 1;
            }
            (_, None) => return parts,
        }
    }
}

/// How many words the texts have in common at most, from each place of both on.
fn common(earlier: &[&str], later: &[&str]) -> Vec<Vec<usize>> {
    let mut rows = vec![vec![0; later.len() + 1]];
    for old in earlier.iter().rev() {
        let below = rows.last().cloned().unwrap_or_default();
        let mut row = vec![0];
        for (new, pair) in later.iter().rev().zip(below.windows(2).rev()) {
            let [here, behind] = [0, 1].map(|at| pair.get(at).copied().unwrap_or(0));
            let right = row.last().copied().unwrap_or(0);
            row.push(if old == new {
                behind + 1
            } else {
                here.max(right)
            });
        }
        row.reverse();
        rows.push(row);
    }
    rows.reverse();
    rows
}

/// Adds a part, joined to the one before it where both are of one kind.
fn push(parts: &mut Vec<Part>, part: Part) {
    match (parts.last_mut(), &part) {
        (Some(Part::Kept(text)), Part::Kept(more))
        | (Some(Part::Removed(text)), Part::Removed(more))
        | (Some(Part::Added(text)), Part::Added(more)) => text.push_str(more),
        _ => parts.push(part),
    }
}
