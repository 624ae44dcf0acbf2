//! Reading a review file (`www/reviewed/*.toml`).

use super::content::Hashed;
use super::hash::{LONG, SHORT, is_hash};
use super::mistake::ReviewMistake;
use super::signature::Signature;
use crate::authoring::diagnostic::Log;
use crate::authoring::document::Table;
use crate::authoring::form::FormMistake;
use crate::authoring::syntax::parse;
use crate::authoring::value::Value;
use crate::page::content::Language;
use toml::Spanned;

/// A review as it stands in its file.
pub(super) struct ReviewFile {
    pub(super) nct_id: Option<Spanned<String>>,
    /// The hash of the content that was looked at.
    pub(super) content: Option<String>,
    /// Each part with its path.
    pub(super) parts: Vec<(String, Hashed)>,
    /// Who signed, each with the hash of the content that was signed.
    pub(super) signatures: Vec<(String, Signature)>,
}

/// Reads a review; none if its syntax is broken.
pub(super) fn read_review(text: &str, log: &mut Log) -> Option<ReviewFile> {
    let document = parse(text, log)?;
    let mut root = Table::root(&document);
    if let Some(value) = root.require("format", log)
        && let Some(found) = value.number(log).filter(|found| found != "1")
    {
        log.error(value.range(), FormMistake::UnknownFormat(found));
    }
    let nct_id = root.require("nct_id", log);
    let nct_id = nct_id.and_then(|value| value.registry_number(log));
    let content = root.require("content", log);
    let content = content.and_then(|value| read_hash(value, LONG, log));
    let signatures = root.tables("signature", log).into_iter();
    let signatures = signatures.filter_map(|table| read_signature(table, log));
    let signatures = signatures.collect();
    let mut parts = read_parts("texts", &mut root, log, read_words);
    parts.extend(read_parts("others", &mut root, log, |value, log| {
        read_hash(value, SHORT, log).map(Hashed::Other)
    }));
    root.close(log);
    Some(ReviewFile {
        nct_id,
        content,
        parts,
        signatures,
    })
}

fn read_signature(mut table: Table<'_>, log: &mut Log) -> Option<(String, Signature)> {
    let name = table.text("name", log);
    let role = table.text("role", log);
    let on = table.require("on", log).and_then(|value| value.day(log));
    let content = table.require("content", log);
    let content = content.and_then(|value| read_hash(value, LONG, log));
    let head = table.head();
    table.close(log);
    let (name, role) = (name?.into_inner(), role?.into_inner());
    match Signature::new(&name, &role, on?.into_inner()) {
        Ok(signature) => Some((content?, signature)),
        Err(mistake) => {
            log.error(head, mistake);
            None
        }
    }
}

fn read_parts(
    key: &'static str,
    root: &mut Table<'_>,
    log: &mut Log,
    read: fn(Value<'_>, &mut Log) -> Option<Hashed>,
) -> Vec<(String, Hashed)> {
    let table = root.require(key, log).and_then(|value| value.table(log));
    let entries = table.map_or(Vec::new(), |table| table.entries());
    let part =
        |(path, value): (Spanned<String>, Value<'_>)| Some((path.into_inner(), read(value, log)?));
    entries.into_iter().filter_map(part).collect()
}

fn read_words(value: Value<'_>, log: &mut Log) -> Option<Hashed> {
    let mut table = value.table(log)?;
    let hashes = Language::ALL.map(|language| {
        let value = table.require(language.tag(), log)?;
        read_hash(value, SHORT, log)
    });
    table.close(log);
    let [zh_hans, en] = hashes;
    Some(Hashed::Words([zh_hans?, en?]))
}

fn read_hash(value: Value<'_>, digits: usize, log: &mut Log) -> Option<String> {
    let text = value.text(log)?;
    if !is_hash(text.get_ref(), digits) {
        let found = text.get_ref().clone();
        log.error(text.span(), ReviewMistake::NotAHash { found, digits });
        return None;
    }
    Some(text.into_inner())
}
