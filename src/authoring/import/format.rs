//! What a file is that is no record: other downloads of the registry, and other encodings, told by
//! how they begin. What a record says is read elsewhere.

use super::mistake::{ImportMistake, Other};

/// So much of a file is looked at.
const HEAD: usize = 2000;

/// How bytes begin that are no text of JSON.
const BYTES: [(&[u8], Other); 4] = [
    (b"PK\x03\x04", Other::Zip),
    (b"PK\x05\x06", Other::Zip),
    (b"\x1f\x8b", Other::Gzip),
    (b"%PDF", Other::Pdf),
];

/// How texts begin in other encodings: with their mark, or with a sign of JSON without it.
const ENCODINGS: [(&[u8], &str); 6] = [
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
    (b"{\0", "UTF-16"),
    (b"[\0", "UTF-16"),
];

/// What bytes are that are no text of JSON, so far as their beginning tells.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<ImportMistake> {
    let other = BYTES.iter().find(|(start, _)| bytes.starts_with(start));
    let encoding = ENCODINGS.iter().find(|(start, _)| bytes.starts_with(start));
    match (other, encoding) {
        (Some((_, other)), _) => Some(ImportMistake::OtherFormat(*other)),
        (None, Some((_, encoding))) => Some(ImportMistake::OtherEncoding(encoding)),
        (None, None) => None,
    }
}

/// What a text is that is no JSON, so far as its beginning tells.
pub(super) fn of_text(text: &str) -> Option<Other> {
    let start = text.trim_start();
    let head: String = start.chars().take(HEAD).collect();
    let head = head.to_ascii_lowercase();
    let line = head.lines().next().unwrap_or_default();
    if head.starts_with('<') {
        let is_page = head.contains("<html") || head.starts_with("<!doctype html");
        return Some(if is_page { Other::Page } else { Other::Xml });
    }
    let is_table = !head.starts_with(['{', '[']) && line.contains("nct number");
    is_table.then_some(Other::Table)
}
