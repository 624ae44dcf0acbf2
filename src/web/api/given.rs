//! JavaScript values as answers handed over. `undefined` is what is not there; `null` is "I don't
//! know"; whatever no answers file can hold becomes an empty record, which no fact accepts.

use super::failure::{Failure, Mistake};
use crate::engine::Given;
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

/// How deep a value is read. No answer is deeper than two, and an object may hold itself.
const DEPTH: u8 = 4;

/// The answers of an object, in its order, without those that are `undefined`.
pub(super) fn entries(answers: &JsValue) -> Result<Vec<(String, Given)>, Failure> {
    if !answers.is_object() || Array::is_array(answers) {
        let message = "accepted is an object with an answer for each key";
        return Err(Failure::Answers(vec![Mistake::new(None, &message)]));
    }
    Ok(record(answers, DEPTH))
}

fn record(value: &JsValue, depth: u8) -> Vec<(String, Given)> {
    let entries = Object::entries(value.unchecked_ref());
    let pairs = entries.iter().map(JsCast::unchecked_into::<Array>);
    pairs
        .map(|pair| (pair.get(0).as_string().unwrap_or_default(), pair.get(1)))
        .filter(|(_, value)| !value.is_undefined())
        .map(|(key, value)| (key, given(&value, depth)))
        .collect()
}

fn given(value: &JsValue, depth: u8) -> Given {
    if value.is_null() || value.is_undefined() {
        Given::Null
    } else if let Some(value) = value.as_bool() {
        Given::Bool(value)
    } else if let Some(number) = value.as_f64() {
        // The shortest text that means this number, never with an exponent: what was written.
        Given::Number(number.to_string())
    } else if let Some(text) = value.as_string() {
        Given::Text(text)
    } else if depth == 0 {
        Given::Record(Vec::new())
    } else if Array::is_array(value) {
        let members = value.unchecked_ref::<Array>().iter();
        Given::List(members.map(|member| given(&member, depth - 1)).collect())
    } else if value.is_object() {
        Given::Record(record(value, depth - 1))
    } else {
        Given::Record(Vec::new())
    }
}
