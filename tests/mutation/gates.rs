//! Every gate opened by other answers.

use super::place::Mutant;
use super::trial::{Trial, with};
use toml::Value;

const VALUES: &str = "a value is added to a gate";
const UNKNOWN: &str = "a gate opens or closes for what is not known";

pub(crate) fn of(trial: &Trial) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for fact in trial.tables("fact") {
        let Some(gate) = fact.table.get("gate").and_then(Value::as_table) else {
            continue;
        };
        let place = fact.place.key("gate");
        let is = gate["is"].as_array().expect("a list");
        let earlier = gate["fact"].as_str().expect("a name");
        for value in trial.values(earlier) {
            if !is.contains(&value) {
                let added = [&is[..], std::slice::from_ref(&value)].concat();
                let what = format!("{value} in `is`");
                mutants.push(trial.put(VALUES, &place, &what, with(gate, &[("is", added.into())])));
                let only = with(gate, &[("is", vec![value.clone()].into())]);
                mutants.push(trial.put(VALUES, &place, &format!("only {value} in `is`"), only));
            }
        }
        let opens = gate.get("or_unknown").and_then(Value::as_bool) == Some(true);
        let flipped = with(gate, &[("or_unknown", (!opens).into())]);
        let what = format!("`or_unknown` {}", !opens);
        mutants.push(trial.put(UNKNOWN, &place, &what, flipped));
    }
    mutants
}
