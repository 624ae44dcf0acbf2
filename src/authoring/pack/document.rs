//! The file of a pack: one HTML document that fetches nothing, runs nothing and prints on A4, with
//! the pack's data in it for a later pack.

use super::data::PackData;
use super::mistake::PackMistake;
use super::scope::scoped;
use super::sources::Sources;
use crate::authoring::bundle::hash;
use crate::page::view::{Element, Node, html};

/// Writes the document.
pub(super) fn document(
    sources: &Sources,
    data: &PackData,
    body: Vec<Node>,
) -> Result<String, PackMistake> {
    let style = style(sources, data);
    let title = format!("{} {} {}", data.trial, data.version, data.on);
    let policy = policy(&style);
    let title = Node::Text(title);
    let body = Node::Element(Element {
        tag: "main",
        attributes: Vec::new(),
        children: body,
    });
    Ok(format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>{style}</style>\n</head>\n<body>\n{}\n{}\n</body>\n</html>\n",
        html(&[title]),
        html(&[body]),
        data.written()?,
    ))
}

/// The policy: this style, and nothing else.
fn policy(style: &str) -> String {
    format!(
        "default-src 'none'; style-src {}; form-action 'none'; base-uri 'none'",
        hash(style)
    )
}

/// The style of the screens, that of the pack, and the line at the head of each printed page.
fn style(sources: &Sources, data: &PackData) -> String {
    let head = format!(
        "{} · 版本 version {} · {}",
        data.trial, data.version, data.on
    );
    format!(
        "\n{}\n{}\n@page {{ @top-left {{ content: \"{}\"; }} }}\n",
        scoped(&sources.page_style),
        sources.pack_style.replace("</", "<\\/"),
        in_style(&head),
    )
}

/// A text as it stands in quotes in a style: nothing in it ends the quotes or the style.
fn in_style(text: &str) -> String {
    let harmless = |letter: &char| !"\"\\<>\n\r".contains(*letter);
    text.chars().filter(harmless).collect()
}
