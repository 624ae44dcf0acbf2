//! The engine against two judges written independently of it: an oracle for the first trial, and
//! a plain reading of random trials.

#![allow(missing_docs, clippy::pedantic)]

mod oracle;
mod random;

use oracle::dice::Dice;
use prescreen::engine::{
    Date, Finding, Period, Trial, accept, findings, forecast, position, worth_asking,
};

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
