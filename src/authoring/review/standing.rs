//! Where the review of a trial stands: the hash of its content, and who has signed exactly that. It
//! says nothing of what is wrong with a review file; `check_review` does.

use super::signature::Signature;
use super::{Log, path_of, read_content, read_earlier};
use std::path::Path;

/// The hash of a trial's content and the signatures that are of it. None where the file is no trial;
/// of a review that cannot be read, no signature counts.
pub(crate) fn standing(www: &Path, trial: &Path) -> Option<(String, Vec<Signature>)> {
    let content = read_content(&mut Log::read(trial))?;
    let path = path_of(www, &content.nct_id);
    let (earlier, wrong) = if path.exists() {
        read_earlier(&path, &content.nct_id)
    } else {
        (None, Vec::new())
    };
    let signed = earlier.filter(|_| wrong.is_empty());
    let signed = signed.map_or(Vec::new(), |review| review.signatures);
    let of_this = signed.into_iter().filter(|(of, _)| *of == content.hash);
    let signatures = of_this.map(|(_, signature)| signature).collect();
    Some((content.hash, signatures))
}
