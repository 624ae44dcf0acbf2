//! Laboratory amounts against a judge that shares no code with the engine: decimal text is compared
//! as fractions of whole numbers, with a table of units written here once more.

#![allow(missing_docs, clippy::pedantic)]

use prescreen::authoring::read_json_answers;
use prescreen::coded::{decode, encode};
use prescreen::engine::{
    Accepted, Date, Finding, Month, Trial, TrialDefinition, Unit, accept_given, findings,
    read_answers, write_answers,
};
use serde_json::json;
use std::cmp::Ordering;

/// A unit, and the numerator and the denominator of its size in the usual unit.
type Size = (&'static str, i128, i128);

/// Each dimension: its units, the usual one first, and the greatest number of that.
const DIMENSIONS: [(&str, &[Size], i128); 8] = [
    (
        "mass",
        &[("kg", 1, 1), ("jin", 1, 2), ("lb", 45_359_237, 100_000_000)],
        500,
    ),
    ("percentage", &[("%", 1, 1)], 100),
    (
        "cell_count",
        &[
            ("10^9/L", 1, 1),
            ("10^3/uL", 1, 1),
            ("/uL", 1, 1000),
            ("/mm3", 1, 1000),
        ],
        10_000,
    ),
    (
        "mass_concentration",
        &[
            ("g/L", 1, 1),
            ("g/dL", 10, 1),
            ("mg/dL", 1, 100),
            ("mg/L", 1, 1000),
            ("ug/L", 1, 1_000_000),
        ],
        1000,
    ),
    (
        "substance_concentration",
        &[("mmol/L", 1, 1), ("umol/L", 1, 1000)],
        1000,
    ),
    ("times_upper_limit", &[("xULN", 1, 1)], 1000),
    ("clearance", &[("mL/min", 1, 1)], 1000),
    ("indexed_clearance", &[("mL/min/1.73m2", 1, 1)], 1000),
];

/// The ends of a comparison: the keys that it has, and what they ask of an amount and its limit.
type Holds = fn(Ordering) -> bool;
const ENDS: [(&str, Holds); 4] = [
    ("at_least", Ordering::is_ge),
    ("above", Ordering::is_gt),
    ("below", Ordering::is_lt),
    ("at_most", Ordering::is_le),
];

fn today() -> Date {
    Date::from_calendar_date(2026, Month::November, 24).unwrap()
}

/// A trial with one question, and one inclusion criterion that compares it with one limit.
fn trial(dimension: &str, end: &str, limit: (i64, &str)) -> Trial {
    let definition = json!({
        "nct_id": "NCT00000001", "last_update": "2026-01-01",
        "facts": [{"id": "value", "kind": {"quantity": dimension}}],
        "criteria": [{"id": "I1", "polarity": "inclusion",
            "rule": {"compare": {"fact": "value", "test": {"bounds": {end: limit}}}}}],
    });
    let definition: TrialDefinition = serde_json::from_value(definition).unwrap();
    Trial::check(&definition).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

fn accepted(trial: &Trial, amount: &str) -> Accepted {
    let given = read_json_answers(format!("{{\"value\": {amount}}}").as_bytes()).unwrap();
    accept_given(trial, &given, today()).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

fn finding(trial: &Trial, amount: &str) -> Finding {
    findings(trial, &accepted(trial, amount))[0]
}

/// Compares two numbers of thousandths, each with the size of its unit, by cross-multiplying.
fn compare(one: (i64, (i128, i128)), other: (i64, (i128, i128))) -> Ordering {
    let (one, (over, under)) = one;
    let (other, (over_other, under_other)) = other;
    (i128::from(one) * over * under_other).cmp(&(i128::from(other) * over_other * under))
}

fn decimal(thousandths: i64) -> String {
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}

/// Numbers around a limit said in another unit: the nearest thousandths below and above it, and
/// some further away.
fn around(limit: (i64, (i128, i128)), size: (i128, i128)) -> impl Iterator<Item = i64> {
    let (number, (over, under)) = limit;
    let nearest = i128::from(number) * over * size.1 / (under * size.0);
    let nearest = i64::try_from(nearest).unwrap();
    [-1000, -1, 0, 1, 2, 1000]
        .into_iter()
        .map(move |step| nearest + step)
        .filter(|number| *number > 0)
}

#[test]
fn every_amount_is_judged_as_fractions_of_whole_numbers_are() {
    let mut judged = [0, 0];
    for (dimension, units, greatest) in DIMENSIONS {
        for (unit, over, under) in units {
            for limit in [1, 999, 1_500, 9_000, 50_000, 99_999] {
                for (end, holds) in ENDS {
                    let trial = trial(dimension, end, (limit, unit));
                    for (other, over_other, under_other) in units {
                        let size = (*over_other, *under_other);
                        for number in around((limit, (*over, *under)), size) {
                            if compare((number, size), (greatest as i64 * 1000, (1, 1))).is_gt() {
                                continue;
                            }
                            let holds = holds(compare((number, size), (limit, (*over, *under))));
                            let amount = format!(
                                "{{\"value\": {}, \"unit\": \"{other}\"}}",
                                decimal(number)
                            );
                            let expected = [Finding::Conflicts, Finding::Fits][usize::from(holds)];
                            assert_eq!(
                                finding(&trial, &amount),
                                expected,
                                "{amount} {end} {limit} thousandths of {unit}"
                            );
                            judged[usize::from(holds)] += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(judged.iter().all(|count| *count > 1000), "{judged:?}");
}

#[test]
fn the_two_bands_at_a_limit_are_settled_and_one_across_it_is_open() {
    for (dimension, units, _) in DIMENSIONS {
        let (unit, ..) = units[0];
        let band = |ends: &str| format!("{{{ends}, \"unit\": \"{unit}\"}}");
        for (end, other, limit_fits) in [
            ("at_least", "below", true),
            ("above", "at_most", false),
            ("below", "at_least", false),
            ("at_most", "above", true),
        ] {
            let trial = trial(dimension, end, (50_000, unit));
            let found = |ends: &str| finding(&trial, &band(ends));
            assert_eq!(
                found(&format!("\"{end}\": 50")),
                Finding::Fits,
                "{dimension} {end}"
            );
            assert_eq!(
                found(&format!("\"{other}\": 50")),
                Finding::Conflicts,
                "{dimension} {end}"
            );
            let at_limit = [Finding::Conflicts, Finding::Fits][usize::from(limit_fits)];
            assert_eq!(found("\"value\": 50"), at_limit, "{dimension} {end}");
            assert_eq!(
                found("\"at_least\": 50, \"at_most\": 50"),
                at_limit,
                "{dimension} {end}"
            );
            assert_eq!(
                found("\"above\": 49, \"below\": 51"),
                Finding::Open,
                "{dimension} {end}"
            );
            assert_eq!(trial.amount_bands(0).len(), 2, "{dimension} {end}");
        }
    }
}

#[test]
fn every_band_comes_back_from_an_answers_file_and_from_a_code() {
    for (dimension, units, _) in DIMENSIONS {
        for (unit, ..) in units {
            let trial = trial(dimension, "at_most", (50_000, unit));
            for ends in [
                "\"value\": 12.345",
                "\"at_least\": 12.345",
                "\"above\": 12.345",
                "\"below\": 12.345",
                "\"at_most\": 12.345",
                "\"above\": 12, \"at_most\": 13.001",
                "\"at_least\": 12, \"below\": 13",
                "\"at_most\": 50",
                "\"above\": 50",
            ] {
                let accepted = accepted(&trial, &format!("{{{ends}, \"unit\": \"{unit}\"}}"));
                let written = write_answers(&trial, &accepted).expect("its trial");
                let read = read_answers(&trial, &written).expect("an answers file");
                assert_eq!(&read, accepted.answers(), "{written:?}");
                let code = encode(&trial, 7, &accepted);
                assert_eq!(decode(&trial, 7, &code), Ok(accepted), "{code}");
            }
        }
    }
}

#[test]
fn amounts_that_cannot_be_and_units_of_another_dimension_are_refused_by_name() {
    for (dimension, units, greatest) in DIMENSIONS {
        let (usual, ..) = units[0];
        let trial = trial(dimension, "at_most", (50_000, usual));
        let refused = |amount: String| {
            let given = read_json_answers(format!("{{\"value\": {amount}}}").as_bytes()).unwrap();
            let mistakes = accept_given(&trial, &given, today()).unwrap_err();
            mistakes.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        let over = refused(format!(
            "{{\"value\": {greatest}.001, \"unit\": \"{usual}\"}}"
        ));
        let range = format!("{greatest} {usual}");
        assert!(over[0].ends_with(&range), "{over:?}");
        let own: Vec<_> = units.iter().map(|(unit, ..)| *unit).collect();
        let accepted: Vec<_> = own.iter().map(|unit| format!("`\"{unit}\"`")).collect();
        for (other, _) in Unit::all().filter(|(unit, _)| !own.contains(unit)) {
            let said = refused(format!("{{\"value\": 1, \"unit\": \"{other}\"}}"));
            let expected = format!(
                "found the unit `\"{other}\"`, accepted are {}",
                accepted.join(", ")
            );
            assert_eq!(said, [expected]);
        }
        let both = refused(format!(
            "{{\"above\": 1, \"at_least\": 1, \"unit\": \"{usual}\"}}"
        ));
        assert!(
            both[0].contains("one of `at_least` and `above`"),
            "{both:?}"
        );
    }
}

#[test]
fn every_unit_of_the_engine_is_judged_here() {
    let mut here: Vec<_> = DIMENSIONS
        .iter()
        .flat_map(|(_, units, _)| units.iter().map(|(unit, ..)| *unit))
        .collect();
    let mut there: Vec<_> = Unit::all().map(|(symbol, _)| symbol).collect();
    here.sort_unstable();
    there.sort_unstable();
    assert_eq!(here, there);
}
