//! An age as the registry writes it: `18 Years`, `1 Month`, `48 Hours`. It is read here for all who
//! need one, by its schema: a whole number in digits, a space, and a unit. Anything else is no age,
//! and is never repaired.

use crate::engine::Period;

/// An age.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Age {
    count: u64,
    unit: Unit,
}

#[derive(Clone, Copy, Debug)]
enum Unit {
    Years,
    Months,
    Weeks,
    Days,
    Hours,
    Minutes,
}

/// How long an age is: months are not so many days, so the two are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    Months(u64),
    Minutes(u64),
}

/// The registry's units, without the `s` of several.
const UNITS: [(&str, Unit); 6] = [
    ("year", Unit::Years),
    ("month", Unit::Months),
    ("week", Unit::Weeks),
    ("day", Unit::Days),
    ("hour", Unit::Hours),
    ("minute", Unit::Minutes),
];

/// Whether the text stands for no limit: older records write `N/A`.
pub(crate) fn is_no_limit(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || text.eq_ignore_ascii_case("n/a")
}

impl Age {
    /// Reads an age.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let (count, unit) = (words.next()?, words.next()?.to_ascii_lowercase());
        if words.next().is_some() || !count.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let unit = unit.strip_suffix('s').unwrap_or(&unit);
        let (_, unit) = UNITS.iter().find(|(name, _)| *name == unit)?;
        Some(Self {
            count: count.parse().ok()?,
            unit: *unit,
        })
    }

    /// How long it is; none if that is more than can be counted.
    pub(crate) fn length(self) -> Option<Length> {
        let months = |each: u64| self.count.checked_mul(each).map(Length::Months);
        let minutes = |each: u64| self.count.checked_mul(each).map(Length::Minutes);
        match self.unit {
            Unit::Years => months(12),
            Unit::Months => months(1),
            Unit::Weeks => minutes(7 * 24 * 60),
            Unit::Days => minutes(24 * 60),
            Unit::Hours => minutes(60),
            Unit::Minutes => minutes(1),
        }
    }

    /// The years of an age in years.
    pub(crate) fn years(self) -> Option<u64> {
        matches!(self.unit, Unit::Years).then_some(self.count)
    }

    /// So many of its units more.
    pub(crate) fn more(self, units: u64) -> Option<Self> {
        let count = self.count.checked_add(units)?;
        Some(Self { count, ..self })
    }

    /// The age as a rule has it; none in hours or minutes, which no rule holds.
    pub(crate) fn period(self) -> Option<Period> {
        let count = u16::try_from(self.count).ok()?;
        match self.unit {
            Unit::Years => count.checked_mul(12).map(Period::Months),
            Unit::Months => Some(Period::Months(count)),
            Unit::Weeks => count.checked_mul(7).map(Period::Days),
            Unit::Days => Some(Period::Days(count)),
            Unit::Hours | Unit::Minutes => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Age, Length, is_no_limit};
    use crate::engine::Period;

    #[test]
    fn ages_are_read_by_the_schema_of_the_registry_and_no_others() {
        let minutes = |count| Some(Length::Minutes(count));
        for (text, length) in [
            ("18 Years", Some(Length::Months(216))),
            ("1 Year", Some(Length::Months(12))),
            ("1 Years", Some(Length::Months(12))),
            ("30 Months", Some(Length::Months(30))),
            ("2 Weeks", minutes(20160)),
            ("1 Day", minutes(1440)),
            ("48 Hours", minutes(2880)),
            ("18 Minutes", minutes(18)),
            ("99999999999999999999 Years", None),
            ("9999999999999999999 Years", None),
            ("+3 Years", None),
            ("-3 Years", None),
            ("3.5 Years", None),
            ("３ Years", None),
            ("3 Years old", None),
            ("about 3 Years", None),
            ("3Years", None),
            ("3", None),
            ("Years", None),
            ("3 Decades", None),
            ("", None),
        ] {
            assert_eq!(Age::read(text).and_then(Age::length), length, "{text}");
        }
        assert!(is_no_limit(" n/a") && is_no_limit("") && !is_no_limit("0 Years"));
    }

    #[test]
    fn hours_and_minutes_are_no_period_of_a_rule() {
        let period = |text| Age::read(text).and_then(Age::period);
        assert_eq!(period("3 Years"), Some(Period::Months(36)));
        assert_eq!(period("2 Weeks"), Some(Period::Days(14)));
        assert_eq!([period("48 Hours"), period("18 Minutes")], [None, None]);
        assert_eq!(period("65535 Years"), None);
    }
}
