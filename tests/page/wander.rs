//! A wanderer: taps and sends whatever is there, in an order that looks like chance and is always
//! the same. Whatever comes, every screen is sound and Back leads out.

use crate::elements::{collect, controls};
use crate::fixture::{contents, day};
use crate::numbers::Numbers;
use crate::screen::{attribute_values, check};
use crate::script::{check_both, moves};
use prescreen::page::app::{App, Effect, Event};
use prescreen::page::content::{Content, Language};
use prescreen::page::view::{Element, Screen};
use std::collections::BTreeSet;

#[test]
fn whatever_is_tapped_every_screen_is_sound_and_back_leads_out() {
    for content in contents() {
        wander(&content);
    }
}

fn wander(content: &Content) {
    let names = names_met(content);
    for name in ["result open", "result does_not_fit", "erase"] {
        assert!(
            names.iter().any(|each| each.starts_with(name)),
            "{name}: {names:#?}"
        );
    }
}

/// The names of all screens that the wanderer meets; each is looked at, in both languages.
pub(crate) fn names_met(content: &Content) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for seed in 0..40 {
        let mut numbers = Numbers(seed);
        let mut app = App::new(content.clone(), day("2026-11-22"), Language::ZhHans);
        for _ in 0..60 {
            let event = any_event(&app.screen(), &mut numbers);
            app.handle(event);
            let screen = app.screen();
            check(&screen);
            if names.insert(screen.name.clone()) {
                names.extend(mistakes(&app, &screen));
            }
        }
        check_both(&app);
        leaves_nothing(&app, content);
        leads_to_the_result(app.clone());
        leads_out(app);
    }
    names
}

/// The names of the screens after each way to send the form of a question without an answer in it.
fn mistakes(app: &App, screen: &Screen) -> Vec<String> {
    let mut elements = Vec::new();
    collect(&screen.body, &mut elements);
    let sent = |app: &mut App, pairs: &[(&str, &str)]| {
        let pairs = pairs.iter();
        let sent = pairs.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        app.handle(Event::Submit(sent.collect()));
        let screen = app.screen();
        check(&screen);
        check_both(app);
        screen.name
    };
    let controls = controls(&elements);
    let years = controls.iter().filter(|(name, _)| name == "year");
    let years: Vec<_> = years
        .filter_map(|(_, year)| year.attribute("value"))
        .collect();
    let mut ways: Vec<Vec<(&str, &str)>> = Vec::new();
    if let [_, _, latest, .., oldest] = years[..] {
        let days = [
            ("", "", ""),
            (latest, "", ""),
            (latest, "1", ""),
            (latest, "2", "30"),
        ];
        let more = [(latest, "12", "31"), (oldest, "1", "1")];
        let form = |(year, month, day)| vec![("year", year), ("month", month), ("day", day)];
        ways.extend(days.into_iter().chain(more).map(form));
    } else if !controls.is_empty() {
        ways.push(Vec::new());
        if controls
            .iter()
            .any(|(_, control)| control.attribute("type") == Some("checkbox"))
        {
            ways.push(vec![("answer", "none"), ("answer", "0")]);
        }
    }
    ways.iter().map(|way| sent(&mut app.clone(), way)).collect()
}

/// Whatever was shown, a page that was left is one that just began, in the language chosen.
fn leaves_nothing(app: &App, content: &Content) {
    let language = app.screen().language;
    let mut left = app.clone();
    assert_eq!(left.handle(Event::Left), Effect::Stay);
    let new = App::new(content.clone(), day("2026-11-22"), language);
    assert_eq!(left, new);
}

/// From wherever one is the way on leads to the result, and no question comes twice.
fn leads_to_the_result(mut app: App) {
    let mut asked = BTreeSet::new();
    for _ in 0..60 {
        let screen = app.screen();
        if screen.name.starts_with("result") && !screen.name.ends_with("unfinished") {
            return;
        }
        let mut elements = Vec::new();
        collect(&screen.body, &mut elements);
        let primary = elements
            .iter()
            .find(|it| it.attribute("class") == Some("primary"));
        let action = primary.and_then(|button| button.attribute("data-action"));
        let event = match action {
            Some(action) => Event::Tap(action.to_owned()),
            // Beside the sheet and where a form is, what leads on has another form.
            None if elements.iter().any(|element| element.tag == "form") => {
                assert!(
                    asked.insert(screen.heading.clone()),
                    "{} comes twice",
                    screen.heading
                );
                Event::Submit(not_known(&elements))
            }
            None => Event::Tap("result".to_owned()),
        };
        app.handle(event);
    }
    panic!("{} is a dead end", app.screen().heading);
}

/// "I don't know", as the form offers it.
fn not_known(elements: &[&Element]) -> Vec<(String, String)> {
    let controls = controls(elements);
    let unknown =
        |(_, control): &&(String, &Element)| control.attribute("value") == Some("unknown");
    let sent = controls.iter().filter(unknown);
    sent.map(|(name, _)| (name.clone(), "unknown".to_owned()))
        .collect()
}

fn leads_out(mut app: App) {
    for _ in 0..60 {
        match app.handle(Event::Back) {
            Effect::Leave => return,
            effect => assert!(moves(effect)),
        }
        check(&app.screen());
    }
    panic!("Back does not lead out of {}", app.screen().heading);
}

/// Mostly the form if there is one, so that the wanderer gets on.
fn any_event(screen: &Screen, numbers: &mut Numbers) -> Event {
    let mut elements = Vec::new();
    collect(&screen.body, &mut elements);
    let controls = controls(&elements);
    if !controls.is_empty() && numbers.below(8) > 0 {
        let mut sent: Vec<(String, String)> = Vec::new();
        for name in controls.iter().map(|(name, _)| name) {
            if sent.iter().all(|(each, _)| each != name) {
                let own: Vec<_> = controls.iter().filter(|(each, _)| each == name).collect();
                let value = own[numbers.below(own.len())].1.attribute("value");
                sent.push((name.clone(), value.unwrap_or_default().to_owned()));
            }
        }
        return Event::Submit(sent);
    }
    let mut actions = attribute_values(&elements, "data-action");
    actions.retain(|action| *action != "erase-all" || numbers.below(4) == 0);
    match actions.get(numbers.below(actions.len() + 1)) {
        Some(action) => Event::Tap((*action).to_owned()),
        None => Event::Back,
    }
}
