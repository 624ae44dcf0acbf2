//! What the CQL expressions of HL7's tests say, as far as the engine has anything like it. Nothing
//! is evaluated here; what the engine has nothing like is no expression, and is said by name.

use super::date::Moment;

/// A part of a CQL expression.
#[derive(Clone, Debug)]
pub(crate) enum Expression {
    /// `null`, of any type.
    Null,
    /// `true` or `false`.
    Truth(bool),
    /// A number, as it is written.
    Number(String),
    /// A number with a unit, as they are written.
    Quantity(String, String),
    /// A text.
    Text(String),
    /// A date, or a moment of a day.
    Date(Moment),
    /// A sum or a difference of a date and a length of time.
    Moved(Box<Expression>, Direction, Span),
    /// The date of a moment.
    DateFrom(Box<Expression>),
    /// How many whole units lie between two dates.
    Between(Unit, Box<Expression>, Box<Expression>),
    /// A comparison; of dates, to a precision where one is named.
    Compare(Box<Expression>, Order, Option<Unit>, Box<Expression>),
    /// The first lies from the second to the third, both included.
    Within(Box<[Expression; 3]>),
    /// `not`.
    Not(Box<Expression>),
    /// Two parts joined.
    Join(Box<Expression>, Junction, Box<Expression>),
    /// `if`, or a `case`.
    If(Box<[Expression; 3]>),
}

/// How two values lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    Less,
    AtMost,
    Equal,
    NotEqual,
    AtLeast,
    Greater,
}

impl Order {
    /// The same comparison with its sides changed.
    pub(crate) fn mirrored(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::AtMost => Self::AtLeast,
            Self::Equal => Self::Equal,
            Self::NotEqual => Self::NotEqual,
            Self::AtLeast => Self::AtMost,
            Self::Greater => Self::Less,
        }
    }
}

/// How two truth values are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Junction {
    And,
    Or,
    Xor,
    Implies,
}

/// Whether a date is moved ahead or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Later,
    Earlier,
}

/// A calendar unit that the engine counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// So many of a calendar unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span(pub(crate) u16, pub(crate) Unit);

/// Why an expression is not put to the engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Absent {
    /// The engine has nothing like this part.
    NothingLike(String),
    /// No way of saying it is a trial that the engine accepts, or answers that it accepts.
    Refused(String),
}

/// Says that the engine has nothing like it.
pub(crate) fn nothing_like<T>(what: impl Into<String>) -> Result<T, Absent> {
    Err(Absent::NothingLike(what.into()))
}
