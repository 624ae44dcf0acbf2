//! The three truth values and their connectives, after Kleene's strong logic.
//!
//! Nothing else is in this file. Unknown is never false: there is no conversion to `bool`.

/// A truth value. The order False < Unknown < True makes "and" the minimum and "or" the maximum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// It does not hold, whatever is still unknown.
    False,
    /// It is not known whether it holds.
    Unknown,
    /// It holds, whatever is still unknown.
    True,
}

impl Truth {
    /// All values, in order.
    pub const ALL: [Self; 3] = [Self::False, Self::Unknown, Self::True];

    /// Both hold.
    ///
    /// ```
    /// use prescreen::engine::Truth::{False, Unknown};
    /// assert_eq!(False.and(Unknown), False);
    /// ```
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// At least one holds.
    ///
    /// ```
    /// use prescreen::engine::Truth::{True, Unknown};
    /// assert_eq!(True.or(Unknown), True);
    /// ```
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// It does not hold.
    ///
    /// ```
    /// use prescreen::engine::Truth::Unknown;
    /// assert_eq!(Unknown.negate(), Unknown);
    /// ```
    #[must_use]
    pub fn negate(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::True => Self::False,
        }
    }

    /// If this holds then `then`, else `otherwise`. Where this is unknown and both branches agree,
    /// the result is what they agree on.
    ///
    /// ```
    /// use prescreen::engine::Truth::{False, True, Unknown};
    /// assert_eq!(Unknown.choose(True, True), True);
    /// assert_eq!(Unknown.choose(True, False), Unknown);
    /// ```
    #[must_use]
    pub fn choose(self, then: Self, otherwise: Self) -> Self {
        match self {
            Self::True => then,
            Self::False => otherwise,
            Self::Unknown if then == otherwise => then,
            Self::Unknown => Self::Unknown,
        }
    }
}
