//! The sheet as a picture, laid out from top to bottom in one column, as wide as phones show a
//! picture without scrolling sideways. `wrap` breaks its lines, `web` draws what is laid out here.

use super::super::phrase::Phrase;
use super::super::picture::{Font, Mark, Picture};
use super::super::view::plain;
use super::row::{Row, part, with_parts};
use super::wrap::wrap;
use super::{BY_HAND, Sheet, contact_code};
use crate::engine::Polarity;

const WIDTH: i32 = 1080;
const MARGIN: i32 = 48;
const RIGHT: i32 = WIDTH - MARGIN;
/// Where the words of a row begin, beside its number.
const WORDS: i32 = MARGIN + 96;
/// The box for the doctor.
const BOX: i32 = 44;
/// A small box before what to bring.
const SMALL_BOX: i32 = 24;
/// The code of the contact; phones read about 30 modules at this size with ease.
const CODE: i32 = 260;
const GAP: i32 = 20;

/// Draws the picture. `width_of` says how wide a text is in a font, in pixels.
pub(super) fn draw(sheet: &Sheet, build: &str, width_of: &dyn Fn(Font, &str) -> i32) -> Picture {
    let mut page = Layout {
        marks: Vec::new(),
        top: MARGIN,
        width_of,
    };
    head(sheet, build, &mut page);
    for (begins, row) in with_parts(&sheet.rows) {
        if let Some(polarity) = begins {
            page.rule(4);
            part_head(sheet, polarity, &mut page);
        }
        draw_row(row, &mut page);
    }
    page.rule(4);
    bring(sheet, &mut page);
    contact(sheet, &mut page);
    by_hand(sheet, &mut page);
    Picture {
        width: WIDTH,
        height: page.top + MARGIN,
        marks: page.marks,
    }
}

/// What is laid out so far, and how far down it reaches.
struct Layout<'a> {
    marks: Vec<Mark>,
    top: i32,
    width_of: &'a dyn Fn(Font, &str) -> i32,
}

impl Layout<'_> {
    /// Writes a text in as many lines as it needs between two edges.
    fn write(&mut self, font: Font, left: i32, right: i32, text: &str) {
        let width_of = self.width_of;
        for text in wrap(text, right - left, &|text| width_of(font, &plain(text))) {
            let size = font.size();
            self.marks.push(Mark::Text {
                left,
                baseline: self.top + size * 11 / 10,
                font,
                text,
            });
            self.top += size * 3 / 2;
        }
    }

    /// A rule across the page, with room around it.
    fn rule(&mut self, height: i32) {
        self.top += GAP / 2;
        self.bar(MARGIN, WIDTH - 2 * MARGIN, height);
        self.top += height + GAP / 2;
    }

    fn bar(&mut self, left: i32, width: i32, height: i32) {
        self.marks.push(Mark::Bar {
            left,
            top: self.top,
            width,
            height,
        });
    }

    fn tick(&mut self, left: i32, side: i32) {
        self.marks.push(Mark::Box {
            left,
            top: self.top,
            side,
        });
    }
}

fn head(sheet: &Sheet, build: &str, page: &mut Layout) {
    let speech = sheet.speech;
    let mut name = speech.say(Phrase::SheetBuild).to_owned();
    name.push(' ');
    name.push_str(build);
    let lines = [
        (Font::Title, speech.say(Phrase::SheetTitle)),
        (Font::Strong, speech.say(Phrase::SheetSelfReported)),
        (Font::Strong, &sheet.numbers),
        (Font::Small, sheet.brief_title),
        (Font::Plain, &sheet.checked),
        (Font::Plain, &sheet.record),
        (Font::Small, &name),
    ];
    for (font, text) in lines {
        page.write(font, MARGIN, RIGHT, text);
    }
}

/// The heading of a part, with what the boxes below it are for.
fn part_head(sheet: &Sheet, polarity: Polarity, page: &mut Layout) {
    let (top, width_of) = (page.top, page.width_of);
    let boxes = sheet.speech.say(Phrase::SheetDoctor);
    let left = RIGHT - width_of(Font::Small, boxes);
    page.write(Font::Small, left, RIGHT, boxes);
    page.top = top;
    let heading = sheet.speech.say(part(polarity));
    page.write(Font::Strong, MARGIN, left - GAP, heading);
}

fn draw_row(row: &Row, page: &mut Layout) {
    page.rule(1);
    page.tick(RIGHT - BOX, BOX);
    let top = page.top;
    page.write(Font::Strong, MARGIN, WORDS, row.number);
    page.top = top;
    let right = RIGHT - BOX - GAP;
    let finding = [row.sign, " ", row.finding].concat();
    page.write(Font::Strong, WORDS, right, &finding);
    page.write(Font::Small, WORDS, right, row.registry);
    for told in row.told() {
        page.write(Font::Plain, WORDS, right, told);
    }
    page.top = page.top.max(top + BOX);
}

fn bring(sheet: &Sheet, page: &mut Layout) {
    if sheet.asks.is_empty() {
        return;
    }
    let title = sheet.speech.say(Phrase::SheetBring);
    page.write(Font::Strong, MARGIN, RIGHT, title);
    for ask in &sheet.asks {
        page.top += GAP / 2;
        page.tick(MARGIN, SMALL_BOX);
        // The letters of a line begin a little below its top.
        page.top -= GAP / 4;
        page.write(Font::Plain, MARGIN + SMALL_BOX + GAP, RIGHT, ask);
    }
    page.rule(4);
}

/// Whom to call, with the code beside it.
fn contact(sheet: &Sheet, page: &mut Layout) {
    let code = contact_code::contents(sheet).map(|text| Mark::Code {
        left: RIGHT - CODE,
        top: page.top,
        side: CODE,
        text,
    });
    page.marks.extend(code);
    let below = page.top + CODE;
    let right = RIGHT - CODE - GAP;
    page.write(
        Font::Strong,
        MARGIN,
        right,
        sheet.speech.say(Phrase::SheetContact),
    );
    for contact in sheet.contacts {
        page.write(Font::Plain, MARGIN, right, &contact.name);
        for way in Sheet::reach(contact) {
            page.write(Font::Strong, MARGIN, right, &way);
        }
    }
    page.write(Font::Plain, MARGIN, right, sheet.hospital);
    page.top = page.top.max(below) + GAP;
}

/// Lines for a pen, should the picture be printed.
fn by_hand(sheet: &Sheet, page: &mut Layout) {
    for phrase in BY_HAND {
        page.top += GAP;
        page.write(Font::Plain, MARGIN, WIDTH / 3, sheet.speech.say(phrase));
        page.bar(WIDTH / 3, RIGHT - WIDTH / 3, 2);
        page.top += GAP;
    }
}
