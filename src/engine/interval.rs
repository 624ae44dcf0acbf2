//! Intervals on a discrete line: days, or positions of an amount. What is known of a date or a
//! number is an interval; so is what a comparison accepts.

use super::truth::Truth;
use serde::{Deserialize, Serialize};

/// All positions from `first` to `last`, both included. It is empty if `first > last`.
///
/// Days are Julian day numbers. Amounts stand at even positions and the open gap behind each at
/// the odd position that follows, so that "below 10" and "at most 10" differ (see `Amount`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interval {
    /// The first position, included.
    pub first: i64,
    /// The last position, included.
    pub last: i64,
}

impl Interval {
    /// The one position `at`.
    #[must_use]
    pub fn point(at: i64) -> Self {
        Self {
            first: at,
            last: at,
        }
    }

    /// What both intervals hold; empty where they share nothing.
    #[must_use]
    pub fn meet(self, other: Self) -> Self {
        Self {
            first: self.first.max(other.first),
            last: self.last.min(other.last),
        }
    }

    /// Whether no position lies in the interval.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.first > self.last
    }

    /// Whether every position of this interval lies in `other`.
    #[must_use]
    pub fn within(self, other: Self) -> bool {
        other.first <= self.first && self.last <= other.last
    }

    /// True if every position of this interval is accepted, false if none is, else unknown.
    ///
    /// ```
    /// use prescreen::engine::{Interval, Truth};
    /// let accepted = Interval { first: 3, last: 9 };
    /// assert_eq!(Interval { first: 4, last: 9 }.judge(accepted), Truth::True);
    /// assert_eq!(Interval { first: 9, last: 10 }.judge(accepted), Truth::Unknown);
    /// assert_eq!(Interval::point(10).judge(accepted), Truth::False);
    /// ```
    #[must_use]
    pub fn judge(self, accepted: Self) -> Truth {
        if self.meet(accepted).is_empty() {
            Truth::False
        } else if self.within(accepted) {
            Truth::True
        } else {
            Truth::Unknown
        }
    }
}
