//! Ages: always of two days, always in completed years, and two where the date of birth is not
//! known to the day.

use super::phrase::Phrase;
use super::result::Judged;
use super::speech::Speech;
use crate::engine::{Answer, Criterion, Date, PartialDate, Period, day_at, position};

/// The age in words.
pub(crate) fn words(speech: Speech, birth: PartialDate, today: Date) -> String {
    let days = birth.days();
    let youngest = completed_years(day_at(days.last), today).to_string();
    let oldest = completed_years(day_at(days.first), today).to_string();
    if youngest == oldest {
        return speech.fill(Phrase::Age, &[("age", &oldest)]);
    }
    speech.fill(
        Phrase::AgeBetween,
        &[("youngest", &youngest), ("oldest", &oldest)],
    )
}

/// How many years someone born on a day has completed today; 0 for a birth that lies ahead.
fn completed_years(birth: Date, today: Date) -> u16 {
    let years = u16::try_from(today.year() - birth.year()).unwrap_or(0);
    if years > 0 && Period::years(years).after(birth) > today {
        years - 1
    } else {
        years
    }
}

/// Whether this age is possible today.
pub(crate) fn is_possible(judged: &Judged, age: u16) -> bool {
    let birth = first_birth(judged);
    birth.is_some_and(|birth| Period::years(age).after(birth) <= judged.accepted.today())
}

/// The last day on which the age certainly is below the criterion's limit, if that lies ahead.
pub(crate) fn last_day_below_limit(judged: &Judged, criterion: &Criterion) -> Option<Date> {
    let limit = judged.speech.content.trial.age_below(criterion)?;
    let last = limit.after(first_birth(judged)?).previous_day()?;
    (position(last) >= position(judged.accepted.today())).then_some(last)
}

/// The first day that the birth may be.
fn first_birth(judged: &Judged) -> Option<Date> {
    let birth = judged.speech.content.trial.birth()?;
    match judged.accepted.answers().get(birth) {
        Answer::Date(date) => Some(day_at(date.days().first)),
        _ => None,
    }
}
