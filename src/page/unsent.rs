//! What was chosen in the forms and not sent: it is no answer yet, and is shown again as it was
//! left, whatever was looked at in between. The app keeps it; questions draw it.

use super::form::Problem;
use crate::engine::FactIndex;

/// What was chosen for one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The question.
    fact: FactIndex,
    /// The names and values chosen.
    pub(crate) sent: Vec<(String, String)>,
    /// Why it gave no answer, where it was sent.
    pub(crate) problem: Option<Problem>,
}

/// What was chosen and not sent, each question once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Unsent(Vec<Choice>);

impl Unsent {
    /// What was chosen for a question.
    pub(crate) fn of(&self, fact: FactIndex) -> Option<&Choice> {
        self.0.iter().find(|choice| choice.fact == fact)
    }

    /// Keeps what was chosen for a question, in place of what was chosen for it before.
    pub(crate) fn keep(
        &mut self,
        fact: FactIndex,
        sent: Vec<(String, String)>,
        problem: Option<Problem>,
    ) {
        self.retain(|each| each != fact);
        self.0.push(Choice {
            fact,
            sent,
            problem,
        });
    }

    /// Keeps what was chosen for these questions only.
    pub(crate) fn retain(&mut self, keeps: impl Fn(FactIndex) -> bool) {
        self.0.retain(|choice| keeps(choice.fact));
    }

    /// A problem is said once, where it arose; what was chosen stays.
    pub(crate) fn forget_problems(&mut self) {
        for choice in &mut self.0 {
            choice.problem = None;
        }
    }
}
