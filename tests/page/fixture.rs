//! What the tests show on the page: the small trial of `trial.toml` with the page's own words, and
//! the first trial as it is built.

use prescreen::authoring::load;
use prescreen::engine::{Date, PartialDate, Trial, TrialDefinition};
use prescreen::page::content::{Content, CriterionWords, FactWords, Record, Study, Words};
use prescreen::page::phrase::Phrase;
use serde::Deserialize;
use std::sync::OnceLock;

/// The English names of the months.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[derive(Deserialize)]
struct Written {
    trial: TrialDefinition,
    record: Record,
    study: Study,
    sections: Vec<Words>,
    facts: Vec<FactWords>,
    criteria: Vec<CriterionWords>,
}

/// The content of each trial that the page is tested with.
pub(crate) fn contents() -> [Content; 2] {
    [small(), first_trial()]
}

/// The content of the first trial, read as `prescreen build` reads it.
pub(crate) fn first_trial() -> Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    let read = || {
        let www = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www");
        let (loaded, said) = load(&www, &www.join("trials/nct07338357.toml"));
        let said: Vec<_> = said.iter().map(ToString::to_string).collect();
        assert!(said.is_empty(), "{}", said.join("\n"));
        loaded.expect("nothing is wrong with it").content
    };
    CONTENT.get_or_init(read).clone()
}

/// The content of the small trial.
pub(crate) fn small() -> Content {
    let written: Written =
        toml::from_str(include_str!("trial.toml")).expect("the small trial reads");
    Content {
        trial: Trial::check(&written.trial).expect("the small trial has no mistake"),
        version: 1,
        record: written.record,
        study: written.study,
        sections: written.sections,
        facts: written.facts,
        criteria: written.criteria,
        phrases: phrases(),
    }
}

/// The page's own words, in the order of `Phrase::ALL`.
pub(crate) fn phrases() -> Vec<Words> {
    let file = words_file();
    let text = |phrase: &Phrase, language: &str| {
        let (group, name) = phrase.key().split_once('.').expect("a key is `group.name`");
        let text = &file[group][name][language];
        text.as_str().expect("a text").to_owned()
    };
    let words = Phrase::ALL.iter().map(|phrase| Words {
        zh_hans: text(phrase, "zh-Hans"),
        en: text(phrase, "en"),
    });
    words.collect()
}

/// The words file as it is written.
pub(crate) fn words_file() -> toml::Table {
    include_str!("../../www/words/page.toml")
        .parse()
        .expect("the words file reads")
}

/// A day such as `2026-11-22`.
pub(crate) fn day(text: &str) -> Date {
    match PartialDate::parse(text) {
        Ok(PartialDate::Day(day)) => day,
        _ => panic!("{text} is no day"),
    }
}
