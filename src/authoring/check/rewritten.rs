//! A trial of one criterion, with one comparison of it written otherwise: what an author might have
//! written by mistake. The examples, and what a rule can come to, are tried on it.

use crate::engine::{Comparison, CriterionDefinition, Rule, Trial, TrialDefinition};

/// The comparisons of a criterion, of its rule and of `applies_when`.
pub(crate) fn comparisons(criterion: &CriterionDefinition) -> Vec<&Comparison> {
    let mut found = Vec::new();
    for rule in criterion.rule.iter().chain(&criterion.applies_when) {
        collect(rule, &mut found);
    }
    found
}

fn collect<'a>(rule: &'a Rule, found: &mut Vec<&'a Comparison>) {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => rules.iter().for_each(|rule| collect(rule, found)),
        Rule::Not(rule) => collect(rule, found),
        Rule::If(parts) => parts.iter().for_each(|rule| collect(rule, found)),
        Rule::Compare(comparison) => found.push(comparison),
    }
}

/// The trial with this criterion alone; none if the engine refuses it.
pub(crate) fn alone(
    definition: &TrialDefinition,
    criterion: &CriterionDefinition,
) -> Option<Trial> {
    let definition = TrialDefinition {
        criteria: vec![criterion.clone()],
        ..definition.clone()
    };
    Trial::check(&definition).ok()
}

/// The criterion with another rule in place of the comparison of a fact; each fact stands in one.
pub(crate) fn rewritten(
    criterion: &CriterionDefinition,
    fact: &str,
    other: &Rule,
) -> CriterionDefinition {
    let rewrite = |rule: &Option<Rule>| rule.as_ref().map(|rule| replaced(rule, fact, other));
    CriterionDefinition {
        rule: rewrite(&criterion.rule),
        applies_when: rewrite(&criterion.applies_when),
        ..criterion.clone()
    }
}

fn replaced(rule: &Rule, fact: &str, other: &Rule) -> Rule {
    let each = |rules: &[Rule]| {
        let rules = rules.iter().map(|rule| replaced(rule, fact, other));
        rules.collect()
    };
    match rule {
        Rule::All(rules) => Rule::All(each(rules)),
        Rule::Any(rules) => Rule::Any(each(rules)),
        Rule::Not(rule) => Rule::Not(Box::new(replaced(rule, fact, other))),
        Rule::If(parts) => {
            let parts = (**parts).each_ref();
            Rule::If(Box::new(parts.map(|rule| replaced(rule, fact, other))))
        }
        Rule::Compare(comparison) if comparison.fact == fact => other.clone(),
        Rule::Compare(_) => rule.clone(),
    }
}
