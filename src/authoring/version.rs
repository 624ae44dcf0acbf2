//! The version of a trial: which questions and rules a code was made with. Words may be mended
//! without a new one; whatever bears on a finding makes one.

use crate::engine::Trial;
use sha2::{Digest, Sha256};

/// The first 32 bits of the SHA-256 of the checked trial: its number, the record's last update,
/// the facts with kinds, values and gates, and the criteria with their rules; none of the words.
///
/// A trial that cannot be written as bytes has no version of its own: it cannot be built either.
pub(super) fn version(trial: &Trial) -> u32 {
    let bytes = postcard::to_allocvec(trial).unwrap_or_default();
    let hash = Sha256::digest(bytes);
    hash.iter()
        .take(4)
        .fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}
