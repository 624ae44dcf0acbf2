//! The letters of a code: Douglas Crockford's base32, its groups for the eye, and its checksum.

use crc::{CRC_30_CDMA, Crc, NoTable};

/// The letters, in the order of their values: none that looks like another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many letters stand together.
const GROUP: usize = 5;

/// A checksum of 30 bits is six letters. It notices for certain whatever is changed within three
/// letters side by side, and leaves one in a thousand million of all else.
const CHECKSUM: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_30_CDMA);

/// The letter of a value from 0 to 31; of a greater one, its last five bits count.
pub(super) fn letter(value: u8) -> char {
    char::from(LETTERS[usize::from(value % 32)])
}

/// The value of a letter of a plain code; none if it is no letter of a code.
pub(super) fn value(letter: u8) -> Option<u8> {
    (0..)
        .zip(LETTERS)
        .find(|(_, each)| **each == letter)
        .map(|(value, _)| value)
}

/// A code as it is compared: without white space and hyphens, in capitals, with digits in the place
/// of the letters that look like them.
pub(super) fn plain(text: &str) -> String {
    let seen = text
        .chars()
        .filter(|each| !each.is_whitespace() && *each != '-');
    let plain = seen.map(|each| match each.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    });
    plain.collect()
}

/// The six letters that go with what stands before them.
pub(super) fn checksum(text: &str) -> String {
    let sum = CHECKSUM.checksum(text.as_bytes());
    let five = |place: u32| letter((sum >> (5 * place) & 31) as u8);
    (0..6).rev().map(five).collect()
}

/// Whether these are the letters that go with what stands before them.
pub(super) fn is_checksum(text: &str, found: &str) -> bool {
    checksum(text) == found
}

/// A code with a hyphen at each of the `cuts`, and between groups of letters after the last.
pub(super) fn grouped(code: &str, cuts: [usize; 2]) -> String {
    let mut text = String::new();
    let head = cuts[1];
    for (place, letter) in code.chars().enumerate() {
        let group = place > head && (place - head).is_multiple_of(GROUP);
        if cuts.contains(&place) || group {
            text.push('-');
        }
        text.push(letter);
    }
    text
}
