//! The answers that tell a comparison from a slightly different one: each value, and for a limit the
//! answer exactly at it and the one a step beyond. A step is a day, 0.001 of the unit, or the next
//! step of a scale.

use crate::engine::{
    Amount, Answer, Comparison, Date, Interval, Kind, OLDEST_YEARS, Period, Test, Thousandths,
    Unit, position,
};

/// One answer to a fact.
pub(crate) enum Position {
    /// The value with this index alone; `unclear` if the comparison is unknown for it.
    Value {
        index: usize,
        name: String,
        unclear: bool,
    },
    /// This amount, exactly.
    Amount(Thousandths, Unit),
    /// The day so long before today, or so many days after that day.
    Day { before_today: Period, later: i64 },
}

/// The answers that a comparison of a fact of this kind must be shown with.
pub(crate) fn positions(comparison: &Comparison, kind: &Kind) -> Vec<Position> {
    match &comparison.test {
        Test::Is { unclear, .. } | Test::Has { unclear, .. } => values(kind, unclear),
        Test::Step { at_least, below } => steps(kind.values(), [at_least, below]),
        Test::Amount { at_least, below } => amounts([*at_least, *below], -1, kind),
        Test::Bounds {
            at_least,
            above,
            below,
            at_most,
        } => {
            let mut all = amounts([*at_least, *below], -1, kind);
            all.extend(amounts([*above, *at_most], 1, kind));
            all
        }
        Test::Age { at_least, below } => days([*at_least, *below], [0, 1]),
        Test::Within(period) | Test::LongerAgoThan(period) => days([Some(*period), None], [0, -1]),
    }
}

fn values(kind: &Kind, unclear: &[String]) -> Vec<Position> {
    let truths = ["false".to_owned(), "true".to_owned()];
    let names = if *kind == Kind::YesNo {
        &truths
    } else {
        kind.values()
    };
    let value = |(index, name): (usize, &String)| Position::Value {
        index,
        name: name.clone(),
        unclear: unclear.contains(name),
    };
    names.iter().enumerate().map(value).collect()
}

fn steps(steps: &[String], ends: [&Option<String>; 2]) -> Vec<Position> {
    let mut indices = Vec::new();
    for end in ends.into_iter().flatten() {
        let Some(at) = steps.iter().position(|step| step == end) else {
            continue;
        };
        indices.extend(at.checked_sub(1));
        indices.push(at);
    }
    indices.dedup();
    let step = |index: usize| {
        let name = steps.get(index)?.clone();
        let unclear = false;
        Some(Position::Value {
            index,
            name,
            unclear,
        })
    };
    indices.into_iter().filter_map(step).collect()
}

fn amounts(ends: [Option<(Thousandths, Unit)>; 2], beside: i64, kind: &Kind) -> Vec<Position> {
    let Kind::Quantity(dimension) = kind else {
        return Vec::new();
    };
    let near = |(number, unit): (Thousandths, Unit)| {
        [number, Thousandths(number.0 + beside)].map(|number| (number, unit))
    };
    let possible = |(number, unit): &(Thousandths, Unit)| {
        let at = Interval::point(Amount::new(*number, *unit).from_here());
        at.within(dimension.range())
    };
    let all = ends.into_iter().flatten().flat_map(near);
    all.filter(possible)
        .map(|(number, unit)| Position::Amount(number, unit))
        .collect()
}

fn days(ends: [Option<Period>; 2], later: [i64; 2]) -> Vec<Position> {
    let near = |before_today: Period| {
        later.map(|later| Position::Day {
            before_today,
            later,
        })
    };
    ends.into_iter().flatten().flat_map(near).collect()
}

impl Position {
    /// Whether an answer, given on the day `today`, is this one and nothing else.
    pub(crate) fn is(&self, answer: Answer, today: Date) -> bool {
        match (self, answer) {
            (Self::Value { index, .. }, Answer::Value(value)) => usize::from(value) == *index,
            (Self::Value { index, .. }, Answer::Values(values)) => values == 1 << *index,
            (Self::Amount(number, unit), Answer::Quantity(amounts)) => {
                amounts == Interval::point(Amount::new(*number, *unit).from_here())
            }
            (Self::Day { .. }, Answer::Date(date)) => {
                self.day(today).map(Interval::point) == Some(date.days())
            }
            _ => false,
        }
    }

    /// Whether nobody can give this answer: the day is taken as too long ago, or not yet there.
    pub(crate) fn is_out_of_reach(&self, today: Date) -> bool {
        let earliest = position(Period::years(OLDEST_YEARS).before(today));
        let reach = earliest..=position(today);
        matches!(self, Self::Day { .. }) && self.day(today).is_none_or(|day| !reach.contains(&day))
    }

    fn day(&self, today: Date) -> Option<i64> {
        match self {
            Self::Day {
                before_today,
                later,
                ..
            } => Some(position(before_today.before(today)) + later),
            _ => None,
        }
    }

    /// Says which answer it is: "`weight` is 9.999 kg".
    pub(crate) fn in_words(&self, fact: &str) -> String {
        match self {
            Self::Value { name, .. } => format!("`{fact}` is `{name}` and nothing else"),
            Self::Amount(number, unit) => {
                format!("`{fact}` is {} {}", number.decimal(), unit.symbol())
            }
            Self::Day {
                before_today,
                later,
            } => {
                let to_the_day = match later {
                    0 => "to the day",
                    1 => "and a day later",
                    _ => "and a day earlier",
                };
                format!(
                    "`{fact}` is {} before `on`, {to_the_day}",
                    length(*before_today)
                )
            }
        }
    }
}

/// A period in the greatest unit that it fills.
fn length(period: Period) -> String {
    let (count, unit) = match period {
        Period::Months(months) if months % 12 == 0 => (months / 12, "year"),
        Period::Months(months) => (months, "month"),
        Period::Days(days) if days % 7 == 0 && days > 0 => (days / 7, "week"),
        Period::Days(days) => (days, "day"),
    };
    let more = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{more}")
}
