//! What stands around every screen, always at the same place: Back and the language above; the
//! result so far, the contact and erasing below.

use super::contact;
use super::content::Language;
use super::phrase::Phrase;
use super::speech::Speech;
use super::step::Step;
use super::view::{Element, Node, Screen, put, say};

/// What the frame of a screen depends on.
pub(crate) struct Frame<'a> {
    /// The step shown.
    pub(crate) step: &'a Step,
    /// Whether there is a screen to go back to.
    pub(crate) back: bool,
    /// Whether there is an answer to erase.
    pub(crate) erasable: bool,
    /// Whether the form shown gave no answer.
    pub(crate) mistaken: bool,
}

impl Frame<'_> {
    /// The whole screen around `main`.
    pub(crate) fn screen(&self, speech: Speech, heading: &str, main: Vec<Node>) -> Screen {
        let mut title = String::new();
        if self.mistaken {
            title.push_str(speech.say(Phrase::ErrorPrefix));
        }
        // Nothing of the screen: Firefox writes the title of every frame to the disk, to open its
        // tabs again. The heading takes the focus and says where one is.
        title.push_str(speech.say(Phrase::PageName));
        let mut body = Vec::new();
        self.header(speech, &mut put(&mut body, "header", "bar").children);
        put(&mut body, "main", "").children = main;
        self.footer(speech, &mut put(&mut body, "footer", "foot").children);
        Screen {
            heading: heading.to_owned(),
            title,
            language: speech.language,
            body,
            focus: if self.mistaken { "problem" } else { "title" },
        }
    }

    fn header(&self, speech: Speech, header: &mut Vec<Node>) {
        if self.back {
            let nav = put(header, "nav", "");
            nav.set("aria-label", speech.say(Phrase::BackLabel));
            button(&mut nav.children, "back", "back", speech.say(Phrase::Back));
        }
        for language in Language::ALL {
            if language != speech.language {
                let other = Speech { language, ..speech };
                let mut action = "language:".to_owned();
                action.push_str(language.tag());
                button(header, "language", &action, other.say(Phrase::LanguageName))
                    .set("lang", language.tag());
            }
        }
    }

    fn footer(&self, speech: Speech, footer: &mut Vec<Node>) {
        let so_far = match self.step {
            Step::Start => Some(Phrase::AllPoints),
            Step::Question(_) => Some(Phrase::ResultSoFar),
            // These have a button of their own for it, or nothing to show.
            Step::Notice(_)
            | Step::Check
            | Step::Clock
            | Step::Result
            | Step::Sheet
            | Step::Code
            | Step::Erase => None,
        };
        if let Some(phrase) = so_far {
            button(footer, "quiet", "result", speech.say(phrase));
        }
        contact::brief(speech, footer);
        if self.erasable && *self.step != Step::Erase {
            button(footer, "quiet", "erase", speech.say(Phrase::Erase));
        }
    }
}

/// Adds the heading of a screen, which takes the focus when the screen is shown.
pub(crate) fn heading(nodes: &mut Vec<Node>, text: &str) {
    say(nodes, "h1", "", text)
        .set("id", "title")
        .set("tabindex", "-1");
}

/// Adds a button that sends an action.
pub(crate) fn button<'a>(
    nodes: &'a mut Vec<Node>,
    class: &str,
    action: &str,
    text: &str,
) -> &'a mut Element {
    say(nodes, "button", class, text)
        .set("type", "button")
        .set("data-action", action)
}
