//! What a criterion says of time: what could change a conflict, and from which age a text is shown.

use super::examples::Run;
use crate::authoring::criterion_file::CriterionFile;
use crate::authoring::diagnostic::Log;
use crate::authoring::document::Keys;
use crate::authoring::meaning::MeaningMistake;
use crate::authoring::trial_file::TrialFile;
use crate::engine::{Trial, forecast_criterion};
use crate::page::content::{Change, Words};
use toml::Spanned;

/// Warns of criteria that can conflict and do not say what could change that, or not that time
/// does, where an example shows it; and of texts that do not name the age from which they are shown.
pub(crate) fn check_changes(file: &TrialFile, trial: &Trial, runs: &[Run<'_>], log: &mut Log) {
    for criterion in &file.criteria {
        if criterion.rule.is_there() && criterion.soft.is_none() {
            check_change(criterion, trial, runs, log);
        }
        check_ages(criterion, log);
    }
}

fn check_change(criterion: &CriterionFile, trial: &Trial, runs: &[Run<'_>], log: &mut Log) {
    let Some(id) = &criterion.id else { return };
    let named = &criterion.words.could_change;
    if named.is_empty() {
        log.warning(id.span(), MeaningMistake::NoChange)
            .hint("name in `could_change` what may change it, or `nothing`");
    } else if !named.contains(&Change::Time)
        && let Some(run) = runs
            .iter()
            .find(|run| ends_with_time(id.get_ref(), trial, run))
    {
        let place = criterion.place("could_change").unwrap_or(id.span());
        let example = run.example.name.clone();
        log.warning(place, MeaningMistake::TimeChanges { example })
            .hint("add `time`");
    }
}

/// Whether time alone ends a conflict of this criterion in an example.
fn ends_with_time(id: &str, trial: &Trial, run: &Run<'_>) -> bool {
    let mut criteria = trial.criteria().iter();
    let found = criteria.find(|criterion| criterion.id() == id);
    let forecast = found
        .zip(run.accepted.as_ref())
        .map(|(criterion, accepted)| forecast_criterion(trial, accepted, criterion).may_change_on);
    forecast.flatten().is_some()
}

fn check_ages(criterion: &CriterionFile, log: &mut Log) {
    let place = criterion.id.as_ref().map(Spanned::span);
    for people in &criterion.words.people {
        let words = [&people.words.zh_hans, &people.words.en];
        let Some(age) = people.from_age else {
            if let Some(age) = beginning_age(&people.words)
                && criterion.keys == Keys::Known
            {
                log.warning(place.clone(), MeaningMistake::AgeAlwaysShown(age))
                    .hint(&format!("add `from_age = {age}`"));
            }
            continue;
        };
        if words.into_iter().any(|text| !names(text, age)) {
            log.warning(place.clone(), MeaningMistake::UnnamedAge(age))
                .hint("name the age in digits in both languages");
        }
    }
}

/// The age that words begin with: `已满 18 周岁`, `From the 18th birthday on`.
fn beginning_age(words: &Words) -> Option<u16> {
    let rest = words.zh_hans.trim_start_matches('已').strip_prefix('满')?;
    let (age, _) = rest.split_once("周岁")?;
    let age = age.trim().parse().ok()?;
    let english = words.en.to_lowercase();
    (english.starts_with("from") && names(&english, age)).then_some(age)
}

/// Whether a text names a number in digits.
fn names(text: &str, number: u16) -> bool {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit());
    numbers.into_iter().any(|found| found.parse() == Ok(number))
}
