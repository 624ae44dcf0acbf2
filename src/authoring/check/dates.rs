//! Dates that the words of `[study]` name, beside those of the record: a day or a month in words
//! for families that no date of the record can be was right once, or never. A year alone is none.

use crate::authoring::diagnostic::Log;
use crate::authoring::registry::dates::RecordDate;
use crate::authoring::registry::mistake::RegistryMistake;
use crate::engine::PartialDate;
use crate::page::content::Study;
use std::ops::Range;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Warns of every date in the study's words that the record does not have.
pub(crate) fn check_dates(study: &Study, dates: &[RecordDate], log: &mut Log) {
    let always = [
        &study.title,
        &study.purpose,
        &study.hospital,
        &study.contact_expect,
    ];
    let optional = [&study.place, &study.unsaid].into_iter().flatten();
    for words in always.into_iter().chain(optional) {
        for text in [&words.zh_hans, &words.en] {
            let named = chinese(text).into_iter().chain(english(text));
            for date in named.filter(|date| !dates.iter().any(|own| meet(own.date, *date))) {
                let named = |date: &RecordDate| format!("{} {}", date.field, date.written);
                let known = dates.iter().map(named).collect();
                let found = date.text();
                log.warning(
                    place(text, log),
                    RegistryMistake::OtherDate { found, known },
                )
                .hint("leave it out: the page shows the dates of the record");
            }
        }
    }
}

/// Whether two dates can be the same day.
fn meet(one: PartialDate, other: PartialDate) -> bool {
    let (one, other) = (one.days(), other.days());
    one.first <= other.last && other.first <= one.last
}

/// The dates in a Chinese text: `2026 年 1 月`, `2026年1月5日`.
fn chinese(text: &str) -> Vec<PartialDate> {
    let years = text.match_indices('年');
    let dates = years.filter_map(|(at, year)| {
        let before = text.get(..at)?.trim_end();
        let start = before.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let (month, rest) = number_before(text.get(at + year.len()..)?, '月')?;
        let day = number_before(rest, '日').or_else(|| number_before(rest, '号'));
        date(before.get(start.len()..)?, month, day.map(|(day, _)| day))
    });
    dates.collect()
}

/// The number that stands before a sign at the start of a text, and what follows the sign.
fn number_before(text: &str, sign: char) -> Option<(usize, &str)> {
    let (number, rest) = text.split_once(sign)?;
    Some((number.trim().parse().ok()?, rest))
}

/// The dates in an English text: `January 2026`, `5 January 2026`, `January 5, 2026`.
fn english(text: &str) -> Vec<PartialDate> {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let word = |at: Option<usize>| at.and_then(|at| words.get(at)).map_or("", String::as_str);
    let dates = words.iter().enumerate().filter_map(|(at, name)| {
        let month = MONTHS.iter().position(|month| month == name)? + 1;
        let [before, after] = [word(at.checked_sub(1)), word(Some(at + 1))];
        date(after, month, before.parse().ok())
            .or_else(|| date(word(Some(at + 2)), month, after.parse().ok()))
    });
    dates.collect()
}

fn date(year: &str, month: usize, day: Option<usize>) -> Option<PartialDate> {
    let day = day.map_or(String::new(), |day| format!("-{day:02}"));
    PartialDate::parse(&format!("{year}-{month:02}{day}")).ok()
}

/// Where a text stands in the file, where it is written without escapes.
fn place(text: &str, log: &Log) -> Option<Range<usize>> {
    let at = log.source().text.find(text)?;
    Some(at..at + text.len())
}
