//! The words of the registry that are no criterion: each of them stands in the trial as a passage,
//! to the letter, so that no word of the record is passed over.

use super::texts::say_difference;
use crate::authoring::diagnostic::Log;
use crate::authoring::passage_file::PassageFile;
use crate::authoring::registry::eligibility::Passage;
use crate::authoring::registry::mistake::RegistryMistake;
use toml::Spanned;

/// Compares the passages of a trial with the registry's.
pub(crate) fn check_passages(files: &[PassageFile], passages: &[Passage], log: &mut Log) {
    for file in files {
        let Some(id) = &file.id else { continue };
        let passage = passages.iter().find(|passage| passage.id == *id.get_ref());
        let Some(passage) = passage else {
            let unknown = RegistryMistake::UnknownPassage(id.get_ref().clone());
            let known = passages.iter().map(|passage| passage.id.as_str());
            log.error(id.span(), unknown).suggest(id.get_ref(), known);
            continue;
        };
        if let Some(text) = &file.text
            && *text.get_ref() != passage.text
        {
            say_difference(text, &passage.text, log);
        }
    }
    let ids: Vec<_> = files.iter().filter_map(|file| file.id.as_ref()).collect();
    // A passage whose id cannot be read may be any of them.
    if ids.len() == files.len() {
        say_missing(&ids, passages, log);
    }
}

fn say_missing(ids: &[&Spanned<String>], passages: &[Passage], log: &mut Log) {
    for passage in passages {
        if !ids.iter().any(|id| *id.get_ref() == passage.id) {
            let (id, text) = (passage.id.clone(), passage.text.clone());
            log.error(None, RegistryMistake::MissingPassage { id, text })
                .hint("add a `[[passage]]` with its `id`, its `text` and the reason, `because`");
        }
    }
}
