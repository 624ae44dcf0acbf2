//! Rules of a trial file. Each shape is told by its keys.

#![expect(dead_code, reason = "only the schema is made from these types")]

use super::names;
use super::shapes::by_key;
use super::text::{Text, ValueName};
use crate::authoring::period_file::TIME_UNITS;
use crate::engine::Unit;
use schemars::JsonSchema;

/// A rule, of exactly one shape: `all`, `any`, `not`, `if`, or a comparison of one `fact`.
#[derive(JsonSchema)]
#[schemars(untagged, deny_unknown_fields, transform = by_key)]
pub(super) enum Rule {
    /// True when every part is.
    All {
        /// Every part has to be true.
        all: Vec<Rule>,
    },
    /// True when one part is, or more.
    Any {
        /// One part that is true is enough.
        any: Vec<Rule>,
    },
    /// True when the part is not.
    Not {
        /// The part that must not be true.
        not: Box<Rule>,
    },
    /// Of two parts, the one that a third one chooses.
    If {
        /// Which of the two counts.
        r#if: Box<Rule>,
        /// Counts when `if` is true.
        then: Box<Rule>,
        /// Counts when `if` is not true.
        r#else: Box<Rule>,
    },
    /// True for answers that are named.
    Is {
        /// The question, by its `id`.
        fact: Text,
        /// The answers for which it is true: names, or `true` for yes and `false` for no.
        is: Vec<ValueName>,
        /// The answers for which the protocol's words do not decide.
        unclear: Option<Vec<ValueName>>,
        /// Which words of the protocol do not decide, and why. Needed with `unclear`.
        reason: Option<Text>,
    },
    /// True when one of the named answers was ticked.
    Has {
        /// The question, by its `id`.
        fact: Text,
        /// One of these ticked is enough.
        has: Vec<ValueName>,
        /// The answers for which the protocol's words do not decide.
        unclear: Option<Vec<ValueName>>,
        /// Which words of the protocol do not decide, and why. Needed with `unclear`.
        reason: Option<Text>,
    },
    /// True from a limit on, which counts, and perhaps up to another.
    AtLeast {
        /// The question, by its `id`.
        fact: Text,
        /// From here on (≥); the limit itself counts.
        at_least: End,
        /// Below this (<); the limit itself does not count.
        below: Option<End>,
        /// Up to this (≤); the limit itself counts. For amounts alone.
        at_most: Option<Amount>,
        /// For authors: why it is read so.
        reason: Option<Text>,
    },
    /// True above a limit, which does not count, and perhaps up to another.
    Above {
        /// The question, by its `id`.
        fact: Text,
        /// Above this (>); the limit itself does not count. For amounts alone.
        above: Amount,
        /// Below this (<); the limit itself does not count.
        below: Option<End>,
        /// Up to this (≤); the limit itself counts. For amounts alone.
        at_most: Option<Amount>,
        /// For authors: why it is read so.
        reason: Option<Text>,
    },
    /// True below a limit, which does not count, and perhaps from another on.
    Below {
        /// The question, by its `id`.
        fact: Text,
        /// From here on (≥); the limit itself counts.
        at_least: Option<End>,
        /// Above this (>); the limit itself does not count. For amounts alone.
        above: Option<Amount>,
        /// Below this (<); the limit itself does not count.
        below: End,
        /// For authors: why it is read so.
        reason: Option<Text>,
    },
    /// True up to a limit, which counts, and perhaps from another on.
    AtMost {
        /// The question, by its `id`.
        fact: Text,
        /// From here on (≥); the limit itself counts.
        at_least: Option<End>,
        /// Above this (>); the limit itself does not count. For amounts alone.
        above: Option<Amount>,
        /// Up to this (≤); the limit itself counts. For amounts alone.
        at_most: Amount,
        /// For authors: why it is read so.
        reason: Option<Text>,
    },
    /// True for an age today.
    Age {
        /// The question for the date of birth, by its `id`.
        fact: Text,
        /// The ages for which it is true.
        age: Ages,
        /// For authors: why it is read so.
        reason: Option<Text>,
    },
    /// True for a date that lies at most so long ago.
    Within {
        /// The question for the date, by its `id`.
        fact: Text,
        /// At most so long ago; the day itself counts.
        within: Period,
        /// For authors: why it is read so.
        reason: Option<Text>,
    },
    /// True for a date that lies longer ago.
    LongerAgoThan {
        /// The question for the date, by its `id`.
        fact: Text,
        /// Longer ago than this; the day itself does not count.
        longer_ago_than: Period,
        /// For authors: why it is read so.
        reason: Option<Text>,
    },
}

/// A limit: a step of a scale by its name, or an amount.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum End {
    /// A step of a scale, from its list `values`.
    Step(Text),
    /// An amount.
    Amount(Amount),
}

/// An amount: `{ value = 10, unit = "kg" }`.
#[derive(JsonSchema)]
#[schemars(inline, deny_unknown_fields)]
pub(super) struct Amount {
    /// A number with at most 3 decimals.
    #[schemars(range(min = 0), extend("exclusiveMaximum" = 1_000_000_000))]
    value: f64,
    /// Its unit.
    #[schemars(extend("enum" = names(&Unit::all().collect::<Vec<_>>())))]
    unit: String,
}

/// Ages: `{ at_least = 3, below = 19, unit = "years" }`. Either end may be left out.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Ages {
    /// From this birthday on; the day itself counts.
    at_least: Option<u16>,
    /// Up to the day before this birthday. `below = 19` is "up to 18 years".
    below: Option<u16>,
    /// The unit of both.
    #[schemars(extend("enum" = names(&TIME_UNITS)))]
    unit: String,
}

/// A length of time: `{ value = 6, unit = "weeks" }`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Period {
    /// How many.
    value: u16,
    /// The unit.
    #[schemars(extend("enum" = names(&TIME_UNITS)))]
    unit: String,
}
