//! Files for the readers that read files: a folder of a trial's own for each of them, filled from the
//! good trial of the tests. It knows no reader.

use std::fs;
use std::path::{Path, PathBuf};

/// The good trial of the tests.
pub(crate) const TRIAL: &str = include_str!("../../tests/authoring/good/trials/nct00000001.toml");

/// Its record.
pub(crate) const RECORD: &str =
    include_str!("../../tests/authoring/good/registry/NCT00000001.json");

/// A folder with trials, records, words and reviews.
pub(crate) struct Place(PathBuf);

impl Place {
    /// A folder of this name that no other process has.
    pub(crate) fn new(name: &str) -> Self {
        // Tests have a folder of cargo's for what they write.
        let folder = option_env!("CARGO_TARGET_TMPDIR").map(PathBuf::from);
        let folder = folder.unwrap_or_else(std::env::temp_dir);
        let place = Self(folder.join(format!("prescreen-{name}-{}", std::process::id())));
        for inner in ["trials", "drafts", "registry", "words", "reviewed"] {
            fs::create_dir_all(place.path(inner)).expect("the folder is made");
        }
        place.write("trials/nct00000001.toml", TRIAL);
        place.write("registry/NCT00000001.json", RECORD);
        place
    }

    /// The folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    /// A file in it.
    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.0.join(file)
    }

    /// The good trial, or what was written in its place.
    pub(crate) fn trial(&self) -> PathBuf {
        self.path("trials/nct00000001.toml")
    }

    /// Writes a file.
    pub(crate) fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(file), bytes).expect("the file is written");
    }
}
