//! The study's number and the phone number as a code for another phone's camera: plain text, never
//! an address, and nothing of the answers. The border paints it; the text stands beside it.

use super::super::frame;
use super::super::phrase::Phrase;
use super::super::view::Node;
use super::Sheet;

/// What the code says: the study's number in the registry, and the numbers to call, one a line.
pub(super) fn contents(sheet: &Sheet) -> String {
    let mut contents = sheet.speech.content.trial.nct_id().to_owned();
    for phone in sheet.contacts.iter().filter_map(|each| each.phone.as_ref()) {
        contents.push('\n');
        contents.push_str(phone);
    }
    contents
}

/// Adds the place of the code.
pub(super) fn draw(sheet: &Sheet, nodes: &mut Vec<Node>) {
    frame::qr(nodes, &contents(sheet), sheet.speech.say(Phrase::SheetQr));
}
