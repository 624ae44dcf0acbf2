//! The page as a pure function: events in, screens out. Its whole state is the answers, the
//! language and the steps gone through; everything shown is computed from it anew.

use super::content::{Content, Language};
use super::view::{Screen, put, say};
use crate::engine::{Answers, Date};

/// The page of one trial on one day, as one person has gone through it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct App {
    content: Content,
    today: Date,
    language: Language,
    answers: Answers,
}

/// What a person did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// An element was tapped; the value of its `data-action`.
    Tap(String),
    /// The form of the screen was sent: the names and values of its checked radios and
    /// checkboxes and of its selects, in document order.
    Submit(Vec<(String, String)>),
    /// The Back of the phone or the browser.
    Back,
}

/// What the border does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Draw the screen again: title, language, scroll to the top, focus `Screen::focus`.
    Show,
    /// Nothing changed.
    Stay,
    /// Back on the first screen: the host goes back.
    Leave,
    /// Print the screen as it is.
    Print,
    /// Like `Show`, and a step forward: the browser's Back has somewhere to go.
    Forward,
}

impl App {
    /// The page as it begins: no answer given.
    #[must_use]
    pub fn new(content: Content, today: Date, language: Language) -> Self {
        let answers = Answers::none(content.trial.facts().len());
        Self {
            content,
            today,
            language,
            answers,
        }
    }

    /// What is shown now.
    #[must_use]
    pub fn screen(&self) -> Screen {
        let mut body = Vec::new();
        let main = put(&mut body, "main", "");
        let title = self.content.study.title.get(self.language);
        say(&mut main.children, "h1", "", title)
            .set("id", "title")
            .set("tabindex", "-1");
        Screen {
            title: title.to_owned(),
            language: self.language,
            body,
            focus: "title",
        }
    }

    /// Takes an event and says what the border does next.
    pub fn handle(&mut self, event: Event) -> Effect {
        let effect = match &event {
            Event::Tap(_) | Event::Submit(_) => Effect::Stay,
            Event::Back => Effect::Leave,
        };
        drop(event);
        effect
    }
}
