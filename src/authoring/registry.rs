//! The pinned registry record: a study as ClinicalTrials.gov gives it (API version 2), kept beside
//! the trials and never fetched. Modules that the page does not need may be absent; what it needs
//! and the record does not have is said.

pub(crate) mod age;
pub(crate) mod dates;
pub(crate) mod eligibility;
pub(crate) mod fields;
pub(crate) mod mistake;
pub(crate) mod record;

use super::diagnostic::{Diagnostic, Log};
use crate::engine::{Date, PartialDate};
use crate::page::content::{CentralContact, Record};
use dates::RecordDate;
use eligibility::{Item, Passage, Piece, items, passages, split};
use fields::Fields;
use mistake::RegistryMistake;
use record::{Contact, Location, ProtocolSection, Study};
use std::path::Path;

/// A pinned record, as far as a trial needs it.
pub(crate) struct Pinned {
    /// What the page shows of it.
    pub(crate) record: Record,
    /// The day of its last update.
    pub(crate) last_update: Date,
    /// The criteria of its text, in order.
    pub(crate) items: Vec<Item>,
    /// The words of its text that are no criteria, in order.
    pub(crate) passages: Vec<Passage>,
    /// The ages and the sex that it names outside of its text.
    pub(crate) fields: Fields,
    /// Its dates, as far as they are known.
    pub(crate) dates: Vec<RecordDate>,
}

/// Reads the pinned record of a trial: `registry/NCT07338357.json`.
pub(crate) fn load(www: &Path, nct_id: &str) -> (Option<Pinned>, Vec<Diagnostic>) {
    let path = www.join("registry").join(format!("{nct_id}.json"));
    let mut log = Log::read(&path);
    let pinned = if log.has_errors() {
        None
    } else {
        read(nct_id, &mut log)
    };
    if !path.exists() {
        log.hint(&format!(
            "download the record of {nct_id} as JSON from ClinicalTrials.gov, and put it there"
        ));
    }
    let pinned = pinned.filter(|_| !log.has_errors());
    (pinned, log.into_sorted())
}

fn read(nct_id: &str, log: &mut Log) -> Option<Pinned> {
    let source = log.source();
    let study: Study = match serde_json::from_str(&source.text) {
        Ok(study) => study,
        Err(error) => {
            let at = offset(&source.text, error.line(), error.column());
            log.error(at..at + 1, RegistryMistake::Json(error.to_string()));
            return None;
        }
    };
    let section = study.protocol_section;
    let found = required("nctId", section.identification_module.nct_id.clone(), log);
    if let Some(found) = found.filter(|found| found != nct_id) {
        let accepted = nct_id.to_owned();
        log.error(None, RegistryMistake::OtherStudy { found, accepted });
    }
    let last_update = section
        .status_module
        .last_update_post_date_struct
        .date
        .clone();
    let last_update = required("lastUpdatePostDateStruct.date", last_update, log);
    let last_update = last_update.and_then(|date| day(&date, log));
    let text = section.eligibility_module.eligibility_criteria.clone();
    let pieces: Option<Vec<Piece>> =
        required("eligibilityCriteria", text, log).map(|text| split(&text));
    let fields = Fields::of(&section.eligibility_module);
    let dates = dates::read(&section.status_module, log);
    if let Some(last_update) = last_update {
        dates::check(&dates, last_update, log);
    }
    let record = read_record(section, log)?;
    let pieces = pieces?;
    Some(Pinned {
        record,
        last_update: last_update?,
        items: items(&pieces),
        passages: passages(&pieces),
        fields,
        dates,
    })
}

fn read_record(section: ProtocolSection, log: &mut Log) -> Option<Record> {
    let identification = section.identification_module;
    let status = section.status_module;
    let sponsor = section.sponsor_collaborators_module.lead_sponsor;
    let title = required("briefTitle", identification.brief_title, log);
    let overall_status = required("overallStatus", status.overall_status, log);
    let lead_sponsor = required("leadSponsor.name", sponsor.name, log);
    let enrollment = section.design_module.enrollment_info;
    let contacts = section.contacts_locations_module;
    Some(Record {
        brief_title: title?,
        org_study_id: identification.org_study_id_info.id,
        overall_status: overall_status?,
        phases: section.design_module.phases,
        enrollment_count: enrollment.count,
        enrollment_type: enrollment.r#type,
        start_date: known(status.start_date_struct.date),
        completion_date: known(status.completion_date_struct.date),
        lead_sponsor: lead_sponsor?,
        central_contacts: contacts.central_contacts.into_iter().map(contact).collect(),
        locations: contacts.locations.into_iter().map(place).collect(),
    })
}

/// A contact. The extension stands behind the number, as it is dialled after it.
fn contact(contact: Contact) -> CentralContact {
    let extension = contact.phone_ext.filter(|extension| !extension.is_empty());
    let extended = |phone| match extension {
        Some(extension) => format!("{phone} ext. {extension}"),
        None => phone,
    };
    CentralContact {
        name: contact.name,
        phone: contact.phone.map(extended),
        email: contact.email,
    }
}

/// A place in one line, as the registry names it: `Tata Memorial Centre, Mumbai, India`.
fn place(location: Location) -> String {
    let parts = [location.facility, location.city, location.country];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    parts.join(", ")
}

fn required(field: &'static str, value: Option<String>, log: &mut Log) -> Option<String> {
    if value.is_none() {
        log.error(None, RegistryMistake::MissingField(field));
    }
    value
}

fn day(text: &str, log: &mut Log) -> Option<Date> {
    let day = whole_day(Some(text.to_owned()));
    if day.is_none() {
        log.error(None, RegistryMistake::NotADay(text.to_owned()));
    }
    day
}

/// A date as far as the registry gives it: many are known to the month only.
fn known(text: Option<String>) -> Option<PartialDate> {
    PartialDate::parse(&text?).ok()
}

/// A date that the registry gives to the day. One given to the month is none: nothing is guessed.
fn whole_day(text: Option<String>) -> Option<Date> {
    match PartialDate::parse(&text?) {
        Ok(PartialDate::Day(day)) => Some(day),
        _ => None,
    }
}

/// The byte at a line and column as a JSON parser counts them.
pub(crate) fn offset(text: &str, line: usize, column: usize) -> usize {
    let before = text.split_inclusive('\n').take(line.saturating_sub(1));
    before.map(str::len).sum::<usize>() + column.saturating_sub(1)
}
