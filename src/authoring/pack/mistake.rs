//! Why there is no pack. Facts only; their words are in `Display`, and nowhere else.

use crate::engine::OneLine;
use std::fmt;

/// Why there is no pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackMistake {
    /// A file that cannot be read.
    Unreadable {
        /// Its path.
        path: String,
        /// Why.
        error: String,
    },
    /// The trial does not load; what is wrong with it is said on its own.
    DoesNotLoad(String),
    /// The trial file cannot be read for people.
    NotForPeople(String),
    /// A day before the record's last update: nothing is screened then.
    BeforeRecord {
        /// The day.
        on: String,
        /// The day of the record's last update.
        record: String,
    },
    /// The earlier file is no pack.
    NoPack,
    /// The data of a pack that cannot be read or written.
    NoData(String),
    /// An earlier pack of a format that this program does not read.
    OtherFormat(u8),
    /// An earlier pack of another trial.
    OtherTrial {
        /// The trial of the earlier pack.
        found: String,
        /// The trial of this one.
        accepted: String,
    },
}

impl fmt::Display for PackMistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, error } => write!(out, "`{path}` cannot be read: {error}"),
            Self::DoesNotLoad(path) => write!(
                out,
                "there is no pack of `{path}`, as the trial does not load; `prescreen check` says all that is wrong"
            ),
            Self::NotForPeople(error) => {
                write!(out, "the trial cannot be read for people: {error}")
            }
            Self::BeforeRecord { on, record } => write!(
                out,
                "found the day `{on}`, accepted is a day from the registry record's last update on, `{record}`"
            ),
            Self::NoPack => write!(
                out,
                "the earlier file is no pack; accepted is an HTML file that `prescreen pack` wrote, unchanged"
            ),
            Self::NoData(error) => write!(
                out,
                "the data of the pack is damaged: {}; take the file as `prescreen pack` wrote it",
                OneLine(error)
            ),
            Self::OtherFormat(format) => write!(
                out,
                "the earlier pack has the format `{format}`, accepted is `{}`; write it again from the trial of that time",
                super::data::FORMAT
            ),
            Self::OtherTrial { found, accepted } => write!(
                out,
                "the earlier pack is of the trial `{}`, accepted is one of `{accepted}`",
                OneLine(found)
            ),
        }
    }
}
