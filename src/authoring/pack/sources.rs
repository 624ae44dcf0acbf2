//! What a pack is made of: the trial as it was loaded, its file as it is written, and the styles.
//! It reads files, and says which one is missing; it makes nothing of them.

use super::mistake::PackMistake;
use super::written::{Written, WrittenCriterion};
use crate::authoring::bundle::hex;
use crate::authoring::review::standing;
use crate::authoring::{Diagnostic, Loaded, Signature, load};
use sha2::{Digest, Sha256};
use std::path::Path;

/// What a pack is made of.
pub struct Sources {
    pub(super) loaded: Loaded,
    pub(super) written: Written,
    /// The SHA-256 of the trial file.
    pub(super) trial_hash: String,
    /// The SHA-256 of what the trial file says, as its review names it.
    pub(super) content_hash: String,
    /// Who has signed exactly that.
    pub(super) signatures: Vec<Signature>,
    /// The SHA-256 of the page's own words.
    pub(super) words_hash: String,
    /// `www/style.css`
    pub(super) page_style: String,
    /// `www/pack.css`
    pub(super) pack_style: String,
}

impl Sources {
    /// Reads and checks a trial with its record and the page's words and style, below `www`.
    ///
    /// # Errors
    /// A file that is not there, a trial that does not load. What is wrong with the trial, and what
    /// a person should look at, is said in the diagnostics.
    pub fn read(www: &Path, trial: &Path) -> (Result<Self, PackMistake>, Vec<Diagnostic>) {
        let (loaded, said) = load(www, trial);
        let loaded = loaded.ok_or_else(|| PackMistake::DoesNotLoad(trial.display().to_string()));
        (
            loaded.and_then(|loaded| Self::around(loaded, www, trial)),
            said,
        )
    }

    fn around(loaded: Loaded, www: &Path, trial: &Path) -> Result<Self, PackMistake> {
        let file = text(trial)?;
        let written = toml::from_str(&file);
        let (content_hash, signatures) = standing(www, trial).unwrap_or_default();
        Ok(Self {
            loaded,
            content_hash,
            signatures,
            written: written.map_err(|error| PackMistake::NotForPeople(error.to_string()))?,
            trial_hash: hex(&Sha256::digest(file)),
            words_hash: hex(&Sha256::digest(text(&www.join("words/page.toml"))?)),
            page_style: text(&www.join("style.css"))?,
            pack_style: text(&www.join("pack.css"))?,
        })
    }

    /// A criterion as it is written.
    pub(super) fn criterion(&self, id: &str) -> Option<&WrittenCriterion> {
        self.written.criterion.iter().find(|each| each.id == id)
    }
}

fn text(path: &Path) -> Result<String, PackMistake> {
    std::fs::read_to_string(path).map_err(|error| PackMistake::Unreadable {
        path: path.display().to_string(),
        error: error.to_string(),
    })
}
