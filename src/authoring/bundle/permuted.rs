//! Bytes as a text of letters, each byte one letter: the commonest bytes are printable ASCII, the
//! others letters from U+00C0 on. After brotli it is a third smaller than base64, of which the six
//! bits a letter hide what repeats in the bytes. `www/app.js` decodes it in three lines.

/// The printable ASCII characters that mean nothing in HTML, in an attribute or in JavaScript.
fn plain_letters() -> impl Iterator<Item = char> {
    (' '..='~').filter(|letter| !matches!(letter, '"' | '&' | '<' | '>' | '\\'))
}

/// The first of the letters for the less common bytes.
const FIRST_ACCENTED: char = 'À';

/// How many letters stand before the text: the letter of each byte, from 0 to 255.
const ALPHABET: usize = 256;

/// The text of these bytes: the letters of the bytes from 0 to 255, then one letter a byte.
///
/// ```
/// use prescreen::authoring::bundle::{permuted, unpermuted};
/// assert_eq!(unpermuted(&permuted(b"\0asm")).unwrap(), b"\0asm");
/// ```
#[must_use]
pub fn permuted(bytes: &[u8]) -> String {
    let alphabet = alphabet(bytes);
    let letters = bytes.iter().map(|byte| alphabet[usize::from(*byte)]);
    alphabet.iter().copied().chain(letters).collect()
}

/// The bytes of a text made by [`permuted`]; none for any other text.
#[must_use]
pub fn unpermuted(text: &str) -> Option<Vec<u8>> {
    let letters: Vec<char> = text.chars().collect();
    let (alphabet, letters) = letters.split_at_checked(ALPHABET)?;
    let byte = |letter| alphabet.iter().position(|it| it == letter);
    letters
        .iter()
        .map(|letter| u8::try_from(byte(letter)?).ok())
        .collect()
}

/// The letter of each byte. A common byte that is itself a plain letter keeps it, so that texts
/// stay texts to a compressor, which knows common words.
fn alphabet(bytes: &[u8]) -> [char; ALPHABET] {
    let (common, others) = by_frequency(bytes);
    let mut alphabet = ['\0'; ALPHABET];
    let (kept, moved): (Vec<u8>, Vec<u8>) = common
        .into_iter()
        .partition(|byte| plain_letters().any(|letter| letter == char::from(*byte)));
    for byte in &kept {
        alphabet[usize::from(*byte)] = char::from(*byte);
    }
    let free = plain_letters().filter(|letter| !kept.iter().any(|it| char::from(*it) == *letter));
    let letters = free.take(moved.len()).chain(FIRST_ACCENTED..);
    for (byte, letter) in moved.iter().chain(&others).zip(letters) {
        alphabet[usize::from(*byte)] = letter;
    }
    alphabet
}

/// The bytes that get plain letters, and all others, each in the order of the bytes.
fn by_frequency(bytes: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let mut counts = [0_usize; ALPHABET];
    for byte in bytes {
        counts[usize::from(*byte)] += 1;
    }
    let mut all: Vec<u8> = (0..=u8::MAX).collect();
    // Stable, so that equal counts do not depend on the machine.
    all.sort_by_key(|byte| core::cmp::Reverse(counts[usize::from(*byte)]));
    let mut others = all.split_off(plain_letters().count());
    all.sort_unstable();
    others.sort_unstable();
    (all, others)
}
