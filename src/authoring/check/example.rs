//! An example person, ready to be run.

use crate::engine::{Date, Given};

/// An example person of a trial, with the answers of the one that it starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// A sentence that says what it shows.
    pub name: String,
    /// The day of the check.
    pub on: Date,
    /// The answers, by the ids of the facts.
    pub answers: Vec<(String, Given)>,
}
