//! What an author is told: a message, the place it is about, and hints that can be followed.
//! It prints like a compiler's message, with the line of the source and a caret below.

use super::excerpt::Excerpt;
use super::file_mistake::FileMistake;
use super::nearest::nearest;
use crate::engine::OneLine;
use std::fmt;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// A file that was read, or should have been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its path, as given.
    pub path: String,
    /// Its text; empty if it could not be read.
    pub text: String,
}

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The trial does not load.
    Error,
    /// The trial loads; a person should look.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A mistake that can be said: the words are its `Display`.
pub(crate) trait Said: fmt::Display {
    /// The name of the rule, as `docs/check.md` lists it.
    fn code(&self) -> &'static str;
}

/// One thing that an author is told.
///
/// ```
/// use prescreen::authoring::{Diagnostic, Severity, Source};
/// let source = Source { path: "a.toml".into(), text: "wait = 3\n".into() };
/// let diagnostic = Diagnostic {
///     severity: Severity::Error,
///     code: "unknown-key",
///     source: source.into(),
///     range: Some(0..4),
///     message: "unknown key `wait`".into(),
///     hints: vec!["did you mean `weight`?".into()],
/// };
/// assert_eq!(diagnostic.to_string(), "\
/// error[unknown-key]: unknown key `wait`
///  --> a.toml:1:1
///   |
/// 1 | wait = 3
///   | ^^^^
///   hint: did you mean `weight`?
/// ");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// The name of the rule, which stays the same where the words change: `docs/check.md` lists
    /// all of them.
    pub code: &'static str,
    /// The file it is about.
    pub source: Arc<Source>,
    /// The bytes it is about; none if it is about the whole file.
    pub range: Option<Range<usize>>,
    /// What was found, and what is accepted.
    pub message: String,
    /// What to do.
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// Whether the trial does not load because of it.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Adds "did you mean" if one of the accepted names is near.
    pub(crate) fn suggest<'a>(&mut self, found: &str, accepted: impl IntoIterator<Item = &'a str>) {
        if let Some(name) = nearest(found, accepted) {
            self.hints
                .push(format!("did you mean `{}`?", OneLine(name)));
        }
    }

    /// Adds a hint.
    pub(crate) fn hint(&mut self, hint: &str) {
        self.hints.push(hint.to_owned());
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = self.severity.name();
        writeln!(out, "{severity}[{}]: {}", self.code, self.message)?;
        match &self.range {
            Some(range) => Excerpt::new(&self.source, range.clone()).fmt(out)?,
            None => writeln!(out, " --> {}", self.source.path)?,
        }
        for hint in &self.hints {
            writeln!(out, "  hint: {hint}")?;
        }
        Ok(())
    }
}

/// Collects what is said about one file.
pub(crate) struct Log {
    source: Arc<Source>,
    diagnostics: Vec<Diagnostic>,
}

impl Log {
    /// Nothing said yet.
    pub(crate) fn new(source: Arc<Source>) -> Self {
        Self {
            source,
            diagnostics: Vec::new(),
        }
    }

    /// Reads a file; what cannot be read is empty, and said.
    pub(crate) fn read(path: &Path) -> Self {
        let name = path.display().to_string();
        let bytes = std::fs::read(path);
        let text = bytes.as_deref().map_or("".into(), String::from_utf8_lossy);
        let mut log = Self::new(Arc::new(Source {
            path: name,
            text: text.into_owned(),
        }));
        match bytes.as_deref().map(str::from_utf8) {
            Err(error) => _ = log.error(None, FileMistake::Unreadable(error.to_string())),
            Ok(Err(error)) => {
                let at = error.valid_up_to();
                log.error(at..at + 1, FileMistake::NotText);
            }
            Ok(Ok(_)) => {}
        }
        log
    }

    /// The file.
    pub(crate) fn source(&self) -> Arc<Source> {
        self.source.clone()
    }

    /// Says a mistake.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a mistake is made to be said"
    )]
    pub(crate) fn error(
        &mut self,
        range: impl Into<Option<Range<usize>>>,
        mistake: impl Said,
    ) -> &mut Diagnostic {
        self.say(Severity::Error, range.into(), &mistake)
    }

    /// Says what a person should look at.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a mistake is made to be said"
    )]
    pub(crate) fn warning(
        &mut self,
        range: impl Into<Option<Range<usize>>>,
        mistake: impl Said,
    ) -> &mut Diagnostic {
        self.say(Severity::Warning, range.into(), &mistake)
    }

    fn say(
        &mut self,
        severity: Severity,
        range: Option<Range<usize>>,
        mistake: &dyn Said,
    ) -> &mut Diagnostic {
        let at = self.diagnostics.len();
        self.diagnostics.push(Diagnostic {
            severity,
            code: mistake.code(),
            source: self.source.clone(),
            range,
            message: OneLine(&mistake.to_string()).to_string(),
            hints: Vec::new(),
        });
        &mut self.diagnostics[at]
    }

    /// Adds a hint to what was said last.
    pub(crate) fn hint(&mut self, hint: &str) {
        if let Some(said) = self.diagnostics.last_mut() {
            said.hint(hint);
        }
    }

    /// Takes back a mistake of which something else that was said is the cause.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a mistake is made to be said, as here it was"
    )]
    pub(crate) fn take_back(&mut self, range: Option<Range<usize>>, mistake: impl Said) {
        let (code, message) = (mistake.code(), mistake.to_string());
        self.diagnostics
            .retain(|said| (said.code, &said.range, &said.message) != (code, &range, &message));
    }

    /// Whether a mistake was said.
    pub(crate) fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// How much was said.
    pub(crate) fn len(&self) -> usize {
        self.diagnostics.len()
    }

    /// What was said, in the order of the file.
    pub(crate) fn into_sorted(self) -> Vec<Diagnostic> {
        let mut diagnostics = self.diagnostics;
        diagnostics.sort_by_key(|said| said.range.as_ref().map(|range| range.start));
        diagnostics
    }
}
