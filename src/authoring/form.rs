//! Mistakes of form: what stands in a file is not what the format has there. Facts only; their
//! words are in `Display`, and nowhere else.

use super::diagnostic::Said;
use crate::engine::DecimalError;
use std::fmt;

/// What is wrong with the form of a file.
pub(crate) enum FormMistake {
    /// A key that must be there is not.
    MissingKey(&'static str),
    /// A key that the format does not have here.
    UnknownKey(String),
    /// A value of another type.
    WrongType {
        found: &'static str,
        accepted: &'static str,
    },
    /// A text of nothing but white space.
    EmptyText,
    /// A language that the page does not have.
    UnknownLanguage(String),
    /// A language in which the words are missing.
    MissingLanguage(&'static str),
    /// A word outside of a closed vocabulary.
    UnknownWord {
        found: String,
        accepted: Vec<&'static str>,
    },
    /// A key that a fact of this kind does not have.
    NotForKind {
        key: &'static str,
        kind: &'static str,
    },
    /// A name or word that stands earlier already.
    Repeated { what: &'static str, name: String },
    /// A number that is not whole, or is too large.
    NotWhole { found: String, most: u16 },
    /// A number that is not exact decimal text.
    NotDecimal { found: String, error: DecimalError },
    /// A text that is no day.
    NotADay(String),
    /// A text that is no number of a registry.
    NotARegistryNumber(String),
    /// A version of the format that this program does not read.
    UnknownFormat(String),
    /// A table with none of the keys of which it must have one.
    NoneOf {
        what: &'static str,
        keys: &'static [&'static str],
    },
    /// A table with two keys of which it may have one.
    BothOf {
        what: &'static str,
        keys: [&'static str; 2],
    },
    /// Rules that stand in each other too deep.
    TooDeep(usize),
    /// An `at_least` and a `below` that measure different things.
    DifferentEnds,
}

impl Said for FormMistake {
    // Long because it is flat: every mistake has its name here and nowhere else.
    fn code(&self) -> &'static str {
        match self {
            Self::MissingKey(_) => "missing-key",
            Self::UnknownKey(_) => "unknown-key",
            Self::WrongType { .. } => "wrong-type",
            Self::EmptyText => "empty-text",
            Self::UnknownLanguage(_) => "unknown-language",
            Self::MissingLanguage(_) => "missing-language",
            Self::UnknownWord { found, .. } if found.trim().is_empty() => "empty-text",
            Self::UnknownWord { .. } => "unknown-word",
            Self::NotForKind { .. } => "key-of-another-kind",
            Self::Repeated { .. } => "repeated-name",
            Self::NotWhole { .. } => "not-a-whole-number",
            Self::NotDecimal { .. } => "not-a-decimal-number",
            Self::NotADay(_) => "not-a-day",
            Self::NotARegistryNumber(_) => "not-a-registry-number",
            Self::UnknownFormat(_) => "unknown-format",
            Self::NoneOf { .. } => "missing-shape",
            Self::BothOf { .. } => "two-shapes",
            Self::TooDeep(_) => "rule-too-deep",
            Self::DifferentEnds => "different-ends",
        }
    }
}

impl fmt::Display for FormMistake {
    // Long because it is flat: every mistake has its sentence here and nowhere else.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingKey(key) => write!(out, "the key `{key}` is missing"),
            Self::UnknownKey(key) => write!(out, "unknown key `{key}`"),
            Self::WrongType { found, accepted } => {
                write!(out, "found {found}, accepted is {accepted}")
            }
            Self::EmptyText => write!(
                out,
                "found an empty text, accepted is one that says something"
            ),
            Self::UnknownLanguage(found) => {
                write!(
                    out,
                    "unknown language `{found}`, accepted are `zh-Hans` and `en`"
                )
            }
            Self::MissingLanguage(tag) => {
                write!(out, "the words in the language `{tag}` are missing")
            }
            Self::UnknownWord { found, accepted } if found.trim().is_empty() => {
                write!(out, "found an empty text, accepted {}", are(accepted))
            }
            Self::UnknownWord { found, accepted } => {
                write!(out, "found `{found}`, accepted {}", are(accepted))
            }
            Self::NotForKind { key, kind } => {
                write!(out, "a fact of kind `{kind}` takes no `{key}`")
            }
            Self::Repeated { what, name } => write!(out, "the {what} `{name}` stands twice"),
            Self::NotWhole { found, most } => {
                write!(
                    out,
                    "found `{found}`, accepted is a whole number from 0 to {most}"
                )
            }
            Self::NotDecimal { found, error } => {
                write!(
                    out,
                    "found `{found}`, accepted is {}",
                    decimal_words(*error)
                )
            }
            Self::NotADay(found) => {
                write!(
                    out,
                    "found `{found}`, accepted is a day of the calendar such as `2026-11-22`"
                )
            }
            Self::NotARegistryNumber(found) => {
                write!(out, "found `{found}`, accepted is `NCT` with 8 digits")
            }
            Self::UnknownFormat(found) => {
                write!(out, "found the format `{found}`, accepted is `1`")
            }
            Self::NoneOf { what, keys } => {
                write!(out, "{what} has one of the keys {}", listed(keys))
            }
            Self::BothOf {
                what,
                keys: [one, other],
            } => {
                write!(out, "{what} has either `{one}` or `{other}`, found both")
            }
            Self::TooDeep(most) => {
                write!(out, "rules stand in each other more than {most} deep")
            }
            Self::DifferentEnds => write!(
                out,
                "`at_least` and `below` are of different types, accepted are two steps of a scale or two amounts"
            ),
        }
    }
}

fn decimal_words(error: DecimalError) -> &'static str {
    match error {
        DecimalError::Form => "a decimal number below a thousand million, such as 31.5",
        DecimalError::Exponent => "a number without an exponent",
        DecimalError::Decimals => "a number with at most 3 decimals",
    }
}

/// "is `a`" or "are `a`, `b` and `c`".
pub(crate) fn are<T: fmt::Display>(names: &[T]) -> String {
    let verb = if names.len() == 1 { "is" } else { "are" };
    format!("{verb} {}", listed(names))
}

/// "`a`, `b` and `c`".
pub(crate) fn listed<T: fmt::Display>(names: &[T]) -> String {
    let mut text = String::new();
    for (place, name) in names.iter().enumerate() {
        let before = match place {
            0 => "",
            place if place + 1 == names.len() => " and ",
            _ => ", ",
        };
        text = format!("{text}{before}`{name}`");
    }
    text
}
