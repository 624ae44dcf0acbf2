//! A value that differs, in words for a person.

use super::difference::Difference;
use super::value::{Stands, ValueChange};
use super::words::words;
use serde_json::Value;

/// The plain names of values that people look for.
const NAMES: [(&str, &str); 24] = [
    ("contactsLocationsModule.centralContacts", "contact"),
    ("contactsLocationsModule.locations", "place"),
    ("contactsLocationsModule.overallOfficials", "official"),
    ("designModule.enrollmentInfo.count", "enrolment"),
    ("designModule.enrollmentInfo.type", "enrolment, type"),
    ("designModule.phases", "phases"),
    ("eligibilityModule.healthyVolunteers", "healthy volunteers"),
    ("eligibilityModule.maximumAge", "maximum age"),
    ("eligibilityModule.minimumAge", "minimum age"),
    ("eligibilityModule.sex", "sex"),
    ("eligibilityModule.eligibilityCriteria", "criteria"),
    ("identificationModule.briefTitle", "brief title"),
    ("identificationModule.officialTitle", "official title"),
    ("sponsorCollaboratorsModule.collaborators", "collaborator"),
    ("sponsorCollaboratorsModule.leadSponsor", "sponsor"),
    ("statusModule.completionDateStruct.date", "completion date"),
    (
        "statusModule.completionDateStruct.type",
        "completion date, type",
    ),
    ("statusModule.lastKnownStatus", "last known status"),
    ("statusModule.overallStatus", "status"),
    (
        "statusModule.primaryCompletionDateStruct.date",
        "primary completion date",
    ),
    (
        "statusModule.primaryCompletionDateStruct.type",
        "primary completion date, type",
    ),
    ("statusModule.startDateStruct.date", "start date"),
    ("statusModule.startDateStruct.type", "start date, type"),
    ("statusModule.whyStopped", "why it stopped"),
];

/// Texts longer than this are shown where they differ alone.
const SHORT: usize = 60;

/// The plain name of a value, and of the member of a list that has it.
pub(super) fn name(value: &ValueChange) -> String {
    let mut known = NAMES.iter().filter_map(|(field, name)| {
        let rest = value.field.strip_prefix(field)?;
        (rest.is_empty() || rest.starts_with('.')).then_some((*name, rest.trim_start_matches('.')))
    });
    let (name, rest) = known.next().unwrap_or((&value.field, ""));
    let of = value
        .of
        .as_ref()
        .map(|of| format!(" `{of}`"))
        .unwrap_or_default();
    let rest = if rest.is_empty() {
        String::new()
    } else {
        format!(", {rest}")
    };
    format!("{name}{of}{rest}")
}

/// What became of a value, in one line.
pub(super) fn told(value: &ValueChange) -> String {
    let (name, old, new) = (name(value), text(&value.old), text(&value.new));
    match value.change {
        Stands::Added => format!("{name}: new, `{}`", beginning(&new)),
        Stands::Removed => format!("{name}: gone, it was `{}`", beginning(&old)),
        Stands::Reordered => format!("{name}: in another order, now {}", names(&value.new)),
        _ if old.len().max(new.len()) <= SHORT => format!("{name}: `{old}` is now `{new}`"),
        _ => {
            let difference = Difference::between(&words(&old), &words(&new));
            format!("{name}: {}", difference.excerpt())
        }
    }
}

/// The beginning of a long text.
fn beginning(text: &str) -> String {
    let mut rest = text.char_indices().skip(3 * SHORT);
    match rest.next() {
        Some((end, _)) => format!("{} …", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// A value in one line.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Array(members) => {
            let members: Vec<_> = members.iter().map(text).collect();
            members.join("; ")
        }
        Value::Object(entries) => {
            let entries = entries.iter();
            let entries: Vec<_> = entries
                .map(|(key, value)| format!("{key} {}", text(value)))
                .collect();
            entries.join(", ")
        }
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// The members of a list by their names.
fn names(list: &Value) -> String {
    let members = list.as_array().map_or(&[][..], Vec::as_slice).iter();
    let names = members.map(|member| format!("`{}`", text(member.get("name").unwrap_or(member))));
    names.collect::<Vec<_>>().join(", ")
}
