//! How long the engine takes: one person against the first trial, and a criterion of 40 facts with
//! all its questions, in rules of several shapes. Run by `make bench`; tests time nothing.

#![allow(missing_docs, clippy::pedantic, clippy::disallowed_methods)]

use prescreen::authoring::load_trial;
use prescreen::engine::{
    Accepted, Answers, Comparison, CriterionDefinition, Date, FactDefinition, GateDefinition, Kind,
    Origin, Period, Polarity, Rule, Test, Trial, TrialDefinition, Verdict, accept, accept_given,
    findings, forecast, worth_asking,
};
use std::hint::black_box;
use std::time::Instant;

fn main() {
    let (loaded, _) = load_trial(
        "www".as_ref(),
        "www/trials/nct07338357.toml".as_ref(),
        Vec::new(),
    );
    let loaded = loaded.expect("the first trial loads");
    let trial = &loaded.content.trial;
    let fitting = accept_given(trial, &loaded.examples[0].answers, loaded.examples[0].on)
        .expect("is accepted");
    let nobody = accept(
        trial,
        Answers::none(trial.facts().len()),
        trial.last_update(),
    )
    .expect("is accepted");
    println!("| what | µs |\n|---|---|");
    row("21 criteria, findings and verdict, all answered", || {
        Verdict::of(findings(trial, black_box(&fitting)))
    });
    row("21 criteria, questions, nothing answered", || {
        worth_asking(trial, black_box(&nobody))
    });
    row("21 criteria, forecast, all answered", || {
        forecast(trial, black_box(&fitting))
    });
    let people: Vec<Accepted> = loaded
        .examples
        .iter()
        .filter_map(|example| accept_given(trial, &example.answers, example.on).ok())
        .collect();
    row("all example people, findings and verdict", || {
        for accepted in &people {
            black_box(Verdict::of(findings(trial, black_box(accepted))));
        }
    });
    row("all example people, accepted, findings and verdict", || {
        for accepted in &people {
            let answers = accepted.answers().clone();
            let accepted = accept(trial, answers, accepted.today()).expect("is accepted");
            black_box(Verdict::of(findings(trial, &accepted)));
        }
    });
    row(
        "all example people, findings, verdict and questions",
        || {
            for accepted in &people {
                black_box(Verdict::of(findings(trial, black_box(accepted))));
                black_box(worth_asking(trial, black_box(accepted)));
            }
        },
    );
    for count in [100, 300, 1000] {
        // Each with its own copy of everything, as other trials would have.
        let copies: Vec<(Trial, Accepted)> = (0..count)
            .map(|_| (trial.clone(), fitting.clone()))
            .collect();
        row(
            &format!("{count} trials, findings and verdict, all answered"),
            || {
                for (trial, accepted) in &copies {
                    black_box(Verdict::of(findings(black_box(trial), accepted)));
                }
            },
        );
    }
    for (name, trial) in forty_facts() {
        let accepted = nobody_for(&trial);
        row(
            &format!("one criterion of 40 facts, {name}: finding and questions"),
            || {
                (
                    findings(&trial, black_box(&accepted)),
                    worth_asking(&trial, black_box(&accepted)),
                )
            },
        );
    }
}

fn nobody_for(trial: &Trial) -> Accepted {
    accept(
        trial,
        Answers::none(trial.facts().len()),
        trial.last_update(),
    )
    .expect("is accepted")
}

/// The best of several runs of a row, in microseconds a call.
fn row<T>(what: &str, call: impl Fn() -> T) {
    let once = |count: u32| {
        let start = Instant::now();
        (0..count).for_each(|_| drop(black_box(call())));
        start.elapsed()
    };
    let count = (20_000_000 / once(10).as_nanos().max(1)).clamp(1, 100_000) as u32;
    let best = (0..7).map(|_| once(count)).min().unwrap_or_default();
    println!(
        "| {what} | {:.2} |",
        best.as_nanos() as f64 / 1000.0 / f64::from(count)
    );
}

fn forty_facts() -> Vec<(&'static str, Trial)> {
    let yes = |fact: String| {
        compare(
            fact,
            Test::Is {
                values: vec!["true".into()],
                unclear: vec![],
            },
        )
    };
    let within = |fact: String| compare(fact, Test::Within(Period::Days(42)));
    let names = || (0..40).map(|number| format!("f{number}"));
    let flat = trial(
        &[Kind::YesNo],
        |_| None,
        Rule::All(names().map(yes).collect()),
    );
    let deep = names()
        .map(yes)
        .reduce(|left, right| Rule::Any(vec![Rule::Not(Box::new(left)), right]));
    let dates = trial(
        &[Kind::BirthDate, Kind::Date],
        |_| None,
        Rule::Any(names().skip(1).map(within).collect()),
    );
    let pairs = (0..20).map(|pair| {
        Rule::All(vec![
            yes(format!("f{}", 2 * pair)),
            yes(format!("f{}", 2 * pair + 1)),
        ])
    });
    let gate = |number: usize| (number % 2 == 1).then(|| number - 1);
    vec![
        ("all of yes or no", flat),
        (
            "40 deep",
            trial(&[Kind::YesNo], |_| None, deep.expect("has facts")),
        ),
        ("39 dates and the birth", dates),
        (
            "20 gates and 20 follow-ups",
            trial(&[Kind::YesNo], gate, Rule::Any(pairs.collect())),
        ),
    ]
}

fn compare(fact: String, test: Test) -> Rule {
    Rule::Compare(Comparison {
        fact,
        test,
        origin: Origin::default(),
    })
}

/// A trial of one criterion; the first kind is of the first fact, the last of all others.
fn trial(kinds: &[Kind], gate: impl Fn(usize) -> Option<usize>, rule: Rule) -> Trial {
    let facts = (0..40).map(|number| FactDefinition {
        id: format!("f{number}"),
        kind: kinds[number.min(kinds.len() - 1)].clone(),
        gate: gate(number).map(|gate| GateDefinition {
            fact: format!("f{gate}"),
            is: vec!["true".into()],
            or_unknown: false,
            origin: Origin::default(),
        }),
        origin: Origin::default(),
    });
    let criterion = CriterionDefinition {
        id: "I1".into(),
        polarity: Polarity::Inclusion,
        soft: false,
        rule: Some(rule),
        applies_when: None,
        origin: Origin::default(),
    };
    let last_update =
        Date::from_calendar_date(2026, prescreen::engine::Month::January, 13).expect("is a day");
    let definition = TrialDefinition {
        nct_id: "NCT00000001".into(),
        last_update,
        facts: facts.collect(),
        criteria: vec![criterion],
    };
    Trial::check(&definition).expect("is of the accepted class")
}
