//! Reviews of trials: what `check_review` says of what was changed since, as data in
//! `review/cases.toml`; that a review is the same bytes each time and depends on what a trial says
//! alone; and what the command does. A new case needs no code.

#![allow(missing_docs)]

use prescreen::authoring::{Review, Signature, check_review, load_trial, review};
use prescreen::engine::{Date, Month};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use toml::{Table, Value};

const TRIAL: &str = "trials/nct00000001.toml";
const RECORD: &str = "registry/NCT00000001.json";
const REVIEW: &str = "reviewed/nct00000001.toml";

/// A copy of the small trial of the authoring tests that a test may change.
fn copy(name: &str) -> PathBuf {
    let www = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("review")
        .join(name);
    fs::remove_dir_all(&www).ok();
    for file in [TRIAL, RECORD] {
        let to = www.join(file);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(Path::new("tests/authoring/good").join(file), to).unwrap();
    }
    www
}

fn day(day: u8) -> Date {
    Date::from_calendar_date(2026, Month::November, day).unwrap()
}

fn signature(name: &str, on: u8) -> Signature {
    Signature::new(name, "an \"example\"", day(on)).unwrap()
}

/// Reviews the trial of a folder, and writes it down.
fn take_down(www: &Path, signature: Option<Signature>) -> Review {
    let (review, said) = review(www, &www.join(TRIAL), signature);
    assert_eq!(said, []);
    let review = review.expect("it is reviewed");
    fs::create_dir_all(review.path.parent().unwrap()).unwrap();
    fs::write(&review.path, &review.text).unwrap();
    review
}

fn said(www: &Path) -> Vec<String> {
    let said = check_review(www, &www.join(TRIAL));
    assert!(said.iter().all(|said| !said.is_error()), "all are warnings");
    said.into_iter().map(|said| said.message).collect()
}

fn replace(path: &Path, old: &str, new: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert_eq!(text.matches(old).count(), 1, "{old}");
    fs::write(path, text.replace(old, new)).unwrap();
}

#[test]
fn what_was_changed_since_a_review_is_said_once() {
    let text = fs::read_to_string("tests/review/cases.toml").unwrap();
    let document: Table = text.parse().unwrap();
    for case in document["case"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let www = copy(name);
        match case["review"].as_str().unwrap() {
            "none" => {}
            "unsigned" => _ = take_down(&www, None),
            "signed" => _ = take_down(&www, Some(signature("A. Nother", 24))),
            other => panic!("{other} is no review"),
        }
        let file = case.get("file").and_then(Value::as_str).unwrap_or(TRIAL);
        for change in case
            .get("change")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let side = |side: usize| change[side].as_str().unwrap();
            replace(&www.join(file), side(0), side(1));
        }
        let expected = case["said"].as_array().unwrap().iter();
        let expected: Vec<_> = expected.map(|one| one.as_str().unwrap()).collect();
        assert_eq!(said(&www), expected, "{name}");
    }
}

#[test]
fn a_review_is_the_same_bytes_each_time_and_has_its_parts_in_order() {
    let www = copy("same");
    let first = take_down(&www, Some(signature("A. Nother", 24)));
    let again = take_down(&www, Some(signature("A. Nother", 24)));
    assert_eq!(first, again);
    let document: Table = first.text.parse().unwrap();
    for key in ["texts", "others"] {
        let start = first.text.find(&format!("[{key}]")).unwrap();
        let lines = first.text[start..].lines().skip(1);
        let lines: Vec<_> = lines.take_while(|line| !line.is_empty()).collect();
        assert!(lines.is_sorted(), "{key}");
        assert_eq!(lines.len(), document[key].as_table().unwrap().len());
    }
}

#[test]
fn comments_layout_and_the_order_of_keys_and_of_sets_make_no_other_content() {
    let www = copy("layout");
    let path = www.join(TRIAL);
    let before = take_down(&www, None);
    let text = fs::read_to_string(&path).unwrap();
    let document: Table = text.parse().unwrap();
    fs::write(&path, toml::to_string(&document).unwrap()).unwrap();
    assert_eq!(take_down(&www, None).content, before.content);
    fs::write(&path, text).unwrap();
    replace(&path, "value = 31.5,", "value = 31.50,");
    replace(
        &path,
        "unanswered = [\"activity\"]\nunknown = [\"birth_date\", \"transplant\",",
        "# A comment.\nunanswered = [ \"activity\" ]\nunknown = [\"transplant\", \"birth_date\",",
    );
    assert_eq!(take_down(&www, None).content, before.content);
}

#[test]
fn signatures_are_kept_and_each_is_of_its_content() {
    let www = copy("signatures");
    let first = take_down(&www, Some(signature("A. Nother", 23)));
    assert_eq!(first.signatures, 1);
    assert_eq!(said(&www), [""; 0]);
    // The same person once more is no second signature, and somebody else is.
    assert_eq!(
        take_down(&www, Some(signature("A. Nother", 24))).signatures,
        1
    );
    assert_eq!(
        take_down(&www, Some(signature("B. Nother", 24))).signatures,
        2
    );
    replace(&www.join(TRIAL), "\"From age 18\"", "\"At age 18\"");
    let changed = take_down(&www, None);
    assert_eq!(changed.signatures, 0);
    assert_eq!(changed.text.matches(&first.content).count(), 2);
    let warnings = check_review(&www, &www.join(TRIAL));
    assert_eq!(warnings.len(), 1);
    assert_eq!(
        warnings[0].hints[0],
        "B. Nother (an \"example\") on 2026-11-24 signed other content"
    );
    // What was signed once stays signed.
    replace(&www.join(TRIAL), "\"At age 18\"", "\"From age 18\"");
    assert_eq!(said(&www), [""; 0]);
}

#[test]
fn a_trial_with_mistakes_and_a_broken_review_are_refused() {
    let www = copy("refused");
    take_down(&www, Some(signature("A. Nother", 24)));
    fs::write(www.join(REVIEW), "format = 1\nnct_id = ").unwrap();
    let (none, said) = review(&www, &www.join(TRIAL), None);
    assert!(none.is_none());
    assert!(said[0].source.path.ends_with(REVIEW), "{}", said[0]);
    fs::remove_file(www.join(REVIEW)).unwrap();
    replace(&www.join(TRIAL), "format = 1", "format = 2");
    let (none, said) = review(&www, &www.join(TRIAL), None);
    assert!(none.is_none());
    assert_eq!(said[0].message, "found the format `2`, accepted is `1`");
}

#[test]
fn no_bytes_of_a_review_make_the_check_panic() {
    let www = copy("bytes");
    let good = take_down(&www, Some(signature("A. Nother", 24))).text;
    let mut number: usize = 1;
    for _ in 0..300 {
        number = number
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let mut bytes = good.clone().into_bytes();
        let at = (number >> 33) % bytes.len();
        bytes[at] = b"\"'{}[]=,#\n. 0\x00\xff"[(number >> 20) % 15];
        fs::write(www.join(REVIEW), bytes).unwrap();
        said(&www);
    }
}

#[test]
fn the_trials_of_the_site_have_a_review_of_what_stands_in_them() {
    for entry in fs::read_dir("www/trials").unwrap() {
        let trial = entry.unwrap().path();
        let (loaded, _) = load_trial("www".as_ref(), &trial, Vec::new());
        assert!(loaded.is_some(), "{}", trial.display());
        let said = check_review("www".as_ref(), &trial);
        let changed: Vec<_> = said.iter().map(|said| said.message.as_str()).collect();
        let only_draft = ["the trial is a draft: nobody has signed this content"];
        assert!(
            changed.is_empty() || changed == only_draft,
            "look at what was changed, then `prescreen review {}`: {changed:#?}",
            trial.display()
        );
    }
}

fn command(www: &Path, arguments: &[&str]) -> (Output, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_prescreen"))
        .current_dir(www)
        .args(["review", TRIAL])
        .args(arguments)
        .output()
        .unwrap();
    let text = String::from_utf8([&output.stdout[..], &output.stderr].concat()).unwrap();
    (output, text)
}

#[test]
fn the_command_writes_the_review_and_takes_no_half_signature() {
    let www = copy("command");
    let (output, text) = command(&www, &[]);
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(
        text.ends_with("; not signed: the trial is a draft\n"),
        "{text}"
    );
    let signed = [
        "--name",
        "A. Nother",
        "--role",
        "an example",
        "--on",
        "2024-02-29",
    ];
    let (output, text) = command(&www, &signed);
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(text.ends_with("; 1 signature\n"), "{text}");
    assert_eq!(said(&www), [""; 0]);
    for wrong in [
        &signed[..4],
        &signed[2..],
        &["--name", "", "--role", "x", "--on", "2024-02-29"],
        &["--name", "x", "--role", "x", "--on", "2024-02"],
    ] {
        let (output, text) = command(&www, wrong);
        assert_eq!(output.status.code(), Some(2), "{text}");
    }
    let future = ["--name", "x", "--role", "x", "--on", "2099-12-31"];
    let (output, _) = command(&www, &future);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.starts_with("error: found the day 2099-12-31, which has not come yet"),
        "{said}"
    );
    replace(&www.join(TRIAL), "format = 1", "format = 2");
    let (output, _) = command(&www, &[]);
    assert_eq!(output.status.code(), Some(1));
}
