//! The page as a pure function: events in, screens out. Its whole state is the answers, the
//! language and the steps gone through; everything shown is computed from it anew.

use super::content::{Content, Language};
pub use super::event::{Effect, Event};
use super::form::{Problem, Sent, read};
use super::frame;
use super::picture::{Font, Picture};
use super::speech::Speech;
use super::step::{Step, Way};
use super::view::Screen;
use super::{check, clock, code, erase, notice, question, result, sheet, start};
use crate::engine::{
    Accepted, Answer, Answers, Date, FactIndex, Finding, Refusal, accept, findings, is_closed,
    next_question,
};

/// The page of one trial on one day, as one person has gone through it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct App {
    content: Content,
    today: Date,
    language: Language,
    answers: Answers,
    way: Way,
    pending: Option<Pending>,
}

/// What was chosen for a question and is no answer yet: it is shown again as it was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pending {
    /// The question.
    fact: FactIndex,
    /// What was chosen.
    pub(crate) sent: Vec<(String, String)>,
    /// Why it gave no answer, where it was sent.
    pub(crate) problem: Option<Problem>,
}

impl App {
    /// The page as it begins: no answer given.
    #[must_use]
    pub fn new(content: Content, today: Date, language: Language) -> Self {
        Self {
            answers: Answers::none(content.trial.facts().len()),
            way: Way::from(first_step(&content, today)),
            content,
            today,
            language,
            pending: None,
        }
    }

    /// What is shown now.
    #[must_use]
    pub fn screen(&self) -> Screen {
        let speech = Speech {
            content: &self.content,
            language: self.language,
        };
        let mut main = Vec::new();
        let pending = self.pending();
        let heading = match (self.way.step(), self.accepted()) {
            (Step::Start, _) => start::draw(speech, self.today, &mut main),
            (Step::Erase, _) => erase::draw(speech, &mut main),
            (Step::Clock, _) | (_, None) => clock::draw(speech, self.today, &mut main),
            (Step::Question(fact), Some(accepted)) => {
                question::draw(speech, &accepted, *fact, pending, &mut main)
            }
            (Step::Notice(criteria), Some(accepted)) => {
                notice::draw(speech, &accepted, criteria, &mut main)
            }
            (Step::Check, Some(accepted)) => check::draw(speech, &accepted, &mut main),
            (Step::Result, Some(accepted)) => result::draw(speech, &accepted, &mut main),
            (Step::Sheet, Some(accepted)) => sheet::screen(speech, &accepted, &mut main),
            (Step::Code, Some(accepted)) => code::draw(speech, &accepted, &mut main),
        };
        let frame = frame::Frame {
            step: self.way.step(),
            back: !self.way.is_at_start(),
            erasable: self
                .answers
                .iter()
                .any(|(_, answer)| answer != Answer::Unanswered),
            mistaken: pending.is_some_and(|pending| pending.problem.is_some()),
        };
        frame.screen(speech, &heading, main)
    }

    /// Every question as it is asked before anything is answered, in both languages: what a frame
    /// that a host page gives it is measured by. It depends on no answer, so it tells of none.
    #[must_use]
    pub fn questions(content: &Content, today: Date) -> Vec<Screen> {
        let mut apps = Language::ALL.map(|language| Self::new(content.clone(), today, language));
        let facts = (0..).zip(content.trial.facts());
        let asked = facts.flat_map(|(fact, _)| {
            apps.each_mut().map(|app| {
                app.way.go(Step::Question(fact));
                app.screen()
            })
        });
        asked.collect()
    }

    /// The sheet as a picture, to be kept beside a family's other pictures: `build` is the name of the
    /// build, and `width_of` says how wide a text is in a font, in pixels. Empty where there is no
    /// sheet.
    #[must_use]
    pub fn picture(&self, build: &str, width_of: &dyn Fn(Font, &str) -> i32) -> Picture {
        let speech = Speech {
            content: &self.content,
            language: self.language,
        };
        let accepted = self.accepted();
        accepted.map_or_else(Picture::default, |accepted| {
            sheet::picture(speech, &accepted, build, width_of)
        })
    }

    /// Takes an event and says what the border does next.
    pub fn handle(&mut self, event: Event) -> Effect {
        match event {
            Event::Back => self.back(),
            Event::Tap(action) => self.tap(&action),
            Event::Submit(sent) => self.submit(sent),
            Event::Pick(sent) => self.pick(sent),
            Event::Left => {
                self.erase();
                Effect::Stay
            }
        }
    }

    /// Whether Back leaves the page.
    #[must_use]
    pub fn is_at_start(&self) -> bool {
        self.way.is_at_start()
    }

    /// Tells the day: a page may stay open past midnight. Every answer is about today, so all is
    /// judged anew; where the clock is wrong now, or was before, the page begins again.
    pub fn tell_today(&mut self, today: Date) {
        if today == self.today {
            return;
        }
        self.today = today;
        let first = first_step(&self.content, today);
        if (first == Step::Clock) != (*self.way.step() == Step::Clock) {
            self.way = Way::from(first);
        }
    }

    fn back(&mut self) -> Effect {
        if self.way.is_at_start() {
            return Effect::Leave;
        }
        let conflicts = self.conflicts();
        let Self {
            content,
            answers,
            way,
            ..
        } = self;
        way.back(|step| match step {
            Step::Question(fact) => !is_closed(&content.trial, answers, *fact),
            Step::Notice(criteria) => criteria.iter().any(|each| conflicts.contains(each)),
            _ => true,
        });
        self.forget_problem();
        Effect::Show
    }

    fn tap(&mut self, action: &str) -> Effect {
        let (name, object) = action.split_once(':').unwrap_or((action, ""));
        match name {
            "back" => self.back(),
            "continue" => self.go_on(),
            "result" => self.go(Step::Result),
            "check" => self.go(Step::Check),
            "change" => self.change(object),
            "language" => self.speak(object),
            "erase" => self.go(Step::Erase),
            "erase-all" => self.erase(),
            "sheet" => self.go(Step::Sheet),
            "code" => self.go(Step::Code),
            "copy" => Effect::Copy,
            "picture" => Effect::Picture,
            "save" => Effect::Save,
            "print" => Effect::Print,
            _ => Effect::Stay,
        }
    }

    fn change(&mut self, fact: &str) -> Effect {
        let facts = self.content.trial.facts().len();
        match fact.parse::<FactIndex>() {
            Ok(fact) if usize::from(fact) < facts => self.go(Step::Question(fact)),
            _ => Effect::Stay,
        }
    }

    fn speak(&mut self, tag: &str) -> Effect {
        let Some(language) = Language::ALL.into_iter().find(|each| each.tag() == tag) else {
            return Effect::Stay;
        };
        self.language = language;
        Effect::Show
    }

    fn erase(&mut self) -> Effect {
        self.answers = Answers::none(self.content.trial.facts().len());
        self.way = Way::from(first_step(&self.content, self.today));
        self.pending = None;
        Effect::Show
    }

    fn submit(&mut self, sent: Vec<(String, String)>) -> Effect {
        let Step::Question(fact) = *self.way.step() else {
            return Effect::Stay;
        };
        match self.read(fact, &sent) {
            Ok(answer) => self.answer(fact, answer),
            Err(problem) => {
                let problem = Some(problem);
                self.pending = Some(Pending {
                    fact,
                    sent,
                    problem,
                });
                Effect::Show
            }
        }
    }

    fn pick(&mut self, sent: Vec<(String, String)>) -> Effect {
        if let Step::Question(fact) = *self.way.step() {
            let problem = self.pending().and_then(|pending| pending.problem);
            self.pending = Some(Pending {
                fact,
                sent,
                problem,
            });
        }
        Effect::Stay
    }

    /// What was chosen for the question that is shown.
    fn pending(&self) -> Option<&Pending> {
        let pending = self.pending.as_ref();
        pending.filter(|pending| *self.way.step() == Step::Question(pending.fact))
    }

    /// A problem is said once, where it arose; what was chosen stays.
    fn forget_problem(&mut self) {
        if let Some(pending) = &mut self.pending {
            pending.problem = None;
        }
    }

    fn read(&self, fact: FactIndex, sent: &Sent) -> Result<Answer, Problem> {
        read(&self.content.trial, &self.answers, self.today, fact, sent)
    }

    /// Takes an answer. Where it newly speaks against a criterion, that is said before going on.
    fn answer(&mut self, fact: FactIndex, answer: Answer) -> Effect {
        let before = self.conflicts();
        self.pending = None;
        self.answers = self.answers.clone().with(fact, answer);
        self.drop_contradicted();
        let mut conflicts = self.conflicts();
        conflicts.retain(|each| !before.contains(each));
        if conflicts.is_empty() {
            self.go_on()
        } else {
            self.go(Step::Notice(conflicts))
        }
    }

    /// Drops follow-ups whose gate is now closed, and dates that now lie before the birth.
    fn drop_contradicted(&mut self) {
        let trial = &self.content.trial;
        let mut answers = self.answers.clone();
        for (fact, _) in self.answers.iter() {
            if is_closed(trial, &answers, fact) {
                answers = answers.with(fact, Answer::Unanswered);
            }
        }
        for refusal in accept(trial, answers.clone(), self.today)
            .err()
            .iter()
            .flatten()
        {
            if let Refusal::Answer(fact, _) = refusal {
                answers = answers.with(*fact, Answer::Unanswered);
            }
        }
        self.answers = answers;
    }

    /// The next question worth asking; when there is none, the answers are checked.
    fn go_on(&mut self) -> Effect {
        let accepted = self.accepted();
        let next = accepted.and_then(|accepted| next_question(&self.content.trial, &accepted));
        self.go(next.map_or(Step::Check, Step::Question))
    }

    fn go(&mut self, step: Step) -> Effect {
        if *self.way.step() == Step::Clock {
            return Effect::Stay;
        }
        self.way.go(step);
        self.forget_problem();
        Effect::Forward
    }

    fn accepted(&self) -> Option<Accepted> {
        accept(&self.content.trial, self.answers.clone(), self.today).ok()
    }

    /// The criteria that conflict, by their places.
    fn conflicts(&self) -> Vec<usize> {
        let findings = self
            .accepted()
            .map(|accepted| findings(&self.content.trial, &accepted));
        let findings = findings.into_iter().flatten().enumerate();
        let conflicts = findings.filter(|(_, finding)| *finding == Finding::Conflicts);
        conflicts.map(|(place, _)| place).collect()
    }
}

/// Where the page begins.
fn first_step(content: &Content, today: Date) -> Step {
    if today < content.trial.last_update() {
        Step::Clock
    } else {
        Step::Start
    }
}
