//! The answers of a question as large native controls: radios, or checkboxes where several answers
//! can be true. "I don't know" is always the last of them.

use super::answer;
use super::bands;
use super::form::{NONE, Sent, UNKNOWN};
use super::phrase::Phrase;
use super::speech::Speech;
use super::view::{Element, Node, put, say};
use crate::engine::{FactIndex, Kind};

/// Adds the controls, with what was chosen chosen again.
pub(crate) fn draw(
    speech: Speech,
    fact: FactIndex,
    kind: &Kind,
    sent: &Sent,
    nodes: &mut Vec<Node>,
) {
    let mut options = Options {
        several: matches!(kind, Kind::Choices(_)),
        sent,
        count: 0,
    };
    let group = &mut put(nodes, "div", "choices").children;
    if let Kind::Quantity(dimension) = kind {
        let bands = speech.content.trial.amount_bands(fact);
        for band in (0..bands.len()).rev() {
            let label = bands::label(speech, fact, *dimension, band);
            options.draw(&band.to_string(), &label, None, group);
        }
    }
    for choice in answer::choices(speech, fact) {
        options.draw(&choice.value.to_string(), choice.label, choice.hint, group);
    }
    say(group, "p", "divider", speech.say(Phrase::Or));
    if options.several {
        let none = answer::none(speech, fact);
        options
            .draw(NONE, none, None, group)
            .set("data-exclusive", "");
    }
    let words = speech.content.facts.get(usize::from(fact));
    let unknown = words.and_then(|words| words.unknown.as_ref());
    let unknown = unknown.map_or(speech.say(Phrase::NotKnown), |words| speech.words(words));
    let control = options.draw(UNKNOWN, unknown, None, group);
    if options.several {
        control.set("data-exclusive", "");
    }
}

/// The controls of one group, counted for their ids.
struct Options<'a> {
    several: bool,
    sent: &'a Sent,
    count: usize,
}

impl Options<'_> {
    /// Adds one control with its label, and gives the control.
    fn draw<'n>(
        &mut self,
        value: &str,
        label: &str,
        hint: Option<&str>,
        nodes: &'n mut Vec<Node>,
    ) -> &'n mut Element {
        let mut id = "answer-".to_owned();
        id.push_str(&self.count.to_string());
        self.count += 1;
        let row = put(nodes, "div", "choice");
        put(&mut row.children, "input", "");
        let text = say(&mut row.children, "label", "", label);
        text.set("for", &id);
        if let Some(hint) = hint {
            say(&mut text.children, "span", "hint", hint);
        }
        let Some(Node::Element(input)) = row.children.first_mut() else {
            unreachable!()
        };
        input.set("type", if self.several { "checkbox" } else { "radio" });
        input
            .set("id", &id)
            .set("name", "answer")
            .set("value", value);
        if self.sent.iter().any(|(_, sent)| sent == value) {
            input.set("checked", "");
        }
        input
    }
}
