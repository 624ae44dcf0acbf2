//! The figures of the words, for people: `cargo test --test words figures -- --nocapture` prints them,
//! counted by the rule for terms and without it.

use crate::chinese;
use crate::english::{self, Count};
use crate::shown::{Shown, shown};
use crate::terms::ECHOES;
use prescreen::page::content::Language;
use std::collections::BTreeMap;

/// The running text of a screen: what has enough words to be graded, one text a line. The contact
/// and the buttons around every screen are not counted towards a question.
pub(crate) fn prose(screen: &Shown) -> String {
    let blocks = screen.blocks.iter().filter(|block| {
        let counted = !block.is_in(&ECHOES) && !block.is_in(&["reach", "foot"]);
        let few = english::words(&block.words).len() < english::GRADED_FROM;
        counted && !few && block.tag != "button"
    });
    let words: Vec<_> = blocks.map(|each| &*each.words).collect();
    words.join("\n")
}

#[test]
fn figures() {
    let mut grades = BTreeMap::new();
    for screen in shown().iter().filter(|each| each.language == Language::En) {
        let text = prose(screen);
        let pair = [Count::Terms, Count::Raw].map(|count| english::grade(&text, count));
        let heading =
            [Count::Terms, Count::Raw].map(|count| english::grade(&screen.heading, count));
        let name = if screen.question.is_empty() {
            &screen.heading
        } else {
            &screen.question
        };
        let most = grades
            .entry((screen.question.is_empty(), name))
            .or_insert((pair, heading));
        if pair[0] > most.0[0] {
            *most = (pair, heading);
        }
    }
    println!(
        "{:<45} {:>7} {:>7} {:>9} {:>9}",
        "English screen", "grade", "(raw)", "question", "(raw)"
    );
    for ((_, name), ([grade, raw], [own, own_raw])) in &grades {
        println!("{name:<45} {grade:>7.1} {raw:>7.1} {own:>9.1} {own_raw:>9.1}");
    }
    let longest = |language| {
        let own = shown().iter().filter(move |each| each.language == language);
        own.flat_map(|screen| screen.blocks.iter().map(|block| &*block.words))
    };
    let english = longest(Language::En).flat_map(english::sentences);
    let english = english.max_by_key(|each| english::words(each).len());
    println!("longest English sentence: {english:?}");
    let chinese = longest(Language::ZhHans).flat_map(chinese::sentences);
    let chinese = chinese.max_by_key(|each| chinese::length(each));
    println!("longest Chinese sentence, with what stands in brackets: {chinese:?}");
    let questions = shown()
        .iter()
        .filter(|each| each.language == Language::ZhHans);
    let questions = questions.filter(|each| !each.question.is_empty());
    let question = questions
        .map(|each| &each.heading)
        .max_by_key(|each| chinese::length(each));
    println!("longest Chinese question: {question:?}");
    assert!(
        grades.len() > 19,
        "every question is there: {}",
        grades.len()
    );
}

/// Prints every screen as text: `WORDS=1 cargo test --test words all_screens -- --ignored --nocapture`.
#[test]
#[ignore = "it is read by people"]
fn all_screens() {
    for screen in shown() {
        println!("=== {}\n{}", screen.place(), screen.words());
    }
}
