//! `prescreen pack`: all that an ethics committee must see of a trial, as one HTML file.

use super::inputs::day;
use super::output::{print, say};
use prescreen::authoring::pack::{Pack, PackData, Sources, pack};
use prescreen::engine::Date;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Writes all that an ethics committee must see of a trial, as one HTML file that prints well
#[derive(clap::Args)]
#[command(after_help = "\
Examples: prescreen pack www/trials/nct07338357.toml
          prescreen pack www/trials/nct07338357.toml --on 2026-11-24 --since earlier.html --out pack.html

The file fetches nothing and runs nothing; open it in a browser and print it on A4. It holds what it shows as
data, so that a later pack begins with what changed since: keep the file, not only the paper.
Exit codes: 0 done, 1 problems found, 2 wrong use.")]
pub(crate) struct Arguments {
    /// The trial file
    trial: PathBuf,
    /// The folder that holds `registry`, `words` and the page's style
    #[arg(long, default_value = "www")]
    www: PathBuf,
    /// Where the pack is written; `pack-nct….html` here if it is not named
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The day of the pack, such as 2026-11-22; the day of the record's last update if it is not named
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Date>,
    /// An earlier pack of the same trial: the new one begins with what changed
    #[arg(long, value_name = "FILE")]
    since: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let missing = [Some(&arguments.trial), arguments.since.as_ref()];
    if let Some(path) = missing.into_iter().flatten().find(|path| !path.exists()) {
        say(format_args!(
            "error: there is nothing at `{}`",
            path.display()
        ));
        return ExitCode::from(2);
    }
    match made(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            say(format_args!("error: {message}"));
            ExitCode::FAILURE
        }
    }
}

fn made(arguments: &Arguments) -> Result<(), String> {
    let (sources, diagnostics) = Sources::read(&arguments.www, &arguments.trial);
    for diagnostic in &diagnostics {
        say(diagnostic);
    }
    let sources = sources.map_err(|mistake| mistake.to_string())?;
    let earlier = arguments.since.as_deref().map(earlier).transpose()?;
    let pack = pack(&sources, arguments.on, earlier.as_ref());
    let pack = pack.map_err(|mistake| mistake.to_string())?;
    let name = format!("pack-{}.html", pack.data.trial.to_ascii_lowercase());
    let out = arguments.out.clone().unwrap_or_else(|| PathBuf::from(name));
    std::fs::write(&out, &pack.html)
        .map_err(|error| format!("`{}` cannot be written: {error}", out.display()))?;
    tell(&pack, &out).map_err(|error| error.to_string())
}

fn earlier(path: &Path) -> Result<PackData, String> {
    let bytes = std::fs::read(path);
    let bytes = bytes.map_err(|error| format!("`{}` cannot be read: {error}", path.display()))?;
    PackData::read(&String::from_utf8_lossy(&bytes))
        .map_err(|mistake| format!("`{}`: {mistake}", path.display()))
}

/// Says what was written, and what changed.
fn tell(pack: &Pack, out: &Path) -> std::io::Result<()> {
    for name in &pack.without_way {
        say(format_args!(
            "note: no way led to the screen `{name}`, so it is named and not drawn"
        ));
    }
    let count = |name: &str| {
        let part = pack.data.parts.iter().find(|part| part.name == name);
        part.map_or(0, |part| part.entries.len())
    };
    print(format_args!(
        "{}: {}, version {}, {} criteria, {} texts, {} screens, {} example persons, {} bytes",
        out.display(),
        pack.data.trial,
        pack.data.version,
        count("criteria"),
        count("words"),
        count("screens"),
        count("examples"),
        pack.html.len(),
    ))?;
    pack.changes.as_ref().map_or(Ok(()), print)
}
