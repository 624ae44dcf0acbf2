//! The words of the criteria beside their rules: whatever a rule can come to has its words, and no
//! words stand that would never be shown.

use super::roles::check_roles;
use crate::authoring::criterion_file::CriterionFile;
use crate::authoring::diagnostic::Log;
use crate::authoring::document::Keys;
use crate::authoring::meaning::MeaningMistake;
use crate::authoring::rule_file::RuleFile;
use crate::authoring::trial_file::TrialFile;
use crate::engine::{Rule, Test};
use crate::page::content::CriterionWords;

/// Checks the words of every criterion and gives them, with the registry's text.
pub(crate) fn check_criteria(file: &TrialFile, log: &mut Log) -> Vec<CriterionWords> {
    let criteria = file.criteria.iter();
    criteria
        .map(|criterion| check_criterion(criterion, log))
        .collect()
}

fn check_criterion(criterion: &CriterionFile, log: &mut Log) -> CriterionWords {
    check_readings(criterion, log);
    check_roles(criterion, log);
    if criterion.rule.is_there() {
        check_ruled(criterion, log);
    } else {
        check_stated(criterion, log);
    }
    if criterion.words.roles.is_empty() && criterion.place("roles").is_some() {
        check_list(criterion, log);
    }
    let text = criterion.text.as_ref().map(|text| text.get_ref().clone());
    CriterionWords {
        text: text.unwrap_or_default(),
        ..criterion.words.clone()
    }
}

/// An empty list; one whose names cannot be read is said already.
fn check_list(criterion: &CriterionFile, log: &mut Log) {
    let source = log.source();
    let place = criterion.place("roles").unwrap_or_default();
    let written = source.text.get(place.clone()).unwrap_or_default();
    if written
        .chars()
        .all(|letter| letter.is_whitespace() || "[]".contains(letter))
    {
        log.error(place, MeaningMistake::EmptyList("roles"));
    }
}

fn check_readings(criterion: &CriterionFile, log: &mut Log) {
    let Some(text) = &criterion.text else { return };
    for of in &criterion.readings {
        if !text.get_ref().contains(of.get_ref().as_str()) {
            let found = of.get_ref().clone();
            log.error(of.span(), MeaningMistake::ReadingElsewhere(found));
        }
    }
}

fn check_ruled(criterion: &CriterionFile, log: &mut Log) {
    idle(criterion, "stated", "the criterion has a rule", log);
    if criterion.soft.is_some() {
        idle(criterion, "bad", "a soft criterion never conflicts", log);
        missing(
            criterion,
            "open",
            "it is soft, so it stays open where it would conflict",
            log,
        );
        return;
    }
    missing(criterion, "bad", "the rule can conflict", log);
    let rules = [&criterion.rule, &criterion.applies_when];
    if rules
        .into_iter()
        .filter_map(RuleFile::rule)
        .any(can_be_open)
    {
        missing(
            criterion,
            "open",
            "it can stay open although it was answered",
            log,
        );
    }
}

fn check_stated(criterion: &CriterionFile, log: &mut Log) {
    missing(criterion, "stated", "the criterion has no rule", log);
    for key in ["good", "bad", "open", "could_change"] {
        idle(criterion, key, "the criterion has no rule", log);
    }
    if let Some(place) = criterion.soft.clone() {
        let because = "the criterion has no rule";
        log.error(
            place,
            MeaningMistake::IdleWords {
                key: "soft",
                because,
            },
        );
    }
}

fn missing(criterion: &CriterionFile, key: &'static str, because: &'static str, log: &mut Log) {
    // A key that nobody knows may be the one.
    if criterion.place(key).is_none() && criterion.keys == Keys::Known {
        let place = criterion.id.as_ref().map(toml::Spanned::span);
        log.error(place, MeaningMistake::MissingWords { key, because });
    }
}

fn idle(criterion: &CriterionFile, key: &'static str, because: &'static str, log: &mut Log) {
    if let Some(place) = criterion.place(key) {
        log.error(place, MeaningMistake::IdleWords { key, because });
    }
}

/// Whether an answer can leave the rule open: an unclear value, or a date or an amount that is
/// known to a band only.
fn can_be_open(rule: &Rule) -> bool {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => rules.iter().any(can_be_open),
        Rule::Not(rule) => can_be_open(rule),
        Rule::If(parts) => parts.iter().any(can_be_open),
        Rule::Compare(comparison) => match &comparison.test {
            Test::Is { unclear, .. } | Test::Has { unclear, .. } => !unclear.is_empty(),
            Test::Step { .. } => false,
            Test::Amount { .. }
            | Test::Bounds { .. }
            | Test::Age { .. }
            | Test::Within(_)
            | Test::LongerAgoThan(_) => true,
        },
    }
}
