//! The study's contact. It is the same whatever the answers are, and on every screen.

use super::phrase::Phrase;
use super::speech::Speech;
use super::view::{Node, put, say};

/// How the study team can be reached.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// By telephone, and perhaps by email too.
    Call,
    /// By email alone.
    Write,
    /// The registry names neither.
    Registry,
}

/// How the study team of this trial can be reached.
pub(crate) fn way(speech: Speech) -> Way {
    let contacts = &speech.content.record.central_contacts;
    if contacts.iter().any(|contact| contact.phone.is_some()) {
        Way::Call
    } else if contacts.iter().any(|contact| contact.email.is_some()) {
        Way::Write
    } else {
        Way::Registry
    }
}

/// The contact as it stands below every screen; what to expect of a call is one tap away.
pub(crate) fn brief(speech: Speech, nodes: &mut Vec<Node>) {
    let section = put(nodes, "section", "contact");
    lines(speech, &mut section.children);
    let details = put(&mut section.children, "details", "");
    let before = match way(speech) {
        Way::Call => Phrase::BeforeCalling,
        Way::Write | Way::Registry => Phrase::BeforeOther,
    };
    say(&mut details.children, "summary", "", speech.say(before));
    let expect = speech.words(&speech.content.study.contact_expect);
    say(&mut details.children, "p", "", expect);
}

/// The contact with all that is said of it.
pub(crate) fn full(speech: Speech, nodes: &mut Vec<Node>) {
    let section = put(nodes, "section", "contact");
    lines(speech, &mut section.children);
    let expect = speech.words(&speech.content.study.contact_expect);
    say(&mut section.children, "p", "", expect);
}

/// A number or an address that no line breaks: it is read and tapped as one.
pub(crate) fn unbroken(way: &str) -> String {
    way.replace(' ', "\u{a0}")
}

/// Who it is and the number, as text: a link would leave the page, and the number to tap stands
/// outside it.
fn lines(speech: Speech, nodes: &mut Vec<Node>) {
    say(nodes, "h2", "", speech.say(Phrase::ContactTitle));
    let hospital = speech.words(&speech.content.study.hospital);
    say(nodes, "p", "", hospital);
    for contact in &speech.content.record.central_contacts {
        let line = put(nodes, "p", "reach");
        line.set("translate", "no");
        say(&mut line.children, "span", "who", &contact.name).set("lang", "en");
        for (class, way) in [("phone", &contact.phone), ("email", &contact.email)] {
            if let Some(way) = way {
                line.write(" ");
                say(&mut line.children, "span", class, &unbroken(way));
            }
        }
    }
    let where_to = match way(speech) {
        Way::Call => speech.say(Phrase::ContactCall).to_owned(),
        Way::Write => speech.say(Phrase::ContactWrite).to_owned(),
        Way::Registry => {
            let trial = speech.content.trial.nct_id();
            speech.fill(Phrase::ContactNone, &[("trial", trial)])
        }
    };
    say(nodes, "p", "aside on-screen", &where_to);
}
