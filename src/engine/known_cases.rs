//! Known cases: people whose results were found beforehand, by which a build of the engine shows
//! that it computes as this one does. A browser that computes otherwise must not show a result.
//!
//! What they come to is kept as one number, so that they cost the page little. It tells that
//! something differs, not what: the page then shows no result, and nobody would read more.

use super::acceptance::{Accepted, accept};
use super::answer::Answers;
use super::calendar::{iso, position};
use super::forecast::{Forecast, forecast};
use super::interview::worth_asking;
use super::screening::{findings, rule_truth};
use super::trial::Trial;
use serde::{Deserialize, Serialize};
use time::Date;

/// People of a trial, and what they come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownCases {
    people: Vec<Person>,
    outcome: u32,
}

/// The answers of one person on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Person {
    #[serde(with = "iso")]
    on: Date,
    answers: Answers,
}

impl KnownCases {
    /// Those of these people who show something that none before them shows: a finding of a
    /// criterion together with what its rule comes to, a question worth asking or not, a day to
    /// come. All of them would cost every phone time and bytes, and show no more.
    ///
    /// ```
    /// use prescreen::authoring::load_trial;
    /// use prescreen::engine::{Answers, KnownCases, accept};
    /// let www = std::path::Path::new("tests/authoring/good");
    /// let (loaded, _) = load_trial(www, &www.join("trials/nct00000001.toml"), Vec::new());
    /// let trial = loaded.unwrap().content.trial;
    /// let nothing_said = Answers::none(trial.facts().len());
    /// let person = accept(&trial, nothing_said, trial.last_update()).unwrap();
    /// let known = KnownCases::among(&trial, &[person.clone(), person]);
    /// assert_eq!(known.len(), 1);
    /// assert!(known.hold(&trial));
    /// ```
    #[must_use]
    pub fn among(trial: &Trial, people: &[Accepted]) -> Self {
        let mut shown = Vec::new();
        let mut kept = Vec::new();
        for accepted in people {
            let traits = Shown::by(trial, accepted).traits;
            let mut news: Vec<_> = traits.into_iter().enumerate().collect();
            news.retain(|each| !shown.contains(each));
            if !news.is_empty() {
                shown.append(&mut news);
                kept.push(Person {
                    on: accepted.today(),
                    answers: accepted.answers().clone(),
                });
            }
        }
        let outcome = outcome(trial, &kept).unwrap_or_default();
        Self {
            people: kept,
            outcome,
        }
    }

    /// How many people they are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Whether there is nobody among them: then they show nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// Whether every one of them is accepted and comes to what was found beforehand.
    #[must_use]
    pub fn hold(&self, trial: &Trial) -> bool {
        outcome(trial, &self.people) == Some(self.outcome)
    }
}

/// What one person shows.
struct Shown {
    /// The finding of each criterion with what its rule comes to, each question with whether it is
    /// worth asking, and which day is to come.
    traits: Vec<u8>,
    forecast: Forecast,
}

impl Shown {
    fn by(trial: &Trial, accepted: &Accepted) -> Self {
        let findings = findings(trial, accepted);
        let questions = worth_asking(trial, accepted);
        let forecast = forecast(trial, accepted);
        let found = findings.into_iter().zip(trial.criteria());
        let found = found.map(|(finding, criterion)| {
            finding as u8 * 3 + rule_truth(trial, accepted, criterion) as u8
        });
        let asked = (0..)
            .zip(trial.facts())
            .map(|(fact, _)| u8::from(questions.contains(&fact)));
        let days = [forecast.may_change_on, forecast.holds_until];
        let to_come = days.map(|day| u8::from(day.is_some()));
        Self {
            traits: found.chain(asked).chain(to_come).collect(),
            forecast,
        }
    }
}

/// All that is found of these people, as one number; none if one of them is refused.
fn outcome(trial: &Trial, people: &[Person]) -> Option<u32> {
    let mut hash = Hash::new();
    for person in people {
        let accepted = accept(trial, person.answers.clone(), person.on).ok()?;
        let Shown { traits, forecast } = Shown::by(trial, &accepted);
        let days = [forecast.may_change_on, forecast.holds_until];
        let days = days.into_iter().flatten();
        let days = days.flat_map(|day| position(day).to_le_bytes());
        for byte in traits.into_iter().chain(days) {
            hash.add(byte);
        }
    }
    Some(hash.0)
}

/// FNV-1a of 32 bits, by Fowler, Noll and Vo: enough to notice a difference nobody made on purpose.
struct Hash(u32);

impl Hash {
    fn new() -> Self {
        Self(0x811c_9dc5)
    }

    fn add(&mut self, byte: u8) {
        self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
}
