//! The JSON Schema of trial files, from which editors complete and check while an author types.
//! It is made from the types below this module, whose comments are the descriptions that an editor
//! shows, and from the vocabularies of the reader. It knows the form alone: what the parts mean
//! together is for `prescreen check`. Nobody reads a file with these types.

mod criterion;
mod example;
mod fact;
mod rule;
mod shapes;
mod study;
mod text;
mod trial;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use shapes::of_the_file;
use trial::Trial;

/// The schema as the text of a JSON file. It is of draft 7, the newest that Taplo, and with it the
/// editors that complete TOML, can read.
///
/// ```
/// let schema = prescreen::authoring::trial_schema();
/// assert!(schema.contains("http://json-schema.org/draft-07/schema#"));
/// assert!(schema.ends_with("}\n"));
/// ```
#[must_use]
pub fn trial_schema() -> String {
    let schema = SchemaSettings::draft07()
        .with_transform(RecursiveTransform(of_the_file))
        .into_generator()
        .into_root_schema_for::<Trial>();
    format!("{:#}\n", schema.as_value())
}

/// The words of one of the reader's vocabularies.
fn names<T>(vocabulary: &[(&'static str, T)]) -> Vec<&'static str> {
    vocabulary.iter().map(|(name, _)| *name).collect()
}
