//! JavaScript values as answers handed over. `undefined` is what is not there; `null` is "I don't
//! know"; what no answers file can hold is refused.

use crate::engine::{Given, GivenMistake, MOST_NESTED};
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

/// The answers of an object, in its order, without those that are `undefined`.
pub(super) fn entries(answers: &JsValue) -> Result<Vec<(String, Given)>, GivenMistake> {
    match given(answers, 0)? {
        Given::Record(entries) => Ok(entries),
        other => Err(GivenMistake::not_a_record(format!("`{other}`"))),
    }
}

fn record(value: &Object, depth: usize) -> Result<Vec<(String, Given)>, GivenMistake> {
    let entries = Object::entries(value);
    let pairs = entries.iter().map(JsCast::unchecked_into::<Array>);
    pairs
        .filter(|pair| !pair.get(1).is_undefined())
        .map(|pair| {
            let key = pair.get(0).as_string().unwrap_or_default();
            Ok((key, given(&pair.get(1), depth + 1)?))
        })
        .collect()
}

fn given(value: &JsValue, depth: usize) -> Result<Given, GivenMistake> {
    // An object may hold itself.
    if depth > MOST_NESTED {
        return Err(GivenMistake::nested_too_deep());
    }
    if value.is_null() {
        Ok(Given::Null)
    } else if let Some(value) = value.as_bool() {
        Ok(Given::Bool(value))
    } else if let Some(number) = value.as_f64() {
        // The shortest text that means this number, never with an exponent: what was written.
        Ok(Given::Number(number.to_string()))
    } else if let Some(text) = value.as_string() {
        Ok(Given::Text(text))
    } else if Array::is_array(value) {
        let members = value.unchecked_ref::<Array>().iter();
        let members = members.map(|member| given(&member, depth + 1));
        Ok(Given::List(members.collect::<Result<_, _>>()?))
    } else if let Some(value) = plain(value) {
        Ok(Given::Record(record(value, depth)?))
    } else {
        let found = "a value that no answers file can hold".to_owned();
        Err(GivenMistake::not_a_record(found))
    }
}

/// The value as a plain object. A `Map` or a `Date` is none: their entries are not their content.
fn plain(value: &JsValue) -> Option<&Object> {
    if !value.is_object() {
        return None;
    }
    let object: &Object = value.unchecked_ref();
    let above = Object::get_prototype_of(object);
    let is_plain = above.is_null() || Object::get_prototype_of(&above).is_null();
    is_plain.then_some(object)
}
