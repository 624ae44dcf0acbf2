//! Reading a rule of a trial file. A part that cannot be read is said and left out, so that the
//! engine checks the others; the trial does not load anyway.

use super::comparison_file::read_comparison;
use super::diagnostic::Log;
use super::document::Table;
use super::form::FormMistake;
use super::value::Value;
use crate::engine::Rule;

/// The keys by which the shape of a rule is told.
const SHAPES: [&str; 5] = ["all", "any", "not", "if", "fact"];

/// How deep rules stand in each other at most: deeper than anyone reads aloud.
const DEEPEST: usize = 16;

/// A rule as it stands in the file.
pub(crate) enum RuleFile {
    /// There is none.
    Absent,
    /// It cannot be read, or not whole; what can be read is there for the engine.
    Broken(Option<Rule>),
    /// It was read.
    Read(Rule),
}

impl RuleFile {
    /// Reads the rule below a key.
    pub(crate) fn read(key: &'static str, table: &mut Table<'_>, log: &mut Log) -> Self {
        let Some(value) = table.get(key) else {
            return Self::Absent;
        };
        let said = log.len();
        match read_rule(value, log) {
            Some(rule) if log.len() == said => Self::Read(rule),
            rule => Self::Broken(rule),
        }
    }

    /// What was read of it.
    pub(crate) fn rule(&self) -> Option<&Rule> {
        match self {
            Self::Absent => None,
            Self::Broken(rule) => rule.as_ref(),
            Self::Read(rule) => Some(rule),
        }
    }

    /// Whether something stands there, readable or not.
    pub(crate) fn is_there(&self) -> bool {
        !matches!(self, Self::Absent)
    }
}

/// Reads a rule.
fn read_rule(value: Value<'_>, log: &mut Log) -> Option<Rule> {
    read_part(value, 0, log)
}

fn read_part(value: Value<'_>, depth: usize, log: &mut Log) -> Option<Rule> {
    let table = value.table(log)?;
    if depth > DEEPEST {
        log.error(value.range(), FormMistake::TooDeep(DEEPEST));
        return None;
    }
    match shape(&table, log)? {
        "all" => read_list("all", table, depth, log).map(Rule::All),
        "any" => read_list("any", table, depth, log).map(Rule::Any),
        "not" => read_not(table, depth, log),
        "if" => read_if(table, depth, log),
        _ => read_comparison(table, log).map(Rule::Compare),
    }
}

/// The one key of the table that tells its shape.
fn shape(table: &Table<'_>, log: &mut Log) -> Option<&'static str> {
    let entries = table.entries();
    let mut found = entries.iter().filter_map(|(key, _)| {
        let shape = SHAPES.into_iter().find(|shape| shape == key.get_ref());
        Some((shape?, key.span()))
    });
    let what = "a rule";
    let Some((first, _)) = found.next() else {
        let keys = &SHAPES;
        let said = log.error(table.head(), FormMistake::NoneOf { what, keys });
        for (key, _) in &entries {
            said.suggest(key.get_ref(), SHAPES);
        }
        return None;
    };
    if let Some((second, range)) = found.next() {
        let keys = [first, second];
        log.error(range, FormMistake::BothOf { what, keys });
        return None;
    }
    Some(first)
}

fn read_list(
    key: &'static str,
    mut table: Table<'_>,
    depth: usize,
    log: &mut Log,
) -> Option<Vec<Rule>> {
    let items = table.require(key, log)?.items(log);
    table.close(log);
    let parts = items
        .iter()
        .filter_map(|item| read_part(*item, depth + 1, log));
    let parts: Vec<_> = parts.collect();
    // An empty list is the engine's to refuse; a list without a readable part is said already.
    (items.is_empty() || !parts.is_empty()).then_some(parts)
}

fn read_not(mut table: Table<'_>, depth: usize, log: &mut Log) -> Option<Rule> {
    let part = table.require("not", log)?;
    table.close(log);
    read_part(part, depth + 1, log).map(|part| Rule::Not(Box::new(part)))
}

fn read_if(mut table: Table<'_>, depth: usize, log: &mut Log) -> Option<Rule> {
    let parts = ["if", "then", "else"].map(|key| {
        let part = table.require(key, log)?;
        read_part(part, depth + 1, log)
    });
    table.close(log);
    let [condition, then, otherwise] = parts;
    Some(Rule::If(Box::new([condition?, then?, otherwise?])))
}
