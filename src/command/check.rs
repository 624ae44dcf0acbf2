//! `prescreen check`: everything that an author has wrong, on standard error; one line of summary
//! on standard output, or all of it as JSON.

use super::output::{print, say, say_failed};
use super::trial_files::trial_files;
use prescreen::authoring::{self, Diagnostic, Loaded};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Loads trials, words and examples and says every mistake
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder that holds `trials`, `registry` and `words`
    #[arg(long, default_value = "www")]
    www: PathBuf,
    /// Ends with 1 for warnings too
    #[arg(long)]
    deny_warnings: bool,
    /// Prints everything on standard output as one JSON object, with the name and the place of each
    #[arg(long)]
    json: bool,
    /// Prints the list of all rules and checks nothing
    #[arg(long)]
    rules: bool,
    /// Trial files; all of `trials` if none is named
    #[arg(value_name = "TRIAL")]
    trials: Vec<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    if arguments.rules {
        return ended(print(authoring::CHECK_RULES.trim_end()), ExitCode::SUCCESS);
    }
    let trials = match trials(arguments) {
        Ok(trials) => trials,
        Err(path) => {
            say(format_args!(
                "error: there is nothing at `{}`",
                path.display()
            ));
            return ExitCode::from(2);
        }
    };
    if trials.is_empty() {
        say(format_args!(
            "error: there is no trial in `{}`",
            arguments.www.join("trials").display()
        ));
        return ExitCode::FAILURE;
    }
    let (phrases, mut diagnostics) = authoring::load_phrases(&arguments.www);
    let mut loaded = Vec::new();
    for trial in &trials {
        let words = phrases.clone().unwrap_or_default();
        let (one, said) = authoring::load_trial(&arguments.www, trial, words);
        diagnostics.extend(said);
        if one.is_some() {
            diagnostics.extend(authoring::check_review(&arguments.www, trial));
        }
        loaded.extend(one);
    }
    let errors = diagnostics.iter().filter(|said| said.is_error()).count();
    let printed = if arguments.json {
        print(authoring::check_json(&loaded, &diagnostics))
    } else {
        diagnostics.iter().for_each(say);
        print(summary(&loaded, &diagnostics, errors))
    };
    let denied = arguments.deny_warnings && !diagnostics.is_empty();
    ended(printed, ExitCode::from(u8::from(errors > 0 || denied)))
}

fn ended(printed: io::Result<()>, code: ExitCode) -> ExitCode {
    if let Err(error) = printed {
        say_failed(&error);
        return ExitCode::FAILURE;
    }
    code
}

/// The trials to check, in the order of their names; a path where nothing is, if there is one.
fn trials(arguments: &Arguments) -> Result<Vec<PathBuf>, PathBuf> {
    for path in &arguments.trials {
        exists(path)?;
    }
    exists(&arguments.www)?;
    if !arguments.trials.is_empty() {
        return Ok(arguments.trials.clone());
    }
    let folder = arguments.www.join("trials");
    trial_files(&folder).map_err(|_| folder)
}

fn exists(path: &Path) -> Result<(), PathBuf> {
    if path.exists() {
        Ok(())
    } else {
        Err(path.to_owned())
    }
}

/// `1 trial, 21 criteria, 57 examples: no problems found`, or how many were.
fn summary(loaded: &[Loaded], diagnostics: &[Diagnostic], errors: usize) -> String {
    let warnings = match diagnostics.len() - errors {
        0 => String::new(),
        count => format!(", {}", counted(count, "warning", "warnings")),
    };
    if errors > 0 {
        return format!("{} found{warnings}", counted(errors, "problem", "problems"));
    }
    let criteria = loaded
        .iter()
        .map(|trial| trial.content.criteria.len())
        .sum();
    let examples = loaded.iter().map(|trial| trial.examples.len()).sum();
    format!(
        "{}, {}, {}: no problems found{warnings}",
        counted(loaded.len(), "trial", "trials"),
        counted(criteria, "criterion", "criteria"),
        counted(examples, "example", "examples")
    )
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
