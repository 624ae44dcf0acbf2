//! The ways in which one condition can be said to the engine. All that can be said have to come to
//! the same.

/// One way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Way {
    /// By which rules.
    pub(crate) said: Said,
    /// Which side is the answer, and which the limit.
    pub(crate) sides: Sides,
    /// As which kind of date.
    pub(crate) dates: Dates,
}

/// By which rules a condition is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// By its own.
    Plainly,
    /// By `not` of the opposite, or by `if`; what is not known is not answered.
    Otherwise,
}

/// Which side of a comparison is the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sides {
    /// The left one.
    AsWritten,
    /// The right one.
    Mirrored,
}

/// As which kind of date a date is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dates {
    /// An event, so many days ago.
    Days,
    /// An event, so many months ago.
    Months,
    /// A birth, so many days old.
    Birth,
}

impl Way {
    /// The plainest.
    pub(crate) const FIRST: Self = Self {
        said: Said::Plainly,
        sides: Sides::AsWritten,
        dates: Dates::Days,
    };

    /// All of them.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let saids = [Said::Plainly, Said::Otherwise];
        let sides = [Sides::AsWritten, Sides::Mirrored];
        let dates = [Dates::Days, Dates::Months, Dates::Birth];
        saids.into_iter().flat_map(move |said| {
            sides.into_iter().flat_map(move |sides| {
                dates
                    .into_iter()
                    .map(move |dates| Self { said, sides, dates })
            })
        })
    }
}
