//! What only the script around the engine can do: `www/hand-on.js`, which was given what it needs
//! before the prelude locked it. The rest of `web` reaches a canvas, a picture, the clipboard and a
//! file through these few functions, and in no other way.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{CanvasRenderingContext2d, Element};

#[wasm_bindgen]
extern "C" {
    /// The functions of `www/hand-on.js`.
    pub type Hand;

    /// What is drawn on: white, so many pixels wide and high, in no document yet.
    #[wasm_bindgen(method, catch)]
    pub(super) fn board(
        this: &Hand,
        width: i32,
        height: i32,
    ) -> Result<CanvasRenderingContext2d, JsValue>;

    /// What was drawn, as a picture of its own.
    ///
    /// # Errors
    /// A browser that gives no picture, or another one.
    #[wasm_bindgen(method, catch)]
    pub(super) fn picture(
        this: &Hand,
        board: &CanvasRenderingContext2d,
    ) -> Result<Element, JsValue>;

    /// Selects an element and copies `text`, which is what can be read in it. Says whether it was
    /// copied; if not, the element stays selected.
    ///
    /// # Errors
    /// The browser's own.
    #[wasm_bindgen(method, catch)]
    pub(super) fn copy(this: &Hand, element: &Element, text: &str) -> Result<bool, JsValue>;

    /// Says in an element that screen readers listen to what came of it, the same words twice too.
    #[wasm_bindgen(method)]
    pub(super) fn say(this: &Hand, element: &Element, words: &str);

    /// Offers a text as a file.
    ///
    /// # Errors
    /// The browser's own.
    #[wasm_bindgen(method, catch)]
    pub(super) fn save(this: &Hand, text: &str, name: &str) -> Result<(), JsValue>;
}
