//! Every screen that the page of a trial can show, found by going through the page itself: as the
//! example persons would, and then by whatever leads to what they have not met. The list of screens
//! is the program's own; what no way led to is named, never left out in silence.

mod control;
mod person_way;
mod taken_out;
mod wander;
mod ways;

use super::persons::Person;
use crate::engine::{Date, day_at, position};
use crate::page::app::{App, Event};
use crate::page::content::{Content, Language, Words};
use crate::page::view::Screen;
use std::collections::BTreeMap;
use taken_out::taken_out;
use wander::anywhere;
use ways::{along_persons, each_choice, each_problem, each_step};

/// A screen, as it was met.
pub(super) struct Shown {
    /// Its name, one of `App::screen_names`.
    pub(super) name: String,
    /// How it was come to.
    pub(super) way: Words,
    /// What it shows, in each language of `Language::ALL`.
    pub(super) screens: [Screen; 2],
}

/// All screens.
pub(super) struct Screens {
    /// Those that a way led to, in the order of the program's list.
    pub(super) shown: Vec<Shown>,
    /// The names of those that no way led to.
    pub(super) without_way: Vec<String>,
}

/// What leads over the screens: it keeps each that it meets, the first time.
struct Walk<'a> {
    content: &'a Content,
    persons: &'a [Person],
    on: Date,
    wanted: Vec<String>,
    met: BTreeMap<String, Shown>,
}

/// Goes through the page until every screen of its list was met, or no way is left.
pub(super) fn screens(content: &Content, persons: &[Person], on: Date) -> Screens {
    let mut walk = Walk {
        content,
        persons,
        on,
        wanted: App::screen_names(content),
        met: BTreeMap::new(),
    };
    let ways = [
        along_persons,
        each_step,
        each_problem,
        taken_out,
        each_choice,
        anywhere,
    ];
    for way in ways {
        if !walk.is_done() {
            way(&mut walk);
        }
    }
    let mut met = walk.met;
    let (mut shown, mut without_way) = (Vec::new(), Vec::new());
    for name in walk.wanted {
        match met.remove(&name) {
            Some(screen) => shown.push(screen),
            None => without_way.push(name),
        }
    }
    Screens { shown, without_way }
}

impl Walk<'_> {
    fn is_done(&self) -> bool {
        self.wanted.iter().all(|name| self.met.contains_key(name))
    }

    fn begin(&self, on: Date) -> App {
        App::new(self.content.clone(), on, Language::ALL[0])
    }

    /// The page on the day before the record's last update: the clock is wrong then.
    fn begin_before_record(&self) -> App {
        let update = self.content.trial.last_update();
        self.begin(day_at(position(update) - 2))
    }

    /// Keeps the screen shown, if it was not met before, and gives its name.
    fn look(&mut self, app: &App, way: &Words) -> String {
        let screen = app.screen();
        let name = screen.name.clone();
        if self.wanted.contains(&name) && !self.met.contains_key(&name) {
            let [_, other] = Language::ALL;
            let mut translated = app.clone();
            translated.handle(Event::Tap(format!("language:{}", other.tag())));
            let shown = Shown {
                name: name.clone(),
                way: way.clone(),
                screens: [screen, translated.screen()],
            };
            self.met.insert(name.clone(), shown);
        }
        name
    }

    /// Looks at what a tap leads to, without going there.
    fn peek(&mut self, app: &App, action: &str, way: &Words) {
        let mut there = app.clone();
        there.handle(Event::Tap(action.to_owned()));
        self.look(&there, way);
    }
}
