//! The engine in a loop inside WebAssembly, so that `make bench` times the engine and not the border.
//! It decides nothing and nothing of it is shipped; for any other machine it is empty.

#![cfg(target_arch = "wasm32")]
#![allow(missing_docs)]

use prescreen::engine::{
    Accepted, Answers, Finding, PartialDate, Trial, TrialDefinition, Verdict, accept, findings,
    worth_asking,
};
use std::hint::black_box;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

/// People before copies of a trial, each copy and its answers in places of their own in memory.
#[wasm_bindgen]
pub struct Screening {
    copies: Vec<(Trial, Vec<Accepted>)>,
}

#[wasm_bindgen]
impl Screening {
    /// People, each a day and the answers as the engine has them, before so many copies of a trial.
    ///
    /// # Errors
    /// What is no trial, no people or no day, and answers that are refused.
    #[wasm_bindgen(constructor)]
    pub fn new(definition: JsValue, people: JsValue, copies: usize) -> Result<Self, JsError> {
        let definition: TrialDefinition = serde_wasm_bindgen::from_value(definition)?;
        let people: Vec<(String, Answers)> = serde_wasm_bindgen::from_value(people)?;
        let copy = || {
            let trial = Trial::check(&definition);
            let trial = trial.map_err(|_| JsError::new("the trial is refused"))?;
            let accepted = people.iter().map(|(day, it)| accepted(&trial, day, it));
            let accepted = accepted.collect::<Result<_, _>>()?;
            Ok((trial, accepted))
        };
        let copies = (0..copies)
            .map(|_| copy())
            .collect::<Result<_, JsError>>()?;
        Ok(Self { copies })
    }

    /// The findings of all people before the first copy, one after the other, by their names.
    #[must_use]
    pub fn found(&self) -> Vec<String> {
        let first = self.copies.iter().take(1);
        let pairs = first.flat_map(|(trial, people)| people.iter().map(move |it| (trial, it)));
        pairs
            .flat_map(|(trial, accepted)| findings(trial, accepted))
            .map(|finding| Finding::name(finding).to_owned())
            .collect()
    }

    /// Findings and verdict of each person and copy, so many times.
    pub fn screen(&self, times: u32) {
        self.each(times, |trial, accepted| {
            black_box(Verdict::of(findings(trial, accepted)));
        });
    }

    /// The same from answers that were not looked at yet.
    pub fn accept_and_screen(&self, times: u32) {
        self.each(times, |trial, accepted| {
            let answers = accepted.answers().clone();
            if let Ok(accepted) = accept(trial, answers, accepted.today()) {
                black_box(Verdict::of(findings(trial, &accepted)));
            }
        });
    }

    /// Findings, verdict and the questions that are worth asking, of each person and copy, so many times.
    pub fn screen_and_ask(&self, times: u32) {
        self.each(times, |trial, accepted| {
            black_box(Verdict::of(findings(trial, accepted)));
            black_box(worth_asking(trial, accepted));
        });
    }
}

impl Screening {
    fn each(&self, times: u32, work: impl Fn(&Trial, &Accepted)) {
        for _ in 0..times {
            for (trial, people) in &self.copies {
                for accepted in people {
                    work(black_box(trial), black_box(accepted));
                }
            }
        }
    }
}

fn accepted(trial: &Trial, day: &str, answers: &Answers) -> Result<Accepted, JsError> {
    let Ok(PartialDate::Day(day)) = PartialDate::parse(day) else {
        return Err(JsError::new("no day"));
    };
    accept(trial, answers.clone(), day).map_err(|_| JsError::new("the answers are refused"))
}
