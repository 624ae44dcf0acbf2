//! Says an expression as a rule of a trial, with the facts that it reads and the answers to them.
//! Nothing is compared here: the constants of one side become answers, those of the other limits.

use super::date::{days_of, each_day, moved, period};
use super::expression::Expression::{self, Compare, Join, Not, Within};
use super::expression::{Absent, Junction, Order, Span, Unit, nothing_like};
use super::way::{Dates, Said, Sides, Way};
use prescreen::engine::{
    Amount, Answer, Comparison, Date, Dimension, FactDefinition, Interval, Kind, Month, Origin,
    PartialDate, Period, Rule, Test, Thousandths, Unit as Measure, day_at, position,
};

type Built = Result<Rule, Absent>;

/// A rule, with what it is judged on.
pub(crate) struct Reading {
    /// The rule.
    pub(crate) rule: Rule,
    /// Its facts.
    pub(crate) facts: Vec<FactDefinition>,
    /// An answer to each of them.
    pub(crate) answers: Vec<Answer>,
    /// The days on which it is judged: one, or each that the day may be.
    pub(crate) days: Vec<Date>,
}

/// Says a condition in one of the ways.
pub(crate) fn condition(expression: &Expression, way: Way) -> Result<Reading, Absent> {
    let mut builder = Builder::new(way);
    let rule = builder.rule(expression)?;
    Ok(builder.finish(rule))
}

/// Says in one of the ways that an expression has a value.
pub(crate) fn has_value(
    expression: &Expression,
    value: &Expression,
    way: Way,
) -> Result<Reading, Absent> {
    let mut builder = Builder::new(way);
    let rule = builder.chosen(expression, value)?;
    Ok(builder.finish(rule))
}

/// Says that at least so many units lie between two dates.
pub(crate) fn at_least(
    unit: Unit,
    from: &Expression,
    to: &Expression,
    count: u16,
) -> Result<Reading, Absent> {
    let mut builder = Builder::new(Way::FIRST);
    let rule = builder.age(unit, from, to, [Some(count), None])?;
    Ok(builder.finish(rule))
}

/// What a date or a date made of others comes to.
pub(crate) fn date(expression: &Expression) -> Result<PartialDate, Absent> {
    match expression {
        Expression::Date(moment) => moment.date(),
        Expression::Moved(from, direction, span) => moved(date(from)?, *direction, *span),
        Expression::DateFrom(inside) => match &**inside {
            Expression::Date(moment) => Ok(moment.date),
            other => date(other),
        },
        other => nothing_like(format!("{other:?} as a date")),
    }
}

struct Builder {
    way: Way,
    facts: Vec<FactDefinition>,
    answers: Vec<Answer>,
    days: Option<Vec<Date>>,
}

impl Builder {
    fn new(way: Way) -> Self {
        Self {
            way,
            facts: Vec::new(),
            answers: Vec::new(),
            days: None,
        }
    }

    fn finish(self, rule: Rule) -> Reading {
        Reading {
            rule,
            facts: self.facts,
            answers: self.answers,
            days: self.days.unwrap_or_else(|| vec![late_day()]),
        }
    }

    fn rule(&mut self, expression: &Expression) -> Built {
        match expression {
            Expression::Truth(_) | Expression::Null => self.yes_no(expression, "true"),
            Not(inside) => self.rule(inside).map(negated),
            Join(left, junction, right) => self.joined(left, *junction, right),
            Compare(left, order, unit, right) => self.compared(left, *order, *unit, right),
            Within(parts) => self.within(parts),
            other => nothing_like(format!("{other:?} as a condition")),
        }
    }

    /// Adds a fact with its answer and compares it.
    fn fact(&mut self, kind: Kind, answer: Answer, test: Test) -> Rule {
        let id = format!("f{}", self.facts.len());
        self.answers.push(answer);
        self.facts.push(FactDefinition {
            id: id.clone(),
            kind,
            gate: None,
            origin: Origin::default(),
        });
        Rule::Compare(Comparison {
            fact: id,
            test,
            origin: Origin::default(),
        })
    }

    /// What stands for null: an answer that is not known, and one that was not given.
    fn unknown(&self) -> Answer {
        match self.way.said {
            Said::Plainly => Answer::NotKnown,
            Said::Otherwise => Answer::Unanswered,
        }
    }

    fn yes_no(&mut self, expression: &Expression, value: &str) -> Built {
        let answer = match expression {
            Expression::Truth(truth) => Answer::Value(u8::from(*truth)),
            Expression::Null => self.unknown(),
            other => return nothing_like(format!("{other:?} as a truth value")),
        };
        Ok(self.fact(Kind::YesNo, answer, is(value)))
    }

    fn joined(&mut self, left: &Expression, junction: Junction, right: &Expression) -> Built {
        let mut side = |side: &Expression| self.rule(side);
        let (one, two) = (side(left)?, side(right)?);
        let plainly = self.way.said == Said::Plainly;
        Ok(match (junction, plainly) {
            (Junction::And, true) => Rule::All(vec![one, two]),
            (Junction::And, false) => negated(Rule::Any(vec![negated(one), negated(two)])),
            (Junction::Or, true) => Rule::Any(vec![one, two]),
            (Junction::Or, false) => negated(Rule::All(vec![negated(one), negated(two)])),
            (Junction::Implies, true) => Rule::Any(vec![negated(one), two]),
            (Junction::Implies, false) => negated(Rule::All(vec![one, negated(two)])),
            // A rule compares a fact once, so what is said twice reads a second fact.
            (Junction::Xor, true) => {
                let (other_one, other_two) = (self.rule(left)?, self.rule(right)?);
                Rule::Any(vec![
                    Rule::All(vec![one, negated(two)]),
                    Rule::All(vec![negated(other_one), other_two]),
                ])
            }
            (Junction::Xor, false) => {
                let other_two = self.rule(right)?;
                Rule::If(Box::new([one, negated(two), other_two]))
            }
        })
    }

    fn compared(
        &mut self,
        left: &Expression,
        order: Order,
        unit: Option<Unit>,
        right: &Expression,
    ) -> Built {
        if order == Order::NotEqual {
            return self.compared(left, Order::Equal, unit, right).map(negated);
        }
        match self.way.sides {
            Sides::AsWritten => self.limited(left, order, unit, right),
            Sides::Mirrored => self.limited(right, order.mirrored(), unit, left),
        }
    }

    /// A comparison of an answer with a limit.
    fn limited(
        &mut self,
        subject: &Expression,
        order: Order,
        unit: Option<Unit>,
        limit: &Expression,
    ) -> Built {
        if let Expression::Between(of, from, to) = subject {
            return self.counted(*of, [from, to], order, limit);
        }
        match (limit, order) {
            (Expression::Truth(truth), Order::Equal) => self.yes_no(subject, &truth.to_string()),
            (Expression::Text(text), Order::Equal) => self.text(subject, text),
            (Expression::Text(_), _) => nothing_like("an order of texts"),
            (Expression::Number(_) | Expression::Quantity(..), _) => {
                self.amount(subject, order, limit)
            }
            (Expression::Null, _) => nothing_like("a limit that is not known"),
            _ => {
                let days = days_of(date(limit)?, unit.unwrap_or(Unit::Day))?;
                let subject = match subject {
                    Expression::Null => self.unknown(),
                    other => Answer::Date(date(other)?),
                };
                self.dated(subject, order, days)
            }
        }
    }

    fn text(&mut self, subject: &Expression, limit: &str) -> Built {
        let (given, answer) = match subject {
            Expression::Null => ("any", self.unknown()),
            Expression::Text(text) if text == limit => ("any", Answer::Value(0)),
            Expression::Text(text) => (text.as_str(), Answer::Value(1)),
            other => return nothing_like(format!("{other:?} as a text")),
        };
        let values = [limit, given, "other"].map(str::to_owned).to_vec();
        Ok(self.fact(Kind::Choice(values), answer, is(limit)))
    }

    fn within(&mut self, [subject, low, high]: &[Expression; 3]) -> Built {
        if self.way.said == Said::Plainly {
            let (low, high) = (amount(low)?, amount(high)?);
            return self.bounds(subject, [Some(low), None, None, Some(high)]);
        }
        Ok(Rule::All(vec![
            self.compared(subject, Order::AtLeast, None, low)?,
            self.compared(subject, Order::AtMost, None, high)?,
        ]))
    }

    fn amount(&mut self, subject: &Expression, order: Order, limit: &Expression) -> Built {
        let limit = Some(amount(limit)?);
        let (ends, opposite) = match order {
            Order::AtLeast => ([limit, None, None, None], [None, None, limit, None]),
            Order::Greater => ([None, limit, None, None], [None, None, None, limit]),
            Order::Less => ([None, None, limit, None], [limit, None, None, None]),
            Order::AtMost => ([None, None, None, limit], [None, limit, None, None]),
            Order::Equal | Order::NotEqual => {
                let ends = [limit, None, None, limit];
                return self.bounds(subject, ends);
            }
        };
        match self.way.said {
            Said::Plainly => self.bounds(subject, ends),
            Said::Otherwise => self.bounds(subject, opposite).map(negated),
        }
    }

    fn bounds(&mut self, subject: &Expression, ends: [Option<(Thousandths, Measure)>; 4]) -> Built {
        let dimension = ends.iter().flatten().next();
        let dimension = dimension.map_or(Dimension::Percentage, |end| end.1.dimension());
        let answer = match subject {
            Expression::Null => self.unknown(),
            other => {
                let (number, unit) = amount(other)?;
                Answer::Quantity(Interval::point(Amount::new(number, unit).from_here()))
            }
        };
        let [at_least, above, below, at_most] = ends;
        let test = Test::Bounds {
            at_least,
            above,
            below,
            at_most,
        };
        Ok(self.fact(Kind::Quantity(dimension), answer, test))
    }

    fn dated(&mut self, subject: Answer, order: Order, limit: Interval) -> Built {
        match order {
            Order::AtLeast => self.from(subject, limit.first),
            Order::Greater => self.from(subject, limit.last + 1),
            Order::Less => self.until(subject, limit.first),
            Order::AtMost => self.until(subject, limit.last + 1),
            Order::Equal | Order::NotEqual if self.way.dates == Dates::Birth => {
                self.judged_on(vec![late_day()])?;
                let ends = [limit.last, limit.first - 1].map(|day| Some(days_back(day)));
                Ok(self.born(subject, ends))
            }
            Order::Equal | Order::NotEqual => Ok(Rule::All(vec![
                self.from(subject, limit.first)?,
                self.until(subject, limit.last + 1)?,
            ])),
        }
    }

    /// The date is that day or a later one.
    fn from(&mut self, subject: Answer, day: i64) -> Built {
        match self.way.said {
            Said::Plainly => self.one_sided(subject, day, Order::AtLeast),
            Said::Otherwise => self.one_sided(subject, day, Order::Less).map(negated),
        }
    }

    /// The date lies before that day.
    fn until(&mut self, subject: Answer, day: i64) -> Built {
        match self.way.said {
            Said::Plainly => self.one_sided(subject, day, Order::Less),
            Said::Otherwise => self.one_sided(subject, day, Order::AtLeast).map(negated),
        }
    }

    fn one_sided(&mut self, subject: Answer, day: i64, order: Order) -> Built {
        let period = match self.way.dates {
            Dates::Birth | Dates::Days => {
                self.judged_on(vec![late_day()])?;
                days_back(day)
            }
            Dates::Months => {
                let period = Period::years(20);
                let judged = period.after(day_at(day));
                if position(period.before(judged)) != day {
                    return nothing_like("so many months before any day");
                }
                self.judged_on(vec![judged])?;
                period
            }
        };
        Ok(match (self.way.dates, order) {
            // Born that day or later: the age is below what it is for the day before.
            (Dates::Birth, Order::AtLeast) => self.born(subject, [None, Some(days_back(day - 1))]),
            (Dates::Birth, _) => self.born(subject, [Some(days_back(day - 1)), None]),
            (_, Order::AtLeast) => self.fact(Kind::Date, subject, Test::Within(period)),
            _ => self.fact(Kind::Date, subject, Test::LongerAgoThan(period)),
        })
    }

    fn born(&mut self, subject: Answer, [at_least, below]: [Option<Period>; 2]) -> Rule {
        self.fact(Kind::BirthDate, subject, Test::Age { at_least, below })
    }

    fn counted(
        &mut self,
        unit: Unit,
        [from, to]: [&Expression; 2],
        order: Order,
        limit: &Expression,
    ) -> Built {
        let Expression::Number(number) = limit else {
            return nothing_like("a count that is no number");
        };
        let count: u16 = number.parse().or_else(|_| nothing_like(number))?;
        let ends = match order {
            Order::AtLeast => [Some(count), None],
            Order::Greater => [Some(count + 1), None],
            Order::Less => [None, Some(count)],
            Order::AtMost => [None, Some(count + 1)],
            Order::Equal | Order::NotEqual => [Some(count), Some(count + 1)],
        };
        self.age(unit, from, to, ends)
    }

    /// The age of someone born on the one date, judged on each day that the other may be.
    fn age(
        &mut self,
        unit: Unit,
        from: &Expression,
        to: &Expression,
        ends: [Option<u16>; 2],
    ) -> Built {
        self.judged_on(each_day(date(to)?).collect())?;
        let mut spans = [None, None];
        for (span, count) in spans.iter_mut().zip(ends) {
            *span = count.map(|count| period(Span(count, unit))).transpose()?;
        }
        Ok(self.born(Answer::Date(date(from)?), spans))
    }

    fn judged_on(&mut self, days: Vec<Date>) -> Result<(), Absent> {
        match &self.days {
            Some(earlier) if *earlier != days => nothing_like("two days of judging"),
            _ => {
                self.days = Some(days);
                Ok(())
            }
        }
    }

    /// That what a condition chooses has a value.
    fn chosen(&mut self, expression: &Expression, value: &Expression) -> Built {
        let Expression::If(parts) = expression else {
            return self.compared(expression, Order::Equal, None, value);
        };
        let [condition, then, otherwise] = &**parts;
        Ok(Rule::If(Box::new([
            self.rule(condition)?,
            self.chosen(then, value)?,
            self.chosen(otherwise, value)?,
        ])))
    }
}

/// A day after every date of the tests that is compared with another.
fn late_day() -> Date {
    day_at(PartialDate::Month(2040, Month::December).days().last)
}

/// How many days before the late day that day lies.
fn days_back(day: i64) -> Period {
    Period::Days(u16::try_from(position(late_day()) - day).unwrap_or(u16::MAX))
}

fn negated(rule: Rule) -> Rule {
    Rule::Not(Box::new(rule))
}

fn is(value: &str) -> Test {
    Test::Is {
        values: vec![value.to_owned()],
        unclear: Vec::new(),
    }
}

/// A number, or an amount, as the engine reads it. It measures no lengths: a metre and a centimetre
/// are said as a gram a litre and a milligram a decilitre, which also stand 100 to 1.
fn amount(expression: &Expression) -> Result<(Thousandths, Measure), Absent> {
    let (number, unit) = match expression {
        Expression::Number(number) => (number, Measure::Percent),
        Expression::Quantity(number, unit) if unit == "m" => (number, Measure::GramPerLitre),
        Expression::Quantity(number, unit) if unit == "cm" => {
            (number, Measure::MilligramPerDecilitre)
        }
        other => return nothing_like(format!("{other:?} as an amount")),
    };
    match Thousandths::parse(number) {
        Ok(number) => Ok((number, unit)),
        Err(error) => nothing_like(format!("the number `{number}`: {error:?}")),
    }
}
