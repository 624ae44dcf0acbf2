//! What was changed in a trial since its review, and whether it is signed. A part is said once, and
//! a table that is new or gone as a whole is said as one.

use super::Content;
use super::content::{Entry, Hashed};
use super::file::ReviewFile;
use super::mistake::ReviewMistake;
use super::signature::Signature;
use crate::authoring::diagnostic::Log;
use crate::page::content::Language;
use std::collections::BTreeMap;
use std::ops::Range;

/// Says that nobody has signed the content, unless somebody has.
pub(super) fn say_draft(content: &Content, signed: &[(String, Signature)], log: &mut Log) {
    if signed.iter().any(|(of, _)| *of == content.hash) {
        return;
    }
    let command = command(log);
    let said = log.warning(None, ReviewMistake::Draft);
    if let Some((_, last)) = signed.last() {
        said.hint(&format!("{last} signed other content"));
    }
    said.hint(&format!(
        "a person who has read it signs it: `{command} --name NAME --role ROLE --on DAY`"
    ));
}

/// Says what was changed since the review, and whether it is signed. What is signed as it stands
/// needs no more looking at.
pub(super) fn say_changes(content: &Content, review: &ReviewFile, log: &mut Log) {
    let signed = &review.signatures;
    if signed.iter().any(|(of, _)| *of == content.hash) {
        return;
    }
    say_draft(content, signed, log);
    if review.content.as_ref() == Some(&content.hash) {
        return;
    }
    let before = log.len();
    let reviewed: BTreeMap<_, _> = review
        .parts
        .iter()
        .map(|(path, part)| (path.as_str(), part))
        .collect();
    for entry in &content.entries {
        if let Some(earlier) = reviewed.get(entry.path.as_str()) {
            say_change(entry, earlier, log);
        }
    }
    say_new(&content.entries, &reviewed, log);
    say_gone(&content.entries, &reviewed, log);
    if log.len() == before {
        log.warning(None, ReviewMistake::Order);
    }
}

fn command(log: &Log) -> String {
    format!("prescreen review {}", log.source().path)
}

fn say_change(entry: &Entry, earlier: &Hashed, log: &mut Log) {
    if entry.value == *earlier {
        return;
    }
    let path = entry.path.clone();
    let (place, command) = (entry.place.clone(), command(log));
    match (&entry.value, earlier) {
        (Hashed::Words(now), Hashed::Words(then)) => {
            let mut languages = Language::ALL.into_iter().zip(now.iter().zip(then));
            let same = languages.find(|(_, (now, then))| now == then);
            let Some((same, _)) = same else {
                log.warning(place, ReviewMistake::Changed(path));
                return;
            };
            let [first, second] = Language::ALL;
            let changed = if same == first { second } else { first };
            let (changed, lags) = (changed.tag(), same.tag());
            log.warning(
                place,
                ReviewMistake::Stale {
                    path,
                    changed,
                    lags,
                },
            )
            .hint(&format!(
                "mend `{lags}`; if it still says the same, take that down with `{command}`"
            ));
        }
        _ => _ = log.warning(place, ReviewMistake::Changed(path)),
    }
}

fn say_new(entries: &[Entry], reviewed: &BTreeMap<&str, &Hashed>, log: &mut Log) {
    let mut said: Vec<String> = Vec::new();
    let new = entries
        .iter()
        .filter(|entry| !reviewed.contains_key(entry.path.as_str()));
    for entry in new {
        let tables = entry.above.iter().filter_map(|end| entry.path.get(..*end));
        let mut tables = tables.chain([entry.path.as_str()]);
        let whole = tables.find(|table| !reviewed.keys().any(|path| is_in(path, table)));
        let whole = whole.unwrap_or(&entry.path).to_owned();
        if !said.contains(&whole) {
            log.warning(entry.place.clone(), ReviewMistake::New(whole.clone()));
            said.push(whole);
        }
    }
}

fn say_gone(entries: &[Entry], reviewed: &BTreeMap<&str, &Hashed>, log: &mut Log) {
    let mut said: Vec<&str> = Vec::new();
    let stands = |path: &str| entries.iter().any(|entry| entry.path == path);
    for path in reviewed.keys().filter(|path| !stands(path)) {
        let ends = path.match_indices('.').map(|(at, _)| at);
        let mut tables = ends.chain([path.len()]).filter_map(|end| path.get(..end));
        let in_table = |table: &str| entries.iter().any(|entry| is_in(&entry.path, table));
        let whole = tables.find(|table| !in_table(table)).unwrap_or(path);
        if !said.contains(&whole) {
            log.warning(
                neighbour(entries, whole),
                ReviewMistake::Gone(whole.to_owned()),
            );
            said.push(whole);
        }
    }
}

/// Where the first part stands that is in the same table as what is gone.
fn neighbour(entries: &[Entry], gone: &str) -> Option<Range<usize>> {
    let (table, _) = gone.rsplit_once('.')?;
    let mut entries = entries.iter();
    let found = entries.find(|entry| is_in(&entry.path, table))?;
    Some(found.place.clone())
}

/// Whether a path is a table, or leads into it.
fn is_in(path: &str, table: &str) -> bool {
    let below = path.strip_prefix(table);
    below.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
