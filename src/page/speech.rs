//! Speaking one language: phrases with their gaps filled, dates, periods and numbers in words.

use super::content::{Content, Language, Words};
use super::phrase::Phrase;
use super::view::JOINER;
use crate::engine::{Date, Month, PartialDate, Period};

/// The words of one trial's page in one language.
#[derive(Clone, Copy)]
pub(crate) struct Speech<'a> {
    /// What the page says.
    pub(crate) content: &'a Content,
    /// In which language.
    pub(crate) language: Language,
}

/// The names of the months, January first.
const MONTHS: [Phrase; 12] = [
    Phrase::January,
    Phrase::February,
    Phrase::March,
    Phrase::April,
    Phrase::May,
    Phrase::June,
    Phrase::July,
    Phrase::August,
    Phrase::September,
    Phrase::October,
    Phrase::November,
    Phrase::December,
];

impl<'a> Speech<'a> {
    /// The text of a phrase, gaps and all.
    pub(crate) fn say(self, phrase: Phrase) -> &'a str {
        let words = self.content.phrases.get(phrase as usize);
        words.map_or("", |words| words.get(self.language))
    }

    /// A text of the trial in this language.
    pub(crate) fn words(self, words: &'a Words) -> &'a str {
        words.get(self.language)
    }

    /// A phrase with its gaps filled: `{name}` becomes the value of that name.
    pub(crate) fn fill(self, phrase: Phrase, values: &[(&str, &str)]) -> String {
        let mut out = String::new();
        let mut rest = self.say(phrase);
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            out.push_str(before);
            for (each, value) in values {
                if *each == name {
                    out.push_str(value);
                }
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }

    /// A phrase whose only gap is `{date}`.
    pub(crate) fn with_date(self, phrase: Phrase, date: Date) -> String {
        self.fill(phrase, &[("date", &self.date(date))])
    }

    /// A day: `2027年3月14日`, `14 March 2027`.
    pub(crate) fn date(self, date: Date) -> String {
        self.partial_date(PartialDate::Day(date))
    }

    /// A date as far as it is known.
    pub(crate) fn partial_date(self, date: PartialDate) -> String {
        let (phrase, year, month, day) = match date {
            PartialDate::Year(year) => (Phrase::DateYear, i32::from(year), None, 0),
            PartialDate::Month(year, month) => (Phrase::DateMonth, i32::from(year), Some(month), 0),
            PartialDate::Day(date) => {
                (Phrase::DateDay, date.year(), Some(date.month()), date.day())
            }
        };
        let values = [
            ("year", &*year.to_string()),
            ("month", month.map_or("", |month| self.month(month))),
            ("day", &*day.to_string()),
        ];
        unbroken(&self.fill(phrase, &values))
    }

    /// The name of a month.
    pub(crate) fn month(self, month: Month) -> &'a str {
        let place = usize::from(u8::from(month) - 1);
        MONTHS.get(place).map_or("", |phrase| self.say(*phrase))
    }

    /// A length of time in its largest whole unit: 42 days are 6 weeks.
    pub(crate) fn period(self, period: Period) -> String {
        let (count, one, several) = match period {
            Period::Days(days) if days % 7 == 0 => (days / 7, Phrase::Week, Phrase::Weeks),
            Period::Days(days) => (days, Phrase::Day, Phrase::Days),
            Period::Months(months) if months % 12 == 0 => {
                (months / 12, Phrase::Year, Phrase::Years)
            }
            Period::Months(months) => (months, Phrase::Month, Phrase::Months),
        };
        let phrase = if count == 1 { one } else { several };
        self.fill(phrase, &[("count", &count.to_string())])
    }

    /// Texts as one list, such as `心脏病、脑血管病`.
    pub(crate) fn list(self, items: &[&str]) -> String {
        items.join(self.say(Phrase::ListSeparator))
    }
}

/// Joins each figure to the Chinese character beside it, so that no line ends within 2026年1月13日.
fn unbroken(date: &str) -> String {
    let is_chinese = |letter: char| letter >= '\u{4e00}';
    let mut out = String::new();
    let mut before = ' ';
    for letter in date.chars() {
        let beside = before.is_ascii_digit() && is_chinese(letter)
            || is_chinese(before) && letter.is_ascii_digit();
        if beside {
            out.push(JOINER);
        }
        out.push(letter);
        before = letter;
    }
    out
}
