//! `prescreen review`: takes down what was reviewed of a trial, and who signs it, in `www/reviewed`.

use super::inputs::{Stop, above_folder, day, latest_today};
use super::output::{print, say};
use prescreen::authoring::{self, Review, Signature, SignatureMistake};
use prescreen::engine::Date;
use std::path::PathBuf;
use std::process::ExitCode;
use std::{fs, io};

/// Takes down that a trial was reviewed, and by whom
///
/// `check` says what was changed since, text by text, and that a trial is a draft until somebody
/// has signed exactly what stands in it. Without a name the review is taken down unsigned: the
/// trial stays a draft. Signatures of earlier content are kept.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The trial file
    trial: PathBuf,
    /// The folder that holds `registry` and `reviewed`; the one above the trial's own folder if it is not named
    #[arg(long)]
    www: Option<PathBuf>,
    /// Who has read the trial and signs it
    #[arg(long, requires = "role", requires = "on")]
    name: Option<String>,
    /// What that person is, such as "study nurse"
    #[arg(long, requires = "name")]
    role: Option<String>,
    /// The day on which it was read, such as 2026-11-22; no later than today
    #[arg(long, value_name = "DAY", value_parser = day, requires = "name")]
    on: Option<Date>,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match take_down(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Said(code)) => ExitCode::from(code),
        Err(Stop::Output(error)) => {
            say(format_args!("error: the review cannot be written: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn take_down(arguments: &Arguments) -> Result<(), Stop> {
    let trial = &arguments.trial;
    if !trial.exists() {
        say(format_args!(
            "error: there is no trial file at `{}`",
            trial.display()
        ));
        return Err(Stop::Said(2));
    }
    let signature = signature(arguments).map_err(|mistake| {
        say(format_args!("error: {mistake}"));
        Stop::Said(2)
    })?;
    let www = arguments.www.clone().unwrap_or_else(|| above_folder(trial));
    let (review, diagnostics) = authoring::review(&www, trial, signature);
    for diagnostic in &diagnostics {
        say(diagnostic);
    }
    let review = review.ok_or(Stop::Said(1))?;
    write(&review)?;
    print(summary(&review))?;
    Ok(())
}

fn signature(arguments: &Arguments) -> Result<Option<Signature>, SignatureMistake> {
    match (&arguments.name, &arguments.role, arguments.on) {
        (Some(name), Some(role), Some(on)) => {
            let signature = Signature::new(name, role, on)?;
            signature.made(latest_today()).map(Some)
        }
        _ => Ok(None),
    }
}

fn write(review: &Review) -> io::Result<()> {
    if let Some(folder) = review.path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&review.path, &review.text)
}

/// Where the review is, how much it holds, and whether it is signed.
fn summary(review: &Review) -> String {
    let signed = match review.signatures {
        0 => "not signed: the trial is a draft".to_owned(),
        1 => "1 signature".to_owned(),
        count => format!("{count} signatures"),
    };
    format!(
        "{}: {} texts in two languages, {} other keys, content {}; {signed}",
        review.path.display(),
        review.texts,
        review.others,
        review.content
    )
}
