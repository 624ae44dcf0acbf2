//! The review of a trial: what a person has looked at, and who has signed it. A file in
//! `www/reviewed` holds it as hashes; `check` tells what was changed since, and that a trial is a
//! draft until somebody has signed exactly what stands in it. A signature is a record that people
//! keep, no proof: whoever can write the file can write a name.

mod changes;
mod content;
mod file;
mod hash;
mod mistake;
mod signature;
mod standing;
mod written;

use super::check::load_trial;
use super::diagnostic::{Diagnostic, Log, Severity};
use super::document::Table;
use super::syntax::parse;
use content::{Entry, entries};
use file::{ReviewFile, read_review};
use mistake::ReviewMistake;
pub use signature::{Signature, SignatureMistake};
pub(crate) use standing::standing;
use std::path::{Path, PathBuf};

/// A review that can be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Where it belongs: `reviewed/nct….toml` below `www`.
    pub path: PathBuf,
    /// The text of the file.
    pub text: String,
    /// The SHA-256 of the trial's content, in hexadecimal digits.
    pub content: String,
    /// How many texts for people it holds, each in both languages.
    pub texts: usize,
    /// How many other keys it holds.
    pub others: usize,
    /// How many people have signed this content.
    pub signatures: usize,
}

/// What a trial file holds, as a review sees it.
struct Content {
    nct_id: String,
    hash: String,
    entries: Vec<Entry>,
}

/// Takes down a trial as reviewed, with a signature if somebody signs it. Signatures that an
/// earlier review holds are kept: each says which content it is of.
///
/// There is no review of a trial that does not load, or in the place of a file that cannot be
/// read; what is wrong is said then.
///
/// ```
/// # use std::path::Path;
/// let www = Path::new("tests/authoring/good");
/// let trial = www.join("trials/nct00000001.toml");
/// let (review, _) = prescreen::authoring::review(www, &trial, None);
/// let review = review.unwrap();
/// assert!(review.path.ends_with("reviewed/nct00000001.toml"));
/// assert_eq!(review.signatures, 0);
/// ```
#[must_use]
pub fn review(
    www: &Path,
    trial: &Path,
    signature: Option<Signature>,
) -> (Option<Review>, Vec<Diagnostic>) {
    let (loaded, mut said) = load_trial(www, trial, Vec::new());
    let content = loaded.and_then(|_| read_content(&mut Log::read(trial)));
    let Some(content) = content else {
        return (None, said);
    };
    let path = path_of(www, &content.nct_id);
    let mut signed = Vec::new();
    if path.exists() {
        let (earlier, wrong) = read_earlier(&path, &content.nct_id);
        let Some(earlier) = earlier.filter(|_| wrong.is_empty()) else {
            said.extend(wrong);
            return (None, said);
        };
        signed = earlier.signatures;
    }
    if let Some(signature) = signature {
        signature.put(&content.hash, &mut signed);
    }
    let text = written::written(&content, trial, &signed);
    let is_text = |entry: &&Entry| matches!(entry.value, content::Hashed::Words(_));
    let texts = content.entries.iter().filter(is_text).count();
    let review = Review {
        path,
        text,
        texts,
        others: content.entries.len() - texts,
        signatures: signed.iter().filter(|(of, _)| *of == content.hash).count(),
        content: content.hash,
    };
    (Some(review), said)
}

/// Compares a trial that loads with its review: what was changed since, and whether it is signed.
/// All of it are warnings: the page goes on. Of a file that is not a trial nothing is said here.
///
/// ```
/// # use std::path::Path;
/// let www = Path::new("tests/authoring/good");
/// let said = prescreen::authoring::check_review(www, &www.join("trials/nct00000001.toml"));
/// assert_eq!(said[0].message, "the trial is a draft: nobody has signed this content");
/// ```
#[must_use]
pub fn check_review(www: &Path, trial: &Path) -> Vec<Diagnostic> {
    let mut log = Log::read(trial);
    let Some(content) = read_content(&mut log) else {
        return Vec::new();
    };
    let path = path_of(www, &content.nct_id);
    if !path.exists() {
        changes::say_draft(&content, &[], &mut log);
        return log.into_sorted();
    }
    let (earlier, mut said) = read_earlier(&path, &content.nct_id);
    for one in &mut said {
        one.severity = Severity::Warning;
    }
    match earlier {
        Some(earlier) if said.is_empty() => changes::say_changes(&content, &earlier, &mut log),
        _ => changes::say_draft(&content, &[], &mut log),
    }
    said.extend(log.into_sorted());
    said
}

fn path_of(www: &Path, nct_id: &str) -> PathBuf {
    let name = format!("{}.toml", nct_id.to_lowercase());
    www.join("reviewed").join(name)
}

/// What a trial file holds; none of a file whose syntax or number is broken.
fn read_content(log: &mut Log) -> Option<Content> {
    let source = log.source();
    let document = parse(&source.text, log)?;
    let mut root = Table::root(&document);
    let nct_id = root.get("nct_id")?.registry_number(log)?.into_inner();
    Some(Content {
        nct_id,
        hash: hash::of_content(&root),
        entries: entries(&root),
    })
}

/// The review file, and what is wrong with it.
fn read_earlier(path: &Path, nct_id: &str) -> (Option<ReviewFile>, Vec<Diagnostic>) {
    let mut log = Log::read(path);
    let source = log.source();
    let file = if log.has_errors() {
        None
    } else {
        read_review(&source.text, &mut log)
    };
    let other = file.as_ref().and_then(|file| file.nct_id.as_ref());
    if let Some(other) = other.filter(|other| other.get_ref() != nct_id) {
        let (found, expected) = (other.get_ref().clone(), nct_id.to_owned());
        log.error(other.span(), ReviewMistake::OtherTrial { found, expected });
    }
    let mut said = log.into_sorted();
    for one in said.iter_mut().take(1) {
        one.hint("mend the file, or take it away and review the trial again");
    }
    (file, said)
}
