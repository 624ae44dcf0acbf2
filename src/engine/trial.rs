//! A checked trial. It is made by [`Trial::check`] only, so the rest of the engine never meets an
//! unknown name, a comparison that does not suit its fact, or a rule outside the linear class.

use super::calendar::{Period, position};
use super::fact::{Fact, FactIndex, Family, ValueSet};
use super::interval::Interval;
use serde::{Deserialize, Serialize};
use time::Date;

/// A checked trial: facts in the order of asking, criteria in registry order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trial {
    pub(super) nct_id: String,
    #[serde(with = "super::calendar::iso")]
    pub(super) last_update: Date,
    pub(super) facts: Vec<Fact>,
    pub(super) birth: Option<FactIndex>,
    pub(super) families: Vec<Family>,
    pub(super) criteria: Vec<Criterion>,
}

/// Whether a criterion asks for something or rules something out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// The rule says when the criterion fits.
    Inclusion,
    /// The rule says when the criterion conflicts.
    Exclusion,
}

/// A checked criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    pub(super) id: String,
    pub(super) polarity: Polarity,
    pub(super) soft: bool,
    pub(super) rule: Option<Rule>,
    pub(super) applies_when: Option<Rule>,
    /// The facts that its rules name, in the order of asking.
    pub(super) facts: Vec<FactIndex>,
    /// Every fact whose answer its finding depends on: those named, the gates that close them, and
    /// the birth where a date is compared, since it bounds what the date may be.
    pub(super) depends_on: Vec<FactIndex>,
    /// The families whose facts its rules name.
    pub(super) families: Vec<u8>,
    /// Whether a date is compared.
    pub(super) dated: bool,
}

/// A checked rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Rule {
    All(Vec<Rule>),
    Any(Vec<Rule>),
    Not(Box<Rule>),
    If(Box<[Rule; 3]>),
    /// The smallest part of a criterion's rules that holds all comparisons of a family. Its value
    /// is its part's; completions choose the family's gates here, once for all of them.
    Family(u8, Box<Rule>),
    Compare(FactIndex, Test),
}

/// A checked comparison, sorted by what it reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Test {
    /// Single values.
    Value { holds: ValueSet, unclear: ValueSet },
    /// Sets of values.
    Values { holds: ValueSet, unclear: ValueSet },
    /// Amounts, as positions.
    Amount(Interval),
    /// Days counted back from today, both ends included; an absent end is open.
    Days {
        first: Option<DayEnd>,
        last: Option<DayEnd>,
    },
}

/// One end of the days that a comparison accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct DayEnd {
    /// How long before today it lies.
    pub(super) before_today: Period,
    /// How many days after that day: 1 or -1 where that day itself is excluded.
    pub(super) offset: i8,
}

impl Trial {
    /// The registry's number of the trial.
    #[must_use]
    pub fn nct_id(&self) -> &str {
        &self.nct_id
    }

    /// The day of the registry record's last update.
    #[must_use]
    pub fn last_update(&self) -> Date {
        self.last_update
    }

    /// The facts, in the order of asking.
    #[must_use]
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// The criteria, in registry order.
    #[must_use]
    pub fn criteria(&self) -> &[Criterion] {
        &self.criteria
    }

    /// Calls `each` with every comparison of its criteria.
    pub(super) fn for_each_comparison(&self, each: &mut dyn FnMut(FactIndex, &Test)) {
        for criterion in &self.criteria {
            criterion.for_each_comparison(each);
        }
    }

    /// The fact with this id.
    #[must_use]
    pub fn fact_index(&self, id: &str) -> Option<FactIndex> {
        (0..)
            .zip(&self.facts)
            .find(|(_, fact)| fact.id == id)
            .map(|(index, _)| index)
    }
}

impl Criterion {
    /// Its number in the registry, such as `I2`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Inclusion or exclusion.
    #[must_use]
    pub fn polarity(&self) -> Polarity {
        self.polarity
    }

    /// The facts that its rules name, in the order of asking.
    #[must_use]
    pub fn facts(&self) -> &[FactIndex] {
        &self.facts
    }

    /// Calls `each` with every comparison of its rules.
    pub(super) fn for_each_comparison(&self, each: &mut dyn FnMut(FactIndex, &Test)) {
        for rule in self.rule.iter().chain(&self.applies_when) {
            rule.for_each_comparison(each);
        }
    }
}

impl Rule {
    fn for_each_comparison(&self, each: &mut dyn FnMut(FactIndex, &Test)) {
        match self {
            Self::All(rules) | Self::Any(rules) => {
                for rule in rules {
                    rule.for_each_comparison(each);
                }
            }
            Self::Not(rule) | Self::Family(_, rule) => rule.for_each_comparison(each),
            Self::If(parts) => parts.iter().for_each(|rule| rule.for_each_comparison(each)),
            Self::Compare(fact, test) => each(*fact, test),
        }
    }
}

impl Test {
    /// The periods that a comparison of dates counts back.
    pub(super) fn periods(&self) -> impl Iterator<Item = Period> {
        let ends = match self {
            Self::Days { first, last } => [*first, *last],
            _ => [None, None],
        };
        ends.into_iter().flatten().map(|end| end.before_today)
    }

    /// The days that a comparison of dates accepts on the day `today`.
    pub(super) fn days(&self, today: Date) -> Option<Interval> {
        let Self::Days { first, last } = self else {
            return None;
        };
        let at = |end: &DayEnd| position(end.before_today.before(today)) + i64::from(end.offset);
        Some(Interval {
            first: first.as_ref().map_or(i64::MIN, at),
            last: last.as_ref().map_or(i64::MAX, at),
        })
    }
}
