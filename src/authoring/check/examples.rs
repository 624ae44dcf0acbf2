//! The example persons: each is run through the engine, and what differs from what the author
//! expects is said. The engine decides; the author decides whether it should.

use super::example::Example;
use crate::authoring::diagnostic::Log;
use crate::authoring::example_file::ExampleFile;
use crate::authoring::example_mistake::ExampleMistake;
use crate::engine::{
    Accepted, Criterion, Date, Given, GivenMistake, Trial, Verdict, accept_given, findings,
    forecast,
};
use std::ops::Range;
use toml::Spanned;

/// An example that was run.
pub(crate) struct Run<'a> {
    /// The example as it stands in the file.
    pub(crate) file: &'a ExampleFile,
    /// The example, with the answers of the one that it starts from.
    pub(crate) example: Example,
    /// Its answers, if they are accepted.
    pub(crate) accepted: Option<Accepted>,
}

impl Run<'_> {
    /// Whether it expects a finding of this criterion.
    pub(crate) fn expects(&self, id: &str) -> bool {
        self.file.findings.iter().any(|(of, _)| of.get_ref() == id)
    }
}

/// What becomes of what an example expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    /// It is compared with what the engine says.
    Compared,
    /// It is left alone: the trial is wrong in a way that changes it.
    Left,
}

/// Resolves and runs every example.
pub(crate) fn check_examples<'a>(
    files: &'a [ExampleFile],
    trial: &Trial,
    expected: Expected,
    log: &mut Log,
) -> Vec<Run<'a>> {
    let mut runs: Vec<Run<'a>> = Vec::new();
    for file in files {
        if let Some(example) = resolve(file, &runs, log) {
            let accepted = run(file, &example, trial, log);
            if let (Some(accepted), Expected::Compared) = (&accepted, expected) {
                compare(file, &example.name, trial, accepted, log);
            }
            runs.push(Run {
                file,
                example,
                accepted,
            });
        }
    }
    runs
}

fn run(file: &ExampleFile, example: &Example, trial: &Trial, log: &mut Log) -> Option<Accepted> {
    match accept_given(trial, &example.answers, example.on) {
        Ok(accepted) => Some(accepted),
        Err(mistakes) => {
            for mistake in mistakes {
                say_refused(file, &example.name, &mistake, log);
            }
            None
        }
    }
}

/// The example with the answers of the one that it starts from.
fn resolve(file: &ExampleFile, earlier: &[Run<'_>], log: &mut Log) -> Option<Example> {
    let name = file.name.as_ref()?.get_ref().clone();
    let start = match &file.like {
        Some(like) => Some(find(like, earlier, log)?),
        None => None,
    };
    let mut answers = start.map_or(Vec::new(), |example| example.answers.clone());
    for key in &file.unanswered {
        take_away(key, &mut answers, log);
    }
    for (key, given) in &file.answers {
        answers.retain(|(answered, _)| answered != key.get_ref());
        answers.push((key.get_ref().clone(), given.clone()));
    }
    let on = file.on.as_ref().map(|on| *on.get_ref());
    Some(Example {
        name,
        on: on.or(start.map(|example| example.on))?,
        answers,
    })
}

fn find<'a>(like: &Spanned<String>, earlier: &'a [Run<'_>], log: &mut Log) -> Option<&'a Example> {
    let name = like.get_ref();
    let mut earlier = earlier.iter().map(|run| &run.example);
    let names: Vec<_> = earlier
        .clone()
        .map(|example| example.name.as_str())
        .collect();
    let found = earlier.find(|example| example.name == *name);
    if found.is_none() {
        log.error(like.span(), ExampleMistake::UnknownExample(name.clone()))
            .suggest(name, names);
    }
    found
}

fn take_away(key: &Spanned<String>, answers: &mut Vec<(String, Given)>, log: &mut Log) {
    let count = answers.len();
    answers.retain(|(answered, _)| answered != key.get_ref());
    if answers.len() == count {
        let name = key.get_ref().clone();
        log.error(key.span(), ExampleMistake::NothingToTakeAway(name));
    }
}

fn say_refused(file: &ExampleFile, example: &str, mistake: &GivenMistake, log: &mut Log) {
    let mut own = file.answers.iter().map(|(key, _)| key);
    let own = own.find(|key| Some(key.get_ref()) == mistake.key.as_ref());
    let on = file
        .on
        .as_ref()
        .filter(|_| mistake.key.as_deref() == Some("on"));
    let place = own
        .map(Spanned::span)
        .or(on.map(Spanned::span))
        .or(place_of(file));
    let refused = ExampleMistake::Refused {
        example: example.to_owned(),
        key: mistake.key.clone(),
        mistake: mistake.to_string(),
    };
    log.error(place, refused);
}

fn place_of(file: &ExampleFile) -> Option<Range<usize>> {
    file.name.as_ref().map(Spanned::span).or(file.head.clone())
}

fn compare(file: &ExampleFile, example: &str, trial: &Trial, accepted: &Accepted, log: &mut Log) {
    let findings = findings(trial, accepted);
    for (id, expected) in &file.findings {
        let at = trial
            .criteria()
            .iter()
            .position(|criterion| criterion.id() == id.get_ref());
        let Some(found) = at.and_then(|at| findings.get(at)) else {
            let ids = trial.criteria().iter().map(Criterion::id);
            log.error(
                id.span(),
                ExampleMistake::UnknownCriterion(id.get_ref().clone()),
            )
            .suggest(id.get_ref(), ids);
            continue;
        };
        if found != expected.get_ref() {
            let differs = ExampleMistake::OtherFinding {
                example: example.to_owned(),
                id: id.get_ref().clone(),
                found: found.name(),
                expected: expected.get_ref().name(),
            };
            log.error(expected.span(), differs);
        }
    }
    compare_verdict(file, example, Verdict::of(findings), log);
    let forecast = forecast(trial, accepted);
    let change = (&file.may_change_on, forecast.may_change_on);
    compare_day("may_change_on", example, change, log);
    compare_day(
        "holds_until",
        example,
        (&file.holds_until, forecast.holds_until),
        log,
    );
}

fn compare_verdict(file: &ExampleFile, example: &str, found: Verdict, log: &mut Log) {
    if let Some(expected) = file.verdict.as_ref()
        && *expected.get_ref() != found
    {
        let differs = ExampleMistake::OtherVerdict {
            example: example.to_owned(),
            found: found.name(),
            expected: expected.get_ref().name(),
        };
        log.error(expected.span(), differs);
    }
}

fn compare_day(
    what: &'static str,
    example: &str,
    (expected, found): (&Option<Spanned<Date>>, Option<Date>),
    log: &mut Log,
) {
    if let Some(expected) = expected
        && Some(*expected.get_ref()) != found
    {
        let differs = ExampleMistake::OtherDay {
            example: example.to_owned(),
            what,
            found,
            expected: *expected.get_ref(),
        };
        log.error(expected.span(), differs);
    }
}
