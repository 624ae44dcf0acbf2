//! `prescreen import`: a registry record becomes the draft of a trial, with the record beside it.
//! Files that are there already are left alone.

use super::output::{print, say, say_failed};
use prescreen::authoring::{Chosen, Diagnostic, Draft, import};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Makes the draft of a trial from a registry record
#[derive(clap::Args)]
#[command(after_help = "\
Example: prescreen import ~/Downloads/NCT07338357.json

Writes trials/nct….toml, the draft, and registry/NCT….json, the record that it is checked with, to the letter.
Every criterion of the record's text is in the draft; ages and sex have rules; empty texts are the author's to
fill in, and `prescreen check` lists them. Warnings name what a person must look at. A file that is there
already is never written over.
Reads JSON of the registry's site or its API: one study, a list, or {\"studies\": […]}.
Exit codes: 0 done, 1 problems found, 2 wrong use.")]
pub(crate) struct Arguments {
    /// The record, as the registry's site or its API gives it
    #[arg(value_name = "RECORD.json")]
    record: PathBuf,
    /// The study to import, where the file has several; all of them if none is named
    #[arg(long, value_name = "NCT…")]
    nct: Option<String>,
    /// The folder that holds `trials` and `registry`; `-` prints the drafts and writes nothing
    #[arg(
        long,
        visible_alias = "www",
        value_name = "FOLDER|-",
        default_value = "www"
    )]
    out: PathBuf,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    if !arguments.record.exists() {
        let place = arguments.record.display();
        say(format_args!("error: there is no record at `{place}`"));
        return ExitCode::from(2);
    }
    let chosen = arguments.nct.as_deref().map_or(Chosen::All, Chosen::One);
    let (drafts, said) = import(&arguments.record, chosen);
    for diagnostic in &said {
        say(diagnostic);
    }
    if said.iter().any(Diagnostic::is_error) {
        return ExitCode::FAILURE;
    }
    let done = if arguments.out == Path::new("-") {
        drafts
            .iter()
            .try_for_each(|draft| print(draft.trial.trim_end()))
    } else {
        write_all(&arguments.out, &drafts)
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say_failed(&error);
            ExitCode::FAILURE
        }
    }
}

/// Writes the drafts with their records, or none of them if one of the files is there already.
fn write_all(folder: &Path, drafts: &[Draft]) -> io::Result<()> {
    let files: Vec<_> = drafts
        .iter()
        .flat_map(|draft| files(folder, draft))
        .collect();
    let there = files.iter().filter(|(path, _)| path.exists());
    let there: Vec<_> = there
        .map(|(path, _)| format!("`{}`", path.display()))
        .collect();
    if !there.is_empty() {
        let message = format!(
            "{} is there already, and nothing was written; move it away, or name another folder with `--out`",
            there.join(", ")
        );
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
    }
    for (path, text) in files {
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        File::create_new(&path)?.write_all(text.as_bytes())?;
        print(format_args!("wrote {}", path.display()))?;
    }
    Ok(())
}

fn files<'a>(folder: &Path, draft: &'a Draft) -> [(PathBuf, &'a str); 2] {
    let trial = format!("{}.toml", draft.nct_id.to_lowercase());
    let record = format!("{}.json", draft.nct_id);
    [
        (folder.join("trials").join(trial), draft.trial.as_str()),
        (folder.join("registry").join(record), draft.record.as_str()),
    ]
}
