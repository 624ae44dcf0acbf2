//! What a review tells of a trial, and what is wrong with a review file. Facts only; their words
//! are in `Display`, and nowhere else.

use crate::authoring::diagnostic::Said;
use std::fmt;

/// What a person should look at.
pub(super) enum ReviewMistake {
    /// Nobody has signed what stands in the trial.
    Draft,
    /// A text has other words in one language only.
    Stale {
        path: String,
        changed: &'static str,
        lags: &'static str,
    },
    /// A part is another one.
    Changed(String),
    /// A part is new.
    New(String),
    /// A part is gone.
    Gone(String),
    /// The parts are the same in another order.
    Order,
    /// A review of another trial.
    OtherTrial { found: String, expected: String },
    /// A text that is no hash.
    NotAHash { found: String, digits: usize },
}

impl Said for ReviewMistake {
    // Long because it is flat: every mistake has its name here and nowhere else.
    fn code(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Stale { .. } => "stale-translation",
            Self::Changed(_) => "changed-since-review",
            Self::New(_) => "new-since-review",
            Self::Gone(_) => "gone-since-review",
            Self::Order => "order-since-review",
            Self::OtherTrial { .. } => "review-of-another-trial",
            Self::NotAHash { .. } => "not-a-hash",
        }
    }
}

impl fmt::Display for ReviewMistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Draft => write!(out, "the trial is a draft: nobody has signed this content"),
            Self::Stale {
                path,
                changed,
                lags,
            } => write!(
                out,
                "stale translation: `{path}` was changed in `{changed}` since the review, and not in `{lags}`"
            ),
            Self::Changed(path) => write!(out, "`{path}` was changed since the review"),
            Self::New(path) => write!(out, "`{path}` is new since the review"),
            Self::Gone(path) => write!(out, "`{path}` is gone since the review"),
            Self::Order => write!(
                out,
                "the order of sections, questions, answers or criteria was changed since the review"
            ),
            Self::OtherTrial { found, expected } => {
                write!(out, "found a review of `{found}`, expected `{expected}`")
            }
            Self::NotAHash { found, digits } => write!(
                out,
                "found `{found}`, accepted are {digits} hexadecimal digits"
            ),
        }
    }
}
