//! Segments put together to pieces: criteria are numbered, and what is nested in one is added to
//! it, with the white space between.

use super::escape::unescape;
use super::heading::{Heading, Scope};
use super::lines::{Kind, LINE_ENDS, Segment};
use super::mention;
use super::outline::Role;
use super::{Item, Line, Passage, Piece, PieceKind};
use crate::engine::Polarity;

/// The pieces so far, and what the next ones belong to.
#[derive(Default)]
pub(super) struct Assembly {
    pub(super) pieces: Vec<Piece>,
    polarity: Option<Polarity>,
    group: Option<String>,
    /// The passage that names those whom the next headings are about.
    cohort: Option<String>,
    passages: usize,
    inclusions: usize,
    exclusions: usize,
    unknown: usize,
}

impl Assembly {
    /// Adds the next segment.
    pub(super) fn add(&mut self, segment: &Segment<'_>, role: Role) {
        match (&segment.kind, role) {
            (Kind::Blank, _) => self.push(segment, PieceKind::Blank),
            (Kind::Heading(heading, words), _) => self.add_heading(segment, *heading, words),
            (Kind::Item(marker, words), Role::Begins) => {
                self.begin(segment, &unescape(marker.written), words);
            }
            (Kind::Words(words), Role::Begins) => self.begin(segment, "", words),
            (Kind::Item(marker, words), Role::Inside(depth)) => {
                self.go_on(segment, depth, &unescape(marker.written), words);
            }
            (Kind::Words(words), Role::Inside(depth)) => self.go_on(segment, depth, "", words),
            (Kind::Words(words), role) => self.add_words(segment, words, role),
            (Kind::Item(marker, words), _) => {
                let words = format!("{} {words}", marker.written);
                self.add_words(segment, words.trim(), Role::Aside);
            }
        }
    }

    fn push(&mut self, segment: &Segment<'_>, kind: PieceKind) {
        let range = segment.range.clone();
        self.pieces.push(Piece { range, kind });
    }

    fn add_heading(&mut self, segment: &Segment<'_>, heading: Heading, words: &str) {
        self.polarity = heading.polarity;
        self.group = match heading.scope {
            Scope::Bare => {
                self.push(segment, PieceKind::Heading);
                self.cohort.clone()
            }
            Scope::More => Some(self.add_passage(segment, words)),
        };
    }

    fn add_words(&mut self, segment: &Segment<'_>, words: &str, role: Role) {
        let id = self.add_passage(segment, words);
        if role == Role::Names {
            self.cohort = Some(id);
        } else if role == Role::Introduces {
            self.group = Some(id);
            let turns = |polarity: &Polarity| mention::turns_sense(words, *polarity);
            self.polarity = self.polarity.filter(|polarity| !turns(polarity));
        }
    }

    fn add_passage(&mut self, segment: &Segment<'_>, words: &str) -> String {
        self.passages += 1;
        let id = format!("P{}", self.passages);
        let lines: Vec<_> = broken(words).map(unescape).collect();
        let (passage, text) = (id.clone(), lines.join("\n"));
        self.push(segment, PieceKind::Passage(Passage { id, text }));
        passage
    }

    fn begin(&mut self, segment: &Segment<'_>, marker: &str, words: &str) {
        let mut item = Item {
            id: self.next_id(),
            polarity: self.polarity,
            group: self.group.clone(),
            text: String::new(),
            lines: vec![Line {
                depth: 0,
                marker: marker.to_owned(),
                text: String::new(),
            }],
        };
        add_lines(&mut item, 0, "", words);
        self.push(segment, PieceKind::Criterion(item));
        self.doubt(words);
    }

    fn next_id(&mut self) -> String {
        let (letter, count) = match self.polarity {
            Some(Polarity::Inclusion) => ('I', &mut self.inclusions),
            Some(Polarity::Exclusion) => ('E', &mut self.exclusions),
            None => ('U', &mut self.unknown),
        };
        *count += 1;
        format!("{letter}{count}")
    }

    /// Adds a line to the last criterion; the white space before it becomes a part of that.
    fn go_on(&mut self, segment: &Segment<'_>, depth: u8, marker: &str, words: &str) {
        while self.pieces.len() > 1 && self.pieces.last().is_some_and(is_blank) {
            self.pieces.pop();
        }
        let Some(Piece {
            range,
            kind: PieceKind::Criterion(item),
        }) = self.pieces.last_mut()
        else {
            // Nothing is open only where the outline is wrong; the words are kept all the same.
            self.begin(segment, marker, words);
            return;
        };
        range.end = segment.range.end;
        add_lines(item, depth, marker, words);
        self.doubt(words);
    }

    /// Words of a criterion that name the other list as a heading does leave open which list the
    /// next ones belong to.
    fn doubt(&mut self, words: &str) {
        if mention::names_other(words, self.polarity) {
            self.polarity = None;
            self.group = None;
        }
    }
}

/// Adds words to a criterion: those of several lines were broken at a width.
fn add_lines(item: &mut Item, depth: u8, marker: &str, words: &str) {
    let mut lines = broken(words);
    add_line(
        item,
        depth,
        marker,
        unescape(lines.next().unwrap_or_default()),
    );
    for line in lines {
        add_line(item, depth, "", unescape(line));
    }
}

/// The lines of words that were broken at a width.
fn broken(words: &str) -> impl Iterator<Item = &str> {
    let lines = words.split(LINE_ENDS).map(str::trim);
    lines.filter(|line| !line.is_empty())
}

fn add_line(item: &mut Item, depth: u8, marker: &str, text: String) {
    if !item.text.is_empty() {
        let gap = if marker.is_empty() { "" } else { " " };
        let indent = "  ".repeat(usize::from(depth));
        for part in ["\n", &indent, marker, gap, &text] {
            item.text.push_str(part);
        }
        item.lines.push(Line {
            depth,
            marker: marker.to_owned(),
            text,
        });
    } else if let Some(first) = item.lines.first_mut() {
        // A marker alone in its line: these are its words.
        first.text.clone_from(&text);
        item.text = text;
    }
}

fn is_blank(piece: &Piece) -> bool {
    piece.kind == PieceKind::Blank
}
