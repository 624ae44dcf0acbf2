//! Mistakes in the example persons. Facts only; their words are in `Display`, and nowhere else.

use crate::engine::{Date, Iso};
use std::fmt;

/// What is wrong with an example, or missing among them.
pub(crate) enum ExampleMistake {
    /// No example has this verdict.
    NoExampleOf(&'static str),
    /// No example expects this finding of a criterion.
    NoFinding { id: String, finding: &'static str },
    /// No example has this answer where it decides a criterion.
    NotShown { id: String, answer: String },
    /// An example starts from none that stands before it.
    UnknownExample(String),
    /// An answer is given and not known at once.
    AnsweredAndUnknown(String),
    /// An answer is taken away that the earlier example does not have.
    NothingToTakeAway(String),
    /// A finding is expected of a criterion that the trial does not have.
    UnknownCriterion(String),
    /// An example comes to another finding.
    OtherFinding {
        example: String,
        id: String,
        found: &'static str,
        expected: &'static str,
    },
    /// An example comes to another verdict.
    OtherVerdict {
        example: String,
        found: &'static str,
        expected: &'static str,
    },
    /// An example comes to another day, or to none.
    OtherDay {
        example: String,
        what: &'static str,
        found: Option<Date>,
        expected: Date,
    },
    /// An example's answers are refused.
    Refused {
        example: String,
        key: Option<String>,
        mistake: String,
    },
}

impl fmt::Display for ExampleMistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoExampleOf(verdict) => write!(out, "no example has the verdict `{verdict}`"),
            Self::NoFinding { id, finding } => {
                write!(out, "no example expects `{finding}` of `{id}`")
            }
            Self::NotShown { id, answer } => {
                write!(out, "no example shows `{id}` where {answer}")
            }
            Self::UnknownExample(name) => write!(out, "there is no earlier example `{name}`"),
            Self::AnsweredAndUnknown(key) => {
                write!(
                    out,
                    "`{key}` stands in `answers` and in `unknown`, accepted is one of them"
                )
            }
            Self::NothingToTakeAway(key) => {
                write!(
                    out,
                    "`{key}` is not answered in the example that this one starts from"
                )
            }
            Self::UnknownCriterion(id) => write!(out, "there is no criterion `{id}`"),
            Self::OtherFinding {
                example,
                id,
                found,
                expected,
            } => {
                write!(
                    out,
                    "example `{example}`: `{id}` is `{found}`, expected `{expected}`"
                )
            }
            Self::OtherVerdict {
                example,
                found,
                expected,
            } => {
                write!(
                    out,
                    "example `{example}`: the verdict is `{found}`, expected `{expected}`"
                )
            }
            Self::OtherDay {
                example,
                what,
                found,
                expected,
            } => {
                let found = found.map_or("no day".to_owned(), |day| format!("`{}`", Iso(day)));
                write!(
                    out,
                    "example `{example}`: `{what}` is {found}, expected `{}`",
                    Iso(*expected)
                )
            }
            Self::Refused {
                example,
                key,
                mistake,
            } => {
                let key = key.as_deref().unwrap_or("answers");
                write!(out, "example `{example}`: `{key}`: {mistake}")
            }
        }
    }
}
