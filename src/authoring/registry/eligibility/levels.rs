//! The lists that are open at a line: how deep an item is nested, and which lines go on with it.
//! Indentation says it, and where lists of two styles share one, what counts on behind them.

use super::level::{Level, begins, goes_on};
use super::lines::{Gap, Kind, Segment};
use super::marker::{Marker, Style};
use super::paragraph::ends_open;
use std::collections::HashSet;

/// When a line without a marker goes on with the item above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// Where it stands right below it.
    Together,
    /// Also behind a blank line: it gives examples of what stands before it.
    Always,
    /// Where the item ends with a colon, also behind a blank line.
    IfAwaited,
    /// Where it is indented alone.
    Apart,
}

/// The lists that are open, the outermost first.
pub(super) struct Levels {
    open: Vec<Level>,
    /// Whether the line before waits for what follows.
    waits: bool,
    /// The numbers in the section, with their indentation.
    numbers: HashSet<(usize, u32)>,
    /// The last number, and how many lists were open there.
    counted: Option<(u32, usize)>,
    /// Whether the outermost list has escaped bullets.
    escaped: bool,
    /// How many items were seen, and the place of the last one with a bullet among all of them.
    seen: usize,
    bullets: Option<usize>,
}

impl Levels {
    pub(super) fn new(section: &[(usize, &Segment<'_>)]) -> Self {
        let items = section
            .iter()
            .filter_map(|(_, segment)| match &segment.kind {
                Kind::Item(marker, _) => Some((segment.indent, marker.style)),
                _ => None,
            });
        let numbers = items.clone().filter_map(|(indent, style)| match style {
            Style::Number(number) => Some((indent, number)),
            _ => None,
        });
        let bullets = (1..)
            .zip(items)
            .filter(|(_, (_, style))| matches!(style, Style::Bullet(_)));
        Self {
            escaped: false,
            seen: 0,
            bullets: bullets.last().map(|(place, _)| place),
            open: Vec::new(),
            waits: false,
            counted: None,
            numbers: numbers.collect(),
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
            self.open.push(Level::of_paragraph(indent));
            self.waits = true;
        }
    }

    /// The depth of an item.
    pub(super) fn depth(&mut self, indent: usize, marker: &Marker<'_>, words: &str) -> u8 {
        let item = Level::of(indent, marker);
        self.seen += 1;
        if self.goes_on_with_escaped(item) {
            self.open = vec![item];
        } else if !self.counts_on(item) {
            while self.open.last().is_some_and(|outer| outer.indent > indent) {
                self.open.pop();
            }
            if self.open.last().is_some_and(|outer| item.is_beside(*outer)) {
                self.beside(item);
            } else {
                self.open.push(item);
            }
        }
        self.waits = ends_open(words);
        if self.open.len() == 1 {
            let is_bullet = matches!(item.style, Style::Bullet(_));
            self.escaped = is_bullet && (marker.written.starts_with('\\') || self.escaped);
        }
        if let Style::Number(number) = item.style {
            self.counted = Some((number, self.open.len()));
        }
        u8::try_from(self.open.len().saturating_sub(1)).unwrap_or(u8::MAX)
    }

    /// A number that follows directly on the last one of an open list goes on with that, however it
    /// is indented: no list begins with a 7 behind the 6 of another one. Where it follows on several,
    /// that of its own indentation is meant, else the innermost.
    fn counts_on(&mut self, item: Level) -> bool {
        let own = |known: &Level| item.follows(*known) && known.indent.abs_diff(item.indent) < 2;
        let any = |known: &Level| item.follows(*known);
        let found = self.open.iter().rposition(own);
        let Some(at) = found.or_else(|| self.open.iter().rposition(any)) else {
            return false;
        };
        self.open.truncate(at + 1);
        if let Some(known) = self.open.last_mut() {
            known.style = item.style;
            known.number = item.number;
        }
        true
    }

    /// An item at the indentation of the innermost list: it goes on with a list there, begins one
    /// inside of it, or takes its place.
    fn beside(&mut self, item: Level) {
        let same = |known: &Level| item.is_beside(*known) && goes_on(known.style, item.style);
        if self.is_awaited(item.style) {
            self.open.push(item);
            return;
        }
        if let Some(at) = self.open.iter().rposition(same) {
            self.open.truncate(at);
        } else if !self.nests(item) {
            self.open.pop();
        }
        self.open.push(item);
    }

    /// Whether a bullet that is indented deeper than all lists goes on with the outermost one: the
    /// registry did not take that for a list, as its escape shows, so that it put what follows into
    /// whatever stands before.
    fn goes_on_with_escaped(&self, item: Level) -> bool {
        let mut open = self.open.iter();
        let deeper = open.all(|outer| !item.is_beside(*outer) && outer.indent < item.indent);
        self.escaped && !self.waits && deeper && matches!(item.style, Style::Bullet(_))
    }

    /// Whether an item begins the list that the one before it waits for.
    fn is_awaited(&self, style: Style) -> bool {
        let is_open = self.open.iter().any(|known| known.style == style);
        let last = self.open.last().filter(|_| self.waits && !is_open);
        last.is_some_and(|known| begins(known.style, style))
    }

    /// Whether a list of another style, at the same indentation, lies in the item before it.
    fn nests(&self, item: Level) -> bool {
        let Some(outer) = self.open.last() else {
            return false;
        };
        match (outer.style, item.style) {
            (Style::Number(outer), Style::Number(_)) => outer == 0,
            (Style::Number(_), Style::Letters(letters)) => letters.is_first(),
            (Style::Bullet(_), Style::Letters(letters)) => {
                self.waits
                    || letters.is_first() && self.bullets.is_some_and(|last| last > self.seen)
            }
            (Style::Number(number), Style::Bullet(_)) => {
                self.waits
                    || self
                        .numbers
                        .contains(&(item.indent, number.saturating_add(1)))
            }
            (Style::Letters(_), Style::Letters(letters)) => letters.roman == Some(1),
            (Style::Bullet(_), Style::Number(number)) => {
                self.waits && number == 1 || self.counts_through(number)
            }
            (Style::Bullet(_) | Style::Letters(_), Style::Bullet(_))
            | (Style::Letters(_), Style::Number(_)) => self.waits,
        }
    }

    /// Whether a number goes on with those of a list that was nested in an item before this one:
    /// they are counted through.
    fn counts_through(&self, number: u32) -> bool {
        let last = number.checked_sub(1).filter(|last| *last > 0);
        self.counted
            .is_some_and(|(known, depth)| Some(known) == last && depth > self.open.len())
    }

    /// The depth at which a line without a marker goes on with the open criterion, if it does: it
    /// follows directly, or is indented, or the criterion waits for it.
    pub(super) fn takes(&mut self, segment: &Segment<'_>, flow: Flow, words: &str) -> Option<u8> {
        let outermost = self.open.first()?;
        let indented = segment.indent > outermost.indent;
        let directly = match flow {
            Flow::Together => segment.gap == Gap::None,
            Flow::IfAwaited => self.waits,
            Flow::Always => true,
            Flow::Apart => false,
        };
        if !indented && !directly {
            return None;
        }
        self.waits |= ends_open(words);
        let depth = self
            .open
            .iter()
            .rposition(|level| segment.indent > level.indent || directly && !indented);
        Some(u8::try_from(depth.unwrap_or(0)).unwrap_or(u8::MAX))
    }
}
