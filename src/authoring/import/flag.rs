//! What an author must look at in a record, because it may not say what its sponsor meant, or
//! because a trial file cannot say it. Facts only; their words are in `Display`, and nowhere else.
//! Nothing of it is repaired.

use std::fmt;

/// A place of a record that a person must look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Flagged {
    pub(super) flag: Flag,
    /// The criterion or passage that it is in; none if it is about the whole record.
    pub(super) of: Option<String>,
}

/// What is to be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Flag {
    /// An equals sign where `≥` or `≤` is lost in many records, and what it stands before.
    LostComparator { found: String, seen: Seen },
    /// A sign that was lost on the way.
    LostSign(String),
    /// A power of ten without its exponent's place: `x 109/L`.
    LostExponent(String),
    /// More places of the text than are told one by one.
    More(usize),
    /// An entity whose sign is not known.
    Entity(String),
    /// An age in the text that the record's fields do not have.
    OtherAge { text: String, field: String },
    /// Criteria of which no heading says whether they include or exclude.
    NoList(usize),
    /// Inclusion criteria in several groups, by their passages or their place.
    Cohorts(Vec<String>),
    /// A record without a text of criteria.
    NoCriteria,
    /// Ages that no rule can hold: in minutes or hours, or no age at all.
    NoAge(String),
    /// Two ages without a common unit, or with no age between them.
    ApartAges(String),
    /// A largest age that stands for none.
    FarAge(String),
    /// A sex that is none of the registry's words.
    OtherSex(String),
    /// Sex by how a person sees itself.
    GenderBased(Option<String>),
    /// A field that the page needs, or that is often taken to be a no.
    Absent {
        field: &'static str,
        because: &'static str,
    },
}

/// What an equals sign stands before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    Age,
    /// A value in a unit.
    Unit(String),
    /// A number with a comma for its thousands, as counts of cells have it.
    Thousands,
}

impl fmt::Display for Seen {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Age => out.write_str("an age"),
            Self::Unit(unit) => write!(out, "a value in `{unit}`"),
            Self::Thousands => out.write_str("a number of thousands"),
        }
    }
}

impl Flag {
    /// The name of what is to be looked at.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::LostComparator { .. } => "lost-comparator",
            Self::LostSign(_) => "lost-sign",
            Self::LostExponent(_) => "lost-exponent",
            Self::Entity(_) => "unknown-entity",
            Self::More(_) => "more-places",
            Self::OtherAge { .. } => "other-age",
            Self::NoList(_) => "no-list",
            Self::Cohorts(_) => "cohorts",
            Self::NoCriteria => "no-criteria",
            Self::NoAge(_) => "no-age",
            Self::ApartAges(_) => "mixed-units",
            Self::FarAge(_) => "far-age",
            Self::OtherSex(_) => "other-sex",
            Self::GenderBased(_) => "gender-based",
            Self::Absent { .. } => "absent-field",
        }
    }

    /// The field of the record that it is about.
    pub(super) fn field(&self) -> &'static str {
        match self {
            Self::NoAge(_) | Self::ApartAges(_) => "eligibilityModule.minimumAge",
            Self::FarAge(_) => "eligibilityModule.maximumAge",
            Self::OtherSex(_) => "eligibilityModule.sex",
            Self::GenderBased(_) => "eligibilityModule.genderBased",
            Self::NoCriteria => "eligibilityModule",
            Self::Absent { field, .. } => field,
            Self::LostComparator { .. }
            | Self::LostSign(_)
            | Self::LostExponent(_)
            | Self::Entity(_)
            | Self::More(_)
            | Self::OtherAge { .. }
            | Self::NoList(_)
            | Self::Cohorts(_) => "eligibilityModule.eligibilityCriteria",
        }
    }
}

impl fmt::Display for Flagged {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(of) = &self.of {
            write!(out, "`{of}`: ")?;
        }
        self.flag.fmt(out)
    }
}

impl fmt::Display for Flag {
    // Long because it is flat: every flag has its sentence here and nowhere else.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LostComparator { found, seen } => write!(
                out,
                "found `{found}`: an equals sign before {seen}, where a `≥` or `≤` may have been lost, so ask the study team before you write a rule"
            ),
            Self::LostSign(found) => write!(out, "a sign is lost in `{found}`, and is not guessed"),
            Self::LostExponent(found) => {
                write!(
                    out,
                    "found `{found}`: this may be a power of ten, such as 10^9, that lost its exponent"
                )
            }
            Self::Entity(found) => {
                write!(out, "`{found}` stands for a sign that is not known here")
            }
            Self::More(count) => write!(
                out,
                "{count} more places of the text are to be looked at: look at all of it"
            ),
            Self::OtherAge { text, field } => {
                write!(
                    out,
                    "the text has the age `{text}`, the record's fields have `{field}`"
                )
            }
            Self::NoList(count) => write!(
                out,
                "no heading says whether {count} of the criteria (`U1` …) include or exclude: fill in each `kind`"
            ),
            Self::Cohorts(groups) => {
                let groups = if groups.is_empty() {
                    String::new()
                } else {
                    format!(" ({})", groups.join(", "))
                };
                write!(
                    out,
                    "the inclusion criteria stand in several groups{groups}; a trial file says that all criteria hold, so groups that are alternatives need `applies_when` or a trial each"
                )
            }
            Self::NoCriteria => write!(
                out,
                "the record has no `eligibilityCriteria`, so the draft has no criteria of it"
            ),
            Self::NoAge(found) => {
                write!(
                    out,
                    "no rule can hold the age `{found}`, so the draft states it and has no rule"
                )
            }
            Self::ApartAges(found) => write!(
                out,
                "the ages `{found}` have no common unit, or none lies between them, so the draft states them and has no rule"
            ),
            Self::FarAge(found) => {
                write!(
                    out,
                    "the age `{found}` may stand for no limit; it is read as it is written"
                )
            }
            Self::OtherSex(found) => {
                write!(
                    out,
                    "found the sex `{found}`, accepted are `FEMALE`, `MALE` and `ALL`: the draft has no rule of it"
                )
            }
            Self::GenderBased(Some(words)) => {
                write!(
                    out,
                    "the study asks for how a person sees itself: `{words}`; the draft asks for the sex on the record of birth"
                )
            }
            Self::GenderBased(None) => {
                write!(
                    out,
                    "the study asks for how a person sees itself; the draft asks for the sex on the record of birth"
                )
            }
            Self::Absent { field, because } => {
                write!(out, "the record has no `{field}`: {because}")
            }
        }
    }
}
