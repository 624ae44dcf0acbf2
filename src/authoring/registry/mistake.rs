//! Mistakes between a trial and its pinned registry record, and in the record itself. Facts only;
//! their words are in `Display`, and nowhere else.

use crate::engine::Polarity;
use std::fmt;

/// What does not agree with the registry.
pub(crate) enum RegistryMistake {
    /// The record is no JSON of a study.
    Json(String),
    /// A field that must be there is not.
    MissingField(&'static str),
    /// The record is of another study.
    OtherStudy { found: String, accepted: String },
    /// A date that is no day.
    NotADay(String),
    /// Words that belong to no list item.
    OutsideOfLists(String),
    /// A criterion that the registry does not have.
    UnknownCriterion(String),
    /// A criterion of the registry that the trial does not have.
    MissingCriterion { id: String, text: String },
    /// A criterion before another one that the registry has first.
    Order { found: String, expected: String },
    /// A criterion of the other list.
    OtherKind(Polarity),
    /// Another word than the registry's; none where one of the texts ends.
    OtherWord {
        place: usize,
        found: Option<String>,
        registry: Option<String>,
    },
    /// The same words with other white space between them.
    OtherSpaces,
}

impl fmt::Display for RegistryMistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(out, "the record cannot be read: {error}"),
            Self::MissingField(field) => write!(out, "the record has no `{field}`"),
            Self::OtherStudy { found, accepted } => {
                write!(
                    out,
                    "the record is of the study `{found}`, accepted is `{accepted}`"
                )
            }
            Self::NotADay(found) => write!(
                out,
                "found the last update `{found}`, accepted is a day of the calendar such as `2026-11-22`"
            ),
            Self::OutsideOfLists(line) => write!(
                out,
                "found `{line}` outside of the lists of criteria, accepted are numbered items below `Inclusion Criteria:` and `Exclusion Criteria:`"
            ),
            Self::UnknownCriterion(id) => write!(out, "the registry has no criterion `{id}`"),
            Self::MissingCriterion { id, text } => {
                let words: Vec<_> = text.split_whitespace().collect();
                write!(
                    out,
                    "the registry's criterion `{id}` is missing: `{}`",
                    words.join(" ")
                )
            }
            Self::Order { found, expected } => {
                write!(out, "found `{found}`, the registry has `{expected}` here")
            }
            Self::OtherKind(Polarity::Inclusion) => {
                write!(
                    out,
                    "found `exclusion`, the registry lists it as `inclusion`"
                )
            }
            Self::OtherKind(Polarity::Exclusion) => {
                write!(
                    out,
                    "found `inclusion`, the registry lists it as `exclusion`"
                )
            }
            Self::OtherWord {
                place,
                found,
                registry,
            } => write!(
                out,
                "the text differs from the registry at word {place}: found {}, the registry has {}",
                word(found.as_deref()),
                word(registry.as_deref())
            ),
            Self::OtherSpaces => {
                write!(
                    out,
                    "the text has the registry's words with other white space between them"
                )
            }
        }
    }
}

fn word(word: Option<&str>) -> String {
    word.map_or("no more words".to_owned(), |word| format!("`{word}`"))
}
