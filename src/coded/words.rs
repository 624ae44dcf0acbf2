//! The words of every mistake in a code: what was found, and what to do.

use super::CodeMistake;
use crate::engine::{Iso, OLDEST_YEARS, RefusalKind};
use core::fmt::{self, Display, Formatter};

impl Display for CodeMistake {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCode { accepted } => write!(
                out,
                "found a text that does not begin like a code, accepted are codes such as `{accepted}-…`"
            ),
            Self::OtherFormat { found, accepted } => write!(
                out,
                "found a code of the format `{found}`, accepted is `{accepted}`: another version of this program wrote it, or its third letter is wrong"
            ),
            Self::Damaged => out.write_str(
                "found a code with a wrong letter, or not all of it: compare it with the code as it was shown, from the first letter to the last",
            ),
            Self::OtherTrial { found, accepted } => write!(
                out,
                "found a code of the trial `{found}`, accepted are codes of `{accepted}`: name the file of that trial"
            ),
            Self::OtherVersion { nct_id } => write!(
                out,
                "found a code of other questions or rules of `{nct_id}` than those of this trial file: read it with the file that the page was made of"
            ),
            Self::NoAnswer { key } => write!(
                out,
                "found something in the place of `{key}` that is no answer to it: this code was not made by this program"
            ),
            Self::TooLong => out.write_str(
                "found something after the last answer: this code was not made by this program",
            ),
            Self::Refused {
                key,
                refusal,
                today,
            } => write!(
                out,
                "found an answer to `{key}` that {}, where today is {}: this code was not made by this program",
                reason(*refusal),
                Iso(*today)
            ),
        }
    }
}

fn reason(refusal: RefusalKind) -> String {
    match refusal {
        RefusalKind::AfterToday => "lies after today".to_owned(),
        RefusalKind::BeforeBirth => "lies before the birth".to_owned(),
        RefusalKind::TooLongAgo => format!("lies more than {OLDEST_YEARS} years ago"),
        RefusalKind::WrongKind => "is not of its kind".to_owned(),
    }
}
