//! Days, birthdays and runs of days for the oracle, walked one by one. It
//! knows nothing of criteria, and it trusts that the texts it reads are dates.

use super::rules::Truth;
use time::{Date, Duration, Month};

/// Every day from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Days {
    pub(crate) first: Date,
    pub(crate) last: Date,
}

impl Days {
    pub(crate) fn one(day: Date) -> Days {
        Days {
            first: day,
            last: day,
        }
    }

    /// `2015`, `2015-03` or `2015-03-09`, as far as it is stated.
    pub(crate) fn read(text: &str) -> Days {
        let numbers: Vec<i32> = text.split('-').map(|part| part.parse().unwrap()).collect();
        match numbers[..] {
            [year] => Days {
                first: day(year, 1, 1),
                last: day(year, 12, 31),
            },
            [year, month] => Days {
                first: day(year, month, 1),
                last: last_of_month(year, month),
            },
            [year, month, number] => Days::one(day(year, month, number)),
            _ => panic!("{text} is no date"),
        }
    }

    /// True if the test holds on every day, false if on none, else unknown.
    pub(crate) fn judge(self, test: impl Fn(Date) -> bool) -> Truth {
        let (mut some_hold, mut some_fail) = (false, false);
        let mut day = self.first;
        while day <= self.last {
            if test(day) {
                some_hold = true;
            } else {
                some_fail = true;
            }
            day = day.next_day().unwrap();
        }
        match (some_hold, some_fail) {
            (true, false) => Truth::Yes,
            (false, true) => Truth::No,
            (true, true) => Truth::Unknown,
            (false, false) => panic!("no day from {} to {}", self.first, self.last),
        }
    }
}

pub(crate) fn exists(year: i32, month: i32, number: i32) -> Option<Date> {
    let month = Month::try_from(month as u8).ok()?;
    Date::from_calendar_date(year, month, number as u8).ok()
}

pub(crate) fn day(year: i32, month: i32, number: i32) -> Date {
    exists(year, month, number).unwrap_or_else(|| panic!("no {year}-{month}-{number}"))
}

fn last_of_month(year: i32, month: i32) -> Date {
    (28..=31)
        .rev()
        .find_map(|number| exists(year, month, number))
        .unwrap()
}

fn moved_by_years(from: Date, years: i32) -> Option<Date> {
    exists(
        from.year() + years,
        from.month() as i32,
        i32::from(from.day()),
    )
}

/// The same calendar day some years earlier; 29 February counts back to
/// 28 February in common years.
pub(crate) fn years_before(today: Date, years: i32) -> Date {
    moved_by_years(today, -years).unwrap_or_else(|| day(today.year() - years, 2, 28))
}

/// The day on which someone completes this many years; someone born on
/// 29 February does so on 1 March in common years.
pub(crate) fn birthday(born: Date, years: i32) -> Date {
    moved_by_years(born, years).unwrap_or_else(|| day(born.year() + years, 3, 1))
}

/// Completed years, counted birthday by birthday. No limit of the trial lies
/// beyond 19, so the walk stops at 25.
pub(crate) fn completed_years(born: Date, today: Date) -> i32 {
    let mut years = 0;
    while years < 25 && birthday(born, years + 1) <= today {
        years += 1;
    }
    years
}

pub(crate) fn days_later(from: Date, days: i64) -> Date {
    from + Duration::days(days)
}

pub(crate) fn text(day: Date) -> String {
    format!(
        "{:04}-{:02}-{:02}",
        day.year(),
        day.month() as u8,
        day.day()
    )
}
