//! Which questions are worth asking: those whose answer alone can still change the finding of
//! some criterion. `DESIGN.md`, "Questions worth asking", says why this is exact and linear.
//!
//! Two completions of the answers are followed through a rule at once, side by side. They agree in
//! everything but the question asked about, so every part of a rule has a set of pairs of truth
//! values; as each fact stands in one comparison, the parts of a rule are independent of each
//! other, save for what is chosen first: the birth (it bounds other dates) and the gates of a family.

mod choices;
mod left;
mod pairs;

use super::acceptance::{Accepted, is_closed};
use super::answer::Answer;
use super::fact::FactIndex;
use super::trial::Trial;
use choices::births;
pub use left::most_questions_left;
use pairs::Completions;

/// The questions worth asking, in the order of asking.
#[must_use]
pub fn worth_asking(trial: &Trial, accepted: &Accepted) -> Vec<FactIndex> {
    each_worth_asking(trial, accepted).collect()
}

/// The first question worth asking; those behind it are not looked at.
#[must_use]
pub fn next_question(trial: &Trial, accepted: &Accepted) -> Option<FactIndex> {
    each_worth_asking(trial, accepted).next()
}

fn each_worth_asking(trial: &Trial, accepted: &Accepted) -> impl Iterator<Item = FactIndex> {
    let answers = accepted.answers();
    let unanswered = answers
        .iter()
        .filter(|(_, answer)| *answer == Answer::Unanswered);
    let open = unanswered.filter(|(fact, _)| !is_closed(trial, answers, *fact));
    open.map(|(fact, _)| fact)
        .filter(|fact| can_change_a_finding(trial, accepted, *fact))
}

fn can_change_a_finding(trial: &Trial, accepted: &Accepted, asked: FactIndex) -> bool {
    trial
        .criteria
        .iter()
        .filter(|criterion| criterion.depends_on.contains(&asked))
        .any(|criterion| {
            births(trial, accepted, criterion, asked)
                .into_iter()
                .any(|birth| {
                    Completions::new(trial, accepted, asked, birth).findings_differ(criterion)
                })
        })
}
