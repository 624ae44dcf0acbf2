//! All answers, to be checked and changed before the result.

use super::answer::{Reader, given, short};
use super::frame::{button, heading};
use super::left;
use super::phrase::Phrase;
use super::speech::Speech;
use super::view::{Node, put, say};
use crate::engine::{Accepted, FactIndex, next_question};

/// Draws the screen and gives its heading. The dates taken out are listed too, with the reason.
pub(crate) fn draw(
    speech: Speech,
    accepted: &Accepted,
    taken_out: &[FactIndex],
    main: &mut Vec<Node>,
) -> String {
    let title = speech.say(Phrase::CheckTitle);
    heading(main, title);
    let mut list = Vec::new();
    for (section, words) in (0..).zip(&speech.content.sections) {
        let facts = (0..).zip(&speech.content.facts);
        let facts = facts.filter(|(_, fact)| fact.section == section);
        let rows: Vec<_> = facts
            .filter_map(|(fact, _)| Some((fact, stands(speech, accepted, taken_out, fact)?)))
            .collect();
        if !rows.is_empty() {
            say(&mut list, "h2", "", speech.words(words));
            let list = &mut put(&mut list, "ul", "answers").children;
            for (fact, answer) in rows {
                row(speech, fact, &answer, list);
            }
        }
    }
    let what = if list.is_empty() {
        Phrase::CheckNothing
    } else {
        Phrase::CheckWhat
    };
    say(main, "p", "", speech.say(what));
    let go_on = if list.is_empty() {
        Phrase::StartGo
    } else {
        Phrase::NoticeGoOn
    };
    main.append(&mut list);
    onward(speech, accepted, go_on, main);
    title.to_owned()
}

/// What stands beside a question: its answer, or that it was taken out.
fn stands(
    speech: Speech,
    accepted: &Accepted,
    taken_out: &[FactIndex],
    fact: FactIndex,
) -> Option<String> {
    if taken_out.contains(&fact) {
        return Some(speech.say(Phrase::CheckTakenOut).to_owned());
    }
    given(speech, accepted, fact, Reader::Family)
}

/// The way on. To the result so far it is the same as on every screen: below.
fn onward(speech: Speech, accepted: &Accepted, go_on: Phrase, main: &mut Vec<Node>) {
    if next_question(&speech.content.trial, accepted).is_some() {
        left::note(speech, Phrase::CheckMore, accepted, main);
        button(main, "primary", "continue", speech.say(go_on));
    } else {
        button(main, "primary", "result", speech.say(Phrase::CheckGo));
    }
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
