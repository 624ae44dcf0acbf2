//! What a text may have lost on its way: comparisons, signs, exponents. It is found and told, and
//! never put back.

use super::flag::{Flag, Seen};

/// What is lost in a line.
pub(super) fn text_flags(text: &str) -> Vec<Flag> {
    let mut flags = Vec::new();
    for (at, sign) in text.char_indices() {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at..).unwrap_or_default();
        match sign {
            '=' => flags.extend(lost_comparator(before, after).map(|seen| {
                let found = around(text, at);
                Flag::LostComparator { found, seen }
            })),
            '\u{fffd}' => flags.push(Flag::LostSign(around(text, at))),
            'Â' | 'Ã'
                if after
                    .chars()
                    .nth(1)
                    .is_some_and(|next| ('\u{80}'..='\u{bf}').contains(&next)) =>
            {
                flags.push(Flag::LostSign(around(text, at)));
            }
            'x' | 'X' | '×' | '*' if lost_exponent(after) => {
                flags.push(Flag::LostExponent(around(text, at)));
            }
            '&' => flags.extend(entity(after).map(Flag::Entity)),
            _ => {}
        }
    }
    flags
}

/// What an equals sign stands before, where `≥` or `≤` is lost in many records: a value that is
/// hardly ever meant to be just that. What one thing is of another (`1 unit = 10 g`, `F = 0.85`),
/// what a sum comes to (`3+3=6`), and a range say what they mean.
fn lost_comparator(before: &str, after: &str) -> Option<Seen> {
    let compares = |letter: char| "<>≤≥≦≧≠!=/~˂˃﹤﹥+-".contains(letter);
    let before = before.trim_end();
    let (number, rest) = number(after.get(1..)?.trim_start())?;
    let goes_on = rest.trim_start();
    let is_range = goes_on.starts_with(['-', '–', '~', '+', '=']) || goes_on.starts_with("to ");
    if before.is_empty() || before.ends_with(compares) || is_range || defines(before) {
        return None;
    }
    let unit = unit(goes_on);
    if speaks_of_age(before) && unit.is_none_or(is_time) {
        return Some(Seen::Age);
    }
    let value = unit.map(|unit| Seen::Unit(unit.to_owned()));
    value.or_else(|| number.contains(',').then_some(Seen::Thousands))
}

/// The digits that the text begins with, points and commas between them included, and the rest.
fn number(text: &str) -> Option<(&str, &str)> {
    let is_part = |letter: char| letter.is_ascii_digit() || ".,".contains(letter);
    let end = text.find(|letter| !is_part(letter)).unwrap_or(text.len());
    let number = text.get(..end)?.trim_end_matches(['.', ',']);
    let is_number = number.starts_with(|letter: char| letter.is_ascii_digit());
    is_number.then_some((number, text.get(number.len()..)?))
}

/// Whether the words before an equals sign say what it is of: a letter, a number, one of a thing.
fn defines(before: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    let last = words.next().unwrap_or_default();
    let letters = last.trim_start_matches(['(', '[']);
    let ends_in_digit = before.ends_with(|letter: char| letter.is_ascii_digit());
    let one = words
        .next()
        .and_then(number)
        .is_some_and(|(_, rest)| rest.is_empty());
    let is_letter = letters.chars().count() == 1 && letters.chars().all(char::is_alphabetic);
    ends_in_digit || is_letter || one
}

fn speaks_of_age(before: &str) -> bool {
    const NEAR: usize = 4;
    let words = before.split(|letter: char| !letter.is_alphanumeric()).rev();
    let mut near = words.filter(|word| !word.is_empty()).take(NEAR);
    near.any(|word| {
        ["age", "aged", "ages"]
            .iter()
            .any(|age| word.eq_ignore_ascii_case(age))
    })
}

/// Units of laboratory values, of lengths and weights, and of time.
const UNITS: [&str; 44] = [
    "%", "x", "X", "×", "/", "g", "mg", "µg", "μg", "ug", "mcg", "ng", "pg", "kg", "l", "L", "dl",
    "dL", "ml", "mL", "mm", "cm", "m", "mmol", "µmol", "μmol", "umol", "nmol", "pmol", "mol", "IU",
    "U", "mIU", "mEq", "mmHg", "ms", "msec", "bpm", "points", "ULN", "cells", "°C", "ºC", "times",
];

/// Units of time, which ages have.
const TIMES: [&str; 12] = [
    "year", "years", "yr", "yrs", "month", "months", "week", "weeks", "day", "days", "hours", "y",
];

/// The unit that the text behind a number begins with.
fn unit(rest: &str) -> Option<&str> {
    let ends = |letter: char| !(letter.is_alphabetic() || "°º".contains(letter));
    let end = rest.find(ends).unwrap_or(rest.len());
    let sign = rest.chars().next().filter(|sign| "%/×".contains(*sign));
    let word = rest.get(..sign.map_or(end, char::len_utf8))?;
    (UNITS.contains(&word) || is_time(word)).then_some(word)
}

fn is_time(unit: &str) -> bool {
    TIMES.contains(&unit)
}

/// `x 109/L`, `×1012 /L`: a ten with a small number directly behind it, for each amount of blood.
fn lost_exponent(after: &str) -> bool {
    let mut rest = after.chars();
    rest.next();
    let rest = rest.as_str().trim_start();
    let exponent = ["1012", "109", "106", "103"]
        .iter()
        .find_map(|ten| rest.strip_prefix(ten));
    exponent.is_some_and(|rest| rest.trim_start().starts_with(['/', 'L', '\u{b5}', 'μ']))
}

/// What looks like an entity: those that are known are undone already.
fn entity(after: &str) -> Option<String> {
    const LONGEST: usize = 12;
    let start = after
        .char_indices()
        .nth(LONGEST)
        .map_or(after, |(end, _)| after.get(..end).unwrap_or(after));
    let (name, _) = start.get(1..)?.split_once(';')?;
    let letters = name.strip_prefix('#').unwrap_or(name);
    let is_name = !letters.is_empty()
        && name.len() < 10
        && letters.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_name.then(|| format!("&{name};"))
}

/// The words around a place.
fn around(text: &str, at: usize) -> String {
    const BESIDE: usize = 20;
    let before = text.get(..at).unwrap_or_default();
    let after = text.get(at..).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .nth(BESIDE)
        .map_or(0, |(start, _)| start);
    let end = after
        .char_indices()
        .nth(BESIDE)
        .map_or(after.len(), |(end, _)| end);
    let before = before.get(start..).unwrap_or_default();
    let after = after.get(..end).unwrap_or_default();
    format!("{before}{after}").trim().to_owned()
}
