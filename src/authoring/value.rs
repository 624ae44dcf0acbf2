//! One value of a document: it says where it stands, and what is accepted in its place.

use super::diagnostic::Log;
use super::document::Table;
use super::form::FormMistake;
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

/// A value of a document.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a>(&'a Spanned<DeValue<'a>>);

impl<'a> Value<'a> {
    /// A value that was parsed.
    pub(crate) fn new(value: &'a Spanned<DeValue<'a>>) -> Self {
        Self(value)
    }

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
        let said = log.error(self.range(), FormMistake::WrongType { found, accepted });
        match (self.inner(), accepted) {
            (DeValue::Datetime(_), _) => said.hint("put it in quotes"),
            (DeValue::Table(_), "a list") => {
                said.hint("each table of a list begins with two brackets: `[[…]]`");
            }
            (DeValue::String(_), "a list") => said.hint("a list stands in brackets: `[\"…\"]`"),
            (DeValue::String(_), "a number") => said.hint("a number stands without quotes"),
            _ => {}
        }
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
