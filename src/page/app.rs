//! The page as a pure function: events in, screens out. Its whole state is the answers, the
//! language and the steps gone through; everything shown is computed from it anew.

use super::changes::Changes;
use super::content::{Content, Language};
pub use super::event::{Effect, Event};
use super::form::read;
use super::frame::Frame;
use super::judged::{Judged, conflicts, is_begun};
use super::name::{self, Naming};
use super::picture::{Font, Picture};
use super::question::Question;
use super::speech::Speech;
use super::step::{Step, Way};
use super::unsent::{Choice, Unsent};
use super::view::{Node, Screen};
use super::{check, clock, code, erase, notice, result, sheet, start};
use crate::engine::{Accepted, Answer, Answers, Date, FactIndex, accept, findings, is_closed};

/// The page of one trial on one day, as one person has gone through it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct App {
    content: Content,
    today: Date,
    language: Language,
    answers: Answers,
    way: Way,
    unsent: Unsent,
    changes: Changes,
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
            unsent: Unsent::default(),
            changes: Changes::default(),
        }
    }

    /// What is shown now.
    #[must_use]
    pub fn screen(&self) -> Screen {
        let speech = self.speech();
        let judged = self.judged();
        let mut main = Vec::new();
        let heading = self.draw(speech, judged.as_ref(), &mut main);
        let frame = Frame {
            step: self.way.step(),
            name: &self.name(judged.as_ref()),
            back: !self.way.is_at_start(),
            erasable: is_begun(&self.answers),
            mistaken: self.choice().is_some_and(|choice| choice.problem.is_some()),
        };
        frame.screen(speech, &heading, main)
    }

    /// Draws what is particular to the step and gives its heading.
    fn draw(&self, speech: Speech, judged: Option<&Judged>, main: &mut Vec<Node>) -> String {
        match (self.way.step(), judged) {
            (Step::Start, _) => start::draw(speech, self.today, main),
            (Step::Erase, _) => erase::draw(speech, main),
            (Step::Clock, _) | (_, None) => clock::draw(speech, self.today, main),
            (Step::Question(fact), Some(judged)) => {
                let question = Question {
                    speech,
                    accepted: &judged.accepted,
                    fact: *fact,
                    choice: self.choice(),
                    taken_out: self.changes.taken_out(),
                };
                question.draw(main)
            }
            (Step::Notice(criteria), Some(judged)) => {
                let next = self.next(&judged.accepted);
                notice::draw(judged, criteria, next, main)
            }
            (Step::Check, Some(judged)) => {
                check::draw(speech, &judged.accepted, self.changes.taken_out(), main)
            }
            (Step::Result, Some(judged)) => result::draw(judged, main),
            (Step::Sheet, Some(judged)) => sheet::screen(judged, main),
            (Step::Code, Some(judged)) => code::draw(speech, &judged.accepted, main),
        }
    }

    fn name(&self, judged: Option<&Judged>) -> String {
        let Some(judged) = judged else {
            return name::unjudged(self.way.step()).to_owned();
        };
        let shown = Naming {
            step: self.way.step(),
            judged,
            next: self.next(&judged.accepted),
            problem: self.choice().and_then(|choice| choice.problem),
            taken_out: self.changes.taken_out(),
        };
        shown.name()
    }

    /// The name of every screen that the page of this trial can show, each once: what tests and
    /// reviewers hold what they saw against. [`Screen::name`] is one of them. The page without scripts
    /// is none: no app shows it.
    #[must_use]
    pub fn screen_names(content: &Content) -> Vec<String> {
        name::all(content)
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
        let judged = self.judged();
        judged.map_or_else(Picture::default, |judged| {
            sheet::picture(&judged, build, width_of)
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

    /// Takes an event on a day, which may be another than that of the screen: a page may stay open past
    /// midnight. Nothing is handed on then that was not shown: the screen of the new day comes first.
    pub fn handle_on(&mut self, today: Date, event: Event) -> Effect {
        let is_new_day = today != self.today;
        self.tell_today(today);
        match self.handle(event) {
            Effect::Copy | Effect::Picture | Effect::Save | Effect::Print | Effect::Stay
                if is_new_day =>
            {
                Effect::Show
            }
            effect => effect,
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
        } else if !self.stands(self.way.step()) {
            self.step_back();
        }
    }

    fn back(&mut self) -> Effect {
        if self.way.is_at_start() {
            return Effect::Leave;
        }
        self.step_back();
        self.unsent.forget_problems();
        Effect::Show
    }

    fn step_back(&mut self) {
        let mut way = self.way.clone();
        way.back(|step| self.stands(step));
        self.way = way;
        self.end_change_at_list();
    }

    /// Whether there is still something to show at a step gone through before.
    fn stands(&self, step: &Step) -> bool {
        match step {
            Step::Question(fact) => !is_closed(&self.content.trial, &self.answers, *fact),
            Step::Notice(criteria) => {
                let conflicts = self.conflicts();
                criteria.iter().any(|each| conflicts.contains(each))
            }
            _ => true,
        }
    }

    fn tap(&mut self, action: &str) -> Effect {
        let (name, object) = action.split_once(':').unwrap_or((action, ""));
        match name {
            "back" => self.back(),
            "continue" => self.leave_off(),
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
            Ok(fact) if usize::from(fact) < facts => {
                let accepted = self.accepted();
                self.changes.begin(&self.content.trial, accepted.as_ref());
                self.go(Step::Question(fact))
            }
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
        self.unsent = Unsent::default();
        self.changes = Changes::default();
        Effect::Show
    }

    fn submit(&mut self, sent: Vec<(String, String)>) -> Effect {
        let Step::Question(fact) = *self.way.step() else {
            return Effect::Stay;
        };
        match read(&self.content.trial, &self.answers, self.today, fact, &sent) {
            Ok(answer) => self.answer(fact, answer),
            Err(problem) => {
                self.unsent.keep(fact, sent, Some(problem));
                Effect::Show
            }
        }
    }

    fn pick(&mut self, sent: Vec<(String, String)>) -> Effect {
        if let Step::Question(fact) = *self.way.step() {
            let problem = self.choice().and_then(|choice| choice.problem);
            self.unsent.keep(fact, sent, problem);
        }
        Effect::Stay
    }

    /// What was chosen for the question that is shown, and is no answer yet.
    fn choice(&self) -> Option<&Choice> {
        match self.way.step() {
            Step::Question(fact) => self.unsent.of(*fact),
            _ => None,
        }
    }

    /// Takes an answer. Where it newly speaks against a criterion, that is said before going on.
    fn answer(&mut self, fact: FactIndex, answer: Answer) -> Effect {
        let before = self.conflicts();
        self.answers = self.answers.clone().with(fact, answer);
        self.settle(fact);
        let mut conflicts = self.conflicts();
        conflicts.retain(|each| !before.contains(each));
        if conflicts.is_empty() {
            self.go_on()
        } else {
            self.go(Step::Notice(conflicts))
        }
    }

    /// What an answer means for the others, and for what is remembered beside them.
    fn settle(&mut self, answered: FactIndex) {
        let trial = &self.content.trial;
        self.changes
            .settle(trial, &mut self.answers, self.today, answered);
        let answers = &self.answers;
        self.unsent
            .retain(|fact| fact != answered && !is_closed(trial, answers, fact));
    }

    /// Goes on as the person says: a change ends where they leave it, but for a notice that it brought.
    fn leave_off(&mut self) -> Effect {
        if !matches!(self.way.step(), Step::Notice(_)) {
            self.changes.end();
        }
        self.go_on()
    }

    /// The next question; when there is none, the answers are checked.
    fn go_on(&mut self) -> Effect {
        let accepted = self.accepted();
        let next = accepted.and_then(|accepted| self.next(&accepted));
        self.go(next.map_or(Step::Check, Step::Question))
    }

    fn next(&self, accepted: &Accepted) -> Option<FactIndex> {
        self.changes.next(&self.content.trial, accepted)
    }

    fn go(&mut self, step: Step) -> Effect {
        if *self.way.step() == Step::Clock {
            return Effect::Stay;
        }
        self.way.go(step);
        self.end_change_at_list();
        self.unsent.forget_problems();
        Effect::Forward
    }

    fn end_change_at_list(&mut self) {
        if *self.way.step() == Step::Check {
            self.changes.end();
        }
    }

    fn speech(&self) -> Speech<'_> {
        Speech {
            content: &self.content,
            language: self.language,
        }
    }

    /// What the answers come to; nothing where they do not suit the day.
    fn judged(&self) -> Option<Judged<'_>> {
        let accepted = self.accepted();
        accepted.map(|accepted| Judged::of(self.speech(), accepted))
    }

    fn accepted(&self) -> Option<Accepted> {
        accept(&self.content.trial, self.answers.clone(), self.today).ok()
    }

    /// The criteria that conflict, by their places.
    fn conflicts(&self) -> Vec<usize> {
        let accepted = self.accepted();
        let findings = accepted.map(|accepted| findings(&self.content.trial, &accepted));
        findings.map_or_else(Vec::new, |findings| conflicts(&findings))
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
