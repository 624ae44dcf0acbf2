//! The registry's text cut into segments: its lines, and where a line holds a heading with words
//! behind it or several items that run on, the parts of the line. The segments follow each other
//! without a gap.

use super::heading::{self, Heading, Line as LineKind};
use super::marker::{Letters, Marker, Style, marker};
use std::ops::Range;

/// A part of the text.
#[derive(Debug)]
pub(super) struct Segment<'a> {
    pub(super) range: Range<usize>,
    /// How many columns it is indented.
    pub(super) indent: usize,
    /// Whether white space alone stands between it and the line above.
    pub(super) gap: Gap,
    pub(super) kind: Kind<'a>,
}

/// Whether a blank line stands before a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    Blank,
    None,
}

/// Whether a part is the first of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Start,
    Within,
}

/// What a segment is, as far as it alone tells.
#[derive(Debug)]
pub(super) enum Kind<'a> {
    Blank,
    Heading(Heading, &'a str),
    Item(Marker<'a>, &'a str),
    Words(&'a str),
}

/// Cuts the text.
pub(super) fn segments(text: &str) -> Vec<Segment<'_>> {
    let mut segments = Vec::new();
    let mut gap = Gap::None;
    for range in lines(text) {
        let line = text.get(range.clone()).unwrap_or_default();
        if line.trim().is_empty() {
            gap = Gap::Blank;
            segments.push(Segment {
                range,
                indent: 0,
                gap,
                kind: Kind::Blank,
            });
            continue;
        }
        cut(text, range, gap, &mut segments);
        gap = Gap::None;
    }
    settle_letters(text, &mut segments);
    segments
}

/// The lines, each with its end: LF, CR LF, or CR alone.
fn lines(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let ends_line = |(at, byte): (usize, &u8)| match byte {
        b'\n' => Some(at + 1),
        b'\r' if bytes.get(at + 1) != Some(&b'\n') => Some(at + 1),
        _ => None,
    };
    let ends = bytes.iter().enumerate().filter_map(ends_line);
    let mut start = 0;
    let mut lines = Vec::new();
    for end in ends.chain([text.len()]).filter(|end| *end > 0) {
        if end > start {
            lines.push(start..end);
        }
        start = end;
    }
    lines
}

/// Cuts one line: behind a heading, before a heading within it, and where items run on.
fn cut<'a>(text: &'a str, line: Range<usize>, gap: Gap, segments: &mut Vec<Segment<'a>>) {
    let indent = indent(text.get(line.clone()).unwrap_or_default());
    let mut start = line.start;
    let mut push = |end: usize, kind: Kind<'a>| {
        segments.push(Segment {
            range: start..end,
            indent,
            gap,
            kind,
        });
        start = end;
    };
    let mut at = line.start;
    while at < line.end {
        let rest = text.get(at..line.end).unwrap_or_default();
        let place = if at == line.start {
            Place::Start
        } else {
            Place::Within
        };
        let (end, kind) = part(rest, place);
        // White space at the end of a line belongs to its last part.
        let end = if rest.get(end..).unwrap_or_default().trim().is_empty() {
            rest.len()
        } else {
            end
        };
        push(at + end, kind);
        at += end.max(1);
    }
}

/// The first part of the rest of a line, which is not blank: how long it is, and what.
fn part(rest: &str, place: Place) -> (usize, Kind<'_>) {
    let start = rest.len() - rest.trim_start().len();
    let words = rest.trim();
    let first = marker(words);
    if let Some((heading, length)) = heading_of(words, first.as_ref()) {
        let heading_words = words.get(..length).unwrap_or_default();
        return (start + length, Kind::Heading(heading, heading_words));
    }
    let inner = heading::inner(words);
    let own = words
        .get(..inner.unwrap_or(words.len()))
        .unwrap_or_default()
        .trim_end();
    match marker(own) {
        Some((marker, item)) => {
            let length = run_on(own, &marker, item, place).unwrap_or(own.len());
            let item_start = own.len() - item.len();
            let item = own.get(item_start.min(length)..length).unwrap_or_default();
            (start + length, Kind::Item(marker, item.trim()))
        }
        None => (start + own.len(), Kind::Words(own.trim())),
    }
}

/// The heading at the beginning, and its length; one behind a marker has no other words before it.
fn heading_of(words: &str, marked: Option<&(Marker<'_>, &str)>) -> Option<(Heading, usize)> {
    let Some((_, item)) = marked else {
        return heading::leading(words, LineKind::Unmarked);
    };
    let before = words.len() - item.len();
    let (heading, length) = heading::leading(item, LineKind::Marked)?;
    Some((heading, before + length))
}

/// Where the next item begins in the same line: `1. … 2. …` with the third behind it, or `• … •`.
fn run_on(own: &str, marker: &Marker<'_>, item: &str, place: Place) -> Option<usize> {
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
        Style::Bullet(_) => {
            own_number(marker.written).and_then(|number| next_number(item, number, place))
        }
        Style::Number(number) => next_number(item, number, place),
        Style::Letters(_) => None,
    };
    found.map(|at| from + at)
}

/// The number of its own that a bullet has: `* 1)`.
fn own_number(written: &str) -> Option<u32> {
    let digits = written.trim_matches(|letter: char| !letter.is_ascii_digit());
    digits.parse().ok()
}

/// Where the next number stands, before a word, and after the end of a sentence or in a line that
/// counts on.
fn next_number(item: &str, number: u32, place: Place) -> Option<usize> {
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
    let found: Vec<_> = text
        .match_indices(digits.as_str())
        .map(|(at, _)| at)
        .collect();
    found.into_iter().filter_map(move |at| {
        let before = text.get(..at)?;
        let after = text.get(at + digits.len()..)?;
        let after = after.strip_prefix('\\').unwrap_or(after);
        let after = after.strip_prefix(['.', ')'])?;
        let word = after.trim_start();
        let is_word = !word.is_empty() && !word.starts_with(|letter: char| letter.is_ascii_digit());
        (before.ends_with(' ') && after.starts_with(' ') && is_word).then_some((at, word))
    })
}

fn starts_with_capital(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_uppercase())
}

fn indent(line: &str) -> usize {
    let white = line.chars().take_while(|letter| letter.is_whitespace());
    white.map(|letter| if letter == '\t' { 4 } else { 1 }).sum()
}

/// How many letters before and after are looked at.
const NEIGHBOURS: usize = 40;

/// Letters are markers where their neighbours count on: `a)` with a `b)` behind it. Others are
/// words.
fn settle_letters<'a>(text: &'a str, segments: &mut [Segment<'a>]) {
    let all: Vec<(usize, usize, Letters)> = (0..).zip(&*segments).filter_map(letters).collect();
    let mut counted: Vec<(usize, usize, Letters)> = Vec::new();
    for (at, candidate) in all.iter().enumerate() {
        let (place, indent, own) = *candidate;
        let mut later = all.iter().skip(at + 1).take(NEIGHBOURS);
        let mut earlier = counted.iter().rev().take(NEIGHBOURS);
        let begins = own.is_first()
            && later.any(|(_, other, letters)| *other == indent && letters.follows(own));
        let goes_on = earlier.any(|(_, other, letters)| *other == indent && own.follows(*letters));
        if begins || goes_on {
            counted.push(*candidate);
        } else if let Some(segment) = segments.get_mut(place) {
            segment.kind = Kind::Words(text.get(segment.range.clone()).unwrap_or_default().trim());
        }
    }
}

/// The segment's place, its indentation and its letters, if letters mark it.
fn letters((place, segment): (usize, &Segment<'_>)) -> Option<(usize, usize, Letters)> {
    match &segment.kind {
        Kind::Item(
            Marker {
                style: Style::Letters(letters),
                ..
            },
            _,
        ) => Some((place, segment.indent, *letters)),
        _ => None,
    }
}
