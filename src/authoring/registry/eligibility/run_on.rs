//! Items that run on in one line: where the next one begins. A number or a letter alone says little,
//! so that it must count on, and a sentence must begin behind it.

use super::lines::Place;
use super::marker::{Case, Letters, Marker, Style};

/// Where the next item begins in the same line: `1. … 2. …` with the third behind it, or `• … •`.
pub(super) fn run_on(
    own: &str,
    (marker, item): (&Marker<'_>, &str),
    place: Place,
    count: Option<u32>,
) -> Option<usize> {
    let from = own.len() - item.len();
    let found = match marker.style {
        Style::Bullet(sign) if "•●▪■◦○➢✓".contains(sign) => item.find(sign),
        Style::Bullet('-') => {
            let dash = item.match_indices(" - ").find(|(at, _)| {
                let before = item.get(..*at).unwrap_or_default();
                let after = item.get(at + 3..).unwrap_or_default();
                before.ends_with(['.', ';'])
                    && after.starts_with(|next: char| next.is_ascii_uppercase())
            });
            dash.map(|(at, _)| at + 1)
        }
        Style::Letters(letters) => next_letter(item, letters),
        Style::Bullet(_) | Style::Number(_) => None,
    };
    let number = marker.number().or(count);
    let found = found.or_else(|| next_number(item, number?, place));
    found.map(|at| from + at)
}

/// Where the next number stands, before a word, and after the end of a sentence or in a line that
/// counts on.
pub(super) fn next_number(item: &str, number: u32, place: Place) -> Option<usize> {
    let next = number.checked_add(1)?;
    let mut found = numbers(item, next);
    found.find_map(|(at, after)| {
        let before = item.get(..at).unwrap_or_default().trim_end();
        let ends = before.ends_with(['.', ';', ':', ',', ')']);
        let capital = starts_with_capital(after);
        let counts_on = place == Place::Within
            || numbers(after, next.saturating_add(1)).any(|(_, after)| starts_with_capital(after));
        (ends || capital && counts_on).then_some(at)
    })
}

/// Where a number stands as `2.`, `2)` or `2\\.` between white space, and the words after it.
fn numbers(text: &str, number: u32) -> impl Iterator<Item = (usize, &str)> {
    let digits = number.to_string();
    let mut from = 0;
    let places = std::iter::from_fn(move || {
        let at = from + text.get(from..)?.find(digits.as_str())?;
        from = at + digits.len();
        Some((at, from))
    });
    places.filter_map(move |(at, end)| {
        let (before, after) = (text.get(..at)?, text.get(end..)?);
        let after = after.strip_prefix('\\').unwrap_or(after);
        let after = after.strip_prefix(['.', ')'])?;
        let word = after.trim_start();
        let is_word = !word.is_empty() && !word.starts_with(|letter: char| letter.is_ascii_digit());
        (before.ends_with(' ') && after.starts_with(' ') && is_word).then_some((at, word))
    })
}

/// Where the next letter stands, with the same sign and a sentence behind it: `A. … B. …`.
fn next_letter(item: &str, letters: Letters) -> Option<usize> {
    let (case, sign) = letters.shape;
    let next = u8::try_from(letters.letter?.checked_add(1)?).ok()?;
    let next = match case {
        Case::Lower => b'a'.checked_add(next - 1)?,
        Case::Capital => b'A'.checked_add(next - 1)?,
    };
    let marker = match sign {
        '(' => format!(" ({}) ", char::from(next)),
        sign => format!(" {}{sign} ", char::from(next)),
    };
    let at = item.find(&marker)?;
    let sentence = item.get(at + marker.len()..).unwrap_or_default();
    (starts_with_capital(item) && starts_with_capital(sentence)).then_some(at + 1)
}

fn starts_with_capital(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_uppercase())
}
