//! The engine: a pure function of (trial, answers, today).
//!
//! It knows no clock, file, network, random number, format, words or page; `.clippy.toml` and the
//! dependencies of the two targets keep it so. Everything above may use it; it uses nothing above.
//!
//! A trial goes from [`TrialDefinition`] to [`Trial`] by [`Trial::check`]; answers go from
//! [`Answers`] to [`Accepted`] by [`accept`]. Then [`findings`], [`worth_asking`] and [`forecast`]
//! say what they come to.

mod acceptance;
mod answer;
mod band;
mod birth_cells;
mod calendar;
mod check;
mod definition;
mod fact;
mod forecast;
mod given;
mod interval;
mod interview;
mod known_cases;
mod limits;
mod mistake;
mod one_line;
mod order;
mod quantity;
mod report;
mod screening;
mod trial;
mod truth;
mod unit;

pub(crate) use acceptance::accept_of_code;
pub use acceptance::{Accepted, OLDEST_YEARS, Refusal, RefusalKind, accept, birth_days, is_closed};
pub use answer::{Answer, Answers};
pub use band::{Band, End};
pub use birth_cells::{BirthCell, age_limit_until, birth_cells, is_birth_told};
pub use calendar::{Iso, PartialDate, PartialDateError, Period, completed_years, day_at, position};
pub use definition::{
    Comparison, CriterionDefinition, FactDefinition, GateDefinition, Origin, Rule, Test,
    TrialDefinition,
};
pub use fact::{Fact, FactIndex, Family, Gate, Kind, ValueSet};
pub use forecast::{Forecast, YEARS_AHEAD, forecast, forecast_criterion};
pub use given::{
    Given, GivenMistake, GivenMistakeKind, MOST_NESTED, accept_given, read_answers, write_answers,
};
pub use interval::Interval;
pub use interview::{most_questions_left, next_question, worth_asking};
pub use known_cases::KnownCases;
pub use mistake::{Mistake, MistakeKind};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use one_line::OneLine;
pub use quantity::{Amount, DecimalError, Thousandths};
pub use report::Report;
pub use screening::{Finding, Verdict, findings, rule_truth, undecided};
pub use time::{Date, Month};
pub use trial::{Criterion, Polarity, Trial};
pub use truth::Truth;
pub use unit::{Dimension, Unit};
