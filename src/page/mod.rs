//! The page: a pure function from what a person did to what is shown.
//!
//! It knows the engine and the words; it knows no DOM, file or clock. `web` draws it in a browser,
//! `authoring` writes its first screen and the page without scripts as text.

pub mod app;
pub mod content;
pub mod paper;
pub mod phrase;
pub mod view;
