//! Reading a rule of a trial file. A part that cannot be read is said and left out, so that the
//! engine checks the others; the trial does not load anyway.

use super::comparison_file::read_comparison;
use super::diagnostic::Log;
use super::document::{Table, Value};
use super::form::FormMistake;
use crate::engine::Rule;

/// The keys by which the shape of a rule is told.
const SHAPES: [&str; 5] = ["all", "any", "not", "if", "fact"];

/// How deep rules stand in each other at most: deeper than anyone reads aloud.
const DEEPEST: usize = 16;

/// Reads a rule.
pub(crate) fn read_rule(value: Value<'_>, log: &mut Log) -> Option<Rule> {
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
