//! Every criterion of NCT07338357 in registry order and the finding of each,
//! written out by hand. What the rules say is in `rules.rs`; there is nothing
//! here that another trial could use.

use super::answers::Fact::*;
use super::answers::{Answers, Fact};
use super::rules::{
    Truth, activity_suffices, age_fits, all, cll1_reaches_fifty, course_fits, diagnosis_fits,
    is_one_of, other_cancer_lately, serious_condition, transplant_lately, weight_reaches_ten,
    yes_no,
};
use time::Date;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Finding {
    Fits,
    Conflicts,
    Open,
    Team,
}

impl Finding {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Finding::Fits => "fits",
            Finding::Conflicts => "conflicts",
            Finding::Open => "open",
            Finding::Team => "team",
        }
    }
}

/// The criteria in registry order, each with the facts that it is about.
pub(crate) const CRITERIA: [(&str, &[Fact]); 21] = [
    ("I1", &[]),
    ("I2", &[BirthDate, Weight]),
    ("I3", &[Diagnosis, DiseaseCourse]),
    ("I4", &[Cll1]),
    ("I5", &[ToxicityRecovered]),
    ("I6", &[BirthDate, Lansky, Karnofsky]),
    ("I7", &[]),
    ("I8", &[]),
    ("I9", &[]),
    ("I10", &[]),
    ("E1", &[Diagnosis]),
    (
        "E2",
        &[BirthDate, OtherCancer, OtherCancerKind, OtherCancerFound],
    ),
    ("E3", &[Cns]),
    ("E4", &[ActiveInfection]),
    ("E5", &[SevereAllergy]),
    ("E6", &[SeriousConditions]),
    ("E7", &[OrganTransplant]),
    ("E8", &[BirthDate, AlloHsct, AlloHsctDate]),
    ("E9", &[Surgery]),
    ("E10", &[]),
    ("E11", &[]),
];

pub(crate) fn findings(answers: &Answers, today: Date) -> Vec<(&'static str, Finding)> {
    CRITERIA
        .iter()
        .map(|(id, _)| (*id, finding(id, answers, today)))
        .collect()
}

pub(crate) fn finding(id: &str, answers: &Answers, today: Date) -> Finding {
    match id {
        "I2" => must_hold(all(&[
            age_fits(answers, today),
            weight_reaches_ten(answers),
        ])),
        "I3" => must_hold(all(&[diagnosis_fits(answers), course_fits(answers)])),
        "I4" => must_hold(cll1_reaches_fifty(answers)),
        "I5" => softened(must_hold(yes_no(answers, ToxicityRecovered))),
        "I6" => softened(must_hold(activity_suffices(answers, today))),
        "E1" => must_not_hold(is_one_of(answers, Diagnosis, &["apl"], &[])),
        "E2" => must_not_hold(other_cancer_lately(answers, today)),
        "E3" => must_not_hold(is_one_of(answers, Cns, &["now"], &["before"])),
        "E4" => softened(must_not_hold(yes_no(answers, ActiveInfection))),
        "E5" => softened(must_not_hold(yes_no(answers, SevereAllergy))),
        "E6" => must_not_hold(serious_condition(answers)),
        "E7" => must_not_hold(is_one_of(
            answers,
            OrganTransplant,
            &["had", "planned"],
            &[],
        )),
        "E8" => must_not_hold(transplant_lately(answers, today)),
        "E9" => softened(must_not_hold(is_one_of(
            answers,
            Surgery,
            &["planned", "recent"],
            &[],
        ))),
        "I1" | "I7" | "I8" | "I9" | "I10" | "E10" | "E11" => Finding::Team,
        other => panic!("no criterion {other}"),
    }
}

fn must_hold(rule: Truth) -> Finding {
    match rule {
        Truth::Yes => Finding::Fits,
        Truth::No => Finding::Conflicts,
        Truth::Unknown => Finding::Open,
    }
}

fn must_not_hold(rule: Truth) -> Finding {
    match rule {
        Truth::Yes => Finding::Conflicts,
        Truth::No => Finding::Fits,
        Truth::Unknown => Finding::Open,
    }
}

fn softened(finding: Finding) -> Finding {
    if finding == Finding::Conflicts {
        Finding::Open
    } else {
        finding
    }
}
