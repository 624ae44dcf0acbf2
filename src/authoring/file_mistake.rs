//! Mistakes of whole files: those that cannot be read or whose syntax is broken. Facts only; their
//! words are in `Display`, and nowhere else.

use super::diagnostic::Said;
use std::fmt;

/// What is wrong with a file.
pub(crate) enum FileMistake {
    /// The system gives nothing.
    Unreadable(String),
    /// Bytes that are no text.
    NotText,
    /// Broken syntax, in the words of the parser.
    Syntax(String),
    /// A trial that cannot be made into bytes, of which its version is made.
    NoVersion(String),
}

impl Said for FileMistake {
    fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable-file",
            Self::NotText => "not-utf-8",
            Self::Syntax(_) => "syntax",
            Self::NoVersion(_) => "no-version",
        }
    }
}

impl fmt::Display for FileMistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => write!(out, "the file cannot be read: {error}"),
            Self::NotText => write!(out, "found bytes that are no text, accepted is UTF-8"),
            Self::Syntax(message) => write!(out, "{message}"),
            Self::NoVersion(error) => write!(out, "the trial cannot be given a version: {error}"),
        }
    }
}
