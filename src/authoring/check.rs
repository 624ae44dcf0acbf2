//! From files to a trial that the page can show, or to every mistake in them at once.

mod asked;
mod changes;
mod coverage;
mod criteria;
mod dates;
mod definition;
mod example;
mod examples;
mod facts;
mod fields;
mod idle;
mod outcomes;
mod passages;
mod position;
mod reach;
mod rewritten;
mod roles;
mod sides;
mod texts;
mod unsaid;
mod vague;

use super::diagnostic::{Diagnostic, Log};
use super::file_mistake::FileMistake;
use super::meaning::MeaningMistake;
use super::phrases;
use super::registry::{self, Pinned};
use super::review::check_review;
use super::trial_file::{TrialFile, read_trial};
use super::version::version;
use crate::engine::TrialDefinition;
use crate::page::content::{Content, Words};
pub use example::Example;
use examples::Expected;
use reach::Reach;
use std::path::Path;
use texts::Names;
use toml::Spanned;

/// A trial that was read and checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// The trial as defined: what other programs are handed.
    pub definition: TrialDefinition,
    /// What its page shows.
    pub content: Content,
    /// Its example persons.
    pub examples: Vec<Example>,
}

/// Reads and checks a trial with its registry record, the page's words and its review: those of
/// `www/registry`, `www/words` and `www/reviewed`. Nothing is loaded where anything is wrong;
/// warnings do no harm.
#[must_use]
pub fn load(www: &Path, trial: &Path) -> (Option<Loaded>, Vec<Diagnostic>) {
    let (phrases, mut diagnostics) = phrases::load(www);
    let (loaded, said) = load_trial(www, trial, phrases.unwrap_or_default());
    diagnostics.extend(said);
    if loaded.is_some() {
        diagnostics.extend(check_review(www, trial));
    }
    let all_right = diagnostics.iter().all(|said| !said.is_error());
    (loaded.filter(|_| all_right), diagnostics)
}

/// Reads and checks a trial; the words of the page are read already.
///
/// ```
/// # use std::path::Path;
/// use prescreen::authoring::load_trial;
/// let www = Path::new("tests/authoring/good");
/// let (loaded, said) = load_trial(www, &www.join("trials/nct00000001.toml"), Vec::new());
/// assert!(said.is_empty());
/// assert_eq!(loaded.unwrap().content.trial.nct_id(), "NCT00000001");
/// ```
#[must_use]
pub fn load_trial(
    www: &Path,
    trial: &Path,
    phrases: Vec<Words>,
) -> (Option<Loaded>, Vec<Diagnostic>) {
    let mut log = Log::read(trial);
    if log.has_errors() {
        return (None, log.into_sorted());
    }
    let source = log.source();
    let Some(file) = read_trial(&source.text, &mut log) else {
        return (None, log.into_sorted());
    };
    if let Some(nct_id) = &file.nct_id {
        check_name(trial, nct_id, &mut log);
    }
    let (pinned, of_record) = match &file.nct_id {
        Some(nct_id) => registry::load(www, nct_id.get_ref()),
        None => (None, Vec::new()),
    };
    let loaded = check(file, pinned, phrases, &mut log);
    let loaded = loaded.filter(|_| !log.has_errors());
    let mut diagnostics = log.into_sorted();
    diagnostics.extend(of_record);
    (loaded, diagnostics)
}

/// A trial is found by its name: the number, in small letters.
fn check_name(trial: &Path, nct_id: &Spanned<String>, log: &mut Log) {
    let found = trial.file_name().unwrap_or_default().to_string_lossy();
    let expected = format!("{}.toml", nct_id.get_ref().to_lowercase());
    if found != expected {
        let found = found.into_owned();
        log.warning(nct_id.span(), MeaningMistake::FileName { found, expected });
    }
}

/// Checks what the parts of the file mean together, with the registry and for the engine.
fn check(
    file: TrialFile,
    pinned: Option<Pinned>,
    phrases: Vec<Words>,
    log: &mut Log,
) -> Option<Loaded> {
    let mut names = Names::Right;
    if let Some(pinned) = &pinned {
        let fields = fields::items(&file, &pinned.fields);
        let items: Vec<_> = fields.into_iter().chain(pinned.items.clone()).collect();
        names = texts::check_texts(&file.criteria, &items, log);
        passages::check_passages(&file.passages, &pinned.passages, log);
        fields::check_fields(&file, &pinned.fields, log);
        if let Some(study) = &file.study {
            dates::check_dates(study, &pinned.dates, log);
        }
    }
    let last_update = pinned.as_ref().map(|pinned| pinned.last_update);
    let (definition, trial) = definition::check_definition(&file, last_update, log).unzip();
    let facts = facts::check_facts(&file, log);
    let criteria = criteria::check_criteria(&file, log);
    vague::check_vague(&file.criteria, log);
    asked::check_asked(&file.facts, log);
    if file.examples_are_whole && names == Names::Right {
        coverage::check_coverage(&file, log);
    }
    // What follows from a part that could not be read would be noise.
    let sound = trial.as_ref().filter(|_| file.rules_are_whole());
    let sound = sound.zip(definition.as_ref()).filter(|_| pinned.is_some());
    let examples = sound.map(|(trial, definition)| {
        idle::check_idle(&file, log);
        let said = log.len();
        let reach = reach::check_reach(definition, log);
        // What comes out of a wrong rule, or under a wrong name, is not what anyone expects.
        let expected = if names == Names::Right && reach == Reach::Whole {
            Expected::Compared
        } else {
            Expected::Left
        };
        let runs = examples::check_examples(&file.examples, trial, expected, log);
        // Examples that are not what their author takes them for show nothing.
        if file.examples_are_whole && log.len() == said {
            sides::check_sides(definition, &runs, log);
            unsaid::check_unsaid(trial, &runs, log);
            changes::check_changes(&file, trial, &runs, log);
        }
        runs.into_iter().map(|run| run.example).collect()
    });
    let sections = file.sections.into_iter().map(|section| section.title);
    let definition = definition?;
    let no_version = |error: postcard::Error| {
        log.error(None, FileMistake::NoVersion(error.to_string()));
    };
    let content = Content {
        trial: trial?,
        version: version(&definition).map_err(no_version).ok()?,
        record: pinned?.record,
        study: file.study?,
        sections: sections.collect(),
        facts,
        criteria,
        phrases,
    };
    Some(Loaded {
        definition,
        content,
        examples: examples?,
    })
}
