//! A screen as it stands on paper: the same words in the same order and the same looks, and nothing
//! in it that could be tapped. What can be chosen is drawn as an empty ring or box, what would unfold
//! is unfolded, and headings are none, so that those of the pack stay in order.

use crate::page::qr::{Modules, modules};
use crate::page::view::{Element, Node, put, say};
use std::fmt::Write;

/// The elements that become another, with the class by which the page's style finds them.
pub(super) const STILL: [(&str, &str, &str); 17] = [
    ("body", "div", "as-body"),
    ("html", "div", "as-html"),
    ("h1", "div", "as-h1"),
    ("h2", "div", "as-h2"),
    ("h3", "div", "as-h3"),
    ("main", "div", "as-main"),
    ("header", "div", "as-header"),
    ("footer", "div", "as-footer"),
    ("nav", "div", "as-nav"),
    ("form", "div", "as-form"),
    ("fieldset", "div", "as-fieldset"),
    ("legend", "div", "as-legend"),
    ("label", "div", "as-label"),
    ("button", "span", "as-button"),
    ("select", "div", "as-select"),
    ("details", "div", "as-details"),
    ("summary", "div", "as-summary"),
];

/// The attributes that mean something on paper.
const KEPT: [&str; 3] = ["class", "lang", "translate"];

/// How many options of a long list are said from its beginning.
const FIRST_OPTIONS: usize = 4;

/// How many are said from its end.
const LAST_OPTIONS: usize = 1;

/// What stands in place of the name of a build: the border writes it, and a pack is of no build.
const BUILD: &str = "…";

/// The nodes of a screen as they stand on paper.
pub(super) fn still(nodes: &[Node]) -> Vec<Node> {
    let mut out = Vec::new();
    for node in nodes {
        match node {
            Node::Text(text) => out.push(Node::Text(text.clone())),
            Node::Element(element) => still_element(element, &mut out),
        }
    }
    out
}

fn still_element(element: &Element, out: &mut Vec<Node>) {
    if element.tag == "input" {
        return input(element, out);
    }
    let other = STILL.iter().find(|(tag, _, _)| *tag == element.tag);
    let (tag, class) = other.map_or((element.tag, ""), |(_, tag, class)| (*tag, *class));
    let own = element.attribute("class").unwrap_or_default();
    let classes = format!("{class} {own}");
    let drawn = put(out, tag, classes.trim());
    for (name, value) in &element.attributes {
        if KEPT.contains(name) && *name != "class" {
            drawn.set(name, value);
        }
    }
    if let Some(says) = element.attribute("data-qr") {
        drawn.children.extend(modules(says).map(|code| qr(&code)));
    }
    if element.attribute("data-build").is_some() {
        drawn.write(BUILD);
    }
    match element.tag {
        "select" => options(element, &mut drawn.children),
        _ => drawn.children.extend(still(&element.children)),
    }
}

/// A radio or a checkbox, as a sign.
fn input(element: &Element, out: &mut Vec<Node>) {
    let is_checked = element.attribute("checked").is_some();
    let sign = match (element.attribute("type"), is_checked) {
        (Some("checkbox"), false) => "☐",
        (Some("checkbox"), true) => "☒",
        (_, false) => "○",
        (_, true) => "◉",
    };
    let class = if is_checked {
        "as-input as-checked"
    } else {
        "as-input"
    };
    say(out, "span", class, sign);
}

/// What a list offers: what is chosen first, then the others, those in the middle of many left out.
fn options(list: &Element, out: &mut Vec<Node>) {
    let options = list.children.iter().filter_map(|node| match node {
        Node::Element(option) => Some(text(&option.children)),
        Node::Text(_) => None,
    });
    let options: Vec<_> = options.filter(|option| !option.is_empty()).collect();
    if options.len() <= FIRST_OPTIONS + LAST_OPTIONS + 1 {
        say(out, "span", "", &options.join(" · "));
        return;
    }
    let begin = options.iter().take(FIRST_OPTIONS).cloned();
    let end = options.iter().skip(options.len() - LAST_OPTIONS).cloned();
    let told: Vec<_> = begin.chain(["…".to_owned()]).chain(end).collect();
    say(out, "span", "", &told.join(" · "));
}

/// All text in nodes.
pub(super) fn text(nodes: &[Node]) -> String {
    let texts = nodes.iter().map(|node| match node {
        Node::Text(text) => text.clone(),
        Node::Element(element) => text(&element.children),
    });
    texts.collect()
}

/// A QR code as a drawing, with the white around it that a camera needs.
fn qr(code: &Modules) -> Node {
    let size = code.size();
    let mut path = String::new();
    for row in 0..size {
        for column in (0..size).filter(|column| code.is_dark(*column, row)) {
            // A text can always be written to.
            write!(path, "M{} {}h1v1h-1z", column + 4, row + 4).ok();
        }
    }
    let width = size + 8;
    let mut nodes = Vec::new();
    let drawing = put(&mut nodes, "svg", "");
    drawing
        .set("viewBox", &format!("0 0 {width} {width}"))
        .set("aria-hidden", "true");
    put(&mut drawing.children, "path", "").set("d", &path);
    nodes.remove(0)
}
