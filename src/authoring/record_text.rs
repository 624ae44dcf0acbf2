//! The registry's criteria as a list: `eligibilityCriteria` is one text with two lists in it, each
//! below its heading. Nothing of the text is dropped: words outside of the lists are a mistake.

use super::diagnostic::Log;
use super::registry_mistake::RegistryMistake;
use crate::engine::Polarity;

/// One criterion of the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// Its number: `I` or `E`, and its place in its list, from 1.
    pub(crate) id: String,
    pub(crate) polarity: Polarity,
    /// Its words, with `\<` and `\>` undone.
    pub(crate) text: String,
}

/// Splits the text into its criteria, in order.
pub(crate) fn split(text: &str, log: &mut Log) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut polarity = None;
    let mut count = 0;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if let Some(heading) = heading(line) {
            (polarity, count) = (Some(heading), 0);
            continue;
        }
        match (polarity, item_start(line, count + 1), items.last_mut()) {
            (Some(polarity), Some(words), _) => {
                count += 1;
                items.push(item(polarity, count, words));
            }
            (Some(_), None, Some(item)) if count > 0 => {
                item.text.push('\n');
                item.text.push_str(&unescape(line.trim()));
            }
            _ => {
                let line = line.trim().to_owned();
                log.error(None, RegistryMistake::OutsideOfLists(line));
            }
        }
    }
    items
}

fn heading(line: &str) -> Option<Polarity> {
    match line.trim().to_ascii_lowercase().as_str() {
        "inclusion criteria:" => Some(Polarity::Inclusion),
        "exclusion criteria:" => Some(Polarity::Exclusion),
        _ => None,
    }
}

/// The words of a line that begins an item: `3. words` where the third is next, or `* words`.
fn item_start(line: &str, next: usize) -> Option<&str> {
    let numbered = line.strip_prefix(&format!("{next}. "));
    numbered.or_else(|| line.strip_prefix("* "))
}

fn item(polarity: Polarity, number: usize, words: &str) -> Item {
    let letter = match polarity {
        Polarity::Inclusion => 'I',
        Polarity::Exclusion => 'E',
    };
    Item {
        id: format!("{letter}{number}"),
        polarity,
        text: unescape(words.trim()),
    }
}

fn unescape(text: &str) -> String {
    text.replace("\\<", "<").replace("\\>", ">")
}
