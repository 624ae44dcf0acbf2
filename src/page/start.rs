//! The first screen: what this is, what it is not, and what it does with the answers.

use super::frame::{button, heading};
use super::phrase::Phrase;
use super::speech::Speech;
use super::study;
use super::view::{Node, put, say};
use crate::engine::Date;

/// Draws the first screen and gives its heading.
pub(crate) fn draw(speech: Speech, today: Date, main: &mut Vec<Node>) -> String {
    let title = speech.say(Phrase::StartTitle);
    say(main, "p", "caption", speech.say(Phrase::PageName));
    heading(main, title);
    say(main, "p", "lead", speech.words(&speech.content.study.title));
    list(
        speech,
        main,
        &[
            Phrase::StartWhat,
            Phrase::StartIsNot,
            Phrase::StartVoluntary,
            Phrase::StartPrivate,
        ],
    );
    urgent(speech, main);
    button(main, "primary", "continue", speech.say(Phrase::StartGo));
    say(
        main,
        "p",
        "aside",
        &speech.with_date(Phrase::StartToday, today),
    );
    study::draw(speech, today, main);
    let section = &mut put(main, "section", "").children;
    say(section, "h2", "", speech.say(Phrase::PrivacyTitle));
    list(
        speech,
        section,
        &[
            Phrase::PrivacyNothingLeaves,
            Phrase::PrivacyClosing,
            Phrase::PrivacySeen,
            Phrase::PrivacyProof,
        ],
    );
    title.to_owned()
}

/// What comes before everything: a child who is very unwell now.
pub(crate) fn urgent(speech: Speech, nodes: &mut Vec<Node>) {
    let section = &mut put(nodes, "section", "urgent").children;
    say(section, "h2", "", speech.say(Phrase::UrgentTitle));
    say(section, "p", "", speech.say(Phrase::UrgentText));
}

/// Adds phrases as a list.
pub(crate) fn list(speech: Speech, nodes: &mut Vec<Node>, phrases: &[Phrase]) {
    let list = &mut put(nodes, "ul", "").children;
    for phrase in phrases {
        say(list, "li", "", speech.say(*phrase));
    }
}
