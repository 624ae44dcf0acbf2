//! The study's number and the phone number as a code for another phone's camera: plain text, never
//! an address, and nothing of the answers. The border paints it; the text stands beside it.

use super::super::contact::{Way, way};
use super::super::frame;
use super::super::phrase::Phrase;
use super::super::view::Node;
use super::Sheet;

/// What the code says: the study's number in the registry, and the numbers to call, one a line; the
/// addresses to write to where there is no number. None where the registry names neither.
pub(super) fn contents(sheet: &Sheet) -> Option<String> {
    let contacts = sheet.contacts.iter();
    let ways: Vec<&str> = match way(sheet.speech) {
        Way::Call => contacts.filter_map(|each| each.phone.as_deref()).collect(),
        Way::Write => contacts.filter_map(|each| each.email.as_deref()).collect(),
        Way::Registry => return None,
    };
    let mut contents = sheet.speech.content.trial.nct_id().to_owned();
    for way in ways {
        contents.push('\n');
        contents.push_str(way);
    }
    Some(contents)
}

/// What the code is called, and what it is for.
pub(super) fn words(sheet: &Sheet) -> [Phrase; 2] {
    match way(sheet.speech) {
        Way::Call => [Phrase::SheetQr, Phrase::SheetQrWhat],
        Way::Write | Way::Registry => [Phrase::SheetQrEmail, Phrase::SheetQrEmailWhat],
    }
}

/// Adds the place of the code.
pub(super) fn draw(sheet: &Sheet, nodes: &mut Vec<Node>) {
    if let Some(contents) = contents(sheet) {
        let [name, _] = words(sheet);
        frame::qr(nodes, &contents, sheet.speech.say(name));
    }
}
