//! What the trial made of each criterion: what a person must look at again when its words change.

use crate::authoring::trial_file::TrialFile;
use crate::engine::{Rule, Test};
use serde::Serialize;

/// What hangs on the words of one criterion of the trial.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct LookAgain {
    pub(super) id: String,
    /// Whether it has a rule.
    pub(super) rule: bool,
    /// How many readings are recorded.
    pub(super) readings: usize,
    /// How many example persons name a finding for it.
    pub(super) examples: usize,
    #[serde(skip)]
    asks_age: bool,
}

/// The criteria of a trial; none where records are compared without one.
#[derive(Clone, Debug, Default)]
pub(super) struct Encoded {
    criteria: Vec<LookAgain>,
}

/// The criterion that stands for the registry's ages.
const AGE: &str = "AGE";

/// The criterion that stands for the registry's sex.
const SEX: &str = "SEX";

impl Encoded {
    /// What a trial file made of its criteria.
    pub(super) fn of(file: &TrialFile) -> Self {
        let criteria = file.criteria.iter().filter_map(|criterion| {
            let id = criterion.id.as_ref()?.get_ref().clone();
            let rules = [criterion.rule.rule(), criterion.applies_when.rule()];
            let named = file.examples.iter().filter(|example| {
                let mut findings = example.findings.iter();
                findings.any(|(named, _)| *named.get_ref() == id)
            });
            Some(LookAgain {
                rule: criterion.rule.is_there() || criterion.applies_when.is_there(),
                readings: criterion.readings.len(),
                examples: named.count(),
                asks_age: rules.into_iter().flatten().any(asks_age),
                id,
            })
        });
        Self {
            criteria: criteria.collect(),
        }
    }

    /// The criteria of the trial with these ids.
    pub(super) fn look_again<'a>(&self, ids: impl Iterator<Item = &'a str>) -> Vec<LookAgain> {
        let of = |id| self.criteria.iter().find(|criterion| criterion.id == id);
        ids.filter_map(of).cloned().collect()
    }

    /// What of the trial hangs on a value of the record: ids of criteria, keys of its words.
    pub(super) fn hangs_on(&self, field: &str) -> Vec<String> {
        if self.criteria.is_empty() {
            return Vec::new();
        }
        let ids = |which: fn(&LookAgain) -> bool| {
            let criteria = self.criteria.iter().filter(|criterion| which(criterion));
            criteria.map(|criterion| criterion.id.clone()).collect()
        };
        match field {
            "eligibilityModule.minimumAge" | "eligibilityModule.maximumAge" => {
                ids(|criterion| criterion.id == AGE || criterion.asks_age)
            }
            "eligibilityModule.sex" => ids(|criterion| criterion.id == SEX),
            _ => {
                let mut words = WORDS.iter();
                let key = words.find(|(beginning, _)| field.starts_with(beginning));
                key.map(|(_, key)| (*key).to_owned()).into_iter().collect()
            }
        }
    }
}

/// The words of a trial's study that say a value of the record in two languages.
const WORDS: [(&str, &str); 9] = [
    ("statusModule.overallStatus", "study.contact_expect"),
    ("statusModule.startDateStruct", "study.contact_expect"),
    (
        "contactsLocationsModule.centralContacts",
        "study.contact_expect",
    ),
    ("contactsLocationsModule.locations", "study.hospital"),
    ("sponsorCollaboratorsModule.leadSponsor", "study.hospital"),
    ("identificationModule.briefTitle", "study.title"),
    ("identificationModule.officialTitle", "study.title"),
    ("descriptionModule", "study.purpose"),
    ("armsInterventionsModule", "study.purpose"),
];

fn asks_age(rule: &Rule) -> bool {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => rules.iter().any(asks_age),
        Rule::Not(rule) => asks_age(rule),
        Rule::If(rules) => rules.iter().any(asks_age),
        Rule::Compare(comparison) => matches!(comparison.test, Test::Age { .. }),
    }
}
