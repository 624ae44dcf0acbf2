//! `prescreen check`.

use std::process::ExitCode;

/// Loads trials, words and examples and says every mistake
#[derive(clap::Args)]
pub(crate) struct Arguments {}

pub(crate) fn run(_arguments: &Arguments) -> ExitCode {
    ExitCode::SUCCESS
}
