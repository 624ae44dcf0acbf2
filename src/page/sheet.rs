//! The sheet for the study team: every criterion in the order of the registry with its answer and
//! finding, because whoever takes the call has the registry's list beside it.
//!
//! [`Sheet`] is all that it says; its forms only arrange that: `one_page` for paper, `short` for a
//! phone and its screenshots, `text` to be pasted, `drawing` as a picture. It never holds a name or a
//! date of birth; near an upper age limit it names the last day on which that is met, which may tell
//! the birth, and its screen says so. `app` shows it, `result` prints it first, `paper` has its lines.

mod contact_code;
mod drawing;
mod one_page;
mod row;
mod short;
mod text;
mod ways;
mod wrap;

use self::row::Row;
use super::contact::unbroken;
use super::content::CentralContact;
use super::frame::{button, heading};
use super::judged::Judged;
use super::phrase::Phrase;
use super::picture::{Font, Picture};
use super::result;
use super::speech::Speech;
use super::study;
use super::view::{Node, put, say};

/// What is written on the sheet with a pen, as it is never asked on the device.
const BY_HAND: [Phrase; 3] = [Phrase::SheetName, Phrase::SheetPhone, Phrase::SheetSigned];

/// What the sheet says, in one language.
pub(crate) struct Sheet<'a> {
    /// The words.
    speech: Speech<'a>,
    /// The study's numbers: the registry's and the sponsor's.
    numbers: String,
    /// The registry's title of the study, in English.
    brief_title: &'a str,
    /// The day of the check.
    checked: String,
    /// The day of the registry's record, and the status that it gives.
    record: String,
    /// One row for each criterion, in the order of the registry.
    rows: Vec<Row<'a>>,
    /// What to ask or to bring for the points that are open.
    asks: Vec<&'a str>,
    /// The hospital.
    hospital: &'a str,
    /// Whom to call.
    contacts: &'a [CentralContact],
}

impl<'a> Sheet<'a> {
    /// The sheet of what answers come to.
    pub(crate) fn of(judged: &Judged<'a>) -> Self {
        let speech = judged.speech;
        let content = speech.content;
        let status = study::status(speech, &content.record.overall_status);
        let updated = speech.date(content.trial.last_update());
        let record = [("date", &*updated), ("status", &*status)];
        Self {
            speech,
            numbers: study::numbers(speech),
            brief_title: &content.record.brief_title,
            checked: speech.with_date(Phrase::SheetChecked, judged.accepted.today()),
            record: speech.fill(Phrase::SheetRecord, &record),
            rows: row::rows(judged),
            asks: result::asks(judged),
            hospital: speech.words(&content.study.hospital),
            contacts: &content.record.central_contacts,
        }
    }

    /// The ways to reach a contact.
    fn reach(contact: &CentralContact) -> impl Iterator<Item = String> {
        let ways = contact.phone.iter().chain(&contact.email);
        ways.map(|way| unbroken(way))
    }
}

/// Draws the screen of the sheet and gives its heading. On paper it is the page for the team alone.
pub(crate) fn screen(judged: &Judged, main: &mut Vec<Node>) -> String {
    let speech = judged.speech;
    let sheet = Sheet::of(judged);
    let title = speech.say(Phrase::SheetTitle);
    one_page::draw(&sheet, main);
    let shown = &mut put(main, "div", "on-screen").children;
    heading(shown, title);
    say(shown, "p", "", speech.say(Phrase::SheetWhat));
    // Said before any form of the sheet is seen or handed on.
    if sheet.rows.iter().any(|row| row.until.is_some()) {
        say(shown, "p", "note", speech.say(Phrase::SheetUntil));
    }
    short::draw(&sheet, shown);
    ways::draw(&sheet, judged.accepted.today(), shown);
    button(
        shown,
        "secondary",
        "result",
        speech.say(Phrase::SheetResult),
    );
    title.to_owned()
}

/// Adds the page for the team, which is seen on paper only.
pub(crate) fn on_paper(judged: &Judged, main: &mut Vec<Node>) {
    one_page::draw(&Sheet::of(judged), main);
}

/// The sheet as a picture, with the build's name.
pub(crate) fn picture(
    judged: &Judged,
    build: &str,
    width_of: &dyn Fn(Font, &str) -> i32,
) -> Picture {
    drawing::draw(&Sheet::of(judged), build, width_of)
}

/// Lines for a name and a number, on paper only: they are never asked on the device.
pub(crate) fn by_hand(speech: Speech, main: &mut Vec<Node>) {
    say(main, "p", "on-paper", speech.say(Phrase::ByHand));
}
