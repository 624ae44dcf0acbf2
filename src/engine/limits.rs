//! The limits that a trial's rules name. Who asks without typing offers the bands between the
//! amounts, and says on which day a period begins; so no limit is written down twice.

use super::calendar::Period;
use super::fact::{FactIndex, Kind};
use super::interval::Interval;
use super::order::in_order_once;
use super::trial::{Criterion, Test, Trial};

impl Trial {
    /// The positions at which a comparison of this fact begins or no longer holds, lowest first: at
    /// each of them a new band begins.
    fn amount_limits(&self, fact: FactIndex, range: Interval) -> Vec<i64> {
        let mut limits = Vec::new();
        self.for_each_test_of(fact, |test| {
            if let Test::Amount(accepted) = test {
                if accepted.first > range.first {
                    limits.push(accepted.first);
                }
                if accepted.last < range.last {
                    limits.push(accepted.last + 1);
                }
            }
        });
        in_order_once(limits)
    }

    /// The bands between the amounts that comparisons of this fact name, lowest first: every amount
    /// that an answer may have lies in exactly one. None for facts that are no amounts.
    #[must_use]
    pub fn amount_bands(&self, fact: FactIndex) -> Vec<Interval> {
        let Some(Kind::Quantity(dimension)) = self.facts.get(usize::from(fact)).map(|f| &f.kind)
        else {
            return Vec::new();
        };
        let mut rest = dimension.range();
        let mut bands = Vec::new();
        for limit in self.amount_limits(fact, rest) {
            bands.push(Interval {
                first: rest.first,
                last: limit - 1,
            });
            rest.first = limit;
        }
        bands.push(rest);
        bands
    }

    /// The periods that comparisons of this date count back from today, in the order of the
    /// criteria, each once; today itself is none.
    #[must_use]
    pub fn date_limits(&self, fact: FactIndex) -> Vec<Period> {
        let mut limits = Vec::new();
        self.for_each_test_of(fact, |test| {
            limits.extend(test.periods().filter(|period| *period != Period::Days(0)));
        });
        let mut seen = Vec::new();
        limits.retain(|period| {
            let first = !seen.contains(period);
            seen.push(*period);
            first
        });
        limits
    }

    /// The age from which on a criterion's comparison of the date of birth no longer holds, if it
    /// names one: 19 years for "from 3 to under 19".
    #[must_use]
    pub fn age_below(&self, criterion: &Criterion) -> Option<Period> {
        let mut below = None;
        criterion.for_each_comparison(&mut |fact, test| match test {
            Test::Days {
                first: Some(end), ..
            } if Some(fact) == self.birth => below = Some(end.before_today),
            _ => {}
        });
        below
    }

    /// The fact that is the date of birth.
    #[must_use]
    pub fn birth(&self) -> Option<FactIndex> {
        self.birth
    }

    fn for_each_test_of(&self, fact: FactIndex, mut each: impl FnMut(&Test)) {
        self.for_each_comparison(&mut |compared, test| {
            if compared == fact {
                each(test);
            }
        });
    }
}
