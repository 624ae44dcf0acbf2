//! Prints the example people of a trial, one a line as JSON: what they answered, as an answers file
//! has it (`given`) and as the engine does (`answers`), and what is found. `make bench` has others
//! find the same. Nothing of it is shipped.
//!
//! `cargo run --quiet --locked --example people www/trials/nct07338357.toml`

mod named_trial;

use named_trial::named_trial;
use prescreen::engine::{Accepted, Given, Iso, Trial, accept_given, findings};
use serde_json::{Map, Value, json};
use std::process::ExitCode;

fn main() -> ExitCode {
    let loaded = match named_trial() {
        Ok(loaded) => loaded,
        Err(code) => return code,
    };
    let trial = &loaded.content.trial;
    for example in &loaded.examples {
        // Examples that are refused were said above.
        if let Ok(accepted) = accept_given(trial, &example.answers, example.on) {
            println!(
                "{}",
                person(trial, &example.name, &example.answers, &accepted)
            );
        }
    }
    ExitCode::SUCCESS
}

fn person(trial: &Trial, name: &str, given: &[(String, Given)], accepted: &Accepted) -> Value {
    let found: Vec<&str> = findings(trial, accepted)
        .into_iter()
        .map(prescreen::engine::Finding::name)
        .collect();
    json!({
        "name": name,
        "on": Iso(accepted.today()).to_string(),
        "given": record(given),
        "answers": accepted.answers(),
        "findings": found,
    })
}

fn record(entries: &[(String, Given)]) -> Value {
    let entries = entries
        .iter()
        .map(|(key, given)| (key.clone(), value(given)));
    Value::Object(entries.collect::<Map<_, _>>())
}

fn value(given: &Given) -> Value {
    match given {
        Given::Null => Value::Null,
        Given::Bool(value) => json!(value),
        Given::Number(text) => serde_json::from_str(text).unwrap_or_default(),
        Given::Text(text) => json!(text),
        Given::List(members) => members.iter().map(value).collect(),
        Given::Record(entries) => record(entries),
    }
}
