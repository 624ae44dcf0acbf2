//! Drift: what another record of a study says that the pinned one, from which its trial was made,
//! does not say, and what of the trial must be looked at again. The texts of the trial itself are
//! compared with the pinned record by `check`, not here. For authors and coordinators.

mod age;
mod align;
mod criteria;
mod difference;
mod encoded;
mod groups;
mod likeness;
mod list;
mod record;
mod text;
mod told;
mod value;
mod value_told;
mod words;

use super::diagnostic::{Diagnostic, Log, Source};
use super::import::container;
use super::import::mistake::ImportMistake;
use super::registry::mistake::RegistryMistake;
use super::trial_file::read_trial;
use criteria::{Criteria, CriterionChange, Renumbered};
use encoded::Encoded;
use record::{Age, Dates, Record};
use serde::Serialize;
use std::path::Path;
use value::{MODULES, ValueChange};

/// What a comparison came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Everything that the trial is made from says the same.
    NoDrift,
    /// Something differs.
    Drift,
    /// Nothing that was compared differs, but something that the trial is made from is not in the
    /// record.
    NotCompared,
}

/// What differs between the pinned record of a trial and another record of the same study. It is
/// written as text for a person, or as JSON under the names of its parts.
#[derive(Clone, Debug, Serialize)]
pub struct Drift {
    nct_id: String,
    outcome: Outcome,
    /// Which record this one is beside the pinned one.
    record_is: Age,
    pinned_record: Dates,
    record: Dates,
    values: Vec<ValueChange>,
    eligibility_criteria: Vec<CriterionChange>,
    renumbered: Vec<Renumbered>,
}

impl Drift {
    /// What the comparison came to.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }
}

/// Compares the pinned record of a trial, `registry/NCT….json` in `www`, with another record; none
/// if one of the files cannot be read or is of another study, which is said.
///
/// ```
/// # use std::path::Path;
/// use prescreen::authoring::{Outcome, drift};
/// let www = Path::new("tests/authoring/good");
/// let record = www.join("registry/NCT00000001.json");
/// let (found, said) = drift(www, &www.join("trials/nct00000001.toml"), &record);
/// assert!(said.is_empty());
/// assert_eq!(found.unwrap().outcome(), Outcome::NoDrift);
/// ```
#[must_use]
pub fn drift(www: &Path, trial: &Path, record: &Path) -> (Option<Drift>, Vec<Diagnostic>) {
    let mut log = Log::read(trial);
    let source = log.source();
    if log.has_errors() {
        return (None, log.into_sorted());
    }
    let Some(file) = read_trial(&source.text, &mut log) else {
        return (None, log.into_sorted());
    };
    // A trial that does not load has drifted all the same; what is wrong with it, `check` says.
    let Some(nct_id) = &file.nct_id else {
        return (None, log.into_sorted());
    };
    let pinned = www
        .join("registry")
        .join(format!("{}.json", nct_id.get_ref()));
    let logs = [container::read(&pinned), container::read(record)];
    compare(nct_id.get_ref(), logs, &Encoded::of(&file))
}

/// Compares two records without a trial.
///
/// ```
/// use prescreen::authoring::{Outcome, Source, drift_between};
/// let record = |age: &str| Source {
///     path: "record.json".into(),
///     text: format!(r#"{{"protocolSection": {{
///         "identificationModule": {{"nctId": "NCT00000001"}},
///         "eligibilityModule": {{"minimumAge": "{age}"}}
///     }}}}"#),
/// };
/// let outcome = |old, new| drift_between(record(old), record(new)).0.unwrap().outcome();
/// assert_eq!(outcome("12 Months", "1 Year"), Outcome::NoDrift);
/// assert_eq!(outcome("1 Year", "2 Years"), Outcome::Drift);
/// ```
#[must_use]
pub fn drift_between(pinned: Source, record: Source) -> (Option<Drift>, Vec<Diagnostic>) {
    let logs = [pinned, record].map(|source| Log::new(source.into()));
    let nct_id = first_id(&logs[0]);
    compare(&nct_id, logs, &Encoded::default())
}

/// The id of the first study of a file; nothing if there is none, which is said when it is read.
fn first_id(log: &Log) -> String {
    let studies = Record::read_all(&mut Log::new(log.source()));
    let mut ids = studies.into_iter().map(|study| study.nct_id);
    ids.next().unwrap_or_default()
}

fn compare(
    nct_id: &str,
    mut logs: [Log; 2],
    encoded: &Encoded,
) -> (Option<Drift>, Vec<Diagnostic>) {
    let [pinned, record] = logs.each_mut().map(|log| read(nct_id, log));
    let drift = pinned
        .zip(record)
        .map(|(pinned, record)| between(&pinned, &record, encoded));
    let said = logs.into_iter().flat_map(Log::into_sorted);
    (drift, said.collect())
}

/// The record of a study, which may stand among others.
fn read(nct_id: &str, log: &mut Log) -> Option<Record> {
    if log.has_errors() {
        return None;
    }
    let mut records = Record::read_all(log);
    let ids: Vec<_> = records.iter().map(|record| record.nct_id.clone()).collect();
    records.retain(|record| record.nct_id == nct_id);
    match (records.pop(), records.len()) {
        (Some(record), 0) => return Some(record),
        (Some(_), _) => _ = log.error(None, ImportMistake::Repeated(nct_id.to_owned())),
        (None, _) if !log.has_errors() => say_other_study(nct_id, ids, log),
        (None, _) => {}
    }
    None
}

fn say_other_study(nct_id: &str, ids: Vec<String>, log: &mut Log) {
    let asked = nct_id.to_owned();
    match <[String; 1]>::try_from(ids) {
        Ok([found]) => {
            let accepted = asked;
            log.error(None, RegistryMistake::OtherStudy { found, accepted });
        }
        Err(found) => _ = log.error(None, ImportMistake::NotThere { asked, found }),
    }
}

fn between(pinned: &Record, record: &Record, encoded: &Encoded) -> Drift {
    let values = value::compare(pinned, record, encoded);
    let mut drift = Drift {
        nct_id: pinned.nct_id.clone(),
        outcome: Outcome::NoDrift,
        record_is: record.dates.beside(&pinned.dates),
        pinned_record: pinned.dates.clone(),
        record: record.dates.clone(),
        values,
        eligibility_criteria: Vec::new(),
        renumbered: Vec::new(),
    };
    drift.compare_criteria(pinned, record, encoded);
    drift.outcome = drift.judge();
    drift
}

impl Drift {
    /// Compares the criteria, if both records have any.
    fn compare_criteria(&mut self, pinned: &Record, record: &Record, encoded: &Encoded) {
        if let Some((old, new)) = pinned.criteria().zip(record.criteria()) {
            let Criteria {
                changes,
                renumbered,
            } = criteria::compare(&old, &new, encoded);
            self.eligibility_criteria = changes;
            self.renumbered = renumbered;
        }
    }

    fn judge(&self) -> Outcome {
        let needed = |value: &ValueChange| MODULES.contains(&value.module());
        if !self.eligibility_criteria.is_empty()
            || self.values.iter().any(|value| value.change.is_drift())
        {
            Outcome::Drift
        } else if self.values.iter().any(needed) {
            Outcome::NotCompared
        } else {
            Outcome::NoDrift
        }
    }
}
