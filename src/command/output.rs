//! Printing. Whoever reads may have had enough, as in `prescreen check | head -1`: that is no
//! failure, and never a panic as it would be with `println!`.

use std::fmt::Display;
use std::io::{self, Write};

/// Prints a line on standard output.
///
/// # Errors
/// What keeps the line from being written, unless nobody reads it any more.
pub(crate) fn print(line: impl Display) -> io::Result<()> {
    match writeln!(io::stdout(), "{line}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// Says a line on standard error. Where that cannot be written, there is nobody left to tell.
pub(crate) fn say(line: impl Display) {
    writeln!(io::stderr(), "{line}").ok();
}

/// Says that something went wrong while reading or writing.
pub(crate) fn say_failed(error: &io::Error) {
    say(format_args!("error: reading or writing failed: {error}"));
}
