//! The sheet as it stands on a phone: short enough for two or three screenshots, which is how most
//! people hand things on. Where there is no answer, the point is named in plain words.

use super::super::phrase::Phrase;
use super::super::view::{Node, put, say};
use super::row::{Row, part, with_parts};
use super::{Sheet, one_page};

/// Adds the short form.
pub(super) fn draw(sheet: &Sheet, nodes: &mut Vec<Node>) {
    let speech = sheet.speech;
    let card = &mut put(nodes, "section", "short-sheet").children;
    head(sheet, card);
    for (begins, row) in with_parts(&sheet.rows) {
        if let Some(polarity) = begins {
            say(card, "h2", "", speech.say(part(polarity)));
            put(card, "ul", "");
        }
        if let Some(Node::Element(list)) = card.last_mut() {
            draw_row(row, &mut list.children);
        }
    }
    if !sheet.asks.is_empty() {
        say(card, "h2", "", speech.say(Phrase::SheetBring));
        let list = &mut put(card, "ul", "").children;
        for ask in &sheet.asks {
            say(list, "li", "", ask);
        }
    }
}

fn head(sheet: &Sheet, card: &mut Vec<Node>) {
    say(
        card,
        "p",
        "claim",
        sheet.speech.say(Phrase::SheetSelfReported),
    );
    say(card, "p", "name", &sheet.numbers);
    one_page::days(sheet, put(card, "p", ""));
    for contact in sheet.contacts {
        let line = put(card, "p", "");
        line.set("translate", "no");
        say(&mut line.children, "span", "", &contact.name).set("lang", "en");
        for way in Sheet::reach(contact) {
            line.write(" ");
            let shown = say(&mut line.children, "strong", "unbroken", &way);
            if way.contains('@') {
                shown.set("lang", "en");
            }
        }
    }
    say(card, "p", "", sheet.hospital);
}

fn draw_row(row: &Row, list: &mut Vec<Node>) {
    let line = put(list, "li", "");
    say(&mut line.children, "strong", "", row.number);
    line.write(" ");
    let badge = &mut put(&mut line.children, "span", row.class).children;
    say(badge, "span", "sign", row.sign).set("aria-hidden", "true");
    say(badge, "strong", "", row.finding);
    line.write(" ");
    let what = if row.answer.is_empty() {
        row.plain
    } else {
        &row.answer
    };
    line.write(what);
    if let Some(until) = &row.until {
        line.write(" ");
        line.write(until);
    }
}
