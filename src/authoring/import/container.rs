//! What the registry hands out, as studies: one study, a list of them, or `{"studies": […]}`, in
//! version 2 of its data. Other downloads are recognised, and refused with what to choose instead.
//! What the studies say is read elsewhere.

use super::mistake::{ImportMistake, Other};
use crate::authoring::diagnostic::{Log, Source};
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
pub(super) fn read(path: &Path) -> Log {
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
    let text = String::from_utf8_lossy(&bytes);
    let bare = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mut log = Log::new(source(name, bare.to_owned()));
    if let Err(error) = str::from_utf8(&bytes) {
        let at = error.valid_up_to() - (text.len() - bare.len()).min(error.valid_up_to());
        let mistake = ImportMistake::NotUtf8 {
            byte: error.valid_up_to(),
        };
        log.error(at..at + 1, mistake)
            .hint("save it as UTF-8, or download it again");
    }
    log
}

fn source(path: String, text: String) -> Arc<Source> {
    Arc::new(Source { path, text })
}

/// The studies in a text: the bytes of each, and whether there is anything but the one.
pub(super) fn studies(text: &str, log: &mut Log) -> Vec<Range<usize>> {
    if let Some(other) = other_format(text) {
        refuse(other, None, log);
        return Vec::new();
    }
    let whole: &RawValue = match serde_json::from_str(text) {
        Ok(whole) => whole,
        Err(error) => {
            let at = crate::authoring::registry::offset(text, error.line(), error.column());
            log.error(at..at + 1, ImportMistake::NotJson(error.to_string()));
            return Vec::new();
        }
    };
    let found = members(whole.get());
    if found.as_ref().is_some_and(Vec::is_empty) {
        log.error(None, ImportMistake::NoStudies);
    }
    let found = found.unwrap_or_else(|| vec![whole.get()]);
    let mut studies = Vec::new();
    for (number, study) in (1..).zip(found) {
        let range = range(text, study);
        if let Some(mistake) = no_study(study, number) {
            match mistake {
                Ok(other) => refuse(other, Some(range), log),
                Err(mistake) => _ = log.error(range.start..range.start + 1, mistake),
            }
        } else {
            studies.push(range);
        }
    }
    studies
}

/// The members of a list of studies; none if the text is one study.
fn members(text: &str) -> Option<Vec<&str>> {
    let list = if text.starts_with('[') {
        text
    } else {
        let keys: Keys<'_> = serde_json::from_str(text).ok()?;
        keys.get("studies").map(|list| list.get())?
    };
    let members: Vec<&RawValue> = serde_json::from_str(list).ok()?;
    Some(members.into_iter().map(RawValue::get).collect())
}

/// Why a value is no study, if it is none: another format of the registry, or a mistake.
fn no_study(text: &str, number: usize) -> Option<Result<Other, ImportMistake>> {
    let Ok(keys) = serde_json::from_str::<Keys<'_>>(text) else {
        return Some(Err(ImportMistake::NoStudy(number)));
    };
    if keys.contains_key("protocolSection") {
        return None;
    }
    if keys.keys().any(|key| FIRST_VERSION.contains(&key.as_str())) {
        return Some(Ok(Other::FirstVersion));
    }
    Some(Err(ImportMistake::NoStudy(number)))
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
    let range = range.map(|range| range.start..range.start + 1);
    log.error(range, ImportMistake::OtherFormat(other))
        .hint("on the study's page choose Download, then the file format JSON");
}

/// Where a part of the text stands in it.
fn range(text: &str, part: &str) -> Range<usize> {
    // The part was parsed without a copy, so its place is the distance of their beginnings.
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + part.len()
}
