//! From a definition to a checked trial, or to every mistake at once.
//!
//! The rules that are accepted form the class for which screening and interview are exact in
//! linear time (`DESIGN.md`, "Questions worth asking"): each fact stands in one comparison of a
//! criterion, and few combinations of gates must be tried together.

mod comparison;
mod family;

use super::definition::{
    self, CriterionDefinition, FactDefinition, GateDefinition, Origin, TrialDefinition,
};
use super::fact::{Fact, FactIndex, Gate, Kind, ValueSet};
use super::mistake::{Mistake, MistakeKind};
use super::order::{in_order, in_order_once};
use super::trial::{Criterion, Rule, Trial};
use comparison::check_comparison;
use family::{bind_families, families};

/// The most facts that a trial has.
const MOST_FACTS: usize = 250;

/// The most values that a choice has: one for each bit of a set.
const MOST_VALUES: usize = 64;

/// Collects mistakes about one subject after the other.
struct Checking {
    subject: String,
    /// Where the subject stands.
    origin: Origin,
    mistakes: Vec<Mistake>,
}

impl Checking {
    fn report(&mut self, kind: MistakeKind, origin: Origin) {
        self.mistakes.push(Mistake {
            subject: self.subject.clone(),
            kind,
            origin,
        });
    }

    /// Turns to the next subject.
    fn turn_to(&mut self, subject: &str, origin: Origin) {
        subject.clone_into(&mut self.subject);
        self.origin = origin;
    }
}

impl Trial {
    /// Checks a definition.
    ///
    /// # Errors
    /// Every mistake, in the order of the definition.
    pub fn check(definition: &TrialDefinition) -> Result<Self, Vec<Mistake>> {
        let mut checking = Checking {
            subject: definition.nct_id.clone(),
            origin: Origin::default(),
            mistakes: Vec::new(),
        };
        if definition.criteria.is_empty() {
            checking.report(MistakeKind::NoCriteria, Origin::default());
        }
        let facts = check_facts(&definition.facts, &mut checking);
        let birth = (0..)
            .zip(&facts)
            .find(|(_, fact)| fact.kind == Kind::BirthDate)
            .map(|(index, _)| index);
        let mut trial = Self {
            nct_id: definition.nct_id.clone(),
            last_update: definition.last_update,
            families: families(&facts),
            facts,
            birth,
            criteria: Vec::new(),
        };
        check_criteria(&definition.criteria, &mut trial, &mut checking);
        if checking.mistakes.is_empty() {
            Ok(trial)
        } else {
            Err(checking.mistakes)
        }
    }
}

fn check_facts(definitions: &[FactDefinition], checking: &mut Checking) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for definition in definitions {
        checking.turn_to(&definition.id, definition.origin);
        if facts.len() == MOST_FACTS {
            checking.report(MistakeKind::TooManyFacts(MOST_FACTS), definition.origin);
            break;
        }
        if facts.iter().any(|fact| fact.id == definition.id) {
            checking.report(MistakeKind::RepeatedId, definition.origin);
        }
        if definition.kind == Kind::BirthDate
            && facts.iter().any(|fact| fact.kind == Kind::BirthDate)
        {
            checking.report(MistakeKind::SecondBirthDate, definition.origin);
        }
        if definition.kind == Kind::BirthDate && definition.gate.is_some() {
            checking.report(MistakeKind::GatedBirthDate, definition.origin);
        }
        check_values(definition, checking);
        let gate = definition
            .gate
            .as_ref()
            .and_then(|gate| check_gate(gate, &facts, definitions, checking));
        facts.push(Fact {
            id: definition.id.clone(),
            kind: definition.kind.clone(),
            gate,
        });
    }
    facts
}

fn check_values(definition: &FactDefinition, checking: &mut Checking) {
    let values = definition.kind.values();
    let named = matches!(
        definition.kind,
        Kind::Choice(_) | Kind::Scale(_) | Kind::Choices(_)
    );
    if named && !(1..=MOST_VALUES).contains(&values.len()) {
        checking.report(MistakeKind::NumberOfValues(values.len()), definition.origin);
    }
    for (index, value) in values.iter().enumerate() {
        if values[..index].contains(value) {
            checking.report(MistakeKind::RepeatedValue(value.clone()), definition.origin);
        }
    }
}

fn check_gate(
    gate: &GateDefinition,
    earlier: &[Fact],
    all: &[FactDefinition],
    checking: &mut Checking,
) -> Option<Gate> {
    let Some((index, fact)) = (0..).zip(earlier).find(|(_, fact)| fact.id == gate.fact) else {
        let kind = if all.iter().any(|fact| fact.id == gate.fact) {
            MistakeKind::GateNotEarlier(gate.fact.clone())
        } else {
            unknown_fact(&gate.fact, all.iter().map(|fact| &fact.id))
        };
        checking.report(kind, gate.origin);
        return None;
    };
    if fact.kind.single_values() == 0 {
        checking.report(MistakeKind::GateKind(gate.fact.clone()), gate.origin);
        return None;
    }
    let opens_for = value_set(&gate.is, &fact.kind, gate.origin, checking);
    if gate.is.is_empty() {
        checking.report(MistakeKind::NothingCompared, gate.origin);
    }
    if opens_for == all_values(&fact.kind) {
        checking.report(MistakeKind::GateNeverCloses(gate.fact.clone()), gate.origin);
    }
    Some(Gate {
        fact: index,
        opens_for,
        opens_for_not_known: gate.or_unknown,
    })
}

fn unknown_fact<'a>(found: &str, known: impl Iterator<Item = &'a String>) -> MistakeKind {
    MistakeKind::UnknownFact {
        found: found.to_owned(),
        known: known.cloned().collect(),
    }
}

fn all_values(kind: &Kind) -> ValueSet {
    (0..kind.single_values()).fold(0, |all, value| all | 1 << value)
}

/// The set of the values named; for yes or no these are `false` and `true`.
fn value_set(names: &[String], kind: &Kind, origin: Origin, checking: &mut Checking) -> ValueSet {
    let yes_or_no = ["false".to_owned(), "true".to_owned()];
    let known = if *kind == Kind::YesNo {
        &yes_or_no[..]
    } else {
        kind.values()
    };
    let mut set = 0;
    for name in names {
        let Some(index) = known
            .iter()
            .take(MOST_VALUES)
            .position(|value| value == name)
        else {
            let kind = MistakeKind::UnknownValue {
                found: name.clone(),
                known: known.to_vec(),
            };
            checking.report(kind, origin);
            continue;
        };
        if set >> index & 1 == 1 {
            checking.report(MistakeKind::RepeatedValue(name.clone()), origin);
        }
        set |= 1 << index;
    }
    set
}

fn check_criteria(definitions: &[CriterionDefinition], trial: &mut Trial, checking: &mut Checking) {
    for definition in definitions {
        checking.turn_to(&definition.id, definition.origin);
        if trial
            .criteria
            .iter()
            .any(|criterion| criterion.id == definition.id)
        {
            checking.report(MistakeKind::RepeatedId, definition.origin);
        }
        if definition.applies_when.is_some() && definition.rule.is_none() {
            checking.report(MistakeKind::NothingToApply, definition.origin);
        }
        let criterion = check_criterion(definition, trial, checking);
        trial.criteria.push(criterion);
    }
}

fn check_criterion(
    definition: &CriterionDefinition,
    trial: &Trial,
    checking: &mut Checking,
) -> Criterion {
    let mut facts = Vec::new();
    let mut rules = [&definition.applies_when, &definition.rule].map(|rule| {
        rule.as_ref()
            .map(|rule| check_rule(rule, trial, &mut facts, checking))
    });
    let families = bind_families(&mut rules, trial, definition.origin, checking);
    let [applies_when, rule] = rules;
    let facts = in_order(facts);
    let dated = facts
        .iter()
        .any(|fact| trial.facts[usize::from(*fact)].kind.is_date());
    Criterion {
        id: definition.id.clone(),
        polarity: definition.polarity,
        soft: definition.soft,
        rule,
        applies_when,
        depends_on: dependencies(&facts, dated, trial),
        facts,
        families,
        dated,
    }
}

fn dependencies(facts: &[FactIndex], dated: bool, trial: &Trial) -> Vec<FactIndex> {
    let gate_of = |fact: &FactIndex| {
        trial.facts[usize::from(*fact)]
            .gate
            .as_ref()
            .map(|gate| gate.fact)
    };
    let with_gates = facts
        .iter()
        .flat_map(|fact| core::iter::successors(Some(*fact), gate_of));
    in_order_once(with_gates.chain(trial.birth.filter(|_| dated)).collect())
}

fn check_rule(
    rule: &definition::Rule,
    trial: &Trial,
    facts: &mut Vec<FactIndex>,
    checking: &mut Checking,
) -> Rule {
    let mut parts = |rules: &[definition::Rule], checking: &mut Checking| -> Vec<Rule> {
        if rules.is_empty() {
            checking.report(MistakeKind::EmptyGroup, checking.origin);
        }
        rules
            .iter()
            .map(|rule| check_rule(rule, trial, facts, checking))
            .collect()
    };
    match rule {
        definition::Rule::All(rules) => Rule::All(parts(rules, checking)),
        definition::Rule::Any(rules) => Rule::Any(parts(rules, checking)),
        definition::Rule::Not(rule) => {
            Rule::Not(Box::new(check_rule(rule, trial, facts, checking)))
        }
        definition::Rule::If(rules) => Rule::If(Box::new(
            (**rules)
                .each_ref()
                .map(|rule| check_rule(rule, trial, facts, checking)),
        )),
        definition::Rule::Compare(comparison) => {
            check_comparison(comparison, trial, facts, checking)
        }
    }
}
