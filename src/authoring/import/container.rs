//! What the registry hands out, as studies: one study, a list of them, or `{"studies": […]}`, in
//! version 2 of its data. Other downloads are recognised, and refused with what to choose instead.
//! What the studies say is read elsewhere.

use super::format;
use super::mistake::{ImportMistake, Other};
use crate::authoring::diagnostic::{Log, Source};
use crate::authoring::registry::offset;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// What to do about another format.
const DOWNLOAD: &str = "on the study's page choose Download, then the file format JSON";

/// What to do about another encoding.
const SAVE: &str = "save it as UTF-8, or download it again";

/// Keys of the registry's data before version 2.
const FIRST_VERSION: [&str; 6] = [
    "FullStudiesResponse",
    "FullStudies",
    "FullStudy",
    "StudyFieldsResponse",
    "ProtocolSection",
    "Study",
];

type Keys<'a> = BTreeMap<String, &'a RawValue>;

/// Reads a file whose bytes are a text; a byte order mark is left out.
pub(crate) fn read(path: &Path) -> Log {
    let name = path.display().to_string();
    if path.is_dir() {
        let mut log = Log::new(source(name, String::new()));
        log.error(None, ImportMistake::Folder)
            .hint("name the file in it: one at a time");
        return log;
    }
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let mut log = Log::new(source(name, String::new()));
            log.error(None, ImportMistake::NotRead(error.to_string()));
            return log;
        }
    };
    if let Some(mistake) = format::of_bytes(&bytes) {
        let mut log = Log::new(source(name, String::new()));
        let hint = match mistake {
            ImportMistake::OtherFormat(_) => DOWNLOAD,
            _ => SAVE,
        };
        log.error(None, mistake).hint(hint);
        return log;
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            let bare = text.strip_prefix('\u{feff}').map(str::to_owned);
            Log::new(source(name, bare.unwrap_or(text)))
        }
        Err(error) => {
            let byte = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let mut log = Log::new(source(name, text));
            log.error(byte..byte + 1, ImportMistake::NotUtf8 { byte })
                .hint(SAVE);
            log
        }
    }
}

fn source(path: String, text: String) -> Arc<Source> {
    Arc::new(Source { path, text })
}

/// Where a study stands in a text.
pub(crate) struct Place {
    /// All of it.
    pub(crate) study: Range<usize>,
    /// Its `protocolSection`: results and what the registry derives are never read.
    pub(crate) section: Range<usize>,
    /// Its place in the list, from 1.
    pub(crate) number: usize,
}

/// The studies in a text.
pub(crate) fn studies(text: &str, log: &mut Log) -> Vec<Place> {
    if let Some(other) = format::of_text(text) {
        refuse(other, None, log);
        return Vec::new();
    }
    if text.trim().is_empty() {
        log.error(None, ImportMistake::Empty).hint(DOWNLOAD);
        return Vec::new();
    }
    let found = match members(text) {
        Ok(found) => found,
        Err(error) => {
            not_json(text, &error, log);
            return Vec::new();
        }
    };
    if found.is_empty() {
        log.error(None, ImportMistake::NoStudies);
    }
    let found = (1..).zip(found);
    found
        .filter_map(|(number, member)| place(text, number, member, log))
        .collect()
}

/// Says why a text is no JSON, and what to do.
fn not_json(text: &str, error: &serde_json::Error, log: &mut Log) {
    let at = offset(text, error.line(), error.column());
    let behind = text
        .get(at.saturating_sub(1)..)
        .unwrap_or_default()
        .trim_start();
    let is_first = text.trim_start().starts_with('{');
    if is_first && behind.starts_with('{') && error.to_string().starts_with("trailing") {
        log.error(at..at + 1, ImportMistake::Several)
            .hint("put them between `[` and `]`, with a comma between each two");
        return;
    }
    let hint = if error.is_eof() {
        "it ends in the middle: download it again"
    } else {
        DOWNLOAD
    };
    log.error(at..at + 1, ImportMistake::NotJson(error.to_string()))
        .hint(hint);
}

/// A member of a list, or the one study of a file: all of it, and its keys where they are known.
struct Member<'a> {
    text: &'a str,
    keys: Option<Keys<'a>>,
}

/// The members of a list of studies, or the one study.
fn members(text: &str) -> Result<Vec<Member<'_>>, serde_json::Error> {
    let whole = text.trim_matches([' ', '\t', '\r', '\n']);
    if whole.starts_with('[') {
        return list(text);
    }
    if !whole.starts_with('{') {
        let value: &RawValue = serde_json::from_str(text)?;
        let text = value.get();
        return Ok(vec![Member { text, keys: None }]);
    }
    let keys: Keys<'_> = serde_json::from_str(text)?;
    match keys.get("studies") {
        Some(studies) if studies.get().starts_with('[') => list(studies.get()),
        _ => {
            let keys = Some(keys);
            Ok(vec![Member { text: whole, keys }])
        }
    }
}

fn list(text: &str) -> Result<Vec<Member<'_>>, serde_json::Error> {
    let members: Vec<&RawValue> = serde_json::from_str(text)?;
    let members = members.into_iter().map(RawValue::get);
    Ok(members.map(|text| Member { text, keys: None }).collect())
}

/// Where a study stands; one that is none is said.
fn place(text: &str, number: usize, member: Member<'_>, log: &mut Log) -> Option<Place> {
    let study = range(text, member.text);
    let start = study.start..study.start + 1;
    let read = || serde_json::from_str(member.text).ok();
    let keys = member.keys.or_else(read).unwrap_or_default();
    if let Some(section) = keys.get("protocolSection") {
        let section = range(text, section.get());
        return Some(Place {
            study,
            section,
            number,
        });
    }
    if keys.keys().any(|key| FIRST_VERSION.contains(&key.as_str())) {
        refuse(Other::FirstVersion, Some(start), log);
    } else {
        log.error(start, ImportMistake::NoStudy(number));
    }
    None
}

fn refuse(other: Other, range: Option<Range<usize>>, log: &mut Log) {
    log.error(range, ImportMistake::OtherFormat(other))
        .hint(DOWNLOAD);
}

/// Where a part of the text stands in it.
fn range(text: &str, part: &str) -> Range<usize> {
    // The part was parsed without a copy, so its place is the distance of their beginnings.
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + part.len()
}
