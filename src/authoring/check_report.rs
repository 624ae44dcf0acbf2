//! What `prescreen check --json` prints: everything that is said, with its place, for other programs.

use super::check::Loaded;
use super::diagnostic::Diagnostic;
use super::excerpt::line_and_column;
use serde_json::{Value, json};

/// What was checked and everything that is said: `{"trials": [{"nct_id", "criteria", "examples"}],
/// "diagnostics": [{"severity", "code", "path", "line", "column", "end_line", "end_column",
/// "message", "hints"}], "errors", "warnings"}`. Lines, and columns in characters, are counted from
/// 1; the end is the place after the last character. All four are null where a whole file is meant.
///
/// ```
/// use prescreen::authoring::{Diagnostic, Severity, Source, check_json};
/// let source = Source { path: "a.toml".into(), text: "a = 1\nwait = 3\n".into() };
/// let diagnostic = Diagnostic {
///     severity: Severity::Error,
///     code: "unknown-key",
///     source: source.into(),
///     range: Some(6..10),
///     message: "unknown key `wait`".into(),
///     hints: Vec::new(),
/// };
/// let json = check_json(&[], &[diagnostic]);
/// assert_eq!(json["errors"], 1);
/// assert_eq!(json["diagnostics"][0]["line"], 2);
/// assert_eq!(json["diagnostics"][0]["end_column"], 5);
/// ```
#[must_use]
pub fn check_json(loaded: &[Loaded], diagnostics: &[Diagnostic]) -> Value {
    let trials = loaded.iter().map(|trial| {
        json!({
            "nct_id": trial.content.trial.nct_id(),
            "criteria": trial.content.criteria.len(),
            "examples": trial.examples.len(),
        })
    });
    let errors = diagnostics.iter().filter(|said| said.is_error()).count();
    json!({
        "trials": trials.collect::<Vec<_>>(),
        "diagnostics": diagnostics.iter().map(diagnostic).collect::<Vec<_>>(),
        "errors": errors,
        "warnings": diagnostics.len() - errors,
    })
}

fn diagnostic(said: &Diagnostic) -> Value {
    let place = |at: usize| line_and_column(&said.source.text, at);
    let start = said.range.as_ref().map(|range| place(range.start));
    let end = said.range.as_ref().map(|range| place(range.end));
    json!({
        "severity": said.severity.name(),
        "code": said.code,
        "path": said.source.path,
        "line": start.map(|(line, _)| line),
        "column": start.map(|(_, column)| column),
        "end_line": end.map(|(line, _)| line),
        "end_column": end.map(|(_, column)| column),
        "message": said.message,
        "hints": said.hints,
    })
}
