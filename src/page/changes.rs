//! What is remembered of changes beside the answers: dates that an answer made impossible, and the
//! questions that were open before one was changed from the list of all. It holds no answer and asks
//! nothing by itself; `app` tells it what happens.

use super::contradicted::take_out;
use crate::engine::{
    Accepted, Answers, Date, FactIndex, Trial, is_closed, next_question, worth_asking,
};

/// What is remembered of changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    /// Dates taken out because they lay before a birth told later, until they are told again.
    taken_out: Vec<FactIndex>,
    /// While an answer is changed from the list of all: the questions that were open then. Only new
    /// ones are asked before the list is shown again.
    open_before: Option<Vec<FactIndex>>,
}

impl Changes {
    /// The dates taken out, which are asked once more.
    pub(crate) fn taken_out(&self) -> &[FactIndex] {
        &self.taken_out
    }

    /// An answer is being changed from the list of all. `accepted` is what was answered before.
    pub(crate) fn begin(&mut self, trial: &Trial, accepted: Option<&Accepted>) {
        self.open_before = accepted.map(|accepted| worth_asking(trial, accepted));
    }

    /// The change is over.
    pub(crate) fn end(&mut self) {
        self.open_before = None;
    }

    /// Takes out what a new answer contradicts.
    pub(crate) fn settle(
        &mut self,
        trial: &Trial,
        answers: &mut Answers,
        today: Date,
        answered: FactIndex,
    ) {
        let dates = take_out(trial, answers, today);
        self.taken_out.extend(dates);
        self.taken_out
            .retain(|fact| *fact != answered && !is_closed(trial, answers, *fact));
    }

    /// The next question worth asking; while an answer is changed, one that was not open before.
    pub(crate) fn next(&self, trial: &Trial, accepted: &Accepted) -> Option<FactIndex> {
        let Some(open) = &self.open_before else {
            return next_question(trial, accepted);
        };
        let asked = worth_asking(trial, accepted);
        asked.into_iter().find(|fact| !open.contains(fact))
    }
}
