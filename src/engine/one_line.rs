//! A text from outside within a message: control characters are shown as escapes, so that a message
//! stays one line and a terminal does nothing but show it. For every message that quotes.

use core::fmt::{self, Display, Formatter, Write};

/// A text that is shown in one line.
///
/// `a` and a line end and `b` are shown as `a\nb`.
pub(crate) struct OneLine<'a>(pub(crate) &'a str);

impl Display for OneLine<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars() {
            if letter.is_control() {
                write!(out, "{}", letter.escape_debug())?;
            } else {
                out.write_char(letter)?;
            }
        }
        Ok(())
    }
}
