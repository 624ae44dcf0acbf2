//! Paragraphs that were broken at a width: older records and copies of them have lines of some
//! ninety letters, and a line by itself is then no sentence. It is told from the text as a whole:
//! each line is as full as the first word of the next one allows.

use super::marker::marker;
use std::ops::Range;

/// The widths at which texts are broken, in letters.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=120;

/// So many lines that go on in lower case must be full before a text counts as broken.
const FEWEST: usize = 2;

/// Joins the lines that are one paragraph without a marker; the others stay by themselves.
pub(super) fn paragraphs(text: &str, lines: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let Some(width) = width(text, &lines) else {
        return lines;
    };
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut above = "";
    for line in lines {
        let own = words(text, &line);
        let joins = goes_on(above, own) && is_full(above, own, width);
        match paragraphs.last_mut().filter(|_| joins) {
            Some(last) => last.end = line.end,
            None => paragraphs.push(line),
        }
        above = own;
    }
    paragraphs
}

/// The width at which the text is broken, if it is: most of the lines that go on in lower case come
/// after one that is full.
fn width(text: &str, lines: &[Range<usize>]) -> Option<usize> {
    let widths = lines.iter().map(|line| letters(words(text, line)));
    let width = widths.max().filter(|width| WIDTHS.contains(width))?;
    let pairs = lines.windows(2).filter_map(|pair| match pair {
        [above, line] => Some((words(text, above), words(text, line))),
        _ => None,
    });
    let lower = pairs.filter(|(above, line)| {
        let first = line.trim_start().chars().next();
        !above.is_empty() && first.is_some_and(char::is_lowercase) && marker(line.trim()).is_none()
    });
    let full: Vec<bool> = lower
        .map(|(above, line)| is_full(above, line, width))
        .collect();
    let count = full.iter().filter(|full| **full).count();
    (count >= FEWEST && count * 3 >= full.len() * 2).then_some(width)
}

/// Whether both lines are words without a marker, one right below the other.
fn goes_on(above: &str, line: &str) -> bool {
    let is_words = |line: &str| !line.is_empty() && marker(line.trim()).is_none();
    is_words(above) && is_words(line)
}

/// Whether the first word of the line had no place in the line above.
fn is_full(above: &str, line: &str, width: usize) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    letters(above) + 1 + letters(first) > width
}

/// A line without the white space at its end.
fn words<'a>(text: &'a str, line: &Range<usize>) -> &'a str {
    text.get(line.clone()).unwrap_or_default().trim_end()
}

fn letters(words: &str) -> usize {
    words.chars().count()
}
