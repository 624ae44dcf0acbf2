//! What the tests show on the page: the small trial of `trial.toml` with the page's own words, and
//! the trials of `www/trials` as they are built.

use prescreen::authoring::load;
use prescreen::engine::{Date, PartialDate, Trial, TrialDefinition};
use prescreen::page::content::{Content, CriterionWords, FactWords, Record, Study, Words};
use prescreen::page::phrase::Phrase;
use serde::Deserialize;
use std::path::Path;
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

/// The content of each trial that the page is tested with: the small one, the first, and all others.
pub(crate) fn contents() -> Vec<Content> {
    let mut contents = vec![small(), first_trial()];
    let first = contents[1].trial.nct_id().to_owned();
    let others = trials().iter().filter(|each| each.trial.nct_id() != first);
    contents.extend(others.cloned());
    contents
}

/// The content of the first trial.
pub(crate) fn first_trial() -> Content {
    trial("NCT07338357")
}

/// The content of the trial of this number.
pub(crate) fn trial(nct_id: &str) -> Content {
    let mut trials = trials().iter();
    let found = trials.find(|each| each.trial.nct_id() == nct_id);
    found.expect("the trial is there").clone()
}

/// The content of each trial of `www/trials`, read as `prescreen build` reads it.
pub(crate) fn trials() -> &'static [Content] {
    static CONTENTS: OnceLock<Vec<Content>> = OnceLock::new();
    CONTENTS.get_or_init(|| {
        let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("www");
        let entries = std::fs::read_dir(www.join("trials")).expect("the trials are there");
        let paths = entries.map(|entry| entry.expect("is readable").path());
        let mut paths: Vec<_> = paths.collect();
        paths.sort();
        paths.iter().map(|path| read(&www, path)).collect()
    })
}

fn read(www: &Path, path: &Path) -> Content {
    let (loaded, said) = load(www, path);
    // A warning, such as that nobody has signed the trial, leaves its words as they are.
    let said = said.iter().filter(|each| each.is_error());
    let said: Vec<_> = said.map(ToString::to_string).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
    loaded.expect("nothing is wrong with it").content
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
