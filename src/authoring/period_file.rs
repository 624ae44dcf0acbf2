//! Reading lengths of time: `{ value = 6, unit = "weeks" }`, and ages between two of them.

use super::diagnostic::Log;
use super::document::Table;
use super::value::Value;
use crate::engine::{Period, Test};

/// Units of time, with the most of them that a period holds, and the period of so many.
pub(crate) type TimeUnit = (u16, fn(u16) -> Period);

/// The units of time, by their names.
pub(crate) const TIME_UNITS: [(&str, TimeUnit); 4] = [
    ("years", (u16::MAX / 12, Period::years)),
    ("months", (u16::MAX, Period::Months)),
    ("weeks", (u16::MAX / 7, |weeks| Period::Days(weeks * 7))),
    ("days", (u16::MAX, Period::Days)),
];

/// Reads a period: `{ value = 6, unit = "weeks" }`.
pub(crate) fn read_period(value: Value<'_>, log: &mut Log) -> Option<Period> {
    let mut table = value.table(log)?;
    let unit = read_time_unit(&mut table, log);
    table.require("value", log);
    let period = read_count("value", &mut table, unit, log);
    table.close(log);
    unit.and(period)
}

/// Reads ages: `{ at_least = 3, below = 19, unit = "years" }`.
pub(crate) fn read_age(value: Value<'_>, log: &mut Log) -> Option<Test> {
    let mut table = value.table(log)?;
    let said = log.len();
    let unit = read_time_unit(&mut table, log);
    let at_least = read_count("at_least", &mut table, unit, log);
    let below = read_count("below", &mut table, unit, log);
    table.close(log);
    // An end that cannot be read is not the same as none.
    (log.len() == said).then_some(Test::Age { at_least, below })
}

fn read_time_unit(table: &mut Table<'_>, log: &mut Log) -> Option<TimeUnit> {
    let unit = table.require("unit", log)?.word(&TIME_UNITS, log)?;
    Some(unit.into_inner())
}

fn read_count(
    key: &'static str,
    table: &mut Table<'_>,
    unit: Option<TimeUnit>,
    log: &mut Log,
) -> Option<Period> {
    let (most, period) = unit.unwrap_or((u16::MAX, Period::Days));
    table.get(key)?.whole_number(most, log).map(period)
}
