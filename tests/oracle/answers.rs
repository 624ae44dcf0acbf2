//! The nineteen facts as the oracle holds them, their reading from an answers
//! file, and the gates of the three follow-ups. It does not validate.

use super::calendar::Days;
use super::numbers::{Numbers, kilograms_in_thousandths};
use serde_json::{Map, Value};
use time::Date;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fact {
    Diagnosis,
    DiseaseCourse,
    BirthDate,
    Weight,
    Lansky,
    Karnofsky,
    ToxicityRecovered,
    AlloHsct,
    AlloHsctDate,
    Cns,
    Cll1,
    SeriousConditions,
    SevereAllergy,
    OrganTransplant,
    Surgery,
    OtherCancer,
    OtherCancerKind,
    OtherCancerFound,
    ActiveInfection,
}
use Fact::*;

/// Every fact with its key, in the order of asking.
pub(crate) const IN_ORDER: [(Fact, &str); 19] = [
    (Diagnosis, "diagnosis"),
    (DiseaseCourse, "disease_course"),
    (BirthDate, "birth_date"),
    (Weight, "weight"),
    (Lansky, "lansky"),
    (Karnofsky, "karnofsky"),
    (ToxicityRecovered, "toxicity_recovered"),
    (AlloHsct, "allo_hsct"),
    (AlloHsctDate, "allo_hsct_date"),
    (Cns, "cns"),
    (Cll1, "cll1"),
    (SeriousConditions, "serious_conditions"),
    (SevereAllergy, "severe_allergy"),
    (OrganTransplant, "organ_transplant"),
    (Surgery, "surgery"),
    (OtherCancer, "other_cancer"),
    (OtherCancerKind, "other_cancer_kind"),
    (OtherCancerFound, "other_cancer_found"),
    (ActiveInfection, "active_infection"),
];

const STEPS: &[&str] = &["10", "20", "30", "40", "50", "60", "70", "80", "90", "100"];
pub(crate) const CONDITIONS: [&str; 7] = [
    "gvhd",
    "heart",
    "hypertension",
    "neuro_autoimmune",
    "cerebrovascular",
    "oncologic_emergency",
    "uncontrolled_infection",
];

/// The words of a choice; empty for every other kind.
pub(crate) fn choices(fact: Fact) -> &'static [&'static str] {
    match fact {
        Diagnosis => &["aml", "apl", "mixed", "other_leukaemia", "not_leukaemia"],
        DiseaseCourse => &[
            "relapsed",
            "refractory",
            "remission_again",
            "traces",
            "remission",
            "new",
        ],
        Lansky | Karnofsky => STEPS,
        Cns => &["now", "before", "no"],
        OrganTransplant => &["had", "planned", "no"],
        Surgery => &["planned", "recent", "no"],
        OtherCancerKind => &["exempt", "another"],
        _ => &[],
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Answer {
    Missing,
    NotKnown,
    YesNo(bool),
    Choice(&'static str),
    /// One flag for each of the conditions, in their order.
    Conditions([bool; 7]),
    Date(Days),
    Amount(Numbers),
}

fn read_answer(fact: Fact, value: &Value) -> Answer {
    match value {
        Value::Null => Answer::NotKnown,
        Value::Bool(answer) => Answer::YesNo(*answer),
        Value::String(text) if matches!(fact, BirthDate | AlloHsctDate | OtherCancerFound) => {
            Answer::Date(Days::read(text))
        }
        Value::String(text) => {
            Answer::Choice(choices(fact).iter().find(|word| *word == text).unwrap())
        }
        Value::Array(members) => {
            Answer::Conditions(CONDITIONS.map(|word| members.iter().any(|member| member == word)))
        }
        _ if fact == Weight => {
            Answer::Amount(Numbers::read(value, kilograms_in_thousandths(500_000)))
        }
        _ => Answer::Amount(Numbers::read(value, 100_000)),
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Answers {
    as_given: [Answer; 19],
}

impl Answers {
    pub(crate) fn read(file: &Map<String, Value>) -> Answers {
        let as_given = IN_ORDER.map(|(fact, key)| match file.get(key) {
            None => Answer::Missing,
            Some(value) => read_answer(fact, value),
        });
        Answers { as_given }
    }

    pub(crate) fn with(mut self, fact: Fact, answer: Answer) -> Answers {
        self.as_given[fact as usize] = answer;
        self
    }

    pub(crate) fn as_given(&self, fact: Fact) -> Answer {
        self.as_given[fact as usize]
    }

    /// What counts: a follow-up whose gate is closed counts as missing.
    pub(crate) fn counted(&self, fact: Fact) -> Answer {
        if self.closed(fact) {
            Answer::Missing
        } else {
            self.as_given(fact)
        }
    }

    /// The gate is answered with something else, or is itself closed. A gate
    /// that nobody answered is not closed; "I don't know" is an answer.
    pub(crate) fn closed(&self, fact: Fact) -> bool {
        let shut_by_yes_no = |gate| match self.as_given(gate) {
            Answer::Missing | Answer::YesNo(true) => false,
            Answer::NotKnown | Answer::YesNo(false) => true,
            other => panic!("{other:?} is no yes or no"),
        };
        match fact {
            AlloHsctDate => shut_by_yes_no(AlloHsct),
            OtherCancerKind => shut_by_yes_no(OtherCancer),
            OtherCancerFound => {
                shut_by_yes_no(OtherCancer)
                    || self.as_given(OtherCancerKind) == Answer::Choice("exempt")
            }
            _ => false,
        }
    }

    /// Whether an answer still to come could close the gate.
    pub(crate) fn could_still_close(&self, fact: Fact) -> bool {
        let unanswered = |gate| self.as_given(gate) == Answer::Missing;
        match fact {
            AlloHsctDate => unanswered(AlloHsct),
            OtherCancerKind => unanswered(OtherCancer),
            OtherCancerFound => unanswered(OtherCancer) || unanswered(OtherCancerKind),
            _ => false,
        }
    }

    /// The days on which it may have been: not after today, and not before
    /// the first possible day of birth.
    pub(crate) fn possible_days(&self, fact: Fact, today: Date) -> Option<Days> {
        let Answer::Date(stated) = self.counted(fact) else {
            return None;
        };
        let mut days = Days {
            first: stated.first,
            last: stated.last.min(today),
        };
        if let (true, Answer::Date(birth)) = (fact != BirthDate, self.as_given(BirthDate)) {
            days.first = days.first.max(birth.first);
        }
        Some(days)
    }
}
