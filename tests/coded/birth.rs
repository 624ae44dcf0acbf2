//! The birth date is not in a code: whoever has the same age and the same other answers has the
//! same code, but for what a rule tells apart.

use crate::oracle::people::person;
use crate::{accepted, day, first_trial};
use prescreen::coded::{decode, encode};
use prescreen::engine::{
    Iso, age_limit_until, birth_days, completed_years, day_at, findings, is_birth_told, position,
};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

const TODAY: &str = "2026-11-22";

fn file(birth: &str, others: Value) -> Map<String, Value> {
    let Value::Object(mut file) = others else {
        panic!("an object")
    };
    file.insert("birth_date".to_owned(), json!(birth));
    file
}

fn code(birth: &str, others: &Value) -> String {
    let (trial, version) = first_trial();
    let accepted = accepted(&file(birth, others.clone()), day(TODAY));
    encode(trial, *version, &accepted.expect("an accepted person"))
}

fn code_of_day(birth: i64, others: &Value) -> String {
    code(&Iso(day_at(birth)).to_string(), others)
}

/// How many days in a row have another code than the day before, by age.
fn cuts(others: &Value, births: std::ops::RangeInclusive<i64>) -> BTreeMap<u16, usize> {
    let age = |birth: i64| completed_years(day_at(birth), day(TODAY));
    let mut cuts = BTreeMap::new();
    let mut before = None;
    for birth in births {
        let code = code_of_day(birth, others);
        if before
            .as_ref()
            .is_some_and(|(same, last)| *same == age(birth) && *last != code)
        {
            *cuts.entry(age(birth)).or_default() += 1;
        }
        before = Some((age(birth), code));
    }
    cuts
}

#[test]
fn two_people_of_one_age_have_one_code() {
    let today = position(day(TODAY));
    // Nothing asked yet, and nothing left to ask: an open question tells no more of the birth.
    for others in [
        json!({}),
        json!({"allo_hsct": true, "other_cancer": true, "other_cancer_kind": "another"}),
        json!({"diagnosis": "aml", "allo_hsct": false, "other_cancer": false}),
    ] {
        let cuts = cuts(&others, today - 45 * 366..=today);
        // Until a year before the age limit nothing of the birth is told but the age. In that year
        // the sheet says until which day the limit is met, and so does the code.
        assert_eq!(cuts, BTreeMap::from([(18, 365)]), "{others}");
    }
}

/// Who turns 3 on the day of the check would be alone in a cell, if a cancer that is still to be
/// asked about made one: it could not have been found before the birth, three years ago today.
#[test]
fn a_third_birthday_on_the_day_of_the_check_is_not_told() {
    let open = json!({});
    let [before, on, after] =
        ["2023-11-21", "2023-11-22", "2023-11-23"].map(|birth| code(birth, &open));
    assert_eq!(before, on, "both are 3");
    assert_ne!(on, after, "3 and 2");
}

/// A code tells few days of birth only where that is said above it; if anywhere, a finding needs it.
#[test]
fn a_birth_is_told_to_few_days_only_where_it_is_said() {
    let (trial, version) = first_trial();
    let mut told = 0;
    for seed in 0..6000 {
        let (file, today) = person(seed);
        let accepted = accepted(&file, today).expect("an accepted person");
        let code = encode(trial, *version, &accepted);
        let read = decode(trial, *version, &code).expect("a code");
        let Some(days) = birth_days(trial, read.answers()) else {
            continue;
        };
        let said = is_birth_told(trial, &accepted);
        assert_eq!(said, is_birth_told(trial, &read), "{code}");
        let limit = age_limit_until(trial, &accepted).is_some();
        assert!(said || limit || days.last - days.first > 28, "{file:?}");
        told += usize::from(said);
    }
    assert!(told < 60, "{told} of 6000");
}

#[test]
fn where_a_finding_needs_the_very_day_it_is_kept_and_said() {
    let found =
        json!({"other_cancer": true, "other_cancer_kind": "another", "other_cancer_found": "2023"});
    let accepted_on = |birth: &str| accepted(&file(birth, found.clone()), day(TODAY)).unwrap();
    let trial = &first_trial().0;
    assert!(is_birth_told(trial, &accepted_on("2023-11-22")));
    assert!(!is_birth_told(trial, &accepted_on("2023-11-21")));
    assert!(!is_birth_told(trial, &accepted_on("2023-11-23")));
    assert_ne!(code("2023-11-22", &found), code("2023-11-21", &found));
    assert_ne!(
        findings(trial, &accepted_on("2023-11-22")),
        findings(trial, &accepted_on("2023-11-21")),
        "found certainly within three years, or perhaps"
    );
}

#[test]
fn two_ages_have_two_codes() {
    let others = json!({"allo_hsct": false, "other_cancer": false});
    let births = (1896..=2026).map(|year| format!("{year}-11-22"));
    let codes: BTreeSet<_> = births.map(|birth| code(&birth, &others)).collect();
    assert_eq!(codes.len(), 131);
}

#[test]
fn a_birth_known_to_the_month_is_told_as_one_age_or_two() {
    let others = json!({"allo_hsct": false, "other_cancer": false});
    let same = |one: &str, other: &str| code(one, &others) == code(other, &others);
    assert!(same("2015-03", "2015-03-09"), "11 either way");
    assert!(same("2015-03", "2015-07"), "11 either way");
    assert!(same("2015", "2015-11"), "10 or 11 either way");
    assert!(!same("2015", "2015-03"), "10 or 11, and 11");
}

#[test]
fn within_an_age_a_code_tells_what_a_rule_tells_apart_and_no_more() {
    // The transplant lies within the last six weeks whenever the child is younger than that: 42 days.
    // As long as its date is asked for, that decides no finding.
    let asked = json!({"other_cancer": false});
    let given = json!({"allo_hsct": true, "allo_hsct_date": "2026", "other_cancer": false});
    // Known to be longer ago, or not to have been, it tells nothing of the birth.
    let long_ago = json!({"allo_hsct": true, "allo_hsct_date": "2026-01", "other_cancer": false});
    let not_known = json!({"allo_hsct": true, "allo_hsct_date": null, "other_cancer": false});
    let today = position(day(TODAY));
    let births = |from: &str| position(day(from))..=today;
    assert_eq!(cuts(&asked, births("2026-01-01")), BTreeMap::new());
    assert_eq!(cuts(&given, births("2026-01-01")), BTreeMap::from([(0, 1)]));
    assert_eq!(cuts(&not_known, births("2026-01-01")), BTreeMap::new());
    let until_january = position(day("2025-11-30"))..=position(day("2026-01-31"));
    assert_eq!(cuts(&long_ago, until_january), BTreeMap::new());
    let differ = |one: i64, other: i64| {
        code_of_day(today - one, &given) != code_of_day(today - other, &given)
    };
    assert!(differ(42, 43) && !differ(41, 42) && !differ(43, 44));
}

#[test]
fn a_birth_to_come_within_the_year_is_cut_at_today() {
    let others = json!({"allo_hsct": false, "other_cancer": false});
    assert_eq!(code("2026", &others), code("2026-11-22", &others));
}
