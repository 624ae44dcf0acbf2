//! The Content Security Policy of the two documents. It allows the scripts and styles that stand
//! in the file, each by its hash, WebAssembly, and nothing else.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// Which of the two documents a policy is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// The outer document, which its own frame inherits the policy of.
    Shell,
    /// The document in the frame.
    App,
}

/// What a document computes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Computes {
    /// WebAssembly, which a policy has to allow.
    WebAssembly,
    /// A script like any other.
    JavaScript,
}

/// The policy of a document that runs these scripts and wears these styles.
///
/// `frame-src 'none'` leaves the frame alone whose document stands in the shell's markup; what it
/// stops is that frame going anywhere else, the one way out that a policy of its own leaves it.
#[must_use]
pub fn policy(frame: Frame, computes: Computes, scripts: &[&str], styles: &[&str]) -> String {
    let wasm = match computes {
        Computes::WebAssembly => " 'wasm-unsafe-eval'",
        Computes::JavaScript => "",
    };
    let mut policy = format!(
        "default-src 'none'; script-src {}{wasm}; style-src {}; img-src data:; \
         connect-src 'none'; form-action 'none'; base-uri 'none'; frame-src 'none'",
        hashes(scripts),
        hashes(styles)
    );
    if frame == Frame::App {
        policy.push_str("; require-trusted-types-for 'script'; trusted-types 'none'");
    }
    policy
}

/// The hash of a script, a style or a file as a policy names it, with its quotes.
#[must_use]
pub fn hash(bytes: impl AsRef<[u8]>) -> String {
    let digest = BASE64_STANDARD.encode(Sha256::digest(bytes));
    format!("'sha256-{digest}'")
}

fn hashes(texts: &[&str]) -> String {
    let hashes: Vec<_> = texts.iter().map(hash).collect();
    hashes.join(" ")
}
