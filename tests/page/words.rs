//! The page's own words: all there, none left over, and short enough to be read under stress.

use crate::fixture::{day, first_trial, phrases, words_file};
use prescreen::page::app::App;
use prescreen::page::content::Language;
use prescreen::page::phrase::Phrase;
use prescreen::page::view::{html, plain};
use std::collections::BTreeSet;

#[test]
fn the_words_file_and_the_phrases_name_the_same_texts() {
    let file = words_file();
    let mut written = BTreeSet::new();
    for (group, texts) in &file {
        for name in texts.as_table().expect("a group").keys() {
            written.insert(format!("{group}.{name}"));
        }
    }
    let named: BTreeSet<_> = Phrase::ALL
        .iter()
        .map(|phrase| phrase.key().to_owned())
        .collect();
    assert_eq!(written, named);
    assert_eq!(Phrase::ALL.len(), named.len());
}

#[test]
fn every_phrase_speaks_both_languages_in_short_sentences() {
    for (phrase, words) in Phrase::ALL.iter().zip(phrases()) {
        assert!(
            !words.zh_hans.trim().is_empty() && !words.en.trim().is_empty(),
            "{phrase:?}"
        );
        for sentence in words.en.split(['.', '?', '!', ':']) {
            let count = sentence.split_whitespace().count();
            assert!(count <= 20, "{count} words: {sentence}");
        }
        for sentence in words.zh_hans.split(['。', '？', '！', '：']) {
            let count = sentence.chars().count();
            assert!(count <= 30, "{count} characters: {sentence}");
        }
        let half_width = words.zh_hans.chars().find(|c| ",;?!()".contains(*c));
        assert_eq!(
            half_width, None,
            "full-width punctuation: {}",
            words.zh_hans
        );
    }
}

/// A date that ends a line in its middle is read twice. Its joiners are taken out of what is copied.
#[test]
fn no_chinese_date_breaks() {
    let app = App::new(first_trial(), day("2026-11-22"), Language::ZhHans);
    let shown = html(&app.screen().body);
    let joined = "2026\u{2060}年\u{2060}1\u{2060}月\u{2060}13\u{2060}日";
    assert!(shown.contains(joined), "{shown}");
    assert_eq!(plain(joined), "2026年1月13日");
    assert!(!plain(&shown).contains('\u{2060}'));
}
