//! The sheet as a form on one A4 page, for a coordinator to check and to file. Seen on paper only:
//! its registry words and lines to write on are of no use on a phone.

use super::super::phrase::Phrase;
use super::super::view::{Element, Node, put, say};
use super::row::{Row, part, with_parts};
use super::{BY_HAND, Sheet, contact_code};

/// Adds the page.
pub(super) fn draw(sheet: &Sheet, main: &mut Vec<Node>) {
    let page = &mut put(main, "section", "sheet on-paper").children;
    head(sheet, page);
    columns(sheet, page);
    let list = &mut put(page, "ul", "rows").children;
    for (begins, row) in with_parts(&sheet.rows) {
        if let Some(polarity) = begins {
            say(list, "li", "part", sheet.speech.say(part(polarity)));
        }
        let stated = row.answer.is_empty();
        let class = if stated { "row stated" } else { "row" };
        draw_row(row, put(list, "li", class));
    }
    bring(sheet, page);
    by_hand(sheet, page);
}

/// What it is, of which study and day; whom to call.
fn head(sheet: &Sheet, page: &mut Vec<Node>) {
    let speech = sheet.speech;
    let head = &mut put(page, "div", "head").children;
    let what = &mut put(head, "div", "of").children;
    say(what, "h2", "", speech.say(Phrase::SheetTitle));
    say(what, "p", "claim", speech.say(Phrase::SheetSelfReported));
    let study = put(what, "p", "");
    say(&mut study.children, "strong", "", &sheet.numbers);
    study.write(" ");
    say(&mut study.children, "span", "", sheet.brief_title).set("lang", "en");
    days(sheet, put(what, "p", ""));
    let whom = &mut put(head, "div", "whom").children;
    say(whom, "p", "", speech.say(Phrase::SheetContact));
    for contact in sheet.contacts {
        say(whom, "p", "who", &contact.name).set("lang", "en");
        for way in Sheet::reach(contact) {
            let shown = say(whom, "p", "phone", &way);
            if way.contains('@') {
                shown.set("lang", "en");
            }
        }
    }
    say(whom, "p", "", sheet.hospital);
    contact_code::draw(sheet, head);
}

/// Writes the day of the check, that of the record, and the build.
pub(super) fn days(sheet: &Sheet, line: &mut Element) {
    for day in [&sheet.checked, &sheet.record] {
        line.write(day);
        line.write(" · ");
    }
    build(sheet, line);
}

/// Adds the place of the build's name: the build cannot know it before it is made.
pub(super) fn build(sheet: &Sheet, line: &mut Element) {
    line.write(sheet.speech.say(Phrase::SheetBuild));
    line.write(" ");
    put(&mut line.children, "span", "").set("data-build", "");
}

fn columns(sheet: &Sheet, page: &mut Vec<Node>) {
    let columns = &mut put(page, "div", "row columns").children;
    for phrase in [
        Phrase::SheetNumber,
        Phrase::SheetRegistry,
        Phrase::SheetAnswer,
        Phrase::SheetDoctor,
    ] {
        say(columns, "span", "", sheet.speech.say(phrase));
    }
}

fn draw_row(row: &Row, line: &mut Element) {
    let cells = &mut line.children;
    say(cells, "span", "number", row.number);
    say(cells, "span", "registry", row.registry).set("lang", "en");
    let found = put(cells, "span", "found");
    found.write(row.sign);
    found.write(" ");
    say(&mut found.children, "strong", "finding", row.finding);
    for told in row.told() {
        found.write(" · ");
        found.write(told);
    }
    put(cells, "span", "tick");
}

fn bring(sheet: &Sheet, page: &mut Vec<Node>) {
    if sheet.asks.is_empty() {
        return;
    }
    let bring = put(page, "p", "bring");
    say(
        &mut bring.children,
        "strong",
        "",
        sheet.speech.say(Phrase::SheetBring),
    );
    for ask in &sheet.asks {
        bring.write(" ");
        say(&mut bring.children, "span", "ask", ask);
    }
}

/// Lines to be written on with a pen: a name is never asked on the device.
fn by_hand(sheet: &Sheet, page: &mut Vec<Node>) {
    let hand = &mut put(page, "div", "hand").children;
    for phrase in BY_HAND {
        say(hand, "span", "", sheet.speech.say(phrase));
    }
}
