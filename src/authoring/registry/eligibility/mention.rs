//! Lists that are named within words: a heading inside of a line, a criterion that names the other
//! list, a sentence that turns the sense of the list above it. Lines that are headings are told
//! elsewhere.

use super::heading::named_lists;
use crate::engine::Polarity;

/// Words before a heading within a line that belong to a heading of another kind.
const QUALIFIERS: [&str; 8] = [
    "other",
    "additional",
    "specific",
    "general",
    "all",
    "any",
    "following",
    "the",
];

/// Words before the name of a list that refer to it.
const REFERRING: [&str; 14] = [
    "in", "per", "by", "to", "with", "from", "see", "and", "or", "no", "each", "meet", "meets",
    "meeting",
];

/// Where a heading stands within a line, in capitals and with its colon: `… relationship Exclusion
/// Criteria: …`.
pub(super) fn inner(line: &str) -> Option<usize> {
    let found = titles(line).filter(|(start, _, after)| {
        let before = line.get(..*start).unwrap_or_default();
        let ends_word =
            before.ends_with(|letter: char| letter.is_whitespace() || ".;)".contains(letter));
        let last = before.split_whitespace().next_back().unwrap_or_default();
        ends_word
            && after.trim_start().starts_with(':')
            && !QUALIFIERS.contains(&last.to_ascii_lowercase().as_str())
            && (before.split_whitespace().count() > 3 || before.trim_end().ends_with(['.', ';']))
    });
    found.map(|(start, ..)| start).next()
}

/// Where the last title of a list begins in the line, be it a heading or not.
pub(super) fn last_title(line: &str) -> Option<usize> {
    titles(line).last().map(|(start, ..)| start)
}

/// Whether the words of an item name the other list as a heading does, so that it may be that
/// which the next items belong to.
pub(super) fn names_other(line: &str, polarity: Option<Polarity>) -> bool {
    titles(line).any(|(start, found, _)| {
        let before = line.get(..start).unwrap_or_default();
        let last = before.split_whitespace().next_back();
        let last = last.unwrap_or_default().to_ascii_lowercase();
        let refers = QUALIFIERS.contains(&last.as_str()) || REFERRING.contains(&last.as_str());
        start > 0 && Some(found) != polarity && !refers
    })
}

/// Whether an unmarked line before a list turns the sense of the list above it: `Patients will be
/// excluded if:` below `Inclusion Criteria:`, or a sentence that names the other list alone.
pub(super) fn turns_sense(line: &str, polarity: Polarity) -> bool {
    let mut named = named_lists(line);
    let other = named.clone().any(|named| named != polarity);
    if other && named.all(|named| named != polarity) {
        return true;
    }
    polarity == Polarity::Inclusion && excludes(line)
}

fn excludes(line: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    let turning = [
        "excluded",
        "not eligible",
        "not be eligible",
        "ineligible",
        "not be included",
    ];
    !lower.starts_with("note") && turning.iter().any(|words| lower.contains(words))
}

/// `Inclusion Criteria` and `EXCLUSION CRITERIA` in the line: where each begins, its list, and
/// the rest of the line.
fn titles(line: &str) -> impl Iterator<Item = (usize, Polarity, &str)> {
    let names = [
        ("Inclusion Criteria", Polarity::Inclusion),
        ("Exclusion Criteria", Polarity::Exclusion),
        ("INCLUSION CRITERIA", Polarity::Inclusion),
        ("EXCLUSION CRITERIA", Polarity::Exclusion),
    ];
    let starts = line.match_indices(['I', 'E']);
    starts.filter_map(move |(start, _)| {
        let rest = line.get(start..)?;
        let (name, polarity) = names.iter().find(|(name, _)| rest.starts_with(name))?;
        let after = rest.get(name.len()..)?;
        match (non(line.get(..start)?), *polarity) {
            (None, polarity) => Some((start, polarity, after)),
            (Some(start), Polarity::Inclusion) => Some((start, Polarity::Exclusion, after)),
            (Some(_), Polarity::Exclusion) => None,
        }
    })
}

/// Where a `Non-` begins that the words end with.
fn non(before: &str) -> Option<usize> {
    let start = before.len().checked_sub("non-".len())?;
    let end = before.get(start..)?.to_ascii_lowercase();
    let own = before.get(..start)?;
    let is_word = !own.ends_with(|letter: char| letter.is_alphanumeric());
    (["non-", "non "].contains(&end.as_str()) && is_word).then_some(start)
}
