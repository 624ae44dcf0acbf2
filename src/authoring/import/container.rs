//! What the registry hands out, as studies: one study, a list of them, or `{"studies": […]}`, in
//! version 2 of its data. Other downloads are recognised, and refused with what to choose instead.
//! What the studies say is read elsewhere.

use super::mistake::{ImportMistake, Other};
use crate::authoring::diagnostic::{Log, Source};
use crate::authoring::registry::offset;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// What a zip begins with.
const ZIP: &[u8] = b"PK\x03\x04";

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
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let mut log = Log::new(source(name, String::new()));
            log.error(None, ImportMistake::NotRead(error.to_string()));
            return log;
        }
    };
    if bytes.starts_with(ZIP) {
        let mut log = Log::new(source(name, String::new()));
        refuse(Other::Zip, None, &mut log);
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
                .hint("save it as UTF-8, or download it again");
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
    if let Some(other) = other_format(text) {
        refuse(other, None, log);
        return Vec::new();
    }
    let found = match members(text) {
        Ok(found) => found,
        Err(error) => {
            let at = offset(text, error.line(), error.column());
            log.error(at..at + 1, ImportMistake::NotJson(error.to_string()));
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

fn other_format(text: &str) -> Option<Other> {
    let start = text.trim_start();
    let names = |name: &str| {
        start
            .get(..name.len())
            .is_some_and(|own| own.eq_ignore_ascii_case(name))
    };
    if names("<!doctype html") || names("<html") {
        return Some(Other::Page);
    }
    if start.starts_with('<') {
        return Some(Other::Xml);
    }
    (names("NCT Number,") || names("\"NCT Number\"") || names("Rank,")).then_some(Other::Csv)
}

fn refuse(other: Other, range: Option<Range<usize>>, log: &mut Log) {
    log.error(range, ImportMistake::OtherFormat(other))
        .hint("on the study's page choose Download, then the file format JSON");
}

/// Where a part of the text stands in it.
fn range(text: &str, part: &str) -> Range<usize> {
    // The part was parsed without a copy, so its place is the distance of their beginnings.
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + part.len()
}
