//! Invented people: from a seed, an answers file that would be accepted, and
//! the day of the check, both gathered around the limits. No real person, and
//! no file that would be refused.

use super::answers::Fact::*;
use super::answers::{Answer, Answers, CONDITIONS, Fact, IN_ORDER, choices};
use super::calendar::{Days, birthday, day, days_later, text, years_before};
use super::dice::{Dice, amount};
use serde_json::{Map, Value, json};
use time::Date;

pub(crate) fn person(seed: u64) -> (Map<String, Value>, Date) {
    let mut dice = Dice(seed);
    let today = day_of_check(&mut dice);
    let answered = dice.one_of(&[20, 60, 85, 97, 100]);
    let unknown = dice.one_of(&[0, 0, 4, 15]);
    let fitting = dice.one_of(&[0, 60, 90, 97, 100]);
    let fitting_dates = dice.one_of(&[fitting, 0, 50]);
    let mut file = Map::new();
    for (fact, key) in IN_ORDER {
        if !dice.percent(answered) {
            continue;
        }
        let value = if dice.percent(unknown) {
            Value::Null
        } else if dice.percent(if dated(fact) { fitting_dates } else { fitting }) {
            fitting_value(&mut dice, fact, today)
        } else {
            any_value(&mut dice, fact, today, &file)
        };
        file.insert(key.to_string(), value);
    }
    drop_what_is_before_birth(&mut dice, &mut file);
    (file, today)
}

/// Facts on which the day of the check bears.
fn dated(fact: Fact) -> bool {
    matches!(
        fact,
        BirthDate | AlloHsct | AlloHsctDate | OtherCancer | OtherCancerKind | OtherCancerFound
    )
}

fn day_of_check(dice: &mut Dice) -> Date {
    let notable = [
        (2026, 1, 13),
        (2026, 11, 22),
        (2027, 2, 28),
        (2027, 3, 1),
        (2028, 2, 28),
        (2028, 2, 29),
        (2028, 3, 1),
        (2029, 2, 28),
        (2032, 2, 29),
        (2031, 3, 1),
        (2030, 1, 1),
        (2033, 12, 31),
        (2040, 2, 29),
        (2040, 12, 31),
    ];
    if dice.percent(40) {
        let (year, month, number) = dice.one_of(&notable);
        return day(year, month, number);
    }
    days_later(day(2026, 1, 13), dice.below(15 * 365 - 10))
}

fn fitting_value(dice: &mut Dice, fact: Fact, today: Date) -> Value {
    match fact {
        Diagnosis => json!("aml"),
        DiseaseCourse => json!(dice.one_of(&["relapsed", "refractory"])),
        BirthDate => json!(some_time_before(dice, today, 1_500..6_500)),
        Weight => json!({"at_least": 10, "unit": "kg"}),
        Lansky | Karnofsky => json!(dice.one_of(&["50", "70", "80", "90", "100"])),
        ToxicityRecovered => json!(true),
        AlloHsct | OtherCancer => json!(dice.percent(40)),
        AlloHsctDate => json!(some_time_before(dice, today, 43..640)),
        OtherCancerFound => json!(some_time_before(dice, today, 1_080..1_980)),
        Cll1 => json!({"at_least": 50, "unit": "%"}),
        SeriousConditions => json!([]),
        OtherCancerKind => json!(dice.one_of(&["exempt", "another"])),
        SevereAllergy | ActiveInfection => json!(false),
        Cns | OrganTransplant | Surgery => json!("no"),
    }
}

fn some_time_before(dice: &mut Dice, today: Date, days: std::ops::Range<i64>) -> String {
    let ago = days.start + dice.below(days.end - days.start);
    partial(dice, days_later(today, -ago))
}

pub(crate) fn any_value(
    dice: &mut Dice,
    fact: Fact,
    today: Date,
    file: &Map<String, Value>,
) -> Value {
    match fact {
        BirthDate => {
            let born = birth(dice, today);
            json!(partial(dice, born))
        }
        AlloHsctDate | OtherCancerFound => {
            let happened = event(dice, today, file);
            json!(partial(dice, happened))
        }
        Weight => amount(dice, true),
        Cll1 => amount(dice, false),
        SeriousConditions => {
            let told: Vec<&str> = CONDITIONS
                .into_iter()
                .rev()
                .filter(|_| dice.percent(20))
                .collect();
            json!(told)
        }
        _ if choices(fact).is_empty() => json!(dice.percent(60)),
        _ => json!(dice.one_of(choices(fact))),
    }
}

fn birth(dice: &mut Dice, today: Date) -> Date {
    let years = dice.one_of(&[3, 16, 18, 19, 3, 16, 19, 0, 2, 17, 40, 130]);
    let beside = dice.one_of(&[-1, 0, 1, -1, 0, 1, -30, 30, 200]);
    let born = match dice.below(5) {
        0 => leap_day_at_most(today.year() - years),
        1 => days_later(today, -dice.below(60)),
        2 => birthday(today, -years),
        3 => days_later(today, -dice.below(25 * 365)),
        _ => years_before(today, years),
    };
    clamped(days_later(born, beside), today)
}

fn event(dice: &mut Dice, today: Date, file: &Map<String, Value>) -> Date {
    let beside = dice.one_of(&[-1, 0, 1, 0, -31, 31]);
    let centre = match (dice.below(7), file.get("birth_date")) {
        (0, Some(Value::String(born))) => Days::read(born).first,
        (1, Some(Value::String(born))) => Days::read(born).last,
        (2, _) => leap_day_at_most(today.year() - 2),
        (3, _) => days_later(today, -dice.below(5 * 365)),
        (4, _) => years_before(today, 3),
        _ => days_later(today, -42),
    };
    clamped(days_later(centre, beside), today)
}

fn leap_day_at_most(year: i32) -> Date {
    day(
        year - year.rem_euclid(4),
        2,
        if year - year.rem_euclid(4) == 1900 {
            28
        } else {
            29
        },
    )
}

fn clamped(wanted: Date, today: Date) -> Date {
    wanted.clamp(years_before(today, 130), today)
}

/// The day, or only its month, or only its year.
fn partial(dice: &mut Dice, known: Date) -> String {
    let length = dice.one_of(&[10, 10, 7, 7, 4]);
    text(known)[..length].to_string()
}

/// A follow-up that counts and lies before birth would be refused: it becomes
/// the birth date, "I don't know", or nothing.
fn drop_what_is_before_birth(dice: &mut Dice, file: &mut Map<String, Value>) {
    let answers = Answers::read(file);
    let Answer::Date(birth) = answers.as_given(BirthDate) else {
        return;
    };
    for (fact, key) in [
        (AlloHsctDate, "allo_hsct_date"),
        (OtherCancerFound, "other_cancer_found"),
    ] {
        if matches!(answers.counted(fact), Answer::Date(days) if days.last < birth.first) {
            match dice.below(4) {
                0 => file.remove(key),
                1 => file.insert(key.to_string(), Value::Null),
                _ => file.insert(key.to_string(), file["birth_date"].clone()),
            };
        }
    }
}
