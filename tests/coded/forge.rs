//! Codes that no page makes, with a right checksum, written independently of the program.

const LETTERS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The bits of a code between the trial and the checksum.
pub(crate) fn body_bits(code: &str) -> Vec<bool> {
    let letters = code.replace('-', "");
    let body = &letters[14..letters.len() - 6];
    let fives = body.chars().map(|letter| LETTERS.find(letter).unwrap());
    let bits = |five: usize| (0..5).rev().map(move |place| five >> place & 1 == 1);
    fives.flat_map(bits).collect()
}

/// A code of these bits.
pub(crate) fn forged(mark: &str, trial: &str, bits: &[bool]) -> String {
    let mut code = format!("{mark}{trial}");
    for five in bits.chunks(5) {
        let number = (0..5).fold(0, |sum, place| {
            sum << 1 | usize::from(five.get(place) == Some(&true))
        });
        code.push_str(&LETTERS[number..=number]);
    }
    // CRC-30/CDMA, bit by bit.
    let mut sum: u32 = 0x3fff_ffff;
    for byte in code.bytes() {
        sum ^= u32::from(byte) << 22;
        for _ in 0..8 {
            let carry = sum >> 29 & 1;
            sum = sum << 1 & 0x3fff_ffff;
            sum ^= carry * 0x2030_b9c7;
        }
    }
    sum ^= 0x3fff_ffff;
    for place in (0..6).rev() {
        let number = (sum >> (5 * place) & 31) as usize;
        code.push_str(&LETTERS[number..=number]);
    }
    code
}
