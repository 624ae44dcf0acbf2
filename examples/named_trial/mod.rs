//! The trial whose file is named on the command line, for the examples that print something of one.

use prescreen::authoring::{Loaded, load};
use std::path::Path;
use std::process::ExitCode;

/// Loads the trial and says what is wrong with it.
///
/// # Errors
/// The exit code where no trial is named or none loads.
pub(crate) fn named_trial() -> Result<Loaded, ExitCode> {
    let Some(trial) = std::env::args().nth(1) else {
        eprintln!("which trial? such as www/trials/nct07338357.toml");
        return Err(ExitCode::from(2));
    };
    let (loaded, said) = load(Path::new("www"), Path::new(&trial));
    for mistake in said {
        eprintln!("{mistake}");
    }
    loaded.ok_or(ExitCode::FAILURE)
}
