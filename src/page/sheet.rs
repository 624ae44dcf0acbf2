//! The sheet for the study team, on paper only: every point in the order of the registry, one line
//! each, because whoever takes the call has the registry's list beside it.

use super::age;
use super::criterion::{answers, mark};
use super::frame::{button, heading};
use super::phrase::Phrase;
use super::picture::{Font, Mark, Picture};
use super::result::Judged;
use super::speech::Speech;
use super::view::{Node, put, say};
use crate::engine::Accepted;

/// Adds the sheet.
pub(crate) fn draw(judged: &Judged, main: &mut Vec<Node>) {
    let speech = judged.speech;
    let section = &mut put(main, "section", "on-paper").children;
    say(section, "h2", "", speech.say(Phrase::ForTheTeam));
    // The border fills in the name: the build cannot know it before it is made.
    let build = put(section, "p", "build");
    build.write("build ");
    put(&mut build.children, "span", "").set("data-build", "");
    let list = &mut put(section, "ul", "sheet").children;
    let criteria = speech.content.trial.criteria().iter();
    let criteria = criteria.zip(&speech.content.criteria);
    for ((criterion, words), finding) in criteria.zip(&judged.findings) {
        let line = put(list, "li", "");
        say(&mut line.children, "strong", "", criterion.id());
        line.write(" ");
        line.write(speech.say(mark(*finding).words));
        let given = answers(speech, &judged.accepted, criterion);
        if !given.is_empty() {
            line.write(" · ");
            line.write(&given);
        }
        if let Some(last) = age::last_day_to_say(judged, criterion, words) {
            line.write(" · ");
            line.write(&speech.with_date(Phrase::AgeFitsUntil, last));
        }
    }
}

/// Draws the screen of the sheet and gives its heading.
pub(crate) fn screen(speech: Speech, accepted: &Accepted, main: &mut Vec<Node>) -> String {
    let title = speech.say(Phrase::ForTheTeam);
    heading(main, title);
    draw(&Judged::of(speech, accepted), main);
    let ways = [
        ("copy", Phrase::SheetCopy),
        ("picture", Phrase::SheetPicture),
        ("save", Phrase::SheetSave),
        ("print", Phrase::Print),
        ("code", Phrase::SheetCode),
    ];
    for (action, phrase) in ways {
        let button = button(main, "secondary", action, speech.say(phrase));
        button.set("data-done", speech.say(phrase));
        button.set("data-failed", speech.say(Phrase::ByHand));
        button.set("data-name", "NCT07338357-2026-11-22.txt");
    }
    put(main, "p", "").set("id", "said").set("role", "status");
    put(main, "div", "").set("id", "picture");
    put(main, "div", "").set("data-qr", "NCT07338357\n+86 13607868275");
    let text = put(main, "div", "lines").set("id", "text");
    text.write("NCT07338357\n");
    let judged = Judged::of(speech, accepted);
    for (criterion, finding) in speech.content.trial.criteria().iter().zip(&judged.findings) {
        let words = speech.say(mark(*finding).words);
        let given = answers(speech, accepted, criterion);
        text.write(&format!("{} {words} · {given}\n", criterion.id()));
    }
    put(&mut text.children, "span", "").set("data-build", "");
    title.to_owned()
}

/// The sheet as a picture.
pub(crate) fn picture(
    speech: Speech,
    _accepted: &Accepted,
    _build: &str,
    width_of: &dyn Fn(Font, &str) -> i32,
) -> Picture {
    let text = speech.say(Phrase::ForTheTeam).to_owned();
    let width = width_of(Font::Title, &text);
    let marks = vec![
        Mark::Text {
            left: 40,
            baseline: 80,
            font: Font::Title,
            text,
        },
        Mark::Bar {
            left: 40,
            top: 100,
            width,
            height: 4,
        },
        Mark::Box {
            left: 40,
            top: 120,
            side: 40,
        },
        Mark::Code {
            left: 500,
            top: 120,
            side: 300,
            text: "NCT07338357\n+86 13607868275".to_owned(),
        },
    ];
    Picture {
        width: 1080,
        height: 500,
        marks,
    }
}

/// Lines for a name and a number, on paper only: they are never asked on the device.
pub(crate) fn by_hand(speech: Speech, main: &mut Vec<Node>) {
    say(main, "p", "on-paper", speech.say(Phrase::ByHand));
}
