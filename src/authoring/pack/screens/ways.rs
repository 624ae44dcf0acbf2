//! The ways over the screens. Each looks at whatever it meets; none decides what a screen is called
//! or whether there is one. They go the same way each time: nothing here is left to chance.

use super::super::draw::words;
use super::Walk;
use super::control::{actions, controls};
use super::person_way::{asked, on, sent};
use crate::authoring::pack::persons::Person;
use crate::engine::{Accepted, Date, FactIndex, Iso, Kind};
use crate::page::app::{App, Event};
use crate::page::content::Words;

/// More steps than any way through the questions takes.
const MOST_STEPS: usize = 300;

/// How many ways are gone that look like chance, and how many steps each has.
const WANDERS: (u64, usize) = (200, 60);

/// As every example person would go, from the first screen to the sheet; then what would have been
/// shown on the way, the fullest first.
pub(super) fn along_persons(walk: &mut Walk<'_>) {
    let mut stops = Vec::new();
    for person in walk.persons {
        let way = of_person(person);
        let mut apps = go_along(walk, person, &way);
        if let Some(last) = apps.pop() {
            for action in ["result", "sheet", "code", "check", "erase"] {
                walk.peek(&last, action, &way);
            }
        }
        stops.push((apps, way));
    }
    for (apps, way) in stops {
        for app in apps.iter().rev() {
            for action in ["result", "check"] {
                walk.peek(app, action, &way);
            }
        }
    }
}

fn of_person(person: &Person) -> Words {
    let (name, on) = (&person.name, Iso(person.on));
    words(
        format!("示例人物“{name}”，{on}"),
        format!("The example person “{name}”, on {on}"),
    )
}

/// The page after each step of a person, in order.
fn go_along(walk: &mut Walk<'_>, person: &Person, way: &Words) -> Vec<App> {
    let mut app = walk.begin(person.on);
    let mut apps = Vec::new();
    for _ in 0..MOST_STEPS {
        let name = walk.look(&app, way);
        let event = match asked(&walk.content.trial, &name) {
            Some(fact) => answer(walk, &app, &person.accepted, fact),
            None if name == "start" || name.starts_with("notice") => {
                Some(Event::Tap("continue".to_owned()))
            }
            None => None,
        };
        apps.push(app.clone());
        let Some(event) = event else { break };
        app.handle(event);
    }
    apps
}

fn answer(walk: &Walk<'_>, app: &App, accepted: &Accepted, fact: FactIndex) -> Option<Event> {
    let answer = accepted.answers().get(fact);
    sent(&walk.content.trial, &app.screen(), fact, answer).map(Event::Submit)
}

/// Every step there is with nothing answered, and the page on a day that cannot be.
pub(super) fn each_step(walk: &mut Walk<'_>) {
    let way = words("什么都没有回答", "With nothing answered");
    let app = walk.begin(walk.on);
    walk.look(&app, &way);
    for action in ["result", "check", "sheet", "code", "erase"] {
        walk.peek(&app, action, &way);
    }
    for fact in facts(walk) {
        walk.peek(&app, &format!("change:{fact}"), &way);
    }
    let way = words(
        "设备的日期早于登记信息更新的日期",
        "The device’s date lies before the record’s last update",
    );
    walk.look(&walk.begin_before_record(), &way);
}

fn facts(walk: &Walk<'_>) -> std::ops::Range<FactIndex> {
    let count = walk.content.trial.facts().len();
    0..FactIndex::try_from(count).unwrap_or(FactIndex::MAX)
}

/// Every form, sent without an answer in it.
pub(super) fn each_problem(walk: &mut Walk<'_>) {
    let way = words(
        "表格没有填好就提交",
        "The form was sent without an answer in it",
    );
    let year = walk.on.year();
    let years = [year, year + 1, year - 131, year - 3].map(|year| year.to_string());
    let [this, next, oldest, earlier] = years.each_ref().map(String::as_str);
    let mut ways = vec![Vec::new()];
    ways.push(
        ["none", "0"]
            .map(|value| ("answer".to_owned(), value.to_owned()))
            .into(),
    );
    let dates = [
        ("", "", ""),
        (this, "", ""),
        (this, "1", ""),
        (earlier, "2", "30"),
        (next, "12", "31"),
        (oldest, "1", "1"),
        (earlier, "1", "1"),
    ];
    ways.extend(dates.map(|(year, month, day)| on(year, month, day)));
    let app = with_birth(walk, year - 1);
    for fact in facts(walk) {
        let mut question = app.clone();
        question.handle(Event::Tap(format!("change:{fact}")));
        for form in &ways {
            let mut sent = question.clone();
            sent.handle(Event::Submit(form.clone()));
            walk.look(&sent, &way);
        }
    }
}

/// The page with a birth answered, where it is asked.
fn with_birth(walk: &Walk<'_>, year: i32) -> App {
    let mut app = walk.begin(walk.on);
    if let Some(birth) = of_kind(walk, &Kind::BirthDate).next() {
        app.handle(Event::Tap(format!("change:{birth}")));
        app.handle(Event::Submit(on(&year.to_string(), "1", "1")));
    }
    app
}

fn of_kind<'a>(walk: &'a Walk<'_>, kind: &'a Kind) -> impl Iterator<Item = FactIndex> + 'a {
    let facts = (0..).zip(walk.content.trial.facts());
    facts
        .filter(|(_, fact)| fact.kind == *kind)
        .map(|(place, _)| place)
}

/// A birth told that lies after a date told before: the date is taken out and asked once more.
pub(super) fn taken_out(walk: &mut Walk<'_>) {
    let way = words(
        "后来说的出生日期晚于先前说的日期",
        "A date of birth was told that lies after a date told before",
    );
    let Some(birth) = of_kind(walk, &Kind::BirthDate).next() else {
        return;
    };
    let dates: Vec<_> = of_kind(walk, &Kind::Date).collect();
    for person in walk.persons {
        if walk.is_done() {
            return;
        }
        let apps = go_along(walk, person, &of_person(person));
        let Some(last) = apps.last() else { continue };
        for date in &dates {
            contradict(walk, (last, person), (*date, birth), &way);
        }
        for app in &apps {
            let name = app.screen().name;
            let fact = asked(&walk.content.trial, &name);
            if fact.is_some_and(|fact| dates.contains(&fact)) {
                go_back_to(walk, (app, person), birth, &way);
            }
        }
    }
}

/// A date is told, and then a birth after it, as changes from the list of all.
fn contradict(
    walk: &mut Walk<'_>,
    (app, person): (&App, &Person),
    (date, birth): (FactIndex, FactIndex),
    way: &Words,
) {
    let (year, month) = (person.on.year(), u8::from(person.on.month()));
    let to_the_year = on(&year.to_string(), "unknown", "");
    let to_the_day = on(&(year - 3).to_string(), "1", "1");
    for told in [to_the_year, to_the_day] {
        let mut app = app.clone();
        change(&mut app, date, told);
        for born in [
            on(&(year - 1).to_string(), "1", "1"),
            on(&year.to_string(), &month.to_string(), "1"),
        ] {
            let mut app = app.clone();
            change(&mut app, birth, born);
            walk.look(&app, way);
            for action in [
                format!("change:{date}"),
                "check".to_owned(),
                "result".to_owned(),
            ] {
                walk.peek(&app, &action, way);
            }
        }
    }
}

/// A date is told, and then a birth after it, by going back to its question.
fn go_back_to(walk: &mut Walk<'_>, (app, person): (&App, &Person), birth: FactIndex, way: &Words) {
    let (year, month) = (person.on.year(), u8::from(person.on.month()));
    let mut app = app.clone();
    app.handle(Event::Submit(on(&year.to_string(), "unknown", "")));
    for _ in 0..MOST_STEPS {
        if asked(&walk.content.trial, &app.screen().name) == Some(birth) {
            app.handle(Event::Submit(on(
                &year.to_string(),
                &month.to_string(),
                "1",
            )));
            walk.look(&app, way);
            return;
        }
        if app.is_at_start() {
            return;
        }
        app.handle(Event::Back);
    }
}

fn change(app: &mut App, fact: FactIndex, told: Vec<(String, String)>) {
    app.handle(Event::Tap(format!("change:{fact}")));
    app.handle(Event::Submit(told));
}

/// Every answer to every question, given at once and as a change after all others.
pub(super) fn each_choice(walk: &mut Walk<'_>) {
    let new = words("只回答了一个问题", "With one question answered");
    let fresh = walk.begin(walk.on);
    sweep(walk, &fresh, &new);
    for person in walk.persons {
        if walk.is_done() {
            return;
        }
        let (name, on) = (&person.name, Iso(person.on));
        let changed = words(
            format!("示例人物“{name}”改了一个回答，{on}"),
            format!("The example person “{name}” changed an answer, on {on}"),
        );
        if let Some(last) = go_along(walk, person, &of_person(person)).last() {
            sweep(walk, last, &changed);
        }
    }
}

fn sweep(walk: &mut Walk<'_>, app: &App, way: &Words) {
    for fact in facts(walk) {
        let mut question = app.clone();
        question.handle(Event::Tap(format!("change:{fact}")));
        for control in controls(&question.screen()) {
            if control.name != "answer" {
                continue;
            }
            let mut sent = question.clone();
            sent.handle(Event::Submit(vec![(control.name, control.value)]));
            walk.look(&sent, way);
            for action in ["result", "check"] {
                walk.peek(&sent, action, way);
            }
        }
    }
}

/// Whatever is there is tapped and sent, in an order that looks like chance and is always the same.
pub(super) fn anywhere(walk: &mut Walk<'_>) {
    let on: Vec<Date> = walk.persons.iter().map(|person| person.on).collect();
    let on = on.into_iter().max().unwrap_or(walk.on).max(walk.on);
    let way = words(
        "由程序在页面上试出来的一条路",
        "A way that the program found by trying",
    );
    let (ways, steps) = WANDERS;
    for seed in 0..ways {
        let mut app = walk.begin(on);
        let mut numbers = Numbers(seed);
        for _ in 0..steps {
            any_event(&mut app, &mut numbers);
            walk.look(&app, &way);
        }
        if walk.is_done() {
            return;
        }
    }
}

fn any_event(app: &mut App, numbers: &mut Numbers) {
    let screen = app.screen();
    let controls = controls(&screen);
    if !controls.is_empty() && numbers.below(8) > 0 {
        let mut sent: Vec<(String, String)> = Vec::new();
        for name in controls.iter().map(|control| &control.name) {
            if sent.iter().all(|(each, _)| each != name) {
                let own: Vec<_> = controls.iter().filter(|each| each.name == *name).collect();
                let chosen = own.get(numbers.below(own.len()));
                sent.extend(chosen.map(|each| (each.name.clone(), each.value.clone())));
            }
        }
        app.handle(Event::Submit(sent));
        return;
    }
    let mut actions = actions(&screen);
    actions.retain(|action| action != "erase-all");
    let chosen = actions.get(numbers.below(actions.len() + 1)).cloned();
    app.handle(chosen.map_or(Event::Back, Event::Tap));
}

/// Numbers that look like chance and are always the same.
struct Numbers(u64);

impl Numbers {
    /// A number below another one; 0 below 0.
    fn below(&mut self, end: usize) -> usize {
        let odd = 6_364_136_223_846_793_005;
        self.0 = self
            .0
            .wrapping_mul(odd)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.0 >> 33).unwrap_or_default();
        high.checked_rem(end).unwrap_or_default()
    }
}
