//! Texts as a trial file holds them: for people in both languages, or as names, days and numbers
//! of a registry. Types that say a form, and hold nothing.

#![expect(dead_code, reason = "only the schema is made from these types")]

use schemars::JsonSchema;

/// A text that says something.
#[derive(JsonSchema)]
#[schemars(inline)]
pub(super) struct Text(#[schemars(regex(pattern = r"\S"))] String);

/// A study number of ClinicalTrials.gov: `NCT` and 8 digits.
#[derive(JsonSchema)]
#[schemars(inline)]
pub(super) struct StudyNumber(#[schemars(regex(pattern = "^NCT[0-9]{8}$"))] String);

/// A day, year first, such as `"2026-11-22"`.
#[derive(JsonSchema)]
#[schemars(inline)]
pub(super) struct Day(#[schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))] String);

/// Words for people, in both languages.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Words {
    /// In Simplified Chinese.
    #[schemars(rename = "zh-Hans")]
    zh_hans: Text,
    /// In English.
    en: Text,
}

/// The name of an answer, or `true` or `false` for a yes-or-no question.
#[derive(JsonSchema)]
#[schemars(inline, untagged)]
pub(super) enum ValueName {
    /// A name from the question's list `values`.
    Name(Text),
    /// `true` for yes, `false` for no.
    YesNo(bool),
}
