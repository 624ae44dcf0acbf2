//! One `[[criterion]]` or `[[passage]]` of a trial file: the registry's words and their reading.

#![expect(dead_code, reason = "only the schema is made from these types")]

use super::names;
use super::rule::Rule;
use super::text::{Text, Words};
use crate::authoring::criterion_file::{CHANGES, OLDEST, POLARITIES, ROLES};
use schemars::JsonSchema;

/// A criterion of the registry.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Criterion {
    /// Its number: `I1`, `I2` … for inclusion, `E1`, `E2` … for exclusion, in the registry's order.
    /// `AGE` and `SEX` are the fields of the registry that stand outside of its text.
    id: Text,
    /// Inclusion: what has to be so. Exclusion: what must not be so.
    #[schemars(extend("enum" = names(&POLARITIES)))]
    kind: String,
    /// The registry's own words, to the letter.
    text: Text,
    /// The same in plain words and in the good direction, also for an exclusion: "No other cancer".
    plain: Words,
    /// What the page says when it fits.
    good: Option<Words>,
    /// What the page says when an answer speaks against it. Gentle, with the reason, and never a
    /// verdict on the child. Needed with a rule, unless the criterion is `soft`.
    bad: Option<Words>,
    /// What the page says when it stays open although everything was answered: who settles it, and
    /// how. Needed with a rule.
    open: Option<Words>,
    /// Without a rule: what the page says instead of a question.
    stated: Option<Words>,
    /// What could change a finding that speaks against it.
    could_change: Option<Vec<Change>>,
    /// Why a family cannot settle this: in English, for authors. With it, an answer against the
    /// criterion leaves it open.
    soft: Option<Text>,
    /// Who confirms it, and who is asked when it is open.
    #[schemars(length(min = 1))]
    roles: Vec<Role>,
    /// What is left to people, whatever the answers.
    people: Option<Vec<LeftToPeople>>,
    /// How words of `text` that can be read in more than one way are read.
    reading: Option<Vec<Reading>>,
    /// The rule. An inclusion fits when it is true; an exclusion speaks against when it is true.
    rule: Option<Rule>,
    /// The persons whom the criterion is for at all. For all others it does not apply.
    applies_when: Option<Rule>,
}

/// What could change a finding.
#[derive(JsonSchema)]
#[schemars(inline)]
struct Change(#[schemars(extend("enum" = names(&CHANGES)))] String);

/// Who settles something: the treating doctor or the study team.
#[derive(JsonSchema)]
#[schemars(inline)]
struct Role(#[schemars(extend("enum" = names(&ROLES)))] String);

/// What is left to people.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct LeftToPeople {
    /// Who settles it.
    role: Role,
    /// What the page says of it.
    words: Words,
    /// Shown only from this age in completed years on.
    #[schemars(range(min = 0, max = OLDEST))]
    from_age: Option<u16>,
}

/// A recorded reading. All of it in English, for authors and ethics committees.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Reading {
    /// Words of `text`, to the letter.
    of: Text,
    /// How they are read.
    #[schemars(rename = "as")]
    read_as: Text,
    /// Why.
    because: Text,
}

/// Words of the registry that are no criterion.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Passage {
    /// Its number: `P1`, `P2` … in the registry's order.
    id: Text,
    /// The registry's own words, to the letter.
    text: Text,
    /// Why it is no criterion, or where it is read. In English, for authors.
    because: Text,
}
