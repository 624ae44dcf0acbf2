//! What commands that screen are handed: a trial file, an answers file, and the day.

use super::output::say;
use prescreen::authoring;
use prescreen::engine::{Accepted, Date, GivenMistake, PartialDate, Trial, accept_given};
use prescreen::page::content::Content;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

/// Why a command stops early.
pub(crate) enum Stop {
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

/// The trial file, and where its registry record lies.
#[derive(clap::Args)]
pub(crate) struct TrialFile {
    /// The trial file
    pub(crate) trial: PathBuf,
    /// The folder that holds `registry`; the one above the trial's own folder if it is not named
    #[arg(long)]
    pub(crate) www: Option<PathBuf>,
}

impl TrialFile {
    /// Reads and checks it, and says what is wrong with it.
    pub(crate) fn load(&self) -> Result<Content, Stop> {
        if !self.trial.exists() {
            say(format_args!(
                "error: there is no trial file at `{}`",
                self.trial.display()
            ));
            return Err(Stop::Said(2));
        }
        let named = self.www.clone();
        let www = named.unwrap_or_else(|| above_folder(&self.trial));
        let (loaded, diagnostics) = authoring::load_trial(&www, &self.trial, Vec::new());
        for diagnostic in &diagnostics {
            say(diagnostic);
        }
        loaded.map(|loaded| loaded.content).ok_or(Stop::Said(1))
    }
}

/// The folder above the one that holds a file, also where the file is named without its folder.
pub(crate) fn above_folder(file: &Path) -> PathBuf {
    let folder = file.parent().unwrap_or(Path::new(""));
    match folder.file_name() {
        Some(_) => folder.parent().map(Path::to_owned).unwrap_or_default(),
        None => folder.join(".."),
    }
}

/// Opens an answers file, or standard input for `-`.
pub(crate) fn open_answers(path: &Path) -> Result<Box<dyn BufRead>, Stop> {
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

/// Reads the answers of one person as JSON, and accepts them on a day.
pub(crate) fn accept_text(
    trial: &Trial,
    text: &[u8],
    today: Date,
) -> Result<Accepted, Vec<GivenMistake>> {
    let given = authoring::read_json_answers(text).map_err(|mistake| vec![mistake])?;
    accept_given(trial, &given, today)
}

/// Reads a day such as 2026-11-22.
pub(crate) fn day(text: &str) -> Result<Date, String> {
    match PartialDate::parse(text) {
        Ok(PartialDate::Day(day)) => Ok(day),
        _ => Err("a day of the calendar is written like 2026-11-22".to_owned()),
    }
}

/// Today, where this machine is.
pub(crate) fn today_here() -> Result<Date, Stop> {
    time::OffsetDateTime::now_local().map(time::OffsetDateTime::date).map_err(|_| {
        say("error: this machine does not say where it is, so today is not certain; name it with --on");
        Stop::Said(2)
    })
}

/// Today where this machine is; where it does not say so, the latest day that it can be anywhere.
pub(crate) fn latest_today() -> Date {
    let now = time::OffsetDateTime::now_local();
    let now = now.unwrap_or_else(|_| time::OffsetDateTime::now_utc() + time::Duration::hours(14));
    time::OffsetDateTime::date(now)
}
