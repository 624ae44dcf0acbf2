//! The page without scripts: every criterion with a box to tick on paper, the facts about the
//! study and the contact. It is also what a phone without WebAssembly shows.

use super::beside::questions;
use super::contact;
use super::content::{Content, Language};
use super::phrase::Phrase;
use super::sheet::by_hand;
use super::speech::Speech;
use super::start::urgent;
use super::study;
use super::view::{Node, put, say};
use crate::engine::{Polarity, day_at, position};

/// The nodes of the page without scripts. It knows no day, so it says nothing that depends on one.
#[must_use]
pub fn paper(content: &Content, language: Language) -> Vec<Node> {
    let speech = Speech { content, language };
    let mut nodes = Vec::new();
    let paper = put(&mut nodes, "div", "paper");
    paper.set("lang", language.tag());
    let paper = &mut paper.children;
    say(paper, "h1", "", speech.say(Phrase::PaperTitle));
    say(paper, "p", "lead", speech.words(&content.study.title));
    say(paper, "p", "", speech.say(Phrase::PaperWhat));
    urgent(speech, paper);
    contact::full(speech, paper);
    criteria(speech, Polarity::Inclusion, Phrase::PaperInclusion, paper);
    criteria(speech, Polarity::Exclusion, Phrase::PaperExclusion, paper);
    bring(speech, paper);
    // No day is known here: the record is as new as it can be, and the day is said from which on it may be old.
    let update = content.trial.last_update();
    study::draw(speech, update, paper);
    let old = day_at(position(update) + study::RECORD_KEEPS_DAYS + 1);
    say(paper, "p", "note", &speech.with_date(Phrase::PaperOld, old));
    questions(speech, paper);
    say(paper, "p", "", speech.say(Phrase::StartVoluntary));
    by_hand(speech, paper);
    nodes
}

fn criteria(speech: Speech, polarity: Polarity, title: Phrase, paper: &mut Vec<Node>) {
    let criteria = speech.content.trial.criteria().iter();
    let criteria = criteria.zip(&speech.content.criteria);
    let section = &mut put(paper, "section", "group").children;
    say(section, "h2", "", speech.say(title));
    let list = &mut put(section, "ul", "boxes").children;
    for (criterion, words) in criteria.filter(|(each, _)| each.polarity() == polarity) {
        // What is never asked has no box: nobody should have to tick it beside somebody else.
        let class = words.stated.as_ref().map_or("", |_| "stated");
        let row = put(list, "li", class);
        say(&mut row.children, "span", "number", criterion.id());
        row.write(" ");
        say(&mut row.children, "strong", "", speech.words(&words.plain));
        if let Some(stated) = &words.stated {
            say(&mut row.children, "p", "", speech.words(stated));
        }
        say(&mut row.children, "p", "registry", &words.text).set("lang", "en");
    }
}

fn bring(speech: Speech, paper: &mut Vec<Node>) {
    let section = &mut put(paper, "section", "bring").children;
    say(section, "h2", "", speech.say(Phrase::BringTitle));
    let list = &mut put(section, "ul", "boxes").children;
    for fact in &speech.content.facts {
        say(list, "li", "", speech.words(&fact.ask));
    }
}
