//! The sheet as lines of text, as it reads in a message: what is copied and saved is what stands
//! here, so a family sees all of it before it is handed on.

use super::super::phrase::Phrase;
use super::super::view::{Element, Node, put, say};
use super::row::{Row, part, with_parts};
use super::{Sheet, one_page};

/// Adds the text.
pub(super) fn draw(sheet: &Sheet, nodes: &mut Vec<Node>) {
    let text = put(nodes, "div", "as-text");
    text.set("id", "text").set("translate", "no");
    head(sheet, text);
    for (begins, row) in with_parts(&sheet.rows) {
        if let Some(polarity) = begins {
            lines(text, &["", sheet.speech.say(part(polarity))]);
        }
        draw_row(row, text);
    }
    if !sheet.asks.is_empty() {
        lines(text, &["", sheet.speech.say(Phrase::SheetBring)]);
        for ask in &sheet.asks {
            text.write("- ");
            lines(text, &[ask]);
        }
    }
    contact(sheet, text);
}

fn lines(text: &mut Element, lines: &[&str]) {
    for line in lines {
        text.write(line);
        text.write("\n");
    }
}

fn english(text: &mut Element, words: &str) {
    say(&mut text.children, "span", "", words).set("lang", "en");
}

fn head(sheet: &Sheet, text: &mut Element) {
    let speech = sheet.speech;
    lines(
        text,
        &[
            speech.say(Phrase::SheetTitle),
            speech.say(Phrase::SheetSelfReported),
            &sheet.numbers,
        ],
    );
    english(text, sheet.brief_title);
    lines(text, &["", &sheet.checked, &sheet.record]);
}

fn draw_row(row: &Row, text: &mut Element) {
    text.write(row.number);
    text.write(" ");
    text.write(row.finding);
    for told in row.told() {
        text.write(" · ");
        text.write(told);
    }
    text.write("\n");
}

fn contact(sheet: &Sheet, text: &mut Element) {
    lines(text, &["", sheet.speech.say(Phrase::SheetContact)]);
    for contact in sheet.contacts {
        english(text, &contact.name);
        for way in Sheet::reach(contact) {
            text.write(" ");
            // A number has no language, an address has letters.
            if way.contains('@') {
                english(text, &way);
            } else {
                text.write(&way);
            }
        }
        text.write("\n");
    }
    lines(text, &[sheet.hospital, ""]);
    one_page::build(sheet, text);
}
