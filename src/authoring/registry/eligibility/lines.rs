//! The registry's text cut into segments: its lines, or paragraphs that were broken at a width, and where a line holds a heading with words
//! behind it or several items that run on, the parts of the line. The segments follow each other
//! without a gap.

use super::heading::{self, Heading, Line as LineKind};
use super::marker::{Letters, Marker, Style, marker};
use super::mention;
use super::run_on::{next_number, run_on};
use super::width::paragraphs;
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
pub(super) enum Place {
    Start,
    Within,
}

/// Whether the rest of a line has a title of a list somewhere behind its beginning: looked for once
/// in the whole line, which may be a million letters long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Titles {
    Some,
    None,
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
    let mut count = None;
    for range in paragraphs(text, lines(text)) {
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
        let from = segments.len();
        cut(text, range, (gap, count), &mut segments);
        let new = segments.get(from..).unwrap_or_default();
        count = new.iter().fold(count, counted);
        gap = Gap::None;
    }
    settle_letters(text, &mut segments);
    segments
}

/// What ends a line: LF, CR, and those that are read where a text was copied from a document. CR LF
/// is one.
pub(super) const LINE_ENDS: [char; 7] = [
    '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
];

/// The lines, each with its end.
fn lines(text: &str) -> Vec<Range<usize>> {
    let ends = text.match_indices(LINE_ENDS).filter_map(|(at, end)| {
        let next = at + end.len();
        let is_whole = end != "\r" || text.as_bytes().get(next) != Some(&b'\n');
        is_whole.then_some(next)
    });
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
fn cut<'a>(
    text: &'a str,
    line: Range<usize>,
    (gap, mut count): (Gap, Option<u32>),
    segments: &mut Vec<Segment<'a>>,
) {
    let indent = indent(text.get(line.clone()).unwrap_or_default());
    let last = mention::last_title(text.get(line.clone()).unwrap_or_default());
    let mut at = line.start;
    while at < line.end {
        let rest = text.get(at..line.end).unwrap_or_default();
        let place = if at == line.start {
            Place::Start
        } else {
            Place::Within
        };
        let titles = match last {
            Some(last) if line.start + last > at => Titles::Some,
            _ => Titles::None,
        };
        let (end, kind) = part(rest, (place, titles), count);
        // White space at the end of a line belongs to its last part.
        let end = if rest.get(end..).unwrap_or_default().trim().is_empty() {
            rest.len()
        } else {
            end
        };
        let end = at + end.max(1);
        let segment = Segment {
            range: at..end,
            indent,
            gap,
            kind,
        };
        count = counted(count, &segment);
        segments.push(segment);
        at = end;
    }
}

/// The number of the last item of the section, behind a segment.
fn counted(count: Option<u32>, segment: &Segment<'_>) -> Option<u32> {
    match &segment.kind {
        Kind::Heading(..) => None,
        Kind::Item(marker, _) => marker.number().or(count),
        Kind::Words(_) | Kind::Blank => count,
    }
}

/// The first part of the rest of a line, which is not blank: how long it is, and what.
fn part(rest: &str, (place, titles): (Place, Titles), count: Option<u32>) -> (usize, Kind<'_>) {
    let start = rest.len() - rest.trim_start().len();
    let words = rest.trim();
    let first = marker(words);
    if let Some((heading, length)) = heading_of(words, first.as_ref()) {
        let heading_words = words.get(..length).unwrap_or_default();
        return (start + length, Kind::Heading(heading, heading_words));
    }
    let inner = match titles {
        Titles::Some => mention::inner(words),
        Titles::None => None,
    };
    let own = words
        .get(..inner.unwrap_or(words.len()))
        .unwrap_or_default()
        .trim_end();
    let Some((marker, item)) = marker(own) else {
        let next = count.and_then(|count| next_number(own, count, place));
        let length = next.unwrap_or(own.len());
        let own = own.get(..length).unwrap_or(own);
        return (start + length, Kind::Words(own.trim()));
    };
    let length = run_on(own, (&marker, item), place, count).unwrap_or(own.len());
    let item_start = own.len() - item.len();
    let item = own.get(item_start.min(length)..length).unwrap_or_default();
    (start + length, Kind::Item(marker, item.trim()))
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
        let next = all.get(at + 1);
        let begins = own.is_first()
            && (later.any(|(_, other, letters)| *other == indent && letters.follows(own))
                || next.is_some_and(|(_, _, letters)| letters.follows(own)));
        let last = counted.last();
        let goes_on = earlier.any(|(_, other, letters)| *other == indent && own.follows(*letters))
            || last.is_some_and(|(_, _, letters)| own.follows(*letters));
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
