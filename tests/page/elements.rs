//! The elements of a screen, and its controls. The tests of the page and those of the words walk by
//! them.

use prescreen::page::view::{Element, Node};

/// Every element, in document order.
pub(crate) fn collect<'a>(nodes: &'a [Node], out: &mut Vec<&'a Element>) {
    for node in nodes {
        if let Node::Element(element) = node {
            out.push(element);
            collect(&element.children, out);
        }
    }
}

/// The controls with their names: radios and checkboxes, and the options of selects.
pub(crate) fn controls<'a>(elements: &[&'a Element]) -> Vec<(String, &'a Element)> {
    let mut controls = Vec::new();
    let mut select = "";
    for element in elements {
        match element.tag {
            "select" => select = element.attribute("name").unwrap_or_default(),
            "option" => controls.push((select.to_owned(), *element)),
            "input" => controls.push((
                element.attribute("name").unwrap_or_default().to_owned(),
                *element,
            )),
            _ => {}
        }
    }
    controls
}
