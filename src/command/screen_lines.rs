//! Many persons, one a line: screened on all cores, printed in the order of the lines, in memory
//! that does not grow with their number. Only `screen` uses it; what a person comes to is not its.

use super::ended::Refused;
use super::inputs::accept_text;
use prescreen::authoring::refused_line_json;
use prescreen::engine::{Date, Report, Trial};
use std::io::{self, BufRead, Write};
use std::{num, thread};

/// How many lines a core takes at a time: enough that starting a thread counts for nothing.
const SHARE: usize = 2048;

/// A line that is not blank, and where it stands, counted from 1.
type Line = (usize, Vec<u8>);

/// The results of a share, and whether any of it was refused.
type Screened = io::Result<(Vec<u8>, Refused)>;

/// Prints a result for each line that is not blank. A refused one does not keep the others from
/// being screened; where reading fails, what was read before is.
pub(super) fn screen_lines(
    trial: &Trial,
    today: Date,
    input: impl BufRead,
    out: &mut impl Write,
) -> io::Result<Refused> {
    let cores = thread::available_parallelism().map_or(1, num::NonZero::get);
    let mut lines = input.split(b'\n').zip(1..);
    let mut refused = Refused::Nothing;
    loop {
        let (read, failed) = next_lines(&mut lines, cores * SHARE);
        for screened in screen_shares(trial, today, &read) {
            let (text, one) = screened?;
            out.write_all(&text)?;
            if matches!(one, Refused::Something) {
                refused = Refused::Something;
            }
        }
        match failed {
            Some(error) => return Err(error),
            None if read.is_empty() => return Ok(refused),
            None => {}
        }
    }
}

/// So many lines that are not blank, or all that are left, and what kept the next from being read.
fn next_lines(
    lines: &mut impl Iterator<Item = (io::Result<Vec<u8>>, usize)>,
    most: usize,
) -> (Vec<Line>, Option<io::Error>) {
    let mut read = Vec::new();
    while read.len() < most {
        match lines.next() {
            Some((Ok(line), _)) if line.iter().all(u8::is_ascii_whitespace) => {}
            Some((Ok(line), number)) => read.push((number, line)),
            Some((Err(error), _)) => return (read, Some(error)),
            None => break,
        }
    }
    (read, None)
}

/// A share for each core, at the same time; the results in the order of the lines.
fn screen_shares(trial: &Trial, today: Date, lines: &[Line]) -> Vec<Screened> {
    thread::scope(|scope| {
        let shares = lines.chunks(SHARE);
        let threads: Vec<_> = shares
            .map(|share| scope.spawn(move || screen_share(trial, today, share)))
            .collect();
        let ended = threads.into_iter().map(thread::ScopedJoinHandle::join);
        ended
            .map(|it| it.unwrap_or_else(|_| Err(io::Error::other("a thread broke off"))))
            .collect()
    })
}

fn screen_share(trial: &Trial, today: Date, lines: &[Line]) -> Screened {
    let mut text = Vec::new();
    let mut refused = Refused::Nothing;
    for (number, line) in lines {
        match accept_text(trial, line, today) {
            Ok(accepted) => serde_json::to_writer(&mut text, &Report::of(trial, &accepted))?,
            Err(mistakes) => {
                refused = Refused::Something;
                serde_json::to_writer(&mut text, &refused_line_json(*number, &mistakes))?;
            }
        }
        text.push(b'\n');
    }
    Ok((text, refused))
}
