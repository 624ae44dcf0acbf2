//! Bands of amounts by their ends, for whoever says or writes them: "10 kg or more", "over 3 times
//! the upper limit". How a band is judged is elsewhere.

use super::interval::Interval;
use super::quantity::Amount;
use super::unit::Dimension;

/// One end of a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The amount itself belongs to the band.
    Included(Amount),
    /// The band stops short of the amount.
    Excluded(Amount),
}

impl End {
    /// The amount, in the band or beside it.
    #[must_use]
    pub fn amount(self) -> Amount {
        match self {
            Self::Included(amount) | Self::Excluded(amount) => amount,
        }
    }
}

/// The ends of a band; none where the range of the dimension ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// The lower end.
    pub low: Option<End>,
    /// The upper end.
    pub high: Option<End>,
}

impl Band {
    /// The ends of these amounts.
    ///
    /// ```
    /// use prescreen::engine::{Amount, Band, Dimension, End, Interval, Thousandths, Unit};
    /// let three = Amount::new(Thousandths(3_000), Unit::UpperLimit);
    /// let all = Dimension::TimesUpperLimit.range();
    /// let over_three = Interval { first: three.from_above(), ..all };
    /// let band = Band::of(over_three, Dimension::TimesUpperLimit);
    /// assert_eq!(band, Band { low: Some(End::Excluded(three)), high: None });
    /// ```
    #[must_use]
    pub fn of(amounts: Interval, dimension: Dimension) -> Self {
        let range = dimension.range();
        let end = |amount: i64, position: i64| {
            let amount = Amount::at(amount);
            if position % 2 == 0 {
                End::Included(amount)
            } else {
                End::Excluded(amount)
            }
        };
        let Interval { first, last } = amounts;
        Self {
            low: (first > range.first).then(|| end(first, first)),
            high: (last < range.last).then(|| end(last + 1, last)),
        }
    }
}
