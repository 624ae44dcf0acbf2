//! The kinds of facts as a trial file names them, and the keys that each kind has.

use super::diagnostic::Log;
use super::document::Table;
use super::form::FormMistake;
use crate::engine::{Dimension, Kind};

/// The kinds of facts, by their names in the file.
pub(crate) const KINDS: [(&str, Kind); 14] = [
    ("choice", Kind::Choice(Vec::new())),
    ("scale", Kind::Scale(Vec::new())),
    ("yes_no", Kind::YesNo),
    ("choices", Kind::Choices(Vec::new())),
    ("birth_date", Kind::BirthDate),
    ("date", Kind::Date),
    ("mass", Kind::Quantity(Dimension::Mass)),
    ("percentage", Kind::Quantity(Dimension::Percentage)),
    ("cell_count", Kind::Quantity(Dimension::CellCount)),
    (
        "mass_concentration",
        Kind::Quantity(Dimension::MassConcentration),
    ),
    (
        "substance_concentration",
        Kind::Quantity(Dimension::SubstanceConcentration),
    ),
    (
        "times_upper_limit",
        Kind::Quantity(Dimension::TimesUpperLimit),
    ),
    ("clearance", Kind::Quantity(Dimension::Clearance)),
    (
        "indexed_clearance",
        Kind::Quantity(Dimension::IndexedClearance),
    ),
];

/// The name of a kind in the file.
pub(crate) fn kind_name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Choice(_) => "choice",
        Kind::Scale(_) => "scale",
        Kind::YesNo => "yes_no",
        Kind::Choices(_) => "choices",
        Kind::BirthDate => "birth_date",
        Kind::Date => "date",
        Kind::Quantity(Dimension::Mass) => "mass",
        Kind::Quantity(Dimension::Percentage) => "percentage",
        Kind::Quantity(Dimension::CellCount) => "cell_count",
        Kind::Quantity(Dimension::MassConcentration) => "mass_concentration",
        Kind::Quantity(Dimension::SubstanceConcentration) => "substance_concentration",
        Kind::Quantity(Dimension::TimesUpperLimit) => "times_upper_limit",
        Kind::Quantity(Dimension::Clearance) => "clearance",
        Kind::Quantity(Dimension::IndexedClearance) => "indexed_clearance",
    }
}

/// The keys that only facts of other kinds have.
pub(crate) fn keys_of_others(kind: &Kind) -> &'static [&'static str] {
    match kind {
        Kind::YesNo => &["values", "choice", "none"],
        Kind::Choice(_) | Kind::Scale(_) => &["yes", "no", "none"],
        Kind::Choices(_) => &["yes", "no"],
        Kind::BirthDate | Kind::Date | Kind::Quantity(_) => {
            &["values", "choice", "yes", "no", "none"]
        }
    }
}

/// The keys that facts of this kind need, and not all others.
pub(crate) fn needed_keys(kind: &Kind) -> &'static [&'static str] {
    match kind {
        Kind::Choice(_) | Kind::Scale(_) => &["values"],
        Kind::Choices(_) => &["values", "none"],
        Kind::YesNo | Kind::BirthDate | Kind::Date | Kind::Quantity(_) => &[],
    }
}

/// Says the keys that only facts of other kinds have.
pub(crate) fn check_keys(table: &mut Table<'_>, kind: &Kind, log: &mut Log) {
    for key in keys_of_others(kind) {
        if let Some(value) = table.get(key) {
            let kind = kind_name(kind);
            log.error(value.range(), FormMistake::NotForKind { key, kind });
        }
    }
    if matches!(kind, Kind::Choices(_)) {
        table.require("none", log);
    }
}
