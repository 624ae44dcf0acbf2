//! `prescreen serve`.

use std::process::ExitCode;

/// Serves a built site on this machine
#[derive(clap::Args)]
pub(crate) struct Arguments {}

pub(crate) fn run(_arguments: &Arguments) -> ExitCode {
    ExitCode::SUCCESS
}
