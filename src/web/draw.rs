//! Draws the view tree into a document, node by node. Nothing is ever parsed from a string, so the
//! page runs where Trusted Types are `'none'`.

use crate::page::view::Node;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, FocusOptions, HtmlElement};

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

/// Focuses an element where it stands, without scrolling: the caller has scrolled already, to what
/// should be seen with it.
///
/// # Errors
/// The document's own.
pub(super) fn focus(element: &Element) -> Result<(), JsValue> {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element
        .unchecked_ref::<HtmlElement>()
        .focus_with_options(&options)
}

/// Focuses a text, such as a heading, so that a screen reader begins there.
///
/// # Errors
/// The document's own.
pub(super) fn focus_text(element: &Element) -> Result<(), JsValue> {
    element.set_attribute("tabindex", "-1")?;
    focus(element)
}

/// Undoes [`focus_text`]: a tap on a text should not put the focus there again.
///
/// # Errors
/// The document's own.
pub(super) fn unfocus_text(element: &Element) -> Result<(), JsValue> {
    if element.get_attribute("tabindex").as_deref() == Some("-1") {
        element.remove_attribute("tabindex")?;
    }
    Ok(())
}
