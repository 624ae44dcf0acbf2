//! All answers, to be checked and changed before the result.

use super::answer::{Reader, given, short};
use super::frame::{button, heading};
use super::phrase::Phrase;
use super::speech::Speech;
use super::view::{Node, put, say};
use crate::engine::{Accepted, FactIndex, next_question};

/// Draws the screen and gives its heading.
pub(crate) fn draw(speech: Speech, accepted: &Accepted, main: &mut Vec<Node>) -> String {
    let title = speech.say(Phrase::CheckTitle);
    heading(main, title);
    say(main, "p", "", speech.say(Phrase::CheckWhat));
    for (section, words) in (0..).zip(&speech.content.sections) {
        let facts = (0..).zip(&speech.content.facts);
        let facts = facts.filter(|(_, fact)| fact.section == section);
        let rows: Vec<_> = facts
            .filter_map(|(fact, _)| Some((fact, given(speech, accepted, fact, Reader::Family)?)))
            .collect();
        if !rows.is_empty() {
            say(main, "h2", "", speech.words(words));
            let list = &mut put(main, "ul", "answers").children;
            for (fact, answer) in rows {
                row(speech, fact, &answer, list);
            }
        }
    }
    if next_question(&speech.content.trial, accepted).is_some() {
        say(main, "p", "note", speech.say(Phrase::CheckMore));
        button(main, "primary", "continue", speech.say(Phrase::NoticeGoOn));
        button(main, "secondary", "result", speech.say(Phrase::ResultSoFar));
    } else {
        button(main, "primary", "result", speech.say(Phrase::CheckGo));
    }
    title.to_owned()
}

fn row(speech: Speech, fact: FactIndex, answer: &str, list: &mut Vec<Node>) {
    let row = &mut put(list, "li", "").children;
    let text = &mut put(row, "div", "").children;
    say(text, "p", "short", short(speech, fact));
    say(text, "p", "given", answer).set("translate", "no");
    let mut action = "change:".to_owned();
    action.push_str(&fact.to_string());
    let change = button(row, "change", &action, speech.say(Phrase::Change));
    // Heard, not seen: a list of buttons that all say "change" tells nobody what they change.
    let mut name = speech.say(Phrase::ChangeOf).to_owned();
    name.push_str(short(speech, fact));
    say(&mut change.children, "span", "heard", &name);
}
