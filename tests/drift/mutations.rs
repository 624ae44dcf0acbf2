//! Every word, digit, comparator and unit of the first trial's pinned record is changed, one at a
//! time: each change is told, of the right criterion. So is every change of every value.

use super::{drift, paths_of, set_criteria};
use prescreen::authoring::Outcome;
use serde_json::{Value, json};
use std::path::Path;

/// The pinned record of the first trial.
pub(crate) fn first() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/registry/NCT07338357.json");
    let text = std::fs::read_to_string(path).expect("the record is there");
    serde_json::from_str(&text).expect("JSON")
}

/// The text of its criteria.
pub(crate) fn first_criteria() -> String {
    let text = &first()["protocolSection"]["eligibilityModule"]["eligibilityCriteria"];
    text.as_str().expect("a text").to_owned()
}

/// A criterion in the text: its id, and where its words stand, after the marker.
struct Criterion {
    id: String,
    start: usize,
    end: usize,
}

fn criteria(text: &str) -> Vec<Criterion> {
    let (mut letter, mut at, mut criteria) = ('I', 0, Vec::new());
    for line in text.split_inclusive('\n') {
        if line.starts_with("Exclusion") {
            letter = 'E';
        }
        if let Some((number, words)) = line.split_once(". ")
            && number.bytes().all(|byte| byte.is_ascii_digit())
        {
            criteria.push(Criterion {
                id: format!("{letter}{number}"),
                start: at + line.len() - words.len(),
                end: at + line.trim_end().len(),
            });
        }
        at += line.len();
    }
    criteria
}

/// Says which changes are not told, or not of the right criterion; `ways` gives the other ways
/// of writing the words of a criterion.
fn not_told(ways: fn(&str) -> Vec<String>) -> (usize, Vec<String>) {
    let (pinned, text) = (first(), first_criteria());
    let (mut count, mut wrong) = (0, Vec::new());
    let criteria = criteria(&text);
    assert_eq!(criteria.len(), 21, "the criteria are found");
    for Criterion { id, start, end } in criteria {
        for words in ways(&text[start..end]) {
            count += 1;
            let mut record = first();
            set_criteria(
                &mut record,
                &format!("{}{words}{}", &text[..start], &text[end..]),
            );
            let drift = serde_json::to_value(drift(&pinned, &record)).expect("JSON");
            let found = &drift["eligibility_criteria"];
            let is_told = found.as_array().is_some_and(|found| found.len() == 1)
                && found[0]["change"] == "changed"
                && found[0]["old"][0]["ids"] == json!([id])
                && found[0]["new"][0]["ids"] == json!([id])
                && drift["outcome"] == "drift";
            if !is_told {
                wrong.push(format!("{id}: {words}: {found}"));
            }
        }
    }
    (count, wrong)
}

/// Where the words of a text stand.
fn words(text: &str) -> Vec<(usize, &str)> {
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace()
        .map(|word| (place(word), word))
        .collect()
}

fn each_word(text: &str) -> Vec<String> {
    let mut changed = Vec::new();
    let words = words(text);
    for (at, word) in &words {
        let (before, after) = (&text[..*at], &text[at + word.len()..]);
        changed.push(format!("{before}{}", after.trim_start()));
        changed.push(format!("{before}xyz{after}"));
        changed.push(format!("{before}{word} {word}{after}"));
    }
    for pair in words.windows(2) {
        let [(at, one), (next, other)] = pair else {
            unreachable!("pairs")
        };
        if one != other {
            let (between, after) = (&text[at + one.len()..*next], &text[next + other.len()..]);
            changed.push(format!("{}{other}{between}{one}{after}", &text[..*at]));
        }
    }
    changed
}

/// Puts each of some words in the place of each other.
fn each_for_another(text: &str, known: &[&str], whole_words: WholeWords) -> Vec<String> {
    let mut changed = Vec::new();
    for found in known {
        for (at, _) in text.match_indices(found) {
            let (before, after) = (&text[..at], &text[at + found.len()..]);
            let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
            let inside = is_letter(before.chars().last()) || is_letter(after.chars().next());
            if whole_words == WholeWords::Yes && inside {
                continue;
            }
            let others = known.iter().filter(|other| *other != found);
            changed.extend(others.map(|other| format!("{before}{other}{after}")));
        }
    }
    changed
}

/// Whether a part of a word is passed over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WholeWords {
    Yes,
    No,
}

fn each_digit(text: &str) -> Vec<String> {
    let digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    each_for_another(text, &digits, WholeWords::No)
}

fn each_comparator(text: &str) -> Vec<String> {
    let comparators = ["≥", "≤", "\\<", "\\>", "=", "≠", "<", ">", "\u{fffd}"];
    let mut changed = each_for_another(text, &comparators, WholeWords::No);
    // `\<` is `<`: to take the sign away from its escape says the same, or nothing.
    changed.retain(|words| plain(words) != plain(text) && !words.contains("\\≥"));
    changed
}

fn plain(text: &str) -> String {
    text.replace('\\', "")
}

fn each_unit(text: &str) -> Vec<String> {
    let units = [
        "years", "year", "months", "weeks", "days", "hours", "kg", "g", "mg", "lb", "%", "mm3",
    ];
    each_for_another(text, &units, WholeWords::Yes)
}

#[test]
fn every_word_taken_away_replaced_doubled_or_swapped_is_told_of_its_criterion() {
    let (count, wrong) = not_told(each_word);
    println!("{count} changes of words");
    assert!(count > 1_500, "{count} changes");
    assert!(
        wrong.is_empty(),
        "{} of {count}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_digit_comparator_and_unit_is_told_of_its_criterion() {
    for (what, changed, least) in [
        ("digits", each_digit as fn(&str) -> Vec<String>, 200),
        ("comparators", each_comparator, 30),
        ("units", each_unit, 90),
    ] {
        let (count, wrong) = not_told(changed);
        println!("{count} changes of {what}");
        assert!(count >= least, "{count} changes of {what}");
        assert!(
            wrong.is_empty(),
            "{} of {count} {what}:\n{}",
            wrong.len(),
            wrong.join("\n")
        );
    }
}

#[test]
fn every_word_of_a_heading_is_told() {
    let text = first_criteria();
    for heading in ["Inclusion Criteria:", "Exclusion Criteria:"] {
        for words in each_word(heading) {
            let mut record = first();
            set_criteria(&mut record, &text.replace(heading, &words));
            let drift = drift(&first(), &record);
            assert_eq!(drift.outcome(), Outcome::Drift, "{words}\n{drift}");
        }
    }
}

/// The dates of the record itself: said, and no drift.
const OWN_DATES: [&str; 4] = [
    "/protocolSection/statusModule/statusVerifiedDate",
    "/protocolSection/statusModule/lastUpdateSubmitDate",
    "/protocolSection/statusModule/lastUpdatePostDateStruct/date",
    "/derivedSection/miscInfoModule/versionHolder",
];

/// The first record with the values that a whole one has.
fn whole() -> Value {
    let mut record = first();
    let more = json!({
        "protocolSection": {
            "statusModule": {
                "statusVerifiedDate": "2026-01",
                "lastUpdateSubmitDate": "2026-01-10",
                "startDateStruct": { "type": "ESTIMATED" },
                "primaryCompletionDateStruct": { "date": "2027-10", "type": "ESTIMATED" },
                "completionDateStruct": { "type": "ESTIMATED" },
                "whyStopped": "No supply."
            },
            "identificationModule": { "officialTitle": "A longer title", "acronym": "ABC" },
            "contactsLocationsModule": { "locations": [{
                "facility": "One Hospital", "city": "Nanning", "country": "China",
                "status": "RECRUITING", "contacts": [{ "name": "Somebody else", "phone": "+86 2" }]
            }] }
        },
        "derivedSection": { "miscInfoModule": { "versionHolder": "2026-01-14" } }
    });
    super::lay_over(&mut record, more);
    record["protocolSection"]["contactsLocationsModule"]["centralContacts"][0]["phoneExt"] =
        "12".into();
    record["protocolSection"]["contactsLocationsModule"]["centralContacts"][0]["email"] =
        "a@b.example".into();
    record
}

/// Another value of the same kind.
fn other(value: &Value) -> Value {
    match value {
        Value::String(text) => format!("{text}1").into(),
        Value::Bool(truth) => (!truth).into(),
        Value::Number(_) => 11.into(),
        other => panic!("not a leaf: {other}"),
    }
}

#[test]
fn every_value_of_a_record_that_is_changed_or_gone_is_told() {
    let pinned = whole();
    let mut paths = Vec::new();
    paths_of(&pinned["protocolSection"], "/protocolSection", &mut paths);
    paths.retain(|path| {
        pinned
            .pointer(path)
            .is_some_and(|value| !value.is_object() && !value.is_array())
    });
    let unread = |path: &String| {
        OWN_DATES.contains(&path.as_str())
            || path.ends_with("/nctId")
            || path.ends_with("lastUpdatePostDateStruct/type")
    };
    let values: Vec<_> = paths.iter().filter(|path| !unread(path)).collect();
    println!("{} values", values.len());
    assert!(values.len() > 50, "{} values", values.len());
    for path in values {
        let mut record = pinned.clone();
        let value = record.pointer_mut(path).expect("a value");
        *value = other(value);
        let told = drift(&pinned, &record);
        assert_eq!(told.outcome(), Outcome::Drift, "{path}\n{told}");
        *record.pointer_mut(path).expect("a value") = Value::Null;
        let told = drift(&pinned, &record);
        assert_eq!(told.outcome(), Outcome::Drift, "{path}\n{told}");
    }
}

#[test]
fn the_dates_of_the_record_itself_are_said_and_no_drift() {
    let pinned = whole();
    for path in OWN_DATES {
        let mut record = pinned.clone();
        *record.pointer_mut(path).expect("a date") = "2026-07".into();
        let drift = drift(&pinned, &record);
        assert_eq!(drift.outcome(), Outcome::NoDrift, "{path}\n{drift}");
        let json = serde_json::to_string(&drift).expect("JSON");
        assert!(json.contains("2026-07"), "{path}\n{json}");
    }
}
