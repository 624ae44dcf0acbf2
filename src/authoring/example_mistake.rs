//! Mistakes in the example persons. Facts only; their words are in `Display`, and nowhere else.

use super::diagnostic::Said;
use crate::engine::{Date, Iso};
use std::fmt;

/// What is wrong with an example, or missing among them.
pub(crate) enum ExampleMistake {
    /// No example has this verdict.
    NoExampleOf(&'static str),
    /// No example expects this finding of a criterion.
    NoFinding {
        id: String,
        findings: Vec<&'static str>,
    },
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
    /// A finding comes out otherwise than where an example starts from, and is not expected.
    UnsaidFinding {
        example: String,
        id: String,
        found: &'static str,
    },
    /// A day comes out otherwise than where an example starts from, and is not expected.
    UnsaidDay {
        example: String,
        what: &'static str,
        day: Date,
    },
    /// An example expects no finding.
    NoFindings { example: String },
    /// Two examples have the same day and the same answers.
    SamePerson { example: String, other: String },
}

impl Said for ExampleMistake {
    // Long because it is flat: every mistake has its name here and nowhere else.
    fn code(&self) -> &'static str {
        match self {
            Self::NoExampleOf(_) => "missing-verdict",
            Self::NoFinding { .. } => "missing-finding",
            Self::NotShown { .. } => "missing-side",
            Self::UnknownExample(_) => "unknown-example",
            Self::AnsweredAndUnknown(_) => "answered-and-unknown",
            Self::NothingToTakeAway(_) => "nothing-to-take-away",
            Self::UnknownCriterion(_) => "finding-of-no-criterion",
            Self::OtherFinding { .. } => "other-finding",
            Self::OtherVerdict { .. } => "other-verdict",
            Self::OtherDay { .. } => "other-day",
            Self::Refused { .. } => "refused-answer",
            Self::UnsaidFinding { .. } => "unsaid-finding",
            Self::UnsaidDay { .. } => "unsaid-day",
            Self::NoFindings { .. } => "no-findings",
            Self::SamePerson { .. } => "same-person",
        }
    }
}

impl fmt::Display for ExampleMistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoExampleOf(verdict) => write!(out, "no example has the verdict `{verdict}`"),
            Self::NoFinding { id, findings } => {
                let findings: Vec<_> = findings.iter().map(|name| format!("`{name}`")).collect();
                write!(
                    out,
                    "no example expects {} of `{id}`",
                    findings.join(" or ")
                )
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
            Self::UnsaidFinding { example, id, found } => {
                write!(
                    out,
                    "the example `{example}` comes to `{found}` for `{id}` and does not say so"
                )
            }
            Self::UnsaidDay { example, what, day } => {
                write!(
                    out,
                    "the example `{example}` comes to `{}` for `{what}` and does not say so",
                    Iso(*day)
                )
            }
            Self::NoFindings { example } => {
                write!(out, "the example `{example}` expects no finding")
            }
            Self::SamePerson { example, other } => {
                write!(
                    out,
                    "the examples `{other}` and `{example}` are the same person on the same day"
                )
            }
        }
    }
}
