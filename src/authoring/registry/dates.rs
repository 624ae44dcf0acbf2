//! The dates of a record beside each other: those that cannot be read and so are dropped, and those
//! that cannot all be right. A date known to its month or year is compared as that. All of it is
//! the registry's to mend, so all of it are warnings.

use super::mistake::RegistryMistake;
use super::record::{DateStruct, Status};
use crate::authoring::diagnostic::Log;
use crate::engine::{Date, PartialDate, position};
use std::ops::Range;

/// A date of the record, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RecordDate {
    /// The name of its field.
    pub(crate) field: &'static str,
    /// As the record writes it.
    pub(crate) written: String,
    /// As far as it is known.
    pub(crate) date: PartialDate,
    /// Whether it has come (`ACTUAL`) or is expected (`ESTIMATED`), if the record says so.
    kind: Option<String>,
}

const START: &str = "startDateStruct";
const PRIMARY: &str = "primaryCompletionDateStruct";
const COMPLETION: &str = "completionDateStruct";
const VERIFIED: &str = "statusVerifiedDate";
const UPDATE: &str = "lastUpdatePostDateStruct";

/// Which date does not lie after which other one.
const ORDER: [[&str; 2]; 4] = [
    [START, PRIMARY],
    [PRIMARY, COMPLETION],
    [START, COMPLETION],
    [VERIFIED, UPDATE],
];

/// Whether a date has come when the record is updated, by its type.
const TYPES: [&str; 2] = ["ACTUAL", "ESTIMATED"];

/// The dates of a record; says those that cannot be read.
pub(super) fn read(status: &Status, log: &mut Log) -> Vec<RecordDate> {
    let verified = DateStruct {
        date: status.status_verified_date.clone(),
        r#type: None,
    };
    let fields = [
        (START, &status.start_date_struct),
        (PRIMARY, &status.primary_completion_date_struct),
        (COMPLETION, &status.completion_date_struct),
        (VERIFIED, &verified),
        (UPDATE, &status.last_update_post_date_struct),
    ];
    let read = |(field, of): (&'static str, &DateStruct)| {
        let written = of.date.clone()?;
        let Ok(date) = PartialDate::parse(&written) else {
            // A last update must be a day: that is said where it is needed.
            if field != UPDATE {
                let mistake = RegistryMistake::DateLost { field, written };
                log.warning(place(field, log), mistake)
                    .hint("look it up at the registry, and pin the newest record");
            }
            return None;
        };
        let kind = of.r#type.clone();
        Some(RecordDate {
            field,
            written,
            date,
            kind,
        })
    };
    fields.into_iter().filter_map(read).collect()
}

/// Warns of dates that cannot all be right.
pub(super) fn check(dates: &[RecordDate], last_update: Date, log: &mut Log) {
    for [earlier, later] in ORDER {
        let find = |field| dates.iter().find(|date| date.field == field);
        if let Some((one, other)) = find(earlier).zip(find(later))
            && one.date.days().first > other.date.days().last
        {
            let mistake = RegistryMistake::DatesOrder {
                earlier: [one.field.into(), one.written.clone()],
                later: [other.field.into(), other.written.clone()],
            };
            log.warning(place(one.field, log), mistake);
        }
    }
    for date in dates.iter().filter(|date| date.field != UPDATE) {
        check_type(date, last_update, log);
    }
}

fn check_type(date: &RecordDate, last_update: Date, log: &mut Log) {
    let Some(kind) = &date.kind else { return };
    let update = position(last_update);
    let is_wrong = match kind.as_str() {
        "ACTUAL" => date.date.days().first > update,
        "ESTIMATED" => date.date.days().last < update,
        _ => true,
    };
    if is_wrong {
        let mistake = RegistryMistake::DateType {
            field: date.field,
            written: date.written.clone(),
            kind: kind.clone(),
            last_update: TYPES.contains(&kind.as_str()).then_some(last_update),
        };
        log.warning(place(date.field, log), mistake)
            .hint("ask the study team which day is right: the page shows what the record says");
    }
}

/// Where a field stands in the record.
fn place(field: &str, log: &Log) -> Option<Range<usize>> {
    let name = format!("\"{field}\"");
    let at = log.source().text.find(&name)?;
    Some(at..at + name.len())
}
