//! The ages and the sex that a record names outside of its text, as criteria of their own: `AGE`
//! and `SEX`, in the words of the registry's site. What a rule of them would be is told here too,
//! but no rule is made or checked.

use super::age::{Age, is_no_limit};
use super::eligibility::{Item, Line};
use super::record::Eligibility;
use crate::engine::{Period, Polarity};

/// The id of the criterion that holds the registry's ages.
pub(crate) const AGE: &str = "AGE";

/// The id of the criterion that holds the registry's sex.
pub(crate) const SEX: &str = "SEX";

/// What a record names outside of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields {
    /// `minimumAge` as the registry writes it, such as `3 Years`; none if there is no limit.
    pub(crate) minimum_age: Option<String>,
    /// `maximumAge` as the registry writes it; none if there is no limit.
    pub(crate) maximum_age: Option<String>,
    /// The sex that is accepted; none if both are.
    pub(crate) sex: Option<Sex>,
}

/// The one sex that a study accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sex {
    Female,
    Male,
}

impl Sex {
    /// Its value in a trial file: `female` or `male`.
    pub(crate) fn value(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
        }
    }

    /// The other one.
    pub(crate) fn other(self) -> Self {
        match self {
            Self::Female => Self::Male,
            Self::Male => Self::Female,
        }
    }

    /// Its name on the registry's site.
    fn shown(self) -> &'static str {
        match self {
            Self::Female => "Female",
            Self::Male => "Male",
        }
    }
}

/// The ages that a record accepts, as a rule has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ages {
    /// The least age, included.
    pub(crate) at_least: Option<Period>,
    /// The age above, excluded: the named maximum is included, so one unit more.
    pub(crate) below: Option<Period>,
}

impl Fields {
    /// Reads the fields of a record.
    pub(crate) fn of(eligibility: &Eligibility) -> Self {
        Self {
            minimum_age: limit(eligibility.minimum_age.as_deref()),
            maximum_age: limit(eligibility.maximum_age.as_deref()),
            sex: match eligibility.sex.as_deref() {
                Some("FEMALE") => Some(Sex::Female),
                Some("MALE") => Some(Sex::Male),
                _ => None,
            },
        }
    }

    /// The criteria `AGE` and `SEX`, as far as the record has them.
    pub(crate) fn items(&self) -> Vec<Item> {
        let ages = match (&self.minimum_age, &self.maximum_age) {
            (Some(minimum), Some(maximum)) => Some(format!("{minimum} to {maximum}")),
            (Some(minimum), None) => Some(format!("{minimum} and older")),
            (None, Some(maximum)) => Some(format!("up to {maximum}")),
            (None, None) => None,
        };
        let ages = ages.map(|ages| item(AGE, format!("Ages Eligible for Study: {ages}")));
        let sex = self.sex.map(|sex| {
            let text = format!("Sexes Eligible for Study: {}", sex.shown());
            item(SEX, text)
        });
        ages.into_iter().chain(sex).collect()
    }

    /// The ages as a rule has them; none if the record names none, or one that no rule can hold:
    /// in minutes or hours, or no age at all.
    pub(crate) fn ages(&self) -> Option<Ages> {
        let read = |text: &Option<String>, more: u64| match text {
            Some(text) => Age::read(text)?.more(more)?.period().map(Some),
            None => Some(None),
        };
        let (at_least, below) = (read(&self.minimum_age, 0)?, read(&self.maximum_age, 1)?);
        (at_least.is_some() || below.is_some()).then_some(Ages { at_least, below })
    }
}

/// An age limit that says something.
fn limit(text: Option<&str>) -> Option<String> {
    let text = text?.trim();
    (!is_no_limit(text)).then(|| text.to_owned())
}

fn item(id: &str, text: String) -> Item {
    let line = Line {
        depth: 0,
        marker: String::new(),
        text: text.clone(),
    };
    Item {
        id: id.to_owned(),
        polarity: Some(Polarity::Inclusion),
        group: None,
        text,
        lines: vec![line],
    }
}
