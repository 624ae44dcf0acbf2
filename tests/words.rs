//! The words for people: how hard they are to read, that every medical word is explained where it
//! stands, that what is sensitive is stated and never asked, and that no banned word is written. Each
//! rule looks at every text of `www` as it is written, and at every screen as the page really shows
//! it; `words/bad.toml` has for each a text that it refuses.

#![allow(missing_docs)]

#[path = "words/bad.rs"]
mod bad;
#[path = "page/banned.rs"]
mod banned;
#[path = "words/chinese.rs"]
mod chinese;
#[path = "page/elements.rs"]
mod elements;
#[path = "words/english.rs"]
mod english;
#[path = "words/figures.rs"]
mod figures;
#[path = "page/fixture.rs"]
#[allow(dead_code)]
mod fixture;
#[path = "page/numbers.rs"]
mod numbers;
#[path = "words/punctuation.rs"]
mod punctuation;
#[path = "words/sensitive.rs"]
mod sensitive;
#[path = "words/shown.rs"]
mod shown;
#[path = "words/terms.rs"]
mod terms;
#[path = "words/written.rs"]
mod written;

use prescreen::page::content::Language;
use shown::{Shown, shown};
use std::collections::{BTreeMap, BTreeSet};
use written::texts;

/// Collects what a rule says of every text of a language, written or shown; the message has it all.
fn every_text(language: Language, rule: impl Fn(&str) -> Vec<String>) {
    let mut said = BTreeSet::new();
    let own = texts().into_iter().filter(|text| text.language == language);
    for text in own {
        let words = text.words.replace(['{', '}'], "");
        said.extend(
            rule(&words)
                .into_iter()
                .map(|why| format!("{}: {why}", text.place)),
        );
    }
    for (words, place) in blocks(language) {
        said.extend(rule(words).into_iter().map(|why| format!("{place}: {why}")));
    }
    report(&said);
}

/// The texts on all screens, each with one screen where it stands.
fn blocks(language: Language) -> BTreeMap<&'static str, String> {
    let mut blocks = BTreeMap::new();
    for screen in shown().iter().filter(|each| each.language == language) {
        for block in screen.blocks.iter().filter(|each| is_prose(each)) {
            blocks
                .entry(&*block.words)
                .or_insert_with(|| screen.place());
        }
    }
    blocks
}

/// Not what stands in a list of answers and names: those are no sentences.
fn is_prose(block: &shown::Block) -> bool {
    !block.is_in(&terms::ECHOES) && !block.is_in(&["reach", "settles"])
}

/// Collects what a rule says of every screen of a language.
fn every_screen(language: Language, rule: impl Fn(&Shown) -> Vec<String>) {
    let own = shown().iter().filter(|each| each.language == language);
    let said = own.flat_map(|screen| {
        let place = screen.place();
        rule(screen)
            .into_iter()
            .map(move |why| format!("{place}: {why}"))
    });
    report(&said.collect());
}

fn report(said: &BTreeSet<String>) {
    let lines: Vec<_> = said.iter().map(String::as_str).collect();
    assert!(
        lines.is_empty(),
        "{} faults\n{}",
        lines.len(),
        lines.join("\n")
    );
}

/// What only an answers file can leave open: the page's own answers settle these, or name a paper.
const NOT_ON_A_SCREEN: [&str; 5] = [
    "nct06097962.toml: criterion E15 open",
    "nct06097962.toml: criterion I3 open",
    "nct07338357.toml: criterion E1 open",
    "nct07338357.toml: criterion E7 open",
    "nct07338357.toml: criterion I4 open",
];

#[test]
fn every_text_of_the_trial_is_on_some_screen() {
    let mut unseen = BTreeSet::new();
    for language in Language::ALL {
        let all: String = shown()
            .iter()
            .filter(|each| each.language == language)
            .map(Shown::words)
            .collect();
        let own = texts().into_iter().filter(|text| text.language == language);
        let own = own.filter(|text| text.place.starts_with("nct"));
        unseen.extend(
            own.filter(|text| !all.contains(&text.words))
                .map(|text| text.place),
        );
    }
    unseen.retain(|place| !NOT_ON_A_SCREEN.iter().any(|each| place.ends_with(each)));
    report(&unseen);
}

#[test]
fn each_kind_of_result_is_met() {
    for title in [
        "rules this study out",
        "still open",
        "One point may not",
        "2\u{a0}points may not",
    ] {
        for trial in fixture::trials() {
            let trial = trial.trial.nct_id();
            let mut own = shown().iter().filter(|screen| screen.trial == trial);
            assert!(
                own.any(|screen| screen.heading.contains(title)),
                "{trial} {title}"
            );
        }
    }
}

#[test]
fn the_syllables_of_a_table_are_counted_right() {
    english::check_syllables();
}

#[test]
fn english_sentences_are_short() {
    every_text(Language::En, english::long_sentences);
}

#[test]
fn no_english_text_is_above_grade_8() {
    every_text(Language::En, |text| english::too_hard(text, english::GRADE));
}

#[test]
fn no_english_screen_is_above_grade_8_and_none_of_a_question_above_6() {
    every_screen(Language::En, |screen| {
        let limit = match &*screen.question {
            "" => english::GRADE,
            _ => english::QUESTION_GRADE,
        };
        let whole = figures::prose(screen);
        let heading = english::too_hard(&screen.heading, limit).into_iter();
        heading.chain(english::too_hard(&whole, limit)).collect()
    });
}

#[test]
fn long_english_words_are_terms_or_everyday_ones() {
    every_text(Language::En, english::unusual);
}

#[test]
fn chinese_sentences_are_short() {
    every_text(Language::ZhHans, |text| {
        chinese::long_sentences(text, chinese::LONGEST_SENTENCE)
    });
    every_screen(Language::ZhHans, |screen| match &*screen.question {
        "" => Vec::new(),
        _ => chinese::long_sentences(&screen.heading, chinese::LONGEST_QUESTION),
    });
}

#[test]
fn chinese_clauses_are_short_and_few() {
    every_text(Language::ZhHans, chinese::hard_clauses);
}

#[test]
fn chinese_is_said_straight() {
    every_text(Language::ZhHans, chinese::knots);
}

#[test]
fn medical_words_are_explained_on_their_screen() {
    for language in Language::ALL {
        every_screen(language, |screen| {
            terms::unexplained(&terms::explained_part(screen), language)
        });
    }
}

#[test]
fn the_exact_terms_of_the_papers_are_kept() {
    for language in Language::ALL {
        let all: Vec<_> = blocks(language).into_keys().collect();
        report(
            &terms::unused(&all.join("\n"), language)
                .into_iter()
                .collect(),
        );
    }
}

#[test]
fn latin_letters_in_chinese_have_a_chinese_name_on_their_screen() {
    every_screen(Language::ZhHans, |screen| {
        terms::nameless(&terms::explained_part(screen))
    });
}

#[test]
fn chinese_medical_characters_stand_in_words_that_are_listed() {
    every_text(Language::ZhHans, terms::unlisted);
}

#[test]
fn every_question_names_the_paper_that_holds_the_answer() {
    for language in Language::ALL {
        every_screen(language, |screen| match &*screen.question {
            "" => Vec::new(),
            _ => terms::no_source(&screen.words(), language),
        });
    }
}

#[test]
fn what_is_sensitive_is_never_asked() {
    for language in Language::ALL {
        every_screen(language, |screen| match &*screen.question {
            "" => Vec::new(),
            _ => sensitive::asked(&sensitive::asking_part(screen), language, &screen.trial),
        });
    }
}

#[test]
fn no_list_repeats_what_is_never_asked_in_any_trial() {
    sensitive::check_lists();
}

#[test]
fn what_is_sensitive_is_stated() {
    sensitive::check_statements();
}

#[test]
fn nobody_is_spoken_of_who_reads_alone() {
    for language in Language::ALL {
        every_screen(language, |screen| {
            let words = terms::explained_part(screen);
            let alone = screen.grown.then(|| sensitive::spoken_of(&words, language));
            alone.unwrap_or_default()
        });
    }
}

#[test]
fn no_banned_word_is_written() {
    for language in Language::ALL {
        every_text(language, |text| {
            let found = banned::found(text, language).into_iter();
            found.map(|word| format!("banned: {word}")).collect()
        });
    }
}

#[test]
fn each_rule_refuses_what_is_wrong() {
    bad::check();
}
