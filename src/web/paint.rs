//! Draws what is no text on the screen: the sheet as a picture, and codes. Where the marks of a
//! picture are is decided in `page`.

use super::hand::Hand;
use crate::page::picture::{Font, Mark, Picture};
use crate::page::qr::{self, Modules};
use wasm_bindgen::{JsError, JsValue};
use web_sys::{CanvasRenderingContext2d, Element};

/// How many modules around a code stay white, so that a reader finds it.
const QUIET: i32 = 4;

/// How many pixels a module of a code on the screen has. Scaled by whole numbers or not, on a
/// screen or on paper, its edges then stay sharp.
const MODULE: i32 = 8;

/// How thick the edge of a box is, in pixels.
const EDGE: i32 = 2;

/// A ground to draw on, and the family of its letters.
pub(super) struct Painter {
    board: CanvasRenderingContext2d,
    family: String,
}

impl Painter {
    /// For a picture so many pixels wide and high.
    ///
    /// # Errors
    /// A browser without a canvas, or with too little memory for this one.
    pub(super) fn new(hand: &Hand, family: &str, width: i32, height: i32) -> Result<Self, JsValue> {
        Ok(Self {
            board: hand.board(width, height)?,
            family: family.to_owned(),
        })
    }

    /// How wide a text is, in whole pixels, and never less; 0 where the browser does not say.
    pub(super) fn width_of(&self, font: Font, text: &str) -> i32 {
        self.choose(font);
        let measured = self.board.measure_text(text);
        // A text of a line is not wider than any number here, and the cast would stop at the widest.
        #[expect(clippy::cast_possible_truncation)]
        measured.map_or(0, |measured| measured.width().ceil() as i32)
    }

    /// Draws all marks of a picture, and gives what they are drawn on.
    ///
    /// # Errors
    /// The browser's own.
    pub(super) fn paint(self, picture: &Picture) -> Result<CanvasRenderingContext2d, JsValue> {
        for mark in &picture.marks {
            self.paint_mark(mark)?;
        }
        Ok(self.board)
    }

    fn paint_mark(&self, mark: &Mark) -> Result<(), JsValue> {
        match *mark {
            Mark::Text {
                left,
                baseline,
                font,
                ref text,
            } => {
                self.choose(font);
                self.board
                    .fill_text(text, f64::from(left), f64::from(baseline))?;
            }
            Mark::Bar {
                left,
                top,
                width,
                height,
            } => self.fill(left, top, width, height),
            Mark::Box { left, top, side } => self.outline(left, top, side),
            Mark::Code {
                left,
                top,
                side,
                ref text,
            } => self.code(left, top, side, text),
        }
        Ok(())
    }

    fn choose(&self, font: Font) {
        let weight = if font.is_bold() { "bold " } else { "" };
        let size = font.size();
        self.board
            .set_font(&format!("{weight}{size}px {}", self.family));
    }

    fn outline(&self, left: i32, top: i32, side: i32) {
        self.fill(left, top, side, EDGE);
        self.fill(left, top + side - EDGE, side, EDGE);
        self.fill(left, top, EDGE, side);
        self.fill(left + side - EDGE, top, EDGE, side);
    }

    /// As large as fits with modules of whole pixels, in the middle.
    fn code(&self, left: i32, top: i32, side: i32, text: &str) {
        let Some(modules) = qr::modules(text) else {
            return;
        };
        let across = count(&modules);
        let module = side / (across + 2 * QUIET);
        let margin = (side - module * across) / 2;
        for row in 0..across {
            for column in 0..across {
                if is_dark(&modules, column, row) {
                    let [right, down] = [column, row].map(|place| place * module + margin);
                    self.fill(left + right, top + down, module, module);
                }
            }
        }
    }

    fn fill(&self, left: i32, top: i32, width: i32, height: i32) {
        let [left, top, width, height] = [left, top, width, height].map(f64::from);
        self.board.fill_rect(left, top, width, height);
    }
}

/// Paints the code of a text, with white around it, into an element.
///
/// # Errors
/// The browser's own, and a text that is too long for any code.
pub(super) fn paint_code(hand: &Hand, place: &Element, text: &str) -> Result<(), JsValue> {
    let modules = qr::modules(text).ok_or_else(|| JsError::new("no code holds so long a text"))?;
    let side = (count(&modules) + 2 * QUIET) * MODULE;
    let painter = Painter::new(hand, "", side, side)?;
    painter.code(0, 0, side, text);
    let canvas = painter.board.canvas();
    let canvas = canvas.ok_or_else(|| JsError::new("there is nothing to draw on"))?;
    place.append_child(&canvas)?;
    Ok(())
}

/// How many modules a side of a code has: at most 177, by the standard.
fn count(modules: &Modules) -> i32 {
    i32::try_from(modules.size()).unwrap_or_default()
}

fn is_dark(modules: &Modules, column: i32, row: i32) -> bool {
    let place = usize::try_from(column).ok().zip(usize::try_from(row).ok());
    place.is_some_and(|(column, row)| modules.is_dark(column, row))
}
