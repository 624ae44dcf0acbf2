//! What words for people may not be, whichever text they stand in: a claim or a verdict, words of
//! the other language, words that are still to be written. How hard words are to read, and whether
//! they are right, is not judged here.

mod banned;
pub(crate) mod mistake;
pub(crate) mod never_asked;
pub(crate) mod signs;
pub(crate) mod vague;

use super::diagnostic::Log;
use crate::page::content::Language;
pub use banned::banned_words;
use mistake::WordingMistake;
pub use never_asked::never_asked;
use std::ops::Range;
use toml::Spanned;

/// What authors write where words are still to come.
const TO_BE_WRITTEN: [&str; 9] = [
    "todo",
    "tbd",
    "fixme",
    "xxx",
    "…",
    "...",
    "?",
    "待定",
    "待翻译",
];

/// Checks a text in both languages, as far as it could be read.
pub(crate) fn check_words(
    chinese: Option<&Spanned<String>>,
    english: Option<&Spanned<String>>,
    log: &mut Log,
) {
    let texts = [(chinese, Language::ZhHans), (english, Language::En)];
    for (text, language) in texts {
        if let Some(text) = text {
            check_text(text, language, log);
        }
    }
    if let (Some(chinese), Some(english)) = (chinese, english) {
        check_languages(chinese, english, log);
    }
}

fn check_text(text: &Spanned<String>, language: Language, log: &mut Log) {
    let words = text.get_ref().as_str();
    let lower = words.trim().to_lowercase();
    let is_to_be_written = |sign: &str| lower == sign || lower.starts_with(&format!("{sign}:"));
    if TO_BE_WRITTEN.iter().any(|sign| is_to_be_written(sign)) {
        log.error(text.span(), WordingMistake::ToBeWritten(words.to_owned()));
    }
    for word in banned_words(words, language) {
        let mistake = WordingMistake::Banned(word);
        log.error(place_of(word, text, log), mistake)
            .hint("say what the answers mean for this point: only the study team decides");
    }
}

fn check_languages(chinese: &Spanned<String>, english: &Spanned<String>, log: &mut Log) {
    let (in_chinese, in_english) = (chinese.get_ref(), english.get_ref());
    // Around what the page puts in, a unit may stand that is the same everywhere.
    let has_letters = |text: &str| !text.contains('{') && text.chars().any(char::is_alphabetic);
    if in_chinese.trim() == in_english.trim() && has_letters(in_english) {
        log.warning(chinese.span(), WordingMistake::SameInBoth);
        return;
    }
    if has_letters(in_chinese) && !in_chinese.chars().any(is_chinese) {
        log.warning(chinese.span(), WordingMistake::NotChinese);
    }
    if let Some(found) = in_english.chars().find(|letter| is_chinese(*letter)) {
        let place = place_of(&found.to_string(), english, log);
        log.warning(place, WordingMistake::ChineseInEnglish(found));
    }
}

/// Whether a character is one of the Chinese script.
fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// Where bytes of a text stand in the file; all of the text where it is written with escapes.
pub(crate) fn place_in(part: Range<usize>, text: &Spanned<String>, log: &Log) -> Range<usize> {
    let whole = text.span();
    let source = log.source();
    let written = source.text.get(whole.clone()).unwrap_or_default();
    match written.find(text.get_ref().as_str()) {
        Some(at) => whole.start + at + part.start..whole.start + at + part.end,
        None => whole,
    }
}

/// Where a word stands in the file; all of the text where it is not written so.
fn place_of(word: &str, text: &Spanned<String>, log: &Log) -> Range<usize> {
    let source = log.source();
    let whole = text.span();
    let written = source.text.get(whole.clone()).unwrap_or_default();
    let lower = written.to_ascii_lowercase();
    let found = lower.find(&word.to_ascii_lowercase());
    found.map_or(whole.clone(), |at| {
        whole.start + at..whole.start + at + word.len()
    })
}
