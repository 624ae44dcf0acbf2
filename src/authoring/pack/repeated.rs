//! What screens have in common, shown once: a part that was drawn on an earlier screen, to the letter,
//! is named with the screen that it stands on. So nothing is left out, and nobody reads it ten times.

use super::still::text;
use crate::page::content::Language;
use crate::page::view::{Element, Node, html, put, say};
use std::collections::BTreeMap;

/// The classes of parts that are worth naming instead of drawing again.
const CLASSES: [&str; 6] = [
    "point",
    "choices",
    "date",
    "answers",
    "short-sheet",
    "as-text",
];

/// The elements that are.
const TAGS: [&str; 2] = ["section", "details"];

/// The elements that name a part, in the order in which they are looked for.
const NAMES: [&str; 4] = ["h1", "h2", "h3", "summary"];

/// How many letters of a part without a name are said of it.
const LETTERS: usize = 24;

/// The parts drawn so far, each with the screen that it was first drawn on.
#[derive(Default)]
pub(super) struct Repeated(BTreeMap<String, String>);

impl Repeated {
    /// The nodes of a screen, with a line in place of each part that was drawn before.
    pub(super) fn shortened(
        &mut self,
        screen: &str,
        language: Language,
        nodes: &[Node],
    ) -> Vec<Node> {
        let mut out = Vec::new();
        for node in nodes {
            self.shorten(language, node, &mut out);
        }
        self.keep(screen, nodes);
        out
    }

    fn shorten(&self, language: Language, node: &Node, out: &mut Vec<Node>) {
        let Node::Element(element) = node else {
            return out.push(node.clone());
        };
        if is_part(element)
            && let Some(screen) = self.0.get(&key(node))
        {
            return name_instead(element, screen, language, out);
        }
        let mut children = Vec::new();
        for child in &element.children {
            self.shorten(language, child, &mut children);
        }
        out.push(Node::Element(Element {
            tag: element.tag,
            attributes: element.attributes.clone(),
            children,
        }));
    }

    fn keep(&mut self, screen: &str, nodes: &[Node]) {
        for node in nodes {
            if let Node::Element(element) = node {
                if is_part(element) {
                    let screen = screen.to_owned();
                    self.0.entry(key(node)).or_insert(screen);
                }
                self.keep(screen, &element.children);
            }
        }
    }
}

/// Both languages have words of their own, so the text of a part tells its language too.
fn key(node: &Node) -> String {
    html(std::slice::from_ref(node))
}

fn is_part(element: &Element) -> bool {
    let classes = element.attribute("class").unwrap_or_default();
    TAGS.contains(&element.tag) || classes.split(' ').any(|class| CLASSES.contains(&class))
}

fn name_instead(element: &Element, screen: &str, language: Language, out: &mut Vec<Node>) {
    let tag = if element.tag == "li" { "li" } else { "div" };
    let line = &mut put(out, tag, "repeated").children;
    say(line, "strong", "", &name(element));
    let target = super::draw::id_of("screen", screen);
    let (before, after) = match language {
        Language::ZhHans => ("：与画面“", "”上的相同"),
        Language::En => (": as on the screen “", "”"),
    };
    line.push(Node::Text(before.to_owned()));
    say(line, "a", "", screen).set("href", &format!("#{target}"));
    line.push(Node::Text(after.to_owned()));
}

fn name(element: &Element) -> String {
    if let Some(name) = heading(&element.children) {
        return name;
    }
    let mut parts = Vec::new();
    leaves(&element.children, &mut parts);
    let all = parts.join(" · ");
    let mut start: String = all.chars().take(LETTERS).collect();
    if start.len() < all.len() {
        start.push('…');
    }
    start
}

/// The texts of nodes, each apart.
fn leaves<'a>(nodes: &'a [Node], out: &mut Vec<&'a str>) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push(text),
            Node::Element(element) => leaves(&element.children, out),
        }
    }
}

fn heading(nodes: &[Node]) -> Option<String> {
    nodes.iter().find_map(|node| match node {
        Node::Element(element) if NAMES.contains(&element.tag) => Some(text(&element.children)),
        Node::Element(element) => heading(&element.children),
        Node::Text(_) => None,
    })
}
