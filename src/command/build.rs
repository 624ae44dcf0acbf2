//! `prescreen build`.

use std::process::ExitCode;

/// Makes the site: check.html and what stands around it
#[derive(clap::Args)]
pub(crate) struct Arguments {}

pub(crate) fn run(_arguments: &Arguments) -> ExitCode {
    ExitCode::SUCCESS
}
