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

/// The grades of a screen and of its heading, each by the rule for terms and raw.
type Grades = [[f64; 2]; 2];

#[test]
fn figures() {
    let grades = hardest_screens();
    println!("English screen: grade (raw), heading (raw)");
    for ((_, trial, name), [[grade, raw], [own, own_raw]]) in &grades {
        println!("{trial} {name:<45} {grade:>5.1} ({raw:>4.1}) {own:>5.1} ({own_raw:>4.1})");
    }
    let questions = grades.iter().filter(|((other, ..), _)| !other);
    let questions: Vec<_> = questions
        .map(|(_, [[grade, raw], _])| (*grade, *raw))
        .collect();
    let count = f64::from(u32::try_from(questions.len()).expect("few"));
    let (sum, most) = questions
        .iter()
        .fold(([0.0; 2], [0.0_f64; 2]), |(sum, most), each| {
            let most = [most[0].max(each.0), most[1].max(each.1)];
            ([sum[0] + each.0, sum[1] + each.1], most)
        });
    println!(
        "questions: mean {:.1} (raw {:.1})",
        sum[0] / count,
        sum[1] / count
    );
    println!("questions: at most {:.1} (raw {:.1})", most[0], most[1]);
    print_longest();
    let facts = crate::fixture::trials().iter().map(|each| each.facts.len());
    assert_eq!(
        questions.len(),
        facts.sum::<usize>(),
        "every question is there"
    );
}

/// The hardest English screen of each question and of each other heading.
fn hardest_screens() -> BTreeMap<(bool, &'static str, &'static str), Grades> {
    let mut grades = BTreeMap::new();
    for screen in shown().iter().filter(|each| each.language == Language::En) {
        let both = |text: &str| [Count::Terms, Count::Raw].map(|count| english::grade(text, count));
        let found = [both(&prose(screen)), both(&screen.heading)];
        let other = screen.question.is_empty();
        let name = if other {
            &screen.heading
        } else {
            &screen.question
        };
        let most: &mut Grades = grades
            .entry((other, screen.trial.as_str(), name.as_str()))
            .or_insert(found);
        if found[0][0] > most[0][0] {
            *most = found;
        }
    }
    grades
}

fn print_longest() {
    let english = crate::blocks(Language::En).into_keys();
    let english = english.flat_map(english::sentences);
    let english = english.max_by_key(|each| english::words(each).len());
    println!("longest English sentence: {english:?}");
    let chinese = crate::blocks(Language::ZhHans).into_keys();
    let chinese = chinese.flat_map(chinese::sentences);
    let chinese = chinese.max_by_key(|each| chinese::length(each));
    println!("longest Chinese sentence, brackets and all: {chinese:?}");
    let own = shown()
        .iter()
        .filter(|each| each.language == Language::ZhHans);
    let questions = own.filter(|each| !each.question.is_empty());
    let question = questions.map(|each| &each.heading);
    let question = question.max_by_key(|each| chinese::length(each));
    println!("longest Chinese question: {question:?}");
}

/// Prints every screen as text: `cargo test --test words all_screens -- --ignored --nocapture`.
#[test]
#[ignore = "it is read by people"]
fn all_screens() {
    for screen in shown() {
        println!("=== {}\n{}", screen.place(), screen.words());
    }
}
