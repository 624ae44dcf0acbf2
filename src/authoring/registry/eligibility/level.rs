//! One list that is open, by the last item of it: what goes on with it, and what begins a list of
//! its own. Which lists are open is told elsewhere.

use super::marker::{Marker, Style};

/// A list by its last item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Level {
    /// How many columns it is indented.
    pub(super) indent: usize,
    pub(super) style: Style,
    /// The number of the item; that of a bullet is its own: `* 1)`.
    pub(super) number: Option<u32>,
}

impl Level {
    /// The list that an item is in.
    pub(super) fn of(indent: usize, marker: &Marker<'_>) -> Self {
        Self {
            indent,
            style: marker.style,
            number: marker.number(),
        }
    }

    /// A paragraph that holds the list after it.
    pub(super) fn of_paragraph(indent: usize) -> Self {
        Self {
            indent,
            style: Style::Number(0),
            number: None,
        }
    }

    /// Whether it is not indented deeper than the other one: a column is no depth.
    pub(super) fn is_beside(self, other: Self) -> bool {
        self.indent < other.indent + 2
    }

    /// Whether it counts on from the other one.
    pub(super) fn follows(self, other: Self) -> bool {
        match (other.style, self.style) {
            (Style::Letters(known), Style::Letters(letters)) => letters.follows(known),
            _ => match (other.number, self.number) {
                (Some(known), Some(number)) => number > 1 && known.checked_add(1) == Some(number),
                _ => false,
            },
        }
    }
}

/// Whether an item behind one that waits begins a list of its own: its sign is another one, or it
/// counts from the start.
pub(super) fn begins(known: Style, style: Style) -> bool {
    match (known, style) {
        (Style::Number(known), Style::Number(number)) => known > 0 && number == 1,
        (Style::Bullet(known), Style::Bullet(sign)) => known != sign,
        (Style::Letters(known), Style::Letters(letters)) => {
            letters.is_first() && !letters.follows(known)
        }
        (Style::Letters(_) | Style::Number(_), Style::Bullet(_)) => true,
        _ => false,
    }
}

/// Whether an item of the style goes on with a list of the other.
pub(super) fn goes_on(known: Style, style: Style) -> bool {
    match (known, style) {
        (Style::Number(known), Style::Number(_)) => known > 0,
        // The registry turns the dashes of a list to stars, but for those that it does not take for one.
        (Style::Bullet(known), Style::Bullet(sign)) => known == sign || (known, sign) == ('-', '*'),
        (Style::Letters(known), Style::Letters(letters)) => {
            letters.follows(known) || letters.shape == known.shape && letters.letter == Some(1)
        }
        _ => false,
    }
}
