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
    /// The screen's name.
    pub(crate) name: &'a str,
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
        let mut body = Vec::new();
        self.header(speech, &mut put(&mut body, "header", "bar").children);
        let place = put(&mut body, "main", "");
        place.set("data-screen", self.name);
        place.children = main;
        self.footer(speech, &mut put(&mut body, "footer", "foot").children);
        Screen {
            heading: heading.to_owned(),
            name: self.name.to_owned(),
            title: self.title(speech),
            language: speech.language,
            body,
            focus: if self.mistaken { "problem" } else { "title" },
        }
    }

    /// The kind of the screen and the page's name. No more: Firefox writes the title of every frame to
    /// the disk, to open its tabs again. A notice is titled as a question, as its own would tell a finding.
    fn title(&self, speech: Speech) -> String {
        let kind = match self.step {
            Step::Clock | Step::Start => None,
            Step::Question(_) | Step::Notice(_) => Some(Phrase::TitleQuestion),
            Step::Check => Some(Phrase::TitleCheck),
            Step::Result => Some(Phrase::TitleResult),
            Step::Sheet => Some(Phrase::TitleSheet),
            Step::Code => Some(Phrase::TitleCode),
            Step::Erase => Some(Phrase::TitleErase),
        };
        let mut title = String::new();
        if self.mistaken {
            title.push_str(speech.say(Phrase::ErrorPrefix));
        }
        if let Some(kind) = kind {
            title.push_str(speech.say(kind));
            title.push_str(" · ");
        }
        title.push_str(speech.say(Phrase::PageName));
        title
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
            // The result itself, or nothing to show.
            Step::Result | Step::Clock => None,
            Step::Question(_)
            | Step::Notice(_)
            | Step::Check
            | Step::Sheet
            | Step::Code
            | Step::Erase => Some(Phrase::ResultSoFar),
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

/// Adds the place of a QR code, which the border paints. `label` is what is heard of it.
pub(crate) fn qr(nodes: &mut Vec<Node>, contents: &str, label: &str) {
    put(nodes, "div", "qr")
        .set("data-qr", contents)
        .set("role", "img")
        .set("aria-label", label);
}

/// Adds the place where the border says what came of a tap.
pub(crate) fn said(nodes: &mut Vec<Node>) {
    put(nodes, "p", "said")
        .set("id", "said")
        .set("role", "status");
}
