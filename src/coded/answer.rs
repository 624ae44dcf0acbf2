//! One answer as numbers: 0 is unanswered, 1 is not known, from 2 on is what was said. The birth is
//! elsewhere, as it is not said to the day.

use super::bits::Bits;
use crate::engine::{
    Answer, Date, Dimension, FactIndex, Interval, Kind, Month, OLDEST_YEARS, PartialDate, Period,
    Trial, day_at, position,
};

const UNANSWERED: u64 = 0;
const NOT_KNOWN: u64 = 1;
const SAID: u64 = 2;

/// The most years, and the most months, that a date lies before today.
const MOST_YEARS: u64 = OLDEST_YEARS as u64;
const MOST_MONTHS: u64 = MOST_YEARS * 12;

/// Writes an answer that was accepted on the day `today`.
pub(super) fn write_answer(
    trial: &Trial,
    today: Date,
    fact: FactIndex,
    answer: Answer,
    bits: &mut Bits,
) {
    let kind = &trial.facts()[usize::from(fact)].kind;
    let most = most(kind);
    match (kind, answer) {
        // Written behind all others.
        (Kind::BirthDate, _) => {}
        (_, Answer::Unanswered) => bits.push(UNANSWERED, most),
        (_, Answer::NotKnown) => bits.push(NOT_KNOWN, most),
        (Kind::YesNo | Kind::Choice(_) | Kind::Scale(_), Answer::Value(value)) => {
            bits.push(SAID + u64::from(value), most);
        }
        (Kind::Choices(_), Answer::Values(set)) => {
            bits.push(SAID, most);
            bits.push(set, whole_set(kind));
        }
        (Kind::Date, Answer::Date(date)) => write_date(date, today, most, bits),
        (Kind::Quantity(dimension), Answer::Quantity(amounts)) => {
            write_amounts(trial, fact, *dimension, amounts, bits);
        }
        (
            _,
            Answer::Value(_)
            | Answer::Values(_)
            | Answer::Date(_)
            | Answer::Quantity(_)
            | Answer::BornWithin(_),
        ) => {
            debug_assert!(false, "an answer of another kind was accepted: {kind:?}");
            bits.push(UNANSWERED, most);
        }
    }
}

/// Reads an answer; none if the bits are no answer to this fact.
pub(super) fn read_answer(
    trial: &Trial,
    today: Date,
    fact: FactIndex,
    bits: &mut Bits,
) -> Option<Answer> {
    let kind = &trial.facts()[usize::from(fact)].kind;
    if *kind == Kind::BirthDate {
        // Read behind all others.
        return Some(Answer::Unanswered);
    }
    let said = match bits.take(most(kind))? {
        UNANSWERED => return Some(Answer::Unanswered),
        NOT_KNOWN => return Some(Answer::NotKnown),
        said => said - SAID,
    };
    match kind {
        Kind::BirthDate => None,
        Kind::YesNo | Kind::Choice(_) | Kind::Scale(_) => said.try_into().ok().map(Answer::Value),
        Kind::Choices(_) => bits.take(whole_set(kind)).map(Answer::Values),
        Kind::Date => read_date(said, today, bits).map(Answer::Date),
        Kind::Quantity(dimension) => {
            read_amounts(trial, fact, *dimension, said, bits).map(Answer::Quantity)
        }
    }
}

/// The greatest first number of an answer of this kind.
fn most(kind: &Kind) -> u64 {
    match kind {
        // A year, a month or a day.
        Kind::Date | Kind::BirthDate => SAID + 2,
        // A band, or amounts of one's own.
        Kind::Quantity(_) => SAID + 1,
        Kind::Choices(_) => SAID,
        Kind::YesNo | Kind::Choice(_) | Kind::Scale(_) => {
            SAID + u64::from(kind.single_values()).saturating_sub(1)
        }
    }
}

/// The set of all values.
fn whole_set(kind: &Kind) -> u64 {
    let values = u32::try_from(kind.values().len()).unwrap_or(u64::BITS);
    u64::MAX
        .checked_shr(u64::BITS - values.min(u64::BITS))
        .unwrap_or(0)
}

/// Dates are counted back from today.
fn write_date(date: PartialDate, today: Date, most: u64, bits: &mut Bits) {
    let back = |now: i64, then: i64| now.abs_diff(then);
    match date {
        PartialDate::Year(year) => {
            bits.push(SAID, most);
            bits.push(back(today.year().into(), year.into()), MOST_YEARS);
        }
        PartialDate::Month(year, month) => {
            bits.push(SAID + 1, most);
            let months = back(
                months(today.year(), today.month()),
                months(year.into(), month),
            );
            bits.push(months, MOST_MONTHS);
        }
        PartialDate::Day(day) => {
            bits.push(SAID + 2, most);
            bits.push(back(position(today), position(day)), most_days(today));
        }
    }
}

fn read_date(said: u64, today: Date, bits: &mut Bits) -> Option<PartialDate> {
    let mut back = |most| i64::try_from(bits.take(most)?).ok();
    Some(match said {
        0 => {
            let year = i64::from(today.year()) - back(MOST_YEARS)?;
            PartialDate::Year(year.try_into().ok()?)
        }
        1 => {
            let months = months(today.year(), today.month()) - back(MOST_MONTHS)?;
            let month = Month::try_from(u8::try_from(months.rem_euclid(12) + 1).ok()?).ok()?;
            PartialDate::Month(months.div_euclid(12).try_into().ok()?, month)
        }
        _ => PartialDate::Day(day_at(position(today) - back(most_days(today))?)),
    })
}

/// The months from the year 0 on.
fn months(year: i32, month: Month) -> i64 {
    i64::from(year) * 12 + i64::from(u8::from(month)) - 1
}

fn most_days(today: Date) -> u64 {
    position(today).abs_diff(position(Period::years(OLDEST_YEARS).before(today)))
}

/// Amounts are a band between limits of the rules, as the page asks for them, or have ends of
/// their own.
fn write_amounts(
    trial: &Trial,
    fact: FactIndex,
    dimension: Dimension,
    amounts: Interval,
    bits: &mut Bits,
) {
    let most = most(&Kind::Quantity(dimension));
    let bands = trial.amount_bands(fact);
    let mut numbered = (0..).zip(&bands);
    if let Some((band, _)) = numbered.find(|(_, band)| **band == amounts) {
        bits.push(SAID, most);
        return bits.push(band, last_band(&bands));
    }
    let range = dimension.range();
    bits.push(SAID + 1, most);
    for end in [amounts.first, amounts.last] {
        bits.push(end.abs_diff(range.first), length(range));
    }
}

fn read_amounts(
    trial: &Trial,
    fact: FactIndex,
    dimension: Dimension,
    said: u64,
    bits: &mut Bits,
) -> Option<Interval> {
    let bands = trial.amount_bands(fact);
    if said == 0 {
        let band = bits.take(last_band(&bands))?;
        return bands.get(usize::try_from(band).ok()?).copied();
    }
    let range = dimension.range();
    let mut end = || Some(range.first + i64::try_from(bits.take(length(range))?).ok()?);
    Some(Interval {
        first: end()?,
        last: end()?,
    })
}

fn length(range: Interval) -> u64 {
    range.last.abs_diff(range.first)
}

fn last_band(bands: &[Interval]) -> u64 {
    bands.len().saturating_sub(1) as u64
}
