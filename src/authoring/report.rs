//! What `prescreen screen` prints: the result of one person as JSON or as text for a person.

use crate::engine::{
    Accepted, Date, Finding, Forecast, GivenMistake, Iso, Trial, Verdict, findings, forecast,
    worth_asking,
};
use serde::Serialize;
use std::fmt::{self, Display, Formatter};

/// The result of one person, under the names of the answers format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    trial: String,
    on: String,
    verdict: &'static str,
    criteria: Vec<CriterionReport>,
    questions: Vec<String>,
    may_change_on: Option<String>,
    holds_until: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct CriterionReport {
    id: String,
    finding: &'static str,
}

impl Report {
    /// Screens accepted answers.
    #[must_use]
    pub fn of(trial: &Trial, accepted: &Accepted) -> Self {
        let findings = findings(trial, accepted);
        let Forecast {
            may_change_on,
            holds_until,
        } = forecast(trial, accepted);
        let questions = worth_asking(trial, accepted).into_iter();
        let text = |day: Option<Date>| day.map(|day| Iso(day).to_string());
        Self {
            trial: trial.nct_id().to_owned(),
            on: Iso(accepted.today()).to_string(),
            verdict: Verdict::of(findings.iter().copied()).name(),
            criteria: trial
                .criteria()
                .iter()
                .zip(&findings)
                .map(|(criterion, finding)| CriterionReport {
                    id: criterion.id().to_owned(),
                    finding: Finding::name(*finding),
                })
                .collect(),
            questions: questions
                .map(|fact| trial.facts()[usize::from(fact)].id.clone())
                .collect(),
            may_change_on: text(may_change_on),
            holds_until: text(holds_until),
        }
    }
}

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
