//! Reading one `[[fact]]` of a trial file: the definition that the engine checks, and its words.

use super::diagnostic::Log;
use super::document::Table;
use super::kind_file::{KINDS, check_keys};
use super::value::Value;
use crate::engine::{FactDefinition, GateDefinition, Kind, Origin};
use crate::page::content::{FactWords, Words};
use std::ops::Range;
use toml::Spanned;

/// A fact as it stands in the file.
pub(crate) struct FactFile {
    pub(crate) id: Option<Spanned<String>>,
    pub(crate) section: Option<Spanned<String>>,
    /// What the engine checks; none if the id or the kind cannot be read.
    pub(crate) definition: Option<FactDefinition>,
    /// Whether a gate stands there that cannot be read.
    pub(crate) gate_is_lost: bool,
    /// Where the list of its values stands.
    pub(crate) values: Option<Range<usize>>,
    /// The question in the file.
    pub(crate) question: Option<Range<usize>>,
    /// The answers shown.
    pub(crate) choices: Vec<ChoiceFile>,
    /// Its words, without section and choices.
    pub(crate) words: FactWords,
}

/// An answer shown, as it stands in the file.
pub(crate) struct ChoiceFile {
    pub(crate) value: Spanned<String>,
    pub(crate) label: Words,
    pub(crate) hint: Option<Words>,
}

/// Reads one `[[fact]]`.
pub(crate) fn read_fact(mut table: Table<'_>, log: &mut Log) -> FactFile {
    let id = table.text("id", log);
    let section = table.text("section", log);
    let kind = table
        .require("kind", log)
        .and_then(|value| value.word(&KINDS, log));
    let values = table.get("values").map(Value::range);
    let kind = kind.map(|kind| with_values(kind.into_inner(), &mut table, log));
    let question = table.get("question").map(Value::range);
    let said = log.len();
    let gate = table.get("gate").and_then(|value| read_gate(value, log));
    let gate_is_lost = log.len() > said;
    let gate = gate.filter(|_| !gate_is_lost);
    let choices = match &kind {
        Some(kind) => read_choices(&mut table, kind, log),
        None => read_listed_choices(&mut table, log),
    };
    let words = read_words(&mut table, log);
    if let Some(kind) = &kind {
        check_keys(&mut table, kind, log);
    }
    table.close(log);
    let definition = id.as_ref().zip(kind).map(|(id, kind)| FactDefinition {
        id: id.get_ref().clone(),
        kind,
        gate,
        origin: origin(id.span()),
    });
    FactFile {
        id,
        section,
        definition,
        gate_is_lost,
        values,
        question,
        choices,
        words,
    }
}

/// The place of a definition.
pub(crate) fn origin(range: Range<usize>) -> Origin {
    Origin {
        start: range.start,
        end: range.end,
    }
}

fn with_values(kind: Kind, table: &mut Table<'_>, log: &mut Log) -> Kind {
    let mut values = |log: &mut Log| {
        table.require("values", log);
        let values = table.texts("values", log);
        values.into_iter().map(Spanned::into_inner).collect()
    };
    match kind {
        Kind::Choice(_) => Kind::Choice(values(log)),
        Kind::Scale(_) => Kind::Scale(values(log)),
        Kind::Choices(_) => Kind::Choices(values(log)),
        kind => kind,
    }
}

fn read_gate(value: Value<'_>, log: &mut Log) -> Option<GateDefinition> {
    let mut table = value.table(log)?;
    let fact = table.text("fact", log);
    let is = table.require("is", log);
    let is = is.map_or(Vec::new(), |value| value_names(value, log));
    let or_unknown = table.get("or_unknown").and_then(|value| value.truth(log));
    let origin = origin(table.range());
    table.close(log);
    Some(GateDefinition {
        fact: fact?.into_inner(),
        is,
        or_unknown: or_unknown.unwrap_or_default(),
        origin,
    })
}

/// The values that a gate or a comparison names: texts, or `true` and `false` for yes or no.
pub(crate) fn value_names(value: Value<'_>, log: &mut Log) -> Vec<String> {
    let items = value.items(log).into_iter();
    let name = |item: Value<'_>| match item.inner().as_bool() {
        Some(truth) => Some(truth.to_string()),
        None if !item.inner().is_str() => {
            item.wrong_type("a text, `true` or `false`", log);
            None
        }
        None => item.text(log).map(Spanned::into_inner),
    };
    items.filter_map(name).collect()
}

fn read_words(table: &mut Table<'_>, log: &mut Log) -> FactWords {
    FactWords {
        section: 0,
        question: table.words("question", log),
        why: table.words("why", log),
        help: table.words_if_any("help", log),
        short: table.words("short", log),
        ask: table.words("ask", log),
        choices: Vec::new(),
        none: table.words_if_any("none", log),
        unknown: table.words_if_any("unknown", log),
    }
}

/// The answers shown: `yes` and `no`, or every `[[fact.choice]]`.
fn read_choices(table: &mut Table<'_>, kind: &Kind, log: &mut Log) -> Vec<ChoiceFile> {
    if *kind != Kind::YesNo {
        return read_listed_choices(table, log);
    }
    let mut choices = Vec::new();
    for (key, name) in [("yes", "true"), ("no", "false")] {
        if let Some(value) = table.get(key) {
            choices.push(ChoiceFile {
                value: Spanned::new(value.range(), name.to_owned()),
                label: value.words(log),
                hint: None,
            });
        }
    }
    choices
}

fn read_listed_choices(table: &mut Table<'_>, log: &mut Log) -> Vec<ChoiceFile> {
    let tables = table.tables("choice", log).into_iter();
    let read = |mut table: Table<'_>| {
        let value = table.text("value", log);
        let label = table.words("label", log);
        let hint = table.words_if_any("hint", log);
        table.close(log);
        Some(ChoiceFile {
            value: value?,
            label,
            hint,
        })
    };
    tables.filter_map(read).collect()
}
