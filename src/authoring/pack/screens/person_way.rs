//! What an example person would choose in the form of a question. Forms offer less than answers
//! files do: amounts as bands, scales in fewer steps; the nearest that is offered is chosen then.

use super::control::{Control, controls};
use crate::engine::{Answer, FactIndex, PartialDate, Trial};
use crate::page::view::Screen;

/// The question that a screen asks, by its name.
pub(super) fn asked(trial: &Trial, name: &str) -> Option<FactIndex> {
    let rest = name.strip_prefix("question ")?;
    let id = rest.split([' ', ':']).next()?;
    trial.fact_index(id)
}

/// What is sent for an answer; nothing where the person has not answered.
pub(super) fn sent(
    trial: &Trial,
    screen: &Screen,
    fact: FactIndex,
    answer: Answer,
) -> Option<Vec<(String, String)>> {
    let controls = controls(screen);
    let first = controls.first()?;
    let pair = |name: &str, value: String| (name.to_owned(), value);
    Some(match answer {
        Answer::Unanswered | Answer::BornWithin(_) => return None,
        Answer::NotKnown => vec![pair(&first.name, "unknown".to_owned())],
        Answer::Value(value) => vec![pair("answer", offered(&controls, value))],
        Answer::Values(0) => vec![pair("answer", "none".to_owned())],
        Answer::Values(set) => (0..64u8)
            .filter(|value| set >> value & 1 == 1)
            .map(|value| pair("answer", value.to_string()))
            .collect(),
        Answer::Quantity(amounts) => {
            let bands = trial.amount_bands(fact);
            let band = bands
                .iter()
                .position(|band| band.first <= amounts.first && amounts.last <= band.last);
            let value = band.map_or("unknown".to_owned(), |band| band.to_string());
            vec![pair("answer", value)]
        }
        Answer::Date(date) => of_date(date),
    })
}

/// A value as it is offered: of a scale the step of which it is, which is the next one below.
fn offered(controls: &[Control], value: u8) -> String {
    let values = controls
        .iter()
        .filter_map(|each| each.value.parse::<u8>().ok());
    let mut values: Vec<_> = values.collect();
    values.sort_unstable();
    let below = values.iter().rev().find(|each| **each <= value);
    below.or(values.first()).unwrap_or(&value).to_string()
}

fn of_date(date: PartialDate) -> Vec<(String, String)> {
    let unknown = "unknown".to_owned();
    let (year, month, day) = match date {
        PartialDate::Year(year) => (i32::from(year), unknown.clone(), unknown),
        PartialDate::Month(year, month) => (i32::from(year), u8::from(month).to_string(), unknown),
        PartialDate::Day(day) => {
            let month = u8::from(day.month()).to_string();
            (day.year(), month, day.day().to_string())
        }
    };
    on(&year.to_string(), &month, &day)
}

/// A date as a form sends it.
pub(super) fn on(year: &str, month: &str, day: &str) -> Vec<(String, String)> {
    let parts = [("year", year), ("month", month), ("day", day)];
    parts
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into()
}
