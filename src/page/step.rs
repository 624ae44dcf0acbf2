//! The steps of the journey and the way gone through them, so that Back returns to each.

use crate::engine::FactIndex;

/// One screen of the journey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// The device's date lies before the record's last update: nothing is computed.
    Clock,
    /// What this is and is not.
    Start,
    /// One question.
    Question(FactIndex),
    /// An answer newly speaks against these criteria: a bump in the road, not its end.
    Notice(Vec<usize>),
    /// All answers, to be checked.
    Check,
    /// What the answers come to.
    Result,
    /// The sheet for the study team, and the ways to hand it on.
    Sheet,
    /// The answers as a code.
    Code,
    /// Whether to erase everything.
    Erase,
}

impl Step {
    /// Every step of a trial with so many questions; of notices the one of no criterion, which stands
    /// for all.
    pub(crate) fn all(questions: FactIndex) -> impl Iterator<Item = Self> {
        core::iter::successors(Some(Self::Start), move |step| step.following(questions))
    }

    /// The step after this one in the list of all. Here a new step has to be put into the list.
    fn following(&self, questions: FactIndex) -> Option<Self> {
        let question = |fact| (fact < questions).then_some(Self::Question(fact));
        match self {
            Self::Start => Some(Self::Clock),
            Self::Clock => question(0).or(Some(Self::Check)),
            Self::Question(fact) => question(*fact + 1).or(Some(Self::Notice(Vec::new()))),
            Self::Notice(_) => Some(Self::Check),
            Self::Check => Some(Self::Result),
            Self::Result => Some(Self::Sheet),
            Self::Sheet => Some(Self::Code),
            Self::Code => Some(Self::Erase),
            Self::Erase => None,
        }
    }
}

/// The steps gone through, the one shown last. Each stands in it once: going to a step again moves
/// it to the end, so that the way never grows beyond the screens there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Way {
    first: Step,
    later: Vec<Step>,
}

impl Way {
    /// The way that begins with a step.
    pub(crate) fn from(first: Step) -> Self {
        Self {
            first,
            later: Vec::new(),
        }
    }

    /// The step shown.
    pub(crate) fn step(&self) -> &Step {
        self.later.last().unwrap_or(&self.first)
    }

    /// Whether the first step is shown, so that Back leaves the page.
    pub(crate) fn is_at_start(&self) -> bool {
        self.later.is_empty()
    }

    /// Goes to a step.
    pub(crate) fn go(&mut self, step: Step) {
        self.later.retain(|each| *each != step);
        if step == self.first {
            self.later.clear();
        } else {
            self.later.push(step);
        }
    }

    /// Goes back to the last step that still stands.
    pub(crate) fn back(&mut self, stands: impl Fn(&Step) -> bool) {
        self.later.pop();
        while self.later.last().is_some_and(|step| !stands(step)) {
            self.later.pop();
        }
    }
}
