//! Families of facts that hang together by gates, and the place in a rule where the gates of a
//! family are chosen: the smallest part that holds all its comparisons. There, and only there, a
//! family's facts depend on each other; everywhere else the parts of a rule are independent.

use super::Checking;
use crate::engine::definition::Origin;
use crate::engine::fact::{Fact, FactIndex, Family};
use crate::engine::mistake::MistakeKind;
use crate::engine::trial::{Rule, Trial};

/// The most combinations of gates that are tried together.
const MOST_COMBINATIONS: usize = 64;

/// A set of families: bit `n` stands for the family with index `n`.
type FamilySet = u128;

/// The families of two or more facts, in the order of their first fact. Only 128 are told apart,
/// more than a trial with `MOST_FACTS` facts has.
pub(super) fn families(facts: &[Fact]) -> Vec<Family> {
    let mut families: Vec<Family> = Vec::new();
    for (index, fact) in (0..).zip(facts) {
        let Some(gate) = &fact.gate else { continue };
        match families
            .iter_mut()
            .find(|family| family.facts.contains(&gate.fact))
        {
            Some(family) => family.facts.push(index),
            None => families.push(Family {
                facts: vec![gate.fact, index],
            }),
        }
    }
    families
}

/// Marks in the rules of a criterion where each family is chosen; gives the families found.
pub(super) fn bind_families(
    rules: &mut [Option<Rule>; 2],
    trial: &Trial,
    origin: Origin,
    checking: &mut Checking,
) -> Vec<u8> {
    let sets = rules
        .each_ref()
        .map(|rule| rule.as_ref().map_or(0, |rule| named(rule, trial)));
    for family in members(sets[0] & sets[1]) {
        let fact = trial.families[usize::from(family)].facts[0];
        let id = trial.facts[usize::from(fact)].id.clone();
        checking.report(MistakeKind::FamilyAcross(id), origin);
    }
    for rule in rules.iter_mut().flatten() {
        let whole = core::mem::replace(rule, Rule::All(Vec::new()));
        *rule = bind(whole, 0, trial);
        let found = combinations(rule, trial);
        if found > MOST_COMBINATIONS {
            checking.report(
                MistakeKind::Entangled {
                    found,
                    accepted: MOST_COMBINATIONS,
                },
                origin,
            );
        }
    }
    members(sets[0] | sets[1]).collect()
}

fn members(set: FamilySet) -> impl Iterator<Item = u8> {
    (0..128).filter(move |family| set >> family & 1 == 1)
}

/// The families whose facts a rule names.
fn named(rule: &Rule, trial: &Trial) -> FamilySet {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => {
            rules.iter().fold(0, |all, rule| all | named(rule, trial))
        }
        Rule::Not(rule) | Rule::Family(_, rule) => named(rule, trial),
        Rule::If(parts) => parts.iter().fold(0, |all, rule| all | named(rule, trial)),
        Rule::Compare(fact, _) => family_of(*fact, trial).map_or(0, |family| 1 << family),
    }
}

fn family_of(fact: FactIndex, trial: &Trial) -> Option<u8> {
    (0..)
        .zip(&trial.families)
        .find(|(_, family)| family.facts.contains(&fact))
        .map(|(index, _)| index)
}

/// Binds every family that is not `bound` yet around the smallest part that names all of it.
fn bind(rule: Rule, bound: FamilySet, trial: &Trial) -> Rule {
    match rule {
        Rule::All(rules) => group(rules, bound, trial, Rule::All),
        Rule::Any(rules) => group(rules, bound, trial, Rule::Any),
        Rule::Not(rule) => Rule::Not(Box::new(bind(*rule, bound, trial))),
        Rule::If(parts) => {
            let shared = shared(parts.iter(), trial) & !bound;
            let parts = (*parts).map(|part| bind(part, bound | shared, trial));
            wrap(shared, Rule::If(Box::new(parts)))
        }
        Rule::Compare(fact, test) => {
            let family = family_of(fact, trial).map_or(0, |family| 1 << family);
            wrap(family & !bound, Rule::Compare(fact, test))
        }
        Rule::Family(..) => rule,
    }
}

/// Puts the parts of a list together that share families, and binds these around each such group.
fn group(rules: Vec<Rule>, bound: FamilySet, trial: &Trial, list: fn(Vec<Rule>) -> Rule) -> Rule {
    let mut groups: Vec<(FamilySet, Vec<Rule>)> = Vec::new();
    for rule in rules {
        let mut names = named(&rule, trial) & !bound;
        let mut together = Vec::new();
        // Earlier groups that share a family with this part melt into one, in their order.
        let (joined, apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|(set, _)| set & names != 0);
        for (set, parts) in joined {
            names |= set;
            together.extend(parts);
        }
        together.push(rule);
        groups = apart;
        groups.push((names, together));
    }
    let parts = groups.into_iter().map(|(_, parts)| {
        let shared = shared(parts.iter(), trial) & !bound;
        let mut parts: Vec<Rule> = parts
            .into_iter()
            .map(|part| bind(part, bound | shared, trial))
            .collect();
        if parts.len() == 1 {
            parts.remove(0)
        } else {
            wrap(shared, list(parts))
        }
    });
    list(parts.collect())
}

/// The families that two or more of the parts name.
fn shared<'a>(parts: impl Iterator<Item = &'a Rule>, trial: &Trial) -> FamilySet {
    let (_, twice) = parts.fold((0, 0), |(once, twice), part| {
        let names = named(part, trial);
        (once | names, twice | once & names)
    });
    twice
}

fn wrap(families: FamilySet, rule: Rule) -> Rule {
    members(families).fold(rule, |rule, family| Rule::Family(family, Box::new(rule)))
}

/// The most combinations of gates that are tried together anywhere in a rule.
fn combinations(rule: &Rule, trial: &Trial) -> usize {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => rules
            .iter()
            .map(|rule| combinations(rule, trial))
            .max()
            .unwrap_or(1),
        Rule::Not(rule) => combinations(rule, trial),
        Rule::If(parts) => parts
            .iter()
            .map(|rule| combinations(rule, trial))
            .max()
            .unwrap_or(1),
        Rule::Family(family, rule) => {
            let own = choices_of(&trial.families[usize::from(*family)], trial);
            own.saturating_mul(combinations(rule, trial))
        }
        Rule::Compare(..) => 1,
    }
}

/// How many ways there are to choose the gates of a family, at most.
fn choices_of(family: &Family, trial: &Trial) -> usize {
    let is_gate = |fact: &&FactIndex| {
        let mut gates = family
            .facts
            .iter()
            .filter_map(|other| trial.facts[usize::from(*other)].gate.as_ref());
        gates.any(|gate| gate.fact == **fact)
    };
    let gates = family.facts.iter().filter(is_gate);
    let values =
        gates.map(|fact| usize::from(trial.facts[usize::from(*fact)].kind.single_values()));
    values.fold(1, usize::saturating_mul)
}
