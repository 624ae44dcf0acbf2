//! The page's own words: every key has words in both languages, with the same placeholders.

use super::Read;
use super::place::Place;
use super::said::check_said;
use prescreen::authoring::read_phrases;
use prescreen::page::content::Words;
use std::sync::OnceLock;

const KEYS: [&str; 3] = ["end.title", "start.title", "start.date"];

pub fn words(bytes: &[u8]) -> Read {
    static PLACE: OnceLock<Place> = OnceLock::new();
    let place = PLACE.get_or_init(|| Place::new("words"));
    place.write("words/page.toml", bytes);
    let (words, said) = read_phrases(&place.path("words/page.toml"), &KEYS);
    check_said(&said);
    let is_said = said.iter().any(|one| one.is_error());
    assert_eq!(
        words.is_none(),
        is_said,
        "they are read where nothing is wrong"
    );
    let Some(words) = words else {
        return Read::Refused;
    };
    assert_eq!(words.len(), KEYS.len());
    words.iter().for_each(check_words);
    Read::Accepted
}

fn check_words(words: &Words) {
    let texts = [&words.zh_hans, &words.en];
    assert!(
        texts.iter().all(|text| !text.trim().is_empty()),
        "{words:?}"
    );
    let [chinese, english] = texts.map(|text| names(text));
    assert_eq!(chinese, english, "{words:?}");
}

/// What stands in braces, but for the units that one of the languages has alone.
fn names(text: &str) -> std::collections::BTreeSet<&str> {
    let parts = text.split('{').skip(1);
    let names = parts.filter_map(|part| part.split_once('}'));
    let names = names.map(|(name, _)| name);
    names.filter(|name| !["jin", "lb"].contains(name)).collect()
}
