//! What a pack holds, as data: it stands in the pack itself, so that a later pack can be held against
//! it. It draws nothing and compares nothing.

use super::mistake::PackMistake;
use crate::page::content::Words;
use serde::{Deserialize, Serialize};

/// The version of the data.
pub(super) const FORMAT: u8 = 1;

/// Where the data begins in a pack. What is said in a text is escaped, so no text can hold it.
pub(super) const BEGINS: &str = "<script type=\"application/json\" id=\"pack-data\">";

/// Where it ends.
const ENDS: &str = "</script>";

/// What a pack holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackData {
    /// The version of the data.
    pub format: u8,
    /// The registry's number of the trial.
    pub trial: String,
    /// The day of the pack, such as `2026-11-22`.
    pub on: String,
    /// The day of the registry record's last update.
    pub record_date: String,
    /// The version of questions and rules, as codes carry it.
    pub version: String,
    /// The SHA-256 of the trial file.
    pub trial_hash: String,
    /// The SHA-256 of what the trial file says, as its review names it.
    pub content_hash: String,
    /// The SHA-256 of the page's own words.
    pub words_hash: String,
    /// The version of this program.
    pub program: String,
    /// Its parts, in order.
    pub parts: Vec<PackPart>,
}

/// One part of what a pack holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackPart {
    /// Its name, such as `words`.
    pub name: String,
    /// Its entries, in order; each key stands once.
    pub entries: Vec<PackEntry>,
}

/// One text under its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackEntry {
    /// Its key, such as `criterion.I2.plain`.
    pub key: String,
    /// What stands there.
    pub text: PackText,
}

/// A text, in one language or in both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PackText {
    /// A text that has no second language, such as a rule.
    One(String),
    /// A text for people.
    Both(Words),
}

impl PackEntry {
    /// A text under a key.
    pub(super) fn one(key: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            text: PackText::One(text.into()),
        }
    }
}

/// The version alone: other versions may hold other things.
#[derive(Deserialize)]
struct Format {
    format: u8,
}

impl PackData {
    /// The data that a pack holds.
    ///
    /// # Errors
    /// The file is no pack, or a pack of a format that this program does not read.
    pub fn read(html: &str) -> Result<Self, PackMistake> {
        let (_, after) = html.split_once(BEGINS).ok_or(PackMistake::NoPack)?;
        let (json, _) = after.split_once(ENDS).ok_or(PackMistake::NoPack)?;
        let no_data = |error: serde_json::Error| PackMistake::NoData(error.to_string());
        let Format { format } = serde_json::from_str(json).map_err(no_data)?;
        if format != FORMAT {
            return Err(PackMistake::OtherFormat(format));
        }
        serde_json::from_str(json).map_err(no_data)
    }

    /// The data as it stands in a pack: no text in it can end the element that it stands in.
    pub(super) fn written(&self) -> Result<String, PackMistake> {
        let json = serde_json::to_string(self);
        let json = json.map_err(|error| PackMistake::NoData(error.to_string()))?;
        let json = json.replace('<', "\\u003c").replace('>', "\\u003e");
        Ok(format!("{BEGINS}{json}{ENDS}"))
    }
}
