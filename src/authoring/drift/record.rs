//! A registry record for a comparison: its values as they stand, whatever they are.

use crate::authoring::diagnostic::Log;
use crate::authoring::import::container::studies;
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
    /// Reads the studies of a download of the registry; what is none is said.
    pub(super) fn read_all(log: &mut Log) -> Vec<Self> {
        let source = log.source();
        let mut records = Vec::new();
        for place in studies(&source.text, log) {
            let text = source.text.get(place.study).unwrap_or_default();
            match serde_json::from_str(text).map(|study| Self::read(&study)) {
                Ok(Ok(record)) => records.push(record),
                Ok(Err(mistake)) => _ = log.error(None, mistake),
                Err(error) => _ = log.error(None, RegistryMistake::Json(error.to_string())),
            }
        }
        records
    }

    fn read(study: &Value) -> Result<Self, RegistryMistake> {
        let section = study.get("protocolSection").and_then(Value::as_object);
        let section = section.ok_or(RegistryMistake::MissingField("protocolSection"))?;
        let nct_id = text(section, &["identificationModule", "nctId"]);
        let held = study.get("derivedSection").and_then(Value::as_object);
        Ok(Self {
            nct_id: nct_id.ok_or(RegistryMistake::MissingField("nctId"))?,
            section: section.clone(),
            is_whole: held.is_some(),
            dates: Dates::of(section, held),
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
    fn of(section: &Map<String, Value>, held: Option<&Map<String, Value>>) -> Self {
        let status = |path: &[&str]| text(section, &[&["statusModule"], path].concat());
        Self {
            last_update_post_date: status(&["lastUpdatePostDateStruct", "date"]),
            last_update_submit_date: status(&["lastUpdateSubmitDate"]),
            status_verified_date: status(&["statusVerifiedDate"]),
            version_holder: held.and_then(|held| text(held, &["miscInfoModule", "versionHolder"])),
        }
    }

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
