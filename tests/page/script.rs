//! Journeys as data: a file of events and of what is seen after them, one a line.
//!
//! ```text
//! of NCT07338357           the trial (the small one if none is named)
//! on 2026-11-22            the day (this one if none is named)
//! in en                    the language (Chinese if none is named)
//! begin                    the page is opened anew
//! tap continue             an element with this data-action is tapped; it must be there
//! send answer=0 …          the form is sent with these names and values; they must be there
//! back -> Leave            the browser's Back, and the effect
//! heading …                the heading is exactly this
//! screen …                 the name of the screen is exactly this
//! title …                  the title of the document is exactly this
//! sees … / lacks …         the text is somewhere on the screen, or nowhere
//! chosen answer=0 …        exactly these controls are chosen
//! left                     the page is left
//! as new                   the page is as it was at first
//! ```

use crate::elements::{collect, controls};
use crate::fixture::{contents, day, small};
use crate::screen::{attribute_values, check, text};
use prescreen::page::app::{App, Effect, Event};
use prescreen::page::content::{Content, Language};
use prescreen::page::view::{self, Element, Screen};

/// Plays a script and checks every screen on the way, in both languages. `seen` is told of each with
/// the number of its trial.
pub(crate) fn play(script: &str, seen: &mut dyn FnMut(&str, &Screen)) {
    let mut today = day("2026-11-22");
    let mut language = Language::ZhHans;
    let mut content = small();
    let mut app = None;
    for (number, line) in (1..).zip(script.lines()) {
        let line = line.trim();
        let (verb, object) = line.split_once(' ').unwrap_or((line, ""));
        match verb {
            "" | "#" => {}
            "of" => content = of_trial(object),
            "on" => today = day(object),
            "in" => language = named(object),
            "begin" => app = None,
            _ => {
                let fresh = || App::new(content.clone(), today, language);
                let app = app.get_or_insert_with(fresh);
                step(app, verb, object, &fresh).unwrap_or_else(|why| {
                    panic!(
                        "line {number}, `{line}`: {why}\n{}",
                        text(&app.screen().body)
                    )
                });
                check_both(app);
                seen(content.trial.nct_id(), &app.screen());
            }
        }
    }
}

fn of_trial(nct_id: &str) -> Content {
    let mut contents = contents().into_iter();
    let found = contents.find(|content| content.trial.nct_id() == nct_id);
    found.expect("a trial of the tests")
}

fn named(tag: &str) -> Language {
    let found = Language::ALL.into_iter().find(|each| each.tag() == tag);
    found.expect("a language of the page")
}

/// Checks the screen in both languages; switching must not lose anything.
pub(crate) fn check_both(app: &App) {
    let here = app.screen();
    check(&here);
    let mut other = app.clone();
    for language in Language::ALL {
        other.handle(Event::Tap(format!("language:{}", language.tag())));
        check(&other.screen());
    }
    other.handle(Event::Tap(format!("language:{}", here.language.tag())));
    assert_eq!(*app, other, "switching the language keeps everything");
}

fn step(app: &mut App, verb: &str, object: &str, fresh: &dyn Fn() -> App) -> Result<(), String> {
    let screen = app.screen();
    let mut elements = Vec::new();
    collect(&screen.body, &mut elements);
    match verb {
        "tap" => {
            expect(
                attribute_values(&elements, "data-action").contains(&object),
                "no such action",
            )?;
            app.handle(Event::Tap(object.to_owned()));
            Ok(())
        }
        "send" | "pick" => {
            let sent = pairs(object);
            for (name, value) in &sent {
                expect(
                    is_offered(&elements, name, value),
                    &format!("{name}={value} is not offered"),
                )?;
            }
            app.handle(if verb == "send" {
                Event::Submit(sent)
            } else {
                Event::Pick(sent)
            });
            Ok(())
        }
        "back" => {
            let effect = app.handle(Event::Back);
            let expected = object.trim_start_matches("-> ");
            expect(
                expected.is_empty() || format!("{effect:?}") == expected,
                &format!("{effect:?}"),
            )
        }
        "left" => {
            let effect = app.handle(Event::Left);
            expect(effect == Effect::Stay, &format!("{effect:?}"))
        }
        "heading" => {
            let heading = elements
                .iter()
                .find(|e| e.tag == "h1")
                .map(|e| plain(&text(&e.children)));
            expect(heading.as_deref() == Some(object), &format!("{heading:?}"))
        }
        "screen" => expect(screen.name == object, &screen.name),
        "title" => expect(screen.title == object, &screen.title),
        "sees" => expect(seen(&screen).contains(object), "not seen"),
        "lacks" => expect(!seen(&screen).contains(object), "seen"),
        "chosen" => {
            let chosen = chosen(&elements);
            expect(chosen == pairs(object), &format!("{chosen:?}"))
        }
        "as" => expect(*app == fresh(), "it is not"),
        _ => Err("unknown verb".to_owned()),
    }
}

fn expect(holds: bool, why: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(why.to_owned()) }
}

/// The text with its title and heading, with plain spaces for no-break spaces and without word
/// joiners, so that scripts can be typed.
fn seen(screen: &Screen) -> String {
    let mut all = screen.title.clone();
    all.push('\n');
    all.push_str(&screen.heading);
    all.push('\n');
    all.push_str(&text(&screen.body));
    plain(&all)
}

fn plain(text: &str) -> String {
    view::plain(text).replace('\u{a0}', " ")
}

fn pairs(text: &str) -> Vec<(String, String)> {
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').expect("name=value");
        (name.to_owned(), value.to_owned())
    };
    text.split_whitespace().map(pair).collect()
}

fn is_offered(elements: &[&Element], name: &str, value: &str) -> bool {
    controls(elements)
        .iter()
        .any(|(each, control)| each == name && control.attribute("value") == Some(value))
}

fn chosen(elements: &[&Element]) -> Vec<(String, String)> {
    let chosen = controls(elements).into_iter().filter(|(_, control)| {
        control.attribute("checked").is_some() || control.attribute("selected").is_some()
    });
    let value = |control: &Element| control.attribute("value").unwrap_or_default().to_owned();
    chosen
        .map(|(name, control)| (name, value(control)))
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

/// The effect of an event is never lost: `Effect` has no other values than these.
pub(crate) fn moves(effect: Effect) -> bool {
    matches!(effect, Effect::Show | Effect::Forward)
}
