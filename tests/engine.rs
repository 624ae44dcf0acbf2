//! The engine against tables of cases, and against two judges written independently of it: an
//! oracle for the first trial, and a plain reading of random trials.

#![allow(missing_docs, clippy::pedantic)]

mod oracle;
mod random;

use oracle::dice::Dice;
use prescreen::authoring::{load_trial, read_json_answers, refusal_json};
use prescreen::engine::{
    Date, Finding, Period, Report, Trial, accept, accept_given, findings, forecast, position,
    worth_asking,
};
use serde_json::Value;

fn first_trial() -> Trial {
    let (loaded, diagnostics) = load_trial(
        "www".as_ref(),
        "www/trials/nct07338357.toml".as_ref(),
        Vec::new(),
    );
    loaded
        .unwrap_or_else(|| panic!("{diagnostics:?}"))
        .content
        .trial
}

/// The result or the refusal of answers given as JSON text.
fn screen(trial: &Trial, answers: &str, on: &str) -> Value {
    let given = match read_json_answers(answers.as_bytes()) {
        Ok(given) => given,
        Err(mistake) => return refusal_json(&[mistake]),
    };
    match accept_given(trial, &given, oracle::calendar::Days::read(on).first) {
        Ok(accepted) => serde_json::to_value(Report::of(trial, &accepted)).unwrap(),
        Err(mistakes) => refusal_json(&mistakes),
    }
}

fn json_file(path: impl AsRef<std::path::Path>) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn every_case_of_the_rule_tables_comes_out_as_expected() {
    let trial = first_trial();
    let mut wrong = Vec::new();
    let files = std::fs::read_dir("tests/rule")
        .unwrap()
        .map(|file| file.unwrap().path());
    for path in
        files.filter(|path| !path.ends_with("refused.json") && !path.ends_with("messages.json"))
    {
        for case in json_file(&path)["cases"].as_array().unwrap() {
            let result = screen(
                &trial,
                &case["answers"].to_string(),
                case["on"].as_str().unwrap(),
            );
            for (name, expected) in case["expect"].as_object().unwrap() {
                let found = found(&result, name, expected);
                if found != *expected {
                    wrong.push(format!(
                        "{}: {name}: expected {expected}, found {found}",
                        case["name"]
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a result says under one name of a case's expectations.
fn found(result: &Value, name: &str, expected: &Value) -> Value {
    let asked = |asked: bool| {
        let questions = result["questions"].as_array().unwrap();
        expected
            .as_array()
            .unwrap()
            .iter()
            .filter(|key| questions.contains(key) == asked)
            .cloned()
            .collect()
    };
    match name {
        "findings" => {
            let criteria = result["criteria"].as_array().unwrap();
            let finding =
                |id: &str| criteria.iter().find(|one| one["id"] == id).unwrap()["finding"].clone();
            expected
                .as_object()
                .unwrap()
                .keys()
                .map(|id| (id.clone(), finding(id)))
                .collect::<serde_json::Map<_, _>>()
                .into()
        }
        "first_question" => result["questions"].get(0).cloned().unwrap_or(Value::Null),
        "asks" => asked(true),
        "does_not_ask" => asked(false),
        _ => result[name].clone(),
    }
}

#[test]
fn wrong_answers_are_refused_by_key_and_their_neighbours_accepted() {
    let trial = first_trial();
    for case in json_file("tests/rule/refused.json").as_array().unwrap() {
        let result = screen(
            &trial,
            case["answers_text"].as_str().unwrap(),
            case["on"].as_str().unwrap(),
        );
        let errors = result["error"].as_array().cloned().unwrap_or_default();
        let mut keys: Vec<_> = errors.iter().map(|error| error["key"].clone()).collect();
        keys.sort_by_key(ToString::to_string);
        keys.dedup();
        assert_eq!(
            Value::from(keys),
            case["keys"],
            "{}: {result}",
            case["name"]
        );
    }
}

#[test]
fn each_kind_of_refusal_has_its_exact_message() {
    let trial = first_trial();
    for case in json_file("tests/rule/messages.json").as_array().unwrap() {
        let result = screen(
            &trial,
            case["answers_text"].as_str().unwrap(),
            case["on"].as_str().unwrap(),
        );
        assert_eq!(result["error"], case["error"], "{}", case["name"]);
    }
}

#[test]
fn the_first_trial_is_judged_as_the_oracle_judges_it() {
    let trial = first_trial();
    for seed in 0..6000 {
        let (answers, today) = oracle::people::person(seed);
        let text = serde_json::to_string(&answers).unwrap();
        let result = screen(&trial, &text, &prescreen::engine::Iso(today).to_string());
        let expected = oracle::screen(&answers, today);
        for key in [
            "verdict",
            "criteria",
            "questions",
            "may_change_on",
            "holds_until",
        ] {
            assert_eq!(
                result[key], expected[key],
                "seed {seed}, {today}, {key}: {text}"
            );
        }
    }
}

#[test]
fn random_trials_are_judged_as_their_definitions_read() {
    let mut asked = 0;
    for seed in 0..6000 {
        let mut dice = Dice(seed);
        let definition = random::trials::definition(&mut dice);
        let trial = Trial::check(&definition)
            .unwrap_or_else(|mistakes| panic!("seed {seed}: {mistakes:?}"));
        let today = random::trials::today();
        let Ok(accepted) = accept(
            &trial,
            random::trials::answers(&mut dice, &definition.facts),
            today,
        ) else {
            continue;
        };
        let plain = random::plain::findings(&definition, accepted.answers(), today);
        assert_eq!(
            findings(&trial, &accepted),
            plain,
            "seed {seed}: {definition:#?} {accepted:?}"
        );
        if let Some(worth) =
            random::completions::worth_asking(&definition, &trial, accepted.answers(), today)
        {
            asked += worth.len();
            assert_eq!(
                worth_asking(&trial, &accepted),
                worth,
                "seed {seed}: {definition:#?} {accepted:?}"
            );
        }
    }
    assert!(
        asked > 1000,
        "only {asked} questions were worth asking: the trials are too dull"
    );
}

#[test]
fn the_forecast_of_random_trials_equals_a_search_day_by_day() {
    let mut changes = 0;
    for seed in 0..600 {
        let mut dice = Dice(seed);
        let definition = random::trials::definition(&mut dice);
        let trial = Trial::check(&definition)
            .unwrap_or_else(|mistakes| panic!("seed {seed}: {mistakes:?}"));
        let today = random::trials::today();
        let answers = random::trials::answers(&mut dice, &definition.facts);
        let Ok(accepted) = accept(&trial, answers.clone(), today) else {
            continue;
        };
        let conflicts = |day: Date| {
            random::plain::findings(&definition, &answers, day).contains(&Finding::Conflicts)
        };
        let last = position(Period::years(20).after(today));
        let mut days = (position(today) + 1..=last).map(prescreen::engine::day_at);
        let now = conflicts(today);
        let change = days.find(|day| conflicts(*day) != now);
        changes += u32::from(change.is_some());
        let expected = if now {
            (change, None)
        } else {
            (None, change.and_then(Date::previous_day))
        };
        let found = forecast(&trial, &accepted);
        assert_eq!(
            (found.may_change_on, found.holds_until),
            expected,
            "seed {seed}: {definition:#?} {answers:?}"
        );
    }
    assert!(
        changes > 10,
        "only {changes} forecasts: the trials are too dull"
    );
}
