//! How many questions are left, in words: only "at most", as an answer can make others needless. No
//! bar and no "3 of 12": neither would be true.

use super::phrase::Phrase;
use super::speech::Speech;
use super::view::{Node, say};
use crate::engine::{Accepted, most_questions_left};

/// Adds the words behind others; none where nothing is left.
pub(crate) fn draw(speech: Speech, accepted: &Accepted, nodes: &mut Vec<Node>) {
    let words = match most_questions_left(&speech.content.trial, accepted) {
        0 => return,
        1 => speech.say(Phrase::QuestionLeft).to_owned(),
        count => speech.fill(Phrase::QuestionsLeft, &[("count", &count.to_string())]),
    };
    // Heard and copied as two things, not as one word.
    nodes.push(Node::Text(" ".to_owned()));
    say(nodes, "span", "left", &words);
}

/// Adds a note that questions are not answered yet, and how many.
pub(crate) fn note(speech: Speech, phrase: Phrase, accepted: &Accepted, nodes: &mut Vec<Node>) {
    let note = say(nodes, "p", "note", speech.say(phrase));
    draw(speech, accepted, &mut note.children);
}
