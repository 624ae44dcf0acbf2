//! Hands on what is shown, after a tap that says so: a copy of the text, the sheet as a picture, a
//! file. Each ends in words, in the element `said`, whether it went well.

use super::draw::build_of;
use super::form::elements;
use super::hand::Hand;
use super::paint::{Painter, paint_code};
use crate::page::app::App;
use crate::page::view::plain;
use wasm_bindgen::prelude::{JsCast, JsError, JsValue};
use web_sys::{Document, Element, HtmlElement, Window};

/// Where things are handed on, and how.
pub(super) struct HandOn<'page> {
    pub(super) hand: &'page Hand,
    pub(super) document: &'page Document,
    pub(super) window: &'page Window,
    /// What was tapped: it holds the words for both ends, and the name of a file.
    pub(super) tapped: &'page Element,
}

impl HandOn<'_> {
    /// Copies the text that can be read in the element `text`.
    ///
    /// # Errors
    /// The document's own.
    pub(super) fn copy(&self) -> Result<(), JsValue> {
        let text = self.find("text")?;
        let copied = self.hand.copy(&text, &readable(&text));
        self.tell(copied.unwrap_or_default())
    }

    /// Offers the text that can be read in the element `text` as a file.
    ///
    /// # Errors
    /// The document's own.
    pub(super) fn save(&self) -> Result<(), JsValue> {
        let text = self.find("text")?;
        let name = self.tapped.get_attribute("data-name").unwrap_or_default();
        let offered = self.hand.save(&as_file(&readable(&text)), &name);
        self.tell(offered.is_ok())
    }

    /// Shows the sheet as a picture, in the element `picture`, in sight; the focus stays.
    ///
    /// # Errors
    /// The document's own.
    pub(super) fn picture(&self, app: &App) -> Result<(), JsValue> {
        let place = self.find("picture")?;
        place.set_text_content(None);
        let drawn = self.draw(app);
        if let Ok(image) = &drawn {
            // It shows what the screen is about, which can be read there as text.
            let heading = self.document.query_selector("h1")?;
            let heading = heading.as_ref().map(readable).unwrap_or_default();
            image.set_attribute("alt", &heading)?;
            place.append_child(image)?;
            place.scroll_into_view();
        }
        self.tell(drawn.is_ok())
    }

    fn draw(&self, app: &App) -> Result<Element, JsValue> {
        let build = build_of(self.document)?;
        let family = self.font_family()?;
        // A text is measured before it is known how high the picture is.
        let ruler = Painter::new(self.hand, &family, 1, 1)?;
        let picture = app.picture(&build, &|font, text| ruler.width_of(font, text));
        let painter = Painter::new(self.hand, &family, picture.width, picture.height)?;
        self.hand.picture(&painter.paint(&picture)?)
    }

    /// The letters of the page.
    fn font_family(&self) -> Result<String, JsValue> {
        let style = self.window.get_computed_style(&self.find("picture")?)?;
        style.map_or(Ok(String::new()), |style| {
            style.get_property_value("font-family")
        })
    }

    /// Writes how it went into the element `said`.
    fn tell(&self, is_done: bool) -> Result<(), JsValue> {
        let name = if is_done { "data-done" } else { "data-failed" };
        let words = self.tapped.get_attribute(name).unwrap_or_default();
        let said = self.find("said")?;
        // Below the button: of several ways, elsewhere it might be out of sight.
        if let Some(way) = self.tapped.closest(".way-on")? {
            way.append_child(&said)?;
        }
        self.hand.say(&said, &words);
        Ok(())
    }

    fn find(&self, id: &str) -> Result<Element, JsValue> {
        let found = self.document.get_element_by_id(id);
        Ok(found.ok_or_else(|| JsError::new("the screen lacks what is to be handed on"))?)
    }
}

/// The text of an element as it is read on the screen, line by line, to be searched and pasted.
fn readable(element: &Element) -> String {
    plain(&element.unchecked_ref::<HtmlElement>().inner_text())
}

/// A text as any program on any system reads it: marked as UTF-8, each line ended as Windows does.
fn as_file(text: &str) -> String {
    let lines = text.lines().map(|line| format!("{line}\r\n"));
    format!("\u{feff}{}", lines.collect::<String>())
}

/// Paints the codes on a screen: one in each element that has the text of it in `data-qr`.
///
/// # Errors
/// The document's own.
pub(super) fn paint_codes(hand: &Hand, root: &Element) -> Result<(), JsValue> {
    for place in elements(root, "[data-qr]")? {
        let text = place.get_attribute("data-qr").unwrap_or_default();
        // The same stands beside it as text. A screen reader should hear of no picture that is not there.
        if paint_code(hand, &place, &text).is_err() {
            place.remove();
        }
    }
    Ok(())
}

/// What the browser may lack, by the attribute of the page that says that it is there, and what
/// needs it: browsers inside other apps often neither print nor save.
const OFFERS: [(&str, &str); 2] = [
    ("data-prints", "[data-action=print],[data-needs=print]"),
    ("data-saves", "[data-action=save],[data-needs=save]"),
];

/// Takes away what the browser cannot do. The script that starts the page says what it can: reading
/// any property by its name would be a way to every other.
///
/// # Errors
/// The document's own.
pub(super) fn offer_what_is_there(root: &Element) -> Result<(), JsValue> {
    for (said, needing) in OFFERS {
        if !root.has_attribute(said) {
            elements(root, needing)?.iter().for_each(Element::remove);
        }
    }
    Ok(())
}
