//! Every limit moved by one step: an amount by 1 and by 0.001, an age and a length of time by one of
//! its unit, by a month and by a day, a scale by a step, the age from which a text is shown by a year.

use super::place::{Mutant, Place};
use super::trial::{Trial, with};
use toml::{Table, Value};

const AMOUNT: &str = "an amount is another one";
const AGE: &str = "an age is another one";
const PERIOD: &str = "a length of time is another one";
const STEP: &str = "a step of a scale is another one";
const SHOWN: &str = "the age from which a text is shown is another one";

pub(crate) fn of(trial: &Trial) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for part in trial.comparisons() {
        for key in ["at_least", "below"] {
            let place = part.place.key(key);
            match part.table.get(key) {
                Some(Value::Table(amount)) => mutants.extend(amounts(trial, amount, &place)),
                Some(step) => {
                    let fact = part.table["fact"].as_str().expect("a name");
                    mutants.extend(steps(trial, fact, step, &place));
                }
                None => {}
            }
        }
        if let Some(age) = part.table.get("age").and_then(Value::as_table) {
            let place = part.place.key("age");
            mutants.extend(lengths(trial, AGE, age, &["at_least", "below"], &place));
        }
        for key in ["within", "longer_ago_than"] {
            if let Some(period) = part.table.get(key).and_then(Value::as_table) {
                let place = part.place.key(key);
                mutants.extend(lengths(trial, PERIOD, period, &["value"], &place));
            }
        }
    }
    mutants.extend(shown(trial));
    mutants
}

/// A number of thousandths as a document writes it.
fn decimal(thousandths: i64) -> Value {
    let text = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
    Value::Float(text.parse().expect("a number"))
}

fn thousandths(value: &Value) -> i64 {
    let text = match value {
        Value::Integer(number) => format!("{number}.000"),
        Value::Float(number) => format!("{number:.3}"),
        _ => panic!("{value} is no number"),
    };
    text.replace('.', "").parse().expect("a number")
}

fn amounts(trial: &Trial, amount: &Table, place: &Place) -> Vec<Mutant> {
    let limit = thousandths(&amount["value"]);
    let near = [-1000, -1, 1, 1000].map(|step| limit + step);
    let near = near.into_iter().filter(|other| *other >= 0);
    let moved = near.map(|other| {
        let value = decimal(other);
        trial.put(AMOUNT, &place.key("value"), &value.to_string(), value)
    });
    let unit = amount["unit"].as_str().expect("a unit");
    let units = ["kg", "jin", "lb", "%"].into_iter();
    let units = units.filter(|other| *other != unit);
    let measured = units.map(|other| trial.put(AMOUNT, &place.key("unit"), other, other));
    moved.chain(measured).collect()
}

fn steps(trial: &Trial, fact: &str, step: &Value, place: &Place) -> Vec<Mutant> {
    let values = trial.values(fact);
    let at = values.iter().position(|value| value == step);
    let at = at.expect("a step of the scale");
    let near = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
    let near = near.filter_map(|other| values.get(other));
    near.map(|other| trial.put(STEP, place, &other.to_string(), other.clone()))
        .collect()
}

const UNITS: [&str; 4] = ["years", "months", "weeks", "days"];

/// Every number of another unit that is as much, or comes near.
fn near(count: i64, unit: &str, other: &str) -> Vec<i64> {
    let range = match (unit, other) {
        _ if unit == other => count - 1..=count + 1,
        ("years", "months") => count * 12 - 1..=count * 12 + 1,
        ("weeks", "days") => count * 7 - 1..=count * 7 + 1,
        // 365 and 366 days, 28 to 31 days: all that a year or a month can be, and one beyond.
        ("years", "days") => count * 365 + count / 4 - 1..=count * 365 + count / 4 + 2,
        ("months", "days") => count * 30 - 2..=count * 31 + 1,
        _ => return Vec::new(),
    };
    range.filter(|count| *count >= 0).collect()
}

/// An age or a length of time with its ends near by, in every unit and in every combination; and
/// with the same numbers of another unit.
fn moved(length: &Table, ends: &[&str]) -> Vec<Table> {
    let unit = length["unit"].as_str().expect("a unit");
    let mut tables = Vec::new();
    for other in UNITS {
        let in_unit = with(length, &[("unit", other.into())]);
        let mut near_by = vec![in_unit.clone()];
        for end in ends.iter().filter(|end| length.contains_key(**end)) {
            let count = length[*end].as_integer().expect("a whole number");
            let counts = near(count, unit, other);
            let each = |table: Table| {
                counts
                    .iter()
                    .map(move |count| with(&table, &[(end, (*count).into())]))
            };
            near_by = near_by.into_iter().flat_map(each).collect();
        }
        if !near_by.contains(&in_unit) {
            near_by.push(in_unit);
        }
        tables.extend(near_by);
    }
    tables.retain(|table| exact(table, ends) != exact(length, ends));
    tables
}

/// The ends in a unit in which lengths are the same exactly if their numbers are.
fn exact(length: &Table, ends: &[&str]) -> (&'static str, Vec<Option<i64>>) {
    let (unit, factor) = match length["unit"].as_str().expect("a unit") {
        "years" => ("months", 12),
        "months" => ("months", 1),
        "weeks" => ("days", 7),
        _ => ("days", 1),
    };
    let end = |end: &&str| Some(length.get(*end)?.as_integer()? * factor);
    (unit, ends.iter().map(end).collect())
}

fn lengths(
    trial: &Trial,
    class: &'static str,
    length: &Table,
    ends: &[&str],
    place: &Place,
) -> Vec<Mutant> {
    let tables = moved(length, ends).into_iter();
    let mutant = |table: Table| {
        let what = Value::Table(table.clone()).to_string();
        trial.put(class, place, &what, table)
    };
    tables.map(mutant).collect()
}

fn shown(trial: &Trial) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for criterion in trial.tables("criterion") {
        let people = criterion.table.get("people").and_then(Value::as_array);
        for (item, people) in people.into_iter().flatten().enumerate() {
            let age = people.get("from_age").and_then(Value::as_integer);
            let place = criterion.place.key("people").item(item).key("from_age");
            let near = age.into_iter().flat_map(|age| [age - 1, age + 1]);
            mutants.extend(near.map(|age| trial.put(SHOWN, &place, &age.to_string(), age)));
        }
    }
    mutants
}
