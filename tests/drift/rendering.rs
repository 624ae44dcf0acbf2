//! Other ways of rendering the same text. None of them is drift.

use super::mutations::{first, first_criteria};
use super::{drift, set_criteria};
use prescreen::authoring::Outcome;

/// A way of rendering a text otherwise.
pub(crate) type Rendering = (&'static str, fn(&str) -> String);

/// What other programs, and other ages of the registry, do to a text.
pub(crate) const RENDERINGS: [Rendering; 12] = [
    ("lines end with CR LF", |text| text.replace('\n', "\r\n")),
    ("white space at the ends of lines", |text| {
        text.replace('\n', "  \n") + " "
    }),
    ("more blank lines", |text| {
        text.replace("\n\n", "\n\n\n") + "\n\n"
    }),
    ("white space around all", |text| format!("\n  {text}\n")),
    ("double spaces between words", double_spaces),
    ("comparators without escapes", |text| {
        text.replace("\\<", "<").replace("\\>", ">")
    }),
    ("all escapes undone", unescaped),
    ("comparators as entities", |text| {
        let text = text.replace("\\<", "<").replace("\\>", ">");
        let text = text.replace('<', "&lt;").replace('>', "&gt;");
        text.replace('≥', "&ge;").replace('≤', "&#8804;")
    }),
    ("comparators as escaped entities", |text| {
        let text = text.replace("\\<", "\\&lt;").replace("\\>", "\\&gt;");
        text.replace('≥', "\\&#8805;").replace('≤', "\\&#x2264;")
    }),
    ("numbers with a bracket", |text| {
        markers(text, |number, marker| match number {
            "" => marker.to_owned(),
            number => format!("{number})"),
        })
    }),
    ("dashes for stars", |text| {
        markers(text, |_, marker| match marker {
            "*" => "-".to_owned(),
            other => other.to_owned(),
        })
    }),
    ("stars for dashes", |text| {
        markers(text, |_, marker| match marker {
            "-" => "*".to_owned(),
            other => other.to_owned(),
        })
    }),
];

fn unescaped(text: &str) -> String {
    let mut bare = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => bare.extend(characters.next()),
            _ => bare.push(character),
        }
    }
    bare
}

/// Doubles the spaces between words, not those before a line.
fn double_spaces(text: &str) -> String {
    let line = |line: &str| {
        let words = line.trim_start();
        let indent = &line[..line.len() - words.len()];
        format!("{indent}{}", words.replace(' ', "  "))
    };
    let lines: Vec<_> = text.split('\n').map(line).collect();
    lines.join("\n")
}

/// Writes the marker of each line anew: of `1.` it is handed the number and all of it, of others
/// all of it alone.
fn markers(text: &str, marker: fn(&str, &str) -> String) -> String {
    let line = |line: &str| {
        let words = line.trim_start();
        let indent = &line[..line.len() - words.len()];
        let Some((old, rest)) = words.split_once(' ') else {
            return line.to_owned();
        };
        let number = old.strip_suffix('.').unwrap_or(old);
        let is_number =
            old.len() > number.len() && number.bytes().all(|byte| byte.is_ascii_digit());
        match old {
            "*" | "-" => format!("{indent}{} {rest}", marker("", old)),
            _ if is_number => format!("{indent}{} {rest}", marker(number, old)),
            _ => line.to_owned(),
        }
    };
    let lines: Vec<_> = text.split('\n').map(line).collect();
    lines.join("\n")
}

/// Other markers for numbers, where all items of the text are numbered.
const NUMBERED: [Rendering; 5] = [
    ("stars for numbers", |text| {
        markers(text, |number, _| {
            if number.is_empty() { "-" } else { "*" }.to_owned()
        })
    }),
    ("dashes for numbers", |text| {
        markers(text, |_, _| "-".to_owned())
    }),
    ("points for numbers", |text| {
        markers(text, |_, _| "•".to_owned())
    }),
    ("numbers in brackets", |text| {
        markers(text, |number, _| format!("({number})"))
    }),
    ("lines that go on indented", |text| {
        text.replace(", and", ",\n   and")
            .replace("; ", ";\n      ")
    }),
];

#[test]
fn no_rendering_of_the_first_trial_is_drift() {
    for (what, render) in RENDERINGS.into_iter().chain(NUMBERED) {
        let mut record = first();
        let text = render(&first_criteria());
        set_criteria(&mut record, &text);
        let drift = drift(&first(), &record);
        assert_eq!(
            drift.outcome(),
            Outcome::NoDrift,
            "{what}:\n{drift}\n{text}"
        );
    }
}

#[test]
fn every_rendering_but_those_that_find_nothing_changes_the_text() {
    let text = format!("{}\n\n* one\n\n- \\>two", first_criteria());
    for (what, render) in RENDERINGS.into_iter().chain(NUMBERED) {
        assert_ne!(render(&text), text, "{what}");
    }
}
