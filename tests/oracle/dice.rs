//! Chance for the invented people: a seeded generator, and weights and
//! percentages thrown with it, on and beside the limits.

use serde_json::{Value, json};

/// Sebastiano Vigna's splitmix64.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, end: i64) -> i64 {
        (self.next() % end as u64) as i64
    }

    pub(crate) fn percent(&mut self, chance: i64) -> bool {
        self.below(100) < chance
    }

    pub(crate) fn one_of<T: Copy>(&mut self, things: &[T]) -> T {
        things[self.below(things.len() as i64) as usize]
    }
}

/// An exact amount or a band; a mass, or else a percentage.
pub(crate) fn amount(dice: &mut Dice, mass: bool) -> Value {
    let (unit, mut ends) = match dice.below(if mass { 3 } else { 1 }) {
        0 if !mass => (
            "%",
            vec!["0", "30", "49.999", "50", "50.001", "99.5", "100"],
        ),
        0 => (
            "kg",
            vec!["0.001", "3.5", "9.999", "10", "10.001", "31.5", "500"],
        ),
        1 => (
            "jin",
            vec!["0.002", "7", "19.999", "20", "20.001", "63", "1000"],
        ),
        _ => (
            "lb",
            vec!["0.003", "22", "22.046", "22.047", "22.05", "70", "1102.311"],
        ),
    };
    let number = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let lower = dice.below(6) as usize;
    let upper = lower + 1 + dice.below(6 - lower as i64) as usize;
    match dice.below(5) {
        0 => json!({"at_least": number(ends[lower]), "unit": unit}),
        1 => json!({"below": number(ends[upper]), "unit": unit}),
        2 => {
            ends[0] = dice.one_of(&[ends[0], "0"]);
            json!({"at_least": number(ends[lower]), "below": number(ends[upper]), "unit": unit})
        }
        _ => json!({"value": number(ends[dice.below(7) as usize]), "unit": unit}),
    }
}
