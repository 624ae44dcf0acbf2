//! What a page of one trial says: the checked trial, the registry's facts and the words in both
//! languages. `authoring` reads it from files and checks it; the page only shows it.

use crate::engine::{PartialDate, Trial};
use serde::{Deserialize, Serialize};

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// Simplified Chinese, the language that the page begins with.
    ZhHans,
    /// English.
    En,
}

impl Language {
    /// Both languages, the first one first.
    pub const ALL: [Self; 2] = [Self::ZhHans, Self::En];

    /// The BCP 47 tag: `zh-Hans` or `en`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhHans => "zh-Hans",
            Self::En => "en",
        }
    }
}

/// A text for people, in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Simplified Chinese.
    pub zh_hans: String,
    /// English.
    pub en: String,
}

impl Words {
    /// The text in a language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::ZhHans => &self.zh_hans,
            Language::En => &self.en,
        }
    }
}

/// Everything that the page of one trial shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The checked trial.
    pub trial: Trial,
    /// The version of the trial: another one where its facts, its rules or its record are others.
    pub version: u32,
    /// What the registry says of the study.
    pub record: Record,
    /// What the trial file adds about the study.
    pub study: Study,
    /// The titles of the groups of questions.
    pub sections: Vec<Words>,
    /// The words of the facts, in the order of the trial's facts.
    pub facts: Vec<FactWords>,
    /// The words of the criteria, in the order of the trial's criteria.
    pub criteria: Vec<CriterionWords>,
    /// The page's own words, in the order of `Phrase::ALL`.
    pub phrases: Vec<Words>,
}

/// What the pinned registry record says, under the names of ClinicalTrials.gov's fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// `briefTitle`
    pub brief_title: String,
    /// `orgStudyIdInfo.id`
    pub org_study_id: Option<String>,
    /// `overallStatus`, such as `NOT_YET_RECRUITING`
    pub overall_status: String,
    /// `phases`, such as `EARLY_PHASE1`
    pub phases: Vec<String>,
    /// `enrollmentInfo.count`
    pub enrollment_count: Option<u32>,
    /// `enrollmentInfo.type`: `ESTIMATED` or `ACTUAL`
    pub enrollment_type: Option<String>,
    /// `startDateStruct.date`
    pub start_date: Option<PartialDate>,
    /// `completionDateStruct.date`
    pub completion_date: Option<PartialDate>,
    /// `leadSponsor.name`
    pub lead_sponsor: String,
    /// `centralContacts`
    pub central_contacts: Vec<CentralContact>,
    /// `locations`, each in one line: the facility, its city and its country
    pub locations: Vec<String>,
}

/// A contact of the study.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CentralContact {
    /// `name`
    pub name: String,
    /// `phone`, as the registry writes it, with its `phoneExt` if it has one
    pub phone: Option<String>,
    /// `email`
    pub email: Option<String>,
}

/// What the trial file adds about the study (`[study]`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Study {
    /// Our plain title.
    pub title: Words,
    /// What is tested, and that it is not known whether it helps.
    pub purpose: Words,
    /// The hospital, or what the hospitals are together.
    pub hospital: Words,
    /// Where the study is, if more is said of it than `hospital`.
    pub place: Option<Words>,
    /// What to expect when calling.
    pub contact_expect: Words,
    /// What the registry says nothing about, of what the study team is asked.
    pub unsaid: Option<Words>,
    /// What the list of similar studies is and is not.
    pub similar_note: Option<Words>,
    /// Studies that the registry lists as similar.
    pub similar: Vec<SimilarStudy>,
}

/// A study that the registry lists as similar, by text alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SimilarStudy {
    /// Its number.
    pub nct_id: String,
    /// Its title, in English.
    pub title: String,
    /// Its `overallStatus`.
    pub status: String,
    /// Its `phases`.
    pub phases: Vec<String>,
}

/// The words of one fact (`[[fact]]`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactWords {
    /// The index of its section.
    pub section: u8,
    /// The question: the heading of its screen.
    pub question: Words,
    /// Why it is asked, and which paper holds the answer.
    pub why: Words,
    /// Long help.
    pub help: Option<Words>,
    /// A short name.
    pub short: Words,
    /// What to ask or bring where it is not known.
    pub ask: Words,
    /// The answers shown, in order: for yes or no own words, if any; for choices all values; for
    /// a scale the fewer steps shown.
    pub choices: Vec<ChoiceWords>,
    /// The words of "none of these".
    pub none: Option<Words>,
    /// Own words for "I don't know".
    pub unknown: Option<Words>,
}

/// The words of one answer (`[[fact.choice]]`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceWords {
    /// The index of the value among the fact's values; for yes or no, 0 is no and 1 is yes.
    pub value: u8,
    /// What is tapped.
    pub label: Words,
    /// One more line.
    pub hint: Option<Words>,
}

/// The words of one criterion (`[[criterion]]`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionWords {
    /// The registry's words, verbatim, in English.
    pub text: String,
    /// Plain words, in the good direction.
    pub plain: Words,
    /// What is said where it fits.
    pub good: Option<Words>,
    /// What is said where it conflicts.
    pub bad: Option<Words>,
    /// What is said where it is open although it was answered.
    pub open: Option<Words>,
    /// What is said instead of a question.
    pub stated: Option<Words>,
    /// What may change a conflict.
    pub could_change: Vec<Change>,
    /// Who is asked where it is open.
    pub roles: Vec<Role>,
    /// What no answer settles.
    pub people: Vec<LeftToPeople>,
}

/// What may change a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Time alone.
    Time,
    /// The patient grows.
    Growth,
    /// How the illness goes on.
    CourseOfIllness,
    /// A new test.
    NewTest,
    /// The patient recovers.
    Recovery,
    /// A treatment.
    Treatment,
    /// Plans change.
    Plans,
    /// Nothing changes it.
    Nothing,
}

/// Who settles what no answer settles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The treating doctor.
    Doctor,
    /// The study team.
    Team,
}

/// What no answer settles (`[[criterion.people]]`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftToPeople {
    /// Who settles it.
    pub role: Role,
    /// What they settle.
    pub words: Words,
    /// The age, in completed years, from the possible reaching of which on it is shown.
    pub from_age: Option<u16>,
}
