//! What answers come to, judged once for a screen and handed to all that it shows. It draws nothing
//! and has no words of its own. `app` judges; `result`, `sheet`, `notice` and `name` read it.

use super::speech::Speech;
use crate::engine::{
    Accepted, Answer, Answers, Criterion, FactIndex, Finding, findings, is_closed, worth_asking,
};

/// What the answers come to, with the words to say it.
pub(crate) struct Judged<'a> {
    /// The words.
    pub(crate) speech: Speech<'a>,
    /// The answers.
    pub(crate) accepted: Accepted,
    /// The finding of each criterion.
    pub(crate) findings: Vec<Finding>,
    /// The questions still worth asking.
    pub(crate) questions: Vec<FactIndex>,
}

impl<'a> Judged<'a> {
    /// Judges answers.
    pub(crate) fn of(speech: Speech<'a>, accepted: Accepted) -> Self {
        let trial = &speech.content.trial;
        Self {
            findings: findings(trial, &accepted),
            questions: worth_asking(trial, &accepted),
            speech,
            accepted,
        }
    }

    /// The places of the criteria that conflict.
    pub(crate) fn conflicts(&self) -> Vec<usize> {
        conflicts(&self.findings)
    }

    /// Whether any question is answered.
    pub(crate) fn is_begun(&self) -> bool {
        is_begun(self.accepted.answers())
    }

    /// The facts of a criterion that were asked and are not known.
    pub(crate) fn not_known(&self, criterion: &Criterion) -> Vec<FactIndex> {
        let (trial, answers) = (&self.speech.content.trial, self.accepted.answers());
        let facts = criterion.facts().iter().copied();
        let not_known = facts.filter(|fact| {
            answers.get(*fact) == Answer::NotKnown && !is_closed(trial, answers, *fact)
        });
        not_known.collect()
    }
}

/// The places of the findings that are conflicts.
pub(crate) fn conflicts(findings: &[Finding]) -> Vec<usize> {
    let findings = findings.iter().enumerate();
    let conflicts = findings.filter(|(_, finding)| **finding == Finding::Conflicts);
    conflicts.map(|(place, _)| place).collect()
}

/// Whether any question is answered.
pub(crate) fn is_begun(answers: &Answers) -> bool {
    let mut answers = answers.iter();
    answers.any(|(_, answer)| answer != Answer::Unanswered)
}
