//! Why a page cannot be bundled.

use core::fmt;

/// What is wrong with the parts of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BundleMistake {
    /// A template has a place for something that is not there.
    UnknownPlace {
        /// The file.
        file: &'static str,
        /// The place, as named in it.
        place: String,
    },
    /// A script holds a text at which an HTML parser would end it.
    EndsEarly {
        /// The file.
        file: &'static str,
        /// The text.
        text: &'static str,
    },
    /// The content cannot be written as bytes.
    Content,
}

impl fmt::Display for BundleMistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownPlace { file, place } => {
                write!(
                    out,
                    "`{file}` has a place `{{{{{place}}}}}` that nothing fills"
                )
            }
            Self::EndsEarly { file, text } => write!(
                out,
                "`{file}` holds `{text}`, at which a browser would end the script"
            ),
            Self::Content => write!(out, "the content cannot be written as bytes"),
        }
    }
}

impl core::error::Error for BundleMistake {}
