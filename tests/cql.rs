//! HL7's tests of the Clinical Quality Language, put to the engine. An expression is said as the
//! rule of a trial with answers to it, in every way in which it can be said, and the engine alone
//! judges it; nothing here compares a value with another. `tests/cql/SOURCES.md` says whose the tests
//! are, `tests/cql/skipped.toml` which ones do not apply, and why.

#![allow(missing_docs, clippy::pedantic)]

#[path = "cql/date.rs"]
mod date;
#[path = "cql/expression.rs"]
mod expression;
#[path = "cql/files.rs"]
mod files;
#[path = "cql/judge.rs"]
mod judge;
#[path = "cql/parser.rs"]
mod parser;
#[path = "cql/rule.rs"]
mod rule;
#[path = "cql/skipped.rs"]
mod skipped;
#[path = "cql/token.rs"]
mod token;
#[path = "cql/way.rs"]
mod way;

use expression::{Absent, Expression, Unit, nothing_like};
use files::{Case, Expected, cases};
use judge::{Outcome, is_value, truth, value};
use prescreen::engine::{PartialDate, Truth, completed_years};
use serde::Deserialize;

/// How a test comes out.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Result {
    /// As HL7 asks.
    Passes,
    /// Otherwise: what the engine says.
    Differs(String),
    /// The engine has nothing like it.
    Absent(Absent),
}

fn result(case: &Case) -> Result {
    let Expected::Output(output) = &case.expected else {
        return Result::Absent(Absent::NothingLike("an error that is asked for".into()));
    };
    match outcome(&case.expression, output) {
        Err(absent) => Result::Absent(absent),
        Ok((found, expected)) if found == expected => Result::Passes,
        Ok((found, _)) => Result::Differs(format!("{found:?}")),
    }
}

/// What an expression comes to, and what the output asks for.
fn outcome(expression: &str, output: &str) -> std::result::Result<(Outcome, Outcome), Absent> {
    let expression = parser::read(expression)?;
    let known = |truth| Ok(Outcome::Truth(truth));
    let expected = match output {
        "true" => known(Truth::True),
        "false" => known(Truth::False),
        "null" => known(Truth::Unknown),
        _ => nothing_like(""),
    };
    if let Ok(expected) = expected {
        return Ok((truth(&expression).map(Outcome::Truth)?, expected));
    }
    if let Expression::If(_) = expression {
        let value = parser::read(output)?;
        let found = is_value(&expression, &value)?;
        return Ok((Outcome::Truth(found), Outcome::Truth(Truth::True)));
    }
    Ok((value(&expression)?, read_output(output)?))
}

/// Reads `5`, `Interval[ 4, 5 ]` or `@2016-07-01T`.
fn read_output(output: &str) -> std::result::Result<Outcome, Absent> {
    if let Some(date) = output.strip_prefix('@') {
        return date::literal(date)?.date().map(Outcome::Date);
    }
    let inside = output.trim_start_matches("Interval[").trim_end_matches(']');
    let numbers: Vec<_> = inside
        .split(',')
        .map(|number| number.trim().parse())
        .collect();
    match numbers[..] {
        [Ok(number)] => Ok(Outcome::Count(number, number)),
        [Ok(least), Ok(most)] => Ok(Outcome::Count(least, most)),
        _ => nothing_like(output),
    }
}

#[test]
fn every_test_of_hl7_passes_or_is_listed_with_the_reason() {
    let results: Vec<_> = cases()
        .into_iter()
        .map(|case| (case.clone(), result(&case)))
        .collect();
    let passed = results
        .iter()
        .filter(|(_, result)| *result == Result::Passes)
        .count();
    let wrong = skipped::differences(&results);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!((results.len(), passed), (648, 222));
}

#[test]
fn every_logical_operator_of_hl7_passes() {
    let logical = cases()
        .into_iter()
        .filter(|case| case.name.starts_with("CqlLogicalOperatorsTest/"));
    let results: Vec<_> = logical.map(|case| result(&case)).collect();
    assert_eq!(results, vec![Result::Passes; 39]);
}

/// Cases of ages, from the specification.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ages {
    age: Vec<Age>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Age {
    source: String,
    expression: String,
    output: String,
}

#[test]
fn ages_are_counted_as_the_specification_defines_durations() {
    let ages: Ages = toml::from_str(include_str!("cql/ages.toml")).expect("the ages read");
    for age in ages.age {
        let said = format!("{}: `{}`", age.source, age.expression);
        let (found, expected) = outcome(&age.expression, &age.output).expect(&said);
        assert_eq!(found, expected, "{said}");
        if let (Some(years), Outcome::Count(least, most)) = (years(&age.expression), expected) {
            assert_eq!((years, years), (least, most), "{said}, by completed years");
        }
    }
}

/// The completed years between two days, where an expression asks for them.
fn years(expression: &str) -> Option<u16> {
    let Ok(Expression::Between(Unit::Year, from, to)) = parser::read(expression) else {
        return None;
    };
    match (rule::date(&from), rule::date(&to)) {
        (Ok(PartialDate::Day(from)), Ok(PartialDate::Day(to))) => Some(completed_years(from, to)),
        _ => None,
    }
}
