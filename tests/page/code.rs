//! The screen of the code: what is shown reads back to what was answered, and it is said what the
//! code tells.

use crate::elements::collect;
use crate::fixture::{day, first_trial};
use crate::qr;
use crate::screen::{attribute_values, check, text};
use prescreen::coded::decode;
use prescreen::engine::{Answer, completed_years, day_at, position};
use prescreen::page::app::{App, Event};
use prescreen::page::content::Language;
use prescreen::page::view::{Element, Screen};

fn sent(names: &[(&str, &str)]) -> Event {
    let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Event::Submit(names.iter().map(pair).collect())
}

/// The sheet and the code screen of someone of the first trial born on a day, on 22 November 2026.
fn sheet_and_code(born: [&str; 3], language: Language) -> [Screen; 2] {
    let mut app = App::new(first_trial(), day("2026-11-22"), language);
    app.handle(Event::Tap("continue".to_owned()));
    app.handle(sent(&[("answer", "0")]));
    app.handle(sent(&[("answer", "unknown")]));
    let [year, month, day] = born;
    app.handle(sent(&[("year", year), ("month", month), ("day", day)]));
    app.handle(Event::Tap("result".to_owned()));
    ["sheet", "code"].map(|step| {
        app.handle(Event::Tap(step.to_owned()));
        app.screen()
    })
}

/// The code screen of that person.
fn screen(born: [&str; 3], language: Language) -> Screen {
    let [_, screen] = sheet_and_code(born, language);
    check(&screen);
    screen
}

/// Until when the age limit is met is told by the sheet and by the code: to whom, and which day.
#[test]
fn the_sheet_and_the_code_name_the_same_last_day() {
    let day_in = |screen: &Screen, before: &str| {
        let said = text(&screen.body);
        let (_, rest) = said.split_once(before)?;
        Some(rest.split_once('.')?.0.to_owned())
    };
    let mut named = 0;
    let mut compare = |born: [&str; 3]| {
        let [sheet, code] = sheet_and_code(born, Language::En);
        let on_sheet = day_in(&sheet, "this fits until ");
        assert_eq!(
            on_sheet,
            day_in(&code, "the last day that fits: "),
            "{born:?}"
        );
        named += usize::from(on_sheet.is_some());
    };
    // From before the 20th birthday to after the 17th, to the day.
    for birth in position(day("2006-11-01"))..position(day("2009-12-31")) {
        let birth = day_at(birth);
        let month = u8::from(birth.month()).to_string();
        compare([&birth.year().to_string(), &month, &birth.day().to_string()]);
    }
    for year in 2005..2011 {
        let year = year.to_string();
        compare([&year, "unknown", ""]);
        for month in 1..=12 {
            compare([&year, &month.to_string(), "unknown"]);
        }
    }
    assert!((365..400).contains(&named), "{named}");
}

fn with<'a>(screen: &'a Screen, name: &str, value: Option<&str>) -> &'a Element {
    let mut elements = Vec::new();
    collect(&screen.body, &mut elements);
    let found = elements.into_iter().find(|element| {
        let own = element.attribute(name);
        own.is_some() && (value.is_none() || own == value)
    });
    found.unwrap_or_else(|| panic!("an element with {name}"))
}

#[test]
fn what_is_shown_reads_back_to_what_was_answered() {
    let content = first_trial();
    for language in Language::ALL {
        let screen = screen(["2015", "3", "9"], language);
        let code = with(&screen, "data-qr", None).attribute("data-qr").unwrap();
        assert_eq!(
            code,
            text(&with(&screen, "id", Some("text")).children).trim()
        );
        assert!(qr::is_read_back(code), "a camera reads the same");
        let read = decode(&content.trial, content.version, code).expect("a code");
        assert_eq!(read.today(), day("2026-11-22"));
        let answers: Vec<_> = read.answers().iter().map(|(_, answer)| answer).collect();
        assert_eq!(answers[..2], [Answer::Value(0), Answer::NotKnown]);
        let born = answers[2].days().expect("a birth");
        let age = |birth: i64| completed_years(day_at(birth), read.today());
        assert_eq!((age(born.first), age(born.last)), (11, 11));
        assert!(born.last - born.first > 360, "no day of birth");
        assert!(born.first <= position(day("2015-03-09")));
        assert!(
            answers[3..]
                .iter()
                .all(|answer| *answer == Answer::Unanswered)
        );
    }
}

#[test]
fn it_is_said_what_the_code_tells_of_the_birth() {
    let said = |born, language| text(&screen(born, language).body);
    for (language, none, until) in [
        (Language::ZhHans, "也没有出生日期", "2027年3月8日"),
        (Language::En, "no date of birth", "8\u{a0}March\u{a0}2027"),
    ] {
        let eleven = said(["2015", "3", "9"], language);
        assert!(eleven.contains(none));
        // Turns 19 on 9 March 2027: the code holds the day before, so it does not say otherwise.
        let eighteen = said(["2008", "3", "9"], language);
        assert!(
            !eighteen.contains(none) && eighteen.contains(until),
            "{eighteen}"
        );
    }
}

/// The code screen of a child who had another cancer in 2023, and whose date of birth is put right
/// afterwards: the child turns 3 on the day of the check, so that cancer is certainly not older.
fn screen_of_few_days(language: Language) -> Screen {
    let content = first_trial();
    let mut app = App::new(content.clone(), day("2026-11-22"), language);
    app.handle(Event::Tap("continue".to_owned()));
    for _ in 0..60 {
        let screen = app.screen();
        let mut questions = content.trial.facts().iter().zip(&content.facts);
        let asked = questions.find(|(_, words)| *words.question.get(language) == screen.heading);
        let form: &[(&str, &str)] = match asked.map(|(fact, _)| fact.id.as_str()) {
            Some("birth_date") => &[("year", "2023"), ("month", "3"), ("day", "9")],
            Some("other_cancer_found") => {
                app.handle(sent(&[("year", "2023"), ("month", "unknown")]));
                break;
            }
            Some("other_cancer") => &[("answer", "1")],
            Some(_) => &[("answer", "unknown")],
            None => {
                app.handle(Event::Tap("continue".to_owned()));
                continue;
            }
        };
        app.handle(sent(form));
    }
    for step in ["result", "check", "change:2"] {
        app.handle(Event::Tap(step.to_owned()));
    }
    app.handle(sent(&[("year", "2023"), ("month", "11"), ("day", "22")]));
    for step in ["result", "sheet", "code"] {
        app.handle(Event::Tap(step.to_owned()));
    }
    app.screen()
}

#[test]
fn it_is_said_where_the_code_tells_the_birth_to_few_days() {
    for (language, none, may) in [
        (Language::ZhHans, "也没有出生日期", "可能从码里看出出生日期"),
        (
            Language::En,
            "no date of birth",
            "it may tell the date of birth",
        ),
    ] {
        let screen = screen_of_few_days(language);
        check(&screen);
        let said = text(&screen.body);
        assert!(said.contains(may) && !said.contains(none), "{said}");
    }
}

#[test]
fn a_tap_copies_and_says_how_it_went() {
    let screen = screen(["2015", "3", "9"], Language::En);
    let copy = with(&screen, "data-action", Some("copy"));
    for name in ["data-done", "data-failed"] {
        assert!(!copy.attribute(name).expect("the words").is_empty());
    }
    let said = with(&screen, "id", Some("said"));
    assert_eq!(said.attribute("role"), Some("status"));
    assert!(said.children.is_empty(), "nothing is said before");
    let mut elements = Vec::new();
    collect(&screen.body, &mut elements);
    let order = ["data-qr", "data-done"].map(|name| {
        let first = |element: &&Element| element.attribute(name).is_some();
        elements.iter().position(first)
    });
    assert!(order[0] < order[1], "it is seen before it is copied");
    assert_eq!(attribute_values(&elements, "aria-label").len(), 2);
}
