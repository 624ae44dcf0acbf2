//! Hashes of what stands in a trial file: of its meaning, not of its bytes. Comments, layout, the
//! order of keys, and the order of lists that are sets make no difference; everything else does.

use crate::authoring::document::Table;
use crate::authoring::value::Value;
use sha2::{Digest, Sha256};
use toml::de::DeValue;

/// Lists whose order means nothing: what a rule joins, the values that it names, what an example
/// person does not know, and proofs and notes that stand each for itself.
const SETS: [&str; 9] = [
    "all",
    "any",
    "is",
    "has",
    "unclear",
    "unknown",
    "unanswered",
    "example",
    "reading",
];

/// How many hexadecimal digits the hash of a whole content has.
pub(super) const LONG: usize = 64;

/// How many tell one part of it from another: 48 bits.
pub(super) const SHORT: usize = 12;

/// Whether a text is a hash of so many digits.
pub(super) fn is_hash(text: &str, digits: usize) -> bool {
    let is_digit = |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    text.len() == digits && text.bytes().all(is_digit)
}

/// The SHA-256 of all that a trial file says, in hexadecimal digits.
pub(super) fn of_content(root: &Table<'_>) -> String {
    let mut bytes = Vec::new();
    encode_table(root, &mut bytes);
    digest("content", &bytes)
}

/// A short hash of a text.
pub(super) fn of_text(text: &str) -> String {
    let mut hash = digest("text", text.as_bytes());
    hash.truncate(SHORT);
    hash
}

/// A short hash of a value below a key.
pub(super) fn of_value(key: &str, value: Value<'_>) -> String {
    let mut bytes = Vec::new();
    encode(key, value, &mut bytes);
    let mut hash = digest("value", &bytes);
    hash.truncate(SHORT);
    hash
}

/// What is hashed says what it is, so that no two kinds of content have the same hash.
fn digest(of: &str, bytes: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(format!("prescreen review 1, {of}\n"));
    hash.update(bytes);
    let digits = hash.finalize();
    let digits: Vec<_> = digits.iter().map(|byte| format!("{byte:02x}")).collect();
    digits.concat()
}

/// Each value as its type, its length and its parts, so that no two values have the same bytes.
fn encode(key: &str, value: Value<'_>, out: &mut Vec<u8>) {
    match value.inner() {
        DeValue::String(text) => put(b's', text.as_bytes(), out),
        DeValue::Integer(_) | DeValue::Float(_) => {
            let text = value.number_if_any().unwrap_or_default();
            put(b'n', decimal(&text).as_bytes(), out);
        }
        DeValue::Boolean(truth) => put(b'b', truth.to_string().as_bytes(), out),
        DeValue::Datetime(moment) => put(b'd', moment.to_string().as_bytes(), out),
        DeValue::Array(items) => {
            let mut parts = Vec::new();
            for item in items.iter().map(Value::new) {
                let mut part = Vec::new();
                encode("", item, &mut part);
                parts.push(part);
            }
            if SETS.contains(&key) {
                parts.sort();
            }
            put(b'l', &parts.concat(), out);
        }
        DeValue::Table(_) => {
            if let Some(table) = value.table_if_any() {
                encode_table(&table, out);
            }
        }
    }
}

fn encode_table(table: &Table<'_>, out: &mut Vec<u8>) {
    let mut entries = table.entries();
    entries.sort_by(|one, other| one.0.get_ref().cmp(other.0.get_ref()));
    let mut parts = Vec::new();
    for (key, value) in entries {
        put(b'k', key.get_ref().as_bytes(), &mut parts);
        encode(key.get_ref(), value, &mut parts);
    }
    put(b't', &parts, out);
}

fn put(kind: u8, bytes: &[u8], out: &mut Vec<u8>) {
    out.push(kind);
    out.extend((bytes.len() as u64).to_be_bytes());
    out.extend(bytes);
}

/// A decimal without the zeros that say nothing: `31.50` is `31.5`.
fn decimal(text: &str) -> &str {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        text
    }
}
