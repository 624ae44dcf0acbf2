//! The lists that are open at a line: how deep an item is nested, and which lines go on with it.
//! Indentation says it, and where lists of two styles share one, what counts on behind them.

use super::lines::{Gap, Kind, Segment};
use super::marker::Style;
use super::paragraph::ends_open;
use std::collections::HashSet;

/// When a line without a marker goes on with the item above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// Where it stands right below it.
    Together,
    /// Where the item ends with a colon, also behind a blank line.
    IfAwaited,
    /// Where it is indented alone.
    Apart,
}

/// The lists that are open: the indentation and the style of each, the outermost first.
pub(super) struct Levels {
    open: Vec<(usize, Style)>,
    /// Whether the line before waits for what follows.
    waits: bool,
    /// The numbers in the section, with their indentation.
    numbers: HashSet<(usize, u32)>,
}

impl Levels {
    pub(super) fn new(section: &[(usize, &Segment<'_>)]) -> Self {
        let number = |(_, segment): &(usize, &Segment<'_>)| match &segment.kind {
            Kind::Item(marker, _) => match marker.style {
                Style::Number(number) => Some((segment.indent, number)),
                _ => None,
            },
            _ => None,
        };
        Self {
            open: Vec::new(),
            waits: false,
            numbers: section.iter().filter_map(number).collect(),
        }
    }

    pub(super) fn clear(&mut self) {
        self.open.clear();
        self.waits = false;
    }

    /// A paragraph holds the list after it where it waits for one.
    pub(super) fn begin_paragraph(&mut self, indent: usize, words: &str) {
        self.clear();
        if ends_open(words) {
            self.open.push((indent, Style::Number(0)));
            self.waits = true;
        }
    }

    /// The depth of an item.
    pub(super) fn depth(&mut self, indent: usize, style: Style, words: &str) -> u8 {
        while self.open.last().is_some_and(|(outer, _)| *outer > indent) {
            self.open.pop();
        }
        match self.open.last().copied() {
            Some((outer, _)) if indent < outer + 2 => self.beside(indent, style),
            _ => self.open.push((indent, style)),
        }
        self.waits = ends_open(words);
        u8::try_from(self.open.len().saturating_sub(1)).unwrap_or(u8::MAX)
    }

    /// An item at the indentation of the innermost list: it goes on with a list there, begins one
    /// inside of it, or takes its place.
    fn beside(&mut self, indent: usize, style: Style) {
        let same = |(outer, known): &(usize, Style)| indent < outer + 2 && goes_on(*known, style);
        if let Some(at) = self.open.iter().rposition(same) {
            self.open.truncate(at);
        } else if !self.nests(indent, style) {
            self.open.pop();
        }
        self.open.push((indent, style));
    }

    /// Whether a list of another style, at the same indentation, lies in the item before it.
    fn nests(&self, indent: usize, style: Style) -> bool {
        let Some((_, outer)) = self.open.last() else {
            return false;
        };
        match (*outer, style) {
            (Style::Number(_), Style::Number(_)) => *outer == Style::Number(0),
            (Style::Number(_), Style::Letters(letters)) => letters.is_first(),
            (Style::Number(number), Style::Bullet(_)) => {
                self.waits || self.numbers.contains(&(indent, number.saturating_add(1)))
            }
            (Style::Letters(_), Style::Letters(letters)) => letters.roman == Some(1),
            (Style::Bullet(_), Style::Number(number)) => self.waits && number == 1,
            (_, Style::Bullet(_) | Style::Letters(_) | Style::Number(_)) => self.waits,
        }
    }

    /// The depth at which a line without a marker goes on with the open criterion, if it does: it
    /// follows directly, or is indented, or the criterion waits for it.
    pub(super) fn takes(&self, segment: &Segment<'_>, flow: Flow) -> Option<u8> {
        let (outermost, _) = self.open.first()?;
        let indented = segment.indent > *outermost;
        let directly = match flow {
            Flow::Together => segment.gap == Gap::None,
            Flow::IfAwaited => self.waits,
            Flow::Apart => false,
        };
        if !indented && !directly {
            return None;
        }
        let depth = self
            .open
            .iter()
            .rposition(|(indent, _)| segment.indent > *indent || directly && !indented);
        Some(u8::try_from(depth.unwrap_or(0)).unwrap_or(u8::MAX))
    }
}

/// Whether an item of the style goes on with a list of the other.
fn goes_on(known: Style, style: Style) -> bool {
    match (known, style) {
        (Style::Number(known), Style::Number(_)) => known > 0,
        (Style::Bullet(known), Style::Bullet(sign)) => known == sign,
        (Style::Letters(known), Style::Letters(letters)) => {
            letters.follows(known) || letters.shape == known.shape && letters.letter == Some(1)
        }
        _ => false,
    }
}
