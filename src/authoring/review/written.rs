//! Writing a review file: the same content and signatures give the same bytes.

use super::Content;
use super::content::{Entry, Hashed};
use super::signature::Signature;
use crate::engine::Iso;
use crate::page::content::Language;
use std::path::Path;

/// The text of the review of a trial file.
pub(super) fn written(content: &Content, trial: &Path, signed: &[(String, Signature)]) -> String {
    let name = trial.file_name().unwrap_or_default().to_string_lossy();
    let head = format!(
        "# What was reviewed of the trial file {name}, as hashes; written by `prescreen review`.\n\
         # `prescreen check` says what was changed since. While no signature stands here with the\n\
         # content of the trial as it is, the trial is a draft. A signature is a record that people\n\
         # keep, no proof.\n\n\
         format = 1\nnct_id = {}\ncontent = \"{}\"\n",
        quoted(&content.nct_id),
        content.hash
    );
    let signatures: Vec<_> = signed
        .iter()
        .map(|(of, signature)| signature_table(of, signature))
        .collect();
    let (texts, others) = (
        lines(&content.entries, words),
        lines(&content.entries, other),
    );
    format!(
        "{head}{}\n[texts]\n{texts}\n[others]\n{others}",
        signatures.concat()
    )
}

fn signature_table(of: &str, signature: &Signature) -> String {
    format!(
        "\n[[signature]]\nname = {}\nrole = {}\non = \"{}\"\ncontent = \"{of}\"\n",
        quoted(&signature.name),
        quoted(&signature.role),
        Iso(signature.on)
    )
}

/// A line for each part that has one, sorted by the path.
fn lines(entries: &[Entry], line: fn(&Hashed) -> Option<String>) -> String {
    let lines = entries.iter().filter_map(|entry| {
        let hashes = line(&entry.value)?;
        Some((&entry.path, format!("{} = {hashes}\n", quoted(&entry.path))))
    });
    let mut lines: Vec<_> = lines.collect();
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect()
}

fn words(hashed: &Hashed) -> Option<String> {
    let Hashed::Words(pair) = hashed else {
        return None;
    };
    let pairs = Language::ALL.iter().zip(pair);
    let pairs: Vec<_> = pairs
        .map(|(language, hash)| format!("{} = \"{hash}\"", language.tag()))
        .collect();
    Some(format!("{{ {} }}", pairs.join(", ")))
}

fn other(hashed: &Hashed) -> Option<String> {
    match hashed {
        Hashed::Words(_) => None,
        Hashed::Other(hash) => Some(format!("\"{hash}\"")),
    }
}

/// A text as TOML writes it in one line.
fn quoted(text: &str) -> String {
    let letters = text.chars().map(|letter| match letter {
        '"' | '\\' => format!("\\{letter}"),
        letter if letter.is_control() => format!("\\u{:04X}", u32::from(letter)),
        letter => letter.to_string(),
    });
    let letters: Vec<_> = letters.collect();
    format!("\"{}\"", letters.concat())
}
