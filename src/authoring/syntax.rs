//! Broken syntax. One slip, such as a bracket that is not closed, makes a parser stumble over all
//! that follows; so a broken file is looked at part by part, and each part has its first mistake said.

use super::diagnostic::Log;
use super::file_mistake::FileMistake;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, Error};

/// What to do about a mistake of syntax, by the beginning of the parser's words for it; the
/// first that fits.
const HINTS: [(&str, &str); 17] = [
    ("duplicate key", "a key stands once in a table"),
    ("extra comma", "one comma stands between two items"),
    (
        "invalid basic string, expected `\"`",
        "a text ends with a quote in the line in which it begins",
    ),
    (
        "invalid basic string",
        "delete the character that cannot be seen; a quote in a text is written `\\\"`",
    ),
    (
        "missing escaped value",
        "a backslash in a text is written `\\\\`, a quote `\\\"`",
    ),
    (
        "key with no value",
        "behind a key stand `=` and its value; a key is one word, with `_` for a space",
    ),
    (
        "cannot extend value",
        "what stands below a header belongs to a table of its own name, as in docs/trial-format.md",
    ),
    ("unclosed array table", "a header of a list ends with `]]`"),
    ("unclosed inline table", "a table in a line ends with `}`"),
    (
        "unexpected leading zero",
        "a number begins with another digit than 0",
    ),
    (
        "invalid float",
        "a number has digits alone; its unit stands in `unit`",
    ),
    (
        "unexpected key or value",
        "each key begins a line of its own",
    ),
    (
        "missing comma between array elements",
        "a list ends with `]`",
    ),
    (
        "missing comma between key-value pairs",
        "a table in a line ends with `}`",
    ),
    (
        "missing key for inline table element",
        "a table in a line ends with `}`",
    ),
    (
        "string values must be quoted",
        "a text stands in quotes: `\"…\"`",
    ),
    ("invalid boolean", "accepted are `true` and `false`"),
];

/// Parses a document. Broken syntax gives nothing to go on with: what follows it would be guessed.
/// A key that stands twice is said, and its first value holds.
pub(crate) fn parse<'a>(text: &'a str, log: &mut Log) -> Option<Spanned<DeTable<'a>>> {
    let (document, errors) = DeTable::parse_recoverable(text);
    let readable = errors.iter().all(|error| is_repeated_key(error, text));
    let mut mistakes = if readable {
        Vec::new()
    } else {
        first_in_parts(text)
    };
    if mistakes.is_empty() {
        mistakes = errors.iter().map(|error| located(error, 0)).collect();
        mistakes.dedup();
    }
    for (range, message) in mistakes {
        let mut hints = HINTS.iter();
        let hint = hints.find(|(words, _)| message.starts_with(words));
        let said = log.error(range, FileMistake::Syntax(message.clone()));
        if let Some((_, hint)) = hint {
            said.hint(hint);
        }
    }
    readable.then_some(document)
}

/// Whether a key, and not a header, stands twice: then the file can be read all the same.
fn is_repeated_key(error: &Error, text: &str) -> bool {
    let before = error.span().and_then(|span| text.get(..span.start));
    let in_header = before.is_some_and(|before| before.trim_end().ends_with(['[', '.']));
    error.message() == "duplicate key" && !in_header
}

type Located = (Option<Range<usize>>, String);

fn located(error: &Error, offset: usize) -> Located {
    let range = error
        .span()
        .map(|span| span.start + offset..span.end + offset);
    // The parser says "nothing" where a value should have ended.
    let message = error.message().trim_end_matches(", expected nothing");
    (range, message.to_owned())
}

/// The first mistake of each part of the text that is broken by itself. A part begins with a line
/// that begins with a bracket: a header.
fn first_in_parts(text: &str) -> Vec<Located> {
    let later = text.match_indices("\n[").map(|(at, _)| at + 1);
    let starts: Vec<_> = std::iter::once(0).chain(later).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let parts = starts.iter().copied().zip(ends);
    let first = parts.filter_map(|(start, end)| {
        let (_, errors) = DeTable::parse_recoverable(&text[start..end]);
        Some(located(errors.first()?, start))
    });
    first.collect()
}
