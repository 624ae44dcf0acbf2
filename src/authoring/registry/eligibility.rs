//! The registry's criteria as pieces: `eligibilityCriteria` is one text with lists in it, below
//! their headings. The pieces follow each other without a gap, so that joined they are the text
//! again, and no word of it belongs to none of them.

use crate::engine::Polarity;
use std::ops::Range;

/// A part of the registry's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Its bytes in the text: from the end of the piece before it.
    pub(crate) range: Range<usize>,
    pub(crate) kind: PieceKind,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PieceKind {
    /// White space alone.
    Blank,
    /// A heading that says no more than which list follows, such as `Inclusion Criteria:`.
    Heading,
    /// A criterion, with everything that is nested in it.
    Criterion(Item),
    /// Words that are no criterion: a heading that says more, a sentence before a list, a note.
    Passage(Passage),
}

/// One criterion of the registry: an item of the uppermost list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// Its number: `I` or `E`, and its place among all of its kind, from 1; `U` where no heading
    /// says which of them it is.
    pub(crate) id: String,
    /// None where no heading says it: it is never guessed.
    pub(crate) polarity: Option<Polarity>,
    /// The id of the passage that is the heading of its list, where that says more than
    /// which list it is: a cohort, an arm, a part of the study.
    pub(crate) group: Option<String>,
    /// Its words, with escapes undone: the lines, those that are nested with their markers.
    pub(crate) text: String,
    /// Its lines, for a comparison line by line.
    pub(crate) lines: Vec<Line>,
}

/// One line of a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// How deep it is nested: 0 for the item itself, and for lines that go on with it.
    pub(crate) depth: u8,
    /// The marker before it as it is written, such as `3.` or `*`; empty if there is none.
    pub(crate) marker: String,
    /// Its words, with escapes undone.
    pub(crate) text: String,
}

/// Words of the registry that are no criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    /// `P` and its place among the passages, from 1.
    pub(crate) id: String,
    /// Its words, with escapes undone.
    pub(crate) text: String,
}

/// Splits the text into its pieces, in order.
pub(crate) fn split(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut polarity, mut count, mut start) = (None, 0, 0);
    for line in text.split_inclusive('\n') {
        let range = start..start + line.len();
        start = range.end;
        let words = line.trim();
        if words.is_empty() {
            append(&mut pieces, range, PieceKind::Blank);
        } else if let Some(heading) = heading(words) {
            (polarity, count) = (Some(heading), 0);
            append(&mut pieces, range, PieceKind::Heading);
        } else if let Some((marker, words)) = item_start(line, count + 1)
            && let Some(polarity) = polarity
        {
            count += 1;
            let kind = PieceKind::Criterion(item(polarity, count, marker, words));
            append(&mut pieces, range, kind);
        } else {
            go_on(&mut pieces, range, words);
        }
    }
    pieces
}

fn append(pieces: &mut Vec<Piece>, range: Range<usize>, kind: PieceKind) {
    pieces.push(Piece { range, kind });
}

/// A line that begins nothing goes on with the criterion before it, or is a passage.
fn go_on(pieces: &mut Vec<Piece>, range: Range<usize>, words: &str) {
    let text = unescape(words);
    if let Some(Piece {
        range: before,
        kind: PieceKind::Criterion(item),
    }) = pieces.last_mut()
    {
        before.end = range.end;
        item.text = format!("{}\n{text}", item.text);
        item.lines.push(Line {
            depth: 0,
            marker: String::new(),
            text,
        });
        return;
    }
    let passages = pieces
        .iter()
        .filter(|piece| matches!(piece.kind, PieceKind::Passage(_)));
    let id = format!("P{}", passages.count() + 1);
    append(pieces, range, PieceKind::Passage(Passage { id, text }));
}

/// The criteria among the pieces, in order.
pub(crate) fn items(pieces: &[Piece]) -> Vec<Item> {
    let item = |piece: &Piece| match &piece.kind {
        PieceKind::Criterion(item) => Some(item.clone()),
        _ => None,
    };
    pieces.iter().filter_map(item).collect()
}

/// The passages among the pieces, in order.
pub(crate) fn passages(pieces: &[Piece]) -> Vec<Passage> {
    let passage = |piece: &Piece| match &piece.kind {
        PieceKind::Passage(passage) => Some(passage.clone()),
        _ => None,
    };
    pieces.iter().filter_map(passage).collect()
}

fn heading(words: &str) -> Option<Polarity> {
    match words.to_ascii_lowercase().as_str() {
        "inclusion criteria:" => Some(Polarity::Inclusion),
        "exclusion criteria:" => Some(Polarity::Exclusion),
        _ => None,
    }
}

/// The marker and the words of a line that begins an item: `3. words` where the third is next, or
/// `* words`.
fn item_start(line: &str, next: usize) -> Option<(String, &str)> {
    [format!("{next}."), "*".to_owned()]
        .into_iter()
        .find_map(|marker| {
            let words = line.strip_prefix(&marker)?.strip_prefix(' ')?;
            Some((marker, words.trim()))
        })
}

fn item(polarity: Polarity, number: usize, marker: String, words: &str) -> Item {
    let letter = match polarity {
        Polarity::Inclusion => 'I',
        Polarity::Exclusion => 'E',
    };
    let text = unescape(words);
    Item {
        id: format!("{letter}{number}"),
        polarity: Some(polarity),
        group: None,
        text: text.clone(),
        lines: vec![Line {
            depth: 0,
            marker,
            text,
        }],
    }
}

fn unescape(text: &str) -> String {
    text.replace("\\<", "<").replace("\\>", ">")
}
