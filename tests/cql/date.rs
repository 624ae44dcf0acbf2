//! Dates as CQL writes them, read into the engine's, and moved by the engine's periods.

use super::expression::{Absent, Direction, Span, Unit, nothing_like};
use prescreen::engine::{Date, Interval, PartialDate, Period, day_at};

/// A date, or a moment of a day: the engine has dates alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    /// The date as far as it is known.
    pub(crate) date: PartialDate,
    /// What is said of the time of day.
    pub(crate) time: Time,
}

/// What is said of the time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    None,
    Local,
    Zoned,
}

impl Moment {
    /// The date, if nothing is said of the time.
    pub(crate) fn date(self) -> Result<PartialDate, Absent> {
        match self.time {
            Time::None => Ok(self.date),
            _ => nothing_like("a time of day"),
        }
    }
}

/// Reads `2012-03-10`, `2012T`, `2012-03-10T10:20:00` or `T10:20`.
pub(crate) fn literal(text: &str) -> Result<Moment, Absent> {
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let time = if time.is_empty() {
        Time::None
    } else if time.contains(['Z', '+', '-']) {
        Time::Zoned
    } else {
        Time::Local
    };
    match PartialDate::parse(date) {
        Ok(date) => Ok(Moment { date, time }),
        Err(_) => nothing_like("a time of day without a date"),
    }
}

/// Reads the arguments of `DateTime` or `Date`: year, month, day, and those of the time.
pub(crate) fn constructed(parts: &[String]) -> Result<Moment, Absent> {
    let padded = parts.iter().zip(["04", "02", "02"]).map(|(part, width)| {
        let width = width.parse().unwrap_or_default();
        format!("{part:0>width$}")
    });
    let date = padded.collect::<Vec<_>>().join("-");
    let time = match parts.len() {
        ..=3 => Time::None,
        4..=7 => Time::Local,
        _ => Time::Zoned,
    };
    match PartialDate::parse(&date) {
        Ok(date) => Ok(Moment { date, time }),
        Err(error) => nothing_like(format!("the date `{date}`: {error:?}")),
    }
}

/// A length of time as the engine has it.
pub(crate) fn period(Span(count, unit): Span) -> Result<Period, Absent> {
    let times = |by: u16| {
        let product = count.checked_mul(by);
        product.map_or_else(|| nothing_like("so long a time"), Ok)
    };
    match unit {
        Unit::Day => Ok(Period::Days(count)),
        Unit::Week => times(7).map(Period::Days),
        Unit::Month => Ok(Period::Months(count)),
        Unit::Year => times(12).map(Period::Months),
    }
}

/// A day moved by a length of time.
pub(crate) fn moved(
    date: PartialDate,
    direction: Direction,
    span: Span,
) -> Result<PartialDate, Absent> {
    let PartialDate::Day(day) = date else {
        return nothing_like("counting from a date that is not known to the day");
    };
    let period = period(span)?;
    Ok(PartialDate::Day(match direction {
        Direction::Later => period.after(day),
        Direction::Earlier => period.before(day),
    }))
}

/// The days of the unit that a date lies in, if it is known so exactly.
pub(crate) fn days_of(date: PartialDate, unit: Unit) -> Result<Interval, Absent> {
    let widened = match (date, unit) {
        (PartialDate::Day(_), Unit::Day) => Some(date),
        (PartialDate::Day(day), Unit::Month) => known(day.year()).map(|year| month(year, day)),
        (PartialDate::Day(day), Unit::Year) => known(day.year()).map(PartialDate::Year),
        (PartialDate::Month(..), Unit::Month) | (PartialDate::Year(_), Unit::Year) => Some(date),
        (PartialDate::Month(year, _), Unit::Year) => Some(PartialDate::Year(year)),
        _ => None,
    };
    widened.map_or_else(
        || nothing_like("a limit that is not known so exactly"),
        |date| Ok(date.days()),
    )
}

fn known(year: i32) -> Option<u16> {
    u16::try_from(year).ok()
}

fn month(year: u16, day: Date) -> PartialDate {
    PartialDate::Month(year, day.month())
}

/// Every day that a date may be.
pub(crate) fn each_day(date: PartialDate) -> impl Iterator<Item = Date> {
    let days = date.days();
    (days.first..=days.last).map(day_at)
}
