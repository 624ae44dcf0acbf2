//! TOML with positions: tables and values that say where they stand, and say every mistake of form
//! on the way. Reading goes on after a mistake. What a trial is, is not known here.

use super::diagnostic::Log;
use super::form::FormMistake;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// A table of a document, being read: it knows which keys were asked for.
pub(crate) struct Table<'a> {
    entries: &'a DeTable<'a>,
    head: Option<Range<usize>>,
    asked: Vec<&'static str>,
}

impl<'a> Table<'a> {
    /// The table that holds everything.
    pub(crate) fn root(document: &'a Spanned<DeTable<'a>>) -> Self {
        Self::new(document.get_ref(), None)
    }

    fn new(entries: &'a DeTable<'a>, head: Option<Range<usize>>) -> Self {
        Self {
            entries,
            head,
            asked: Vec::new(),
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
        self.entries.get(key).map(Value)
    }

    /// The value of a key that must be there.
    pub(crate) fn require(&mut self, key: &'static str, log: &mut Log) -> Option<Value<'a>> {
        let value = self.get(key);
        if value.is_none() {
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
            .map(|(key, value)| (owned(key), Value(value)))
            .collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        entries
    }

    /// Says every key that was not asked for.
    pub(crate) fn close(self, log: &mut Log) {
        for (key, _) in self.entries() {
            let name = key.get_ref();
            if !self.asked.contains(&name.as_str()) {
                log.error(key.span(), FormMistake::UnknownKey(name.clone()))
                    .suggest(name, self.asked.iter().copied());
            }
        }
    }
}

/// A value of a document.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a>(&'a Spanned<DeValue<'a>>);

impl<'a> Value<'a> {
    /// Where it stands.
    pub(crate) fn range(self) -> Range<usize> {
        self.0.span()
    }

    /// The value itself.
    pub(crate) fn inner(self) -> &'a DeValue<'a> {
        self.0.get_ref()
    }

    /// Says that a value of another type is accepted here.
    pub(crate) fn wrong_type(self, accepted: &'static str, log: &mut Log) {
        let found = match self.inner() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "`true` or `false`",
            DeValue::Datetime(_) => "a date without quotes",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        log.error(self.range(), FormMistake::WrongType { found, accepted });
    }

    /// A text that says something.
    pub(crate) fn text(self, log: &mut Log) -> Option<Spanned<String>> {
        let Some(text) = self.inner().as_str() else {
            self.wrong_type("a text", log);
            return None;
        };
        if text.trim().is_empty() {
            log.error(self.range(), FormMistake::EmptyText);
            return None;
        }
        Some(Spanned::new(self.range(), text.to_owned()))
    }

    /// `true` or `false`.
    pub(crate) fn truth(self, log: &mut Log) -> Option<bool> {
        let truth = self.inner().as_bool();
        if truth.is_none() {
            self.wrong_type("`true` or `false`", log);
        }
        truth
    }

    /// The decimal text of a number.
    pub(crate) fn number(self, log: &mut Log) -> Option<String> {
        let text = self.number_if_any();
        if text.is_none() {
            self.wrong_type("a number", log);
        }
        text
    }

    /// The decimal text of a number, if it is one.
    pub(crate) fn number_if_any(self) -> Option<String> {
        match self.inner() {
            DeValue::Integer(number) => Some(number.to_string()),
            DeValue::Float(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// A whole number from 0 to `most`.
    pub(crate) fn whole_number(self, most: u16, log: &mut Log) -> Option<u16> {
        let found = self.number(log)?;
        let number = found.parse().ok().filter(|number| *number <= most);
        if number.is_none() {
            log.error(self.range(), FormMistake::NotWhole { found, most });
        }
        number
    }

    /// The items of a list.
    pub(crate) fn items(self, log: &mut Log) -> Vec<Value<'a>> {
        let Some(items) = self.inner().as_array() else {
            self.wrong_type("a list", log);
            return Vec::new();
        };
        items.iter().map(Value).collect()
    }

    /// A table.
    pub(crate) fn table(self, log: &mut Log) -> Option<Table<'a>> {
        let table = self.table_if_any();
        if table.is_none() {
            self.wrong_type("a table", log);
        }
        table
    }

    /// A table, if it is one.
    pub(crate) fn table_if_any(self) -> Option<Table<'a>> {
        let entries = self.inner().as_table()?;
        Some(Table::new(entries, Some(self.range())))
    }
}
