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

const LISTS: [(&str, Polarity); 3] = [
    ("inclusion", Polarity::Inclusion),
    ("exclusion", Polarity::Exclusion),
    ("noninclusion", Polarity::Exclusion),
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
/// A word of a line: its bytes, and itself in lower case.
pub(super) struct Word {
    range: Range<usize>,
    lower: String,
}

/// The heading that the line begins with, and its bytes: what follows them is no part of it.
pub(super) fn leading(line: &str, kind: Line) -> Option<(Heading, usize)> {
    let line = beginning(line);
    if !speaks_of_lists(line) {
        return None;
    }
    let words = words(line);
    let at = (0..words.len()).find(|at| list_at(&words, *at).is_some())?;
    bare(line, &words, at, kind).or_else(|| match kind {
        Line::Marked => None,
        Line::Unmarked => saying_more(line, &words, at).map(|heading| (heading, line.len())),
    })
}

/// So much of a line as a heading may be long, in whole letters.
fn beginning(line: &str) -> &str {
    const LONGEST: usize = 1000;
    let end = (LONGEST..line.len()).find(|end| line.is_char_boundary(*end));
    end.and_then(|end| line.get(..end)).unwrap_or(line)
}

/// `Inclusion Criteria:` with nothing, or with its first words behind the colon.
fn bare(line: &str, words: &[Word], at: usize, kind: Line) -> Option<(Heading, usize)> {
    let before = words.get(..name_start(words, at))?;
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
    let heading = Heading {
        polarity: list_at(words, at),
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
    let both = (0..words.len()).filter_map(|at| list_at(words, at));
    let first = list_at(words, at);
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
    let starts = name_start(words, at) == numbers;
    let after = words.get(at + 1 + usize::from(named));
    // `Inclusion criteria 13 is only for …` is about one of them.
    let is_about_one =
        named && !colon && after.is_some_and(is_number) && words.get(at + 3).is_some();
    let goes_on = after.is_none_or(|word| {
        let is_bracket = line
            .get(..word.range.start)
            .is_some_and(|start| start.ends_with('('));
        starts || is_bracket || ["for", "of", "specific", "in"].contains(&word.lower.as_str())
    });
    let stops = line.ends_with('.') && after.is_none_or(|word| word.lower != "for");
    let heading = heads
        && !sentence
        && !is_about_one
        && words.len() <= LONGEST
        && (colon || goes_on && !stops);
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

fn speaks_of_lists(line: &str) -> bool {
    let bytes = line.as_bytes();
    bytes
        .windows(7)
        .any(|window| window.eq_ignore_ascii_case(b"clusion"))
}

/// The list that a word names. `Non-inclusion` is the name of the other list in many records; what
/// `non-exclusion` would be is not guessed.
fn list_at(words: &[Word], at: usize) -> Option<Polarity> {
    let word = &words.get(at)?.lower;
    let (_, polarity) = LISTS.iter().find(|(name, _)| name == word)?;
    match (name_start(words, at) < at, polarity) {
        (false, polarity) => Some(*polarity),
        (true, Polarity::Inclusion) => Some(Polarity::Exclusion),
        (true, Polarity::Exclusion) => None,
    }
}

/// Where the name of a list begins: at the word, or at the `non` before it.
fn name_start(words: &[Word], at: usize) -> usize {
    let before = at.checked_sub(1);
    let non = before.filter(|before| words.get(*before).is_some_and(|word| word.lower == "non"));
    non.unwrap_or(at)
}

/// The lists that a line names as `… criteria`, in order.
pub(super) fn named_lists(line: &str) -> impl Iterator<Item = Polarity> + Clone {
    let words = words(line);
    let named = (1..words.len()).filter_map(|at| {
        let criteria = words.get(at)?;
        let is_named = CRITERIA.contains(&criteria.lower.as_str());
        list_at(&words, at - 1).filter(|_| is_named)
    });
    named.collect::<Vec<_>>().into_iter()
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
