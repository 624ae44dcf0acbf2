//! Values of a closed form: words of a vocabulary, days, registry numbers, and the words for
//! people in both languages.

use super::diagnostic::Log;
use super::document::Table;
use super::form::FormMistake;
use super::value::Value;
use super::wording::check_words;
use crate::engine::{Date, PartialDate};
use crate::page::content::{Language, Words};
use toml::Spanned;

impl Value<'_> {
    /// One of the words of a vocabulary, as what it stands for.
    pub(crate) fn word<T: Clone>(
        self,
        vocabulary: &[(&'static str, T)],
        log: &mut Log,
    ) -> Option<Spanned<T>> {
        let Some(found) = self.inner().as_str() else {
            self.wrong_type("a text", log);
            return None;
        };
        let text = Spanned::new(self.range(), found.to_owned());
        let found = text.get_ref();
        let known = vocabulary.iter().find(|(word, _)| word == found);
        if known.is_none() {
            let accepted: Vec<_> = vocabulary.iter().map(|(word, _)| *word).collect();
            let names = accepted.clone();
            let found = found.clone();
            log.error(text.span(), FormMistake::UnknownWord { found, accepted })
                .suggest(text.get_ref(), names);
        }
        known.map(|(_, meaning)| Spanned::new(text.span(), meaning.clone()))
    }

    /// A day, such as `"2026-11-22"`.
    pub(crate) fn day(self, log: &mut Log) -> Option<Spanned<Date>> {
        let text = self.text(log)?;
        let Ok(PartialDate::Day(day)) = PartialDate::parse(text.get_ref()) else {
            log.error(text.span(), FormMistake::NotADay(text.into_inner()));
            return None;
        };
        Some(Spanned::new(text.span(), day))
    }

    /// A registry number, such as `"NCT07338357"`. It becomes part of a path: no other form passes.
    pub(crate) fn registry_number(self, log: &mut Log) -> Option<Spanned<String>> {
        let text = self.text(log)?;
        let digits = text.get_ref().strip_prefix("NCT").unwrap_or_default();
        if digits.len() != 8 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            log.error(
                text.span(),
                FormMistake::NotARegistryNumber(text.into_inner()),
            );
            return None;
        }
        Some(text)
    }

    /// Words in both languages. What is missing is said, and empty.
    pub(crate) fn words(self, log: &mut Log) -> Words {
        let Some(table) = self.table_if_any() else {
            self.wrong_type("a table of words, `{ zh-Hans = \"…\", en = \"…\" }`", log);
            return nothing();
        };
        for (key, _) in table.entries() {
            let name = key.get_ref();
            let tags = Language::ALL.map(Language::tag);
            if !tags.contains(&name.as_str()) {
                log.error(key.span(), FormMistake::UnknownLanguage(name.clone()))
                    .suggest(name, tags);
            }
        }
        let [chinese, english] = Language::ALL.map(|language| in_language(&table, language, log));
        check_words(chinese.as_ref(), english.as_ref(), log);
        let text = |found: Option<Spanned<String>>| found.map(Spanned::into_inner);
        Words {
            zh_hans: text(chinese).unwrap_or_default(),
            en: text(english).unwrap_or_default(),
        }
    }
}

fn in_language(table: &Table<'_>, language: Language, log: &mut Log) -> Option<Spanned<String>> {
    let mut entries = table.entries().into_iter();
    let Some((_, value)) = entries.find(|(key, _)| key.get_ref() == language.tag()) else {
        log.error(table.head(), FormMistake::MissingLanguage(language.tag()));
        return None;
    };
    value.text(log)
}

/// The words that stand where none could be read; the file does not load then.
fn nothing() -> Words {
    Words {
        zh_hans: String::new(),
        en: String::new(),
    }
}

impl Table<'_> {
    /// Words that must be there.
    pub(crate) fn words(&mut self, key: &'static str, log: &mut Log) -> Words {
        let value = self.require(key, log);
        value.map_or_else(nothing, |value| value.words(log))
    }

    /// Words that may be there.
    pub(crate) fn words_if_any(&mut self, key: &'static str, log: &mut Log) -> Option<Words> {
        Some(self.get(key)?.words(log))
    }
}

/// Says every name that stands earlier in the list already.
pub(crate) fn check_repeated<'a>(
    what: &'static str,
    names: impl IntoIterator<Item = &'a Spanned<String>>,
    log: &mut Log,
) {
    let mut earlier: Vec<&str> = Vec::new();
    for name in names {
        if earlier.contains(&name.get_ref().as_str()) {
            let found = name.get_ref().clone();
            log.error(name.span(), FormMistake::Repeated { what, name: found });
        }
        earlier.push(name.get_ref());
    }
}
