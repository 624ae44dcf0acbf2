//! Draws the view tree into a document, node by node. Nothing is ever parsed from a string, so the
//! page runs where Trusted Types are `'none'`.

use super::form::elements;
use crate::page::view::Node;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element};

/// Appends nodes to a parent.
///
/// # Errors
/// The document's own, such as a tag that the page is not allowed to make.
pub(super) fn draw(document: &Document, parent: &Element, nodes: &[Node]) -> Result<(), JsValue> {
    for node in nodes {
        match node {
            Node::Text(text) => parent.append_child(&document.create_text_node(text))?,
            Node::Element(element) => {
                let made = document.create_element(element.tag)?;
                for (name, value) in &element.attributes {
                    made.set_attribute(name, value)?;
                }
                draw(document, &made, &element.children)?;
                parent.append_child(&made)?
            }
        };
    }
    Ok(())
}

/// Fills in the build's name. It stands in the markup alone: a hash cannot be part of what it is
/// the hash of.
///
/// # Errors
/// The document's own.
pub(super) fn name_build(document: &Document, root: &Element) -> Result<(), JsValue> {
    let name = build_of(document)?;
    for place in elements(root, "[data-build]")? {
        place.set_text_content(Some(&name));
    }
    Ok(())
}

/// The build's name; empty where the markup has none.
///
/// # Errors
/// The document's own.
pub(super) fn build_of(document: &Document) -> Result<String, JsValue> {
    let meta = document.query_selector("meta[name=build]")?;
    let name = meta.and_then(|meta| meta.get_attribute("content"));
    Ok(name.unwrap_or_default())
}
