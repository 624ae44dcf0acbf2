//! The way to the screens after a birth that lies behind a date told before: the page takes the date
//! out and asks for it once more.

use super::super::draw::words;
use super::Walk;
use super::person_way::{asked, on};
use super::ways::{MOST_STEPS, go_along, of_kind, of_person};
use crate::authoring::pack::persons::Person;
use crate::engine::{FactIndex, Kind};
use crate::page::app::{App, Event};
use crate::page::content::Words;

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
