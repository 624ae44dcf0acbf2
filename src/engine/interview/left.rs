//! At most how many questions are left. The questions worth asking can become more by an answer: "I
//! don't know" opens a follow-up that no definite answer opens, and a birth or a date that is not known
//! bounds nothing. So this counts the questions that any answers to come could still make worth asking.
//!
//! It follows a rule as `pairs` does, and lets every comparison that is not settled take each truth
//! value, whatever the others take. An answer settles a comparison, or closes it, and never
//! unsettles one: so the number never grows while questions that had no answer are answered.

use super::pairs::{Pairs, Part, findings_differ, pair, pairs_of};
use crate::engine::acceptance::{Accepted, birth_days, is_closed};
use crate::engine::answer::Answer;
use crate::engine::fact::{FactIndex, Kind};
use crate::engine::screening::evidence;
use crate::engine::trial::{Criterion, Rule, Test, Trial};
use crate::engine::truth::Truth;

/// At most how many questions are still to be answered, the next one included, whatever is answered
/// to them. It is at least the number of questions worth asking, and never grows by an answer to a
/// question that had none.
#[must_use]
pub fn most_questions_left(trial: &Trial, accepted: &Accepted) -> usize {
    let answers = accepted.answers().iter();
    let open = answers
        .filter(|(fact, answer)| {
            *answer == Answer::Unanswered && !is_closed(trial, accepted.answers(), *fact)
        })
        .filter(|(fact, _)| {
            let left = Left {
                trial,
                accepted,
                asked: *fact,
            };
            let mut criteria = trial.criteria.iter();
            criteria.any(|criterion| left.may_change(criterion))
        });
    open.count()
}

/// What one question could still change.
struct Left<'a> {
    trial: &'a Trial,
    accepted: &'a Accepted,
    asked: FactIndex,
}

impl Left<'_> {
    fn may_change(&self, criterion: &Criterion) -> bool {
        if !criterion.depends_on.contains(&self.asked) {
            return false;
        }
        let pairs = |rule: &Option<Rule>| rule.as_ref().map(|it| self.pairs(it));
        findings_differ(
            criterion,
            pairs(&criterion.applies_when),
            pairs(&criterion.rule),
        )
    }

    fn pairs(&self, rule: &Rule) -> Pairs {
        pairs_of(rule, &mut |part| match part {
            Part::Family(_, rule) => self.pairs(rule),
            Part::Compare(fact, test) => self.compare(fact, test),
        })
    }

    fn compare(&self, fact: FactIndex, test: &Test) -> Pairs {
        let answers = self.accepted.answers();
        if is_closed(self.trial, answers, fact) {
            return pair(Truth::Unknown, Truth::Unknown);
        }
        let birth = birth_days(self.trial, answers);
        let today = self.accepted.today();
        let truth = test.judge(evidence(answers.get(fact), birth, today), today);
        let bounded_later = self.awaits_birth(fact) && truth == Truth::Unknown;
        if answers.get(fact) != Answer::Unanswered && !self.may_close(fact) && !bounded_later {
            return pair(truth, truth);
        }
        let mut all = 0;
        for first in Truth::ALL {
            for second in Truth::ALL {
                if first == second || self.changes_with_asked(fact) {
                    all |= pair(first, second);
                }
            }
        }
        all
    }

    /// Whether the birth is still to be told, and bounds this date then.
    fn awaits_birth(&self, fact: FactIndex) -> bool {
        let is_date = self.trial.facts[usize::from(fact)].kind == Kind::Date;
        let birth = self.trial.birth.filter(|_| is_date);
        birth.is_some_and(|birth| self.accepted.answers().get(birth) == Answer::Unanswered)
    }

    /// Whether an answer to come can close the fact.
    fn may_close(&self, fact: FactIndex) -> bool {
        self.gates(fact)
            .any(|gate| self.accepted.answers().get(gate) == Answer::Unanswered)
    }

    fn changes_with_asked(&self, fact: FactIndex) -> bool {
        let bounds = self.trial.birth == Some(self.asked) && self.awaits_birth(fact);
        fact == self.asked || bounds || self.gates(fact).any(|gate| gate == self.asked)
    }

    /// The gate of a fact, the gate's own, and so on.
    fn gates(&self, fact: FactIndex) -> impl Iterator<Item = FactIndex> {
        let gate = |fact: FactIndex| {
            let gate = self.trial.facts[usize::from(fact)].gate.as_ref();
            gate.map(|gate| gate.fact)
        };
        core::iter::successors(gate(fact), move |fact| gate(*fact))
    }
}
