//! The forms that every part of the pack is drawn with: headings and tables in both languages. No
//! words of its own; the parts of the pack alone use it.

use crate::page::content::{Language, Words};
use crate::page::view::{Element, Node, put, say};

/// A text of the pack itself, in both languages.
#[derive(Clone, Copy)]
pub(super) struct Said {
    pub(super) zh_hans: &'static str,
    pub(super) en: &'static str,
}

/// A text of the pack itself.
pub(super) const fn said(zh_hans: &'static str, en: &'static str) -> Said {
    Said { zh_hans, en }
}

impl Said {
    /// The text as words, to be written into.
    pub(super) fn words(self) -> Words {
        words(self.zh_hans, self.en)
    }
}

/// Both texts as words.
pub(super) fn words(zh_hans: impl Into<String>, en: impl Into<String>) -> Words {
    Words {
        zh_hans: zh_hans.into(),
        en: en.into(),
    }
}

/// Adds an element with both texts, one after the other.
pub(super) fn both<'a>(
    nodes: &'a mut Vec<Node>,
    tag: &'static str,
    class: &str,
    words: &Words,
) -> &'a mut Element {
    let element = put(nodes, tag, class);
    for language in Language::ALL {
        say(&mut element.children, "span", "", words.get(language)).set("lang", language.tag());
        element.write(" ");
    }
    element
}

/// Adds a heading that can be gone to.
pub(super) fn heading(nodes: &mut Vec<Node>, tag: &'static str, id: &str, words: &Words) {
    both(nodes, tag, "both", words).set("id", id);
}

/// Adds a sentence in both languages, each in a line of its own.
pub(super) fn sentence(nodes: &mut Vec<Node>, class: &str, text: Said) {
    let words = text.words();
    for language in Language::ALL {
        say(nodes, "p", class, words.get(language)).set("lang", language.tag());
    }
}

/// Adds a table with these heads, and gives the place of its rows.
pub(super) fn table<'a>(
    nodes: &'a mut Vec<Node>,
    class: &str,
    heads: &[Said],
) -> &'a mut Vec<Node> {
    let table = &mut put(nodes, "table", class).children;
    let row = &mut put(&mut put(table, "thead", "").children, "tr", "").children;
    for head in heads {
        both(row, "th", "", &head.words()).set("scope", "col");
    }
    &mut put(table, "tbody", "").children
}

/// Adds a table of words beside each other in both languages, and gives the place of its rows. The
/// head says what stands at the beginning of each.
pub(super) fn table_of_words(nodes: &mut Vec<Node>, head: Said) -> &mut Vec<Node> {
    const LANGUAGES: [Said; 2] = [said("中文", "Chinese"), said("英文", "English")];
    let [zh_hans, en] = LANGUAGES;
    table(nodes, "both-languages", &[head, zh_hans, en])
}

/// Adds a row that begins with a head, and gives the place of its cells.
pub(super) fn row<'a>(rows: &'a mut Vec<Node>, head: &str) -> &'a mut Vec<Node> {
    let row = &mut put(rows, "tr", "").children;
    say(row, "th", "key", head).set("scope", "row");
    row
}

/// Adds a row whose head is said in both languages, and gives the place of its cells.
pub(super) fn row_of<'a>(rows: &'a mut Vec<Node>, head: &Words) -> &'a mut Vec<Node> {
    let row = &mut put(rows, "tr", "").children;
    both(row, "th", "both", head).set("scope", "row");
    row
}

/// Adds two cells, one for each language.
pub(super) fn cells(row: &mut Vec<Node>, words: &Words) {
    for language in Language::ALL {
        say(row, "td", "", words.get(language)).set("lang", language.tag());
    }
}

/// Adds one cell.
pub(super) fn cell<'a>(row: &'a mut Vec<Node>, class: &str, text: &str) -> &'a mut Element {
    say(row, "td", class, text)
}

/// A name as an id that can be gone to.
pub(super) fn id_of(kind: &str, name: &str) -> String {
    let dashed = name.chars().map(|letter| {
        if letter.is_ascii_alphanumeric() || letter == '_' {
            letter
        } else {
            '-'
        }
    });
    format!("{kind}-{}", dashed.collect::<String>())
}
