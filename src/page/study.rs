//! The facts about the study that stand beside any result: how early it is, how small, where, and
//! whether it is open, with the days on which that was written.

use super::content::{Content, Language};
use super::phrase::Phrase;
use super::speech::Speech;
use super::view::{Node, put, say};
use crate::engine::{Date, PartialDate, position};

/// After so many days the record is marked as possibly out of date.
pub(crate) const RECORD_KEEPS_DAYS: i64 = 90;

/// Adds the facts about the study.
pub(crate) fn draw(speech: Speech, today: Date, nodes: &mut Vec<Node>) {
    let record = &speech.content.record;
    let section = &mut put(nodes, "section", "study").children;
    say(section, "h2", "", speech.say(Phrase::StudyTitle));
    let list = &mut put(section, "dl", "").children;
    say(list, "dt", "", speech.say(Phrase::StudyStage));
    for stage in stages(speech) {
        say(list, "dd", "", stage);
    }
    places(speech, list);
    let study = &speech.content.study;
    let place = study.place.as_ref().unwrap_or(&study.hospital);
    item(speech, list, Phrase::StudyHospital, speech.words(place));
    item(
        speech,
        list,
        Phrase::StudyStatus,
        &status(speech, &record.overall_status),
    );
    dates(speech, list);
    for note in notes(speech, today) {
        say(section, "p", "note", &note);
    }
    let details = &mut put(section, "details", "").children;
    say(details, "summary", "", speech.say(Phrase::StudyPurpose));
    say(
        details,
        "p",
        "",
        speech.words(&speech.content.study.purpose),
    );
    registry(speech, details);
    for location in &record.locations {
        say(details, "p", "registry", location).set("lang", "en");
    }
}

/// The registry's own name of the study, with its numbers.
pub(crate) fn registry(speech: Speech, nodes: &mut Vec<Node>) {
    let record = &speech.content.record;
    say(nodes, "p", "registry", &record.brief_title).set("lang", "en");
    say(nodes, "p", "registry", &numbers(speech)).set("lang", "en");
}

/// The numbers of the study: the registry's and the sponsor's.
pub(crate) fn numbers(speech: Speech) -> String {
    let mut numbers = speech.content.trial.nct_id().to_owned();
    if let Some(own) = &speech.content.record.org_study_id {
        numbers.push_str(" / ");
        numbers.push_str(own);
    }
    numbers
}

/// A status of the registry in plain words, or as the registry writes it.
pub(crate) fn status(speech: Speech, status: &str) -> String {
    let phrase = match status {
        "NOT_YET_RECRUITING" => Phrase::StatusNotYetRecruiting,
        "RECRUITING" => Phrase::StatusRecruiting,
        "ENROLLING_BY_INVITATION" => Phrase::StatusByInvitation,
        "ACTIVE_NOT_RECRUITING" => Phrase::StatusNoLongerRecruiting,
        "SUSPENDED" => Phrase::StatusSuspended,
        "TERMINATED" | "WITHDRAWN" => Phrase::StatusStopped,
        "COMPLETED" => Phrase::StatusCompleted,
        "UNKNOWN" => Phrase::StatusUnknown,
        other => return other.to_owned(),
    };
    speech.say(phrase).to_owned()
}

/// What each phase of the study means, or that there is none: not every study is part of that order.
pub(crate) fn stages(speech: Speech<'_>) -> Vec<&str> {
    let phases = &speech.content.record.phases;
    let stages = phases.iter().map(|phase| match phase.as_str() {
        "EARLY_PHASE1" => speech.say(Phrase::PhaseEarly),
        "PHASE1" => speech.say(Phrase::AboutPhaseOne),
        "PHASE2" => speech.say(Phrase::AboutPhaseTwo),
        "PHASE3" => speech.say(Phrase::AboutPhaseThree),
        "PHASE4" => speech.say(Phrase::AboutPhaseFour),
        "NA" => speech.say(Phrase::PhaseNone),
        other => other,
    });
    let stages: Vec<_> = stages.collect();
    if stages.is_empty() {
        return vec![speech.say(Phrase::PhaseNone)];
    }
    stages
}

/// How many take part, or took part. None are named where none are: a study that was withdrawn has 0.
fn places(speech: Speech, list: &mut Vec<Node>) {
    let record = &speech.content.record;
    let Some(count) = record.enrollment_count.filter(|count| *count > 0) else {
        return;
    };
    let phrase = match record.enrollment_type.as_deref() {
        Some("ACTUAL") => Phrase::StudyPlacesTaken,
        _ => Phrase::StudyPlacesCount,
    };
    let places = speech.fill(phrase, &[("count", &count.to_string())]);
    item(speech, list, Phrase::StudyPlaces, &places);
}

/// Phases of the registry in plain words.
pub(crate) fn phases(speech: Speech, phases: &[String]) -> String {
    let words: Vec<_> = phases
        .iter()
        .map(|phase| match phase.as_str() {
            "EARLY_PHASE1" => speech.say(Phrase::PhaseEarly),
            "PHASE1" => speech.say(Phrase::PhaseOne),
            "PHASE2" => speech.say(Phrase::PhaseTwo),
            "PHASE3" => speech.say(Phrase::PhaseThree),
            "PHASE4" => speech.say(Phrase::PhaseFour),
            "NA" => speech.say(Phrase::PhaseNone),
            other => other,
        })
        .collect();
    speech.list(&words)
}

fn dates(speech: Speech, list: &mut Vec<Node>) {
    let record = &speech.content.record;
    let updated = speech.date(speech.content.trial.last_update());
    item(speech, list, Phrase::StudyUpdated, &updated);
    if let Some(start) = record.start_date {
        item(
            speech,
            list,
            Phrase::StudyStart,
            &speech.partial_date(start),
        );
    }
}

/// What today's date says of the record: it may be out of date, and the planned end may be over.
fn notes(speech: Speech, today: Date) -> Vec<String> {
    let mut notes = Vec::new();
    let updated = speech.content.trial.last_update();
    if position(today) - position(updated) > RECORD_KEEPS_DAYS {
        notes.push(speech.say(Phrase::StudyOld).to_owned());
    }
    if let Some(end) = record_end(speech).filter(|end| end.days().last < position(today)) {
        let end = speech.partial_date(end);
        notes.push(speech.fill(Phrase::StudyEnded, &[("date", &end)]));
    }
    notes
}

/// The end in the registry, unless its status says already that the study has ended.
fn record_end(speech: Speech) -> Option<PartialDate> {
    let record = &speech.content.record;
    let has_ended = ["COMPLETED", "TERMINATED", "WITHDRAWN"].contains(&&*record.overall_status);
    record.completion_date.filter(|_| !has_ended)
}

/// What pages around the app say of how far the study is, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Its stage, as [`Phrase`] words it.
    pub stage: String,
    /// Whether it is open, by the registry's status.
    pub status: String,
    /// The day of the record's last update.
    pub updated: String,
}

/// Says how far the study is, in one language.
#[must_use]
pub fn facts(content: &Content, language: Language) -> Facts {
    let speech = Speech { content, language };
    Facts {
        stage: stages(speech).join(" "),
        status: status(speech, &content.record.overall_status),
        updated: speech.date(content.trial.last_update()),
    }
}

fn item(speech: Speech, list: &mut Vec<Node>, name: Phrase, text: &str) {
    say(list, "dt", "", speech.say(name));
    say(list, "dd", "", text);
}
