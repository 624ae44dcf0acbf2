//! The facts about the study that stand beside any result: how early it is, how small, where, and
//! whether it is open, with the days on which that was written.

use super::phrase::Phrase;
use super::speech::Speech;
use super::view::{Node, put, say};
use crate::engine::{Date, position};

/// After so many days the record is marked as possibly out of date.
pub(crate) const RECORD_KEEPS_DAYS: i64 = 90;

/// Adds the facts about the study.
pub(crate) fn draw(speech: Speech, today: Date, nodes: &mut Vec<Node>) {
    let record = &speech.content.record;
    let section = &mut put(nodes, "section", "study").children;
    say(section, "h2", "", speech.say(Phrase::StudyTitle));
    let list = &mut put(section, "dl", "").children;
    item(
        speech,
        list,
        Phrase::StudyStage,
        &phases(speech, &record.phases),
    );
    if let Some(places) = record.enrollment_count {
        let places = speech.fill(Phrase::StudyPlacesCount, &[("count", &places.to_string())]);
        item(speech, list, Phrase::StudyPlaces, &places);
    }
    let hospital = speech.words(&speech.content.study.hospital);
    let hospital = speech.fill(Phrase::StudyHospitalOne, &[("hospital", hospital)]);
    item(speech, list, Phrase::StudyHospital, &hospital);
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
        item(speech, list, Phrase::StudyStart, &speech.date(start));
    }
}

/// What today's date says of the record: it may be out of date, and the planned end may be over.
fn notes(speech: Speech, today: Date) -> Vec<String> {
    let mut notes = Vec::new();
    let updated = speech.content.trial.last_update();
    if position(today) - position(updated) > RECORD_KEEPS_DAYS {
        notes.push(speech.say(Phrase::StudyOld).to_owned());
    }
    if let Some(end) = speech
        .content
        .record
        .completion_date
        .filter(|end| *end < today)
    {
        notes.push(speech.with_date(Phrase::StudyEnded, end));
    }
    notes
}

fn item(speech: Speech, list: &mut Vec<Node>, name: Phrase, text: &str) {
    say(list, "dt", "", speech.say(name));
    say(list, "dd", "", text);
}
