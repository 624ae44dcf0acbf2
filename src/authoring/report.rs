//! What `prescreen screen` prints beside JSON results: results as text for a person, and refusals.

use crate::coded::CodeMistake;
use crate::engine::{Accepted, Given, GivenMistake, Report, Trial, write_answers};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use std::fmt::{self, Display, Formatter};

/// The error object that stands in the place of a result: `{"error": [{"key", "message"}, …]}`.
#[must_use]
pub fn refusal_json(mistakes: &[GivenMistake]) -> serde_json::Value {
    let errors = mistakes
        .iter()
        .map(|mistake| serde_json::json!({ "key": mistake.key, "message": mistake.to_string() }));
    serde_json::json!({ "error": errors.collect::<Vec<_>>() })
}

/// The error object that stands in the place of a result of many, with the line of the input that
/// is refused, counted from 1.
///
/// ```
/// use prescreen::authoring::{read_json_answers, refused_line_json};
/// let mistake = read_json_answers(b"[]").unwrap_err();
/// let refusal = refused_line_json(7, &[mistake]);
/// assert_eq!(refusal["line"], 7);
/// assert_eq!(refusal["error"].as_array().map(Vec::len), Some(1));
/// ```
#[must_use]
pub fn refused_line_json(line: usize, mistakes: &[GivenMistake]) -> serde_json::Value {
    let mut refusal = refusal_json(mistakes);
    refusal["line"] = line.into();
    refusal
}

/// The error object of a code that is not read.
#[must_use]
pub fn code_refusal_json(mistake: &CodeMistake) -> serde_json::Value {
    serde_json::json!({ "error": [{ "key": "code", "message": mistake.to_string() }] })
}

/// The result of a code, with the answers that it holds. What time alone changes cannot be told
/// from it, as it does not hold the birth, so nothing is said of that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeReport {
    report: Report,
    answers: Vec<(String, Given)>,
}

impl CodeReport {
    /// Screens the answers of a code; none if they were accepted for another trial.
    #[must_use]
    pub fn of(trial: &Trial, accepted: &Accepted) -> Option<Self> {
        let answers = write_answers(trial, accepted)?;
        let mut report = Report::of(trial, accepted);
        (report.may_change_on, report.holds_until) = (None, None);
        Some(Self { report, answers })
    }
}

impl Serialize for CodeReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("trial", &self.report.trial)?;
        map.serialize_entry("on", &self.report.on)?;
        map.serialize_entry("verdict", self.report.verdict)?;
        map.serialize_entry("criteria", &self.report.criteria)?;
        map.serialize_entry("questions", &self.report.questions)?;
        map.serialize_entry("answers", &Record(&self.answers))?;
        map.end()
    }
}

/// Keys with values as JSON, in their order; numbers stay the decimals that they are.
struct Record<'a>(&'a [(String, Given)]);

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, Json(value))))
    }
}

struct Json<'a>(&'a Given);

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Given::Null => serializer.serialize_unit(),
            Given::Bool(value) => serializer.serialize_bool(*value),
            Given::Number(text) => RawValue::from_string(text.clone())
                .map_err(serde::ser::Error::custom)?
                .serialize(serializer),
            Given::Text(text) => serializer.serialize_str(text),
            Given::List(members) => serializer.collect_seq(members.iter().map(Json)),
            Given::Record(entries) => Record(entries).serialize(serializer),
        }
    }
}

impl Display for CodeReport {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}", self.report)?;
        write!(out, "the answers, self-reported and not verified:")?;
        if self.answers.is_empty() {
            write!(out, "\n  none")?;
        }
        for (key, value) in &self.answers {
            write!(out, "\n  {key}: {value}")?;
        }
        Ok(())
    }
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
