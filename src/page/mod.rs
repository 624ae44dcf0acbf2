//! The page: a pure function from what a person did to what is shown.
//!
//! It knows the engine and the words; it knows no DOM, file or clock. `web` draws it in a browser,
//! `authoring` writes its first screen and the page without scripts as text.
//!
//! [`app::App`] takes events and gives screens. Each kind of screen is drawn in a file of its own;
//! `frame` is what stands around all of them.

pub mod app;
pub mod content;
pub mod paper;
pub mod phrase;
pub mod picture;
pub mod qr;
pub mod study;
pub mod view;
#[cfg(any(not(target_arch = "wasm32"), feature = "page"))]
pub mod written;

mod age;
mod answer;
mod bands;
mod beside;
mod changes;
mod check;
mod clock;
mod code;
mod conflict;
mod contact;
mod contradicted;
mod criterion;
mod erase;
mod event;
mod form;
mod frame;
mod judged;
mod left;
mod name;
mod notice;
mod options;
mod question;
mod result;
mod select;
mod sheet;
mod speech;
mod start;
mod step;
mod unsent;
