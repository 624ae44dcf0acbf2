//! Mistakes in what is imported. Facts only; their words are in `Display`, and nowhere else.

use crate::authoring::diagnostic::Said;
use std::fmt;

/// What is wrong with a file of records, or with a study in it.
pub(crate) enum ImportMistake {
    /// The file is not there, or may not be read.
    NotRead(String),
    /// A folder.
    Folder,
    /// Nothing, or white space alone.
    Empty,
    /// A text in another encoding.
    OtherEncoding(&'static str),
    /// JSON with more of it behind: one study on each line.
    Several,
    /// Bytes that are no text.
    NotUtf8 { byte: usize },
    /// The text is no JSON.
    NotJson(String),
    /// Another download of the registry.
    OtherFormat(Other),
    /// A list without a study.
    NoStudies,
    /// JSON of something else; its place in the list, from 1.
    NoStudy(usize),
    /// A field of another type.
    WrongType {
        study: String,
        field: String,
        found: &'static str,
        accepted: &'static str,
    },
    /// A study without its number; its place in the list, from 1.
    NoNumber(usize),
    /// A number that is none of the registry.
    NotANumber(String),
    /// A study that stands in the list already.
    Repeated(String),
    /// The study that was asked for is not there.
    NotThere { asked: String, found: Vec<String> },
}

/// A download of the registry that is not read.
#[derive(Clone, Copy)]
pub(crate) enum Other {
    Zip,
    Gzip,
    Pdf,
    Xml,
    Page,
    Table,
    FirstVersion,
}

impl Said for ImportMistake {
    fn code(&self) -> &'static str {
        match self {
            Self::NotRead(_) => "not-read",
            Self::Folder => "folder",
            Self::Empty => "empty-file",
            Self::OtherEncoding(_) => "other-encoding",
            Self::Several => "several-values",
            Self::NotUtf8 { .. } => "not-utf-8",
            Self::NotJson(_) => "not-json",
            Self::OtherFormat(_) => "other-format",
            Self::NoStudies => "no-studies",
            Self::NoStudy(_) => "no-study",
            Self::WrongType { .. } => "field-of-another-type",
            Self::NoNumber(_) => "no-number",
            Self::NotANumber(_) => "not-a-number",
            Self::Repeated(_) => "repeated-study",
            Self::NotThere { .. } => "study-not-there",
        }
    }
}

impl fmt::Display for ImportMistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRead(error) => write!(out, "the file cannot be read: {error}"),
            Self::Folder => write!(out, "found a folder, accepted is a file"),
            Self::Empty => write!(
                out,
                "the file is empty, accepted is JSON of version 2 of the registry's data"
            ),
            Self::OtherEncoding(found) => {
                write!(out, "found text in {found}, accepted is UTF-8")
            }
            Self::Several => write!(
                out,
                "found more JSON behind the first, accepted is one study or a list of studies"
            ),
            Self::NotUtf8 { byte } => {
                write!(
                    out,
                    "found bytes that are no text at byte {byte}, accepted is UTF-8"
                )
            }
            Self::NotJson(error) => write!(out, "the file is no JSON: {error}"),
            Self::OtherFormat(other) => write!(
                out,
                "found {other}, accepted is JSON of version 2 of the registry's data"
            ),
            Self::NoStudies => write!(out, "found a list without a study"),
            Self::NoStudy(number) => write!(
                out,
                "found no study at place {number}: accepted is an object with `protocolSection`"
            ),
            Self::WrongType {
                study,
                field,
                found,
                accepted,
            } => {
                write!(
                    out,
                    "`{field}` of {study} is {found}, accepted is {accepted}"
                )
            }
            Self::NoNumber(number) => write!(
                out,
                "the study at place {number} has no `identificationModule.nctId`"
            ),
            Self::NotANumber(found) => write!(
                out,
                "found the number `{found}`, accepted is `NCT` with eight digits"
            ),
            Self::Repeated(nct_id) => {
                write!(out, "the study `{nct_id}` stands in the list already")
            }
            Self::NotThere { asked, found } => {
                let listed: Vec<_> = found.iter().take(5).map(|id| format!("`{id}`")).collect();
                let more = if found.len() > listed.len() {
                    ", …"
                } else {
                    ""
                };
                write!(
                    out,
                    "the file has no study `{asked}`, it has {}{more}",
                    listed.join(", ")
                )
            }
        }
    }
}

impl fmt::Display for Other {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Zip => "a zip",
            Self::Xml => "XML",
            Self::Page => "a web page",
            Self::Table => "a table (CSV)",
            Self::Gzip => "a compressed file (gzip)",
            Self::Pdf => "a PDF",
            Self::FirstVersion => {
                "JSON of version 1 of the registry's data, which is no longer given out"
            }
        })
    }
}
