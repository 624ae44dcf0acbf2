//! `prescreen drift`: what another registry record says that the pinned one of a trial does not.

use super::inputs::{Stop, above_folder};
use super::output::{print, say, say_failed};
use prescreen::authoring::{Outcome, drift};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Compares the registry record that a trial was made from with another record of the study
#[derive(clap::Args)]
#[command(after_help = "\
Example: prescreen drift www/trials/nct07338357.toml ~/Downloads/NCT07338357.json

The pinned record is www/registry/NCT….json. Values are compared by field, criteria by item; escapes, list
markers and white space do not count, digits, comparators, units and letter case do. Changes are shown as
[-old words-]{+new words+}. A value that a record of chosen fields lacks is not gone: it is not compared.
JSON: outcome (no_drift, drift, not_compared), record_is (newer, same, older, unknown), values by their field
in the registry's data structure, eligibility_criteria with their old and new texts, renumbered.
Exit codes: 0 no drift, 1 drift, or something not compared that the trial is made from, 2 wrong use.")]
pub(crate) struct Arguments {
    /// The trial file
    trial: PathBuf,
    /// The other record, as the registry's site or its API gives it
    #[arg(value_name = "RECORD.json")]
    record: PathBuf,
    /// The folder that holds `registry`; the one above the trial's own folder if it is not named
    #[arg(long)]
    www: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match compare(arguments) {
        Ok(Outcome::NoDrift) => ExitCode::SUCCESS,
        Ok(Outcome::Drift | Outcome::NotCompared) => ExitCode::FAILURE,
        Err(Stop::Said(code)) => ExitCode::from(code),
        Err(Stop::Output(error)) => {
            say_failed(&error);
            ExitCode::FAILURE
        }
    }
}

fn compare(arguments: &Arguments) -> Result<Outcome, Stop> {
    there(&arguments.trial, "trial file")?;
    there(&arguments.record, "record")?;
    let www = arguments.www.clone();
    let www = www.unwrap_or_else(|| above_folder(&arguments.trial));
    let (found, diagnostics) = drift(&www, &arguments.trial, &arguments.record);
    for diagnostic in &diagnostics {
        say(diagnostic);
    }
    let found = found.ok_or(Stop::Said(1))?;
    if arguments.json {
        print(serde_json::to_string(&found).map_err(io::Error::from)?)?;
    } else {
        print(found.to_string().trim_end())?;
    }
    Ok(found.outcome())
}

fn there(path: &Path, what: &str) -> Result<(), Stop> {
    if path.exists() {
        return Ok(());
    }
    say(format_args!(
        "error: there is no {what} at `{}`",
        path.display()
    ));
    Err(Stop::Said(2))
}
