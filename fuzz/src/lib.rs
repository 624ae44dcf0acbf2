//! One function for each reader of the program: hands it any bytes and says what must hold of what
//! it makes of them. libFuzzer calls them with inputs of its own (`fuzz_targets`), and
//! `tests/fuzz_corpus.rs` with those in `corpus`. They panic where something does not hold; nothing
//! else uses them.

#![allow(missing_docs, unreachable_pub, clippy::pedantic)] // They are tests, read as one by two crates.

mod answers;
mod code;
mod letters;
mod pack;
mod person;
mod place;
mod record;
mod review;
mod said;
mod streams;
mod trial;
mod words;

pub use answers::answers;
pub use code::code;
pub use letters::letters;
pub use pack::pack;
pub use record::record;
pub use review::review;
pub use streams::{good as good_streams, streams};
pub use trial::trial;
pub use words::words;

/// What a reader made of its input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    Accepted,
    Refused,
}

/// A reader with what must hold of it.
pub type Reader = fn(&[u8]) -> Read;

/// Every reader, by the name of its target and of the folder of its corpus.
pub const READERS: [(&str, Reader); 9] = [
    ("answers", answers),
    ("code", code),
    ("letters", letters),
    ("pack", pack),
    ("record", record),
    ("review", review),
    ("streams", streams),
    ("trial", trial),
    ("words", words),
];
