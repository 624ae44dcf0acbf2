//! The code of a person's answers: any text, and any bits under a right checksum. What is read can be
//! written, and is then written as it was read.

#[path = "../../tests/coded/forge.rs"]
#[allow(dead_code, clippy::pedantic)] // A test of codes uses the rest of it.
mod forge;

use super::Read;
use super::answers::good;
use super::person::{VERSION, check_person};
use super::said::check_line;
use prescreen::authoring::code_refusal_json;
use prescreen::coded::decode;

/// The first byte says which of the two follows: `#` before bits, anything else is part of the text.
pub fn code(bytes: &[u8]) -> Read {
    let text = match bytes.split_first() {
        Some((b'#', bits)) => forged(bits),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    match decode(good(), VERSION, &text) {
        Ok(accepted) => {
            check_person(good(), &accepted);
            Read::Accepted
        }
        Err(mistake) => {
            check_line(&mistake.to_string());
            assert!(!code_refusal_json(&mistake).to_string().contains('\n'));
            Read::Refused
        }
    }
}

/// A code of these bits behind the version: what no page makes, with a right checksum.
fn forged(bytes: &[u8]) -> String {
    let version = VERSION.to_be_bytes();
    let bits = |byte: &u8| {
        (0..8)
            .rev()
            .map(|place| byte >> place & 1 == 1)
            .collect::<Vec<_>>()
    };
    let bits: Vec<bool> = version.iter().chain(bytes).flat_map(bits).collect();
    forge::forged("PS1", "NCT00000001", &bits)
}
