//! Answers files: JSON, one person or one a line, read without loss. Numbers stay decimal text and
//! repeated keys stay repeated, so that the engine can say what is wrong with them.

use crate::engine::{Given, GivenMistake, MOST_NESTED};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The entries of a JSON object in their order; a key may stand twice.
struct Entries(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Entries;

            fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Entries, M::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

/// Reads the answers of one person: a JSON object.
///
/// # Errors
/// A mistake without a key, if the text is no JSON value, is not an object, or is nested deeper
/// than any answer.
///
/// ```
/// use prescreen::{authoring::read_json_answers, engine::Given};
/// let answers = read_json_answers(br#"{"weight": {"value": 31.500, "unit": "kg"}}"#).unwrap();
/// let weight = Given::Record(vec![
///     ("value".into(), Given::Number("31.500".into())),
///     ("unit".into(), Given::Text("kg".into())),
/// ]);
/// assert_eq!(answers, [("weight".into(), weight)]);
/// assert!(read_json_answers(b"[1]").is_err());
/// ```
pub fn read_json_answers(json: &[u8]) -> Result<Vec<(String, Given)>, GivenMistake> {
    let value: &RawValue = serde_json::from_slice(json).map_err(|error| malformed(&error))?;
    if !value.get().starts_with('{') {
        return Err(GivenMistake::not_a_record(format!(
            "`{}`",
            shortened(value.get())
        )));
    }
    entries(value, 0)
}

fn entries(value: &RawValue, depth: usize) -> Result<Vec<(String, Given)>, GivenMistake> {
    let Entries(entries) = serde_json::from_str(value.get()).map_err(|error| malformed(&error))?;
    entries
        .into_iter()
        .map(|(key, value)| Ok((key, read_value(&value, depth + 1)?)))
        .collect()
}

fn read_value(value: &RawValue, depth: usize) -> Result<Given, GivenMistake> {
    let text = value.get();
    if depth > MOST_NESTED {
        return Err(GivenMistake::nested_too_deep());
    }
    match text.as_bytes().first() {
        Some(b'n') => Ok(Given::Null),
        Some(b't') => Ok(Given::Bool(true)),
        Some(b'f') => Ok(Given::Bool(false)),
        Some(b'"') => serde_json::from_str(text)
            .map(Given::Text)
            .map_err(|error| malformed(&error)),
        Some(b'[') => {
            let members: Vec<&RawValue> =
                serde_json::from_str(text).map_err(|error| malformed(&error))?;
            members
                .into_iter()
                .map(|member| read_value(member, depth + 1))
                .collect::<Result<_, _>>()
                .map(Given::List)
        }
        Some(b'{') => entries(value, depth).map(Given::Record),
        _ => Ok(Given::Number(text.to_owned())),
    }
}

fn malformed(error: &serde_json::Error) -> GivenMistake {
    GivenMistake::not_a_record(format!("text that is not JSON ({error})"))
}

/// The beginning of a text, so that a message stays short.
fn shortened(text: &str) -> String {
    let mut start: String = text.chars().take(40).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}
