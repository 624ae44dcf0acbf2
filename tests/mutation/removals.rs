//! Each key of each table, and each item of each list, taken away in turn.

use super::place::{Change, Mutant, Place};
use super::trial::Trial;
use toml::Value;

pub(crate) fn of(trial: &Trial) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    let document = Value::Table(trial.document.clone());
    collect(trial, &document, &Place::default(), &mut mutants);
    mutants
}

fn collect(trial: &Trial, value: &Value, place: &Place, mutants: &mut Vec<Mutant>) {
    let mut inside = |class, place: Place, value: &Value| {
        mutants.push(Mutant {
            class,
            name: place.named(&trial.document),
            place: place.clone(),
            change: Change::Removed,
        });
        collect(trial, value, &place, mutants);
    };
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                inside("a key is removed", place.key(key), value);
            }
        }
        Value::Array(list) => {
            for (item, value) in list.iter().enumerate() {
                let class = match value {
                    Value::Table(_) => "a table of a list is removed",
                    _ => "an item of a list is removed",
                };
                inside(class, place.item(item), value);
            }
        }
        _ => {}
    }
}
