//! The registry's criteria as pieces: `eligibilityCriteria` is one text with lists in it, below
//! their headings. The pieces follow each other without a gap, so that joined they are the text
//! again, and no word of it belongs to none of them.

mod assembly;
pub(crate) mod escape;
mod heading;
mod level;
mod levels;
mod lines;
mod marker;
mod mention;
mod outline;
mod paragraph;
mod run_on;
mod width;

use crate::engine::Polarity;
use assembly::Assembly;
use lines::segments;
use outline::roles;
use std::ops::Range;

/// A part of the registry's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its bytes in the text: from the end of the piece before it.
    pub range: Range<usize>,
    /// What it is.
    pub kind: PieceKind,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PieceKind {
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
pub struct Item {
    /// Its number: `I` or `E`, and its place among all of its kind, from 1; `U` where no heading
    /// says which of them it is.
    pub id: String,
    /// None where no heading says it: it is never guessed.
    pub polarity: Option<Polarity>,
    /// The id of the passage that is the heading of its list, where that says more than
    /// which list it is: a cohort, an arm, a part of the study.
    pub group: Option<String>,
    /// Its words, with escapes undone: the lines, those that are nested indented by two spaces for
    /// each depth and with their markers.
    pub text: String,
    /// Its lines, for a comparison line by line.
    pub lines: Vec<Line>,
}

/// One line of a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How deep it is nested: 0 for the item itself; a line that goes on with another one is as
    /// deep as that.
    pub depth: u8,
    /// The marker before it, with escapes undone, such as `3.` or `*`; empty if there is none.
    pub marker: String,
    /// Its words, with escapes undone.
    pub text: String,
}

/// Words of the registry that are no criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// `P` and its place among the passages, from 1.
    pub id: String,
    /// Its words, with escapes undone.
    pub text: String,
}

/// Splits the text into its pieces, in order.
///
/// ```
/// use prescreen::authoring::{items, split};
/// let text = "Inclusion Criteria:\n\n1. Aged \\>= 3 years\n   * or 2\n\nExclusion Criteria:\n\n* None";
/// let pieces = split(text);
/// let joined: String = pieces.iter().map(|piece| &text[piece.range.clone()]).collect();
/// assert_eq!(joined, text);
/// let items = items(&pieces);
/// assert_eq!([items[0].id.as_str(), items[1].id.as_str()], ["I1", "E1"]);
/// assert_eq!(items[0].text, "Aged >= 3 years\n  * or 2");
/// ```
#[must_use]
pub fn split(text: &str) -> Vec<Piece> {
    let segments = segments(text);
    let roles = roles(&segments);
    let mut assembly = Assembly::default();
    for (segment, role) in segments.iter().zip(roles) {
        assembly.add(segment, role);
    }
    assembly.pieces
}

/// The criteria among the pieces, in order.
#[must_use]
pub fn items(pieces: &[Piece]) -> Vec<Item> {
    let item = |piece: &Piece| match &piece.kind {
        PieceKind::Criterion(item) => Some(item.clone()),
        _ => None,
    };
    pieces.iter().filter_map(item).collect()
}

/// The passages among the pieces, in order.
#[must_use]
pub fn passages(pieces: &[Piece]) -> Vec<Passage> {
    let passage = |piece: &Piece| match &piece.kind {
        PieceKind::Passage(passage) => Some(passage.clone()),
        _ => None,
    };
    pieces.iter().filter_map(passage).collect()
}
