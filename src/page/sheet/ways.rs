//! The ways to hand the sheet on, in the order in which they work in browsers inside other apps.
//! Before each it is said what it does and who may see it: handing on is the family's act.
//!
//! What the border needs is marked: `#text` is copied and saved, `#said` takes a button's words
//! `data-done` or `data-failed`, `#picture` takes the picture, and saving and printing,
//! which not every browser can, go with their explanations by `data-needs`.

use super::super::contact::unbroken;
use super::super::frame::{button, said};
use super::super::phrase::Phrase;
use super::super::view::{Element, Node, put, say};
use super::{Sheet, contact_code, text};
use crate::engine::{Date, Iso};

/// A way to hand the sheet on, by a button.
struct HandingOn {
    action: &'static str,
    what: Phrase,
    button: Phrase,
}

const COPY: HandingOn = HandingOn {
    action: "copy",
    what: Phrase::SheetCopyWhat,
    button: Phrase::SheetCopy,
};
const PICTURE: HandingOn = HandingOn {
    action: "picture",
    what: Phrase::SheetPictureWhat,
    button: Phrase::SheetPicture,
};
const SAVE: HandingOn = HandingOn {
    action: "save",
    what: Phrase::SheetSaveWhat,
    button: Phrase::SheetSave,
};
const PRINT: HandingOn = HandingOn {
    action: "print",
    what: Phrase::SheetPrintWhat,
    button: Phrase::SheetPrint,
};
const CODE: HandingOn = HandingOn {
    action: "code",
    what: Phrase::SheetCodeWhat,
    button: Phrase::SheetCode,
};

/// Adds the ways.
pub(super) fn draw(sheet: &Sheet, today: Date, nodes: &mut Vec<Node>) {
    let speech = sheet.speech;
    let section = &mut put(nodes, "section", "ways").children;
    say(section, "h2", "", speech.say(Phrase::SheetWays));
    say(section, "p", "", speech.say(Phrase::SheetScreenshot));
    tells(
        sheet,
        way(sheet, &COPY, section),
        Phrase::SheetCopyDone,
        Phrase::SheetCopyFailed,
    );
    tells(
        sheet,
        way(sheet, &PICTURE, section),
        Phrase::SheetPictureDone,
        Phrase::SheetPictureFailed,
    );
    // Among the buttons, so that it is in sight after any of them.
    said(section);
    put(section, "div", "picture").set("id", "picture");
    let save = way(sheet, &SAVE, section);
    let mut name = speech.content.trial.nct_id().to_owned();
    name.push('-');
    name.push_str(&Iso(today).text());
    name.push_str(".txt");
    save.set("data-name", &name);
    tells(sheet, save, Phrase::SheetSaveDone, Phrase::SheetSaveFailed);
    way(sheet, &PRINT, section);
    way(sheet, &CODE, section);
    say(section, "h3", "", speech.say(Phrase::SheetAsText));
    text::draw(sheet, section);
    contact(sheet, nodes);
}

/// Adds a way and gives its button.
fn way<'n>(sheet: &Sheet, way: &HandingOn, nodes: &'n mut Vec<Node>) -> &'n mut Element {
    let place = put(nodes, "div", "way-on");
    if [SAVE.action, PRINT.action].contains(&way.action) {
        place.set("data-needs", way.action);
    }
    say(&mut place.children, "p", "", sheet.speech.say(way.what));
    button(
        &mut place.children,
        "secondary",
        way.action,
        sheet.speech.say(way.button),
    )
}

/// What is said after a tap.
fn tells(sheet: &Sheet, button: &mut Element, done: Phrase, failed: Phrase) {
    button.set("data-done", sheet.speech.say(done));
    button.set("data-failed", sheet.speech.say(failed));
}

/// The code of the contact, for another phone.
fn contact(sheet: &Sheet, nodes: &mut Vec<Node>) {
    let speech = sheet.speech;
    let Some(text) = contact_code::contents(sheet) else {
        return;
    };
    let section = &mut put(nodes, "section", "").children;
    let [name, what] = contact_code::words(sheet);
    say(section, "h2", "", speech.say(name));
    say(section, "p", "", speech.say(what));
    contact_code::draw(sheet, section);
    say(section, "p", "as-text", &unbroken(&text));
}
