//! Takes a person to where they should go on: the heading of a new screen, or the control that an
//! error is about.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, FocusOptions, HtmlElement};

/// Focuses an element where it stands, without scrolling: the caller has scrolled already, to what
/// should be seen with it.
///
/// # Errors
/// The document's own.
fn focus(element: &Element) -> Result<(), JsValue> {
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

/// Takes the person to a control, with its legend in sight: the control alone does not say what is
/// asked.
///
/// # Errors
/// The document's own.
pub(super) fn point_at(document: &Document, id: &str) -> Result<(), JsValue> {
    let Some(control) = document.get_element_by_id(id) else {
        return Ok(());
    };
    let group = control.closest("fieldset")?;
    let legend = group.map(|group| group.query_selector("legend"));
    let seen = legend.transpose()?.flatten();
    seen.as_ref().unwrap_or(&control).scroll_into_view();
    focus(&control)
}
