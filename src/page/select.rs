//! A date asked as year, month and day, each chosen from a list, each with "I don't know". The
//! days of a month are not counted while choosing: a day that does not exist is said on Continue.

use super::form::{Sent, UNKNOWN, value};
use super::phrase::Phrase;
use super::speech::Speech;
use super::view::{Node, put, say};
use crate::engine::{Accepted, Answer, FactIndex, Month, OLDEST_YEARS, day_at};

/// Adds the three lists.
pub(crate) fn draw(
    speech: Speech,
    accepted: &Accepted,
    fact: FactIndex,
    sent: &Sent,
    nodes: &mut Vec<Node>,
) {
    let lead = speech.with_date(Phrase::DateLead, accepted.today());
    say(nodes, "p", "aside", &lead);
    let group = &mut put(nodes, "div", "date").children;
    let number = |number: i32| number.to_string();
    let today = accepted.today().year();
    let years = (first_year(speech, accepted, fact)..=today).rev();
    let years = years.map(|year| {
        let words = speech.fill(Phrase::DateYear, &[("year", &number(year))]);
        (number(year), words)
    });
    list(speech, &YEAR, sent, &mut years.collect(), group);
    let months = (1..=12).filter_map(|month| Month::try_from(month).ok());
    let months = months.map(|month| (u8::from(month).to_string(), speech.month(month).to_owned()));
    list(speech, &MONTH, sent, &mut months.collect(), group);
    let days = (1..=31).map(|day| {
        let words = speech.fill(Phrase::DateOnlyDay, &[("day", &number(day))]);
        (number(day), words)
    });
    list(speech, &DAY, sent, &mut days.collect(), group);
}

/// The words of one list.
struct List {
    name: &'static str,
    label: Phrase,
    choose: Phrase,
    unknown: Phrase,
}

const YEAR: List = List {
    name: "year",
    label: Phrase::LabelYear,
    choose: Phrase::ChooseYear,
    unknown: Phrase::UnknownYear,
};
const MONTH: List = List {
    name: "month",
    label: Phrase::LabelMonth,
    choose: Phrase::ChooseMonth,
    unknown: Phrase::UnknownMonth,
};
const DAY: List = List {
    name: "day",
    label: Phrase::LabelDay,
    choose: Phrase::ChooseDay,
    unknown: Phrase::UnknownDay,
};

fn list(
    speech: Speech,
    list: &List,
    sent: &Sent,
    options: &mut Vec<(String, String)>,
    nodes: &mut Vec<Node>,
) {
    options.insert(0, (UNKNOWN.to_owned(), speech.say(list.unknown).to_owned()));
    options.insert(0, (String::new(), speech.say(list.choose).to_owned()));
    let field = &mut put(nodes, "div", "field").children;
    say(field, "label", "", speech.say(list.label)).set("for", list.name);
    let select = put(field, "select", "");
    select
        .set("id", list.name)
        .set("name", list.name)
        .set("autocomplete", "off");
    for (each, words) in options {
        let option = say(&mut select.children, "option", "", words);
        option.set("value", each);
        if value(sent, list.name) == each {
            option.set("selected", "");
        }
    }
}

/// The first year offered: that of the birth, or 130 years ago.
fn first_year(speech: Speech, accepted: &Accepted, fact: FactIndex) -> i32 {
    let birth = speech.content.trial.birth().filter(|birth| *birth != fact);
    match birth.map(|birth| accepted.answers().get(birth)) {
        Some(Answer::Date(date)) => day_at(date.days().first).year(),
        _ => accepted.today().year() - i32::from(OLDEST_YEARS),
    }
}
