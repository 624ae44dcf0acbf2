//! A text for each rule that it refuses, with the whole message: `bad.toml`. A rule that could not
//! fail would be none.

use crate::{banned, chinese, english, punctuation, sensitive, terms};
use prescreen::page::content::Language;
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
struct Case {
    rule: String,
    text: String,
    says: Vec<String>,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

/// The trial whose sensitive matters the cases are about.
const FIRST: &str = "NCT07338357";

type Rule = fn(&str) -> Vec<String>;

const RULES: [(&str, Rule); 20] = [
    ("en sentence", english::long_sentences),
    ("en question", |text| {
        english::too_hard(text, english::QUESTION_GRADE)
    }),
    ("en grade", |text| english::too_hard(text, english::GRADE)),
    ("en long word", english::unusual),
    ("en term", |text| terms::unexplained(text, Language::En)),
    ("en source", |text| terms::no_source(text, Language::En)),
    ("en sensitive", |text| {
        sensitive::asked(text, Language::En, FIRST)
    }),
    ("en spoken of", |text| {
        sensitive::spoken_of(text, Language::En)
    }),
    ("en banned", |text| banned_in(text, Language::En)),
    ("zh question", |text| {
        chinese::long_sentences(text, chinese::LONGEST_QUESTION)
    }),
    ("zh sentence", |text| {
        chinese::long_sentences(text, chinese::LONGEST_SENTENCE)
    }),
    ("zh clause", chinese::hard_clauses),
    ("zh knot", chinese::knots),
    ("zh term", |text| {
        let mut said = terms::unexplained(text, Language::ZhHans);
        said.extend(terms::nameless(text));
        said
    }),
    ("zh unlisted", terms::unlisted),
    ("zh source", |text| terms::no_source(text, Language::ZhHans)),
    ("zh sensitive", |text| {
        sensitive::asked(text, Language::ZhHans, FIRST)
    }),
    ("zh spoken of", |text| {
        sensitive::spoken_of(text, Language::ZhHans)
    }),
    ("en break", punctuation::breaking),
    ("zh banned", |text| banned_in(text, Language::ZhHans)),
];

fn banned_in(text: &str, language: Language) -> Vec<String> {
    let found = banned::found(text, language).into_iter();
    found.map(|word| format!("banned: {word}")).collect()
}

/// Runs every case; each rule has one that is refused and one that is not.
pub(crate) fn check() {
    let cases: Cases = toml::from_str(include_str!("bad.toml")).expect("the cases read");
    let mut shown = BTreeSet::new();
    let mut wrong = Vec::new();
    for Case { rule, text, says } in &cases.case {
        let (name, check) = RULES.iter().find(|(name, _)| name == rule).expect("a rule");
        let said = check(text);
        if said != *says {
            wrong.push(format!("{rule}: {said:#?}"));
        }
        shown.insert((*name, says.is_empty()));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (name, _) in RULES {
        for accepted in [true, false] {
            assert!(
                shown.contains(&(name, accepted)),
                "{name} has no such case: {accepted}"
            );
        }
    }
}
