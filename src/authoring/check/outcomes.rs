//! What the rules of one criterion can come to: every combination of answers to its facts, and to
//! the gates that close them, is tried, where answers that a comparison cannot tell apart count
//! once. What the birth says of other dates is left aside: so a combination may be tried that no
//! person has, and none is passed over.

use super::rewritten::comparisons;
use crate::engine::{
    Amount, Comparison, CriterionDefinition, FactDefinition, Kind, OLDEST_YEARS, Period, Rule,
    Test, Thousandths, Truth, Unit,
};

/// More combinations than this are not tried.
const MOST_COMBINATIONS: usize = 50_000;

/// One answer to a fact, as far as the criterion tells it apart.
#[derive(Clone, PartialEq)]
struct Choice {
    /// What its comparison comes to; unknown if the criterion compares something else.
    truth: Truth,
    /// The value, where a follow-up depends on it; none for "I don't know".
    value: Option<String>,
}

/// A fact of the criterion or a gate of one.
struct Column<'a> {
    fact: &'a FactDefinition,
    choices: Vec<Choice>,
    /// The column of its gate.
    gate: Option<usize>,
}

/// Everything that the rules of a criterion can come to.
pub(crate) struct Outcomes<'a> {
    /// The comparisons, each with what it comes to in `rows`.
    pub(crate) comparisons: Vec<&'a Comparison>,
    /// For each combination of answers, what each comparison comes to.
    rows: Vec<Vec<Truth>>,
    criterion: &'a CriterionDefinition,
}

impl<'a> Outcomes<'a> {
    /// Tries all combinations; none if there are too many.
    pub(crate) fn of(
        facts: &'a [FactDefinition],
        criterion: &'a CriterionDefinition,
    ) -> Option<Self> {
        let comparisons = comparisons(criterion);
        let columns = columns(facts, &comparisons);
        let count = columns
            .iter()
            .try_fold(1_usize, |count, column| {
                count.checked_mul(column.choices.len())
            })
            .filter(|count| *count <= MOST_COMBINATIONS)?;
        let rows = (0..count).map(|number| row(number, &columns, &comparisons));
        Some(Self {
            rows: rows.collect(),
            comparisons,
            criterion,
        })
    }

    /// What `applies_when` and the rule come to together, for each combination.
    pub(crate) fn results(&self) -> impl Iterator<Item = (Truth, Truth)> {
        self.rows.iter().map(|row| self.result(row))
    }

    /// Whether a comparison decides nothing: it comes to the same for all answers, or the criterion
    /// does whatever it comes to.
    pub(crate) fn is_idle(&self, at: usize) -> bool {
        let truths = || self.rows.iter().filter_map(|row| row.get(at));
        let first = truths().next();
        let decides = |row: &Vec<Truth>| {
            let mut other = row.clone();
            if let Some(truth) = other.get_mut(at) {
                *truth = truth.negate();
            }
            self.result(row) != self.result(&other)
        };
        truths().all(|truth| Some(truth) == first) || !self.rows.iter().any(decides)
    }

    /// Of a criterion that does not apply, what the rule says does not count.
    fn result(&self, row: &[Truth]) -> (Truth, Truth) {
        let judge = |rule: &Rule| self.judge(rule, row);
        let applies = self.criterion.applies_when.as_ref();
        let applies = applies.map_or(Truth::True, judge);
        let rule = self.criterion.rule.as_ref().map_or(Truth::Unknown, judge);
        match applies {
            Truth::False => (Truth::False, Truth::Unknown),
            applies => (applies, rule),
        }
    }

    fn judge(&self, rule: &Rule, row: &[Truth]) -> Truth {
        match rule {
            Rule::All(rules) => rules
                .iter()
                .fold(Truth::True, |all, rule| all.and(self.judge(rule, row))),
            Rule::Any(rules) => rules
                .iter()
                .fold(Truth::False, |any, rule| any.or(self.judge(rule, row))),
            Rule::Not(rule) => self.judge(rule, row).negate(),
            Rule::If(parts) => {
                let [condition, then, otherwise] = (**parts).each_ref();
                self.judge(condition, row)
                    .choose(self.judge(then, row), self.judge(otherwise, row))
            }
            Rule::Compare(comparison) => {
                let mut own = self.comparisons.iter().zip(row);
                let own = own.find(|(known, _)| known.fact == comparison.fact);
                own.map_or(Truth::Unknown, |(_, truth)| *truth)
            }
        }
    }
}

/// The facts that are compared and the gates above them, in the order of asking.
fn columns<'a>(facts: &'a [FactDefinition], comparisons: &[&Comparison]) -> Vec<Column<'a>> {
    let mut needed: Vec<&str> = comparisons.iter().map(|own| own.fact.as_str()).collect();
    // A gate stands before its follow-up, so that one way back meets all of them.
    for fact in facts.iter().rev() {
        if let (Some(gate), true) = (&fact.gate, needed.contains(&fact.id.as_str())) {
            needed.push(&gate.fact);
        }
    }
    let own = facts
        .iter()
        .filter(|fact| needed.contains(&fact.id.as_str()));
    let mut columns: Vec<Column<'a>> = Vec::new();
    for fact in own {
        let comparison = comparisons.iter().find(|own| own.fact == fact.id);
        let gate = fact.gate.as_ref();
        let gate = gate.and_then(|gate| columns.iter().position(|each| each.fact.id == gate.fact));
        let is_gate = facts.iter().any(|follow_up| {
            let gate = follow_up.gate.as_ref();
            needed.contains(&follow_up.id.as_str()) && gate.is_some_and(|gate| gate.fact == fact.id)
        });
        let mut choices = choices(&fact.kind, comparison.map(|own| &own.test), is_gate);
        let mut seen = Vec::new();
        choices.retain(|choice| {
            let is_new = !seen.contains(choice);
            seen.push(choice.clone());
            is_new
        });
        columns.push(Column {
            fact,
            choices,
            gate,
        });
    }
    columns
}

/// The answers to a fact. The values are told apart only where a follow-up depends on them.
fn choices(kind: &Kind, test: Option<&Test>, is_gate: bool) -> Vec<Choice> {
    let truths = ["false".to_owned(), "true".to_owned()];
    let values = if *kind == Kind::YesNo {
        &truths
    } else {
        kind.values()
    };
    let judged = |value: &String| Choice {
        truth: test.map_or(Truth::Unknown, |test| judge(test, value, values)),
        value: is_gate.then(|| value.clone()),
    };
    let of = |truth: Truth| Choice { truth, value: None };
    let mut choices: Vec<Choice> = values.iter().map(judged).collect();
    match (kind, test) {
        (Kind::Choices(_), _) => choices.push(of(Truth::False)),
        (Kind::BirthDate | Kind::Date | Kind::Quantity(_), Some(test)) => {
            choices.extend(reach(test, kind).into_iter().map(of));
        }
        _ => {}
    }
    if is_gate || choices.is_empty() {
        choices.push(of(Truth::Unknown));
    }
    choices
}

fn judge(test: &Test, value: &String, values: &[String]) -> Truth {
    match test {
        Test::Is {
            values: holds,
            unclear,
        }
        | Test::Has {
            values: holds,
            unclear,
        } => match (holds.contains(value), unclear.contains(value)) {
            (true, _) => Truth::True,
            (_, true) => Truth::Unknown,
            _ => Truth::False,
        },
        Test::Step { at_least, below } => {
            let place = |step: &String| values.iter().position(|known| known == step);
            let (at, from) = (place(value), at_least.as_ref().and_then(place));
            let to = below.as_ref().and_then(place);
            let holds =
                from.is_none_or(|from| at >= Some(from)) && to.is_none_or(|to| at < Some(to));
            if holds { Truth::True } else { Truth::False }
        }
        _ => Truth::Unknown,
    }
}

/// What a comparison of dates or amounts can come to, over all answers that are taken.
fn reach(test: &Test, kind: &Kind) -> Vec<Truth> {
    let (can_hold, can_fail) = match test {
        Test::Age { at_least, below } => (
            at_least.is_none_or(|age| !is_beyond(age)),
            at_least.is_some_and(|age| !is_nothing(age))
                || below.is_some_and(|age| !is_beyond(age)),
        ),
        Test::Within(period) => (true, !is_beyond(*period)),
        Test::LongerAgoThan(period) => (!is_beyond(*period), true),
        Test::Amount { at_least, below } => (true, below.is_some() || !is_all(*at_least, kind)),
        _ => (true, true),
    };
    let truths = [(can_hold, Truth::True), (can_fail, Truth::False)];
    let possible = truths.into_iter().filter(|(possible, _)| *possible);
    possible.map(|(_, truth)| truth).collect()
}

fn is_nothing(period: Period) -> bool {
    matches!(period, Period::Days(0) | Period::Months(0))
}

/// Whether a period is surely longer ago than any date that is taken.
fn is_beyond(period: Period) -> bool {
    match period {
        Period::Months(months) => months > OLDEST_YEARS * 12,
        Period::Days(days) => u32::from(days) > u32::from(OLDEST_YEARS) * 366,
    }
}

/// Whether an amount is the least one that its kind has.
fn is_all(at_least: Option<(Thousandths, Unit)>, kind: &Kind) -> bool {
    let (Some((number, unit)), Kind::Quantity(dimension)) = (at_least, kind) else {
        return true;
    };
    Amount::new(number, unit).from_here() <= dimension.range().first
}

/// What each comparison comes to for one combination of answers.
fn row(number: usize, columns: &[Column<'_>], comparisons: &[&Comparison]) -> Vec<Truth> {
    let mut rest = number;
    let mut taken: Vec<(&str, Truth, Option<&str>, bool)> = Vec::new();
    for column in columns {
        let count = column.choices.len().max(1);
        let choice = column.choices.get(rest % count);
        rest /= count;
        let gate = column.fact.gate.as_ref();
        let above = column.gate.and_then(|at| taken.get(at));
        let is_open = gate
            .zip(above)
            .is_none_or(|(gate, (_, _, value, is_open))| {
                *is_open
                    && match value {
                        Some(value) => gate.is.iter().any(|name| name == value),
                        None => gate.or_unknown,
                    }
            });
        let truth = choice
            .filter(|_| is_open)
            .map_or(Truth::Unknown, |own| own.truth);
        let value = choice.and_then(|own| own.value.as_deref());
        taken.push((&column.fact.id, truth, value, is_open));
    }
    let truth = |comparison: &&Comparison| {
        let own = taken.iter().find(|(id, ..)| *id == comparison.fact);
        own.map_or(Truth::Unknown, |(_, truth, ..)| *truth)
    };
    comparisons.iter().map(truth).collect()
}
