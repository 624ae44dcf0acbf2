//! Drafts of whole records: to the letter for the small ones of `drafts`, and for every record of
//! the collection that nothing is lost and that `check` asks for nothing but what is to be filled in.

use super::collection::{records, text};
use prescreen::authoring::{Chosen, import, items, load_trial, passages, split};
use std::fs;
use std::path::{Path, PathBuf};

fn here(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/import")
        .join(name)
}

fn texts(trial: &toml::Table, key: &str) -> Vec<(String, String)> {
    let members = trial.get(key).and_then(toml::Value::as_array);
    let text = |member: &toml::Value, key: &str| member[key].as_str().unwrap().to_owned();
    let members = members.into_iter().flatten();
    members
        .map(|member| (text(member, "id"), text(member, "text")))
        .collect()
}

#[test]
fn every_record_becomes_a_draft_with_all_of_its_words() {
    for path in records() {
        let (drafts, said) = import(&path, Chosen::All);
        let name = path.display();
        assert!(said.iter().all(|said| !said.is_error()), "{name}: {said:?}");
        assert_eq!(drafts.len(), 1, "{name}");
        assert_eq!(
            drafts[0].record,
            fs::read_to_string(&path).unwrap(),
            "{name}"
        );
        let trial: toml::Table = drafts[0]
            .trial
            .parse()
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let pieces = split(&text(&path).unwrap_or_default());
        let mut found = texts(&trial, "criterion");
        found.retain(|(id, _)| id != "AGE" && id != "SEX");
        let items: Vec<_> = items(&pieces)
            .into_iter()
            .map(|item| (item.id, item.text))
            .collect();
        assert_eq!(found, items, "{name}");
        let passages = passages(&pieces).into_iter();
        let passages: Vec<_> = passages.map(|passage| (passage.id, passage.text)).collect();
        assert_eq!(texts(&trial, "passage"), passages, "{name}");
    }
}

/// What `check` may say of a draft: what is to be filled in, and what the record lacks.
const TO_DO: [&str; 9] = [
    "found an empty text",
    "found ``, accepted are `inclusion`",
    "no example ",
    "the record has no `",
    "the trial has no criteria",
    "this trial has never been reviewed",
    "the trial is a draft",
    "found the last update `",
    "no reading covers `",
];

/// What `check` may say of a record, whatever the draft: dates that do not go together in the registry.
const OF_THE_RECORD: [&str; 2] = ["record-date-type", "record-dates-order"];

#[test]
fn check_asks_of_a_draft_only_what_is_to_be_filled_in() {
    let www = Path::new(env!("CARGO_TARGET_TMPDIR")).join("drafts");
    for folder in ["trials", "registry"] {
        fs::create_dir_all(www.join(folder)).unwrap();
    }
    for path in records().into_iter().step_by(3) {
        let (drafts, _) = import(&path, Chosen::All);
        let draft = &drafts[0];
        let trial = www
            .join("trials")
            .join(format!("{}.toml", draft.nct_id.to_lowercase()));
        let record = www.join("registry").join(format!("{}.json", draft.nct_id));
        fs::write(&trial, &draft.trial).unwrap();
        fs::write(record, &draft.record).unwrap();
        let (_, said) = load_trial(&www, &trial, Vec::new());
        assert!(!said.is_empty());
        for said in said {
            let is_to_do = TO_DO.iter().any(|start| said.message.starts_with(start));
            let expected = is_to_do || OF_THE_RECORD.contains(&said.code);
            assert!(expected, "{}: {said}", path.display());
        }
    }
}

#[test]
fn small_records_become_the_drafts_beside_them() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(here("drafts")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|end| end != "json") {
            continue;
        }
        count += 1;
        let (drafts, said) = import(&path, Chosen::All);
        let said: Vec<_> = said
            .iter()
            .map(|said| format!("# said: {}\n", said.message))
            .collect();
        let trials: Vec<_> = drafts.into_iter().map(|draft| draft.trial).collect();
        let found = format!("{}{}", said.concat(), trials.join("\n"));
        let expected = path.with_extension("toml");
        if std::env::var_os("ACCEPT").is_some() {
            fs::write(expected, found).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != found {
            wrong.push(format!("{}:\n{found}", path.display()));
        }
    }
    assert!(count > 0);
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
