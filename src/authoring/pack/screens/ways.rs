//! The ways over the screens. Each looks at whatever it meets; none decides what a screen is called
//! or whether there is one. They go the same way each time: nothing here is left to chance.

use super::super::draw::words;
use super::Walk;
use super::control::controls;
use super::person_way::{asked, on, sent};
use crate::authoring::pack::persons::Person;
use crate::engine::{Accepted, FactIndex, Iso, Kind};
use crate::page::app::{App, Event};
use crate::page::content::Words;

/// More steps than any way through the questions takes.
pub(super) const MOST_STEPS: usize = 300;

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

pub(super) fn of_person(person: &Person) -> Words {
    let (name, on) = (&person.name, Iso(person.on));
    words(
        format!("示例人物“{name}”，{on}"),
        format!("The example person “{name}”, on {on}"),
    )
}

/// The page after each step of a person, in order.
pub(super) fn go_along(walk: &mut Walk<'_>, person: &Person, way: &Words) -> Vec<App> {
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

pub(super) fn of_kind<'a>(
    walk: &'a Walk<'_>,
    kind: &'a Kind,
) -> impl Iterator<Item = FactIndex> + 'a {
    let facts = (0..).zip(walk.content.trial.facts());
    facts
        .filter(|(_, fact)| fact.kind == *kind)
        .map(|(place, _)| place)
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
