//! Loading each mutant, and telling by what it was noticed.

use super::place::Mutant;
use super::trial::Trial;
use prescreen::authoring::{Diagnostic, check_review, load_trial, review};
use std::fs;
use std::path::{Path, PathBuf};

/// By what a mutant was noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Noticed {
    /// By a rule of `check`.
    Rule,
    /// Because an example person came to something else.
    Example,
    /// By the review file alone.
    Review,
    /// By nothing.
    Nothing,
}

/// The folder that a mutant is loaded from, and what is said of the trial as it is.
struct Bench {
    www: PathBuf,
    file: PathBuf,
    said: Vec<String>,
    reviewed: Vec<String>,
}

/// Tries every mutant, on all processors.
pub(crate) fn try_all(trial: &Trial, mutants: &[Mutant]) -> Vec<Noticed> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let part = mutants.len().div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        let parts = mutants.chunks(part).enumerate();
        let threads = parts.map(|(number, mutants)| {
            scope.spawn(move || {
                let bench = Bench::new(trial, number);
                let tried = mutants.iter().map(|mutant| bench.attempt(trial, mutant));
                tried.collect::<Vec<_>>()
            })
        });
        let threads: Vec<_> = threads.collect();
        let tried = threads
            .into_iter()
            .map(|thread| thread.join().expect("it ends"));
        tried.flatten().collect()
    })
}

impl Bench {
    fn new(trial: &Trial, number: usize) -> Self {
        let name = format!("mutation-{}-{number}", trial.name);
        let www = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let number = trial.name.to_uppercase();
        for folder in ["trials", "registry", "reviewed"] {
            fs::create_dir_all(www.join(folder)).expect("a folder is made");
        }
        let record = format!("registry/{number}.json");
        fs::copy(Path::new("www").join(&record), www.join(record)).expect("the record is there");
        let file = www.join(format!("trials/{}.toml", trial.name));
        fs::write(&file, toml::to_string(&trial.document).expect("a document")).expect("written");
        let (review, _) = review(&www, &file, None);
        let review = review.expect("the trial loads");
        fs::write(&review.path, review.text).expect("written");
        let said = messages(&load_trial(&www, &file, Vec::new()).1);
        let reviewed = messages(&check_review(&www, &file));
        Self {
            www,
            file,
            said,
            reviewed,
        }
    }

    fn attempt(&self, trial: &Trial, mutant: &Mutant) -> Noticed {
        fs::write(&self.file, mutant.text(&trial.document)).expect("written");
        let (_, said) = load_trial(&self.www, &self.file, Vec::new());
        let new = new(&messages(&said), &self.said);
        let is_example = |message: &String| message.starts_with("example `");
        if !new.is_empty() {
            return if new.iter().all(is_example) {
                Noticed::Example
            } else {
                Noticed::Rule
            };
        }
        let reviewed = messages(&check_review(&self.www, &self.file));
        if reviewed
            .iter()
            .any(|message| !self.reviewed.contains(message))
        {
            Noticed::Review
        } else {
            Noticed::Nothing
        }
    }
}

fn messages(said: &[Diagnostic]) -> Vec<String> {
    said.iter().map(|said| said.message.clone()).collect()
}

/// What is said more often than before.
fn new(said: &[String], before: &[String]) -> Vec<String> {
    let mut before = before.to_vec();
    let is_new = |message: &&String| {
        let at = before.iter().position(|other| other == *message);
        at.is_none_or(|at| {
            before.swap_remove(at);
            false
        })
    };
    {
        let mut is_new = is_new;
        said.iter()
            .filter(|message| is_new(message))
            .cloned()
            .collect()
    }
}
