//! The page's own words (`www/words/page.toml`): for every key that the page knows, words in both
//! languages, with the same placeholders in each.

use super::diagnostic::{Diagnostic, Log};
use super::document::Table;
use super::form::FormMistake;
use super::phrase_mistake::PhraseMistake;
use super::syntax::parse;
use super::value::Value;
use crate::page::content::Words;
use crate::page::phrase::Phrase;
use std::path::Path;
use toml::Spanned;

/// The words of the page, read from `words/page.toml` below `www`, in the order of the page's keys.
#[must_use]
pub fn load(www: &Path) -> (Option<Vec<Words>>, Vec<Diagnostic>) {
    read(&www.join("words").join("page.toml"), &keys())
}

/// The keys of the page's own words.
fn keys() -> Vec<&'static str> {
    Phrase::ALL.iter().map(|phrase| phrase.key()).collect()
}

/// Reads words for these keys (`group.key`), in their order, from a file.
///
/// ```
/// # use std::path::Path;
/// let path = Path::new("tests/authoring/good/words/page.toml");
/// let keys = ["end.title", "start.title", "start.date"];
/// let (words, said) = prescreen::authoring::read_phrases(path, &keys);
/// assert!(said.is_empty());
/// assert_eq!(words.unwrap()[0].en, "End");
/// ```
#[must_use]
pub fn read(path: &Path, keys: &[&str]) -> (Option<Vec<Words>>, Vec<Diagnostic>) {
    let mut log = Log::read(path);
    let source = log.source();
    let words = if log.has_errors() {
        None
    } else {
        read_text(&source.text, keys, &mut log)
    };
    let words = words.filter(|_| !log.has_errors());
    (words, log.into_sorted())
}

fn read_text(text: &str, keys: &[&str], log: &mut Log) -> Option<Vec<Words>> {
    let document = parse(text, log)?;
    let mut found: Vec<(String, Words)> = Vec::new();
    for (group, value) in Table::root(&document).entries() {
        let Some(table) = value.table(log) else {
            continue;
        };
        for (key, value) in table.entries() {
            let name = format!("{}.{}", group.get_ref(), key.get_ref());
            let key = Spanned::new(key.span(), name);
            found.extend(read_phrase(key, value, keys, log));
        }
    }
    let in_order = keys.iter().map(|key| {
        let words = found.iter().find(|(name, _)| name == key);
        if words.is_none() {
            log.error(None, PhraseMistake::Missing((*key).to_owned()));
        }
        words.map(|(_, words)| words.clone())
    });
    // All of them, so that every missing one is said.
    let in_order: Vec<_> = in_order.collect();
    in_order.into_iter().collect()
}

fn read_phrase(
    key: Spanned<String>,
    value: Value<'_>,
    keys: &[&str],
    log: &mut Log,
) -> Option<(String, Words)> {
    if !keys.contains(&key.get_ref().as_str()) {
        log.error(key.span(), FormMistake::UnknownKey(key.get_ref().clone()))
            .suggest(key.get_ref(), keys.iter().copied());
        return None;
    }
    let words = value.words(log);
    let [in_chinese, in_english] = [&words.zh_hans, &words.en].map(|text| placeholders(text));
    // Of what is missing was said that it is.
    let both = !words.zh_hans.is_empty() && !words.en.is_empty();
    if both && in_chinese != in_english {
        let mistake = PhraseMistake::Placeholders {
            in_chinese,
            in_english,
        };
        log.error(value.range(), mistake);
    }
    Some((key.into_inner(), words))
}

/// Placeholders that one language has alone: a country's own units of mass.
const OF_ONE_LANGUAGE: [&str; 2] = ["jin", "lb"];

/// The names in braces, sorted, each once.
fn placeholders(text: &str) -> Vec<String> {
    let parts = text.split('{').skip(1);
    let names = parts.filter_map(|part| part.split_once('}').map(|(name, _)| name.to_owned()));
    let mut names: Vec<_> = names
        .filter(|name| !OF_ONE_LANGUAGE.contains(&name.as_str()))
        .collect();
    names.sort();
    names.dedup();
    names
}
