//! Screening takes any text: what is no answers file is refused with a word, and nothing panics.

use crate::oracle::answers::IN_ORDER;
use crate::oracle::people::person;
use crate::random::trials::{day, today};
use crate::{first_trial, read};
use prescreen::authoring::refusal_json;
use prescreen::engine::{Date, Iso, Report, day_at, position};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Whatever the text is, it is screened or refused, and a refusal says something.
fn is_taken(text: &[u8], today: Date) {
    match read(text, today) {
        Ok(accepted) => {
            let report = Report::of(&first_trial().0, &accepted);
            assert!(report.to_string().contains("NCT07338357"));
            assert!(serde_json::to_value(report).unwrap()["verdict"].is_string());
        }
        Err(mistakes) => {
            assert!(!mistakes.is_empty());
            let said = refusal_json(&mistakes);
            let all = said["error"].as_array().unwrap();
            assert!(all.iter().all(|each| each["message"] != ""));
        }
    }
}

fn any_day() -> impl Strategy<Value = Date> {
    (2026..2060, 1..=12u8, 1..=28u8).prop_map(|(year, month, number)| day(year, month, number))
}

/// A value as it may stand in an answers file: often of the right form, and often just not.
fn any_answer() -> impl Strategy<Value = Value> {
    let words = prop::sample::select(vec![
        "aml",
        "apl",
        "no",
        "now",
        "another",
        "exempt",
        "gvhd",
        "heart",
        "50",
        "100",
        "2015",
        "2015-03",
        "2015-02-29",
        "2026-11-22",
        "0000",
        "9999-12-31",
        "-2015",
        "2015-3-9",
        "",
        "kg",
        "%",
        "\u{0}",
        "二〇一五",
    ]);
    let numbers = prop::sample::select(vec![
        "0",
        "-0",
        "10",
        "31.5",
        "22.047",
        "0.0001",
        "1e3",
        "500",
        "501",
        "-1",
        "1e999",
        "99999999999999999999999999999999999999999999",
        "0.99999999999999999999999999",
    ])
    .prop_map(|text| serde_json::from_str(text).unwrap_or(Value::Null));
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        any::<i64>().prop_map(Value::from),
        numbers,
        words.prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        let names = prop_oneof![
            Just("value".to_owned()),
            Just("at_least".to_owned()),
            Just("below".to_owned()),
            Just("unit".to_owned()),
            any::<String>(),
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((names, inner), 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

fn any_key() -> impl Strategy<Value = String> {
    prop_oneof![
        9 => prop::sample::select(IN_ORDER.to_vec()).prop_map(|(_, key)| key.to_owned()),
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn screening_never_panics_on_any_bytes(bytes: Vec<u8>, today in any_day()) {
        is_taken(&bytes, today);
    }

    #[test]
    fn screening_never_panics_on_any_text(text in any::<String>(), today in any_day()) {
        is_taken(text.as_bytes(), today);
        is_taken(format!("{{\"cns\": {text}}}").as_bytes(), today);
        is_taken(format!("{{\"birth_date\": \"{text}\"}}").as_bytes(), today);
        is_taken(format!("{{\"weight\": {{\"value\": {text}, \"unit\": \"kg\"}}}}").as_bytes(), today);
    }

    #[test]
    fn screening_never_panics_on_any_json(
        entries in prop::collection::vec((any_key(), any_answer()), 0..12),
        today in any_day(),
    ) {
        let entries = entries.iter().map(|(key, value)| format!("{}: {value}", json!(key)));
        let entries: Vec<_> = entries.collect();
        is_taken(format!("{{{}}}", entries.join(", ")).as_bytes(), today);
    }

    #[test]
    fn screening_never_panics_on_a_file_with_a_part_torn_out(
        seed in 0..10_000u64, from in 0..400usize, length in 0..40usize, put in any::<Vec<u8>>(),
    ) {
        let (file, today) = person(seed);
        let mut bytes = serde_json::to_vec(&file).unwrap();
        let from = from.min(bytes.len());
        let to = (from + length).min(bytes.len());
        bytes.splice(from..to, put);
        is_taken(&bytes, today);
    }

    #[test]
    fn an_accepted_day_is_never_before_the_record(days in 0..40_000i64) {
        let today = day_at(position(day(1950, 1, 1)) + days);
        let accepted = read(b"{}", today);
        let from = first_trial().0.last_update();
        prop_assert_eq!(accepted.is_ok(), today >= from, "{}", Iso(today));
    }
}

#[test]
fn nesting_without_end_is_refused() {
    for open in ["[", "{\"a\":", "{\"weight\":", "[{\"a\":["] {
        let text = open.repeat(100_000);
        is_taken(text.as_bytes(), today());
        is_taken(format!("{{\"cns\": {text}").as_bytes(), today());
    }
}
