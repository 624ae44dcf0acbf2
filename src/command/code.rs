//! `prescreen code`: the answers of one person as the code that the page shows for them.

use super::ended::{Refused, end, say_mistakes};
use super::inputs::{Stop, TrialFile, accept_text, day, open_answers, today_here};
use super::output::print;
use prescreen::coded::encode;
use prescreen::engine::Date;
use std::io::Read;
use std::path::PathBuf;
use std::process::ExitCode;

/// Writes the answers of one person as the code that the page shows for them
#[derive(clap::Args)]
#[command(after_help = "\
Example: prescreen code www/trials/nct07338357.toml answers.json --on 2026-11-22

The code holds the trial, the day and every answer; of the birth the age in completed years and what a rule
tells apart; in the year before the age limit also the last day that fits, which may tell the birth date.
`prescreen screen TRIAL --code CODE` reads it.
Exit codes: 0 done, 1 if anything was refused, 2 wrong use.")]
pub(crate) struct Arguments {
    #[command(flatten)]
    trial: TrialFile,
    /// The answers file, one JSON object, or - for standard input
    answers: PathBuf,
    /// The day of the check, such as 2026-11-22; today by the clock of this machine if it is not named
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Date>,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    end(code(arguments))
}

fn code(arguments: &Arguments) -> Result<Refused, Stop> {
    let content = arguments.trial.load()?;
    let today = arguments.on.map_or_else(today_here, Ok)?;
    let mut text = Vec::new();
    open_answers(&arguments.answers)?.read_to_end(&mut text)?;
    match accept_text(&content.trial, &text, today) {
        Ok(accepted) => {
            print(encode(&content.trial, content.version, &accepted))?;
            Ok(Refused::Nothing)
        }
        Err(mistakes) => {
            say_mistakes(&mistakes);
            Ok(Refused::Something)
        }
    }
}
