//! Reading the form of a question: from the names and values sent to an answer, or to what is
//! still missing. Nothing is guessed; what was chosen stays chosen.

use super::bands;
use super::phrase::Phrase;
use crate::engine::{
    Answer, Answers, Date, FactIndex, Kind, Month, PartialDate, Refusal, RefusalKind, Trial, accept,
};

/// The names and values of a form as it was sent.
pub(crate) type Sent = [(String, String)];

/// The value of "I don't know".
pub(crate) const UNKNOWN: &str = "unknown";
/// The value of "none of these".
pub(crate) const NONE: &str = "none";

/// Why a form gives no answer yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// Nothing is chosen.
    NothingChosen,
    /// "None of these" or "I don't know" is chosen beside something else.
    Contradiction,
    /// The year is not chosen.
    YearMissing,
    /// The month is not chosen.
    MonthMissing,
    /// The day is not chosen.
    DayMissing,
    /// The calendar has no such day.
    NoSuchDay,
    /// The date lies after today.
    AfterToday,
    /// The date lies before the birth.
    BeforeBirth,
    /// The date lies more than 130 years back.
    TooLongAgo,
}

impl Problem {
    /// Every problem that the form of a fact can show.
    pub(crate) fn all_of(trial: &Trial, fact: FactIndex) -> impl Iterator<Item = Self> {
        let kind = trial.facts().get(usize::from(fact)).map(|fact| &fact.kind);
        let all = core::iter::successors(Some(Self::NothingChosen), |problem| problem.following());
        let has_birth = trial.birth().is_some();
        all.filter(move |problem| {
            kind.is_some_and(|kind| match problem {
                Self::NothingChosen => !kind.is_date(),
                Self::Contradiction => matches!(kind, Kind::Choices(_)),
                Self::BeforeBirth => *kind == Kind::Date && has_birth,
                Self::YearMissing
                | Self::MonthMissing
                | Self::DayMissing
                | Self::NoSuchDay
                | Self::AfterToday
                | Self::TooLongAgo => kind.is_date(),
            })
        })
    }

    /// The problem after this one in the list of all. Here a new problem has to be put into the list.
    fn following(self) -> Option<Self> {
        match self {
            Self::NothingChosen => Some(Self::Contradiction),
            Self::Contradiction => Some(Self::YearMissing),
            Self::YearMissing => Some(Self::MonthMissing),
            Self::MonthMissing => Some(Self::DayMissing),
            Self::DayMissing => Some(Self::NoSuchDay),
            Self::NoSuchDay => Some(Self::AfterToday),
            Self::AfterToday => Some(Self::BeforeBirth),
            Self::BeforeBirth => Some(Self::TooLongAgo),
            Self::TooLongAgo => None,
        }
    }

    /// Its name in the names of screens.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::NothingChosen => "nothing_chosen",
            Self::Contradiction => "contradiction",
            Self::YearMissing => "year_missing",
            Self::MonthMissing => "month_missing",
            Self::DayMissing => "day_missing",
            Self::NoSuchDay => "no_such_day",
            Self::AfterToday => "after_today",
            Self::BeforeBirth => "before_birth",
            Self::TooLongAgo => "too_long_ago",
        }
    }

    /// What is said of it.
    pub(crate) fn phrase(self) -> Phrase {
        match self {
            Self::NothingChosen => Phrase::ProblemNothingChosen,
            Self::Contradiction => Phrase::ProblemContradiction,
            Self::YearMissing => Phrase::ProblemYear,
            Self::MonthMissing => Phrase::ProblemMonth,
            Self::DayMissing => Phrase::ProblemDay,
            Self::NoSuchDay => Phrase::ProblemNoSuchDay,
            Self::AfterToday => Phrase::ProblemAfterToday,
            Self::BeforeBirth => Phrase::ProblemBeforeBirth,
            Self::TooLongAgo => Phrase::ProblemTooLongAgo,
        }
    }

    /// The id of the control that mends it.
    pub(crate) fn control(self) -> &'static str {
        match self {
            Self::NothingChosen | Self::Contradiction => "answer-0",
            Self::MonthMissing => "month",
            Self::DayMissing | Self::NoSuchDay => "day",
            Self::YearMissing | Self::AfterToday | Self::BeforeBirth | Self::TooLongAgo => "year",
        }
    }
}

/// The answer that a form gives to a fact, and that suits the other answers on this day.
pub(crate) fn read(
    trial: &Trial,
    answers: &Answers,
    today: Date,
    fact: FactIndex,
    sent: &Sent,
) -> Result<Answer, Problem> {
    let Some(kind) = trial.facts().get(usize::from(fact)).map(|fact| &fact.kind) else {
        return Err(Problem::NothingChosen);
    };
    let answer = match kind {
        Kind::BirthDate | Kind::Date => date(sent)?,
        Kind::Choices(_) => several(sent)?,
        Kind::Quantity(_) => match one(sent)? {
            Answer::Value(band) => {
                let bands = trial.amount_bands(fact);
                let band = bands.get(usize::from(band)).copied();
                Answer::Quantity(band.ok_or(Problem::NothingChosen)?)
            }
            answer => answer,
        },
        Kind::YesNo | Kind::Choice(_) | Kind::Scale(_) => one(sent)?,
    };
    match refusal(trial, answers.clone().with(fact, answer), today, fact) {
        None => Ok(answer),
        Some(problem) => Err(problem),
    }
}

/// Why the answer to this fact is refused, if it is; other answers are not its matter.
fn refusal(trial: &Trial, answers: Answers, today: Date, fact: FactIndex) -> Option<Problem> {
    let refusals = accept(trial, answers, today).err()?;
    refusals.into_iter().find_map(|refusal| match refusal {
        Refusal::Answer(refused, kind) if refused == fact => Some(match kind {
            RefusalKind::AfterToday => Problem::AfterToday,
            RefusalKind::BeforeBirth => Problem::BeforeBirth,
            RefusalKind::TooLongAgo => Problem::TooLongAgo,
            RefusalKind::WrongKind => Problem::NothingChosen,
        }),
        _ => None,
    })
}

/// The value sent under a name; empty if there is none.
pub(crate) fn value<'a>(sent: &'a Sent, name: &str) -> &'a str {
    let found = sent.iter().find(|(each, _)| each == name);
    found.map_or("", |(_, value)| value)
}

fn one(sent: &Sent) -> Result<Answer, Problem> {
    match value(sent, "answer") {
        UNKNOWN => Ok(Answer::NotKnown),
        value => {
            let value = value.parse().map_err(|_| Problem::NothingChosen)?;
            Ok(Answer::Value(value))
        }
    }
}

fn several(sent: &Sent) -> Result<Answer, Problem> {
    let chosen = || sent.iter().map(|(_, value)| value.as_str());
    let exclusive = chosen().find(|value| *value == NONE || *value == UNKNOWN);
    match (exclusive, chosen().count()) {
        (_, 0) => Err(Problem::NothingChosen),
        (Some(NONE), 1) => Ok(Answer::Values(0)),
        (Some(_), 1) => Ok(Answer::NotKnown),
        (Some(_), _) => Err(Problem::Contradiction),
        (None, _) => {
            let values = chosen().filter_map(|value| value.parse::<u8>().ok());
            let values = values.filter(|value| *value < 64);
            Ok(Answer::Values(
                values.fold(0, |all, value| all | 1 << value),
            ))
        }
    }
}

/// A date as far as it was chosen. Where the year is not known, month and day say nothing; where
/// the month is not known, the day says nothing.
fn date(sent: &Sent) -> Result<Answer, Problem> {
    let year = match value(sent, "year") {
        UNKNOWN => return Ok(Answer::NotKnown),
        year => year.parse().map_err(|_| Problem::YearMissing)?,
    };
    let month = match value(sent, "month") {
        UNKNOWN => return Ok(Answer::Date(PartialDate::Year(year))),
        month => month.parse::<u8>().ok(),
    };
    let month = month.and_then(|month| Month::try_from(month).ok());
    let month = month.ok_or(Problem::MonthMissing)?;
    let day = match value(sent, "day") {
        UNKNOWN => return Ok(Answer::Date(PartialDate::Month(year, month))),
        day => day.parse().map_err(|_| Problem::DayMissing)?,
    };
    let date = Date::from_calendar_date(i32::from(year), month, day);
    let date = date.map_err(|_| Problem::NoSuchDay)?;
    Ok(Answer::Date(PartialDate::Day(date)))
}

/// What a form would have sent for an answer: the answer's controls are chosen again.
pub(crate) fn sent_for(trial: &Trial, fact: FactIndex, answer: Answer) -> Vec<(String, String)> {
    let pair = |name: &str, value: String| (name.to_owned(), value);
    let kind = trial.facts().get(usize::from(fact)).map(|fact| &fact.kind);
    match answer {
        // No form gives a birth of this kind, so none shows it.
        Answer::Unanswered | Answer::BornWithin(_) => Vec::new(),
        Answer::NotKnown if kind.is_some_and(Kind::is_date) => {
            vec![pair("year", UNKNOWN.to_owned())]
        }
        Answer::NotKnown => vec![pair("answer", UNKNOWN.to_owned())],
        Answer::Value(value) => vec![pair("answer", value.to_string())],
        Answer::Values(0) => vec![pair("answer", NONE.to_owned())],
        Answer::Values(values) => (0..64u8)
            .filter(|value| values >> value & 1 == 1)
            .map(|value| pair("answer", value.to_string()))
            .collect(),
        Answer::Date(date) => sent_for_date(date)
            .map(|(name, value)| pair(name, value))
            .into(),
        Answer::Quantity(amounts) => {
            let place = bands::place(trial, fact, amounts);
            let value = place.map(|place| pair("answer", place.to_string()));
            value.into_iter().collect()
        }
    }
}

fn sent_for_date(date: PartialDate) -> [(&'static str, String); 3] {
    let unknown = || UNKNOWN.to_owned();
    let (year, month, day) = match date {
        PartialDate::Year(year) => (i32::from(year), unknown(), unknown()),
        PartialDate::Month(year, month) => {
            (i32::from(year), u8::from(month).to_string(), unknown())
        }
        PartialDate::Day(date) => {
            let month = u8::from(date.month()).to_string();
            (date.year(), month, date.day().to_string())
        }
    };
    [("year", year.to_string()), ("month", month), ("day", day)]
}
