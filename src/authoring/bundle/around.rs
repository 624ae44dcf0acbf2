//! What stands around `check.html`: the pages that lead to it, the worker that keeps it for use
//! without a network, and the hashes by which others can tell that a file is the one that was built.

use super::mistake::BundleMistake;
use super::policy::hash;
use super::study::study_places;
use super::template::{as_texts, fill};
use super::{hex, name, script};
use crate::page::content::Content;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};
use std::fmt::Write;

/// The files that a device keeps for use without a network, where the site has them.
const KEPT: [&str; 3] = ["start.html", "check.html", "check-compat.html"];

/// What the pages around `check.html` are made of, besides the trial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around {
    /// `www/page.css`
    pub style: String,
    /// `www/start.js`
    pub start_script: String,
    /// `trial-prescreener.js` as it is delivered.
    pub element: Vec<u8>,
}

/// A page around `check.html`, from its template. It may name the trial, the contact, the style,
/// and what a policy and an `integrity` attribute need.
///
/// # Errors
/// A place that is not known, a script that would end early.
pub fn page(
    file: &'static str,
    template: &str,
    content: &Content,
    around: &Around,
) -> Result<String, BundleMistake> {
    let style = script::cut(&around.style);
    let start_script = script::closed("start.js", script::cut(&around.start_script))?;
    let own = [
        ("style_hash", hash(&style)),
        ("start_script_hash", hash(&start_script)),
        ("integrity", integrity(&around.element)),
        ("style", style),
        ("start_script", start_script),
    ];
    let study = study_places(content);
    let places: Vec<_> = study.iter().chain(&own).map(as_texts).collect();
    fill(file, template, &places)
}

/// `service-worker.js`, which names each file that it keeps with its hash, so that files of two
/// builds are never kept together.
///
/// # Errors
/// A place that is not known.
pub fn service_worker(template: &str, site: &[(String, Vec<u8>)]) -> Result<String, BundleMistake> {
    let mut files = String::new();
    for (file, bytes) in KEPT.iter().filter_map(|kept| find(site, kept)) {
        // A text can always be written to, and the quotes of a hash are those of a script too.
        writeln!(files, "  '{file}': {},", hash(bytes)).ok();
    }
    let version = name(&files);
    let places: [(&str, &str); 2] = [("files", &format!("\n{files}")), ("version", &version)];
    fill("service-worker.js", template, &places)
}

fn find<'a>(site: &'a [(String, Vec<u8>)], kept: &str) -> Option<&'a (String, Vec<u8>)> {
    site.iter().find(|(name, _)| name == kept)
}

/// The value of the `integrity` attribute of a script.
///
/// ```
/// use prescreen::authoring::bundle::integrity;
/// assert_eq!(integrity(b"").len(), "sha384-".len() + 64);
/// ```
#[must_use]
pub fn integrity(script: &[u8]) -> String {
    let digest = BASE64_STANDARD.encode(Sha384::digest(script));
    format!("sha384-{digest}")
}

/// `SHA256SUMS`, which `sha256sum -c` reads.
#[must_use]
pub fn sums(site: &[(String, Vec<u8>)]) -> String {
    let mut lines = String::new();
    for (name, bytes) in site {
        let hash = hex(&Sha256::digest(bytes));
        writeln!(lines, "{hash}  {name}").ok();
    }
    lines
}
