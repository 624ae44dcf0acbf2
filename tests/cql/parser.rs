//! Reads the CQL expressions that bear on the engine, by descent through the precedence of CQL's
//! operators. What is not read is said by the word or sign at which it ends.

use super::date::{constructed, literal};
use super::expression::Expression::{self, Compare, Join, Not};
use super::expression::{Absent, Direction, Junction, Order, Span, Unit, nothing_like};
use super::token::{Token, tokens};
use prescreen::engine::{Date, Month, PartialDate};

type Read = Result<Expression, Absent>;

/// Reads a whole expression.
pub(crate) fn read(text: &str) -> Read {
    let tokens = tokens(text).or_else(nothing_like)?;
    let mut parser = Parser { tokens, place: 0 };
    let expression = parser.implied()?;
    match parser.peek() {
        None => Ok(expression),
        token => nothing_like(said(token)),
    }
}

/// `Today()`: a day like any other, as the engine is told which day it is.
fn today() -> Expression {
    let day = Date::from_calendar_date(2026, Month::November, 24);
    day.map_or(Expression::Null, |day| {
        Expression::Date(super::date::Moment {
            date: PartialDate::Day(day),
            time: super::date::Time::None,
        })
    })
}

struct Parser {
    tokens: Vec<Token>,
    place: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.place)
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.place).cloned();
        self.place += 1;
        token
    }

    /// Passes these words and signs, if they come next.
    fn takes(&mut self, words: &str) -> bool {
        let end = self.place + words.split(' ').count();
        let Some(next) = self.tokens.get(self.place..end) else {
            return false;
        };
        let same = words.split(' ').zip(next).all(|(word, token)| match token {
            Token::Word(found) => found == word,
            Token::Sign(found) => *found == word,
            _ => false,
        });
        if same {
            self.place = end;
        }
        same
    }

    fn must_take(&mut self, word: &str) -> Result<(), Absent> {
        match self.takes(word) {
            true => Ok(()),
            false => nothing_like(format!("no `{word}` before {:?}", self.peek())),
        }
    }

    fn implied(&mut self) -> Read {
        self.joined("implies", Junction::Implies, Self::either)
    }

    /// Operands with a word between each two, from the left.
    fn joined(&mut self, word: &str, junction: Junction, operand: fn(&mut Self) -> Read) -> Read {
        let mut left = operand(self)?;
        while self.takes(word) {
            left = Join(Box::new(left), junction, Box::new(operand(self)?));
        }
        Ok(left)
    }

    fn either(&mut self) -> Read {
        let mut left = self.both()?;
        loop {
            let junction = match (self.takes("or"), self.takes("xor")) {
                (true, _) => Junction::Or,
                (_, true) => Junction::Xor,
                _ => return Ok(left),
            };
            left = Join(Box::new(left), junction, Box::new(self.both()?));
        }
    }

    fn both(&mut self) -> Read {
        self.joined("and", Junction::And, Self::negated)
    }

    fn negated(&mut self) -> Read {
        match self.takes("not") {
            true => Ok(Not(Box::new(self.negated()?))),
            false => self.comparison(),
        }
    }

    fn comparison(&mut self) -> Read {
        let left = self.sum()?;
        if self.takes("between") {
            let low = self.sum()?;
            self.must_take("and")?;
            let high = self.sum()?;
            return Ok(Expression::Within(Box::new([left, low, high])));
        }
        let Some((order, unit)) = self.order()? else {
            return Ok(left);
        };
        Ok(Compare(Box::new(left), order, unit, Box::new(self.sum()?)))
    }

    fn order(&mut self) -> Result<Option<(Order, Option<Unit>)>, Absent> {
        let signs = [
            ("<=", Order::AtMost),
            (">=", Order::AtLeast),
            ("!=", Order::NotEqual),
            ("<", Order::Less),
            (">", Order::Greater),
            ("=", Order::Equal),
        ];
        for (sign, order) in signs {
            if self.takes(sign) {
                return Ok(Some((order, None)));
            }
        }
        if self.takes("~") {
            return nothing_like("`~`");
        }
        for (word, order) in [("after", Order::Greater), ("before", Order::Less)] {
            if self.takes(word) {
                let unit = self.unit()?;
                self.must_take("of")?;
                return Ok(Some((order, Some(unit))));
            }
        }
        if self.takes("same") {
            return self.same().map(Some);
        }
        if self.takes("on or after") {
            return Ok(Some((Order::AtLeast, None)));
        }
        Ok(None)
    }

    fn same(&mut self) -> Result<(Order, Option<Unit>), Absent> {
        let unit = match self.peek() {
            Some(Token::Word(word)) if word == "or" => Unit::Day,
            _ => self.unit()?,
        };
        if self.takes("as") {
            Ok((Order::Equal, Some(unit)))
        } else if self.takes("or after") {
            Ok((Order::AtLeast, Some(unit)))
        } else {
            self.must_take("or before")?;
            Ok((Order::AtMost, Some(unit)))
        }
    }

    fn unit(&mut self) -> Result<Unit, Absent> {
        match self.peek() {
            Some(Token::Word(word)) => match unit(word) {
                Some(unit) => {
                    self.place += 1;
                    Ok(unit)
                }
                None if is_time(word) => nothing_like("a unit finer than a day"),
                None => nothing_like("arithmetic"),
            },
            other => nothing_like(format!("{other:?}")),
        }
    }

    fn sum(&mut self) -> Read {
        let mut left = self.part()?;
        loop {
            let direction = match (self.takes("+"), self.takes("-")) {
                (true, _) => Direction::Later,
                (_, true) => Direction::Earlier,
                _ => return Ok(left),
            };
            let Some(Token::Number(count)) = self.next() else {
                return nothing_like("arithmetic");
            };
            let Ok(count) = count.parse() else {
                return nothing_like("arithmetic");
            };
            let span = Span(count, self.unit()?);
            left = Expression::Moved(Box::new(left), direction, span);
        }
    }

    fn part(&mut self) -> Read {
        if self.takes("difference in days between") {
            return self.difference();
        }
        if self.takes("difference in") {
            return nothing_like("crossed boundaries");
        }
        if self.takes("date from") {
            return Ok(Expression::DateFrom(Box::new(self.part()?)));
        }
        if self.takes("if") {
            return self.branches();
        }
        if self.takes("case when") {
            return self.cases();
        }
        match self.next() {
            Some(Token::Word(word)) => self.word(&word),
            Some(Token::Sign("-")) => self.negative(),
            Some(Token::Sign("(")) => {
                let inside = self.implied()?;
                self.must_take(")")?;
                Ok(inside)
            }
            Some(Token::Number(number)) => self.number(number),
            Some(Token::Text(text)) => Ok(Expression::Text(text)),
            Some(Token::Literal(text)) => literal(&text).map(Expression::Date),
            token => nothing_like(said(token.as_ref())),
        }
    }

    fn number(&mut self, number: String) -> Read {
        match self.peek().cloned() {
            Some(Token::Text(unit)) => {
                self.place += 1;
                Ok(Expression::Quantity(number, unit))
            }
            Some(Token::Word(word)) if is_time(&word) => nothing_like("a length of time alone"),
            _ => Ok(Expression::Number(number)),
        }
    }

    fn negative(&mut self) -> Read {
        match self.next() {
            Some(Token::Number(number)) => self.number(format!("-{number}")),
            token => nothing_like(format!("minus {token:?}")),
        }
    }

    fn word(&mut self, word: &str) -> Read {
        match word {
            "null" => {
                if self.takes("as") {
                    self.place += 1;
                }
                Ok(Expression::Null)
            }
            "true" => Ok(Expression::Truth(true)),
            "false" => Ok(Expression::Truth(false)),
            "Today" if self.takes("( )") => Ok(today()),
            "DateTime" | "Date" => self.constructor(),
            _ if self.takes("from") => nothing_like("a part of a date"),
            _ => match unit(word) {
                Some(unit) if self.takes("between") => self.between(unit),
                None if is_time(word) => nothing_like("a unit finer than a day"),
                _ => nothing_like(word),
            },
        }
    }

    fn constructor(&mut self) -> Read {
        self.must_take("(")?;
        let mut parts = Vec::new();
        let mut known = true;
        loop {
            let _ = self.takes("-");
            match self.next() {
                Some(Token::Number(number)) if known => parts.push(number),
                Some(Token::Word(word)) if word == "null" => known = false,
                token => return nothing_like(format!("{token:?} in a date")),
            }
            if self.takes(")") {
                break;
            }
            self.must_take(",")?;
        }
        match parts.is_empty() {
            true => Ok(Expression::Null),
            false => constructed(&parts).map(Expression::Date),
        }
    }

    fn between(&mut self, unit: Unit) -> Read {
        let from = self.sum()?;
        self.must_take("and")?;
        let to = self.sum()?;
        Ok(Expression::Between(unit, Box::new(from), Box::new(to)))
    }

    /// Midnights between two moments: the days between their dates.
    fn difference(&mut self) -> Read {
        let Expression::Between(_, from, to) = self.between(Unit::Day)? else {
            return nothing_like("a difference of anything else");
        };
        let date = |side: Box<Expression>| match *side {
            Expression::Date(moment) if moment.time == super::date::Time::Zoned => {
                nothing_like("a time zone")
            }
            side => Ok(Box::new(Expression::DateFrom(Box::new(side)))),
        };
        Ok(Expression::Between(Unit::Day, date(from)?, date(to)?))
    }

    fn branches(&mut self) -> Read {
        let condition = self.implied()?;
        self.must_take("then")?;
        let first = self.implied()?;
        self.must_take("else")?;
        let second = self.implied()?;
        Ok(Expression::If(Box::new([condition, first, second])))
    }

    fn cases(&mut self) -> Read {
        let condition = self.implied()?;
        self.must_take("then")?;
        let first = self.implied()?;
        let second = if self.takes("when") {
            self.cases()?
        } else {
            self.must_take("else")?;
            let last = self.implied()?;
            self.must_take("end")?;
            last
        };
        Ok(Expression::If(Box::new([condition, first, second])))
    }
}

/// A token in words, for the list of what the engine has nothing like.
fn said(token: Option<&Token>) -> String {
    match token {
        Some(Token::Word(word)) => word.clone(),
        Some(Token::Sign(sign)) => format!("`{sign}`"),
        Some(other) => format!("{other:?}"),
        None => "nothing".to_owned(),
    }
}

/// The calendar unit of a word.
fn unit(word: &str) -> Option<Unit> {
    match word.trim_end_matches('s') {
        "day" => Some(Unit::Day),
        "week" => Some(Unit::Week),
        "month" => Some(Unit::Month),
        "year" => Some(Unit::Year),
        _ => None,
    }
}

/// Whether a word is a unit of time, also one that the engine does not count in.
fn is_time(word: &str) -> bool {
    let finer = ["hour", "minute", "second", "millisecond"];
    unit(word).is_some() || finer.contains(&word.trim_end_matches('s'))
}
