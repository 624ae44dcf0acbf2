//! The oracle: NCT07338357 worked out by hand and by brute force, to be
//! confronted with the engine. It shares no code with the engine, knows no
//! rule tree and no other trial, and does not validate: it assumes answers
//! that would not be refused.
#![allow(
    dead_code,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss
)] // not every test uses all of it; every number cast here is small

pub(crate) mod answers;
pub(crate) mod calendar;
pub(crate) mod completions;
pub(crate) mod criteria;
pub(crate) mod dice;
pub(crate) mod forecast;
pub(crate) mod numbers;
pub(crate) mod people;
pub(crate) mod rules;

use answers::Answers;
use criteria::Finding;
use serde_json::{Map, Value, json};
use time::Date;

/// The result of one check, in the shape that the command prints.
pub(crate) fn screen(answers: &Map<String, Value>, today: Date) -> Value {
    let answers = Answers::read(answers);
    let findings = criteria::findings(&answers, today);
    let criteria: Vec<Value> = findings
        .iter()
        .map(|(id, finding)| json!({"id": id, "finding": finding.word()}))
        .collect();
    let (may_change_on, holds_until) = forecast::forecast(&answers, today);
    json!({
        "verdict": verdict(&findings),
        "criteria": criteria,
        "questions": completions::questions(&answers, today),
        "may_change_on": may_change_on.map(calendar::text),
        "holds_until": holds_until.map(calendar::text),
    })
}

/// One conflict decides; then one open criterion that has a rule.
fn verdict(findings: &[(&str, Finding)]) -> &'static str {
    if findings
        .iter()
        .any(|(_, finding)| *finding == Finding::Conflicts)
    {
        return "does_not_fit";
    }
    if findings
        .iter()
        .any(|(_, finding)| *finding == Finding::Open)
    {
        return "open";
    }
    "fits_so_far"
}
