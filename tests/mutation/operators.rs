//! Every operator turned into another: the ends of a range, all and any, not added and taken away,
//! then and else, inclusion and exclusion, soft.

use super::place::Mutant;
use super::trial::{Part, Trial, swapped};
use toml::{Table, Value};

const ENDS: &str = "`at_least` and `below` change places";
const EXACT: &str = "the amount of a limit itself is let in or shut out";
const DATES: &str = "`within` and `longer_ago_than` change places";
const GROUPS: &str = "`all` and `any` change places";
const NOT: &str = "`not` is added or taken away";
const BRANCHES: &str = "`then` and `else` change places";
const KIND: &str = "inclusion and exclusion change places";
const SOFT: &str = "a criterion becomes soft";

/// Keys of a comparison or group that change places.
const PAIRS: [(&str, &str, &str); 7] = [
    (ENDS, "at_least", "below"),
    (ENDS, "above", "at_most"),
    (EXACT, "at_least", "above"),
    (EXACT, "below", "at_most"),
    (DATES, "within", "longer_ago_than"),
    (GROUPS, "all", "any"),
    (BRANCHES, "then", "else"),
];

pub(crate) fn of(trial: &Trial) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for part in trial.parts() {
        mutants.extend(pairs(trial, &part));
        mutants.push(denied(trial, &part));
        if let Some(age) = part.table.get("age").and_then(Value::as_table) {
            let place = part.place.key("age");
            let swapped = swapped(age, "at_least", "below");
            mutants.push(trial.put(ENDS, &place, "swapped", swapped));
        }
    }
    for criterion in trial.tables("criterion") {
        let kind = match criterion.table["kind"].as_str() {
            Some("inclusion") => "exclusion",
            _ => "inclusion",
        };
        mutants.push(trial.put(KIND, &criterion.place.key("kind"), kind, kind));
        if !criterion.table.contains_key("soft") {
            let place = criterion.place.key("soft");
            let mut soft = trial.put(SOFT, &criterion.place, "soft", "");
            soft.place = place;
            soft.change = super::place::Change::Put("a reason".into());
            mutants.push(soft);
        }
    }
    mutants
}

fn pairs(trial: &Trial, part: &Part<'_>) -> Vec<Mutant> {
    let has = |key: &str| part.table.contains_key(key);
    let pairs = PAIRS
        .into_iter()
        .filter(|(_, one, other)| has(one) || has(other));
    pairs
        .map(|(class, one, other)| {
            let table = swapped(part.table, one, other);
            trial.put(class, &part.place, &format!("`{one}` and `{other}`"), table)
        })
        .collect()
}

/// A part of a rule denied; one that is denied already is no longer.
fn denied(trial: &Trial, part: &Part<'_>) -> Mutant {
    if let Some(inner) = part.table.get("not") {
        return trial.put(NOT, &part.place, "not denied", inner.clone());
    }
    let denied = Table::from_iter([("not".to_owned(), Value::Table(part.table.clone()))]);
    trial.put(NOT, &part.place, "denied", denied)
}
