//! The version of a trial: which questions and rules a code was made with. Words may be mended
//! without a new one; whatever bears on a finding makes one.

use crate::engine::TrialDefinition;
use sha2::{Digest, Sha256};

/// The first 32 bits of the SHA-256 of the trial as defined: its number, the record's last update,
/// the facts with kinds, values and gates, and the criteria with their rules; none of the words.
///
/// # Errors
/// The trial cannot be written as bytes: no number would tell it from others.
pub(super) fn version(definition: &TrialDefinition) -> postcard::Result<u32> {
    let hash = Sha256::digest(postcard::to_allocvec(definition)?);
    let bytes = hash.iter().take(4);
    Ok(bytes.fold(0, |sum, byte| sum << 8 | u32::from(*byte)))
}
