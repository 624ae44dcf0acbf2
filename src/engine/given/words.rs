//! The words of every mistake in answers as handed over: what was found, and what is accepted.

use super::{GivenMistake, GivenMistakeKind};
use crate::engine::acceptance::{OLDEST_YEARS, RefusalKind};
use crate::engine::calendar::Iso;
use crate::engine::one_line::OneLine;
use crate::engine::quantity::DecimalError;
use core::fmt::{self, Display, Formatter};
use time::Date;

impl Display for GivenMistake {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        self.kind.fmt(out)
    }
}

impl Display for GivenMistakeKind {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownKey { found, known } => {
                let found = OneLine(found);
                write!(out, "found the key `{found}`, accepted are {}", keys(known))
            }
            Self::RepeatedKey { found } => {
                let found = OneLine(found);
                write!(out, "found the key `{found}` twice, accepted is once")
            }
            Self::NotARecord { found } => {
                let found = OneLine(found);
                write!(
                    out,
                    "found {found}, accepted is one JSON object with an answer for each key"
                )
            }
            Self::WrongKind { found, accepted } => {
                write!(out, "found `{found}`, accepted {accepted}")
            }
            Self::UnknownValue { .. }
            | Self::UnknownMember { .. }
            | Self::RepeatedMember { .. } => self.fmt_choice(out),
            Self::DateForm { .. } | Self::NoSuchDate { .. } | Self::Date { .. } => {
                self.fmt_date(out)
            }
            Self::TodayBeforeRecord { today, last_update } => write!(
                out,
                "found {}, accepted are days from {} on, the record's last update: the clock may be wrong",
                Iso(*today),
                Iso(*last_update)
            ),
            _ => self.fmt_quantity(out),
        }
    }
}

impl GivenMistakeKind {
    fn fmt_choice(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownValue { found, accepted } => {
                write!(
                    out,
                    "found `{found}`, accepted are {} and `null` (not known)",
                    texts(accepted)
                )
            }
            Self::UnknownMember { found, accepted } => {
                write!(
                    out,
                    "found the member `{found}`, accepted are {}",
                    texts(accepted)
                )
            }
            Self::RepeatedMember { found } => {
                write!(out, "found the member `{found}` twice, accepted is once")
            }
            _ => Ok(()),
        }
    }

    fn fmt_date(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::DateForm { found } => write!(
                out,
                "found `\"{}\"`, accepted are dates like `\"2015\"`, `\"2015-03\"` or `\"2015-03-09\"`",
                found.escape_debug()
            ),
            Self::NoSuchDate { found } => write!(
                out,
                "found `\"{found}\"`, accepted are dates that the calendar has"
            ),
            Self::Date {
                found,
                refusal,
                today,
            } => fmt_refusal(out, found, *refusal, *today),
            _ => Ok(()),
        }
    }

    fn fmt_quantity(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownPart { found, accepted } => write!(
                out,
                "found the key `{}`, accepted are {}",
                OneLine(found),
                keys(accepted)
            ),
            Self::RepeatedPart { found } => {
                let found = OneLine(found);
                write!(out, "found the key `{found}` twice, accepted is once")
            }
            Self::Unit {
                found: None,
                accepted,
            } => write!(out, "found no `unit`, accepted are {}", texts(accepted)),
            Self::Unit {
                found: Some(found),
                accepted,
            } => {
                write!(
                    out,
                    "found the unit `{found}`, accepted are {}",
                    texts(accepted)
                )
            }
            Self::Number { part, found, error } => {
                write!(
                    out,
                    "found `{found}` as `{part}`, accepted is {}",
                    number_words(*error)
                )
            }
            Self::Ends { found } => write!(
                out,
                "found `{found}`, accepted are `value` alone, or one of `at_least` and `above`, one of `below` and `at_most`, or one of each, with a `unit`"
            ),
            Self::OutsideRange { found, dimension } => {
                write!(
                    out,
                    "found `{found}`, accepted are amounts {}",
                    dimension.range_words()
                )
            }
            Self::EmptyBand { found } => {
                write!(
                    out,
                    "found `{found}`, accepted are bands with a number between their ends"
                )
            }
            _ => Ok(()),
        }
    }
}

fn fmt_refusal(
    out: &mut Formatter<'_>,
    found: &str,
    refusal: RefusalKind,
    today: Date,
) -> fmt::Result {
    let today = Iso(today);
    match refusal {
        RefusalKind::AfterToday => {
            write!(
                out,
                "found `{found}`, which lies after the day of the check, accepted are dates up to {today}"
            )
        }
        RefusalKind::BeforeBirth => {
            write!(
                out,
                "found `{found}`, which lies before the birth, accepted are dates from the birth on"
            )
        }
        RefusalKind::TooLongAgo => write!(
            out,
            "found `{found}`, which lies too long ago, accepted are dates at most {OLDEST_YEARS} years before {today}"
        ),
        RefusalKind::WrongKind => write!(
            out,
            "found `{found}`, accepted are answers of the kind of the question"
        ),
    }
}

fn number_words(error: DecimalError) -> &'static str {
    match error {
        DecimalError::Form => "a number below a thousand million",
        DecimalError::Exponent => "a number without an exponent",
        DecimalError::Decimals => "a number with at most 3 decimals",
    }
}

fn keys<T: Display>(names: &[T]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

fn texts<T: Display>(values: &[T]) -> String {
    let values: Vec<_> = values
        .iter()
        .map(|value| format!("`\"{value}\"`"))
        .collect();
    values.join(", ")
}
