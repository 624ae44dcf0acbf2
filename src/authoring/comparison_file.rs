//! Reading one comparison of a rule: `{ fact = "weight", at_least = { value = 10, unit = "kg" } }`.

use super::diagnostic::Log;
use super::document::Table;
use super::fact_file::{origin, value_names};
use super::form::FormMistake;
use super::meaning::MeaningMistake;
use super::period_file::{read_age, read_period};
use super::value::Value;
use crate::engine::{Comparison, Test, Thousandths, Unit};
use toml::Spanned;

/// The keys by which the kind of a comparison is told.
const TESTS: [&str; 9] = [
    "is",
    "has",
    "at_least",
    "above",
    "below",
    "at_most",
    "age",
    "within",
    "longer_ago_than",
];

/// Reads a comparison.
pub(crate) fn read_comparison(mut table: Table<'_>, log: &mut Log) -> Option<Comparison> {
    let fact = table.text("fact", log);
    let reason = table.text_if_any("reason", log);
    let unclear = table.get("unclear");
    if let (Some(unclear), None) = (unclear, reason) {
        log.error(unclear.range(), MeaningMistake::NoReason);
    }
    let origin = origin(table.range());
    let test = read_test(&mut table, log);
    let names_values = matches!(test, Some(Test::Is { .. } | Test::Has { .. }) | None);
    if let (Some(unclear), false) = (unclear, names_values) {
        log.error(unclear.range(), MeaningMistake::UnclearWithoutValues);
    }
    table.close(log);
    Some(Comparison {
        fact: fact?.into_inner(),
        test: test?,
        origin,
    })
}

fn read_test(table: &mut Table<'_>, log: &mut Log) -> Option<Test> {
    let what = "a comparison";
    let found: Vec<_> = TESTS
        .into_iter()
        .filter(|key| table.get(key).is_some())
        .collect();
    match found[..] {
        // A slip of the pen is said with what it was meant for.
        [] if table.has_slip_of(&TESTS) => None,
        [] => {
            log.error(table.head(), FormMistake::NoneOf { what, keys: &TESTS });
            None
        }
        ["is" | "has"] => read_values(found[0], table, log),
        ["age"] => read_age(table.require("age", log)?, log),
        ["within"] => read_period(table.require("within", log)?, log).map(Test::Within),
        ["longer_ago_than"] => {
            read_period(table.require("longer_ago_than", log)?, log).map(Test::LongerAgoThan)
        }
        ["at_least" | "below"] | ["at_least", "below"] => read_ends(table, log),
        ["above" | "at_most"] | ["at_least" | "above", "below" | "at_most"] => {
            read_bounds(table, log)
        }
        [one, other, ..] => {
            let keys = [one, other];
            log.error(table.head(), FormMistake::BothOf { what, keys });
            None
        }
        [_] => None,
    }
}

fn read_values(key: &'static str, table: &mut Table<'_>, log: &mut Log) -> Option<Test> {
    let values = value_names(table.require(key, log)?, log);
    let unclear = table.get("unclear");
    let unclear = unclear.map_or(Vec::new(), |value| value_names(value, log));
    Some(match key {
        "is" => Test::Is { values, unclear },
        _ => Test::Has { values, unclear },
    })
}

/// One end of a comparison.
enum End {
    Step(String),
    Amount((Thousandths, Unit)),
}

fn read_ends(table: &mut Table<'_>, log: &mut Log) -> Option<Test> {
    let below = table.get("below");
    let ends = [table.get("at_least"), below].map(|end| end.map(|end| read_end(end, log)));
    match ends {
        [Some(None), _] | [_, Some(None)] => None,
        ends => match ends.map(Option::flatten) {
            [Some(End::Step(_)), Some(End::Amount(_))]
            | [Some(End::Amount(_)), Some(End::Step(_))] => {
                log.error(below.map(Value::range), FormMistake::DifferentEnds);
                None
            }
            ends @ ([Some(End::Step(_)), _] | [_, Some(End::Step(_))]) => {
                let [at_least, below] = ends.map(step);
                Some(Test::Step { at_least, below })
            }
            ends => {
                let [at_least, below] = ends.map(amount);
                Some(Test::Amount { at_least, below })
            }
        },
    }
}

/// Reads the ends of amounts of which one is given by `above` or `at_most`; scales have no such ends.
fn read_bounds(table: &mut Table<'_>, log: &mut Log) -> Option<Test> {
    let said = log.len();
    let mut read = |key: &'static str| read_amount(table.get(key)?, log);
    let [at_least, above, below, at_most] =
        ["at_least", "above", "below", "at_most"].map(&mut read);
    (log.len() == said).then_some(Test::Bounds {
        at_least,
        above,
        below,
        at_most,
    })
}

fn step(end: Option<End>) -> Option<String> {
    match end? {
        End::Step(step) => Some(step),
        End::Amount(_) => None,
    }
}

fn amount(end: Option<End>) -> Option<(Thousandths, Unit)> {
    match end? {
        End::Step(_) => None,
        End::Amount(amount) => Some(amount),
    }
}

fn read_end(value: Value<'_>, log: &mut Log) -> Option<End> {
    if value.inner().is_str() {
        return value.text(log).map(Spanned::into_inner).map(End::Step);
    }
    if value.table_if_any().is_none() {
        value.wrong_type(
            "a step of a scale as text, or an amount such as `{ value = 10, unit = \"kg\" }`",
            log,
        );
        return None;
    }
    read_amount(value, log).map(End::Amount)
}

fn read_amount(value: Value<'_>, log: &mut Log) -> Option<(Thousandths, Unit)> {
    let Some(mut table) = value.table_if_any() else {
        value.wrong_type("an amount such as `{ value = 10, unit = \"kg\" }`", log);
        return None;
    };
    let units: Vec<_> = Unit::all().collect();
    let number = table
        .require("value", log)
        .and_then(|value| read_decimal(value, log));
    let unit = table
        .require("unit", log)
        .and_then(|value| value.word(&units, log));
    table.close(log);
    Some((number?, unit?.into_inner()))
}

fn read_decimal(value: Value<'_>, log: &mut Log) -> Option<Thousandths> {
    let found = value.number(log)?;
    match Thousandths::parse(&found) {
        Ok(number) => Some(number),
        Err(error) => {
            log.error(value.range(), FormMistake::NotDecimal { found, error });
            None
        }
    }
}
