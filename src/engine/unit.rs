//! What amounts measure and in which units: one table, and one range for each dimension. No
//! conversion that needs more than the units themselves: grams and moles of a substance stay apart,
//! as do cells and grams. Numbers are in `quantity`.

use super::interval::Interval;
use super::quantity::{Amount, Thousandths};
use serde::{Deserialize, Serialize};

/// What an amount measures. Amounts of different dimensions are never compared.
///
/// New ones come last: the version of a trial, and so the codes that families hold, counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// A mass, over 0 and at most 500 kg.
    Mass,
    /// A percentage from 0 to 100.
    Percentage,
    /// Cells in a volume of blood, from 0 to 10,000 × 10⁹/L.
    CellCount,
    /// The mass of a substance in a volume, from 0 to 1,000 g/L.
    MassConcentration,
    /// The amount of a substance in a volume, from 0 to 1,000 mmol/L. It is never compared with a
    /// mass: that would need the molar mass, which a trial file does not name.
    SubstanceConcentration,
    /// A laboratory value as a multiple, from 0 to 1,000, of the upper limit that the same report
    /// prints for it (upper limit of normal, ULN).
    TimesUpperLimit,
    /// A clearance of the kidneys, from 0 to 1,000 mL/min.
    Clearance,
    /// A clearance for a body surface of 1.73 m², as an estimated filtration rate (eGFR) is
    /// printed, from 0 to 1,000. Comparing it with the one above would need the patient's surface.
    IndexedClearance,
}

/// A unit of a dimension. The symbols are plain text for files; the code of UCUM, the Unified Code
/// for Units of Measure (<https://ucum.org/ucum>), stands beside it where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// kilogram
    #[serde(rename = "kg")]
    Kilogram,
    /// 斤, exactly 0.5 kg
    #[serde(rename = "jin")]
    Jin,
    /// avoirdupois pound, exactly 0.45359237 kg (international yard and pound agreement, 1959)
    #[serde(rename = "lb")]
    Pound,
    /// hundredth part
    #[serde(rename = "%")]
    Percent,
    /// thousand million a litre; UCUM `10*9/L`
    #[serde(rename = "10^9/L")]
    ThousandMillionPerLitre,
    /// thousand a microlitre, the same as 10⁹/L; UCUM `10*3/uL`
    #[serde(rename = "10^3/uL")]
    ThousandPerMicrolitre,
    /// one a microlitre, a thousandth of 10⁹/L; UCUM `/uL`
    #[serde(rename = "/uL")]
    PerMicrolitre,
    /// one a cubic millimetre, the same as one a microlitre; UCUM `/mm3`
    #[serde(rename = "/mm3")]
    PerCubicMillimetre,
    /// gram a litre; UCUM `g/L`
    #[serde(rename = "g/L")]
    GramPerLitre,
    /// gram a decilitre; UCUM `g/dL`
    #[serde(rename = "g/dL")]
    GramPerDecilitre,
    /// milligram a decilitre; UCUM `mg/dL`
    #[serde(rename = "mg/dL")]
    MilligramPerDecilitre,
    /// milligram a litre; UCUM `mg/L`
    #[serde(rename = "mg/L")]
    MilligramPerLitre,
    /// microgram a litre, the same as a nanogram a millilitre; UCUM `ug/L`
    #[serde(rename = "ug/L")]
    MicrogramPerLitre,
    /// millimole a litre; UCUM `mmol/L`
    #[serde(rename = "mmol/L")]
    MillimolePerLitre,
    /// micromole a litre; UCUM `umol/L`
    #[serde(rename = "umol/L")]
    MicromolePerLitre,
    /// times the upper limit of normal of the same report; UCUM `[ULN]` is only proposed
    #[serde(rename = "xULN")]
    UpperLimit,
    /// millilitre a minute; UCUM `mL/min`
    #[serde(rename = "mL/min")]
    MillilitrePerMinute,
    /// millilitre a minute for 1.73 m² of body surface; UCUM `mL/min/{1.73_m2}`
    #[serde(rename = "mL/min/1.73m2")]
    MillilitrePerMinuteIndexed,
}

/// One unit: how many of its dimension's steps 0.001 of it are.
struct Row(Unit, &'static str, Dimension, i64);

impl Unit {
    /// Every unit, the first of each dimension being the usual one. A step is so small that 0.001 of
    /// each unit of its dimension is a whole number of them: 10⁻¹¹ kg, 0.001 %, one cell a
    /// millilitre, a nanogram a litre, a nanomole a litre, 0.001 of the limit, 0.001 mL/min.
    #[rustfmt::skip]
    const TABLE: [Row; 18] = {
        use Dimension::{CellCount, Clearance, IndexedClearance, Mass, MassConcentration, Percentage, SubstanceConcentration, TimesUpperLimit};
        [
            Row(Self::Kilogram, "kg", Mass, 100_000_000),
            Row(Self::Jin, "jin", Mass, 50_000_000),
            Row(Self::Pound, "lb", Mass, 45_359_237),
            Row(Self::Percent, "%", Percentage, 1),
            Row(Self::ThousandMillionPerLitre, "10^9/L", CellCount, 1_000),
            Row(Self::ThousandPerMicrolitre, "10^3/uL", CellCount, 1_000),
            Row(Self::PerMicrolitre, "/uL", CellCount, 1),
            Row(Self::PerCubicMillimetre, "/mm3", CellCount, 1),
            Row(Self::GramPerLitre, "g/L", MassConcentration, 1_000_000),
            Row(Self::GramPerDecilitre, "g/dL", MassConcentration, 10_000_000),
            Row(Self::MilligramPerDecilitre, "mg/dL", MassConcentration, 10_000),
            Row(Self::MilligramPerLitre, "mg/L", MassConcentration, 1_000),
            Row(Self::MicrogramPerLitre, "ug/L", MassConcentration, 1),
            Row(Self::MillimolePerLitre, "mmol/L", SubstanceConcentration, 1_000),
            Row(Self::MicromolePerLitre, "umol/L", SubstanceConcentration, 1),
            Row(Self::UpperLimit, "xULN", TimesUpperLimit, 1),
            Row(Self::MillilitrePerMinute, "mL/min", Clearance, 1),
            Row(Self::MillilitrePerMinuteIndexed, "mL/min/1.73m2", IndexedClearance, 1),
        ]
    };

    /// Every unit with its symbol.
    pub fn all() -> impl Iterator<Item = (&'static str, Self)> {
        Self::TABLE.iter().map(|row| (row.1, row.0))
    }

    fn row(self) -> &'static Row {
        let row = Self::TABLE.iter().find(|row| row.0 == self);
        row.unwrap_or(&Self::TABLE[0])
    }

    /// The unit with this symbol, such as `kg`, `10^9/L` or `xULN`.
    ///
    /// ```
    /// use prescreen::engine::{Dimension, Unit};
    /// let unit = Unit::from_symbol("g/dL").unwrap();
    /// assert_eq!(unit.dimension(), Dimension::MassConcentration);
    /// assert_eq!(Unit::from_symbol("stone"), None);
    /// ```
    #[must_use]
    pub fn from_symbol(symbol: &str) -> Option<Self> {
        Self::TABLE
            .iter()
            .find(|row| row.1 == symbol)
            .map(|row| row.0)
    }

    /// Its symbol: `kg`, `10^9/L`, `xULN`.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        self.row().1
    }

    /// What the unit measures.
    #[must_use]
    pub fn dimension(self) -> Dimension {
        self.row().2
    }

    /// How many of the dimension's steps 0.001 of the unit are.
    pub(super) fn steps(self) -> i64 {
        self.row().3
    }
}

impl Dimension {
    /// The symbols of its units, the usual one first.
    pub fn symbols(self) -> impl Iterator<Item = &'static str> {
        let rows = Unit::TABLE.iter().filter(move |row| row.2 == self);
        rows.map(|row| row.1)
    }

    /// Its usual unit, and the greatest number of it that an answer may have.
    fn greatest(self) -> (Unit, i64) {
        match self {
            Self::Mass => (Unit::Kilogram, 500),
            Self::Percentage => (Unit::Percent, 100),
            Self::CellCount => (Unit::ThousandMillionPerLitre, 10_000),
            Self::MassConcentration => (Unit::GramPerLitre, 1_000),
            Self::SubstanceConcentration => (Unit::MillimolePerLitre, 1_000),
            Self::TimesUpperLimit => (Unit::UpperLimit, 1_000),
            Self::Clearance => (Unit::MillilitrePerMinute, 1_000),
            Self::IndexedClearance => (Unit::MillilitrePerMinuteIndexed, 1_000),
        }
    }

    /// Every amount that an answer may have: from 0 on, but over 0 for masses, as nobody weighs
    /// nothing.
    #[must_use]
    pub fn range(self) -> Interval {
        let (unit, greatest) = self.greatest();
        let nothing = Amount::new(Thousandths(0), unit);
        Interval {
            first: match self {
                Self::Mass => nothing.from_above(),
                _ => nothing.from_here(),
            },
            last: Amount::new(Thousandths(greatest * 1000), unit).from_here(),
        }
    }

    /// Those amounts in words for whoever writes answers: "from 0 to 100 %".
    pub(super) fn range_words(self) -> String {
        let (unit, greatest) = self.greatest();
        let from = match self {
            Self::Mass => "over 0 and at most",
            _ => "from 0 to",
        };
        let (greatest, symbol) = (greatest.to_string(), unit.symbol());
        [from, &greatest, symbol].join(" ")
    }
}
