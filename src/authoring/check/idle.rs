//! Facts that nothing reads: they would be asked of no one, and only swell the file.

use crate::authoring::criterion_file::CriterionFile;
use crate::authoring::diagnostic::Log;
use crate::authoring::meaning::MeaningMistake;
use crate::authoring::trial_file::TrialFile;
use crate::engine::Rule;

/// Warns of every fact that no rule and no gate reads.
pub(crate) fn check_idle(file: &TrialFile, log: &mut Log) {
    let read = facts_read(file);
    for fact in file.facts.iter().filter_map(|fact| fact.id.as_ref()) {
        if !read.contains(&fact.get_ref().as_str()) {
            let mistake = MeaningMistake::IdleFact(fact.get_ref().clone());
            log.warning(fact.span(), mistake)
                .hint("let a rule read it, or take the question away");
        }
    }
}

fn facts_read(file: &TrialFile) -> Vec<&str> {
    let mut read = Vec::new();
    for criterion in &file.criteria {
        for rule in rules(criterion) {
            collect(rule, &mut read);
        }
    }
    let definitions = file
        .facts
        .iter()
        .filter_map(|fact| fact.definition.as_ref());
    let gates = definitions.filter_map(|definition| definition.gate.as_ref());
    read.extend(gates.map(|gate| gate.fact.as_str()));
    read
}

fn rules(criterion: &CriterionFile) -> impl Iterator<Item = &Rule> {
    [&criterion.rule, &criterion.applies_when]
        .into_iter()
        .filter_map(|rule| rule.rule())
}

fn collect<'a>(rule: &'a Rule, read: &mut Vec<&'a str>) {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => rules.iter().for_each(|rule| collect(rule, read)),
        Rule::Not(rule) => collect(rule, read),
        Rule::If(parts) => parts.iter().for_each(|rule| collect(rule, read)),
        Rule::Compare(comparison) => read.push(&comparison.fact),
    }
}
