//! Templates: files with places such as `{{title}}`. In a script a place stands in a comment,
//! `/*{{glue}}*/`, so that the file is a script as it is.

use super::mistake::BundleMistake;

/// The template with each place filled. What is filled in is never looked at again.
pub(super) fn fill(
    file: &'static str,
    template: &str,
    places: &[(&str, &str)],
) -> Result<String, BundleMistake> {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, place, after)) = split(rest) {
        let value = places.iter().find(|(name, _)| *name == place);
        let (_, value) = value.ok_or_else(|| BundleMistake::UnknownPlace {
            file,
            place: place.to_owned(),
        })?;
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// What stands before the first place, its name, and what stands after it.
fn split(template: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = template.split_once("{{")?;
    let (place, after) = rest.split_once("}}")?;
    match (before.strip_suffix("/*"), after.strip_prefix("*/")) {
        (Some(before), Some(after)) => Some((before, place, after)),
        _ => Some((before, place, after)),
    }
}

/// A place with its value, as [`fill`] takes it.
pub(super) fn as_texts<'a>((place, value): &'a (&'static str, String)) -> (&'a str, &'a str) {
    (place, value)
}

/// A text between tags, or as the value of an attribute in double quotes.
pub(super) fn text(text: &str) -> String {
    attribute(text).replace('<', "&lt;")
}

/// A document as the value of an attribute in double quotes: `<` may stay as it is there.
pub(super) fn attribute(document: &str) -> String {
    document.replace('&', "&amp;").replace('"', "&quot;")
}
