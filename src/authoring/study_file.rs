//! Reading `[study]` and `[[section]]` of a trial file.

use super::diagnostic::Log;
use super::document::Table;
use crate::page::content::{SimilarStudy, Study, Words};
use toml::Spanned;

/// A section as it stands in the file.
pub(crate) struct SectionFile {
    pub(crate) id: Option<Spanned<String>>,
    pub(crate) title: Words,
}

/// Reads `[study]`.
pub(crate) fn read_study(mut table: Table<'_>, log: &mut Log) -> Study {
    let similar = table.tables("similar", log).into_iter();
    let similar: Vec<_> = similar.map(|table| read_similar(table, log)).collect();
    // A list is never shown without what it is and is not.
    let note = if similar.is_empty() {
        table.words_if_any("similar_note", log)
    } else {
        Some(table.words("similar_note", log))
    };
    let study = Study {
        title: table.words("title", log),
        purpose: table.words("purpose", log),
        hospital: table.words("hospital", log),
        place: table.words_if_any("place", log),
        contact_expect: table.words("contact_expect", log),
        unsaid: table.words_if_any("unsaid", log),
        similar_note: note,
        similar,
    };
    table.close(log);
    study
}

fn read_similar(mut table: Table<'_>, log: &mut Log) -> SimilarStudy {
    let number = table.require("nct_id", log);
    let number = number.and_then(|value| value.registry_number(log));
    let plain = |text: Option<Spanned<String>>| text.map(Spanned::into_inner).unwrap_or_default();
    let study = SimilarStudy {
        nct_id: plain(number),
        title: plain(table.text("title", log)),
        status: plain(table.text("status", log)),
        phases: table
            .texts("phases", log)
            .into_iter()
            .map(Spanned::into_inner)
            .collect(),
    };
    table.close(log);
    study
}

/// Reads one `[[section]]`.
pub(crate) fn read_section(mut table: Table<'_>, log: &mut Log) -> SectionFile {
    let section = SectionFile {
        id: table.text("id", log),
        title: table.words("title", log),
    };
    table.close(log);
    section
}
