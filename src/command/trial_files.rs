//! The trials of a folder: what stands for them where none is named.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// The trial files of a folder, in the order of their names.
pub(crate) fn trial_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let paths = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    let mut trials: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    trials.sort();
    Ok(trials)
}
