//! A trial file as a whole: the keys that it begins with, and the lists of its parts.

#![expect(dead_code, reason = "only the schema is made from these types")]

use super::criterion::{Criterion, Passage};
use super::example::Example;
use super::fact::Fact;
use super::study::{Section, Study};
use super::text::StudyNumber;
use schemars::JsonSchema;

/// A trial of prescreen: questions, the registry's criteria with their reading, words for
/// families, and example persons. `docs/trial-format.md` explains it in plain words.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Trial {
    /// The version of the format: 1.
    #[schemars(extend("enum" = [1]))]
    format: u8,
    /// The number of the study at ClinicalTrials.gov. The registry record that belongs to it lies at
    /// `registry/NCT….json` beside the folder of the trials.
    nct_id: StudyNumber,
    /// What the page says of the study in both languages, because the registry has it in one.
    study: Study,
    /// Groups of questions, in the order of asking.
    section: Option<Vec<Section>>,
    /// The questions, in the order of asking.
    fact: Option<Vec<Fact>>,
    /// The criteria of the registry, in its order.
    criterion: Option<Vec<Criterion>>,
    /// Words of the registry that are no criterion: notes, sentences before a list, names of groups.
    passage: Option<Vec<Passage>>,
    /// Example persons with the result expected of them. `prescreen check` screens each of them.
    example: Option<Vec<Example>>,
}
