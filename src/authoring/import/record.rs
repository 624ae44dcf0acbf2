//! What a draft says of a study's record: the values that an author looks at, as the registry writes
//! them. Dates keep the precision that they have; what is absent stays absent.

use super::reader::Reader;
use crate::authoring::registry::fields::Fields;
use crate::authoring::registry::record::Eligibility;

/// The values of a record.
#[derive(Debug, Default)]
pub(super) struct DraftRecord {
    pub(super) brief_title: Option<String>,
    pub(super) official_title: Option<String>,
    pub(super) org_study_id: Option<String>,
    pub(super) overall_status: Option<String>,
    pub(super) why_stopped: Option<String>,
    pub(super) dates: Vec<(&'static str, Option<String>)>,
    pub(super) study_type: Option<String>,
    pub(super) phases: Vec<String>,
    pub(super) enrollment: Option<u64>,
    pub(super) lead_sponsor: Option<String>,
    /// Name, telephone, extension and electronic address.
    pub(super) contacts: Vec<[Option<String>; 4]>,
    pub(super) fields: Fields,
    pub(super) sex: Option<String>,
    pub(super) gender_based: Option<bool>,
    pub(super) gender_description: Option<String>,
    pub(super) healthy_volunteers: Option<bool>,
    pub(super) study_population: Option<String>,
    pub(super) criteria: Option<String>,
}

/// The dates, with what they are.
const DATES: [(&str, &str); 6] = [
    ("verified", "statusModule.statusVerifiedDate"),
    ("last update", "statusModule.lastUpdatePostDateStruct.date"),
    ("start", "statusModule.startDateStruct.date"),
    (
        "primary completion",
        "statusModule.primaryCompletionDateStruct.date",
    ),
    ("completion", "statusModule.completionDateStruct.date"),
    ("first posted", "statusModule.studyFirstPostDateStruct.date"),
];

/// Reads the values of a study.
pub(super) fn read(reader: &mut Reader<'_>) -> DraftRecord {
    let eligibility = Eligibility {
        eligibility_criteria: None,
        minimum_age: reader.text("eligibilityModule.minimumAge"),
        maximum_age: reader.text("eligibilityModule.maximumAge"),
        sex: reader.text("eligibilityModule.sex"),
    };
    DraftRecord {
        brief_title: reader.text("identificationModule.briefTitle"),
        official_title: reader.text("identificationModule.officialTitle"),
        org_study_id: reader.text("identificationModule.orgStudyIdInfo.id"),
        overall_status: reader.text("statusModule.overallStatus"),
        why_stopped: reader.text("statusModule.whyStopped"),
        dates: DATES.map(|(name, path)| (name, reader.text(path))).into(),
        study_type: reader.text("designModule.studyType"),
        phases: reader.texts("designModule.phases"),
        enrollment: reader.count("designModule.enrollmentInfo.count"),
        lead_sponsor: reader.text("sponsorCollaboratorsModule.leadSponsor.name"),
        contacts: reader.objects(
            "contactsLocationsModule.centralContacts",
            ["name", "phone", "phoneExt", "email"],
        ),
        fields: Fields::of(&eligibility),
        sex: eligibility.sex,
        gender_based: reader.truth("eligibilityModule.genderBased"),
        gender_description: reader.text("eligibilityModule.genderDescription"),
        healthy_volunteers: reader.truth("eligibilityModule.healthyVolunteers"),
        study_population: reader.text("eligibilityModule.studyPopulation"),
        criteria: reader.text("eligibilityModule.eligibilityCriteria"),
    }
}
