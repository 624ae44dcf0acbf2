//! What holds of every trial and of all answers, whatever they are: invented families of the first
//! trial, random trials of the accepted class, and text that is no answers file at all.

#![allow(missing_docs, clippy::pedantic)]

mod oracle;
mod random;
#[path = "properties/text.rs"]
mod text;

use oracle::answers::{Fact, IN_ORDER};
use oracle::dice::Dice;
use oracle::people::{any_value, person};
use prescreen::authoring::{load_trial, read_json_answers, refusal_json};
use prescreen::engine::{
    Accepted, Answer, Answers, Date, Finding, GivenMistake, Report, Trial, TrialDefinition,
    Verdict, accept, accept_given, findings, forecast, is_closed, worth_asking,
};
use serde_json::{Map, Value, json};
use std::sync::OnceLock;

type File = Map<String, Value>;

pub(crate) fn first_trial() -> &'static (Trial, TrialDefinition) {
    static TRIAL: OnceLock<(Trial, TrialDefinition)> = OnceLock::new();
    TRIAL.get_or_init(|| {
        let trial = "www/trials/nct07338357.toml";
        let (loaded, said) = load_trial("www".as_ref(), trial.as_ref(), Vec::new());
        let loaded = loaded.unwrap_or_else(|| panic!("{said:?}"));
        (loaded.content.trial, loaded.definition)
    })
}

/// Reads and accepts a text as `prescreen screen` does.
pub(crate) fn read(text: &[u8], today: Date) -> Result<Accepted, Vec<GivenMistake>> {
    let given = read_json_answers(text).map_err(|mistake| vec![mistake])?;
    accept_given(&first_trial().0, &given, today)
}

fn accepted(file: &File, today: Date) -> Option<Accepted> {
    read(&serde_json::to_vec(file).unwrap(), today).ok()
}

fn found(accepted: &Accepted) -> Vec<Finding> {
    findings(&first_trial().0, accepted)
}

/// A finding that says something of the answers.
fn is_definite(finding: Finding) -> bool {
    matches!(
        finding,
        Finding::Fits | Finding::Conflicts | Finding::NotApplicable
    )
}

/// Whether no definite finding has become another definite one.
fn none_is_reversed(before: &[Finding], after: &[Finding]) -> bool {
    before
        .iter()
        .zip(after)
        .all(|(before, after)| !is_definite(*before) || !is_definite(*after) || before == after)
}

/// Whether every definite finding is still there.
fn all_are_kept(before: &[Finding], after: &[Finding]) -> bool {
    before
        .iter()
        .zip(after)
        .all(|(before, after)| !is_definite(*before) || before == after)
}

/// An answer that leaves nothing open: one value, one day, one number.
fn definite_value(dice: &mut Dice, fact: Fact, today: Date, file: &File) -> Value {
    loop {
        let value = any_value(dice, fact, today, file);
        let definite = match &value {
            Value::String(text) if text.starts_with(['1', '2']) && text.contains('-') => {
                text.len() == 10
            }
            Value::String(text) => text.len() != 4 || text.parse::<u16>().is_err(),
            Value::Object(amount) => amount.contains_key("value"),
            _ => true,
        };
        if definite {
            return value;
        }
    }
}

/// The file with every unanswered question whose gate is not closed answered definitely; none if
/// the answers do not go together.
fn completion(dice: &mut Dice, file: &File, today: Date) -> Option<File> {
    let mut completed = file.clone();
    for (index, (fact, key)) in (0..).zip(IN_ORDER) {
        let closed = is_closed(
            &first_trial().0,
            accepted(&completed, today)?.answers(),
            index,
        );
        if !completed.contains_key(key) && !closed {
            let value = definite_value(dice, fact, today, &completed);
            completed.insert(key.to_owned(), value);
        }
    }
    accepted(&completed, today).map(|_| completed)
}

#[test]
fn one_more_answer_never_reverses_a_definite_finding() {
    let (mut steps, mut definite) = (0, 0);
    for seed in 0..2500 {
        let (mut file, today) = person(seed);
        let mut dice = Dice(seed + 1_000_000);
        let mut before = found(&accepted(&file, today).expect("an accepted person"));
        for _ in 0..40 {
            let (fact, key) = dice.one_of(&IN_ORDER);
            if file.contains_key(key) {
                continue;
            }
            let unknown = dice.percent(15);
            let value = match unknown {
                true => Value::Null,
                false => any_value(&mut dice, fact, today, &file),
            };
            let mut longer = file.clone();
            longer.insert(key.to_owned(), value);
            let Some(accepted) = accepted(&longer, today) else {
                continue;
            };
            let after = found(&accepted);
            assert!(none_is_reversed(&before, &after), "seed {seed}: {longer:?}");
            // "I don't know" may close the gate of a follow-up that was answered ahead of it.
            if !unknown {
                assert!(all_are_kept(&before, &after), "seed {seed}: {longer:?}");
            }
            steps += 1;
            definite += before.iter().filter(|each| is_definite(**each)).count();
            (file, before) = (longer, after);
        }
    }
    assert!(
        steps > 5_000 && definite > 20_000,
        "{steps} steps, {definite} definite findings"
    );
}

#[test]
fn one_more_answer_never_reverses_a_definite_finding_of_random_trials() {
    let mut steps = 0;
    for seed in 0..8000 {
        let mut dice = Dice(seed);
        let definition = random::trials::definition(&mut dice);
        let trial = Trial::check(&definition).expect("a trial of the accepted class");
        let today = random::trials::today();
        let answers = random::trials::answers(&mut dice, &definition.facts);
        let Ok(mut before) = accept(&trial, answers, today) else {
            continue;
        };
        for (index, fact) in (0..).zip(&definition.facts) {
            let answer = random::trials::answer(&mut dice, &fact.kind);
            if before.answers().get(index) != Answer::Unanswered || answer == Answer::Unanswered {
                continue;
            }
            let Ok(after) = accept(&trial, before.answers().clone().with(index, answer), today)
            else {
                continue;
            };
            let (earlier, later) = (findings(&trial, &before), findings(&trial, &after));
            assert!(
                none_is_reversed(&earlier, &later),
                "seed {seed}, {}: {definition:#?} {after:?}",
                fact.id
            );
            steps += 1;
            before = after;
        }
    }
    assert!(
        steps > 3_000,
        "only {steps} answers: the trials are too dull"
    );
}

#[test]
fn a_definite_finding_holds_in_every_completion() {
    let mut completions = 0;
    for seed in 0..1200 {
        let (file, today) = person(seed);
        let partial = accepted(&file, today).expect("an accepted person");
        let before = found(&partial);
        let worth = worth_asking(&first_trial().0, &partial);
        for throw in 0..6 {
            let mut dice = Dice(seed * 100 + throw);
            let Some(completed) = completion(&mut dice, &file, today) else {
                continue;
            };
            let after = accepted(&completed, today).expect("it was accepted");
            assert!(
                all_are_kept(&before, &found(&after)),
                "seed {seed}: {file:?} {completed:?}"
            );
            assert!(
                worth_asking(&first_trial().0, &after).is_empty(),
                "all is answered: {completed:?}"
            );
            assert!(
                worth
                    .iter()
                    .all(|fact| partial.answers().get(*fact) == Answer::Unanswered)
            );
            completions += 1;
        }
    }
    assert!(completions > 3_000, "only {completions} completions");
}

/// A date said more exactly: its month, its day, or itself where it is a day.
fn sharper(dice: &mut Dice, date: &str) -> String {
    match date.len() {
        4 => format!("{date}-{:02}", 1 + dice.below(12)),
        7 => format!("{date}-{:02}", 1 + dice.below(28)),
        _ => date.to_owned(),
    }
}

#[test]
fn a_date_known_more_exactly_never_takes_a_definite_finding_back() {
    let mut steps = 0;
    for seed in 0..6000 {
        let (file, today) = person(seed);
        let before = found(&accepted(&file, today).expect("an accepted person"));
        let mut dice = Dice(seed + 7_000_000);
        let mut sharp = file.clone();
        for key in ["birth_date", "allo_hsct_date", "other_cancer_found"] {
            if let Some(Value::String(date)) = file.get(key) {
                sharp.insert(key.to_owned(), json!(sharper(&mut dice, date)));
            }
        }
        if let (true, Some(accepted)) = (sharp != file, accepted(&sharp, today)) {
            let after = found(&accepted);
            assert!(
                all_are_kept(&before, &after),
                "seed {seed}: {file:?} {sharp:?}"
            );
            steps += 1;
        }
    }
    assert!(steps > 1_000, "only {steps} dates");
}

/// The entries of a file as JSON text, in an order thrown with the dice.
fn in_any_order(dice: &mut Dice, file: &File) -> String {
    let mut entries: Vec<String> = file
        .iter()
        .map(|(key, value)| format!("{}:{value}", json!(key)))
        .collect();
    for place in (1..entries.len()).rev() {
        entries.swap(place, dice.below(place as i64 + 1) as usize);
    }
    format!("{{{}}}", entries.join(","))
}

#[test]
fn the_order_of_answers_in_the_file_does_not_matter() {
    for seed in 0..1500 {
        let (mut file, today) = person(seed);
        let mut dice = Dice(seed);
        // Some files are wrong: then the same mistakes are said, in the order of the file.
        if dice.percent(30) {
            file.insert("wieght".to_owned(), Value::Null);
            file.insert("cns".to_owned(), json!("maybe"));
            file.insert("birth_date".to_owned(), json!("2999-01-01"));
        }
        let result = |text: String| match read(text.as_bytes(), today) {
            Ok(accepted) => serde_json::to_value(Report::of(&first_trial().0, &accepted)).unwrap(),
            Err(mistakes) => {
                let mut said = refusal_json(&mistakes)["error"].as_array().unwrap().clone();
                said.sort_by_key(Value::to_string);
                Value::Array(said)
            }
        };
        let first = result(in_any_order(&mut dice, &file));
        for _ in 0..3 {
            let text = in_any_order(&mut dice, &file);
            assert_eq!(result(text.clone()), first, "seed {seed}: {text}");
        }
    }
}

#[test]
fn a_soft_criterion_never_conflicts() {
    let (trial, definition) = first_trial();
    assert!(definition.criteria.iter().any(|each| each.soft));
    for seed in 0..4000 {
        let (file, today) = person(seed);
        let accepted = accepted(&file, today).expect("an accepted person");
        for (criterion, finding) in definition.criteria.iter().zip(findings(trial, &accepted)) {
            let conflicts = finding == Finding::Conflicts;
            assert!(!(criterion.soft && conflicts), "seed {seed}: {file:?}");
        }
    }
    for seed in 0..6000 {
        let mut dice = Dice(seed);
        let definition = random::trials::definition(&mut dice);
        let trial = Trial::check(&definition).expect("a trial of the accepted class");
        let answers = random::trials::answers(&mut dice, &definition.facts);
        if let Ok(accepted) = accept(&trial, answers, random::trials::today()) {
            for (criterion, finding) in definition.criteria.iter().zip(findings(&trial, &accepted))
            {
                let conflicts = finding == Finding::Conflicts;
                assert!(!(criterion.soft && conflicts), "seed {seed}");
            }
        }
    }
}

#[test]
fn i_do_not_know_never_conflicts() {
    let trial = &first_trial().0;
    for seed in 0..3000 {
        let mut dice = Dice(seed);
        let (_, today) = person(seed);
        let keys = IN_ORDER.iter().filter(|_| dice.percent(50));
        let file: File = keys
            .map(|(_, key)| ((*key).to_owned(), Value::Null))
            .collect();
        let accepted = accepted(&file, today).expect("nothing is refused");
        let found = findings(trial, &accepted);
        assert_eq!(Verdict::of(found.iter().copied()), Verdict::Open);
        assert!(!found.contains(&Finding::Conflicts) && !found.contains(&Finding::Fits));
        let forecast = forecast(trial, &accepted);
        assert_eq!((forecast.may_change_on, forecast.holds_until), (None, None));
    }
    for seed in 0..6000 {
        let mut dice = Dice(seed);
        let definition = random::trials::definition(&mut dice);
        let trial = Trial::check(&definition).expect("a trial of the accepted class");
        let facts = definition.facts.len();
        let answers = (0..facts).fold(Answers::none(facts), |answers, index| {
            match dice.percent(50) {
                true => answers.with(index as u8, Answer::NotKnown),
                false => answers,
            }
        });
        let accepted = accept(&trial, answers, random::trials::today()).expect("none is refused");
        let found = findings(&trial, &accepted);
        assert!(found.iter().all(|each| !is_definite(*each)), "seed {seed}");
    }
}

#[test]
fn a_question_that_is_answered_or_closed_is_not_worth_asking() {
    for seed in 0..4000 {
        let mut dice = Dice(seed);
        let definition = random::trials::definition(&mut dice);
        let trial = Trial::check(&definition).expect("a trial of the accepted class");
        let answers = random::trials::answers(&mut dice, &definition.facts);
        let Ok(accepted) = accept(&trial, answers, random::trials::today()) else {
            continue;
        };
        let worth = worth_asking(&trial, &accepted);
        for fact in &worth {
            assert_eq!(accepted.answers().get(*fact), Answer::Unanswered);
            assert!(!is_closed(&trial, accepted.answers(), *fact));
        }
        assert!(worth.is_sorted() && worth.windows(2).all(|pair| pair[0] != pair[1]));
    }
    for seed in 0..3000 {
        let (mut file, today) = person(seed);
        let accepted_before = accepted(&file, today).expect("an accepted person");
        let worth = worth_asking(&first_trial().0, &accepted_before);
        for index in worth {
            let key = IN_ORDER[usize::from(index)].1;
            assert!(!file.contains_key(key), "seed {seed}: {key}");
            file.insert(key.to_owned(), Value::Null);
            let after = accepted(&file, today).expect("not knowing is never refused");
            assert!(!worth_asking(&first_trial().0, &after).contains(&index));
            file.remove(key);
        }
    }
}
