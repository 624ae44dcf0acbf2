//! What stands beside any result, whatever it is: the facts about the study, what to ask, that
//! taking part is a free choice, and what else the registry lists.

use super::judged::Judged;
use super::phrase::Phrase;
use super::speech::Speech;
use super::start::list;
use super::study;
use super::view::{Node, put, say};

/// Adds what stands beside any result.
pub(crate) fn draw(judged: &Judged, main: &mut Vec<Node>) {
    let speech = judged.speech;
    study::draw(speech, judged.accepted.today(), main);
    questions(speech, main);
    let section = &mut put(main, "section", "").children;
    say(section, "h2", "", speech.say(Phrase::VoluntaryTitle));
    list(
        speech,
        section,
        &[Phrase::StartVoluntary, Phrase::StartIsNot],
    );
    similar(speech, main);
}

/// Questions for the study team, with what the registry says nothing of.
pub(crate) fn questions(speech: Speech, main: &mut Vec<Node>) {
    let section = &mut put(main, "section", "").children;
    say(section, "h2", "", speech.say(Phrase::QuestionsTitle));
    if let Some(unsaid) = &speech.content.study.unsaid {
        say(section, "p", "", speech.words(unsaid));
    }
    list(
        speech,
        section,
        &[
            Phrase::QuestionOpen,
            Phrase::QuestionCost,
            Phrase::QuestionTravel,
            Phrase::QuestionHarm,
            Phrase::QuestionStay,
            Phrase::QuestionRisks,
            Phrase::QuestionOthers,
        ],
    );
}

fn similar(speech: Speech, main: &mut Vec<Node>) {
    let study = &speech.content.study;
    if study.similar.is_empty() {
        return;
    }
    let section = &mut put(main, "section", "similar").children;
    say(section, "h2", "", speech.say(Phrase::SimilarTitle));
    if let Some(note) = &study.similar_note {
        say(section, "p", "", speech.words(note));
    }
    let list = &mut put(section, "ul", "").children;
    for each in &study.similar {
        let item = put(list, "li", "");
        say(&mut item.children, "strong", "", &each.nct_id);
        say(&mut item.children, "p", "", &each.title).set("lang", "en");
        let facts = [
            study::phases(speech, &each.phases),
            study::status(speech, &each.status),
        ];
        say(
            &mut item.children,
            "p",
            "aside",
            &speech.list(&facts.each_ref().map(String::as_str)),
        );
    }
}
