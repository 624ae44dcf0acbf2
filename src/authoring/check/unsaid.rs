//! What an example leaves unsaid. One that starts from none expects every finding; one that starts
//! from another expects whatever comes out otherwise there, and is another person. So nothing that an
//! answer changes goes by without an author having said so.

use super::examples::Run;
use crate::authoring::diagnostic::Log;
use crate::authoring::example_mistake::ExampleMistake;
use crate::engine::{Date, Finding, Forecast, Given, Trial, findings, forecast};
use std::ops::Range;
use toml::Spanned;

/// What an example comes to.
struct Outcome {
    findings: Vec<Finding>,
    forecast: Forecast,
}

/// Warns of everything that comes out otherwise than where an example starts from, and is not
/// expected; and of examples that are the same person.
pub(crate) fn check_unsaid(trial: &Trial, runs: &[Run<'_>], log: &mut Log) {
    let outcomes: Vec<_> = runs.iter().map(|run| outcome(trial, run)).collect();
    for (at, (run, outcome)) in runs.iter().zip(&outcomes).enumerate() {
        let Some(outcome) = outcome else { continue };
        let like = run.file.like.as_ref().map(Spanned::get_ref);
        let start = like.and_then(|like| runs.iter().position(|run| run.example.name == *like));
        let start = start.and_then(|start| outcomes.get(start)?.as_ref());
        check_findings(trial, run, outcome, start, log);
        check_days(run, outcome, start, log);
        check_same(run, runs.get(..at).unwrap_or_default(), log);
    }
}

fn outcome(trial: &Trial, run: &Run<'_>) -> Option<Outcome> {
    let accepted = run.accepted.as_ref()?;
    Some(Outcome {
        findings: findings(trial, accepted),
        forecast: forecast(trial, accepted),
    })
}

fn place(run: &Run<'_>) -> Option<Range<usize>> {
    run.file.name.as_ref().map(Spanned::span)
}

fn check_findings(
    trial: &Trial,
    run: &Run<'_>,
    outcome: &Outcome,
    start: Option<&Outcome>,
    log: &mut Log,
) {
    let example = &run.example.name;
    let mut is_all_said = true;
    for (at, (criterion, finding)) in trial.criteria().iter().zip(&outcome.findings).enumerate() {
        let before = start.and_then(|start| start.findings.get(at));
        if before != Some(finding) && !run.expects(criterion.id()) {
            is_all_said = false;
            let unsaid = ExampleMistake::UnsaidFinding {
                example: example.clone(),
                id: criterion.id().to_owned(),
                found: finding.name(),
            };
            let what = format!("{} = \"{}\"", criterion.id(), finding.name());
            log.warning(place(run), unsaid)
                .hint(&format!("if it is right, add `{what}` to its `findings`"));
        }
    }
    if is_all_said && run.file.findings.is_empty() {
        let example = example.clone();
        log.warning(place(run), ExampleMistake::NoFindings { example })
            .hint("name in its `findings` what it shows");
    }
}

fn check_days(run: &Run<'_>, outcome: &Outcome, start: Option<&Outcome>, log: &mut Log) {
    let before = start.map(|start| start.forecast);
    let forecast = outcome.forecast;
    let file = run.file;
    let days = [
        (
            "may_change_on",
            &file.may_change_on,
            forecast.may_change_on,
            before.and_then(|before| before.may_change_on),
        ),
        (
            "holds_until",
            &file.holds_until,
            forecast.holds_until,
            before.and_then(|before| before.holds_until),
        ),
    ];
    for (what, expected, found, before) in days {
        if let Some(day) = found.filter(|_| expected.is_none() && found != before) {
            say_day(run, what, day, log);
        }
    }
}

fn say_day(run: &Run<'_>, what: &'static str, day: Date, log: &mut Log) {
    let unsaid = ExampleMistake::UnsaidDay {
        example: run.example.name.clone(),
        what,
        day,
    };
    log.warning(place(run), unsaid)
        .hint(&format!("if it is right, add it as `{what}`"));
}

fn check_same(run: &Run<'_>, earlier: &[Run<'_>], log: &mut Log) {
    let is_same = |other: &&Run<'_>| {
        other.example.on == run.example.on
            && sorted(&other.example.answers) == sorted(&run.example.answers)
    };
    if let Some(other) = earlier.iter().find(is_same) {
        let same = ExampleMistake::SamePerson {
            example: run.example.name.clone(),
            other: other.example.name.clone(),
        };
        log.warning(place(run), same)
            .hint("answers or a day of its own make it another one");
    }
}

fn sorted(answers: &[(String, Given)]) -> Vec<(&str, &Given)> {
    let pairs = answers.iter().map(|(key, given)| (key.as_str(), given));
    let mut sorted: Vec<_> = pairs.collect();
    sorted.sort_by_key(|(key, _)| *key);
    sorted
}
