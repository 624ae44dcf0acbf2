//! Whether to erase everything: asked once more, as it cannot be undone.

use super::frame::{button, heading};
use super::phrase::Phrase;
use super::speech::Speech;
use super::view::{Node, say};

/// Draws the screen and gives its heading.
pub(crate) fn draw(speech: Speech, main: &mut Vec<Node>) -> String {
    let title = speech.say(Phrase::EraseTitle);
    heading(main, title);
    say(main, "p", "", speech.say(Phrase::EraseWhat));
    // What is tapped without reading should lose nothing.
    button(main, "primary", "back", speech.say(Phrase::EraseNo));
    button(main, "secondary", "erase-all", speech.say(Phrase::EraseYes));
    title.to_owned()
}
