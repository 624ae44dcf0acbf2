//! `prescreen screen`: answers in, findings out. One person is one JSON value; otherwise each line
//! is one person, and a refused line does not keep the others from being screened.

use super::ended::{Refused, end, say_mistakes};
use super::inputs::{Stop, TrialFile, accept_text, day, open_answers, today_here};
use super::output::{print, say};
use super::screen_lines::screen_lines;
use prescreen::authoring::{CodeReport, code_refusal_json, refusal_json};
use prescreen::coded::decode;
use prescreen::engine::{Date, Report, Trial};
use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Compares answers with the criteria of a trial
#[derive(clap::Args)]
#[command(after_help = "\
Examples: prescreen screen www/trials/nct07338357.toml answers.json --on 2026-11-22 --json
          prescreen screen www/trials/nct07338357.toml --code PS1-NCT07338357-…

An answers file is one JSON object, such as {\"diagnosis\": \"aml\", \"weight\": {\"value\": 31.5, \"unit\": \"kg\"}};
null is \"I don't know\", a missing key is not answered. A file with one object a line gives one line each, in its order; a refused one has its number in line.
A code names its day and holds the answers, which are printed beside the result; of the birth the age in
completed years and what a rule tells apart; in the year before the age limit also the last day that fits,
which may tell the birth date. So it does not tell when time changes the verdict (may_change_on, holds_until).
Exit codes: 0 whatever the verdict, 1 if anything was refused, 2 wrong use.")]
pub(crate) struct Arguments {
    #[command(flatten)]
    trial: TrialFile,
    /// The answers file, or - for standard input
    #[arg(required_unless_present = "code")]
    answers: Option<PathBuf>,
    /// The day of the check, such as 2026-11-22; today by the clock of this machine if it is not named
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Date>,
    /// The code that the page shows for the answers, instead of a file; case, spaces and line ends do not count
    #[arg(long, conflicts_with_all = ["answers", "on"])]
    code: Option<String>,
    /// Print JSON; lines are always printed as JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    end(match (&arguments.code, &arguments.answers) {
        (Some(code), None) => screen_code(arguments, code),
        (None, Some(answers)) => screen(arguments, answers),
        // The arguments are declared so that these are refused before they come here.
        (Some(_), Some(_)) | (None, None) => {
            say("error: name either an answers file or a code");
            Err(Stop::Said(2))
        }
    })
}

/// Screens the answers of a code, on the day that it names.
fn screen_code(arguments: &Arguments, code: &str) -> Result<Refused, Stop> {
    let content = arguments.trial.load()?;
    match decode(&content.trial, content.version, code) {
        Ok(accepted) => {
            let report = CodeReport::of(&content.trial, &accepted);
            let report =
                report.ok_or_else(|| io::Error::other("the answers are of another trial"))?;
            if arguments.json {
                print(serde_json::to_string(&report).map_err(io::Error::from)?)?;
            } else {
                print(report)?;
            }
            Ok(Refused::Nothing)
        }
        Err(mistake) => {
            if arguments.json {
                print(code_refusal_json(&mistake))?;
            } else {
                say(format_args!("error: `code`: {mistake}"));
            }
            Ok(Refused::Something)
        }
    }
}

fn screen(arguments: &Arguments, answers: &Path) -> Result<Refused, Stop> {
    let trial = arguments.trial.load()?.trial;
    let today = arguments.on.map_or_else(today_here, Ok)?;
    let mut input = open_answers(answers)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut first = Vec::new();
    while first.iter().all(u8::is_ascii_whitespace) && input.read_until(b'\n', &mut first)? > 0 {}
    if first.iter().all(u8::is_ascii_whitespace) {
        say("note: the input holds no answers, so nothing was screened");
        return Ok(Refused::Nothing);
    }
    let refused = if is_json(&first) {
        let mut second = Vec::new();
        while second.iter().all(u8::is_ascii_whitespace)
            && input.read_until(b'\n', &mut second)? > 0
        {}
        if second.iter().all(u8::is_ascii_whitespace) {
            screen_one(&trial, today, &first, arguments.json, &mut out)?
        } else {
            // A first line ends in a line end where there is a second.
            let input = first.chain(&second[..]).chain(input);
            screen_lines(&trial, today, input, &mut out)?
        }
    } else {
        // A value over several lines, or a malformed first line: only the whole can tell.
        input.read_to_end(&mut first)?;
        if is_json(&first) {
            screen_one(&trial, today, &first, arguments.json, &mut out)?
        } else {
            screen_lines(&trial, today, &first[..], &mut out)?
        }
    };
    out.flush()?;
    Ok(refused)
}

fn is_json(text: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(text).is_ok()
}

fn screen_one(
    trial: &Trial,
    today: Date,
    text: &[u8],
    json: bool,
    out: &mut impl Write,
) -> io::Result<Refused> {
    match accept_text(trial, text, today) {
        Ok(accepted) => {
            let report = Report::of(trial, &accepted);
            if json {
                writeln!(out, "{}", serde_json::to_string(&report)?)?;
            } else {
                writeln!(out, "{report}")?;
            }
            Ok(Refused::Nothing)
        }
        Err(mistakes) => {
            if json {
                writeln!(out, "{}", refusal_json(&mistakes))?;
            } else {
                say_mistakes(&mistakes);
            }
            Ok(Refused::Something)
        }
    }
}
