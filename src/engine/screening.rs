//! Findings and verdict: each criterion judged on what is known of a person on a day.

use super::acceptance::{Accepted, birth_days, is_closed};
use super::answer::{Answer, Answers};
use super::calendar::position;
use super::fact::{FactIndex, ValueSet};
use super::interval::Interval;
use super::order::in_order;
use super::trial::{Criterion, Polarity, Rule, Test, Trial};
use super::truth::Truth;
use time::Date;

/// What a criterion comes to for one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Nothing known speaks against it.
    Fits,
    /// A definite answer to a question that a family can answer speaks against it.
    Conflicts,
    /// Unanswered, not known, unclear or soft.
    Open,
    /// Stated, not asked: only the study team settles it.
    Team,
    /// It does not apply to this person.
    NotApplicable,
}

impl Finding {
    /// Its name in files: `fits`, `conflicts`, `open`, `team` or `not_applicable`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Fits => "fits",
            Self::Conflicts => "conflicts",
            Self::Open => "open",
            Self::Team => "team",
            Self::NotApplicable => "not_applicable",
        }
    }
}

/// What a trial comes to for one person. Never "eligible": only the study team decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Some criterion conflicts.
    DoesNotFit,
    /// None conflicts, and some criterion with a rule is open.
    Open,
    /// Nothing that was answered rules the study out.
    FitsSoFar,
}

impl Verdict {
    /// Its name in files: `does_not_fit`, `open` or `fits_so_far`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::DoesNotFit => "does_not_fit",
            Self::Open => "open",
            Self::FitsSoFar => "fits_so_far",
        }
    }

    /// The verdict that follows from the findings of all criteria.
    ///
    /// ```
    /// use prescreen::engine::{Finding, Verdict};
    /// assert_eq!(Verdict::of([Finding::Open, Finding::Conflicts]), Verdict::DoesNotFit);
    /// assert_eq!(Verdict::of([Finding::Team, Finding::Fits]), Verdict::FitsSoFar);
    /// ```
    #[must_use]
    pub fn of(findings: impl IntoIterator<Item = Finding>) -> Self {
        findings
            .into_iter()
            .fold(Self::FitsSoFar, |verdict, finding| match finding {
                Finding::Conflicts => Self::DoesNotFit,
                Finding::Open if verdict == Self::FitsSoFar => Self::Open,
                _ => verdict,
            })
    }
}

/// The finding of each criterion, in registry order.
#[must_use]
pub fn findings(trial: &Trial, accepted: &Accepted) -> Vec<Finding> {
    let person = Person::new(trial, accepted.answers(), accepted.today());
    trial
        .criteria
        .iter()
        .map(|criterion| person.finding(criterion))
        .collect()
}

/// What the rule of one criterion comes to before softness turns a conflict into `open`; unknown
/// without a rule. It tells an answer that is soft from one that is unclear or missing.
#[must_use]
pub fn rule_truth(trial: &Trial, accepted: &Accepted, criterion: &Criterion) -> Truth {
    let person = Person::new(trial, accepted.answers(), accepted.today());
    criterion
        .rule
        .as_ref()
        .map_or(Truth::Unknown, |rule| person.judge(rule))
}

/// The facts of a criterion whose answer was given and still leaves their comparison unknown: an
/// unclear value, or a date or a band that straddles a limit. "I don't know" is not among them.
#[must_use]
pub fn undecided(trial: &Trial, accepted: &Accepted, criterion: &Criterion) -> Vec<FactIndex> {
    let person = Person::new(trial, accepted.answers(), accepted.today());
    let mut facts = Vec::new();
    criterion.for_each_comparison(&mut |fact, test| {
        let known = person.known(fact);
        let given = !matches!(known, Evidence::Unknown);
        if given && test.judge(known, accepted.today()) == Truth::Unknown {
            facts.push(fact);
        }
    });
    in_order(facts)
}

impl Criterion {
    /// The finding that follows from the truth of `applies_when` and of the rule.
    pub(super) fn finding(&self, applies: Truth, rule: Truth) -> Finding {
        let rule = match self.polarity {
            Polarity::Inclusion => rule,
            Polarity::Exclusion => rule.negate(),
        };
        match (applies, rule) {
            (Truth::False, _) => Finding::NotApplicable,
            (Truth::True, Truth::True) => Finding::Fits,
            (Truth::True, Truth::False) if !self.soft => Finding::Conflicts,
            _ => Finding::Open,
        }
    }
}

/// What is known of one fact on a day.
#[derive(Clone, Copy)]
pub(super) enum Evidence {
    Unknown,
    Value(u8),
    Values(ValueSet),
    Interval(Interval),
}

/// What is known of a person on a day, fact by fact.
pub(super) struct Person {
    today: Date,
    evidence: Vec<Evidence>,
}

impl Person {
    /// Reads the answers as they stand on the day `today`.
    pub(super) fn new(trial: &Trial, answers: &Answers, today: Date) -> Self {
        let birth = birth_days(trial, answers);
        let evidence = (0..).zip(&trial.facts).map(|(index, fact)| {
            if fact.gate.is_some() && is_closed(trial, answers, index) {
                return Evidence::Unknown;
            }
            evidence(answers.get(index), birth, today)
        });
        Self {
            today,
            evidence: evidence.collect(),
        }
    }

    /// The finding of a criterion.
    pub(super) fn finding(&self, criterion: &Criterion) -> Finding {
        let Some(rule) = &criterion.rule else {
            return Finding::Team;
        };
        let applies = criterion
            .applies_when
            .as_ref()
            .map_or(Truth::True, |rule| self.judge(rule));
        criterion.finding(applies, self.judge(rule))
    }

    fn judge(&self, rule: &Rule) -> Truth {
        match rule {
            Rule::All(rules) => rules
                .iter()
                .fold(Truth::True, |all, rule| all.and(self.judge(rule))),
            Rule::Any(rules) => rules
                .iter()
                .fold(Truth::False, |any, rule| any.or(self.judge(rule))),
            Rule::Not(rule) => self.judge(rule).negate(),
            Rule::If(parts) => {
                let [condition, then, otherwise] = &**parts;
                self.judge(condition)
                    .choose(self.judge(then), self.judge(otherwise))
            }
            Rule::Family(_, rule) => self.judge(rule),
            Rule::Compare(fact, test) => test.judge(self.known(*fact), self.today),
        }
    }

    fn known(&self, fact: FactIndex) -> Evidence {
        self.evidence
            .get(usize::from(fact))
            .copied()
            .unwrap_or(Evidence::Unknown)
    }
}

/// What an answer says on the day `today`. A past event does not lie after today, and does not
/// begin before the birth begins; `birth` bounds other dates and is never bounded by them.
pub(super) fn evidence(answer: Answer, birth: Option<Interval>, today: Date) -> Evidence {
    match answer {
        Answer::Unanswered | Answer::NotKnown => Evidence::Unknown,
        Answer::Value(value) => Evidence::Value(value),
        Answer::Values(values) => Evidence::Values(values),
        Answer::Quantity(amounts) => Evidence::Interval(amounts),
        Answer::Date(_) | Answer::BornWithin(_) => {
            let possible = Interval {
                first: birth.map_or(i64::MIN, |birth| birth.first),
                last: position(today),
            };
            let days = answer.days();
            days.map_or(Evidence::Unknown, |days| {
                Evidence::Interval(days.meet(possible))
            })
        }
    }
}

impl Test {
    /// The comparison judged on what is known of its fact.
    pub(super) fn judge(&self, evidence: Evidence, today: Date) -> Truth {
        match (self, evidence) {
            (Self::Value { holds, unclear }, Evidence::Value(value)) => {
                judge_set(1 << value, *holds, *unclear)
            }
            (Self::Values { holds, unclear }, Evidence::Values(values)) => {
                judge_set(values, *holds, *unclear)
            }
            (Self::Amount(accepted), Evidence::Interval(amounts)) => amounts.judge(*accepted),
            (Self::Days { .. }, Evidence::Interval(days)) => self
                .days(today)
                .map_or(Truth::Unknown, |accepted| days.judge(accepted)),
            _ => Truth::Unknown,
        }
    }
}

/// True with any value that holds, else unknown with any unclear one, else false.
fn judge_set(values: ValueSet, holds: ValueSet, unclear: ValueSet) -> Truth {
    if values & holds != 0 {
        Truth::True
    } else if values & unclear != 0 {
        Truth::Unknown
    } else {
        Truth::False
    }
}
