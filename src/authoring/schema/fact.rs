//! One `[[fact]]` of a trial file: a question, its answers, and when it is asked.

#![expect(dead_code, reason = "only the schema is made from these types")]

use super::names;
use super::shapes::by_kind;
use super::text::{Text, ValueName, Words};
use crate::authoring::kind_file::KINDS;
use schemars::JsonSchema;

/// A question.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = by_kind)]
pub(super) struct Fact {
    /// A short name of your choice. Rules and answers name the question by it.
    id: Text,
    /// The section that it belongs to, by its `id`.
    section: Text,
    /// How it is answered: one of several (`choice`), one of several with an order (`scale`), yes or
    /// no (`yes_no`), any of several (`choices`), the date of birth (`birth_date`), another date
    /// (`date`), a weight (`mass`) or a percentage (`percentage`).
    #[schemars(extend("enum" = names(&KINDS)))]
    kind: String,
    /// The names of all answers, for `choice`, `scale` (the lowest first) and `choices`.
    values: Option<Vec<Text>>,
    /// The question as it is asked.
    question: Words,
    /// Why it is asked, and on which paper the answer stands. One line below the question.
    why: Words,
    /// A longer help, which opens with a tap.
    help: Option<Words>,
    /// The question in a word or two, for lists and the sheet.
    short: Words,
    /// What to ask or to bring when the answer is not known.
    ask: Words,
    /// The earlier answer that opens this question. Without it, it is always asked.
    gate: Option<Gate>,
    /// For `yes_no`: the words of the answer yes, if "Yes" alone is not clear.
    yes: Option<Words>,
    /// For `yes_no`: the words of the answer no, if "No" alone is not clear.
    no: Option<Words>,
    /// For `choices`: the words of the answer "none of these".
    none: Option<Words>,
    /// The words of "I don't know", where it stands for more, such as "not tested".
    unknown: Option<Words>,
    /// The answers shown, in their order.
    choice: Option<Vec<Choice>>,
}

/// When a follow-up question is asked.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Gate {
    /// The earlier question, by its `id`.
    fact: Text,
    /// Its answers that open this question.
    is: Vec<ValueName>,
    /// Whether "I don't know" opens it too. Without it: no.
    or_unknown: Option<bool>,
}

/// An answer as it is shown.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Choice {
    /// Its name, from the list `values`.
    value: Text,
    /// Plain words, with the exact term that stands on hospital papers.
    label: Words,
    /// A line below it.
    hint: Option<Words>,
}
