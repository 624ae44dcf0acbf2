//! Mistakes in the page's own words. Facts only; their words are in `Display`, and nowhere else.

use super::diagnostic::Said;
use super::form::listed;
use std::fmt;

/// What is wrong with the page's own words.
pub(crate) enum PhraseMistake {
    /// A key of the page without words.
    Missing(String),
    /// Placeholders that are not the same in both languages.
    Placeholders {
        in_chinese: Vec<String>,
        in_english: Vec<String>,
    },
}

impl Said for PhraseMistake {
    // Long because it is flat: every mistake has its name here and nowhere else.
    fn code(&self) -> &'static str {
        match self {
            Self::Missing(_) => "missing-phrase",
            Self::Placeholders { .. } => "other-placeholders",
        }
    }
}

impl fmt::Display for PhraseMistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(key) => write!(out, "the words `{key}` are missing"),
            Self::Placeholders {
                in_chinese,
                in_english,
            } => write!(
                out,
                "the placeholders differ: `zh-Hans` has {}, `en` has {}",
                names(in_chinese),
                names(in_english)
            ),
        }
    }
}

fn names(names: &[String]) -> String {
    if names.is_empty() {
        "none".to_owned()
    } else {
        listed(names)
    }
}
