//! What each screen is called. Nobody who uses the page sees the names: by them the tests know that
//! every screen there is was looked at, and that none was left out.
//! It draws nothing. `app` names each screen by it and lists them all.

use super::content::Content;
use super::form::Problem;
use super::judged::Judged;
use super::step::Step;
use crate::engine::{FactIndex, Kind, Verdict};

/// What a name depends on.
pub(crate) struct Naming<'a> {
    /// The step shown.
    pub(crate) step: &'a Step,
    /// What the answers come to.
    pub(crate) judged: &'a Judged<'a>,
    /// The question that follows.
    pub(crate) next: Option<FactIndex>,
    /// Why the form shown gave no answer.
    pub(crate) problem: Option<Problem>,
    /// The dates that were taken out and are asked once more.
    pub(crate) taken_out: &'a [FactIndex],
}

impl Naming<'_> {
    /// The name of the screen shown.
    pub(crate) fn name(&self) -> String {
        match self.step {
            Step::Question(fact) => self.question(*fact),
            Step::Notice(criteria) => {
                let conflicts = self.judged.conflicts();
                let shown = criteria.iter().filter(|place| conflicts.contains(place));
                let several = shown.count() > 1;
                joined(&[
                    "notice",
                    when("several", several),
                    when("unfinished", self.next.is_some()),
                ])
            }
            Step::Check if !self.judged.is_begun() => "check empty".to_owned(),
            Step::Check => joined(&[
                "check",
                self.unfinished(),
                when("again", !self.taken_out.is_empty()),
            ]),
            Step::Result if !self.judged.is_begun() => "result empty".to_owned(),
            Step::Result => self.result(),
            step => plain(step).to_owned(),
        }
    }

    fn question(&self, fact: FactIndex) -> String {
        let facts = self.judged.speech.content.trial.facts();
        let id = facts.get(usize::from(fact)).map_or("", |fact| &fact.id);
        match self.problem {
            Some(problem) => with_problem(id, problem),
            None => joined(&[
                "question",
                id,
                when("again", self.taken_out.contains(&fact)),
            ]),
        }
    }

    fn result(&self) -> String {
        let several = self.judged.conflicts().len() > 1;
        let verdict = Verdict::of(self.judged.findings.iter().copied());
        joined(&[
            "result",
            verdict.name(),
            when("several", several),
            self.unfinished(),
        ])
    }

    fn unfinished(&self) -> &'static str {
        when("unfinished", !self.judged.questions.is_empty())
    }
}

/// The name of the screen of a step where the answers do not suit the day: a clock was set back.
pub(crate) fn unjudged(step: &Step) -> &'static str {
    match step {
        Step::Start | Step::Erase => plain(step),
        _ => plain(&Step::Clock),
    }
}

/// The name of every screen that the page of a trial can show, each once.
pub(crate) fn all(content: &Content) -> Vec<String> {
    let questions = FactIndex::try_from(content.trial.facts().len()).unwrap_or(FactIndex::MAX);
    let steps = Step::all(questions);
    steps.flat_map(|step| of_step(content, &step)).collect()
}

/// The names of all screens of a step.
fn of_step(content: &Content, step: &Step) -> Vec<String> {
    match step {
        Step::Question(fact) => of_question(content, *fact),
        Step::Notice(_) => with_each("notice", severals(content), &["", "unfinished"]),
        Step::Check => {
            let mut names = with_each("check", &["", "unfinished"], agains(content));
            names.push("check empty".to_owned());
            names
        }
        Step::Result => of_results(),
        step => vec![plain(step).to_owned()],
    }
}

fn of_question(content: &Content, fact: FactIndex) -> Vec<String> {
    let Some(asked) = content.trial.facts().get(usize::from(fact)) else {
        return Vec::new();
    };
    let agains = if asked.kind == Kind::Date {
        agains(content)
    } else {
        &[""]
    };
    let mut names = with_each("question", &[asked.id.as_str()], agains);
    let problems = Problem::all_of(&content.trial, fact);
    names.extend(problems.map(|problem| with_problem(&asked.id, problem)));
    names
}

/// Where everything fits nothing can be left to ask, and where nothing is answered nothing conflicts.
fn of_results() -> Vec<String> {
    let verdicts = [Verdict::FitsSoFar, Verdict::Open, Verdict::DoesNotFit];
    let mut names = vec!["result empty".to_owned()];
    for verdict in verdicts {
        let (severals, unfinished): (&[&str], &[&str]) = match verdict {
            Verdict::FitsSoFar => (&[""], &[""]),
            Verdict::Open => (&[""], &["", "unfinished"]),
            Verdict::DoesNotFit => (&["", "several"], &["", "unfinished"]),
        };
        let verdict = joined(&["result", verdict.name()]);
        names.extend(with_each(&verdict, severals, unfinished));
    }
    names
}

/// The names of steps that have one screen, or one of which no other name says more.
fn plain(step: &Step) -> &'static str {
    match step {
        Step::Start => "start",
        Step::Clock => "clock",
        Step::Question(_) => "question",
        Step::Notice(_) => "notice",
        Step::Check => "check",
        Step::Result => "result",
        Step::Sheet => "sheet",
        Step::Code => "code",
        Step::Erase => "erase",
    }
}

fn with_problem(id: &str, problem: Problem) -> String {
    let mut name = joined(&["question", id]);
    name.push_str(": ");
    name.push_str(problem.name());
    name
}

fn with_each(start: &str, middles: &[&str], ends: &[&str]) -> Vec<String> {
    let middles = middles.iter();
    middles
        .flat_map(|middle| ends.iter().map(move |end| joined(&[start, middle, end])))
        .collect()
}

/// Only a trial that asks for the birth has dates that can lie before it.
fn agains(content: &Content) -> &'static [&'static str] {
    if content.trial.birth().is_some() {
        &["", "again"]
    } else {
        &[""]
    }
}

/// One answer speaks against several criteria only where it bears on several that can conflict. A
/// birth bears on dates too: none lies before it.
fn severals(content: &Content) -> &'static [&'static str] {
    let trial = &content.trial;
    let criteria = || trial.criteria().iter().zip(&content.criteria);
    let is_date = |fact: &FactIndex| {
        let fact = trial.facts().get(usize::from(*fact));
        fact.is_some_and(|fact| fact.kind == Kind::Date)
    };
    let conflicting = |fact: FactIndex| {
        let is_birth = trial.birth() == Some(fact);
        let with_bad = criteria().filter(|(_, words)| words.bad.is_some());
        let bears = with_bad.filter(|(criterion, _)| {
            let facts = criterion.facts();
            facts.contains(&fact) || is_birth && facts.iter().any(is_date)
        });
        bears.count()
    };
    let mut facts = criteria().flat_map(|(criterion, _)| criterion.facts());
    if facts.any(|fact| conflicting(*fact) > 1) {
        &["", "several"]
    } else {
        &[""]
    }
}

fn when(word: &'static str, holds: bool) -> &'static str {
    if holds { word } else { "" }
}

/// The words that are not empty, with a space between them.
fn joined(words: &[&str]) -> String {
    let words: Vec<_> = words
        .iter()
        .filter(|word| !word.is_empty())
        .copied()
        .collect();
    words.join(" ")
}
