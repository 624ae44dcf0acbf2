//! The last way to a screen: whatever is there is tapped and sent. It decides nothing, and goes the
//! same way each time.

use super::super::draw::words;
use super::Walk;
use super::control::{actions, controls};
use crate::engine::Date;
use crate::page::app::{App, Event};

/// How many ways are gone.
const WAYS: u64 = 200;

/// How many steps each has.
const STEPS: usize = 60;

/// Whatever is there is tapped and sent, in an order that looks like chance and is always the same.
pub(super) fn anywhere(walk: &mut Walk<'_>) {
    let on: Vec<Date> = walk.persons.iter().map(|person| person.on).collect();
    let on = on.into_iter().max().unwrap_or(walk.on).max(walk.on);
    let way = words(
        "由程序在页面上试出来的一条路",
        "A way that the program found by trying",
    );
    for seed in 0..WAYS {
        let mut app = walk.begin(on);
        let mut numbers = Numbers(seed);
        for _ in 0..STEPS {
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
