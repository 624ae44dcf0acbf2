//! A wanderer: taps and sends whatever is there, in an order that looks like chance and is always
//! the same. Whatever comes, every screen is sound and Back leads out.

use crate::fixture::{contents, day};
use crate::screen::{attribute_values, check, collect};
use crate::script::{check_both, controls, moves};
use prescreen::page::app::{App, Effect, Event};
use prescreen::page::content::{Content, Language};
use prescreen::page::view::Screen;
use std::collections::BTreeSet;

/// A source of numbers (Knuth's constants of MMIX): no two runs differ.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    /// A number from 0 to below the limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }
}

#[test]
fn whatever_is_tapped_every_screen_is_sound_and_back_leads_out() {
    for content in contents() {
        wander(&content);
    }
}

fn wander(content: &Content) {
    let mut titles = BTreeSet::new();
    for seed in 0..40 {
        let mut numbers = Numbers(seed);
        let mut app = App::new(content.clone(), day("2026-11-22"), Language::ZhHans);
        for _ in 0..60 {
            let event = any_event(&app.screen(), &mut numbers);
            app.handle(event);
            check(&app.screen());
            let Screen { heading, title, .. } = app.screen();
            titles.extend([heading, title]);
        }
        check_both(&app);
        leaves_nothing(&app, content);
        leads_out(app);
    }
    for title in ["还有几点没有确定", "目前可能不符合", "错误：", "要清除"] {
        assert!(
            titles.iter().any(|each| each.contains(title)),
            "{title} is reached: {titles:#?}"
        );
    }
}

/// Whatever was shown, a page that was left is one that just began, in the language chosen.
fn leaves_nothing(app: &App, content: &Content) {
    let language = app.screen().language;
    let mut left = app.clone();
    assert_eq!(left.handle(Event::Left), Effect::Stay);
    let new = App::new(content.clone(), day("2026-11-22"), language);
    assert_eq!(left, new);
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
