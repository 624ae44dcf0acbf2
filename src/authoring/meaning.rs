//! Mistakes of meaning: the file is well formed, but its parts, the words do not agree. Facts
//! only; their words are in `Display`, and nowhere else. The engine, the registry and the examples
//! have their own mistakes.

use super::diagnostic::Said;
use super::form::listed;
use std::fmt;

/// What is wrong with the meaning of a file.
pub(crate) enum MeaningMistake {
    /// No section has this id.
    UnknownSection(String),
    /// No fact stands in this section.
    IdleSection(String),
    /// No rule and no gate reads this fact.
    IdleFact(String),
    /// A question longer than a heading.
    LongQuestion {
        found: usize,
        most: usize,
        what: &'static str,
    },
    /// An answer shown that stands for no value of the fact.
    UnknownChoice { found: String, known: Vec<String> },
    /// A value without words.
    UnwordedValue(String),
    /// A scale that shows no steps.
    NoSteps,
    /// Own words for only one of yes and no.
    HalfWorded {
        found: &'static str,
        missing: &'static str,
    },
    /// Unclear values without a reason.
    NoReason,
    /// Unclear values of a comparison that names no values.
    UnclearWithoutValues,
    /// Words of a criterion that are missing.
    MissingWords {
        key: &'static str,
        because: &'static str,
    },
    /// Words of a criterion that would never be shown.
    IdleWords {
        key: &'static str,
        because: &'static str,
    },
    /// A list of a criterion that names nobody or nothing.
    EmptyList(&'static str),
    /// A rule that holds for no answers.
    NeverHolds(String),
    /// A rule that fails for no answers.
    AlwaysHolds(String),
    /// A criterion that applies to nobody.
    NeverApplies(String),
    /// A comparison that decides nothing.
    IdleComparison { id: String, fact: String },
    /// Someone settles a part of a criterion who is not among its roles.
    RoleNotNamed(&'static str),
    /// Words that send a family first to someone who is not among the roles.
    RoleInWords {
        key: &'static str,
        role: &'static str,
    },
    /// A trial in a file of another name.
    FileName { found: String, expected: String },
    /// A reading of words that are not in the criterion's text.
    ReadingElsewhere(String),
    /// A criterion that can conflict and does not say what could change that.
    NoChange,
    /// Time ends a conflict, and the criterion does not say so.
    TimeChanges { example: String },
    /// A text that does not name the age from which it is shown.
    UnnamedAge(u16),
    /// A text that begins with an age and is shown at every age.
    AgeAlwaysShown(u16),
}

impl Said for MeaningMistake {
    // Long because it is flat: every mistake has its name here and nowhere else.
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownSection(_) => "unknown-section",
            Self::IdleSection(_) => "idle-section",
            Self::IdleFact(_) => "idle-fact",
            Self::LongQuestion { .. } => "long-question",
            Self::UnknownChoice { .. } => "unknown-choice",
            Self::UnwordedValue(_) => "value-without-words",
            Self::NoSteps => "scale-without-steps",
            Self::HalfWorded { .. } => "half-worded",
            Self::NoReason => "unclear-without-reason",
            Self::UnclearWithoutValues => "unclear-without-values",
            Self::MissingWords { .. } => "missing-words",
            Self::IdleWords { .. } => "idle-words",
            Self::EmptyList(_) => "empty-list",
            Self::NeverHolds(_) => "rule-never-holds",
            Self::AlwaysHolds(_) => "rule-never-fails",
            Self::NeverApplies(_) => "criterion-never-applies",
            Self::IdleComparison { .. } => "idle-comparison",
            Self::RoleNotNamed(_) => "role-not-named",
            Self::RoleInWords { .. } => "role-in-words",
            Self::FileName { .. } => "file-name",
            Self::ReadingElsewhere(_) => "reading-elsewhere",
            Self::NoChange => "missing-change",
            Self::TimeChanges { .. } => "time-changes",
            Self::UnnamedAge(_) => "unnamed-age",
            Self::AgeAlwaysShown(_) => "age-always-shown",
        }
    }
}

impl fmt::Display for MeaningMistake {
    // Long because it is flat: every mistake has its sentence here and nowhere else.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownSection(found) => write!(out, "there is no section `{found}`"),
            Self::IdleSection(id) => write!(out, "no fact stands in the section `{id}`"),
            Self::IdleFact(id) => write!(out, "no rule and no gate reads the fact `{id}`"),
            Self::LongQuestion { found, most, what } => {
                write!(
                    out,
                    "found a question of {found} {what}, at most {most} fit a heading"
                )
            }
            Self::UnknownChoice { found, known } => {
                write!(
                    out,
                    "there is no value `{found}`; the values are {}",
                    listed(known)
                )
            }
            Self::UnwordedValue(value) => {
                write!(out, "no `[[fact.choice]]` words the value `{value}`")
            }
            Self::NoSteps => write!(
                out,
                "a scale shows at least one step, found no `[[fact.choice]]`"
            ),
            Self::HalfWorded { found, missing } => {
                write!(
                    out,
                    "found own words for `{found}` and none for `{missing}`"
                )
            }
            Self::NoReason => write!(out, "`unclear` stands without a `reason`"),
            Self::UnclearWithoutValues => write!(out, "only `is` and `has` take `unclear`"),
            Self::MissingWords { key, because } => {
                write!(out, "the words `{key}` are missing: {because}")
            }
            Self::IdleWords { key, because } => {
                write!(out, "`{key}` would never be shown: {because}")
            }
            Self::EmptyList(key) => write!(
                out,
                "found an empty list `{key}`, accepted is one that names someone"
            ),
            Self::NeverHolds(id) => {
                write!(
                    out,
                    "the rule of `{id}` can never hold, whatever is answered"
                )
            }
            Self::AlwaysHolds(id) => {
                write!(
                    out,
                    "the rule of `{id}` can never fail, whatever is answered"
                )
            }
            Self::NeverApplies(id) => {
                write!(out, "`{id}` can never apply, whatever is answered")
            }
            Self::IdleComparison { id, fact } => write!(
                out,
                "the comparison of `{fact}` decides nothing: `{id}` comes to the same without it"
            ),
            Self::RoleNotNamed(role) => write!(
                out,
                "`{role}` settles a part of this criterion and does not stand in its `roles`"
            ),
            Self::RoleInWords { key, role } => write!(
                out,
                "`{key}` names `{role}` first, which does not stand in `roles`"
            ),
            Self::FileName { found, expected } => {
                write!(out, "found the file name `{found}`, expected `{expected}`")
            }
            Self::ReadingElsewhere(found) => {
                write!(
                    out,
                    "the words `{found}` do not stand in the criterion's `text`"
                )
            }
            Self::NoChange => write!(
                out,
                "the criterion can conflict and does not say what could change that"
            ),
            Self::TimeChanges { example } => write!(
                out,
                "`could_change` does not name `time`, which ends the conflict of the example `{example}`"
            ),
            Self::UnnamedAge(age) => write!(
                out,
                "words that are shown from the age of {age} do not name it"
            ),
            Self::AgeAlwaysShown(age) => write!(
                out,
                "words that begin with the age of {age} have no `from_age`, so they are shown at every age"
            ),
        }
    }
}
