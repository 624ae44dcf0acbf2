//! The invariants of the engine, each by its name, on random trials and on the three real ones.
//!
//! | what holds | held by |
//! |---|---|
//! | a definite finding under partial answers holds in every completion | `a_definite_finding_under_partial_answers_holds_in_every_completion` here; `a_definite_finding_holds_in_every_completion` in `properties`, whole families |
//! | a criterion whose missing facts range freely, and whose rule is neither soft nor unclear, is open only if two completions differ | `a_criterion_is_open_only_if_two_completions_differ` here |
//! | one more answer never reverses a definite finding | `one_more_answer_never_reverses_a_definite_finding` here; whole families in `properties` |
//! | the order of answers does not matter | `the_order_of_answers_does_not_matter` here; files with mistakes too in `properties` |
//! | a question is asked if and only if it can change a finding | `a_question_is_asked_if_and_only_if_it_can_change_a_finding` here; `engine` holds the first trial to the oracle |
//! | no set of "I don't know" ever conflicts | `no_set_of_i_do_not_know_conflicts` here; also in `properties` |
//! | soft criteria never conflict | `no_soft_criterion_conflicts` here; also in `properties` |
//! | the forecast equals a search day by day | `the_forecast_equals_a_search_day_by_day` here; with amounts, and by the oracle, in `engine` |
//! | native, wasm and plain JavaScript agree | `tests/browser/wasm.test.mjs`, in a real browser |

#![allow(missing_docs, clippy::pedantic)]

#[path = "invariants/completions.rs"]
mod completions;
mod oracle;
mod random;
#[path = "invariants/trials.rs"]
mod trials;

use completions::{completions, range_freely};
use oracle::dice::Dice;
use prescreen::engine::{
    Accepted, Answer, Answers, Date, Finding, Given, Kind, Period, Rule, Test, Trial, Verdict,
    accept, accept_given, day_at, findings, forecast, position, worth_asking, write_answers,
};
use random::completions::for_each_comparison;
use random::trials::today;
use trials::{Tried, alone, answer, answered, real, real_criteria};

/// A finding that says something of the answers.
fn is_definite(finding: Finding) -> bool {
    matches!(
        finding,
        Finding::Fits | Finding::Conflicts | Finding::NotApplicable
    )
}

/// Calls `each` with small trials and random answers to them: criteria of real and of random trials,
/// each alone. It says how often it has called.
fn with_small_trials(mut each: impl FnMut(&Tried, &Accepted) -> bool) -> [usize; 2] {
    let mut told = [0; 2];
    for seed in 0..2500 {
        let (whole, mut dice) = trials::random(seed);
        for tried in alone(&whole.definition) {
            if let Some(accepted) = answered(&tried, &mut dice, today()) {
                told[1] += usize::from(each(&tried, &accepted));
            }
        }
    }
    for (place, tried) in real_criteria().iter().enumerate() {
        for seed in 0..60 {
            let mut dice = Dice(seed * 1000 + place as u64);
            if let Some(accepted) = answered(tried, &mut dice, today()) {
                told[0] += usize::from(each(tried, &accepted));
            }
        }
    }
    told
}

#[test]
fn a_definite_finding_under_partial_answers_holds_in_every_completion() {
    let [real, random] = with_small_trials(|tried, partial| {
        let finding = findings(&tried.trial, partial)[0];
        let Some(completions) = completions(tried, partial).filter(|_| is_definite(finding)) else {
            return false;
        };
        for completion in &completions {
            let completed = findings(&tried.trial, completion)[0];
            assert_eq!(
                completed, finding,
                "{:#?} {partial:?} {completion:?}",
                tried.definition
            );
        }
        completions.len() > 1
    });
    assert!(
        real > 300 && random > 300,
        "only {real} and {random} findings of partial answers"
    );
}

#[test]
fn a_criterion_is_open_only_if_two_completions_differ() {
    let [real, random] = with_small_trials(|tried, partial| {
        let applies =
            range_freely(tried) && !tried.definition.criteria[0].soft && !is_unclear(tried);
        if !applies || findings(&tried.trial, partial)[0] != Finding::Open {
            return false;
        }
        let Some(completions) = completions(tried, partial) else {
            return false;
        };
        let mut found = completions
            .iter()
            .map(|each| findings(&tried.trial, each)[0]);
        let first = found.next();
        assert!(
            found.any(|other| Some(other) != first),
            "{:#?} {partial:?}",
            tried.definition
        );
        true
    });
    assert!(
        real > 300 && random > 300,
        "only {real} and {random} open criteria"
    );
}

/// Whether a comparison of it has values for which the protocol's words do not decide.
fn is_unclear(tried: &Tried) -> bool {
    let criterion = &tried.definition.criteria[0];
    let mut found = false;
    for rule in criterion.rule.iter().chain(&criterion.applies_when) {
        for_each_comparison(rule, &mut |comparison| {
            if let Test::Is { unclear, .. } | Test::Has { unclear, .. } = &comparison.test {
                found |= !unclear.is_empty();
            }
        });
    }
    found
}

#[test]
fn a_question_is_asked_if_and_only_if_it_can_change_a_finding() {
    let mut asked = 0;
    let [real, random] = with_small_trials(|tried, partial| {
        let (definition, answers) = (&tried.definition, partial.answers());
        let day = partial.today();
        let expected = random::completions::worth_asking(definition, &tried.trial, answers, day);
        let Some(expected) = expected else {
            return false;
        };
        let found = worth_asking(&tried.trial, partial);
        assert_eq!(found, expected, "{definition:#?} {answers:?}");
        asked += found.len();
        true
    });
    assert!(
        real > 1000 && random > 1000 && asked > 1000,
        "only {real}, {random}, {asked}"
    );
}

/// Calls `each` with random trials and with every real one, and random answers to them.
fn with_trials(families: u64, mut each: impl FnMut(&Tried, &Accepted, &mut Dice)) {
    for seed in 0..2000 {
        let (tried, mut dice) = trials::random(seed);
        if let Some(answers) = answered(&tried, &mut dice, today()) {
            each(&tried, &answers, &mut dice);
        }
    }
    for tried in real() {
        let mut accepted = 0;
        for seed in 0..families {
            let mut dice = Dice(seed);
            if let Some(answers) = answered(tried, &mut dice, today()) {
                each(tried, &answers, &mut dice);
                accepted += 1;
            }
        }
        assert!(accepted > families / 4, "only {accepted} were accepted");
    }
}

#[test]
fn the_questions_of_a_trial_are_those_of_its_criteria() {
    let mut asked = 0;
    with_trials(200, |tried, partial, _| {
        let mut expected: Vec<u8> = Vec::new();
        for criterion in &tried.definition.criteria {
            let mut definition = tried.definition.clone();
            definition.criteria = vec![criterion.clone()];
            let small = Trial::check(&definition).expect("a trial of the accepted class");
            expected.extend(worth_asking(&small, partial));
        }
        expected.sort_unstable();
        expected.dedup();
        asked += expected.len();
        assert_eq!(worth_asking(&tried.trial, partial), expected, "{partial:?}");
    });
    assert!(asked > 1000, "only {asked} questions");
}

#[test]
fn one_more_answer_never_reverses_a_definite_finding() {
    let mut kept = 0;
    with_trials(200, |tried, first, dice| {
        let (mut before, mut found) = (first.clone(), findings(&tried.trial, first));
        for (index, fact) in (0..).zip(&tried.definition.facts) {
            if before.answers().get(index) != Answer::Unanswered {
                continue;
            }
            let given = before.answers().clone();
            let more = answer(
                &tried.definition,
                &given,
                (index, fact),
                dice,
                before.today(),
            );
            let Ok(after) = accept(&tried.trial, given.with(index, more), before.today()) else {
                continue;
            };
            let later = findings(&tried.trial, &after);
            for (one, other) in found
                .iter()
                .zip(&later)
                .filter(|(one, _)| is_definite(**one))
            {
                assert!(
                    one == other || !is_definite(*other),
                    "{}: {before:?} {after:?}",
                    fact.id
                );
                kept += usize::from(one == other);
            }
            (before, found) = (after, later);
        }
    });
    assert!(kept > 10_000, "only {kept} definite findings");
}

#[test]
fn the_order_of_answers_does_not_matter() {
    let shuffled = |dice: &mut Dice, entries: &[(String, Given)]| {
        let mut entries = entries.to_vec();
        for place in (1..entries.len()).rev() {
            entries.swap(place, dice.below(place as i64 + 1) as usize);
        }
        entries
    };
    let mut told = 0;
    let mut same = |tried: &Tried, accepted: &Accepted, dice: &mut Dice| {
        let read = |entries: &[(String, Given)]| {
            let read = accept_given(&tried.trial, entries, accepted.today()).ok()?;
            let questions = worth_asking(&tried.trial, &read);
            Some((findings(&tried.trial, &read), questions, read))
        };
        let entries = write_answers(&tried.trial, accepted).expect("its own answers");
        // An amount finer than a file can say reads as another one, or as none.
        let Some(expected) = read(&entries) else {
            return;
        };
        for _ in 0..3 {
            let other = shuffled(dice, &entries);
            told += usize::from(other != entries);
            assert_eq!(read(&other).as_ref(), Some(&expected), "{other:?}");
        }
    };
    with_trials(100, &mut same);
    assert!(told > 1000, "only {told} other orders");
}

#[test]
fn no_set_of_i_do_not_know_conflicts() {
    with_trials(500, |tried, _, dice| {
        let facts = tried.definition.facts.len();
        let share = dice.one_of(&[5, 50, 95]);
        let answers = (0..facts).fold(Answers::none(facts), |answers, index| {
            match dice.percent(share) {
                true => answers.with(index as u8, Answer::NotKnown),
                false => answers,
            }
        });
        let accepted = accept(&tried.trial, answers, today()).expect("none is refused");
        let found = findings(&tried.trial, &accepted);
        assert!(
            found.iter().all(|each| !is_definite(*each)),
            "{found:?} {accepted:?}"
        );
        assert_eq!(Verdict::of(found), Verdict::Open);
    });
}

#[test]
fn no_soft_criterion_conflicts() {
    let mut against = 0;
    with_trials(500, |tried, accepted, _| {
        let found = findings(&tried.trial, accepted);
        for (criterion, finding) in tried.definition.criteria.iter().zip(found) {
            let conflicts = finding == Finding::Conflicts;
            assert!(
                !(criterion.soft && conflicts),
                "{}: {accepted:?}",
                criterion.id
            );
            against += usize::from(conflicts);
        }
    });
    assert!(against > 1000, "only {against} conflicts of other criteria");
}

#[test]
fn the_forecast_equals_a_search_day_by_day() {
    let mut changes = 0;
    let random = (0..60).flat_map(|seed| alone(&trials::random(seed).0.definition));
    let random: Vec<_> = random.filter(|tried| !compares_amounts(tried)).collect();
    // The real ones are loaded after the random ones have spoken.
    let real = std::iter::once(()).flat_map(|()| real_criteria());
    let dated = random.iter().chain(real);
    for (place, tried) in dated.filter(|tried| compares_dates(tried)).enumerate() {
        for seed in 0..15 {
            let mut dice = Dice(seed * 1000 + place as u64);
            let Some(accepted) = answered(tried, &mut dice, today()) else {
                continue;
            };
            let answers = accepted.answers();
            let conflicts = |day: Date| {
                let found = random::plain::findings(&tried.definition, answers, day);
                found.contains(&Finding::Conflicts)
            };
            let last = position(Period::years(20).after(today()));
            let now = conflicts(today());
            let mut days = (position(today()) + 1..=last).map(day_at);
            let change = days.find(|day| conflicts(*day) != now);
            changes += usize::from(change.is_some());
            let expected = match now {
                true => (change, None),
                false => (None, change.and_then(Date::previous_day)),
            };
            let found = forecast(&tried.trial, &accepted);
            let found = (found.may_change_on, found.holds_until);
            assert_eq!(found, expected, "{:#?} {answers:?}", tried.definition);
        }
    }
    assert!(changes > 10, "only {changes} changes");
}

/// Whether its rule compares a date with the day of judging.
fn compares_dates(tried: &Tried) -> bool {
    let mut found = false;
    let each = |rule: &Rule| {
        for_each_comparison(rule, &mut |comparison| {
            let test = &comparison.test;
            found |= matches!(
                test,
                Test::Age { .. } | Test::Within(_) | Test::LongerAgoThan(_)
            );
        });
    };
    tried.definition.criteria[0].rule.iter().for_each(each);
    found
}

/// Whether it has an amount, of which the plain reading looks at every thousandth, day by day.
fn compares_amounts(tried: &Tried) -> bool {
    let mut facts = tried.definition.facts.iter();
    facts.any(|fact| matches!(fact.kind, Kind::Quantity(_)))
}
