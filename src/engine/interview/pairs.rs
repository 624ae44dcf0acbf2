//! Two completions followed through a rule side by side. A part of a rule has the set of pairs of
//! truth values that it takes over all choices, one bit for each of the nine pairs.

use super::choices::Births;
use crate::engine::acceptance::{Accepted, earliest};
use crate::engine::answer::Answer;
use crate::engine::calendar::position;
use crate::engine::fact::{FactIndex, Gate, Kind};
use crate::engine::interval::Interval;
use crate::engine::screening::{Evidence, evidence};
use crate::engine::trial::{Criterion, Rule, Test, Trial};
use crate::engine::truth::Truth;

/// A set of pairs of truth values: bit `3 * first + second`, with false 0, unknown 1, true 2.
pub(super) type Pairs = u16;

/// A set of truth values: bit 0 false, bit 1 unknown, bit 2 true.
type Truths = u8;

/// The answer that a fact has in each completion; none where its gate is closed.
type Chosen = [Option<Answer>; 2];

/// All pairs of completions of the answers that differ in the answer to one question alone, for
/// one choice of the birth.
pub(super) struct Completions<'a> {
    trial: &'a Trial,
    accepted: &'a Accepted,
    asked: FactIndex,
    births: Births,
    chosen: Vec<Chosen>,
}

impl<'a> Completions<'a> {
    pub(super) fn new(
        trial: &'a Trial,
        accepted: &'a Accepted,
        asked: FactIndex,
        births: Births,
    ) -> Self {
        let chosen = accepted
            .answers()
            .iter()
            .map(|(_, answer)| [Some(answer); 2])
            .collect();
        Self {
            trial,
            accepted,
            asked,
            births,
            chosen,
        }
    }

    /// Whether the finding of the criterion differs within some pair.
    pub(super) fn findings_differ(&mut self, criterion: &Criterion) -> bool {
        if !self.rest_of_file_is_possible(criterion) {
            return false;
        }
        let pairs = |this: &mut Self, rule: &Option<Rule>| rule.as_ref().map(|it| this.pairs(it));
        let applies = pairs(self, &criterion.applies_when);
        let rule = pairs(self, &criterion.rule);
        findings_differ(criterion, applies, rule)
    }

    /// Whether the dates given elsewhere allow these births: those that nothing can close, and
    /// those of families that this criterion does not name. Its own families are tried in its rule.
    fn rest_of_file_is_possible(&mut self, criterion: &Criterion) -> bool {
        let trial = self.trial;
        let mut free = (0..)
            .zip(&trial.facts)
            .filter(|(_, fact)| fact.kind == Kind::Date && fact.gate.is_none());
        if !free.all(|(fact, _)| self.allows_births(fact)) {
            return false;
        }
        let mut others = (0..)
            .zip(&trial.families)
            .filter(|(family, _)| !criterion.families.contains(family));
        others.all(|(_, family)| {
            let mut possible = false;
            self.choose(&family.facts, &mut |_| possible = true);
            possible
        })
    }

    fn allows_births(&self, fact: FactIndex) -> bool {
        let sides = self.chosen[usize::from(fact)].iter().zip(&self.births);
        sides.into_iter().all(|(answer, birth)| {
            let days = answer.and_then(Answer::days);
            let both = days.zip(*birth);
            both.is_none_or(|(days, birth)| birth.first <= days.last)
        })
    }

    fn pairs(&mut self, rule: &Rule) -> Pairs {
        pairs_of(rule, &mut |part| match part {
            Part::Compare(fact, test) => self.compare(fact, test),
            Part::Family(family, rule) => {
                let trial = self.trial;
                let mut all = 0;
                self.choose(&trial.families[usize::from(family)].facts, &mut |this| {
                    all |= this.pairs(rule);
                });
                all
            }
        })
    }

    /// Calls `each` for every possible choice of the gates of a family, with the choice made.
    fn choose(&mut self, family: &[FactIndex], each: &mut dyn FnMut(&mut Self)) {
        let Some((&fact, rest)) = family.split_first() else {
            return each(self);
        };
        let given = self.accepted.answers().get(fact);
        let open = self.open(fact);
        let mut try_with = |this: &mut Self, answers: [Answer; 2]| {
            this.chosen[usize::from(fact)] =
                [open[0].then_some(answers[0]), open[1].then_some(answers[1])];
            if this.allows_births(fact) {
                this.choose(rest, each);
            }
        };
        let is_gate = rest
            .iter()
            .any(|other| self.gate(*other).is_some_and(|gate| gate.fact == fact));
        if given != Answer::Unanswered || !is_gate {
            return try_with(self, [given; 2]);
        }
        let values = self.trial.facts[usize::from(fact)].kind.single_values();
        for value in 0..values {
            let others = if fact == self.asked {
                0..values
            } else {
                value..value + 1
            };
            for other in others {
                try_with(self, [Answer::Value(value), Answer::Value(other)]);
            }
        }
    }

    fn gate(&self, fact: FactIndex) -> Option<&'a Gate> {
        self.trial.facts[usize::from(fact)].gate.as_ref()
    }

    /// Whether the gate of a fact is open, in each completion.
    fn open(&self, fact: FactIndex) -> [bool; 2] {
        let Some(gate) = self.gate(fact) else {
            return [true; 2];
        };
        self.chosen[usize::from(gate.fact)].map(|answer| match answer {
            Some(Answer::Value(value)) => gate.opens_for >> value & 1 == 1,
            Some(Answer::NotKnown) => gate.opens_for_not_known,
            _ => false,
        })
    }

    /// The pairs of one comparison.
    fn compare(&self, fact: FactIndex, test: &Test) -> Pairs {
        let chosen = self.chosen[usize::from(fact)];
        let is_birth = self.trial.birth == Some(fact);
        if !is_birth && chosen.contains(&Some(Answer::Unanswered)) {
            return self.compare_unanswered(fact, test, chosen.map(|answer| answer.is_some()));
        }
        let today = self.accepted.today();
        let judge = |side: usize| {
            let known = match (chosen[side], self.births[side]) {
                (Some(Answer::Unanswered), Some(birth)) => Evidence::Interval(birth),
                (Some(answer), birth) => evidence(answer, birth, today),
                (None, _) => evidence(Answer::NotKnown, None, today),
            };
            test.judge(known, today)
        };
        pair(judge(0), judge(1))
    }

    /// The pairs of a comparison whose fact takes any value wherever it is open.
    fn compare_unanswered(&self, fact: FactIndex, test: &Test, open: [bool; 2]) -> Pairs {
        let reached = self.reached(fact, test);
        let held = |truth: Truth| reached >> (truth as u8) & 1 == 1;
        let mut all = 0;
        for first in Truth::ALL.into_iter().filter(|truth| held(*truth)) {
            for second in Truth::ALL.into_iter().filter(|truth| held(*truth)) {
                if first == second || fact == self.asked {
                    all |= pair(
                        if open[0] { first } else { Truth::Unknown },
                        if open[1] { second } else { Truth::Unknown },
                    );
                }
            }
        }
        all
    }

    /// The truth values that a comparison takes over all definite values of its fact.
    fn reached(&self, fact: FactIndex, test: &Test) -> Truths {
        let today = self.accepted.today();
        match test {
            Test::Value { holds, unclear } => {
                let values = self.trial.facts[usize::from(fact)].kind.single_values();
                (0..values).fold(0, |all, value| {
                    all | truths(*holds >> value & 1, *unclear >> value & 1)
                })
            }
            // "None of these" is a value too.
            Test::Values { holds, unclear } => {
                1 | u8::from(*unclear & !holds != 0) << 1 | u8::from(*holds != 0) << 2
            }
            Test::Amount(accepted) => match &self.trial.facts[usize::from(fact)].kind {
                Kind::Quantity(dimension) => reached_by_interval(dimension.range(), *accepted),
                _ => 0,
            },
            Test::Days { .. } => {
                let births = self.births.iter().flatten().map(|birth| birth.first);
                let first = births.fold(earliest(today), i64::max);
                let days = Interval {
                    first,
                    last: position(today),
                };
                test.days(today)
                    .map_or(0, |accepted| reached_by_interval(days, accepted))
            }
        }
    }
}

fn truths(holds: u64, unclear: u64) -> Truths {
    match (holds, unclear) {
        (1, _) => 4,
        (_, 1) => 2,
        _ => 1,
    }
}

/// One value out of `all` is accepted or not; both can be if `all` is not on one side.
fn reached_by_interval(all: Interval, accepted: Interval) -> Truths {
    u8::from(!all.within(accepted)) | u8::from(!all.meet(accepted).is_empty()) << 2
}

/// A part of a rule of which whoever follows it says the pairs.
pub(super) enum Part<'a> {
    /// All comparisons of a family.
    Family(u8, &'a Rule),
    /// A comparison.
    Compare(FactIndex, &'a Test),
}

/// The pairs of a rule, given those of its parts.
pub(super) fn pairs_of(rule: &Rule, part: &mut dyn FnMut(Part) -> Pairs) -> Pairs {
    let mut join = |rules: &[Rule], none: Truth, connective| {
        rules.iter().fold(pair(none, none), |all, rule| {
            combine(all, pairs_of(rule, part), connective)
        })
    };
    match rule {
        Rule::All(rules) => join(rules, Truth::True, Truth::and),
        Rule::Any(rules) => join(rules, Truth::False, Truth::or),
        Rule::Not(rule) => {
            let pairs = members(pairs_of(rule, part));
            pairs.fold(0, |all, (first, second)| {
                all | pair(first.negate(), second.negate())
            })
        }
        Rule::If(parts) => {
            let [condition, then, otherwise] =
                (**parts).each_ref().map(|rule| pairs_of(rule, part));
            members(condition).fold(0, |all, condition| {
                all | choose_branch(condition, then, otherwise)
            })
        }
        Rule::Family(family, rule) => part(Part::Family(*family, rule)),
        Rule::Compare(fact, test) => part(Part::Compare(*fact, test)),
    }
}

/// Whether the finding of a criterion differs within some pair, given the pairs of its rules. It
/// always applies where no rule says when; without a rule it has one finding.
pub(super) fn findings_differ(
    criterion: &Criterion,
    applies: Option<Pairs>,
    rule: Option<Pairs>,
) -> bool {
    let applies = applies.unwrap_or(pair(Truth::True, Truth::True));
    members(applies).any(|(applies, other_applies)| {
        members(rule.unwrap_or(0)).any(|(rule, other_rule)| {
            criterion.finding(applies, rule) != criterion.finding(other_applies, other_rule)
        })
    })
}

pub(super) fn pair(first: Truth, second: Truth) -> Pairs {
    1 << (first as u16 * 3 + second as u16)
}

fn members(mut pairs: Pairs) -> impl Iterator<Item = (Truth, Truth)> {
    core::iter::from_fn(move || {
        let lowest = pairs.trailing_zeros() as usize;
        let truth = |place: usize| Truth::ALL.get(place).copied();
        let member = (truth(lowest / 3)?, truth(lowest % 3)?);
        pairs &= pairs - 1;
        Some(member)
    })
}

fn combine(left: Pairs, right: Pairs, connective: fn(Truth, Truth) -> Truth) -> Pairs {
    members(left).fold(0, |all, (first, second)| {
        members(right).fold(all, |all, (other_first, other_second)| {
            all | pair(
                connective(first, other_first),
                connective(second, other_second),
            )
        })
    })
}

fn choose_branch(condition: (Truth, Truth), then: Pairs, otherwise: Pairs) -> Pairs {
    members(then).fold(0, |all, then| {
        members(otherwise).fold(all, |all, otherwise| {
            all | pair(
                condition.0.choose(then.0, otherwise.0),
                condition.1.choose(then.1, otherwise.1),
            )
        })
    })
}
