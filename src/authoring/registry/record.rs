//! The fields of a study's record that are read, under the names of ClinicalTrials.gov's API
//! version 2. Every module may be absent, and every field that is not named here is left alone.

// The names are the registry's.
#![expect(clippy::struct_field_names)]

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Study {
    pub(crate) protocol_section: ProtocolSection,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ProtocolSection {
    pub(crate) identification_module: Identification,
    pub(crate) status_module: Status,
    pub(crate) sponsor_collaborators_module: Sponsors,
    pub(crate) design_module: Design,
    pub(crate) eligibility_module: Eligibility,
    pub(crate) contacts_locations_module: Contacts,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Identification {
    pub(crate) nct_id: Option<String>,
    pub(crate) org_study_id_info: OrgStudyId,
    pub(crate) brief_title: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OrgStudyId {
    pub(crate) id: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Status {
    pub(crate) overall_status: Option<String>,
    pub(crate) status_verified_date: Option<String>,
    pub(crate) start_date_struct: DateStruct,
    pub(crate) primary_completion_date_struct: DateStruct,
    pub(crate) completion_date_struct: DateStruct,
    pub(crate) last_update_post_date_struct: DateStruct,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct DateStruct {
    pub(crate) date: Option<String>,
    pub(crate) r#type: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Sponsors {
    pub(crate) lead_sponsor: Sponsor,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Sponsor {
    pub(crate) name: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Design {
    pub(crate) phases: Vec<String>,
    pub(crate) enrollment_info: Enrollment,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Enrollment {
    pub(crate) count: Option<u32>,
    pub(crate) r#type: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Eligibility {
    pub(crate) eligibility_criteria: Option<String>,
    pub(crate) minimum_age: Option<String>,
    pub(crate) maximum_age: Option<String>,
    pub(crate) sex: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Contacts {
    pub(crate) central_contacts: Vec<Contact>,
    pub(crate) locations: Vec<Location>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Contact {
    pub(crate) name: String,
    pub(crate) phone: Option<String>,
    pub(crate) phone_ext: Option<String>,
    pub(crate) email: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Location {
    pub(crate) facility: Option<String>,
    pub(crate) city: Option<String>,
    pub(crate) country: Option<String>,
}
