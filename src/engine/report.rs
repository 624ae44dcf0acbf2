//! The result of one person as data, under the names of the answers format. The command line and
//! the npm package hand it out; how it is written is theirs.

use super::acceptance::Accepted;
use super::calendar::Iso;
use super::forecast::{Forecast, forecast};
use super::interview::worth_asking;
use super::screening::{Finding, Verdict, findings};
use super::trial::Trial;
use serde::Serialize;
use time::Date;

/// The result of one person, under the names of the answers format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    pub(crate) trial: String,
    pub(crate) on: String,
    pub(crate) verdict: &'static str,
    pub(crate) criteria: Vec<CriterionReport>,
    pub(crate) questions: Vec<String>,
    pub(crate) may_change_on: Option<String>,
    pub(crate) holds_until: Option<String>,
}

/// The finding of one criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct CriterionReport {
    pub(crate) id: String,
    pub(crate) finding: &'static str,
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
