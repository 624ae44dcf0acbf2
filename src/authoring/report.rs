//! What `prescreen screen` prints beside JSON results: results as text for a person, and refusals.

use crate::engine::{GivenMistake, Report};
use std::fmt::{self, Display, Formatter};

/// The error object that stands in the place of a result: `{"error": [{"key", "message"}, …]}`.
#[must_use]
pub fn refusal_json(mistakes: &[GivenMistake]) -> serde_json::Value {
    let errors = mistakes
        .iter()
        .map(|mistake| serde_json::json!({ "key": mistake.key, "message": mistake.to_string() }));
    serde_json::json!({ "error": errors.collect::<Vec<_>>() })
}

impl Display for Report {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        writeln!(out, "{} on {}: {}", self.trial, self.on, self.verdict)?;
        for criterion in &self.criteria {
            writeln!(out, "  {:<4} {}", criterion.id, criterion.finding)?;
        }
        if !self.questions.is_empty() {
            writeln!(out, "still worth asking: {}", self.questions.join(", "))?;
        }
        if let Some(day) = &self.may_change_on {
            writeln!(out, "time alone may change this on {day}")?;
        }
        if let Some(day) = &self.holds_until {
            writeln!(out, "free of a conflict until {day}")?;
        }
        write!(out, "only the study team decides")
    }
}
