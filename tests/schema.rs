//! The schema of trial files, for editors, beside the reader of trial files: the two are written
//! apart, and may not part. What the reader accepts the schema accepts; what it refuses for its
//! form the schema refuses at the same place; and both have the same keys in every table.
//! `ACCEPT=1 cargo test --test schema` writes `www/trial.schema.json`.

#[path = "authoring/cases.rs"]
mod cases;
#[path = "schema/data.rs"]
mod data;
#[path = "schema/page.rs"]
mod page;
#[path = "schema/tables.rs"]
mod tables;

use cases::{SAID, TRIAL, cases, change, copy};
use data::{Spans, as_json, pointer, without};
use jsonschema::Validator;
use prescreen::authoring::{Diagnostic, load_trial, trial_schema};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tables::{TABLES, known_keys, with_everything};

const COMMITTED: &str = "www/trial.schema.json";

/// Mistakes of form that are left to `prescreen check`, by words of their message, with the reason.
const LEFT_TO_CHECK: [(&str, &str); 9] = [
    (
        "stands twice",
        "a schema does not compare the names of two tables",
    ),
    (
        "rules stand in each other",
        "a schema does not count how deep rules stand in each other",
    ),
    (
        "at most 3 decimals",
        "a multiple of 0.001 is not exact in the numbers of editors",
    ),
    (
        "without an exponent",
        "an editor sees the number, not how it is written",
    ),
    (
        "found `9000`, accepted is a whole number from 0 to 5461",
        "how many years a period holds depends on the unit",
    ),
    (
        "found `0x6`",
        "an editor sees the number, not how it is written",
    ),
    (
        "a day of the calendar",
        "a pattern does not know the lengths of the months",
    ),
    (
        "are of different types",
        "a schema sees each end, and does not compare the two",
    ),
    (
        "a date without quotes",
        "editors take a date without quotes for a text",
    ),
];

fn schema() -> Value {
    serde_json::from_str(&trial_schema()).expect("it is JSON")
}

fn validator() -> Validator {
    jsonschema::draft7::new(&schema()).expect("it is a schema")
}

fn said(www: &Path) -> Vec<Diagnostic> {
    load_trial(www, &www.join(TRIAL), Vec::new()).1
}

#[test]
fn the_committed_schema_is_made_from_the_types() {
    if std::env::var_os("ACCEPT").is_some() {
        fs::write(COMMITTED, trial_schema()).unwrap();
    }
    let committed = fs::read_to_string(COMMITTED).unwrap();
    assert!(
        committed == trial_schema(),
        "`ACCEPT=1 cargo test --test schema` writes {COMMITTED} anew"
    );
}

#[test]
fn every_trial_names_the_schema_and_has_its_form() {
    let validator = validator();
    for entry in fs::read_dir("www/trials").unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        assert_form(&validator, &path.display().to_string(), &text);
        let named = text.lines().next().unwrap().strip_prefix("#:schema ");
        let named = named.map(|named| path.parent().unwrap().join(named).canonicalize().unwrap());
        let committed = Path::new(COMMITTED).canonicalize().unwrap();
        assert_eq!(named, Some(committed), "{}", path.display());
    }
}

#[test]
fn every_good_case_has_the_form_of_the_schema() {
    let validator = validator();
    let www = copy("schema-good");
    assert_form(
        &validator,
        "good",
        &fs::read_to_string(www.join(TRIAL)).unwrap(),
    );
    for (name, case) in cases("good") {
        let www = copy(&format!("schema-good-{name}"));
        change(&www, &fs::read_to_string(&case).unwrap());
        assert_form(
            &validator,
            &name,
            &fs::read_to_string(www.join(TRIAL)).unwrap(),
        );
    }
}

fn assert_form(validator: &Validator, name: &str, text: &str) {
    let data = as_json(&text.parse().unwrap());
    let errors = validator.iter_errors(&data);
    let errors: Vec<_> = errors
        .map(|error| format!("{name}: {}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn what_the_reader_refuses_for_its_form_the_schema_refuses_at_the_same_place() {
    let validator = validator();
    let (mut wrong, mut compared) = (Vec::new(), 0);
    let mut left: BTreeSet<_> = LEFT_TO_CHECK.iter().map(|(words, _)| *words).collect();
    for (name, case) in cases("bad") {
        let www = copy(&format!("schema-{name}"));
        let text = fs::read_to_string(&case).unwrap();
        change(&www, text.split_once(SAID).unwrap().0);
        // What is no text or no TOML at all is the editor's to say.
        let text = String::from_utf8_lossy(&fs::read(www.join(TRIAL)).unwrap()).into_owned();
        let (Ok(table), Some(spans)) = (text.parse(), Spans::of(&text)) else {
            continue;
        };
        let data = as_json(&table);
        let refused: Vec<_> = validator
            .iter_errors(&data)
            .map(|error| error.instance_path().to_string())
            .collect();
        for mistake in said(&www).iter().filter(|said| is_of_form(said, &www)) {
            let excused = LEFT_TO_CHECK
                .iter()
                .find(|(words, _)| mistake.message.contains(words));
            if let Some((words, _)) = excused {
                left.remove(words);
                continue;
            }
            compared += 1;
            let place = spans.path(mistake.range.clone());
            if !refused.iter().any(|path| is_same_place(path, &place)) {
                wrong.push(format!("{name}: `{place}` is accepted\n{mistake}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(compared > 50, "only {compared} mistakes were compared");
    assert!(left.is_empty(), "no case has these mistakes: {left:?}");
}

/// Whether a message is about the form alone, by the words that `FormMistake` has for it.
fn is_of_form(said: &Diagnostic, www: &Path) -> bool {
    const WORDS: [&str; 11] = [
        "unknown key `",
        "unknown language `",
        "the key `",
        "the words in the language `",
        "a fact of kind `",
        "a rule has ",
        "a comparison has ",
        "rules stand in each other",
        "stands twice",
        "`at_least` and `below` are of different types",
        "found ",
    ];
    let of_the_trial = said.source.path == www.join(TRIAL).display().to_string();
    let words = &said.message;
    let known = WORDS
        .iter()
        .any(|known| words.starts_with(known) || words.ends_with(known));
    let form = !words.starts_with("found ") || words.contains(", accepted ");
    // What words say is not their form.
    let of_words = ["words-to-be-written", "banned-words", "file-name"].contains(&said.code);
    of_the_trial && known && form && !of_words
}

/// Whether two places are one, or one holds the other and is more than the whole file.
fn is_same_place(one: &str, other: &str) -> bool {
    let holds = |outer: &str, inner: &str| {
        inner
            .strip_prefix(outer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    if one.is_empty() {
        return other.matches('/').count() <= 1;
    }
    holds(one, other) || holds(other, one)
}

#[test]
fn every_table_has_the_same_keys_in_the_schema_and_for_the_reader() {
    let schema = schema();
    let good = with_everything();
    let candidates = tables::candidates(&schema);
    let www = copy("schema-keys");
    let mut seen = BTreeSet::new();
    for table in TABLES {
        seen.insert(table.definition);
        let accepted: BTreeSet<_> = table.keys(&schema).into_iter().collect();
        let read = known_keys(&www, &good, table, &candidates);
        assert_eq!(accepted, read, "{} at {}", table.definition, table.path);
    }
    let definitions = schema["definitions"].as_object().unwrap().keys();
    // An end is a text or an amount, and an answer a value of any type: neither is a table.
    let missing: Vec<_> = definitions
        .filter(|name| !seen.contains(name.as_str()))
        .collect();
    assert!(missing.is_empty(), "never compared: {missing:?}");
}

#[test]
fn every_key_that_the_reader_demands_the_schema_demands_and_no_other() {
    let validator = validator();
    let good = with_everything();
    let www = copy("schema-needed");
    let mut wrong = Vec::new();
    let (mut needed, mut optional) = (0, 0);
    for path in data::keys(&good) {
        // Questions and criteria may have any names.
        if ["/answers/", "/findings/"]
            .iter()
            .any(|free| pointer(&path).contains(free))
        {
            continue;
        }
        let less = without(&good, &path);
        fs::write(www.join(TRIAL), toml::to_string(&less).unwrap()).unwrap();
        let read = !said(&www).iter().any(|said| is_of_form(said, &www));
        let accepted = validator.is_valid(&as_json(&less));
        if read != accepted {
            wrong.push(format!(
                "without {}: read {read}, accepted {accepted}",
                pointer(&path)
            ));
        }
        if read { optional += 1 } else { needed += 1 }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(
        needed > 100 && optional > 20,
        "{needed} and {optional} were tried"
    );
}
