//! The birth as a code hands it on: not the day, but the completed years of age, and what a rule
//! tells apart within them. Only who may be the next to reach an upper age limit gives the day on
//! which that is, as the sheet says it too.

use super::bits::Bits;
use crate::engine::{Answer, Answers, BirthCell, Date, Interval, Trial, birth_cells, position};

const UNANSWERED: u64 = 0;
const NOT_KNOWN: u64 = 1;
const SAID: u64 = 2;

/// Writes the birth, given all answers.
pub(super) fn write_birth(trial: &Trial, answers: &Answers, today: Date, bits: &mut Bits) {
    let Some(birth) = trial.birth() else { return };
    let Some(days) = answers.get(birth).days() else {
        let known = match answers.get(birth) {
            Answer::NotKnown => NOT_KNOWN,
            _ => UNANSWERED,
        };
        return bits.push(known, SAID);
    };
    bits.push(SAID, SAID);
    let cells = birth_cells(trial, answers, today);
    let first = cell(&cells, days.first);
    let last = cell(&cells, days.last.min(position(today)));
    bits.push(first as u64, last_cell(&cells));
    bits.push(last as u64, last_cell(&cells));
    if let Some(cell) = cells.get(first).filter(|cell| cell.limit.is_some()) {
        bits.push(days.first.abs_diff(cell.days.first), length(cell));
    }
}

/// Reads the birth, given all other answers; none if the bits are no birth.
pub(super) fn read_birth(
    trial: &Trial,
    answers: &Answers,
    today: Date,
    bits: &mut Bits,
) -> Option<Answer> {
    match bits.take(SAID)? {
        UNANSWERED => return Some(Answer::Unanswered),
        NOT_KNOWN => return Some(Answer::NotKnown),
        _ => {}
    }
    let cells = birth_cells(trial, answers, today);
    let mut cell = || {
        let place = bits.take(last_cell(&cells))?;
        cells.get(usize::try_from(place).ok()?)
    };
    let (first, last) = (cell()?, cell()?);
    let mut days = Interval {
        first: first.days.first,
        last: last.days.last,
    };
    if first.limit.is_some() {
        days.first += i64::try_from(bits.take(length(first))?).ok()?;
    }
    Some(Answer::BornWithin(days))
}

/// The place of the cell that holds a day; of a day before all of them, the first.
fn cell(cells: &[BirthCell], day: i64) -> usize {
    let later = cells.partition_point(|cell| cell.days.first <= day);
    later.saturating_sub(1)
}

fn last_cell(cells: &[BirthCell]) -> u64 {
    cells.len().saturating_sub(1) as u64
}

fn length(cell: &BirthCell) -> u64 {
    cell.days.last.abs_diff(cell.days.first)
}
