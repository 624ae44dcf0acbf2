//! A text of the registry as words, for a comparison: escapes and entities are undone, the signs of
//! list markers are left out, and white space counts only where it keeps letters from letters or
//! digits from digits. Nothing else is folded: not a digit, a sign of comparison, a unit or a
//! letter's case.

use crate::authoring::registry::eligibility::escape::unescape;

/// A word, a number or a sign, as it is compared.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) text: String,
    /// Whether white space stands before it; for showing alone.
    pub(super) spaced: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Letters,
    Digits,
    Comparison,
    Sign,
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let lines: Vec<_> = text.lines().map(|line| unmarked(&unescape(line))).collect();
    let text: Vec<char> = lines.join("\n").chars().collect();
    let mut words: Vec<Word> = Vec::new();
    let (mut spaced, mut before) = (false, None);
    for (at, character) in text.iter().copied().enumerate() {
        if character.is_whitespace() {
            (spaced, before) = (true, None);
            continue;
        }
        let next = text.get(at + 1).copied().unwrap_or(' ');
        let sort = sort(character, next, before);
        let goes_on = before == Some(sort) && sort != Sort::Sign;
        match words.last_mut().filter(|_| goes_on) {
            Some(word) => word.text.push(character),
            None => words.push(Word {
                text: character.to_string(),
                spaced,
            }),
        }
        (spaced, before) = (false, Some(sort));
    }
    words
}

/// A point or comma within or before digits belongs to the number: `0.5` is not `0. 5`.
fn sort(character: char, next: char, before: Option<Sort>) -> Sort {
    let in_number =
        matches!(character, '.' | ',') && next.is_numeric() && before != Some(Sort::Letters);
    if in_number || character.is_numeric() {
        Sort::Digits
    } else if character.is_alphabetic() {
        Sort::Letters
    } else if "<>=≤≥≦≧≠≈±~".contains(character) {
        Sort::Comparison
    } else {
        Sort::Sign
    }
}

/// The longest number of a list marker, such as `viii`.
const LONGEST_MARKER: usize = 4;

/// A line without the signs of its list marker: `-`, `*`, `•`, and what stands around `1.`, `(a)`.
/// The number itself stays: in a text that is broken into lines it may be any number.
fn unmarked(line: &str) -> String {
    let line = line.trim_start();
    let bullet = line.strip_prefix(['•', '●', '▪', '◦', '·']);
    if let Some(rest) = bullet.or_else(|| before_space(line.strip_prefix(['-', '*', '–', '—'])?))
    {
        return rest.trim_start().to_owned();
    }
    let open = line.strip_prefix('(').unwrap_or(line);
    let end = open.find(|character: char| !character.is_alphanumeric());
    let (number, rest) = open.split_at(end.unwrap_or(open.len()));
    let closed = rest.strip_prefix(['.', ')']).and_then(before_space);
    match closed.filter(|rest| is_number(number) && !rest.trim().is_empty()) {
        Some(rest) => format!("{number}{rest}"),
        None => line.to_owned(),
    }
}

/// Whether something numbers an item: digits, one letter, or a Roman number.
fn is_number(text: &str) -> bool {
    let is_roman = |letter: u8| b"ivxIVX".contains(&letter);
    let is_one_of = |is: fn(u8) -> bool| text.bytes().all(is);
    (1..=LONGEST_MARKER).contains(&text.len())
        && (is_one_of(|digit| digit.is_ascii_digit())
            || text.bytes().all(is_roman)
            || text.len() == 1 && is_one_of(|letter| letter.is_ascii_alphabetic()))
}

/// The rest of a line, where white space or nothing follows.
fn before_space(rest: &str) -> Option<&str> {
    let is_apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    is_apart.then_some(rest)
}

/// The words as one line.
pub(super) fn line(words: &[Word]) -> String {
    let mut line = String::new();
    for word in words {
        if word.spaced && !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word.text);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::words;

    fn same(one: &str, other: &str) -> bool {
        let texts =
            |text: &str| -> Vec<String> { words(text).into_iter().map(|word| word.text).collect() };
        texts(one) == texts(other)
    }

    #[test]
    fn a_rendering_is_not_a_change() {
        for (one, other) in [
            ("age \\<16 years", "age <16 years"),
            ("age \\&lt;16 years", "age < 16 years"),
            ("\\&#8805; 10 kg", "≥10 kg"),
            ("&#x2265;10 kg", "≥10 kg"),
            ("19 \\~ 70", "19 ~ 70"),
            ("= 1.5", "=1.5"),
            ("a  b\r\nc", "a b c"),
            ("1. one\n  2. two", "(1) one\n2\\) two"),
            ("- one\n* two", "one\n•two"),
            ("to be\ngood.", "to be good."),
            ("10\u{a0}kg", "10 kg"),
            ("AT&T; R&D", "AT&T; R&D"),
        ] {
            assert!(same(one, other), "{one} and {other}");
        }
    }

    #[test]
    fn what_means_something_else_is_a_change() {
        for (one, other) in [
            ("≥10 kg", "≤10 kg"),
            ("≥10 kg", ">=10 kg"),
            ("≥10 kg", "=10 kg"),
            ("10 9/L", "109/L"),
            ("2.5", "2. 5"),
            ("2.5", "25"),
            (".5", "5"),
            ("3,000", "3000"),
            ("mg", "µg"),
            ("Mg", "mg"),
            ("un able", "unable"),
            ("than\n18. Or", "than\n17. Or"),
            ("than\n-15 dB", "than\n15 dB"),
            ("than\n2.5 to 3", "than\n5 to 3"),
            ("10⁹", "109"),
            ("10\\^9", "109"),
        ] {
            assert!(!same(one, other), "{one} and {other}");
        }
    }
}
