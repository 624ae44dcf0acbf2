//! Shapes that a table takes by what stands in it. All keys of all shapes are listed at the table
//! itself, where editors look for completion; which of them go together is said by conditions, so
//! that a mistake is shown at its place, and not as "none of the shapes".

use crate::authoring::kind_file::{KINDS, keys_of_others, needed_keys};
use schemars::Schema;
use serde_json::{Map, Value, json};

/// Makes conditions of a list of shapes: a shape holds where its own key stands, which is the
/// first of its needed keys that is not `fact`.
pub(super) fn by_key(schema: &mut Schema) {
    let Some(Value::Array(shapes)) = schema.remove("anyOf") else {
        return;
    };
    let keyed = shapes
        .into_iter()
        .filter_map(|shape| Some((own_key(&shape)?, shape)));
    let keyed: Vec<_> = keyed.collect();
    let properties: Map<_, _> = keyed
        .iter()
        .flat_map(|(_, shape)| properties(shape))
        .collect();
    let one = keyed.iter().map(|(key, _)| json!({ "required": [key] }));
    let one: Vec<_> = one.collect();
    let each = keyed
        .iter()
        .map(|(key, shape)| json!({ "if": { "required": [key] }, "then": keys_alone(shape) }));
    let each: Vec<_> = each.collect();
    schema.insert("type".to_owned(), "object".into());
    schema.insert("properties".to_owned(), properties.into());
    schema.insert("additionalProperties".to_owned(), false.into());
    schema.insert("anyOf".to_owned(), one.into());
    schema.insert("allOf".to_owned(), each.into());
}

/// Which keys a shape has, and which it needs; what stands below them is said at the table. Said
/// twice, each level of nesting would double the work.
fn keys_alone(shape: &Value) -> Value {
    let keys = properties(shape).into_iter();
    let keys: Map<_, _> = keys.map(|(key, _)| (key, true.into())).collect();
    json!({ "required": shape.get("required"), "properties": keys, "additionalProperties": false })
}

fn own_key(shape: &Value) -> Option<String> {
    let mut needed = shape.get("required")?.as_array()?.iter();
    let key = needed.find(|key| *key != "fact")?;
    key.as_str().map(str::to_owned)
}

fn properties(shape: &Value) -> Map<String, Value> {
    let properties = shape.get("properties").and_then(Value::as_object);
    properties.cloned().unwrap_or_default()
}

/// Adds what facts of each kind need, and the keys that only facts of other kinds have.
pub(super) fn by_kind(schema: &mut Schema) {
    let conditions = KINDS.into_iter().map(|(name, kind)| {
        let refused = keys_of_others(&kind).iter();
        let refused: Map<_, _> = refused
            .map(|key| ((*key).to_owned(), false.into()))
            .collect();
        json!({
            "if": { "required": ["kind"], "properties": { "kind": { "enum": [name] } } },
            "then": { "required": needed_keys(&kind), "properties": refused },
        })
    });
    let conditions: Vec<_> = conditions.collect();
    schema.insert("allOf".to_owned(), conditions.into());
}

/// Takes out what is of Rust and not of the file: null, which TOML does not have, for a key that may
/// be missing, and the sizes of numbers, which stand in their limits.
pub(super) fn of_the_file(schema: &mut Schema) {
    schema.remove("format");
    if let Some(types) = schema.get_mut("type").and_then(Value::as_array_mut) {
        types.retain(|name| name != "null");
        if let [only] = &types[..] {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(mut choices)) = schema.remove("anyOf") else {
        return;
    };
    let all = choices.len();
    choices.retain(|choice| choice.get("type") != Some(&"null".into()));
    // What is left of one choice and none stands behind `allOf`, as draft 7 sees nothing beside `$ref`.
    let key = if choices.len() == 1 && all == 2 {
        "allOf"
    } else {
        "anyOf"
    };
    schema.insert(key.to_owned(), choices.into());
}
