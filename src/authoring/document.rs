//! TOML with positions: tables that say where they stand, and say every mistake of form on the way.
//! Reading goes on after a mistake. What a trial is, is not known here.

use super::diagnostic::Log;
use super::form::FormMistake;
use super::nearest::nearest;
use super::value::Value;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeString, DeTable};

/// Whether a table has keys that nobody asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keys {
    /// All were asked for.
    Known,
    /// One was not: what it was meant for may seem to be missing.
    Unknown,
}

/// A table of a document, being read: it knows which keys were asked for.
pub(crate) struct Table<'a> {
    entries: &'a DeTable<'a>,
    head: Option<Range<usize>>,
    asked: Vec<&'static str>,
    missing: Vec<&'static str>,
}

impl<'a> Table<'a> {
    /// The table that holds everything.
    pub(crate) fn root(document: &'a Spanned<DeTable<'a>>) -> Self {
        Self::new(document.get_ref(), None)
    }

    /// A table; `head` is where it begins, none for the document itself.
    pub(crate) fn new(entries: &'a DeTable<'a>, head: Option<Range<usize>>) -> Self {
        Self {
            entries,
            head,
            asked: Vec::new(),
            missing: Vec::new(),
        }
    }

    /// Where it begins: its header or, written in a line, all of it.
    pub(crate) fn head(&self) -> Option<Range<usize>> {
        self.head.clone()
    }

    /// From its first key to its last value; its head if it is empty.
    pub(crate) fn range(&self) -> Range<usize> {
        let starts = self.entries.keys().map(|key| key.span().start);
        let ends = self.entries.values().map(|value| value.span().end);
        match (starts.min(), ends.max()) {
            (Some(start), Some(end)) => start..end,
            _ => self.head().unwrap_or_default(),
        }
    }

    /// The value of a key, if it is there.
    pub(crate) fn get(&mut self, key: &'static str) -> Option<Value<'a>> {
        self.asked.push(key);
        self.entries.get(key).map(Value::new)
    }

    /// The value of a key that must be there.
    pub(crate) fn require(&mut self, key: &'static str, log: &mut Log) -> Option<Value<'a>> {
        let value = self.get(key);
        if value.is_none() {
            self.missing.push(key);
            log.error(self.head(), FormMistake::MissingKey(key));
        }
        value
    }

    /// A text that must be there.
    pub(crate) fn text(&mut self, key: &'static str, log: &mut Log) -> Option<Spanned<String>> {
        self.require(key, log)?.text(log)
    }

    /// A text that may be there.
    pub(crate) fn text_if_any(
        &mut self,
        key: &'static str,
        log: &mut Log,
    ) -> Option<Spanned<String>> {
        self.get(key)?.text(log)
    }

    /// The texts of a list that may be there.
    pub(crate) fn texts(&mut self, key: &'static str, log: &mut Log) -> Vec<Spanned<String>> {
        let items = self.get(key).map_or(Vec::new(), |value| value.items(log));
        items.iter().filter_map(|item| item.text(log)).collect()
    }

    /// The tables of a list (`[[key]]`) that may be there.
    pub(crate) fn tables(&mut self, key: &'static str, log: &mut Log) -> Vec<Table<'a>> {
        let items = self.get(key).map_or(Vec::new(), |value| value.items(log));
        items.iter().filter_map(|item| item.table(log)).collect()
    }

    /// Every key with its value, in the order of the file.
    pub(crate) fn entries(&self) -> Vec<(Spanned<String>, Value<'a>)> {
        let owned =
            |key: &Spanned<DeString<'_>>| Spanned::new(key.span(), key.get_ref().to_string());
        let mut entries: Vec<_> = self
            .entries
            .iter()
            .map(|(key, value)| (owned(key), Value::new(value)))
            .collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        entries
    }

    /// Whether a key that was not asked for is nearly one of these.
    pub(crate) fn has_slip_of(&self, keys: &[&str]) -> bool {
        let entries = self.entries().into_iter();
        let mut unknown = entries.filter(|(key, _)| !self.asked.contains(&key.get_ref().as_str()));
        unknown.any(|(key, _)| nearest(key.get_ref(), keys.iter().copied()).is_some())
    }

    /// Says every key that was not asked for, and whether there was none. A slip of the pen is one
    /// mistake: that the key it was meant for is missing is taken back.
    pub(crate) fn close(self, log: &mut Log) -> Keys {
        let mut keys = Keys::Known;
        for (key, _) in self.entries() {
            let name = key.get_ref();
            if self.asked.contains(&name.as_str()) {
                continue;
            }
            keys = Keys::Unknown;
            let meant = nearest(name, self.asked.iter().copied());
            let missing = self.missing.iter().find(|key| meant == Some(**key));
            if let Some(missing) = missing {
                log.take_back(self.head(), FormMistake::MissingKey(missing));
            }
            log.error(key.span(), FormMistake::UnknownKey(name.clone()))
                .suggest(name, meant);
        }
        keys
    }
}
