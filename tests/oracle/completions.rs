//! Which questions are worth asking, by the definition: completions are
//! written out, criterion by criterion, and compared pair by pair. Values are
//! those on and beside every limit; no rule is taken apart to find them.

use super::answers::Fact::*;
use super::answers::{Answer, Answers, CONDITIONS, Fact, IN_ORDER, choices};
use super::calendar::{Days, birthday, days_later, years_before};
use super::criteria::{CRITERIA, Finding, finding};
use super::numbers::{Numbers, kilograms_in_thousandths};
use std::collections::BTreeMap;
use time::Date;

/// One way to complete what a criterion is about: for each of its facts the
/// number of the chosen value, or 0 where the completion chooses none.
struct Completion {
    chosen: [u8; 4],
    finding: Finding,
}

pub(crate) fn questions(answers: &Answers, today: Date) -> Vec<&'static str> {
    let mut worth_asking: Vec<Fact> = Vec::new();
    for (id, facts) in CRITERIA {
        if facts
            .iter()
            .all(|fact| worth_asking.contains(fact) || !askable(answers, *fact))
        {
            continue;
        }
        let completions = complete(id, facts, answers, today);
        for (place, fact) in facts.iter().enumerate() {
            let new = askable(answers, *fact) && !worth_asking.contains(fact);
            if new && decides(&completions, place) {
                worth_asking.push(*fact);
            }
        }
    }
    let in_order = IN_ORDER
        .iter()
        .filter(|(fact, _)| worth_asking.contains(fact));
    in_order.map(|(_, key)| *key).collect()
}

fn askable(answers: &Answers, fact: Fact) -> bool {
    answers.as_given(fact) == Answer::Missing && !answers.closed(fact)
}

/// Two completions that differ in this answer alone, and in the finding. The
/// first fact beside this one is never a follow-up, so the two agree in it.
fn decides(completions: &[Completion], place: usize) -> bool {
    let mut alike: BTreeMap<u8, Vec<&Completion>> = BTreeMap::new();
    for completion in completions {
        let first_beside = completion.chosen[usize::from(place == 0)];
        alike.entry(first_beside).or_default().push(completion);
    }
    alike.values().any(|alike| {
        alike.iter().enumerate().any(|(number, one)| {
            let others = &alike[number + 1..];
            others
                .iter()
                .any(|other| one.finding != other.finding && differ_alone(one, other, place))
        })
    })
}

/// They differ here, and agree in every other answer that both give.
fn differ_alone(one: &Completion, other: &Completion, place: usize) -> bool {
    if one.chosen[place] == other.chosen[place] {
        return false;
    }
    for elsewhere in 0..4 {
        let (here, there) = (one.chosen[elsewhere], other.chosen[elsewhere]);
        if elsewhere != place && here != there && here != 0 && there != 0 {
            return false;
        }
    }
    one.chosen[place] != 0 && other.chosen[place] != 0
}

fn complete(id: &str, facts: &[Fact], answers: &Answers, today: Date) -> Vec<Completion> {
    let values: Vec<Vec<Answer>> = facts
        .iter()
        .map(|fact| values(id, *fact, answers, today))
        .collect();
    let mut started = vec![(*answers, [0; 4])];
    for (place, fact) in facts.iter().enumerate() {
        let mut longer = Vec::new();
        for (so_far, chosen) in started {
            if !askable(&so_far, *fact) {
                longer.push((so_far, chosen));
                continue;
            }
            for (number, value) in values[place].iter().enumerate() {
                let mut chosen: [u8; 4] = chosen;
                chosen[place] = number as u8 + 1;
                longer.push((so_far.with(*fact, *value), chosen));
            }
        }
        started = longer;
    }
    let accepted = started
        .into_iter()
        .filter(|(completed, _)| !refused(completed));
    accepted
        .map(|(completed, chosen)| Completion {
            chosen,
            finding: finding(id, &completed, today),
        })
        .collect()
}

/// A date certainly before birth, whose gate is neither closed nor can be
/// closed by what another criterion leaves to be answered. (A date that is
/// itself still to be answered elsewhere can always be today.)
fn refused(completed: &Answers) -> bool {
    let Answer::Date(birth) = completed.as_given(BirthDate) else {
        return false;
    };
    [AlloHsctDate, OtherCancerFound]
        .into_iter()
        .any(|fact| match completed.counted(fact) {
            Answer::Date(days) => days.last < birth.first && !completed.could_still_close(fact),
            _ => false,
        })
}

fn values(id: &str, fact: Fact, answers: &Answers, today: Date) -> Vec<Answer> {
    let amounts = |amounts: [i128; 5]| {
        amounts
            .map(|amount| Answer::Amount(Numbers::exactly(amount)))
            .to_vec()
    };
    match fact {
        BirthDate | AlloHsctDate | OtherCancerFound => days(id, answers, today),
        Weight => amounts([1, 9_999, 10_000, 10_001, 500_000].map(kilograms_in_thousandths)),
        Cll1 => amounts([0, 49_999, 50_000, 50_001, 100_000]),
        SeriousConditions => every_set_of_conditions(),
        ToxicityRecovered | AlloHsct | SevereAllergy | OtherCancer | ActiveInfection => {
            vec![Answer::YesNo(true), Answer::YesNo(false)]
        }
        _ => choices(fact)
            .iter()
            .map(|word| Answer::Choice(word))
            .collect(),
    }
}

fn every_set_of_conditions() -> Vec<Answer> {
    (0..1u8 << CONDITIONS.len())
        .map(|set| Answer::Conditions([0, 1, 2, 3, 4, 5, 6].map(|bit| set >> bit & 1 == 1)))
        .collect()
}

/// The limits of the criterion, the ends of the dates given and of the range,
/// each with its neighbours, as far as they lie within the range.
fn days(id: &str, answers: &Answers, today: Date) -> Vec<Answer> {
    let oldest = years_before(today, 130);
    let mut centres = vec![today, oldest];
    for (limited, years) in [("I2", 3), ("I2", 19), ("I6", 16), ("E2", 3)] {
        if limited == id {
            centres.extend([years_before(today, years), birthday(today, -years)]);
        }
    }
    if id == "E8" {
        centres.push(days_later(today, -42));
    }
    for fact in [BirthDate, AlloHsctDate, OtherCancerFound] {
        if let Answer::Date(given) = answers.as_given(fact) {
            centres.extend([given.first, given.last.min(today)]);
        }
    }
    let mut days: Vec<Date> = Vec::new();
    for centre in centres {
        days.extend([-1, 0, 1].map(|step| days_later(centre, step)));
    }
    days.retain(|day| *day >= oldest && *day <= today);
    days.sort();
    days.dedup();
    days.into_iter()
        .map(|day| Answer::Date(Days::one(day)))
        .collect()
}
