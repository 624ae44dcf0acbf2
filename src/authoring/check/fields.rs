//! What the registry names outside of its text, the ages and the sex, beside the rules: a criterion
//! `AGE` or `SEX` carries it, or the rule of another criterion does, where the text says it too.

use crate::authoring::criterion_file::CriterionFile;
use crate::authoring::diagnostic::Log;
use crate::authoring::registry::eligibility::Item;
use crate::authoring::registry::fields::{AGE, Ages, Fields, Sex};
use crate::authoring::registry::mistake::RegistryMistake;
use crate::authoring::trial_file::TrialFile;
use crate::engine::{Comparison, Polarity, Rule, Test};
use toml::Spanned;

/// The criteria that the registry's fields make, as far as the trial has them: a rule of another
/// criterion may carry them instead.
pub(crate) fn items(file: &TrialFile, fields: &Fields) -> Vec<Item> {
    let mut items = fields.items();
    items.retain(|item| find(file, &item.id).is_some());
    items
}

/// Says which of the registry's fields no criterion carries, and which one carries something else.
pub(crate) fn check_fields(file: &TrialFile, fields: &Fields, log: &mut Log) {
    // A rule that cannot be read, or a criterion without an id, may carry it.
    if !file.rules_are_whole() {
        return;
    }
    for item in fields.items() {
        match find(file, &item.id) {
            Some(own) if own.rule.is_there() => {
                if !carried(&item, fields, &needed([own])) {
                    let (id, registry) = (item.id, item.text);
                    let place = own.id.as_ref().map(Spanned::span);
                    log.error(place, RegistryMistake::OtherField { id, registry });
                }
            }
            // Stated, as other criteria are: the team is told.
            Some(_) => {}
            None => {
                if !carried(&item, fields, &needed(&file.criteria)) {
                    say_not_carried(item, log);
                }
            }
        }
    }
}

/// Whether what rules need carries a field, or no rule could.
fn carried(item: &Item, fields: &Fields, needs: &[Need<'_>]) -> bool {
    match item.id.as_str() {
        AGE => fields.ages().is_none_or(|ages| carries_ages(ages, needs)),
        _ => fields.sex.is_none_or(|sex| carries_sex(sex, needs)),
    }
}

fn find<'a>(file: &'a TrialFile, id: &str) -> Option<&'a CriterionFile> {
    let has_id = |criterion: &&CriterionFile| {
        let found = criterion.id.as_ref();
        found.is_some_and(|found| found.get_ref() == id)
    };
    file.criteria.iter().find(has_id)
}

fn say_not_carried(item: Item, log: &mut Log) {
    let hint = format!("add a criterion `{}` with this text before `I1`", item.id);
    let mistake = match item.id.as_str() {
        AGE => RegistryMistake::AgesNotCarried(item.text),
        _ => RegistryMistake::SexNotCarried(item.text),
    };
    log.warning(None, mistake).hint(&hint);
}

/// Whether the rules accept the registry's ages, each end in one of them, and no others.
fn carries_ages(ages: Ages, needs: &[Need<'_>]) -> bool {
    let least = |need: &Need<'_>| match (need, &need.comparison().test) {
        (Need::Holds(_), Test::Age { at_least, .. }) => *at_least == ages.at_least,
        (Need::Fails(_), Test::Age { at_least, below }) => {
            at_least.is_none() && *below == ages.at_least
        }
        _ => false,
    };
    let most = |need: &Need<'_>| match (need, &need.comparison().test) {
        (Need::Holds(_), Test::Age { below, .. }) => *below == ages.below,
        (Need::Fails(_), Test::Age { at_least, below }) => {
            below.is_none() && *at_least == ages.below
        }
        _ => false,
    };
    (ages.at_least.is_none() || needs.iter().any(least))
        && (ages.below.is_none() || needs.iter().any(most))
}

/// Whether a rule accepts the one sex alone.
fn carries_sex(sex: Sex, needs: &[Need<'_>]) -> bool {
    let accepts = |need: &Need<'_>| match (need, &need.comparison().test) {
        (Need::Holds(_), Test::Is { values, unclear }) => {
            values.as_slice() == [sex.value()] && unclear.is_empty()
        }
        (Need::Fails(_), Test::Is { values, unclear }) => {
            values.as_slice() == [sex.other().value()] && unclear.is_empty()
        }
        _ => false,
    };
    needs.iter().any(accepts)
}

/// What a person must meet whatever else is answered.
enum Need<'a> {
    /// The comparison holds.
    Holds(&'a Comparison),
    /// The comparison does not hold.
    Fails(&'a Comparison),
}

impl Need<'_> {
    fn comparison(&self) -> &Comparison {
        match self {
            Self::Holds(comparison) | Self::Fails(comparison) => comparison,
        }
    }
}

/// What the rules need of everyone: those of criteria that apply to all.
fn needed<'a>(criteria: impl IntoIterator<Item = &'a CriterionFile>) -> Vec<Need<'a>> {
    let mut needs = Vec::new();
    for criterion in criteria {
        let (Some(rule), Some(polarity)) = (criterion.rule.rule(), &criterion.polarity) else {
            continue;
        };
        if criterion.applies_when.is_there() {
            continue;
        }
        match polarity.get_ref() {
            Polarity::Inclusion => holds(rule, &mut needs),
            Polarity::Exclusion => fails(rule, &mut needs),
        }
    }
    needs
}

/// What must be so for a rule to hold.
fn holds<'a>(rule: &'a Rule, needs: &mut Vec<Need<'a>>) {
    match rule {
        Rule::All(rules) => rules.iter().for_each(|rule| holds(rule, needs)),
        Rule::Not(rule) => fails(rule, needs),
        Rule::Compare(comparison) => needs.push(Need::Holds(comparison)),
        Rule::Any(_) | Rule::If(_) => {}
    }
}

/// What must be so for a rule not to hold.
fn fails<'a>(rule: &'a Rule, needs: &mut Vec<Need<'a>>) {
    match rule {
        Rule::Any(rules) => rules.iter().for_each(|rule| fails(rule, needs)),
        Rule::Not(rule) => holds(rule, needs),
        Rule::Compare(comparison) => needs.push(Need::Fails(comparison)),
        Rule::All(_) | Rule::If(_) => {}
    }
}
