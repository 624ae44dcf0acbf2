//! Every value that a comparison names taken away, moved between what it takes for true and what it
//! takes for unclear, and every other value added to each. Taken away alone is among the removals.

use super::place::Mutant;
use super::trial::{Part, Trial, with};
use toml::{Table, Value};

const ADDED: &str = "a value is added to a comparison";
const MOVED: &str = "a value is moved between true and unclear";

pub(crate) fn of(trial: &Trial) -> Vec<Mutant> {
    let comparisons = trial.comparisons();
    let comparisons = comparisons.iter();
    comparisons.flat_map(|part| of_part(trial, part)).collect()
}

fn of_part(trial: &Trial, part: &Part<'_>) -> Vec<Mutant> {
    let keys = ["is", "has"].into_iter();
    let Some(key) = keys.into_iter().find(|key| part.table.contains_key(*key)) else {
        return Vec::new();
    };
    let fact = part.table["fact"].as_str().expect("a name");
    let mut mutants = Vec::new();
    for value in trial.values(fact) {
        for (to, from) in [(key, "unclear"), ("unclear", key)] {
            if list(part.table, to).contains(&value) {
                continue;
            }
            let is_moved = list(part.table, from).contains(&value);
            let table = put(part.table, to, from, &value);
            let class = if is_moved { MOVED } else { ADDED };
            let what = format!("{value} in `{to}`");
            mutants.push(trial.put(class, &part.place, &what, table));
        }
    }
    mutants
}

fn list(table: &Table, key: &str) -> Vec<Value> {
    let list = table.get(key).and_then(Value::as_array);
    list.cloned().unwrap_or_default()
}

/// The comparison with a value in one list and not in the other. What is unclear has a reason, so
/// that it is not the missing reason that is noticed.
fn put(table: &Table, to: &str, from: &str, value: &Value) -> Table {
    let mut added = list(table, to);
    added.push(value.clone());
    let mut changed = with(table, &[(to, added.into())]);
    let mut left = list(table, from);
    left.retain(|other| other != value);
    if from == "unclear" && left.is_empty() {
        changed.remove(from);
        changed.remove("reason");
    } else {
        changed.insert(from.to_owned(), left.into());
        changed.entry("reason").or_insert("a reason".into());
    }
    changed
}
