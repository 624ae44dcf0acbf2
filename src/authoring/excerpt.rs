//! The place of a diagnostic as text: path, line and column (characters, counted from 1), and the
//! line itself with a caret below. A long line is cut around the caret, so that it fits a terminal.

use super::diagnostic::Source;
use std::fmt::{self, Write};
use std::ops::Range;

/// The most characters of a line that are shown.
const WIDTH: usize = 100;

/// How many characters before the caret stay in view where a long line is cut.
const BEFORE: usize = 30;

/// One line of a source, with the characters that a diagnostic is about.
pub(crate) struct Excerpt<'a> {
    path: &'a str,
    line: usize,
    text: Vec<char>,
    marked: Range<usize>,
}

impl<'a> Excerpt<'a> {
    /// The line in which `range` (bytes) begins.
    pub(crate) fn new(source: &'a Source, range: Range<usize>) -> Self {
        let text = &source.text;
        let start = text.floor_char_boundary(range.start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let end = text
            .floor_char_boundary(range.end)
            .clamp(start, line_end.max(start));
        let first = text[line_start..start].chars().count();
        Self {
            path: &source.path,
            line: text[..line_start].matches('\n').count() + 1,
            text: text[line_start..line_end]
                .trim_end_matches('\r')
                .chars()
                .collect(),
            marked: first..first + text[start..end].chars().count().max(1),
        }
    }

    /// The characters shown.
    fn window(&self) -> Range<usize> {
        if self.text.len() <= WIDTH {
            return 0..self.text.len();
        }
        let latest = self.text.len() - WIDTH;
        let first = self.marked.start.saturating_sub(BEFORE).min(latest);
        first..first + WIDTH
    }

    fn write_line(&self, out: &mut fmt::Formatter<'_>, window: &Range<usize>) -> fmt::Result {
        out.write_str(cut(window.start > 0))?;
        for letter in &self.text[window.clone()] {
            let shown = if letter.is_control() && *letter != '\t' {
                char::REPLACEMENT_CHARACTER
            } else {
                *letter
            };
            out.write_char(shown)?;
        }
        writeln!(out, "{}", cut(window.end < self.text.len()))
    }

    fn write_caret(&self, out: &mut fmt::Formatter<'_>, window: &Range<usize>) -> fmt::Result {
        if window.start > 0 {
            out.write_char(' ')?;
        }
        for letter in &self.text[window.start..self.marked.start.min(window.end)] {
            out.write_char(match letter {
                '\t' => '\t',
                letter if is_wide(*letter) => '\u{3000}',
                _ => ' ',
            })?;
        }
        for at in self.marked.start..self.marked.end.min(window.end).max(self.marked.start + 1) {
            let wide = self.text.get(at).copied().is_some_and(is_wide);
            out.write_str(if wide { "^^" } else { "^" })?;
        }
        writeln!(out)
    }
}

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let gutter = self.line.to_string().len();
        let (line, column) = (self.line, self.marked.start + 1);
        writeln!(out, "{:gutter$}--> {}:{line}:{column}", "", self.path)?;
        writeln!(out, "{:gutter$} |", "")?;
        let window = self.window();
        write!(out, "{line} | ")?;
        self.write_line(out, &window)?;
        write!(out, "{:gutter$} | ", "")?;
        self.write_caret(out, &window)
    }
}

fn cut(is_cut: bool) -> &'static str {
    if is_cut { "…" } else { "" }
}

/// Whether a terminal shows the character two columns wide (Chinese characters and punctuation).
fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}')
}

/// The line and the column, in characters, of a byte; both are counted from 1.
pub(crate) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.matches('\n').count() + 1;
    (line, before[line_start..].chars().count() + 1)
}
