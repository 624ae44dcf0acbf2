//! Bytes as a text of letters, as the page holds its engine: they come back, no letter means anything
//! to HTML, and any text is read or refused.

use super::Read;
use prescreen::authoring::bundle::{permuted, readable, unpermuted};

/// How many letters stand before the text.
const ALPHABET: usize = 256;

pub fn letters(bytes: &[u8]) -> Read {
    let text = permuted(bytes);
    assert!(
        !text.contains(['"', '&', '<', '>', '\\', '\n', '\r', '\0']),
        "{text:?}"
    );
    assert_eq!(unpermuted(&text).as_deref(), Some(bytes));
    let text = String::from_utf8_lossy(bytes);
    check_readable(&text);
    match unpermuted(&text) {
        Some(read) => {
            assert_eq!(read.len() + ALPHABET, text.chars().count());
            Read::Accepted
        }
        None => Read::Refused,
    }
}

/// The page's texts stand in its script with stand-ins: none can end it, and they come back.
fn check_readable(text: &str) {
    let shown = readable(text);
    assert!(
        !shown.contains(['<', '\r']) || text.contains(['\u{e03c}', '\u{e00d}']),
        "{shown:?}"
    );
    assert_eq!(readable(&shown), text);
}
