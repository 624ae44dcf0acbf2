//! `[study]` and `[[section]]` of a trial file.

#![expect(dead_code, reason = "only the schema is made from these types")]

use super::text::{StudyNumber, Text, Words};
use schemars::JsonSchema;

/// What the page says of the study, in both languages.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Study {
    /// A plain title. It stands at the top of the first screen.
    title: Words,
    /// What is tested, that safety comes first, and that it is not known whether it helps.
    purpose: Words,
    /// The hospital, or what the hospitals are together.
    hospital: Words,
    /// Where the study is, if more is said of it than `hospital`.
    place: Option<Words>,
    /// What a family can expect of a call. It stands beside the telephone number.
    contact_expect: Words,
    /// What the registry says nothing about, above the questions for the study team.
    unsaid: Option<Words>,
    /// What to know of the similar studies: similar by their texts alone, checked by nobody. Needed
    /// beside a list of them.
    similar_note: Option<Words>,
    /// Studies that the registry's page lists as similar.
    similar: Option<Vec<Similar>>,
}

/// A similar study, as the registry's page names it.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Similar {
    /// Its number.
    nct_id: StudyNumber,
    /// Its title, as the registry has it.
    title: Text,
    /// Its status, as the registry writes it, such as `"RECRUITING"`.
    status: Text,
    /// Its phases, as the registry writes them, such as `["PHASE1", "PHASE2"]`.
    phases: Option<Vec<Text>>,
}

/// A group of questions.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Section {
    /// A short name of your choice. Questions name their section by it.
    id: Text,
    /// The caption above each question of the section.
    title: Words,
}
