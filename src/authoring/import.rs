//! Import: a study of the registry as the draft of a trial. Every word of the record's criteria has
//! its place in it, the ages and the sex become rules, and everything else is left to a person. It
//! reads one file and writes none; for the command line and for authors.

mod ages;
pub(super) mod container;
mod doubts;
mod draft;
mod flag;
mod format;
mod lost;
pub(super) mod mistake;
mod reader;
mod record;
mod toml_text;

use super::diagnostic::{Diagnostic, Log, Said};
use super::registry::eligibility::{Piece, PieceKind, items, passages, split};
use draft::Parts;
use flag::Flagged;
use mistake::ImportMistake;
use reader::Reader;
use serde_json::Value;
use std::fmt;
use std::ops::Range;
use std::path::Path;

/// The draft of a trial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The study's number, such as `NCT07338357`.
    pub nct_id: String,
    /// The trial file: TOML.
    pub trial: String,
    /// The record to pin: the study's bytes in the file that was read.
    pub record: String,
}

/// Which studies of a file are imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen<'a> {
    /// All of them.
    All,
    /// The one with this number.
    One(&'a str),
}

/// A study of the file.
struct Study {
    nct_id: String,
    range: Range<usize>,
    value: Value,
}

/// Reads a file of the registry's records and makes a draft of each study. What cannot be read is
/// an error, and what a person should look at is a warning. Where there is an error there are no
/// drafts.
///
/// ```
/// # use std::path::Path;
/// use prescreen::authoring::{Chosen, import};
/// let record = Path::new("tests/authoring/good/registry/NCT00000001.json");
/// let (drafts, said) = import(record, Chosen::All);
/// assert_eq!(drafts[0].nct_id, "NCT00000001");
/// assert!(drafts[0].trial.contains("id = \"I1\""));
/// assert!(said.iter().all(|said| !said.is_error()));
/// ```
#[must_use]
pub fn import(path: &Path, chosen: Chosen<'_>) -> (Vec<Draft>, Vec<Diagnostic>) {
    let mut log = container::read(path);
    if log.has_errors() {
        return (Vec::new(), log.into_sorted());
    }
    let source = log.source();
    let mut studies = read_studies(&source.text, &mut log);
    if let Chosen::One(asked) = chosen {
        choose(&mut studies, asked, &mut log);
    }
    let mut drafts: Vec<_> = studies
        .iter()
        .map(|study| draft_of(study, &source.text, &mut log))
        .collect();
    if log.has_errors() {
        drafts.clear();
    }
    (drafts, log.into_sorted())
}

fn read_studies(text: &str, log: &mut Log) -> Vec<Study> {
    let mut studies: Vec<Study> = Vec::new();
    let mut numbers = std::collections::HashSet::new();
    for place in container::studies(text, log) {
        let (range, number) = (place.study, place.number);
        let at = range.start..range.start + 1;
        let section = text.get(place.section).unwrap_or_default();
        let value: Value = match serde_json::from_str(section) {
            Ok(value) => value,
            Err(error) => {
                log.error(at, ImportMistake::NotJson(error.to_string()));
                continue;
            }
        };
        let said = log.len();
        let name = format!("the study at place {number}");
        let mut reader = Reader::new(&value, name, range.clone(), log);
        let Some(nct_id) = reader.text("identificationModule.nctId") else {
            if log.len() == said {
                log.error(at, ImportMistake::NoNumber(number));
            }
            continue;
        };
        if !is_number(&nct_id) {
            log.error(at, ImportMistake::NotANumber(nct_id));
        } else if !numbers.insert(nct_id.clone()) {
            log.error(at, ImportMistake::Repeated(nct_id));
        } else {
            studies.push(Study {
                nct_id,
                range,
                value,
            });
        }
    }
    studies
}

/// It becomes the name of a file, so nothing else may stand in it.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix("NCT").unwrap_or_default();
    digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn choose(studies: &mut Vec<Study>, asked: &str, log: &mut Log) {
    let asked = asked.to_ascii_uppercase();
    if studies.iter().any(|study| study.nct_id == asked) {
        studies.retain(|study| study.nct_id == asked);
        return;
    }
    let found = studies.drain(..).map(|study| study.nct_id).collect();
    log.error(None, ImportMistake::NotThere { asked, found });
}

/// What is to be looked at in a study, with its number: a file may hold many.
struct OfStudy<'a>(&'a str, &'a Flagged);

impl fmt::Display for OfStudy<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}`: {}", self.0, self.1)
    }
}

impl Said for OfStudy<'_> {
    fn code(&self) -> &'static str {
        self.1.flag.code()
    }
}

fn draft_of(study: &Study, text: &str, log: &mut Log) -> Draft {
    let (nct_id, range) = (study.nct_id.clone(), study.range.clone());
    let said = log.len();
    let mut reader = Reader::new(&study.value, format!("`{nct_id}`"), range.clone(), log);
    let record = record::read(&mut reader);
    let is_whole = log.len() == said;
    let pieces = split(record.criteria.as_deref().unwrap_or_default());
    let (items, passages) = (items(&pieces), passages(&pieces));
    let flags = doubts::flags(&record, &items, &passages);
    // What seems to be absent from a record with mistakes may be there.
    for flagged in flags.iter().filter(|_| is_whole) {
        let words = flagged
            .of
            .as_ref()
            .and_then(|id| written(&pieces, id, record.criteria.as_deref()?));
        let place = place(text, range.clone(), flagged.flag.field(), words);
        log.warning(place, OfStudy(&nct_id, flagged));
    }
    let trial = draft::draft(&Parts {
        nct_id: &nct_id,
        record: &record,
        items: &items,
        passages: &passages,
        flags: &flags,
    });
    let whole = text.trim().len() == range.len();
    let record = if whole {
        text.to_owned()
    } else {
        format!("{}\n", text.get(range).unwrap_or_default())
    };
    Draft {
        nct_id,
        trial,
        record,
    }
}

/// The words of a criterion or a passage as the record has them.
fn written<'a>(pieces: &[Piece], id: &str, criteria: &'a str) -> Option<&'a str> {
    let own = pieces.iter().find(|piece| match &piece.kind {
        PieceKind::Criterion(item) => item.id == id,
        PieceKind::Passage(passage) => passage.id == id,
        PieceKind::Blank | PieceKind::Heading => false,
    });
    Some(criteria.get(own?.range.clone())?.trim())
}

/// Where the words of a field stand in the file; where they are written with other escapes, and
/// where no words are named, where the field's name stands.
fn place(
    text: &str,
    study: Range<usize>,
    field: &str,
    words: Option<&str>,
) -> Option<Range<usize>> {
    let key = reader::place(text, study.clone(), field)?;
    let encoded = words.and_then(|words| serde_json::to_string(words).ok());
    let inside = encoded.as_deref().map(|encoded| encoded.trim_matches('"'));
    let found = inside.and_then(|inside| {
        let at = key.end + text.get(key.end..study.end)?.find(inside)?;
        Some(at..at + inside.len())
    });
    Some(found.unwrap_or(key))
}
