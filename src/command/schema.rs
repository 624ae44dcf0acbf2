//! `prescreen schema`: the schema of trial files for editors, on standard output.

use super::output::{print, say_failed};
use prescreen::authoring::trial_schema;
use std::process::ExitCode;

/// Prints the JSON Schema of trial files, from which editors complete and check
#[derive(clap::Args)]
#[command(after_help = "\
Keep it as trial.schema.json in the folder that holds `trials`, `registry` and `words`. A trial
file names it in its first line:

  #:schema ../trial.schema.json")]
pub(crate) struct Arguments {}

pub(crate) fn run(_: &Arguments) -> ExitCode {
    if let Err(error) = print(trial_schema().trim_end()) {
        say_failed(&error);
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
