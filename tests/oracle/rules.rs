//! What the rules of NCT07338357 say, each in plain code with three truth
//! values. There is no rule tree here, and findings are made in `criteria.rs`.

use super::answers::Fact::*;
use super::answers::{Answer, Answers, Fact};
use super::calendar::{completed_years, days_later, years_before};
use super::numbers::kilograms_in_thousandths;
use time::Date;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Truth {
    Yes,
    No,
    Unknown,
}

/// One no decides; without a no, one unknown leaves it unknown.
pub(crate) fn all(parts: &[Truth]) -> Truth {
    if parts.contains(&Truth::No) {
        return Truth::No;
    }
    if parts.contains(&Truth::Unknown) {
        return Truth::Unknown;
    }
    Truth::Yes
}

pub(crate) fn yes_no(answers: &Answers, fact: Fact) -> Truth {
    match answers.counted(fact) {
        Answer::YesNo(true) => Truth::Yes,
        Answer::YesNo(false) => Truth::No,
        _ => Truth::Unknown,
    }
}

pub(crate) fn is_one_of(answers: &Answers, fact: Fact, words: &[&str], unclear: &[&str]) -> Truth {
    match answers.counted(fact) {
        Answer::Choice(word) if words.contains(&word) => Truth::Yes,
        Answer::Choice(word) if unclear.contains(&word) => Truth::Unknown,
        Answer::Choice(_) => Truth::No,
        _ => Truth::Unknown,
    }
}

pub(crate) fn diagnosis_fits(answers: &Answers) -> Truth {
    is_one_of(answers, Diagnosis, &["aml", "apl"], &["mixed"])
}

pub(crate) fn course_fits(answers: &Answers) -> Truth {
    is_one_of(
        answers,
        DiseaseCourse,
        &["relapsed", "refractory"],
        &["remission_again", "traces"],
    )
}

/// 3 to 18 completed years, judged once on every possible day of birth.
pub(crate) fn age_fits(answers: &Answers, today: Date) -> Truth {
    match answers.possible_days(BirthDate, today) {
        Some(days) => days.judge(|born| (3..=18).contains(&completed_years(born, today))),
        None => Truth::Unknown,
    }
}

pub(crate) fn weight_reaches_ten(answers: &Answers) -> Truth {
    match answers.counted(Weight) {
        Answer::Amount(weight) => weight.reach(kilograms_in_thousandths(10_000)),
        _ => Truth::Unknown,
    }
}

pub(crate) fn cll1_reaches_fifty(answers: &Answers) -> Truth {
    match answers.counted(Cll1) {
        Answer::Amount(percentage) => percentage.reach(50_000),
        _ => Truth::Unknown,
    }
}

fn step_reaches(answers: &Answers, fact: Fact, limit: u32) -> Truth {
    match answers.counted(fact) {
        Answer::Choice(step) if step.parse::<u32>().unwrap() >= limit => Truth::Yes,
        Answer::Choice(_) => Truth::No,
        _ => Truth::Unknown,
    }
}

pub(crate) fn activity_suffices(answers: &Answers, today: Date) -> Truth {
    let from_sixteen = step_reaches(answers, Karnofsky, 70);
    let under_sixteen = step_reaches(answers, Lansky, 50);
    let sixteen = match answers.possible_days(BirthDate, today) {
        Some(days) => days.judge(|born| completed_years(born, today) >= 16),
        None => Truth::Unknown,
    };
    match sixteen {
        Truth::Yes => from_sixteen,
        Truth::No => under_sixteen,
        Truth::Unknown if from_sixteen == under_sixteen => from_sixteen,
        Truth::Unknown => Truth::Unknown,
    }
}

pub(crate) fn other_cancer_lately(answers: &Answers, today: Date) -> Truth {
    let limit = years_before(today, 3);
    let lately = match answers.possible_days(OtherCancerFound, today) {
        Some(days) => days.judge(|found| found >= limit && found <= today),
        None => Truth::Unknown,
    };
    let another = is_one_of(answers, OtherCancerKind, &["another"], &[]);
    all(&[yes_no(answers, OtherCancer), another, lately])
}

pub(crate) fn transplant_lately(answers: &Answers, today: Date) -> Truth {
    let limit = days_later(today, -42);
    let lately = match answers.possible_days(AlloHsctDate, today) {
        Some(days) => days.judge(|day| day >= limit && day <= today),
        None => Truth::Unknown,
    };
    all(&[yes_no(answers, AlloHsct), lately])
}

pub(crate) fn serious_condition(answers: &Answers) -> Truth {
    match answers.counted(SeriousConditions) {
        Answer::Conditions([true, ..]) => Truth::Yes,
        Answer::Conditions(told) if told.contains(&true) => Truth::Unknown,
        Answer::Conditions(_) => Truth::No,
        _ => Truth::Unknown,
    }
}
