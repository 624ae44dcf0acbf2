//! What can be chosen and tapped on a screen, read from its view tree. It chooses nothing.

use crate::page::view::{Element, Node, Screen};

/// One answer that a form offers: the name and the value that it sends.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Control {
    pub(super) name: String,
    pub(super) value: String,
}

/// The controls of a screen, in document order: radios, checkboxes, and the options of lists.
pub(super) fn controls(screen: &Screen) -> Vec<Control> {
    let mut controls = Vec::new();
    let mut list = String::new();
    for_each(&screen.body, &mut |element| {
        let value = element.attribute("value").unwrap_or_default();
        let name = element.attribute("name").unwrap_or_default();
        match element.tag {
            "select" => name.clone_into(&mut list),
            "option" => controls.push(control(&list, value)),
            "input" => controls.push(control(name, value)),
            _ => {}
        }
    });
    controls
}

fn control(name: &str, value: &str) -> Control {
    Control {
        name: name.to_owned(),
        value: value.to_owned(),
    }
}

/// What can be tapped on a screen.
pub(super) fn actions(screen: &Screen) -> Vec<String> {
    let mut actions = Vec::new();
    for_each(&screen.body, &mut |element| {
        actions.extend(element.attribute("data-action").map(str::to_owned));
    });
    actions
}

fn for_each(nodes: &[Node], each: &mut dyn FnMut(&Element)) {
    for node in nodes {
        if let Node::Element(element) = node {
            each(element);
            for_each(&element.children, each);
        }
    }
}
