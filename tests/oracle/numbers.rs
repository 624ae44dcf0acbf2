//! Amounts for the oracle, as whole numbers of a unit so small that kg, jin,
//! lb and % are all exact. It does not check ranges or the number of decimals.

use super::rules::Truth;
use serde_json::Value;

/// One thousandth of a kilogram in units of a hundred-thousand-millionth.
const THOUSANDTH_KG: i128 = 100_000_000;
const THOUSANDTH_JIN: i128 = 50_000_000;
const THOUSANDTH_LB: i128 = 45_359_237;

/// Every number from `least`, up to and including `most`, or up to but without
/// it where `most_excluded`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Numbers {
    pub(crate) least: i128,
    pub(crate) most: i128,
    pub(crate) most_excluded: bool,
}

impl Numbers {
    pub(crate) fn exactly(amount: i128) -> Numbers {
        Numbers {
            least: amount,
            most: amount,
            most_excluded: false,
        }
    }

    /// An exact amount or a band; a band without upper end reaches to the end
    /// of the kind's range.
    pub(crate) fn read(value: &Value, most_of_kind: i128) -> Numbers {
        let size = thousandth_of(value["unit"].as_str().unwrap());
        let part = |name: &str| value.get(name).map(|number| thousandths(number) * size);
        if let Some(amount) = part("value") {
            return Numbers::exactly(amount);
        }
        Numbers {
            least: part("at_least").unwrap_or(0),
            most: part("below").unwrap_or(most_of_kind),
            most_excluded: part("below").is_some(),
        }
    }

    pub(crate) fn reach(&self, limit: i128) -> Truth {
        if self.least >= limit {
            return Truth::Yes;
        }
        if self.most < limit || (self.most == limit && self.most_excluded) {
            return Truth::No;
        }
        Truth::Unknown
    }
}

pub(crate) fn kilograms_in_thousandths(number: i128) -> i128 {
    number * THOUSANDTH_KG
}

fn thousandth_of(unit: &str) -> i128 {
    match unit {
        "kg" => THOUSANDTH_KG,
        "jin" => THOUSANDTH_JIN,
        "lb" => THOUSANDTH_LB,
        "%" => 1,
        other => panic!("no unit {other}"),
    }
}

/// Decimal text with at most three decimals that count, times a thousand.
fn thousandths(number: &Value) -> i128 {
    let text = number.to_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let decimals = decimals.trim_end_matches('0');
    assert!(decimals.len() <= 3, "{text} has too many decimals");
    format!("{whole}{decimals:0<3}").parse().unwrap()
}
