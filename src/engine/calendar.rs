//! Calendar dates: dates known to the year, the month or the day, and periods counted back from a
//! day. It never asks a clock; whoever calls says which day is today.

mod data;

use super::interval::Interval;
pub(super) use data::iso;
use serde::{Deserialize, Serialize};
use time::{Date, Month};

/// A date of the Gregorian calendar as far as it is known. Years are 0 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "(u16, u8, u8)", try_from = "(u16, u8, u8)")]
pub enum PartialDate {
    /// Any day of a year.
    Year(u16),
    /// Any day of a month.
    Month(u16, Month),
    /// One day.
    Day(Date),
}

/// Why a text is no partial date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartialDateError {
    /// The text has not the form `2015`, `2015-03` or `2015-03-09`.
    Form,
    /// The form is right, but the calendar has no such month or day.
    NoSuchDay,
}

impl PartialDate {
    /// The date as far as it is known, as [`Self::parse`] reads it.
    ///
    /// ```
    /// use prescreen::engine::PartialDate;
    /// for text in ["2015", "2015-03", "2015-03-09"] {
    ///     assert_eq!(PartialDate::parse(text).unwrap().text(), text);
    /// }
    /// ```
    #[must_use]
    pub fn text(self) -> String {
        match self {
            Self::Year(year) => format!("{year:04}"),
            Self::Month(year, month) => format!("{year:04}-{:02}", u8::from(month)),
            Self::Day(day) => Iso(day).text(),
        }
    }

    /// Reads `2015`, `2015-03` or `2015-03-09`.
    ///
    /// # Errors
    /// [`PartialDateError::Form`] for any other form, [`PartialDateError::NoSuchDay`] for a month
    /// or a day that does not exist.
    ///
    /// ```
    /// use prescreen::engine::{PartialDate, PartialDateError};
    /// assert_eq!(PartialDate::parse("2015"), Ok(PartialDate::Year(2015)));
    /// assert_eq!(PartialDate::parse("2023-02-29"), Err(PartialDateError::NoSuchDay));
    /// assert_eq!(PartialDate::parse("15-3"), Err(PartialDateError::Form));
    /// ```
    pub fn parse(text: &str) -> Result<Self, PartialDateError> {
        let mut parts = text.split('-');
        let year = digits(parts.next(), 4)?;
        let Some(month) = parts.next() else {
            return Ok(Self::Year(year));
        };
        let month = digits(Some(month), 2)?;
        let day = parts.next().map(|day| digits(Some(day), 2)).transpose()?;
        if parts.next().is_some() {
            return Err(PartialDateError::Form);
        }
        Self::from_parts(year, month, day).ok_or(PartialDateError::NoSuchDay)
    }

    fn from_parts(year: u16, month: u16, day: Option<u16>) -> Option<Self> {
        let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
        let Some(day) = day else {
            return Some(Self::Month(year, month));
        };
        let day = u8::try_from(day).ok()?;
        Date::from_calendar_date(i32::from(year), month, day)
            .ok()
            .map(Self::Day)
    }

    /// The days that this date may be.
    #[must_use]
    pub fn days(self) -> Interval {
        match self {
            Self::Year(year) => Interval {
                first: month_start(i32::from(year), Month::January),
                last: month_end(i32::from(year), Month::December),
            },
            Self::Month(year, month) => Interval {
                first: month_start(i32::from(year), month),
                last: month_end(i32::from(year), month),
            },
            Self::Day(day) => Interval::point(position(day)),
        }
    }
}

fn digits(text: Option<&str>, length: usize) -> Result<u16, PartialDateError> {
    let text =
        text.filter(|text| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()));
    text.and_then(|text| text.parse().ok())
        .ok_or(PartialDateError::Form)
}

fn month_start(year: i32, month: Month) -> i64 {
    Date::from_calendar_date(year, month, 1).map_or(0, position)
}

fn month_end(year: i32, month: Month) -> i64 {
    Date::from_calendar_date(year, month, month.length(year)).map_or(0, position)
}

/// The position of a day on the line of days: its Julian day number.
#[must_use]
pub fn position(day: Date) -> i64 {
    i64::from(day.to_julian_day())
}

/// The day at a position, held between the calendar's first and last day.
#[must_use]
pub fn day_at(position: i64) -> Date {
    let position = position.clamp(self::position(Date::MIN), self::position(Date::MAX));
    i32::try_from(position)
        .ok()
        .and_then(|day| Date::from_julian_day(day).ok())
        .unwrap_or(Date::MIN)
}

/// A length of time on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// So many days, of which seven make a week.
    Days(u16),
    /// So many calendar months, of which twelve make a year.
    Months(u16),
}

impl Period {
    /// So many years.
    #[must_use]
    pub const fn years(count: u16) -> Self {
        Self::Months(count.saturating_mul(12))
    }

    /// The same calendar day this long before `day`; where that month is too short, its last day
    /// (29 February counts back to 28 February in common years).
    ///
    /// ```
    /// use prescreen::engine::Period;
    /// use time::{Date, Month};
    /// let leap = Date::from_calendar_date(2024, Month::February, 29).unwrap();
    /// let earlier = Date::from_calendar_date(2021, Month::February, 28).unwrap();
    /// assert_eq!(Period::years(3).before(leap), earlier);
    /// ```
    #[must_use]
    pub fn before(self, day: Date) -> Date {
        match self {
            Self::Days(count) => day_at(position(day) - i64::from(count)),
            Self::Months(count) => shift(day, -i32::from(count), day_at),
        }
    }

    /// The first day from which this period reaches back to `day` or a later day: the inverse of
    /// [`Period::before`]. Someone born on 29 February completes a year on 1 March in common years.
    ///
    /// ```
    /// use prescreen::engine::Period;
    /// use time::{Date, Month};
    /// let leap = Date::from_calendar_date(2024, Month::February, 29).unwrap();
    /// let march = Date::from_calendar_date(2025, Month::March, 1).unwrap();
    /// assert_eq!(Period::years(1).after(leap), march);
    /// ```
    #[must_use]
    pub fn after(self, day: Date) -> Date {
        match self {
            Self::Days(count) => day_at(position(day) + i64::from(count)),
            Self::Months(count) => shift(day, i32::from(count), |last| day_at(last + 1)),
        }
    }
}

/// The same day of the month `months` later; `missing` says what stands for a day that its month
/// lacks, given the position of the month's last day.
fn shift(day: Date, months: i32, missing: fn(i64) -> Date) -> Date {
    let count = day.year() * 12 + i32::from(u8::from(day.month())) - 1 + months;
    let year = count.div_euclid(12);
    let month = u8::try_from(count.rem_euclid(12) + 1)
        .ok()
        .and_then(|month| Month::try_from(month).ok());
    let month = month.unwrap_or(Month::January);
    Date::from_calendar_date(year, month, day.day())
        .unwrap_or_else(|_| missing(month_end(year, month)))
}

/// How many years someone born on a day has completed `today`; 0 for a birth that lies
/// ahead.
#[must_use]
pub fn completed_years(birth: Date, today: Date) -> u16 {
    let years = u16::try_from(today.year() - birth.year()).unwrap_or(0);
    if years > 0 && Period::years(years).after(birth) > today {
        years - 1
    } else {
        years
    }
}

/// Shows a day as `2026-01-13`.
#[derive(Clone, Copy, Debug)]
pub struct Iso(pub Date);

impl Iso {
    /// The day as text. Digit by digit, as `write!` would bring what pads and aligns numbers along, some
    /// kilobytes that every phone would load for a few dates.
    ///
    /// ```
    /// use prescreen::engine::{Date, Iso};
    /// assert_eq!(Iso(Date::MIN).text(), "-9999-01-01");
    /// assert_eq!(Iso(Date::MAX).text(), "9999-12-31");
    /// ```
    #[must_use]
    pub fn text(self) -> String {
        let (year, month, day) = self.0.to_calendar_date();
        let mut text = String::new();
        if year < 0 {
            text.push('-');
        }
        let digit = |number: u32, place: u32| char::from_digit(number / place % 10, 10);
        let year = [1000, 100, 10, 1].map(|place| digit(year.unsigned_abs(), place));
        text.extend(year.into_iter().flatten());
        for number in [u8::from(month), day] {
            text.push('-');
            text.extend(
                [10, 1]
                    .into_iter()
                    .filter_map(|place| digit(number.into(), place)),
            );
        }
        text
    }
}

impl core::fmt::Display for Iso {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        out.write_str(&self.text())
    }
}
