//! The answers as a code, for the study team to read in: shown only after a tap that says so. It is
//! drawn as a QR code by the border, in each element with `data-qr`.

use super::frame::{button, heading, qr, said};
use super::phrase::Phrase;
use super::speech::Speech;
use super::view::{Node, say};
use crate::coded::encode;
use crate::engine::{Accepted, age_limit_until, is_birth_told};

/// Draws the screen and gives its heading.
pub(crate) fn draw(speech: Speech, accepted: &Accepted, main: &mut Vec<Node>) -> String {
    let title = speech.say(Phrase::CodeTitle);
    heading(main, title);
    holds(speech, accepted, main);
    let content = speech.content;
    code(
        speech,
        &encode(&content.trial, content.version, accepted),
        main,
    );
    say(main, "p", "", speech.say(Phrase::CodeTeam));
    title.to_owned()
}

/// What the code holds, what it does not hold, and who can read it.
fn holds(speech: Speech, accepted: &Accepted, main: &mut Vec<Node>) {
    let trial = &speech.content.trial;
    let what = match trial.birth() {
        Some(_) => Phrase::CodeWhat,
        None => Phrase::CodeWhatNoAge,
    };
    say(main, "p", "", speech.say(what));
    match age_limit_until(trial, accepted) {
        // That day may tell the birth date to whoever can count, so nothing else may be claimed.
        Some(until) => say(main, "p", "", &speech.with_date(Phrase::CodeUntil, until)),
        None if is_birth_told(trial, accepted) => say(main, "p", "", speech.say(Phrase::CodeNear)),
        None => say(main, "p", "", speech.say(Phrase::CodeNot)),
    };
    say(main, "p", "note", speech.say(Phrase::CodeOpen));
}

/// The code for a camera, for the eye and to be copied.
fn code(speech: Speech, code: &str, main: &mut Vec<Node>) {
    qr(main, code, speech.say(Phrase::CodePicture));
    say(main, "p", "code", code)
        .set("id", "text")
        .set("lang", "en")
        .set("translate", "no");
    say(main, "p", "", speech.say(Phrase::CodeCopying));
    button(main, "secondary", "copy", speech.say(Phrase::CodeCopy))
        .set("data-done", speech.say(Phrase::CodeCopied))
        .set("data-failed", speech.say(Phrase::CodeNotCopied));
    said(main);
}
