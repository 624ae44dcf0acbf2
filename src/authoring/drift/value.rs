//! The values of two records beside each other, module by module, under the registry's own names.
//! Every value of the study's own section is compared, so that no change is passed over; what is
//! only said (dates of the record itself) or derived by the registry (places on a map) is named here.

use super::age::same_age;
use super::encoded::Encoded;
use super::list::{LISTS, compare_list};
use super::record::Record;
use serde::Serialize;
use serde_json::{Map, Value};

/// The modules that a trial and its page are made from. Where one of them is absent, the records
/// cannot be said to agree.
pub(super) const MODULES: [&str; 6] = [
    "statusModule",
    "contactsLocationsModule",
    "eligibilityModule",
    "identificationModule",
    "designModule",
    "sponsorCollaboratorsModule",
];

/// What is no value of the study: the dates of the record itself, which are said in any case, and
/// what the registry derives from other values.
const LEFT_OUT: [&str; 5] = [
    "statusModule.statusVerifiedDate",
    "statusModule.lastUpdateSubmitDate",
    "statusModule.lastUpdatePostDateStruct",
    "eligibilityModule.stdAges",
    "contactsLocationsModule.locations.geoPoint",
];

/// The text of the criteria.
const CRITERIA: &str = "eligibilityModule.eligibilityCriteria";

/// How a value stands in the two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Stands {
    /// Another value.
    Changed,
    /// Only in this record, though the pinned one has the part where it belongs.
    Added,
    /// Only in the pinned record, though this one is whole.
    Removed,
    /// Not in this record, which has not all parts: nothing is known of it.
    NotInRecord,
    /// In a part that the pinned record has not.
    NotInPinnedRecord,
    /// The same members in another order.
    Reordered,
}

impl Stands {
    /// Whether the records differ, and do not merely hold different parts.
    pub(super) fn is_drift(self) -> bool {
        match self {
            Self::NotInRecord | Self::NotInPinnedRecord => false,
            Self::Changed | Self::Added | Self::Removed | Self::Reordered => true,
        }
    }
}

/// A value that is not the same in both records.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ValueChange {
    /// Its name in the registry's data structure, below `protocolSection`.
    pub(super) field: String,
    /// The member of a list that it belongs to, such as the name of a contact.
    pub(super) of: Option<String>,
    pub(super) change: Stands,
    pub(super) old: Value,
    pub(super) new: Value,
    pub(super) look_again: Vec<String>,
}

impl ValueChange {
    /// The module that it belongs to.
    pub(super) fn module(&self) -> &str {
        self.field.split('.').next().unwrap_or_default()
    }
}

/// Two records while they are compared.
pub(super) struct Values<'a> {
    encoded: &'a Encoded,
    /// Whether a value that this record lacks is gone, and not merely left out.
    is_whole: bool,
    pub(super) changes: Vec<ValueChange>,
}

/// Where a value stands.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) field: String,
    pub(super) of: Option<String>,
}

impl Place {
    fn below(&self, key: &str) -> Self {
        Self {
            field: format!("{}.{key}", self.field),
            of: self.of.clone(),
        }
    }
}

/// Compares all values.
pub(super) fn compare(old: &Record, new: &Record, encoded: &Encoded) -> Vec<ValueChange> {
    let mut values = Values {
        encoded,
        is_whole: new.is_whole,
        changes: Vec::new(),
    };
    let others = keys(&old.section, &new.section);
    let others = others.filter(|name| !MODULES.contains(name));
    for name in MODULES.into_iter().chain(others) {
        let place = Place {
            field: name.to_owned(),
            of: None,
        };
        match (old.section.get(name), new.section.get(name)) {
            (Some(old), None) => values.say(place, Stands::NotInRecord, Some(old), None),
            (None, Some(new)) => values.say(place, Stands::NotInPinnedRecord, None, Some(new)),
            (old, new) => values.value(&place, old, new),
        }
    }
    values.changes
}

impl Values<'_> {
    /// Compares a value, and what is in it.
    pub(super) fn value(&mut self, place: &Place, old: Option<&Value>, new: Option<&Value>) {
        if LEFT_OUT.contains(&place.field.as_str()) {
            return;
        }
        let (old, new) = (there(old), there(new));
        if let Some(list) = LISTS.iter().find(|list| list.field == place.field) {
            return compare_list(self, list, place, old, new);
        }
        match (old, new) {
            (Some(Value::Object(old)), Some(Value::Object(new))) => self.entries(place, old, new),
            (Some(Value::Object(old)), None) => self.entries(place, old, &Map::new()),
            (None, Some(Value::Object(new))) => self.entries(place, &Map::new(), new),
            // Compared by item.
            (Some(Value::String(_)), Some(Value::String(_))) if place.field == CRITERIA => {}
            (old, new) if is_same(&place.field, old, new) => {}
            (old, new) => self.differs(place.clone(), old, new),
        }
    }

    /// Compares the values of two objects.
    pub(super) fn entries(
        &mut self,
        place: &Place,
        old: &Map<String, Value>,
        new: &Map<String, Value>,
    ) {
        for key in keys(old, new) {
            self.value(&place.below(key), old.get(key), new.get(key));
        }
    }

    /// Says that a value differs.
    pub(super) fn differs(&mut self, place: Place, old: Option<&Value>, new: Option<&Value>) {
        let change = match (old, new) {
            (_, None) if self.is_whole => Stands::Removed,
            (_, None) => Stands::NotInRecord,
            (None, _) => Stands::Added,
            (Some(_), Some(_)) => Stands::Changed,
        };
        self.say(place, change, old, new);
    }

    /// Says how a value stands in the records.
    pub(super) fn say(
        &mut self,
        place: Place,
        change: Stands,
        old: Option<&Value>,
        new: Option<&Value>,
    ) {
        let look_again = match change {
            Stands::NotInPinnedRecord => Vec::new(),
            _ => self.encoded.hangs_on(&place.field),
        };
        self.changes.push(ValueChange {
            field: place.field,
            of: place.of,
            change,
            old: old.cloned().unwrap_or(Value::Null),
            new: new.cloned().unwrap_or(Value::Null),
            look_again,
        });
    }
}

/// The keys of both, those of the first one first.
fn keys<'a>(
    old: &'a Map<String, Value>,
    new: &'a Map<String, Value>,
) -> impl Iterator<Item = &'a str> {
    let added = new.keys().filter(|key| !old.contains_key(*key));
    old.keys().chain(added).map(String::as_str)
}

/// A value, if it says anything: the registry leaves out what is empty, other programs write it.
fn there(value: Option<&Value>) -> Option<&Value> {
    value.filter(|value| match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(members) => !members.is_empty(),
        Value::Object(entries) => !entries.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    })
}

fn is_same(field: &str, old: Option<&Value>, new: Option<&Value>) -> bool {
    if field == "eligibilityModule.minimumAge" || field == "eligibilityModule.maximumAge" {
        return same_age(old, new);
    }
    folded(old) == folded(new)
}

/// A value with the white space of its texts folded, and plain lists in the order of their members:
/// phases, conditions and keywords have none of their own.
pub(super) fn folded(value: Option<&Value>) -> Value {
    match value {
        None => Value::Null,
        Some(Value::String(text)) => {
            Value::String(text.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        Some(Value::Array(members)) => {
            let mut members: Vec<_> = members.iter().map(|member| folded(Some(member))).collect();
            members.sort_by_key(Value::to_string);
            Value::Array(members)
        }
        Some(Value::Object(entries)) => {
            let entries = entries.iter();
            let entry = |(key, value): (&String, &Value)| (key.clone(), folded(Some(value)));
            Value::Object(entries.map(entry).collect())
        }
        Some(value) => value.clone(),
    }
}
