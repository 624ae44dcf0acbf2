//! What goes into the page and what comes out: all that the border and the page say to each other
//! beside the screens.

/// What a person did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// An element was tapped; the value of its `data-action`.
    Tap(String),
    /// The form of the screen was sent: the names and values of its checked radios and
    /// checkboxes and of its selects, in document order.
    Submit(Vec<(String, String)>),
    /// What is chosen in the form of the screen, not sent yet, in the same shape: told before a
    /// tap, so that a look at the result or another language does not cost it.
    Pick(Vec<(String, String)>),
    /// The Back of the phone or the browser.
    Back,
    /// The page was left. A browser may keep it as it is and show it again, to whoever holds the
    /// phone by then: the border takes away what is shown, and draws when someone is there again.
    Left,
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
    /// Copy the text of the element `text`, and say in the element `said` whether that went well.
    Copy,
    /// Draw [`App::picture`](super::app::App::picture) and show it in the element `picture`.
    Picture,
    /// Save the text of the element `text` as a file.
    Save,
    /// Like `Show`, and a step forward: the browser's Back has somewhere to go.
    Forward,
}
