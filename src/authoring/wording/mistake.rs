//! Mistakes in words for people. Facts only; their words are in `Display`, and nowhere else.

use crate::authoring::diagnostic::Said;
use std::fmt;

/// What is wrong with a text for people.
pub(crate) enum WordingMistake {
    /// A text that is still to be written.
    ToBeWritten(String),
    /// A claim, a verdict, pressure or a reproach.
    Banned(&'static str),
    /// One text for both languages.
    SameInBoth,
    /// A Chinese text without a Chinese character.
    NotChinese,
    /// A Chinese character in an English text.
    ChineseInEnglish(char),
    /// A question about something that is never asked.
    NeverAsked {
        matter: &'static str,
        sign: &'static str,
        because: &'static str,
    },
    /// A word of the registry that does not decide, and that nobody has read.
    Vague {
        sign: &'static str,
        because: &'static str,
    },
}

impl Said for WordingMistake {
    fn code(&self) -> &'static str {
        match self {
            Self::ToBeWritten(_) => "words-to-be-written",
            Self::Banned(_) => "banned-words",
            Self::SameInBoth => "same-in-both-languages",
            Self::NotChinese => "no-chinese-in-chinese",
            Self::ChineseInEnglish(_) => "chinese-in-english",
            Self::NeverAsked { .. } => "never-asked",
            Self::Vague { .. } => "vague-word",
        }
    }
}

impl fmt::Display for WordingMistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ToBeWritten(found) => {
                write!(
                    out,
                    "found `{found}`, accepted is a text that says something"
                )
            }
            Self::Banned(word) => write!(
                out,
                "found `{word}`: a claim, a verdict, pressure or a reproach never stands in words for families"
            ),
            Self::SameInBoth => write!(out, "the text is the same in `zh-Hans` and `en`"),
            Self::NotChinese => write!(out, "found no Chinese character in `zh-Hans`"),
            Self::ChineseInEnglish(found) => write!(out, "found the character `{found}` in `en`"),
            Self::NeverAsked {
                matter,
                sign,
                because,
            } => write!(
                out,
                "found `{}`, and no question touches {matter}: {because}",
                sign.trim_end_matches('*')
            ),
            Self::Vague { sign, because } => write!(
                out,
                "no reading covers `{sign}` in the registry's words: {because}"
            ),
        }
    }
}
