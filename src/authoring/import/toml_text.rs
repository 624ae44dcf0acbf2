//! Texts written as TOML: a text of one line in quotes, one of several lines as it stands, and
//! comments, which no text of a record can end.

use std::fmt::Write;

/// A text as a TOML value.
pub(super) fn value(text: &str) -> String {
    if text.contains('\n') {
        let inside = escaped(text).replace("\"\"\"", "\"\"\\\"");
        let inside = match inside.strip_suffix('"') {
            Some(start) if !start.ends_with('\\') => format!("{start}\\\""),
            _ => inside,
        };
        format!("\"\"\"\n{inside}\"\"\"")
    } else {
        format!("\"{}\"", escaped(text).replace('"', "\\\""))
    }
}

/// Backslashes and control characters; line ends stay.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push('\n'),
            letter if letter.is_control() => _ = write!(escaped, "\\u{:04X}", u32::from(letter)),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A comment of one line, whatever the words.
pub(super) fn comment(words: &str) -> String {
    let words: String = words
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    format!("# {}\n", words.trim_end())
}
