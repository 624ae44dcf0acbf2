//! The screen of a wrong clock: every answer is about today, so nothing is computed.

use super::contact::{Way, way};
use super::frame::heading;
use super::phrase::Phrase;
use super::speech::Speech;
use super::start::urgent;
use super::view::{Node, say};
use crate::engine::Date;

/// Draws the screen and gives its heading.
pub(crate) fn draw(speech: Speech, today: Date, main: &mut Vec<Node>) -> String {
    let title = speech.say(Phrase::ClockTitle);
    heading(main, title);
    let dates = [
        ("today", &*speech.date(today)),
        ("updated", &*speech.date(speech.content.trial.last_update())),
    ];
    say(main, "p", "", &speech.fill(Phrase::ClockWhy, &dates));
    let what_to_do = match way(speech) {
        Way::Call => Phrase::ClockWhatToDo,
        Way::Write | Way::Registry => Phrase::ClockWhatToDoOnly,
    };
    say(main, "p", "", speech.say(what_to_do));
    urgent(speech, main);
    title.to_owned()
}
