//! Reading one `[[passage]]` of a trial file: words of the registry that are no criterion, and why.

use super::diagnostic::Log;
use super::document::Table;
use toml::Spanned;

/// A passage as it stands in the file.
pub(crate) struct PassageFile {
    pub(crate) id: Option<Spanned<String>>,
    pub(crate) text: Option<Spanned<String>>,
}

/// Reads one `[[passage]]`.
pub(crate) fn read_passage(mut table: Table<'_>, log: &mut Log) -> PassageFile {
    let passage = PassageFile {
        id: table.text("id", log),
        text: table.text("text", log),
    };
    // For people: that it is there is checked, what it says is not.
    table.text("because", log);
    table.close(log);
    passage
}
