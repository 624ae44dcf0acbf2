//! `prescreen screen`.

use std::process::ExitCode;

/// Compares answers with the criteria of a trial
#[derive(clap::Args)]
pub(crate) struct Arguments {}

pub(crate) fn run(_arguments: &Arguments) -> ExitCode {
    ExitCode::SUCCESS
}
