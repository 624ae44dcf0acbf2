//! A registry record for a comparison: its values as they stand, whatever they are.

use crate::authoring::diagnostic::Log;
use crate::authoring::registry::mistake::RegistryMistake;
use serde::Serialize;
use serde_json::{Map, Value};

/// A record.
pub(super) struct Record {
    pub(super) nct_id: String,
    /// The study's own section, by module.
    pub(super) section: Map<String, Value>,
    /// Whether it has what the registry adds to a whole record; a record of chosen fields has not,
    /// and then nothing is known of a value that is absent.
    pub(super) is_whole: bool,
    pub(super) dates: Dates,
}

/// The dates of a record itself, as the registry writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Dates {
    /// When the registry posted the last update: a day.
    pub(super) last_update_post_date: Option<String>,
    /// When the last update was submitted: a day.
    pub(super) last_update_submit_date: Option<String>,
    /// When the study team last looked the record through: a month.
    pub(super) status_verified_date: Option<String>,
    /// The day of the registry's data that the copy was taken from.
    pub(super) version_holder: Option<String>,
}

/// Which of two records is the newer one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Age {
    Newer,
    Same,
    Older,
    /// A record does not say its dates.
    Unknown,
}

impl Record {
    /// Reads a record; none, and said why, if it is no study.
    pub(super) fn read(log: &mut Log) -> Option<Self> {
        let source = log.source();
        let value: Value = match serde_json::from_str(&source.text) {
            Ok(value) => value,
            Err(error) => {
                log.error(None, RegistryMistake::Json(error.to_string()));
                return None;
            }
        };
        let Some(Value::Object(section)) = value.get("protocolSection") else {
            log.error(None, RegistryMistake::MissingField("protocolSection"));
            return None;
        };
        let Some(nct_id) = text(section, &["identificationModule", "nctId"]) else {
            log.error(None, RegistryMistake::MissingField("nctId"));
            return None;
        };
        let held = value.get("derivedSection").and_then(Value::as_object);
        Some(Self {
            nct_id,
            section: section.clone(),
            is_whole: held.is_some(),
            dates: Dates {
                last_update_post_date: text(
                    section,
                    &["statusModule", "lastUpdatePostDateStruct", "date"],
                ),
                last_update_submit_date: text(section, &["statusModule", "lastUpdateSubmitDate"]),
                status_verified_date: text(section, &["statusModule", "statusVerifiedDate"]),
                version_holder: held
                    .and_then(|held| text(held, &["miscInfoModule", "versionHolder"])),
            },
        })
    }

    /// The text of the criteria.
    pub(super) fn criteria(&self) -> Option<String> {
        text(&self.section, &["eligibilityModule", "eligibilityCriteria"])
    }
}

fn text(entries: &Map<String, Value>, path: &[&str]) -> Option<String> {
    let (first, rest) = path.split_first()?;
    let value = rest
        .iter()
        .try_fold(entries.get(*first)?, |value, key| value.get(key));
    value?.as_str().map(str::to_owned)
}

impl Dates {
    /// Which record this one is beside the pinned one: by the day of the last update, then by the
    /// day of the registry's data. Days as the registry writes them are in the order of time.
    pub(super) fn beside(&self, pinned: &Self) -> Age {
        let pairs = [
            (&self.last_update_post_date, &pinned.last_update_post_date),
            (
                &self.last_update_submit_date,
                &pinned.last_update_submit_date,
            ),
            (&self.version_holder, &pinned.version_holder),
        ];
        let both = pairs
            .into_iter()
            .filter_map(|(own, pinned)| Some(own.as_ref()?.cmp(pinned.as_ref()?)));
        both.fold(Age::Unknown, |age, order| match (age, order) {
            (Age::Unknown | Age::Same, std::cmp::Ordering::Less) => Age::Older,
            (Age::Unknown | Age::Same, std::cmp::Ordering::Equal) => Age::Same,
            (Age::Unknown | Age::Same, std::cmp::Ordering::Greater) => Age::Newer,
            (age, _) => age,
        })
    }
}
