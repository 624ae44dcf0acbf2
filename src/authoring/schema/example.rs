//! One `[[example]]` of a trial file: a person, and the result expected of them.

#![expect(dead_code, reason = "only the schema is made from these types")]

use super::text::{Day, Text};
use crate::authoring::example_file::{FINDINGS, VERDICTS};
use schemars::{JsonSchema, Schema};
use std::collections::BTreeMap;

/// An example person.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend("anyOf" = [{ "required": ["on"] }, { "required": ["like"] }]))]
pub(super) struct Example {
    /// Who it is, in a sentence of its own.
    name: Text,
    /// The name of an earlier example. Its day and its answers are taken, then those named here.
    like: Option<Text>,
    /// The day of the check. Needed without `like`.
    on: Option<Day>,
    /// The answers, by the `id` of the question.
    answers: Option<BTreeMap<String, Answer>>,
    /// Questions answered with "I don't know".
    unknown: Option<Vec<Text>>,
    /// Questions of the example named by `like` that are not answered here.
    unanswered: Option<Vec<Text>>,
    /// The result expected of all criteria together.
    #[schemars(extend("enum" = VERDICTS.map(crate::engine::Verdict::name)))]
    verdict: String,
    /// The findings expected, by the `id` of the criterion. Those not named are not checked.
    findings: Option<BTreeMap<String, Finding>>,
    /// The first day on which time alone may change something.
    may_change_on: Option<Day>,
    /// The last day on which the result stands, if nothing but time changes.
    holds_until: Option<Day>,
}

/// What a criterion comes to for one person.
#[derive(JsonSchema)]
#[schemars(inline)]
struct Finding(#[schemars(extend("enum" = FINDINGS.map(crate::engine::Finding::name)))] String);

/// An answer: a name, a date as text, `true` or `false`, a list of names, or an amount such as
/// `{ value = 31.5, unit = "kg" }`.
#[derive(JsonSchema)]
#[schemars(inline, transform = any_form)]
struct Answer(serde_json::Value);

/// What the answer may be depends on the question: `prescreen check` knows it.
fn any_form(schema: &mut Schema) {
    let types = ["string", "number", "boolean", "array", "object"];
    schema.insert("type".to_owned(), types.into());
}
