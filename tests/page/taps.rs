//! How many taps the journeys of the first trial take: a choice is one, a list is two (it opens,
//! and something in it is chosen), a button is one. The shortest ways are found by search over what
//! the screens offer, so a screen more or less changes these figures.

use crate::elements::{collect, controls};
use crate::fixture::{day, first_trial};
use crate::screen::attribute_values;
use prescreen::coded::decode;
use prescreen::engine::{Accepted, Finding, findings, worth_asking};
use prescreen::page::app::{App, Event};
use prescreen::page::content::{Content, Language};
use prescreen::page::phrase::Phrase;
use prescreen::page::view::{Element, Screen};
use std::collections::{BTreeMap, BTreeSet};

/// What a family does on one screen, and how many taps that is.
type Move = (Event, usize);

fn begin(content: &Content) -> App {
    App::new(content.clone(), day("2026-11-22"), Language::En)
}

/// What is said in a phrase, in English.
fn said(content: &Content, phrase: Phrase) -> &str {
    let place = Phrase::ALL.iter().position(|each| *each == phrase);
    &content.phrases[place.expect("a phrase")].en
}

/// Everything that can be sent or tapped on a screen to get on.
fn moves(screen: &Screen) -> Vec<Move> {
    let mut elements = Vec::new();
    collect(&screen.body, &mut elements);
    let actions = attribute_values(&elements, "data-action");
    let ahead = ["continue", "result", "check"];
    let taps = ahead.iter().filter(|each| actions.contains(each));
    let taps = taps.map(|action| (Event::Tap((*action).to_owned()), 1));
    taps.chain(forms(&elements)).collect()
}

/// Every way to fill in the form of a screen with one choice, or with a year and perhaps a month:
/// a day more takes as many taps as not to know it.
fn forms(elements: &[&Element]) -> Vec<Move> {
    let controls = controls(elements);
    let values = |name: &str| -> Vec<&str> {
        let own = controls.iter().filter(|(each, _)| each == name);
        let values = own.filter_map(|(_, control)| control.attribute("value"));
        values.filter(|value| !value.is_empty()).collect()
    };
    let one = values("answer").into_iter();
    let one = one.map(|value| (form(&[("answer", value)]), 2));
    let dates = values("year").into_iter().flat_map(|year| {
        let known = values("month").into_iter().map(move |month| {
            let to_the_month = ["unknown", ""].contains(&month);
            let day = if to_the_month { "" } else { "unknown" };
            let taps = if to_the_month { 5 } else { 7 };
            (
                form(&[("year", year), ("month", month), ("day", day)]),
                taps,
            )
        });
        let year_alone = (form(&[("year", year), ("month", ""), ("day", "")]), 3);
        core::iter::once(year_alone).chain(known)
    });
    one.chain(dates).collect()
}

fn form(pairs: &[(&str, &str)]) -> Event {
    let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Event::Submit(pairs.iter().map(pair).collect())
}

/// What the engine finds in the answers so far: they are read from the code that the page shows.
fn accepted(content: &Content, app: &App) -> Accepted {
    let mut app = app.clone();
    app.handle(Event::Tap("code".to_owned()));
    let screen = app.screen();
    let mut elements = Vec::new();
    collect(&screen.body, &mut elements);
    let code = attribute_values(&elements, "data-qr")[0];
    decode(&content.trial, content.version, code).expect("a code")
}

/// Whether every point that is open can still be settled by a question.
fn may_still_fit(content: &Content, accepted: &Accepted) -> bool {
    let asked = worth_asking(&content.trial, accepted);
    let found = findings(&content.trial, accepted).into_iter();
    let mut found = found.zip(content.trial.criteria());
    found.all(|(finding, criterion)| match finding {
        Finding::Open => criterion.facts().iter().any(|fact| asked.contains(fact)),
        finding => finding != Finding::Conflicts,
    })
}

/// The fewest taps to a result with this heading, going only where `leads_on` says so. States with
/// the same screen, findings and questions count as one; the first one there has fewest taps.
fn fewest(content: &Content, wanted: Phrase, leads_on: fn(&Content, &Accepted) -> bool) -> usize {
    let wanted = said(content, wanted);
    let mut waiting = BTreeMap::from([(0, vec![begin(content)])]);
    let mut seen = BTreeSet::new();
    while let Some((taps, apps)) = waiting.pop_first() {
        for app in apps {
            let screen = app.screen();
            // A result is what a tap on its button shows: other screens may have the same heading.
            if screen.heading == wanted && is_result(&screen) {
                return taps;
            }
            let state = accepted(content, &app);
            let found: Vec<_> = findings(&content.trial, &state);
            let found: Vec<_> = found.iter().map(|finding| finding.name()).collect();
            let asked = worth_asking(&content.trial, &state);
            if !leads_on(content, &state) || !seen.insert((screen.heading.clone(), found, asked)) {
                continue;
            }
            for (event, cost) in moves(&screen) {
                let mut next = app.clone();
                next.handle(event);
                waiting.entry(taps + cost).or_default().push(next);
            }
        }
    }
    panic!("no way to {wanted}")
}

/// Whether a screen is the result: it leads to the sheet.
fn is_result(screen: &Screen) -> bool {
    let mut elements = Vec::new();
    collect(&screen.body, &mut elements);
    attribute_values(&elements, "data-action").contains(&"sheet")
}

/// The taps of a journey that is written down, up to the result: a list that is left as it is costs
/// nothing.
fn taps_of(script: &str) -> usize {
    let lines = script.lines().take_while(|line| *line != "tap result");
    let taps = lines.map(|line| match line.split_once(' ') {
        Some(("tap", _)) => 1,
        Some(("send", sent)) => {
            let chosen = sent.split(' ').filter(|pair| !pair.ends_with('='));
            let lists = chosen.clone().filter(|pair| !pair.starts_with("answer="));
            1 + chosen.count() + lists.count()
        }
        _ => 0,
    });
    taps.sum::<usize>() + 1
}

#[test]
fn the_shortest_ways_to_each_result_take_so_many_taps() {
    let content = first_trial();
    let anywhere = |_: &Content, _: &Accepted| true;
    assert_eq!(fewest(&content, Phrase::TitleEmpty, anywhere), 1);
    assert_eq!(fewest(&content, Phrase::TitleOpen, anywhere), 4);
    assert_eq!(fewest(&content, Phrase::TitleConflict, anywhere), 4);
    assert_eq!(fewest(&content, Phrase::TitleFits, may_still_fit), 35);
}

#[test]
fn the_full_journey_takes_so_many_taps() {
    let every_question = include_str!("real_everything_fits_zh.txt");
    assert_eq!(taps_of(every_question), 51);
}
