//! How a command that reads answers ends: with what it refused, or with why it stopped.

use super::inputs::Stop;
use super::output::{say, say_failed};
use prescreen::engine::GivenMistake;
use std::io;
use std::process::ExitCode;

/// Whether anything was refused.
pub(crate) enum Refused {
    Nothing,
    Something,
}

/// The exit code of a command.
pub(crate) fn end(done: Result<Refused, Stop>) -> ExitCode {
    match done {
        Ok(Refused::Nothing) => ExitCode::SUCCESS,
        Ok(Refused::Something) => ExitCode::from(1),
        Err(Stop::Said(code)) => ExitCode::from(code),
        // Whoever reads the output has had enough, as in `prescreen screen … | head`.
        Err(Stop::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stop::Output(error)) => {
            say_failed(&error);
            ExitCode::from(1)
        }
    }
}

/// Says every mistake in answers for a person, with its key.
pub(crate) fn say_mistakes(mistakes: &[GivenMistake]) {
    for mistake in mistakes {
        let key = mistake
            .key
            .as_ref()
            .map(|key| format!("`{}`: ", key.escape_debug()));
        say(format_args!("error: {}{mistake}", key.unwrap_or_default()));
    }
}
