//! Numbers as bits, and bits as letters. A number takes the bits that the greatest of its kind
//! needs, so a code is short, and one too great for its kind is noticed.

use super::letters::{letter, value};

/// Bits that are written, or read from the first on.
#[derive(Default)]
pub(super) struct Bits {
    bits: Vec<bool>,
    read: usize,
}

/// How many bits a letter has.
const BITS: usize = 5;

/// The greatest value of a letter.
const MOST_LETTER: u64 = (1 << BITS) - 1;

impl Bits {
    /// The bits of a text of letters; none if it has others.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut bits = Self::default();
        for letter in text.bytes() {
            bits.push(value(letter)?.into(), MOST_LETTER);
        }
        Some(bits)
    }

    /// Adds a number from 0 to `most`.
    pub(super) fn push(&mut self, number: u64, most: u64) {
        let places = (0..width(most)).rev();
        self.bits
            .extend(places.map(|place| number >> place & 1 == 1));
    }

    /// Takes a number from 0 to `most`; none if the bits are over, or the number is greater.
    pub(super) fn take(&mut self, most: u64) -> Option<u64> {
        let end = self.read + width(most) as usize;
        let bits = self.bits.get(self.read..end)?;
        let number = bits.iter().fold(0, |sum, bit| sum << 1 | u64::from(*bit));
        self.read = end;
        (number <= most).then_some(number)
    }

    /// Whether nothing is left but what fills up the last letter.
    pub(super) fn is_at_end(&self) -> bool {
        let rest = &self.bits[self.read..];
        rest.len() < BITS && !rest.contains(&true)
    }

    /// The bits as letters, the last one filled up.
    pub(super) fn letters(&self) -> String {
        let fives = self.bits.chunks(BITS);
        let number = |five: &[bool]| {
            let number = five.iter().fold(0, |sum, bit| sum << 1 | u8::from(*bit));
            number << (BITS - five.len())
        };
        fives.map(|five| letter(number(five))).collect()
    }
}

/// How many bits hold every number from 0 to `most`.
fn width(most: u64) -> u32 {
    u64::BITS - most.leading_zeros()
}
