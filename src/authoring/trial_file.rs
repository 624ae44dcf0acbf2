//! Reading a trial file (`www/trials/*.toml`) from its form alone: what its parts mean together is
//! checked in `check`. Whatever the bytes, reading ends, and says every mistake on the way.

use super::criterion_file::{CriterionFile, read_criterion};
use super::diagnostic::Log;
use super::document::Table;
use super::example_file::{ExampleFile, read_example};
use super::fact_file::{FactFile, read_fact};
use super::form::FormMistake;
use super::passage_file::{PassageFile, read_passage};
use super::study_file::{SectionFile, read_section, read_study};
use super::syntax::parse;
use super::vocabulary::check_repeated;
use crate::page::content::Study;
use toml::Spanned;

/// A trial as it stands in its file.
pub(crate) struct TrialFile {
    pub(crate) nct_id: Option<Spanned<String>>,
    pub(crate) study: Option<Study>,
    pub(crate) sections: Vec<SectionFile>,
    pub(crate) facts: Vec<FactFile>,
    pub(crate) criteria: Vec<CriterionFile>,
    pub(crate) passages: Vec<PassageFile>,
    pub(crate) examples: Vec<ExampleFile>,
    /// Whether all of the examples could be read.
    pub(crate) examples_are_whole: bool,
}

impl TrialFile {
    /// Whether all could be read that decides what the engine says.
    pub(crate) fn rules_are_whole(&self) -> bool {
        let fact = |fact: &FactFile| fact.definition.is_some() && !fact.gate_is_lost;
        let criterion =
            |criterion: &CriterionFile| criterion.definition().is_some() && criterion.is_whole();
        self.facts.iter().all(fact) && self.criteria.iter().all(criterion)
    }
}

/// Reads a trial file; none if its syntax is broken.
pub(crate) fn read_trial(text: &str, log: &mut Log) -> Option<TrialFile> {
    let document = parse(text, log)?;
    let mut root = Table::root(&document);
    check_format(&mut root, log);
    let nct_id = root.require("nct_id", log);
    let study = root
        .require("study", log)
        .and_then(|value| value.table(log));
    let mut trial = TrialFile {
        nct_id: nct_id.and_then(|value| value.registry_number(log)),
        study: study.map(|table| read_study(table, log)),
        sections: read_each("section", &mut root, log, read_section),
        facts: read_each("fact", &mut root, log, read_fact),
        criteria: read_each("criterion", &mut root, log, read_criterion),
        passages: read_each("passage", &mut root, log, read_passage),
        examples: Vec::new(),
        examples_are_whole: true,
    };
    let said = log.len();
    trial.examples = read_each("example", &mut root, log, read_example);
    trial.examples_are_whole = log.len() == said;
    root.close(log);
    let sections = trial
        .sections
        .iter()
        .filter_map(|section| section.id.as_ref());
    check_repeated("section", sections, log);
    let passages = trial
        .passages
        .iter()
        .filter_map(|passage| passage.id.as_ref());
    check_repeated("passage", passages, log);
    let examples = trial
        .examples
        .iter()
        .filter_map(|example| example.name.as_ref());
    check_repeated("example", examples, log);
    Some(trial)
}

fn check_format(root: &mut Table<'_>, log: &mut Log) {
    let Some(value) = root.require("format", log) else {
        return;
    };
    if let Some(found) = value.number(log).filter(|found| found != "1") {
        log.error(value.range(), FormMistake::UnknownFormat(found));
    }
}

fn read_each<'a, T>(
    key: &'static str,
    root: &mut Table<'a>,
    log: &mut Log,
    read: fn(Table<'a>, &mut Log) -> T,
) -> Vec<T> {
    let tables = root.tables(key, log).into_iter();
    tables.map(|table| read(table, log)).collect()
}
