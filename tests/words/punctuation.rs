//! Punctuation of each language, numbers that never part from their units, and words that never
//! break: in the texts as they are written.

use crate::fixture::MONTHS;
use crate::written::{Text, texts};
use prescreen::page::content::Language;
use std::fmt::Write;

/// Units that stand after their number, and what is counted here.
const CHINESE_UNITS: [&str; 14] = [
    "公斤", "斤", "周岁", "岁", "周", "天", "日", "个月", "月", "年", "人", "点", "次", "分",
];
const ENGLISH_UNITS: [&str; 18] = [
    "kg", "lb", "jin", "pound", "pounds", "year", "years", "month", "months", "week", "weeks",
    "day", "days", "place", "places", "point", "points", "percent",
];

/// Collects what is wrong with the texts of a language; the message shows all of it at once.
pub(crate) fn check(language: Language, wrong: impl Fn(&str) -> Option<String>) {
    let texts = texts();
    let own = texts.iter().filter(|each| each.language == language);
    assert!(own.clone().count() > 300, "the words are there");
    let mut said = String::new();
    for Text { place, words, .. } in own {
        if let Some(why) = wrong(words) {
            writeln!(said, "{place}: {why}: {words}").expect("it is written");
        }
    }
    assert!(said.is_empty(), "\n{said}");
}

pub(crate) fn is_han(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

#[test]
fn chinese_has_no_half_width_punctuation_beside_a_chinese_character() {
    check(Language::ZhHans, |text| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.retain(|letter| !letter.is_whitespace());
        let wrong = letters.windows(2).find(|pair| {
            let mark = |letter: &char| ",.?!:;()\"'".contains(*letter);
            mark(&pair[0]) && is_han(pair[1]) || is_han(pair[0]) && mark(&pair[1])
        });
        wrong.map(|pair| format!("half-width in `{}{}`", pair[0], pair[1]))
    });
}

#[test]
fn english_has_no_full_width_punctuation_and_no_chinese() {
    check(Language::En, |text| {
        let foreign = |letter: &char| {
            is_han(*letter)
                || ('\u{3000}'..='\u{303f}').contains(letter)
                || ('\u{ff00}'..='\u{ffef}').contains(letter)
        };
        text.chars()
            .find(foreign)
            .map(|letter| format!("full-width `{letter}`"))
    });
}

/// The first number, or gap for one, that a space, or nothing, parts from its unit.
fn parted(text: &str, units: &[&str], language: Language) -> Option<String> {
    text.char_indices().find_map(|(place, letter)| {
        if !letter.is_ascii_digit() && letter != '}' {
            return None;
        }
        let rest = &text[place + letter.len_utf8()..];
        let after = rest.trim_start_matches([' ', '\t', '\n']);
        // In Chinese, dates and months such as 3月14日 are written in one.
        if after.len() == rest.len() {
            return None;
        }
        let unit = units.iter().find(|unit| {
            after.strip_prefix(**unit).is_some_and(|end| {
                language == Language::ZhHans || !end.starts_with(|c: char| c.is_ascii_alphabetic())
            })
        });
        unit.map(|unit| format!("a plain space before `{unit}`"))
    })
}

#[test]
fn a_number_and_its_unit_are_joined_by_a_no_break_space() {
    check(Language::ZhHans, |text| {
        parted(text, &CHINESE_UNITS, Language::ZhHans).or_else(|| glued(text))
    });
    check(Language::En, |text| {
        parted(text, &ENGLISH_UNITS, Language::En)
    });
}

/// The first number that stands close to a unit of measure or of time. Years, months and days of
/// the calendar do: 2026年11月22日.
fn glued(text: &str) -> Option<String> {
    let units = ["公斤", "斤", "周岁", "岁", "周", "天", "个月", "人", "点"];
    text.char_indices().find_map(|(place, letter)| {
        let rest = &text[place + letter.len_utf8()..];
        let number = letter.is_ascii_digit() || letter == '}';
        let unit = units
            .iter()
            .find(|unit| number && rest.starts_with(**unit))?;
        Some(format!("no space before `{unit}`"))
    })
}

#[test]
fn a_unit_apart_from_its_number_is_noticed() {
    let chinese = |text| parted(text, &CHINESE_UNITS, Language::ZhHans).is_some();
    let english = |text| parted(text, &ENGLISH_UNITS, Language::En).is_some();
    assert!(chinese("不到 10 公斤") && !chinese("不到 10\u{a0}公斤"));
    assert!(chinese("{count} 周") && glued("10公斤").is_some());
    assert!(english("At 10 kg.") && !english("At 10\u{a0}kg."));
    assert!(english("{count} days") && !english("Day 43 after the dayspring, 43 daydreams"));
}

#[test]
fn the_parts_of_an_english_date_are_joined_by_no_break_spaces() {
    let months: Vec<_> = MONTHS.into_iter().chain(["{month}"]).collect();
    check(Language::En, |text| {
        let apart = |month: &&str| {
            text.match_indices(*month).any(|(place, _)| {
                let before = &text[..place];
                let after = &text[place + month.len()..];
                let number =
                    |end: Option<char>| end.is_some_and(|c| c.is_ascii_digit() || "{}".contains(c));
                before
                    .strip_suffix(' ')
                    .is_some_and(|before| number(before.chars().last()))
                    || after
                        .strip_prefix(' ')
                        .is_some_and(|after| number(after.chars().next()))
            })
        };
        let month = months.iter().find(|month| apart(month))?;
        Some(format!("a plain space beside `{month}`"))
    });
}

/// CAR-T without a word joiner after its hyphen: a line would end within it.
pub(crate) fn breaking(text: &str) -> Vec<String> {
    let found = text
        .contains("CAR-T")
        .then(|| "CAR-T would break".to_owned());
    found.into_iter().collect()
}

#[test]
fn car_t_never_breaks() {
    for language in Language::ALL {
        check(language, |text| breaking(text).pop());
    }
}
