//! Reading one `[[example]]` of a trial file: a person, and what the engine should say.

use super::diagnostic::Log;
use super::document::Table;
use super::example_mistake::ExampleMistake;
use super::form::FormMistake;
use super::value::Value;
use crate::engine::{Date, Finding, Given, Verdict};
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

/// An example as it stands in the file.
pub(crate) struct ExampleFile {
    pub(crate) head: Option<Range<usize>>,
    pub(crate) name: Option<Spanned<String>>,
    pub(crate) like: Option<Spanned<String>>,
    pub(crate) on: Option<Spanned<Date>>,
    /// The answers given, and those not known.
    pub(crate) answers: Vec<(Spanned<String>, Given)>,
    pub(crate) unanswered: Vec<Spanned<String>>,
    pub(crate) verdict: Option<Spanned<Verdict>>,
    pub(crate) findings: Vec<(Spanned<String>, Spanned<Finding>)>,
    pub(crate) may_change_on: Option<Spanned<Date>>,
    pub(crate) holds_until: Option<Spanned<Date>>,
}

/// The verdicts, by their names.
pub(crate) const VERDICTS: [Verdict; 3] = [Verdict::DoesNotFit, Verdict::Open, Verdict::FitsSoFar];

/// The findings, by their names.
pub(crate) const FINDINGS: [Finding; 5] = [
    Finding::Fits,
    Finding::Conflicts,
    Finding::Open,
    Finding::Team,
    Finding::NotApplicable,
];

/// Reads one `[[example]]`.
pub(crate) fn read_example(mut table: Table<'_>, log: &mut Log) -> ExampleFile {
    let name = table.text("name", log);
    let like = table.text_if_any("like", log);
    let on = match like {
        Some(_) => table.get("on"),
        None => table.require("on", log),
    };
    let verdict = table.require("verdict", log);
    let example = ExampleFile {
        head: table.head(),
        name,
        like,
        on: on.and_then(|value| value.day(log)),
        answers: read_answers(&mut table, log),
        unanswered: table.texts("unanswered", log),
        verdict: verdict
            .and_then(|value| value.word(&VERDICTS.map(|verdict| (verdict.name(), verdict)), log)),
        findings: read_findings(&mut table, log),
        may_change_on: read_day("may_change_on", &mut table, log),
        holds_until: read_day("holds_until", &mut table, log),
    };
    table.close(log);
    example
}

fn read_day(key: &'static str, table: &mut Table<'_>, log: &mut Log) -> Option<Spanned<Date>> {
    table.get(key)?.day(log)
}

fn read_findings(table: &mut Table<'_>, log: &mut Log) -> Vec<(Spanned<String>, Spanned<Finding>)> {
    let findings = table.get("findings").and_then(|value| value.table(log));
    let entries = findings
        .map_or(Vec::new(), |table| table.entries())
        .into_iter();
    let known = FINDINGS.map(|finding| (finding.name(), finding));
    entries
        .filter_map(|(id, value)| Some((id, value.word(&known, log)?)))
        .collect()
}

fn read_answers(table: &mut Table<'_>, log: &mut Log) -> Vec<(Spanned<String>, Given)> {
    let given = table.get("answers").and_then(|value| value.table(log));
    let given = given
        .map_or(Vec::new(), |table| table.entries())
        .into_iter();
    let mut answers: Vec<_> = given
        .filter_map(|(key, value)| Some((key, read_given(value, log)?)))
        .collect();
    for key in table.texts("unknown", log) {
        let name = key.get_ref();
        if answers
            .iter()
            .any(|(answered, _)| answered.get_ref() == name)
        {
            log.error(key.span(), ExampleMistake::AnsweredAndUnknown(name.clone()));
        } else {
            answers.push((key, Given::Null));
        }
    }
    answers
}

/// An answer as a value without a format.
fn read_given(value: Value<'_>, log: &mut Log) -> Option<Given> {
    Some(match value.inner() {
        DeValue::String(text) => Given::Text(text.to_string()),
        DeValue::Integer(_) | DeValue::Float(_) => Given::Number(value.number_if_any()?),
        DeValue::Boolean(truth) => Given::Bool(*truth),
        DeValue::Datetime(_) => {
            let found = "a date without quotes";
            let accepted = "a date as text";
            log.error(value.range(), FormMistake::WrongType { found, accepted })
                .hint("put it in quotes");
            return None;
        }
        DeValue::Array(_) => {
            let members = value.items(log).into_iter();
            Given::List(
                members
                    .filter_map(|member| read_given(member, log))
                    .collect(),
            )
        }
        DeValue::Table(_) => {
            let parts = value.table(log)?.entries().into_iter();
            let part = |(key, value): (Spanned<String>, Value<'_>)| {
                Some((key.into_inner(), read_given(value, log)?))
            };
            Given::Record(parts.filter_map(part).collect())
        }
    })
}
