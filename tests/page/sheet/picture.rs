//! The picture of the sheet, whatever was answered and however wide the letters are: nothing is cut
//! off, nothing lies over anything else, and nothing is missing.

use super::family::{at_the_sheet, families, named};
use crate::fixture::{MONTHS, first_trial};
use prescreen::page::app::App;
use prescreen::page::content::Language;
use prescreen::page::picture::{Font, Mark, Picture};
use proptest::prelude::*;

/// The edges of a mark: left, top, right and bottom.
type Edges = [i32; 4];

/// A plain measure: Chinese characters are square, others are so many percent as wide.
fn measure(percent: i32) -> impl Fn(Font, &str) -> i32 {
    move |font, text| {
        let widths = text.chars().map(|character| match character {
            '\u{2e80}'..='\u{ffff}' => font.size(),
            _ => font.size() * percent / 100,
        });
        widths.sum()
    }
}

fn edges(mark: &Mark, width_of: &dyn Fn(Font, &str) -> i32) -> Edges {
    match mark {
        Mark::Text {
            left,
            baseline,
            font,
            text,
        } => {
            // Letters reach below the line that they stand on.
            let (up, down) = (font.size(), font.size() * 3 / 10);
            let right = left + width_of(*font, text);
            [*left, baseline - up, right, baseline + down]
        }
        Mark::Bar {
            left,
            top,
            width,
            height,
        } => [*left, *top, left + width, top + height],
        Mark::Box { left, top, side }
        | Mark::Code {
            left, top, side, ..
        } => [*left, *top, left + side, top + side],
    }
}

/// What is wrong with a picture.
fn faults(picture: &Picture, width_of: &dyn Fn(Font, &str) -> i32) -> Vec<String> {
    let mut faults = Vec::new();
    let marks = picture.marks.iter();
    let marks: Vec<_> = marks.map(|mark| (mark, edges(mark, width_of))).collect();
    for (place, (mark, own)) in marks.iter().enumerate() {
        let [left, top, right, bottom] = *own;
        let margin = 48;
        if left < margin
            || top < margin
            || right > picture.width - margin
            || bottom > picture.height - margin
        {
            faults.push(format!("in the margin: {mark:?}"));
        }
        for (other, [left_of, top_of, right_of, bottom_of]) in &marks[..place] {
            if left < *right_of && *left_of < right && top < *bottom_of && *top_of < bottom {
                faults.push(format!("{mark:?} lies over {other:?}"));
            }
        }
    }
    let texts = picture.marks.iter().filter_map(|mark| match mark {
        Mark::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    let texts: Vec<_> = texts.collect();
    for criterion in first_trial().trial.criteria() {
        let times = texts.iter().filter(|text| **text == criterion.id()).count();
        if times != 1 {
            faults.push(format!("{} is there {times} times", criterion.id()));
        }
    }
    for lines in texts.windows(2) {
        if let [line, next] = lines
            && is_parted(line, next)
        {
            faults.push(format!("a date is parted: {line} | {next}"));
        }
    }
    for text in texts {
        if text.starts_with(['，', '。', '；', '：', '）', '”', '、', '\u{a0}'])
            || text.ends_with(['（', '“', '\u{a0}'])
        {
            faults.push(format!("broken at the wrong place: {text}"));
        }
    }
    faults
}

/// Whether a date begins on a line and goes on in the next.
fn is_parted(line: &str, next: &str) -> bool {
    let month = |text: &str| MONTHS.contains(&text);
    let last = line.split([' ', '\u{a0}']).next_back().unwrap_or_default();
    let first = next.split([' ', '\u{a0}']).next().unwrap_or_default();
    let number = |each: Option<char>| each.is_some_and(|each| each.is_ascii_digit());
    let (ends, begins) = (number(last.chars().last()), number(first.chars().next()));
    ends && (next.starts_with(['年', '月', '日']) || month(first))
        || begins && (line.ends_with(['年', '月']) || month(last))
}

fn app(place: usize, language: Language) -> App {
    let families = families();
    let (_, answers) = &families[place % families.len()];
    at_the_sheet(language, answers)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn nothing_is_cut_off_covered_or_missing(place in 0_usize..7, english: bool, percent in 30..90) {
        let app = app(place, Language::ALL[usize::from(english)]);
        let width_of = measure(percent);
        let picture = app.picture("0123456789ab", &width_of);
        prop_assert_eq!(picture.width, 1080);
        let faults = faults(&picture, &width_of);
        prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}

#[test]
fn the_registry_words_the_build_and_the_contact_are_in_the_picture() {
    for language in Language::ALL {
        let app = at_the_sheet(language, &named("fits_so_far"));
        check_words(&app.picture("0123456789ab", &measure(55)), language);
    }
}

fn check_words(picture: &Picture, language: Language) {
    let mut all = String::new();
    for mark in &picture.marks {
        match mark {
            Mark::Text { text, .. } => all = all + text + " ",
            Mark::Code { text, .. } => assert_eq!(text, "NCT07338357\n+86 13607868275"),
            Mark::Bar { .. } | Mark::Box { .. } => {}
        }
    }
    let all = all.replace('\u{a0}', " ");
    let words = first_trial()
        .criteria
        .into_iter()
        .map(|criterion| criterion.text);
    let claim = match language {
        Language::En => "not verified",
        Language::ZhHans => "没有经过核实",
    };
    for words in words.chain(["0123456789ab", "+86 13607868275", claim].map(String::from)) {
        assert!(all.contains(&words), "{words} in {all}");
    }
    for born in ["2015", "9 March", "3月9日"] {
        assert!(!all.contains(born), "{born} in {all}");
    }
}

/// Letters wider than they were measured to be are found.
#[test]
fn what_is_wrong_is_found() {
    let app = app(0, Language::En);
    let picture = app.picture("", &measure(40));
    let found = faults(&picture, &measure(80)).join("\n");
    assert!(
        found.contains("in the margin") && found.contains("lies over"),
        "{found}"
    );
    let mut less = app.picture("", &measure(40));
    less.marks
        .retain(|mark| !matches!(mark, Mark::Text { text, .. } if text == "E3"));
    assert_eq!(faults(&less, &measure(40)), ["E3 is there 0 times"]);
    for (line, next, parted) in [
        ("发现日期：2024", "年11月30日", true),
        ("发现日期：2024年", "11月30日", true),
        ("Date it was found: 30", "November 2024", true),
        ("Date it was found: 30\u{a0}November", "2024", true),
        ("发现日期：", "2024年11月30日", false),
        ("Date it was found:", "30\u{a0}November\u{a0}2024", false),
    ] {
        let text = |baseline, text: &str| Mark::Text {
            left: 48,
            baseline,
            font: Font::Small,
            text: text.to_owned(),
        };
        let mut picture = app.picture("", &measure(40));
        let below = picture.height;
        picture.height += 200;
        picture
            .marks
            .extend([text(below, line), text(below + 50, next)]);
        let found = faults(&picture, &measure(40));
        let expected = format!("a date is parted: {line} | {next}");
        assert_eq!(found, Vec::from_iter(parted.then_some(expected)));
    }
}
