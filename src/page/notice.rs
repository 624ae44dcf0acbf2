//! A bump in the road: an answer newly speaks against a criterion. It is said plainly, with what
//! may change it, and the way goes on: a parent may have misread one item, and the study team
//! needs the whole sheet.

use super::conflict;
use super::frame::{button, heading};
use super::judged::Judged;
use super::phrase::Phrase;
use super::view::{Node, put, say};
use crate::engine::FactIndex;

/// Draws the screen and gives its heading. `next` is the question that follows, if one does.
pub(crate) fn draw(
    judged: &Judged,
    criteria: &[usize],
    next: Option<FactIndex>,
    main: &mut Vec<Node>,
) -> String {
    let speech = judged.speech;
    // An answer changed since may have ended one of them.
    let conflicts = judged.conflicts();
    let criteria = criteria.iter().filter(|place| conflicts.contains(place));
    let criteria: Vec<_> = criteria.collect();
    let several = criteria.len() > 1;
    let title = if several {
        Phrase::NoticeTitleSeveral
    } else {
        Phrase::NoticeTitle
    };
    heading(main, speech.say(title));
    for place in criteria {
        let section = &mut put(main, "section", "notice").children;
        let Some(words) = speech.content.criteria.get(*place) else {
            continue;
        };
        // What is asked for is said in the good direction: without this it would read as what is so.
        say(section, "p", "short", speech.say(Phrase::AskedFor));
        say(section, "h2", "", speech.words(&words.plain));
        conflict::draw(speech, &judged.accepted, *place, section);
    }
    let (not_decision, onward) = match next {
        Some(_) => (Phrase::NoticeNotDecision, Phrase::NoticeGoOn),
        None => (Phrase::NoticeNotDecisionEnd, Phrase::NoticeCheck),
    };
    say(main, "p", "", speech.say(not_decision));
    button(main, "primary", "continue", speech.say(onward));
    button(
        main,
        "secondary",
        "result",
        speech.say(Phrase::NoticeResult),
    );
    speech.say(title).to_owned()
}
