//! `docs/trial-format.md`, the page for the people who write trials: each of its examples stands in
//! the first trial to the letter, or, where it says so, has the form of the schema; and it leaves
//! out nothing that the format has.

use super::data::as_json;
use super::schema;
use serde_json::{Value, json};
use std::fs;

const TRIAL: &str = "www/trials/nct07338357.toml";

fn page() -> String {
    fs::read_to_string("docs/trial-format.md").unwrap()
}

/// The fenced blocks that begin with these words.
fn blocks(page: &str, begin: &str) -> Vec<String> {
    let fence = format!("```{begin}\n");
    let parts = page.split(&fence).skip(1);
    let blocks = parts.map(|part| part.split_once("```").expect("it is closed").0.to_owned());
    let blocks: Vec<_> = blocks.collect();
    assert!(!blocks.is_empty(), "the page has blocks of {begin}");
    blocks
}

#[test]
fn its_examples_stand_in_the_first_trial_to_the_letter() {
    let trial = fs::read_to_string(TRIAL).unwrap();
    for block in blocks(&page(), "toml") {
        assert!(trial.contains(&block), "not in {TRIAL}:\n{block}");
    }
}

#[test]
fn its_other_examples_have_the_form_of_a_trial() {
    let (page, schema) = (page(), schema());
    let validator = jsonschema::draft7::new(&schema).unwrap();
    let trial: toml::Table = fs::read_to_string(TRIAL).unwrap().parse().unwrap();
    for block in blocks(&page, "toml example") {
        let mut with: toml::Table = block.parse().unwrap();
        for key in ["format", "nct_id", "study"] {
            with.insert(key.to_owned(), trial[key].clone());
        }
        let errors: Vec<_> = validator
            .iter_errors(&as_json(&with))
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{}:\n{block}", errors.join("\n"));
    }
}

#[test]
fn its_rules_in_a_line_are_rules() {
    let mut schema = schema();
    let rule = json!({ "$ref": "#/definitions/Rule", "definitions": schema["definitions"].take() });
    let validator = jsonschema::draft7::new(&rule).unwrap();
    let page = page();
    let rules: Vec<_> = page
        .split('`')
        .filter(|text| text.starts_with("{ fact = "))
        .collect();
    assert!(rules.len() >= 8, "the page has the rules in a table");
    for rule in rules {
        let table: toml::Table = format!("rule = {rule}").parse().unwrap();
        assert!(validator.is_valid(&as_json(&table)["rule"]), "{rule}");
    }
}

#[test]
fn it_leaves_out_no_name_of_the_format() {
    let page = page();
    let mut names = Vec::new();
    add_names(&schema(), &mut names);
    assert!(names.len() > 80, "the schema has its names");
    let is_named = |name: &&String| {
        let mut words = page
            .split(|letter: char| !letter.is_ascii_alphanumeric() && !"_%-/^.".contains(letter));
        words.any(|word| word == **name)
    };
    let missing: Vec<_> = names.iter().filter(|name| !is_named(name)).collect();
    assert!(missing.is_empty(), "the page does not name {missing:?}");
}

/// The keys and the words of the vocabularies.
fn add_names(schema: &Value, names: &mut Vec<String>) {
    if let Some(properties) = schema["properties"].as_object() {
        names.extend(properties.keys().cloned());
    }
    if let Some(words) = schema["enum"].as_array() {
        names.extend(
            words
                .iter()
                .filter_map(|word| Some(word.as_str()?.to_owned())),
        );
    }
    let below = match schema {
        Value::Object(map) => map.values().collect(),
        Value::Array(items) => items.iter().collect(),
        _ => Vec::new(),
    };
    for part in below {
        add_names(part, names);
    }
}
