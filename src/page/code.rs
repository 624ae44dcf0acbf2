//! The answers as a code, for the study team to read in: shown only after a tap that says so.

use super::frame::heading;
use super::phrase::Phrase;
use super::speech::Speech;
use super::view::{Node, say};
use crate::engine::Accepted;

/// Draws the screen and gives its heading.
pub(crate) fn draw(speech: Speech, _accepted: &Accepted, main: &mut Vec<Node>) -> String {
    let title = speech.say(Phrase::CodeTitle);
    heading(main, title);
    say(main, "p", "", speech.say(Phrase::CodeWhat));
    title.to_owned()
}
