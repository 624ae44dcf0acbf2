//! How many questions are left is said as "at most": answering never makes it more, whatever is
//! answered, "I don't know" included, in whatever order.

#![allow(missing_docs, clippy::pedantic)]

mod oracle;
mod random;

use oracle::dice::Dice;
use prescreen::engine::{
    Accepted, Answer, Answers, Trial, accept, is_closed, most_questions_left, worth_asking,
};

/// Answers questions of random trials and calls `each` with the trial and the answers before and
/// after each; gives how many were answered.
fn answer_at_random(mut each: impl FnMut(&Trial, &Accepted, &Accepted)) -> usize {
    let mut steps = 0;
    for seed in 0..6000 {
        let mut dice = Dice(seed);
        let definition = random::trials::definition(&mut dice);
        let trial = Trial::check(&definition).expect("a trial of the accepted class");
        let today = random::trials::today();
        let none = Answers::none(definition.facts.len());
        let mut before = accept(&trial, none, today).expect("nothing is refused");
        for _ in 0..20 {
            let index = dice.below(definition.facts.len() as i64) as u8;
            let kind = &definition.facts[usize::from(index)].kind;
            let answer = random::trials::answer(&mut dice, kind);
            let asked = before.answers().get(index) == Answer::Unanswered
                && !is_closed(&trial, before.answers(), index);
            if !asked || answer == Answer::Unanswered {
                continue;
            }
            let answers = before.answers().clone().with(index, answer);
            if let Ok(after) = accept(&trial, answers, today) {
                each(&trial, &before, &after);
                before = after;
                steps += 1;
            }
        }
    }
    steps
}

#[test]
fn the_most_questions_left_never_become_more() {
    let steps = answer_at_random(|trial, before, after| {
        let (earlier, later) = [before, after]
            .map(|it| most_questions_left(trial, it))
            .into();
        assert!(later <= earlier, "{before:?} {after:?}");
        assert!(worth_asking(trial, after).len() <= later, "{after:?}");
    });
    assert!(steps > 10_000, "only {steps} answers");
}

/// Why the questions worth asking are not what is said, and that the test above would notice.
#[test]
fn the_questions_worth_asking_may_become_more() {
    let mut grown = 0;
    answer_at_random(|trial, before, after| {
        grown += usize::from(worth_asking(trial, after).len() > worth_asking(trial, before).len());
    });
    assert!(grown > 10, "{grown}");
}
