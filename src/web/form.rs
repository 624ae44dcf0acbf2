//! Reads a form, and keeps "none of these" apart from the other ticks.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

/// The names and values of the checked radios and checkboxes and of the selects, in document order.
///
/// # Errors
/// The document's own.
pub(super) fn read(form: &Element) -> Result<Vec<(String, String)>, JsValue> {
    let chosen = elements(form, "input:checked,select")?;
    Ok(chosen.iter().filter_map(chosen_value).collect())
}

fn chosen_value(control: &Element) -> Option<(String, String)> {
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        return Some((input.name(), input.value()));
    }
    let select = control.dyn_ref::<HtmlSelectElement>()?;
    Some((select.name(), select.value()))
}

/// After a tick: one marked `data-exclusive` ("none of these") unticks the others of its name, and
/// any other unticks that one. So a form never says both.
///
/// # Errors
/// The document's own.
pub(super) fn keep_exclusive(ticked: &Element) -> Result<(), JsValue> {
    let Some(input) = ticked.dyn_ref::<HtmlInputElement>() else {
        return Ok(());
    };
    let Some(form) = ticked.closest("form")? else {
        return Ok(());
    };
    if !input.checked() {
        return Ok(());
    }
    for other in elements(&form, "input[type=checkbox]:checked")? {
        let other: HtmlInputElement = other.unchecked_into();
        let apart = is_exclusive(input) || is_exclusive(&other);
        if apart && other != *input && other.name() == input.name() {
            other.set_checked(false);
        }
    }
    Ok(())
}

fn is_exclusive(input: &HtmlInputElement) -> bool {
    input.has_attribute("data-exclusive")
}

/// The elements in `root` that a selector finds, in document order.
///
/// # Errors
/// The document's own.
pub(super) fn elements(root: &Element, selector: &str) -> Result<Vec<Element>, JsValue> {
    let list = root.query_selector_all(selector)?;
    let nodes = (0..list.length()).filter_map(|place| list.get(place));
    Ok(nodes.map(JsCast::unchecked_into).collect())
}
