//! A trial as an author defines it: plain, complete, not yet checked. `Trial::check` turns it into
//! a [`Trial`](super::Trial) or says every mistake. Reading it from a file is not done here.

use super::calendar::Period;
use super::fact::Kind;
use super::quantity::Thousandths;
use super::trial::Polarity;
use super::unit::Unit;
use serde::{Deserialize, Serialize};
use time::Date;

/// Where a part of a definition stands in the file it was read from, in bytes: 0 to 0 if it was
/// not read from a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Origin {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// A trial, as defined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrialDefinition {
    /// The registry's number of the trial, such as `NCT07338357`.
    pub nct_id: String,
    /// The day of the registry record's last update: the first day on which answers are taken.
    #[serde(with = "super::calendar::iso")]
    pub last_update: Date,
    /// The facts, in the order of asking.
    pub facts: Vec<FactDefinition>,
    /// The criteria, in registry order.
    pub criteria: Vec<CriterionDefinition>,
}

/// A fact, as defined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactDefinition {
    /// Its key in an answers file.
    pub id: String,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// The earlier answer that opens it, if it is a follow-up.
    #[serde(default)]
    pub gate: Option<GateDefinition>,
    /// Where it stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// The earlier answer that opens a follow-up, as defined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateDefinition {
    /// The earlier fact.
    pub fact: String,
    /// The values of it that open the follow-up; `false` and `true` for yes or no.
    pub is: Vec<String>,
    /// Whether "I don't know" opens it too.
    #[serde(default)]
    pub or_unknown: bool,
    /// Where it stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// A criterion, as defined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriterionDefinition {
    /// Its number in the registry, such as `I2`.
    pub id: String,
    /// Inclusion or exclusion.
    pub polarity: Polarity,
    /// Whether a family cannot settle it against the child: a conflict becomes `open`.
    #[serde(default)]
    pub soft: bool,
    /// When an inclusion criterion fits, or an exclusion criterion conflicts; none if it is stated
    /// and never asked.
    #[serde(default)]
    pub rule: Option<Rule>,
    /// When the criterion applies at all; always if there is none.
    #[serde(default)]
    pub applies_when: Option<Rule>,
    /// Where it stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// A rule, as defined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Rule {
    /// All hold.
    All(Vec<Rule>),
    /// At least one holds.
    Any(Vec<Rule>),
    /// It does not hold.
    Not(Box<Rule>),
    /// The second holds if the first does, else the third.
    If(Box<[Rule; 3]>),
    /// A comparison of one fact.
    Compare(Comparison),
}

/// A comparison of one fact, as defined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// The fact.
    pub fact: String,
    /// What it is compared with.
    pub test: Test,
    /// Where it stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// What a fact is compared with, as defined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Test {
    /// True for `values`, unknown for `unclear`, else false. For choices of one value, scales, and
    /// yes or no (`true`, `false`).
    Is {
        /// The values for which it holds.
        values: Vec<String>,
        /// The values for which the protocol's words do not decide.
        #[serde(default)]
        unclear: Vec<String>,
    },
    /// True with any of `values`, else unknown with any of `unclear`, else false. For choices of
    /// several values.
    Has {
        /// The values of which one suffices.
        values: Vec<String>,
        /// The values for which the protocol's words do not decide.
        #[serde(default)]
        unclear: Vec<String>,
    },
    /// From one step of a scale (included) to another (excluded).
    Step {
        /// The lowest step, included.
        #[serde(default)]
        at_least: Option<String>,
        /// The step above, excluded.
        #[serde(default)]
        below: Option<String>,
    },
    /// From one amount (included) to another (excluded).
    Amount {
        /// The least amount, included.
        #[serde(default)]
        at_least: Option<(Thousandths, Unit)>,
        /// The amount above, excluded.
        #[serde(default)]
        below: Option<(Thousandths, Unit)>,
    },
    /// From one completed age (included) to another (excluded). For the date of birth.
    Age {
        /// The least age, included.
        #[serde(default)]
        at_least: Option<Period>,
        /// The age above, excluded.
        #[serde(default)]
        below: Option<Period>,
    },
    /// At most so long before today, both ends included. For dates.
    Within(Period),
    /// Longer ago than that. For dates.
    LongerAgoThan(Period),
    /// From one amount to another, where the lower is excluded or the upper is included. It stands
    /// apart from `Amount`, and last: the version of a trial is a hash of its definition, and codes
    /// of a trial without such ends stay readable.
    Bounds {
        /// The least amount, included.
        #[serde(default)]
        at_least: Option<(Thousandths, Unit)>,
        /// The amount beneath, excluded.
        #[serde(default)]
        above: Option<(Thousandths, Unit)>,
        /// The amount above, excluded.
        #[serde(default)]
        below: Option<(Thousandths, Unit)>,
        /// The greatest amount, included.
        #[serde(default)]
        at_most: Option<(Thousandths, Unit)>,
    },
}
