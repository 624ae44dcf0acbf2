//! What an answer contradicts is taken out, never repaired: follow-ups whose gate it closes, and
//! dates before a birth told later. The app settles this after every answer.

use crate::engine::{
    Answer, Answers, Date, FactIndex, Refusal, RefusalKind, Trial, accept, is_closed,
};

/// Takes out what the answers contradict, and gives the dates taken out that are asked once more: the
/// person is told why.
pub(crate) fn take_out(trial: &Trial, answers: &mut Answers, today: Date) -> Vec<FactIndex> {
    let before = answers.clone();
    for (fact, _) in before.iter() {
        if is_closed(trial, answers, fact) {
            *answers = answers.clone().with(fact, Answer::Unanswered);
        }
    }
    let refused = accept(trial, answers.clone(), today).err();
    let dates = refused
        .iter()
        .flatten()
        .filter_map(|refusal| match refusal {
            Refusal::Answer(fact, RefusalKind::BeforeBirth) => Some(*fact),
            // No answer brings about any other: only a clock that was set back does, and that is said.
            _ => None,
        });
    let dates: Vec<_> = dates.collect();
    for fact in &dates {
        *answers = answers.clone().with(*fact, Answer::Unanswered);
    }
    dates
}
