//! Headings that say which list follows. A sentence that only speaks of inclusion or exclusion is
//! none, and what a heading does not say is never guessed: where it cannot be told which list
//! follows, the criteria below have no polarity.

use crate::engine::Polarity;
use std::ops::Range;

/// A heading of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// None where it names both lists.
    pub(super) polarity: Option<Polarity>,
    pub(super) scope: Scope,
}

/// How much a heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// No more than which list follows.
    Bare,
    /// More: a cohort, a part of the study, that it lists the main criteria only.
    More,
}

/// Whether a line begins with the marker of a list: then only a bare heading is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    Marked,
    Unmarked,
}

const LISTS: [(&str, Polarity); 2] = [
    ("inclusion", Polarity::Inclusion),
    ("exclusion", Polarity::Exclusion),
];
const CRITERIA: [&str; 5] = [
    "criteria",
    "criterion",
    "criterias",
    "criteras",
    "requirements",
];
const BEFORE: [&str; 3] = ["the", "list", "of"];
const AFTER: [&str; 8] = [
    "were",
    "are",
    "is",
    "as",
    "follows",
    "following",
    "include",
    "includes",
];
/// Words of sentences that speak of the lists and head none.
const SENTENCE: [&str; 22] = [
    "apply",
    "applies",
    "applied",
    "may",
    "could",
    "can",
    "met",
    "meet",
    "meets",
    "meeting",
    "fulfil",
    "fulfill",
    "fulfills",
    "fulfilled",
    "specified",
    "defined",
    "those",
    "will",
    "not",
    "no",
    "note",
    "confirm",
];
/// More words than this are a sentence.
const LONGEST: usize = 14;
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

/// A word of a line: its bytes, and itself in lower case.
struct Word {
    range: Range<usize>,
    lower: String,
}

/// The heading that the line begins with, and its bytes: what follows them is no part of it.
pub(super) fn leading(line: &str, kind: Line) -> Option<(Heading, usize)> {
    if !speaks_of_lists(line) {
        return None;
    }
    let words = words(line);
    let at = words
        .iter()
        .position(|word| polarity(&word.lower).is_some())?;
    bare(line, &words, at, kind).or_else(|| match kind {
        Line::Marked => None,
        Line::Unmarked => saying_more(line, &words, at).map(|heading| (heading, line.len())),
    })
}

/// `Inclusion Criteria:` with nothing, or with its first words behind the colon.
fn bare(line: &str, words: &[Word], at: usize, kind: Line) -> Option<(Heading, usize)> {
    let before = words.get(..at)?;
    let is_bare = |word: &Word| BEFORE.contains(&word.lower.as_str()) || is_number(word);
    if !before.iter().all(is_bare) {
        return None;
    }
    let mut rest = words.get(at + 1..)?.iter().peekable();
    let named = rest.next_if(|word| CRITERIA.contains(&word.lower.as_str()));
    let mut end = named.unwrap_or(words.get(at)?).range.end;
    while let Some(word) = rest.next_if(|word| AFTER.contains(&word.lower.as_str())) {
        end = word.range.end;
    }
    let polarity = polarity(&words.get(at)?.lower);
    let heading = Heading {
        polarity,
        scope: Scope::Bare,
    };
    let tail = line.get(end..)?;
    let ends = tail.trim_matches(|letter: char| letter.is_whitespace() || ":：.-".contains(letter));
    let colon = tail.trim_start().starts_with([':', '：']);
    if ends.is_empty() {
        return (named.is_some() || colon).then_some((heading, line.len()));
    }
    let goes_on = colon && (named.is_some() || kind == Line::Unmarked);
    let sign = tail.find([':', '：'])?;
    let width = tail.get(sign..)?.chars().next()?.len_utf8();
    goes_on.then_some((heading, end + sign + width))
}

/// `Part 2: Key Inclusion Criteria`, `Exclusion criteria for all randomisations`, `Patients who
/// meet any of the following exclusion criteria will be excluded:`.
fn saying_more(line: &str, words: &[Word], at: usize) -> Option<Heading> {
    let both = words.iter().filter_map(|word| polarity(&word.lower));
    let first = polarity(&words.get(at)?.lower);
    let polarity = first.filter(|first| both.clone().all(|other| other == *first));
    let named = words
        .get(at + 1)
        .is_some_and(|word| CRITERIA.contains(&word.lower.as_str()));
    let colon = line.ends_with([':', '：']);
    let sentence = words
        .iter()
        .any(|word| SENTENCE.contains(&word.lower.as_str()));
    let following = at.checked_sub(1).and_then(|before| words.get(before));
    let lead_in = named
        && line.ends_with([':', '.', '：'])
        && following.is_some_and(|word| word.lower == "following")
        && (!negated(words) || first == Some(Polarity::Exclusion));
    let heads = named || both.clone().count() > 1 && colon || at + 1 == words.len() && colon;
    let numbers = words.iter().take_while(|word| is_number(word)).count();
    let starts = at == numbers;
    let after = words.get(at + 1 + usize::from(named));
    let goes_on = after.is_none_or(|word| {
        let is_bracket = line
            .get(..word.range.start)
            .is_some_and(|start| start.ends_with('('));
        starts || is_bracket || ["for", "of", "specific", "in"].contains(&word.lower.as_str())
    });
    let stops = line.ends_with('.') && after.is_none_or(|word| word.lower != "for");
    let heading = heads && !sentence && words.len() <= LONGEST && (colon || goes_on && !stops);
    (heading || lead_in).then_some(Heading {
        polarity,
        scope: Scope::More,
    })
}

/// A number, such as those of a section.
fn is_number(word: &Word) -> bool {
    word.lower.bytes().all(|byte| byte.is_ascii_digit())
}

fn negated(words: &[Word]) -> bool {
    words
        .iter()
        .any(|word| ["not", "no", "none"].contains(&word.lower.as_str()))
}

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
    let words = words(line);
    let mut named = words.windows(2).filter_map(|pair| match pair {
        [list, criteria] if CRITERIA.contains(&criteria.lower.as_str()) => {
            self::polarity(&list.lower)
        }
        _ => None,
    });
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
        Some((start, *polarity, rest.get(name.len()..)?))
    })
}

fn speaks_of_lists(line: &str) -> bool {
    let bytes = line.as_bytes();
    bytes
        .windows(7)
        .any(|window| window.eq_ignore_ascii_case(b"clusion"))
}

fn polarity(word: &str) -> Option<Polarity> {
    LISTS
        .iter()
        .find(|(name, _)| *name == word)
        .map(|(_, polarity)| *polarity)
}

fn words(line: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (start, letter) in line
        .char_indices()
        .filter(|(_, letter)| letter.is_alphanumeric())
    {
        let end = start + letter.len_utf8();
        match words.last_mut().filter(|word| word.range.end == start) {
            Some(word) => {
                word.range.end = end;
                word.lower.push(letter.to_ascii_lowercase());
            }
            None => words.push(Word {
                range: start..end,
                lower: letter.to_ascii_lowercase().to_string(),
            }),
        }
    }
    words
}
