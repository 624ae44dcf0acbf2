//! Amounts, exact. No floating point: numbers are read as decimal text with at most three decimals
//! and kept as integers fine enough for every unit of their dimension. The units themselves are in
//! `unit`.

use super::unit::Unit;
use serde::{Deserialize, Serialize};

/// A decimal number in thousandths: 31.5 is 31,500.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Thousandths(pub i64);

impl Thousandths {
    /// The number in decimal, with as many decimals as it needs.
    ///
    /// ```
    /// use prescreen::engine::Thousandths;
    /// assert_eq!(Thousandths(31_500).decimal(), "31.5");
    /// assert_eq!(Thousandths(10_000).decimal(), "10");
    /// ```
    #[must_use]
    pub fn decimal(self) -> String {
        let mut out = (self.0 / 1000).to_string();
        let decimals = (self.0 % 1000).unsigned_abs();
        if decimals > 0 {
            let digits = (1000 + decimals).to_string();
            out.push('.');
            out.push_str(digits[1..].trim_end_matches('0'));
        }
        out
    }
}

/// Why a text is no number with at most three decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// Not a decimal number, or one with more than nine digits before the point.
    Form,
    /// Written with an exponent, like `1e1`.
    Exponent,
    /// More than three decimals that are not trailing zeros.
    Decimals,
}

impl Thousandths {
    /// Reads decimal text such as `10`, `-3.25` or `10.5000`.
    ///
    /// # Errors
    /// See [`DecimalError`].
    ///
    /// ```
    /// use prescreen::engine::{DecimalError, Thousandths};
    /// assert_eq!(Thousandths::parse("22.0460"), Ok(Thousandths(22_046)));
    /// assert_eq!(Thousandths::parse("0.0001"), Err(DecimalError::Decimals));
    /// assert_eq!(Thousandths::parse("1e1"), Err(DecimalError::Exponent));
    /// ```
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        if text.contains(['e', 'E']) {
            return Err(DecimalError::Exponent);
        }
        let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(decimals) || whole.len() > 9 {
            return Err(DecimalError::Form);
        }
        let decimals = decimals.trim_end_matches('0');
        if decimals.len() > 3 {
            return Err(DecimalError::Decimals);
        }
        let number = |part: &str| {
            part.bytes()
                .fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0'))
        };
        let scale = [1000, 100, 10, 1][decimals.len()];
        Ok(Self(
            sign * (number(whole) * 1000 + number(decimals) * scale),
        ))
    }
}

/// An exact amount, in steps of its dimension (see [`Unit`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(i64);

impl Amount {
    /// So many thousandths of a unit.
    ///
    /// ```
    /// use prescreen::engine::{Amount, Thousandths, Unit};
    /// let ten_kilograms = Amount::new(Thousandths(10_000), Unit::Kilogram);
    /// assert_eq!(ten_kilograms, Amount::new(Thousandths(20_000), Unit::Jin));
    /// assert!(ten_kilograms > Amount::new(Thousandths(22_046), Unit::Pound));
    /// assert!(ten_kilograms < Amount::new(Thousandths(22_047), Unit::Pound));
    /// ```
    #[must_use]
    pub fn new(number: Thousandths, unit: Unit) -> Self {
        Self(number.0.saturating_mul(unit.steps()))
    }

    /// The amount at an even position, or the one just below an odd one (see [`Amount::from_here`]).
    pub(super) fn at(position: i64) -> Self {
        Self(position / 2)
    }

    /// This amount in a unit of its dimension, to the nearest thousandth.
    ///
    /// ```
    /// use prescreen::engine::{Amount, Thousandths, Unit};
    /// let ten_kilograms = Amount::new(Thousandths(10_000), Unit::Kilogram);
    /// assert_eq!(ten_kilograms.in_unit(Unit::Jin), Thousandths(20_000));
    /// assert_eq!(ten_kilograms.in_unit(Unit::Pound), Thousandths(22_046));
    /// ```
    #[must_use]
    pub fn in_unit(self, unit: Unit) -> Thousandths {
        let step = unit.steps();
        Thousandths((self.0 + step / 2).div_euclid(step))
    }

    /// The position of this amount itself: where "at least" begins and "at most" ends.
    #[must_use]
    pub fn from_here(self) -> i64 {
        self.0.saturating_mul(2)
    }

    /// The position just above this amount: where "more than" begins.
    #[must_use]
    pub fn from_above(self) -> i64 {
        self.from_here().saturating_add(1)
    }

    /// The position just below this amount: where "below" ends.
    #[must_use]
    pub fn to_below(self) -> i64 {
        self.from_here().saturating_sub(1)
    }
}
