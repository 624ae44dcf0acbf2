//! Reads the fields of one study by their paths. A module or field that is absent is absent; one of
//! another type is said, with the study and the field, and the others are read all the same.

use super::mistake::ImportMistake;
use crate::authoring::diagnostic::Log;
use serde_json::Value;
use std::ops::Range;

/// A study that is read.
pub(super) struct Reader<'a> {
    section: &'a Value,
    /// Its name in messages: its number, or its place in the list.
    name: String,
    /// Its bytes in the file.
    range: Range<usize>,
    log: &'a mut Log,
    /// What was said already: a module is said once, not for each of its fields.
    said: Vec<String>,
}

impl<'a> Reader<'a> {
    /// A reader of a study's `protocolSection`.
    pub(super) fn new(
        section: &'a Value,
        name: String,
        range: Range<usize>,
        log: &'a mut Log,
    ) -> Self {
        let mut reader = Self {
            section,
            name,
            range,
            log,
            said: Vec::new(),
        };
        if !matches!(section, Value::Object(_) | Value::Null) {
            reader.wrong("protocolSection", section, "an object");
        }
        reader
    }

    /// A text; an empty one is none.
    pub(super) fn text(&mut self, path: &str) -> Option<String> {
        let value = self.value(path)?;
        self.text_of(path, value)
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, path: &str) -> Vec<String> {
        let members = self.members(path);
        let texts = members
            .iter()
            .map(|(path, value)| self.text_of(path, value));
        texts.collect::<Vec<_>>().into_iter().flatten().collect()
    }

    /// `true` or `false`.
    pub(super) fn truth(&mut self, path: &str) -> Option<bool> {
        let value = self.value(path)?;
        if value.as_bool().is_none() {
            self.wrong(path, value, "`true` or `false`");
        }
        value.as_bool()
    }

    /// A whole number.
    pub(super) fn count(&mut self, path: &str) -> Option<u64> {
        let value = self.value(path)?;
        if value.as_u64().is_none() {
            self.wrong(path, value, "a whole number");
        }
        value.as_u64()
    }

    /// A list of objects, each with the texts of these keys.
    pub(super) fn objects<const N: usize>(
        &mut self,
        path: &str,
        keys: [&str; N],
    ) -> Vec<[Option<String>; N]> {
        let mut objects = Vec::new();
        for (place, member) in self.members(path) {
            if !member.is_object() {
                self.wrong(&place, member, "an object");
                continue;
            }
            objects.push(keys.map(|key| {
                let value = member.get(key).filter(|value| !value.is_null())?;
                self.text_of(&format!("{place}.{key}"), value)
            }));
        }
        objects
    }

    fn members(&mut self, path: &str) -> Vec<(String, &'a Value)> {
        let Some(value) = self.value(path) else {
            return Vec::new();
        };
        let Some(members) = value.as_array() else {
            self.wrong(path, value, "a list");
            return Vec::new();
        };
        let places = members.iter().enumerate();
        places
            .map(|(at, member)| (format!("{path}[{at}]"), member))
            .collect()
    }

    fn text_of(&mut self, path: &str, value: &Value) -> Option<String> {
        let text = value.as_str();
        if text.is_none() {
            self.wrong(path, value, "a text");
        }
        text.filter(|text| !text.trim().is_empty())
            .map(str::to_owned)
    }

    /// The value at a path; none if it, or a module above it, is absent.
    fn value(&mut self, path: &str) -> Option<&'a Value> {
        let mut value = self.section;
        let mut length = 0;
        for key in path.split('.') {
            if !matches!(value, Value::Object(_) | Value::Null) {
                let above = path.get(..length).unwrap_or_default();
                self.wrong(above, value, "an object");
                return None;
            }
            value = value.get(key)?;
            length += key.len() + usize::from(length > 0);
        }
        Some(value).filter(|value| !value.is_null())
    }

    fn wrong(&mut self, path: &str, value: &Value, accepted: &'static str) {
        if path.is_empty() || self.said.iter().any(|said| said == path) {
            return;
        }
        self.said.push(path.to_owned());
        let found = match value {
            Value::Null => "`null`",
            Value::Bool(_) => "`true` or `false`",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        let place = place(&self.log.source().text, self.range.clone(), path);
        let (study, field) = (self.name.clone(), path.to_owned());
        self.log.error(
            place,
            ImportMistake::WrongType {
                study,
                field,
                found,
                accepted,
            },
        );
    }
}

/// Where the key of a field stands in the file: its names are looked for one after the other.
pub(super) fn place(text: &str, study: Range<usize>, path: &str) -> Option<Range<usize>> {
    let mut range = None;
    let mut from = study.start;
    for name in path.split('.') {
        let name = name.split_once('[').map_or(name, |(name, _)| name);
        let quoted = format!("\"{name}\"");
        let at = from + text.get(from..study.end)?.find(&quoted)?;
        from = at + quoted.len();
        range = Some(at..from);
    }
    range
}
