//! `prescreen screen`: answers in, findings out. One person is one JSON value; otherwise each line
//! is one person, and a refused line does not keep the others from being screened.

use super::output::{say, say_failed};
use prescreen::authoring::{self, read_json_answers, refusal_json};
use prescreen::engine::{Date, GivenMistake, PartialDate, Report, Trial, accept_given};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Compares answers with the criteria of a trial
#[derive(clap::Args)]
#[command(after_help = "\
Example: prescreen screen www/trials/nct07338357.toml answers.json --on 2026-11-22 --json

An answers file is one JSON object, such as {\"diagnosis\": \"aml\", \"weight\": {\"value\": 31.5, \"unit\": \"kg\"}};
null is \"I don't know\", a missing key is not answered. A file with one object a line gives one line each.
Exit codes: 0 whatever the verdict, 1 if anything was refused, 2 wrong use.")]
pub(crate) struct Arguments {
    /// The trial file
    trial: PathBuf,
    /// The answers file, or - for standard input
    answers: PathBuf,
    /// The day of the check, such as 2026-11-22; today by the clock of this machine if it is not named
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Date>,
    /// Print JSON; lines are always printed as JSON
    #[arg(long)]
    json: bool,
    /// The folder that holds `registry`; the one above the trial's own folder if it is not named
    #[arg(long)]
    www: Option<PathBuf>,
}

fn day(text: &str) -> Result<Date, String> {
    match PartialDate::parse(text) {
        Ok(PartialDate::Day(day)) => Ok(day),
        _ => Err("a day of the calendar is written like 2026-11-22".to_owned()),
    }
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match screen(arguments) {
        Ok(Refused::Nothing) => ExitCode::SUCCESS,
        Ok(Refused::Something) => ExitCode::from(1),
        Err(Stop::Said(code)) => ExitCode::from(code),
        // Whoever reads the output has had enough, as in `prescreen screen … | head`.
        Err(Stop::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stop::Output(error)) => {
            say_failed(&error);
            ExitCode::from(1)
        }
    }
}

/// Whether anything was refused.
enum Refused {
    Nothing,
    Something,
}

/// Why screening stops early.
enum Stop {
    /// What is wrong was said; the exit code.
    Said(u8),
    /// Input or output failed.
    Output(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

fn screen(arguments: &Arguments) -> Result<Refused, Stop> {
    let trial = load(arguments)?;
    let today = arguments.on.map_or_else(today_here, Ok)?;
    let mut input = open(&arguments.answers)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut first = Vec::new();
    while first.iter().all(u8::is_ascii_whitespace) && input.read_until(b'\n', &mut first)? > 0 {}
    if first.iter().all(u8::is_ascii_whitespace) {
        say("note: the input holds no answers, so nothing was screened");
        return Ok(Refused::Nothing);
    }
    let mut screener = Screener {
        trial,
        today,
        refused: Refused::Nothing,
    };
    if is_json(&first) {
        let mut second = Vec::new();
        while second.iter().all(u8::is_ascii_whitespace)
            && input.read_until(b'\n', &mut second)? > 0
        {}
        if second.iter().all(u8::is_ascii_whitespace) {
            screener.one(&first, arguments.json, &mut out)?;
        } else {
            screener.lines(
                first.chain(&b"\n"[..]).chain(&second[..]).chain(input),
                &mut out,
            )?;
        }
    } else {
        // A value over several lines, or a malformed first line: only the whole can tell.
        input.read_to_end(&mut first)?;
        if is_json(&first) {
            screener.one(&first, arguments.json, &mut out)?;
        } else {
            screener.lines(&first[..], &mut out)?;
        }
    }
    out.flush()?;
    Ok(screener.refused)
}

fn is_json(text: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(text).is_ok()
}

fn load(arguments: &Arguments) -> Result<Trial, Stop> {
    if !arguments.trial.exists() {
        say(format_args!(
            "error: there is no trial file at `{}`",
            arguments.trial.display()
        ));
        return Err(Stop::Said(2));
    }
    let named = arguments.www.clone();
    let www = named.unwrap_or_else(|| above_folder(&arguments.trial));
    let (loaded, diagnostics) = authoring::load_trial(&www, &arguments.trial, Vec::new());
    for diagnostic in &diagnostics {
        say(diagnostic);
    }
    loaded
        .map(|loaded| loaded.content.trial)
        .ok_or(Stop::Said(1))
}

/// The folder above the one that holds a file, also where the file is named without its folder.
fn above_folder(file: &Path) -> PathBuf {
    let folder = file.parent().unwrap_or(Path::new(""));
    match folder.file_name() {
        Some(_) => folder.parent().map(Path::to_owned).unwrap_or_default(),
        None => folder.join(".."),
    }
}

fn open(path: &Path) -> Result<Box<dyn BufRead>, Stop> {
    if path == Path::new("-") {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let cannot_be_read = |error: io::Error| {
        say(format_args!(
            "error: the answers file `{}` cannot be read: {error}",
            path.display()
        ));
        Stop::Said(2)
    };
    let file = std::fs::File::open(path).map_err(cannot_be_read)?;
    // A folder opens; only reading it fails.
    if file.metadata().is_ok_and(|about| about.is_dir()) {
        return Err(cannot_be_read(io::ErrorKind::IsADirectory.into()));
    }
    Ok(Box::new(BufReader::new(file)))
}

fn today_here() -> Result<Date, Stop> {
    time::OffsetDateTime::now_local().map(time::OffsetDateTime::date).map_err(|_| {
        say("error: this machine does not say where it is, so today is not certain; name it with --on");
        Stop::Said(2)
    })
}

/// Screens persons one after the other.
struct Screener {
    trial: Trial,
    today: Date,
    refused: Refused,
}

impl Screener {
    fn one(&mut self, text: &[u8], json: bool, out: &mut impl Write) -> io::Result<()> {
        match self.report(text) {
            Ok(report) if json => writeln!(out, "{}", serde_json::to_string(&report)?),
            Ok(report) => writeln!(out, "{report}"),
            Err(mistakes) if json => writeln!(out, "{}", refusal_json(&mistakes)),
            Err(mistakes) => {
                for mistake in mistakes {
                    let key = mistake
                        .key
                        .as_ref()
                        .map(|key| format!("`{key}`: "))
                        .unwrap_or_default();
                    say(format_args!("error: {key}{mistake}"));
                }
                Ok(())
            }
        }
    }

    fn lines(&mut self, input: impl BufRead, out: &mut impl Write) -> io::Result<()> {
        for line in input.split(b'\n') {
            let line = line?;
            if !line.iter().all(u8::is_ascii_whitespace) {
                self.one(&line, true, out)?;
            }
        }
        Ok(())
    }

    fn report(&mut self, text: &[u8]) -> Result<Report, Vec<GivenMistake>> {
        let accepted = read_json_answers(text)
            .map_err(|mistake| vec![mistake])
            .and_then(|given| accept_given(&self.trial, &given, self.today));
        if accepted.is_err() {
            self.refused = Refused::Something;
        }
        accepted.map(|accepted| Report::of(&self.trial, &accepted))
    }
}
