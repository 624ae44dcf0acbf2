//! What a page never asks (`sensitive.toml`), that it is stated all the same, and that someone of 16
//! or more who answers alone is not spoken of as a child.

use crate::fixture::trials;
use crate::shown::{Block, Shown, WITHOUT_SCRIPTS, shown};
use crate::terms::explained_part;
use prescreen::authoring::never_asked;
use prescreen::page::content::{Content, Language};
use serde::Deserialize;
use std::sync::OnceLock;

#[derive(Deserialize)]
struct Matter {
    trial: String,
    criterion: String,
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    zh: Vec<String>,
    says_en: Vec<String>,
    says_zh: Vec<String>,
}

#[derive(Deserialize)]
struct Matters {
    matter: Vec<Matter>,
}

fn matters() -> &'static [Matter] {
    static MATTERS: OnceLock<Matters> = OnceLock::new();
    let read = || toml::from_str(include_str!("sensitive.toml")).expect("the matters read");
    &MATTERS.get_or_init(read).matter
}

/// What a question screen asks with: all but the contact and the buttons below it.
pub(crate) fn asking_part(screen: &Shown) -> String {
    let asks = |each: &&Block| each.tag != "button" && !each.is_in(&["contact"]);
    let words = screen.blocks.iter().filter(asks);
    let words: Vec<_> = words.map(|each| &*each.words).collect();
    words.join("\n")
}

/// What a question touches of what is never asked in any trial, and of the sensitive matters of its
/// own trial.
pub(crate) fn asked(words: &str, language: Language, trial: &str) -> Vec<String> {
    let lower = words.to_lowercase();
    let own = matters().iter().filter(|matter| matter.trial == trial);
    let never = never_asked(words).into_iter();
    let never = never.map(|(matter, sign)| format!("asks of {matter}: {sign}"));
    let found = own.flat_map(|matter| {
        let signs = match language {
            Language::En => &matter.en,
            Language::ZhHans => &matter.zh,
        };
        let found = signs.iter().filter(|sign| stands_in(&lower, sign));
        found.map(|sign| format!("asks of {}: {sign}", matter.criterion))
    });
    never.chain(found).collect()
}

/// A list of one's own does not repeat what holds for all trials.
pub(crate) fn check_lists() {
    for matter in matters() {
        for sign in matter.en.iter().chain(&matter.zh) {
            let known = never_asked(sign.trim_end_matches('*'));
            let (trial, criterion) = (&matter.trial, &matter.criterion);
            assert!(known.is_empty(), "{trial} {criterion}: {sign}: {known:?}");
        }
    }
}

/// Whether a sign stands in a text: in English as a whole word, where no star ends it.
fn stands_in(text: &str, sign: &str) -> bool {
    let stem = sign.trim_end_matches('*');
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    text.match_indices(stem).any(|(place, _)| {
        let begins = !letter(text[..place].chars().last());
        let ends = !letter(text[place + stem.len()..].chars().next());
        begins && (ends || stem != sign)
    })
}

/// Every matter is stated on every result, and on the page without scripts unless it stands beside
/// a rule.
pub(crate) fn check_statements() {
    for content in trials() {
        check_statements_of(content);
    }
}

fn check_statements_of(content: &Content) {
    let trial = content.trial.nct_id();
    let own = || matters().iter().filter(|matter| matter.trial == trial);
    let beside_no_rule = |matter: &&Matter| {
        let criteria = content.trial.criteria().iter().zip(&content.criteria);
        let mut criteria = criteria.filter(|(each, _)| each.id() == matter.criterion);
        criteria.any(|(_, words)| words.stated.is_some())
    };
    let (mut results, mut papers) = (0, 0);
    for screen in shown().iter().filter(|screen| screen.trial == trial) {
        if screen.heading == WITHOUT_SCRIPTS {
            papers += 1;
            check_says(screen, own().filter(beside_no_rule));
        } else if screen.blocks.iter().any(|block| block.is_in(&["settles"])) {
            results += 1;
            check_says(screen, own());
        }
    }
    assert!(results > 100, "results are there: {results}");
    assert_eq!(papers, Language::ALL.len(), "the papers are there");
}

/// Checks that a screen states the matters.
fn check_says<'a>(screen: &Shown, matters: impl Iterator<Item = &'a Matter>) {
    let words = explained_part(screen).to_lowercase();
    let mut seen = 0;
    for matter in matters {
        seen += 1;
        let says = match screen.language {
            Language::En => &matter.says_en,
            Language::ZhHans => &matter.says_zh,
        };
        for each in says {
            let (place, criterion) = (screen.place(), &matter.criterion);
            assert!(
                words.contains(each),
                "{place}: {criterion} does not say: {each}"
            );
        }
    }
    assert!(seen > 0, "{}: matters are there", screen.place());
}

/// Words that speak of a child who is not the reader.
pub(crate) fn spoken_of(words: &str, language: Language) -> Vec<String> {
    let (signs, allowed): (&[&str], &[&str]) = match language {
        Language::En => (
            &[
                "the child",
                "your child",
                "your son",
                "your daughter",
                "parent",
            ],
            &["the child who is ill", "cells from a parent"],
        ),
        Language::ZhHans => (
            &["孩子", "家长", "父母", "宝宝", "患儿"],
            &[
                "年纪还小的孩子",
                "年纪小的孩子",
                "女孩子",
                "男孩子",
                "半相合（多是父母）",
                "生病的孩子",
            ],
        ),
    };
    let mut rest = words.to_lowercase();
    for each in allowed {
        rest = rest.replace(each, "");
    }
    let found = signs.iter().filter(|sign| rest.contains(*sign));
    found.map(|sign| format!("spoken of: {sign}")).collect()
}
