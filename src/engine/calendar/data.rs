//! Dates as data: how they stand in files for people and in the page's bytes.

use super::{PartialDate, PartialDateError};
use core::fmt;

/// Year, month and day as numbers, 0 where they are not known: how known cases carry a date.
impl From<PartialDate> for (u16, u8, u8) {
    fn from(date: PartialDate) -> Self {
        match date {
            PartialDate::Year(year) => (year, 0, 0),
            PartialDate::Month(year, month) => (year, month.into(), 0),
            // The type holds no other years.
            PartialDate::Day(day) => (
                day.year().try_into().unwrap_or_default(),
                day.month().into(),
                day.day(),
            ),
        }
    }
}

impl TryFrom<(u16, u8, u8)> for PartialDate {
    type Error = PartialDateError;

    fn try_from((year, month, day): (u16, u8, u8)) -> Result<Self, PartialDateError> {
        if (month, day) == (0, 0) {
            return Ok(Self::Year(year));
        }
        let known_day = (day > 0).then_some(day.into());
        Self::from_parts(year, month.into(), known_day).ok_or(PartialDateError::NoSuchDay)
    }
}

impl fmt::Display for PartialDateError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Form => "a date is written like `2015`, `2015-03` or `2015-03-09`",
            Self::NoSuchDay => "the calendar has no such day",
        })
    }
}

/// A day: `2026-01-13` for people, a day number for the page's bytes.
pub(in crate::engine) mod iso {
    use crate::engine::calendar::{Iso, PartialDate, day_at, position};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
    use time::Date;

    /// Writes a date.
    ///
    /// # Errors
    /// Those of the serializer.
    // The signature is serde's.
    #[expect(clippy::trivially_copy_pass_by_ref)]
    pub(crate) fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(&Iso(*day))
        } else {
            position(*day).serialize(serializer)
        }
    }

    /// Reads a date.
    ///
    /// # Errors
    /// Those of the deserializer, and a text that is no day such as `2026-01-13`.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Date, D::Error> {
        if !deserializer.is_human_readable() {
            return i64::deserialize(deserializer).map(day_at);
        }
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        match PartialDate::parse(&text) {
            Ok(PartialDate::Day(day)) => Ok(day),
            _ => Err(D::Error::custom("a date is written like `2026-01-13`")),
        }
    }
}
