//! Words that never stand in our own text (the registry's words are exempt): the list is the one
//! that `check` has.

use prescreen::authoring::banned_words;
use prescreen::page::content::Language;

/// The banned words that a text contains.
pub(crate) fn found(text: &str, language: Language) -> Vec<&'static str> {
    banned_words(text, language)
}
