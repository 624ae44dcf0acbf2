//! Mistakes between a trial and its pinned registry record, and in the record itself. Facts only;
//! their words are in `Display`, and nowhere else.

use crate::authoring::diagnostic::Said;
use crate::authoring::form::listed;
use crate::engine::{Date, Iso, Polarity};
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
    /// A date of the record that cannot be read.
    DateLost {
        field: &'static str,
        written: String,
    },
    /// Two dates, by field and as written, of which the earlier one lies after the later one.
    DatesOrder {
        earlier: [String; 2],
        later: [String; 2],
    },
    /// A date of a type that is not known, or that cannot be beside the last update.
    DateType {
        field: &'static str,
        written: String,
        kind: String,
        last_update: Option<Date>,
    },
    /// A date in words for families that the record does not have.
    OtherDate { found: String, known: Vec<String> },
    /// A passage that the registry does not have.
    UnknownPassage(String),
    /// A passage of the registry that the trial does not have.
    MissingPassage { id: String, text: String },
    /// Ages of the registry that no rule carries.
    AgesNotCarried(String),
    /// A sex of the registry that no rule carries.
    SexNotCarried(String),
    /// A rule of `AGE` or `SEX` that is not what the registry names.
    OtherField { id: String, registry: String },
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

impl Said for RegistryMistake {
    // Long because it is flat: every mistake has its name here and nowhere else.
    fn code(&self) -> &'static str {
        match self {
            Self::Json(_) => "unreadable-record",
            Self::MissingField(_) => "missing-field",
            Self::OtherStudy { .. } => "other-study",
            Self::NotADay(_) => "record-not-a-day",
            Self::DateLost { .. } => "record-date-lost",
            Self::DatesOrder { .. } => "record-dates-order",
            Self::DateType { .. } => "record-date-type",
            Self::OtherDate { .. } => "other-date",
            Self::UnknownPassage(_) => "unknown-passage",
            Self::MissingPassage { .. } => "missing-passage",
            Self::AgesNotCarried(_) => "ages-not-carried",
            Self::SexNotCarried(_) => "sex-not-carried",
            Self::OtherField { .. } => "other-ages-or-sex",
            Self::UnknownCriterion(_) => "unknown-criterion",
            Self::MissingCriterion { .. } => "missing-criterion",
            Self::Order { .. } => "criteria-order",
            Self::OtherKind(_) => "other-kind",
            Self::OtherWord { .. } => "other-word",
            Self::OtherSpaces => "other-spaces",
        }
    }
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
            Self::DateLost { field, written } => write!(
                out,
                "found the date `{written}` in `{field}`, accepted is a day, a month or a year such as `2026-11`: the page shows none"
            ),
            Self::DatesOrder { earlier, later } => {
                let ([one, first], [other, second]) = (earlier, later);
                write!(out, "`{one}` is `{first}`, after `{other}`, `{second}`")
            }
            Self::DateType {
                kind,
                last_update: None,
                ..
            } => write!(
                out,
                "found the type `{kind}` of a date, accepted are `ACTUAL` and `ESTIMATED`"
            ),
            Self::DateType {
                field,
                written,
                kind,
                last_update: Some(day),
            } => write!(
                out,
                "`{field}` is `{written}` and `{kind}`, and the record was last updated on {}",
                Iso(*day)
            ),
            Self::OtherDate { found, known } => write!(
                out,
                "the words name {found}, the record has {}",
                listed(known)
            ),
            Self::UnknownPassage(id) => write!(out, "the registry has no passage `{id}`"),
            Self::MissingPassage { id, text } => write!(
                out,
                "words of the registry stand in no criterion and in no passage: `{id}`, `{}`",
                on_a_line(text)
            ),
            Self::AgesNotCarried(registry) | Self::SexNotCarried(registry) => write!(
                out,
                "no criterion carries what the registry names outside of its text: `{registry}`"
            ),
            Self::OtherField { id, registry } => write!(
                out,
                "the rule of `{id}` is not what the registry names: `{registry}`"
            ),
            Self::UnknownCriterion(id) => write!(out, "the registry has no criterion `{id}`"),
            Self::MissingCriterion { id, text } => {
                write!(
                    out,
                    "the registry's criterion `{id}` is missing: `{}`",
                    on_a_line(text)
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

fn on_a_line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ")
}

fn word(word: Option<&str>) -> String {
    word.map_or("no more words".to_owned(), |word| format!("`{word}`"))
}
