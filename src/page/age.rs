//! Ages: always of two days, always in completed years, and two where the date of birth is not
//! known to the day.

use super::content::CriterionWords;
use super::judged::Judged;
use super::phrase::Phrase;
use super::speech::Speech;
use crate::engine::{
    Accepted, Criterion, Date, Interval, Kind, PartialDate, Period, birth_days, completed_years,
    day_at, position,
};

/// The age in words.
pub(crate) fn words(speech: Speech, birth: PartialDate, today: Date) -> String {
    between(speech, birth.days(), today)
}

/// The ages of someone born on any of these days, in words.
pub(crate) fn between(speech: Speech, days: Interval, today: Date) -> String {
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

/// That last day where it matters: from the first day on which an age that the words name is possible.
pub(crate) fn last_day_to_say(
    judged: &Judged,
    criterion: &Criterion,
    words: &CriterionWords,
) -> Option<Date> {
    let mut ages = words.people.iter().filter_map(|left| left.from_age);
    let matters = ages.any(|age| is_possible(judged, age));
    last_day_below_limit(judged, criterion).filter(|_| matters)
}

/// Whether the age is over the criterion's limit, whatever of the birth is not known.
pub(crate) fn is_over_limit(speech: Speech, accepted: &Accepted, criterion: &Criterion) -> bool {
    let trial = &speech.content.trial;
    let last_birth = birth_days(trial, accepted.answers()).map(|days| day_at(days.last));
    let limit = trial.age_below(criterion).zip(last_birth);
    limit.is_some_and(|(limit, birth)| limit.after(birth) <= accepted.today())
}

/// The class of a note that names a day on which criteria change. The day on which one that asks for
/// an age changes tells the birthday: it is not for paper, as paper is handed on.
pub(crate) fn class_of_note<'a>(
    speech: Speech,
    mut criteria: impl Iterator<Item = &'a Criterion>,
) -> &'static str {
    let facts = speech.content.trial.facts();
    let asks_for_age = criteria.any(|criterion| {
        let mut asked = criterion.facts().iter();
        asked.any(|fact| {
            let fact = facts.get(usize::from(*fact));
            fact.is_some_and(|fact| fact.kind == Kind::BirthDate)
        })
    });
    if asks_for_age {
        "note on-screen"
    } else {
        "note"
    }
}

/// The first day that the birth may be.
fn first_birth(judged: &Judged) -> Option<Date> {
    let trial = &judged.speech.content.trial;
    birth_days(trial, judged.accepted.answers()).map(|days| day_at(days.first))
}
