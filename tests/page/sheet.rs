//! The sheet for the study team: its text as files, its picture as properties, and what it never
//! says. The families are those of the browser tests.

#[path = "sheet/family.rs"]
mod family;
#[path = "sheet/picture.rs"]
mod picture;

use crate::elements::collect;
use crate::fixture::{day, first_trial};
use crate::screen::{attribute_values, text};
use crate::script::check_both;
use family::{at_the_sheet, families};
use prescreen::engine::Criterion;
use prescreen::page::app::{App, Event};
use prescreen::page::content::Language;
use prescreen::page::view::{Element, Node, Screen, html, plain};
use std::path::Path;

/// The text that is copied and saved, with plain spaces so that it can be read in an editor.
fn text_to_copy(app: &App) -> String {
    let screen = app.screen();
    let element = with_id(&screen, "text");
    plain(&text(&element.children)).replace('\u{a0}', " ") + "\n"
}

fn with_id(screen: &Screen, id: &str) -> Element {
    let found = first(&screen.body, "id", id);
    found.unwrap_or_else(|| panic!("no element {id}")).clone()
}

/// The first element with this value of an attribute.
fn first<'a>(nodes: &'a [Node], attribute: &str, value: &str) -> Option<&'a Element> {
    let mut elements = Vec::new();
    collect(nodes, &mut elements);
    let mut elements = elements.into_iter();
    elements.find(|each| each.attribute(attribute) == Some(value))
}

/// `ACCEPT=1 cargo test --test page` writes what is shown into the files; read the difference.
#[test]
fn the_text_reads_as_it_is_written_down() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/page/sheet");
    for name in ["fits_so_far", "open", "does_not_fit", "almost_nineteen"] {
        let answers = family::named(name);
        for language in Language::ALL {
            let app = at_the_sheet(language, &answers);
            check_both(&app);
            let file = folder.join(format!("{name}.{}.txt", language.tag()));
            let text = text_to_copy(&app);
            if std::env::var_os("ACCEPT").is_some() {
                std::fs::write(&file, &text).expect("the file can be written");
            }
            let written = std::fs::read_to_string(&file).unwrap_or_default();
            assert_eq!(text, written, "{}:\n{text}", file.display());
        }
    }
}

/// Each form has each criterion once, in the order of the registry.
#[test]
fn every_form_holds_every_criterion_in_the_order_of_the_registry() {
    let content = first_trial();
    let ids: Vec<_> = content.trial.criteria().iter().map(Criterion::id).collect();
    for (_, answers) in families() {
        for language in Language::ALL {
            let app = at_the_sheet(language, &answers);
            let screen = app.screen();
            let page = parts(&screen, "sheet");
            assert_eq!(numbers(&page, |row| inside(row, "number")), ids);
            for words in &content.criteria {
                assert_eq!(page.matches_of(&words.text), 1, "{}", words.text);
            }
            let short = parts(&screen, "short-sheet");
            assert_eq!(numbers(&short, first_word), ids);
            let text = text_to_copy(&app);
            let lines = text.lines().filter_map(|line| line.split(' ').next());
            let lines: Vec<_> = lines.filter(|word| ids.contains(word)).collect();
            assert_eq!(lines, ids);
        }
    }
}

/// A part of a screen, with its rows.
struct Part {
    rows: Vec<Element>,
    text: String,
}

impl Part {
    fn matches_of(&self, words: &str) -> usize {
        self.rows
            .iter()
            .filter(|row| inside(row, "registry") == words)
            .count()
    }
}

fn parts(screen: &Screen, class: &str) -> Part {
    let mut elements = Vec::new();
    collect(&screen.body, &mut elements);
    let has = |each: &&&Element| {
        let classes = each.attribute("class").unwrap_or_default();
        classes.split(' ').any(|one| one == class)
    };
    let part = elements.iter().find(has).expect("the part");
    let mut inside = Vec::new();
    collect(&part.children, &mut inside);
    let rows = inside.into_iter().filter(|each| each.tag == "li");
    Part {
        rows: rows.cloned().collect(),
        text: text(&part.children),
    }
}

fn inside(row: &Element, class: &str) -> String {
    let found = first(&row.children, "class", class);
    found.map_or_else(String::new, |each| text(&each.children))
}

fn first_word(row: &Element) -> String {
    let all = text(&row.children);
    all.split(' ').next().unwrap_or_default().to_owned()
}

/// The numbers of the rows, without the headings and what to bring.
fn numbers(part: &Part, number: impl Fn(&Element) -> String) -> Vec<String> {
    let numbers = part.rows.iter().map(number);
    let is_number = |text: &String| {
        text.starts_with(['I', 'E']) && text[1..].chars().all(|each| each.is_ascii_digit())
    };
    numbers
        .filter(|text| text.len() > 1 && is_number(text))
        .collect()
}

/// Nothing on the screen of the sheet, in no attribute either, tells the day, month or year of birth.
#[test]
fn the_birth_is_on_no_form_of_the_sheet() {
    for (born, told) in [
        ("2015-03-09", ["2015", "3月9日", "9 March"]),
        ("2015-03-09", ["2015", "03-09", "0309"]),
        ("2012-06", ["2012", "6月", "June"]),
    ] {
        for language in Language::ALL {
            let mut answers = family::named("fits_so_far");
            answers.insert("birth_date".to_owned(), born.into());
            let app = at_the_sheet(language, &answers);
            let shown = html(&app.screen().body).replace('\u{a0}', " ");
            for told in told {
                // The registry's words name a guideline, not a person, of other years.
                assert!(!shown.contains(told), "{told}: {shown}");
            }
            let age = ["周岁", "years old"];
            assert!(age.iter().any(|age| shown.contains(age)));
        }
    }
}

/// The day from which a young child may fit is the birthday: it is shown, and never printed.
#[test]
fn a_day_that_tells_the_birthday_is_not_for_paper() {
    let mut app = at_the_sheet(Language::En, &family::named("does_not_fit"));
    app.handle(Event::Back);
    let screen = app.screen();
    let mut elements = Vec::new();
    collect(&screen.body, &mut elements);
    let notes = elements.iter().filter(|each| each.tag == "p");
    let mut days = [0, 0];
    for note in notes {
        let said = text(&note.children).replace('\u{a0}', " ");
        let class = note.attribute("class").unwrap_or_default();
        if said.contains("14 March 2027") {
            days[0] += 1;
            assert!(class.contains("on-screen"), "{said}");
        }
        // A day after a transplant tells no birthday.
        if said.contains("14 December 2026") {
            days[1] += 1;
            assert!(!class.contains("on-screen"), "{said}");
        }
    }
    assert_eq!(days, [1, 1]);
}

/// For someone of 18 the last day of the age limit matters to the team, and for nobody else.
#[test]
fn until_when_the_age_limit_is_met_is_said_where_it_matters() {
    for (born, said) in [
        ("2008-11-22", true),
        ("2008-11-23", false),
        ("2015-03-09", false),
    ] {
        let mut answers = family::named("fits_so_far");
        answers.insert("birth_date".to_owned(), born.into());
        answers.insert("karnofsky".to_owned(), "70".into());
        for (language, warning) in [
            (Language::En, "may tell the date of birth"),
            (Language::ZhHans, "可能从这一天算出出生日期"),
        ] {
            let shown = text(&at_the_sheet(language, &answers).screen().body);
            assert_eq!(shown.contains(warning), said, "{born}: {warning}");
        }
        let app = at_the_sheet(Language::En, &answers);
        let screen = app.screen();
        for class in ["sheet", "short-sheet", "as-text"] {
            let shown = parts(&screen, class).text.replace('\u{a0}', " ");
            assert_eq!(
                shown.contains("fits until 21 November 2027"),
                said,
                "{born}: {class}"
            );
        }
    }
}

/// What is not asked yet is told from what is not known, beside answers to the same point.
#[test]
fn an_open_point_names_what_is_not_answered() {
    let content = first_trial();
    for (language, line, all) in [
        (
            Language::En,
            "I3 Still to confirm · Diagnosis: AML (acute myeloid leukaemia), any type but M3; The leukaemia now: not answered",
            "I4 Still to confirm · not answered",
        ),
        (
            Language::ZhHans,
            "I3 还要确认 · 诊断：急性髓系白血病（AML），不是 M3；病情：没有回答",
            "I4 还要确认 · 没有回答",
        ),
    ] {
        let mut app = App::new(content.clone(), day("2026-11-22"), language);
        let diagnosis = content.trial.fact_index("diagnosis").expect("a fact");
        app.handle(Event::Tap(format!("change:{diagnosis}")));
        app.handle(Event::Submit(vec![("answer".into(), "0".into())]));
        app.handle(Event::Tap("sheet".to_owned()));
        let text = text_to_copy(&app);
        for line in [line, all] {
            assert!(text.lines().any(|each| each == line), "{line}: {text}");
        }
        check_both(&app);
    }
}

fn does(node: &Node, action: &str) -> bool {
    matches!(node, Node::Element(element) if element.attribute("data-action") == Some(action))
}

/// What the border relies on.
#[test]
fn what_the_border_needs_is_there() {
    let app = at_the_sheet(Language::En, &family::named("open"));
    let screen = app.screen();
    assert_eq!(with_id(&screen, "said").attribute("role"), Some("status"));
    assert_eq!(with_id(&screen, "said").children, []);
    assert_eq!(with_id(&screen, "picture").children, []);
    let mut elements = Vec::new();
    collect(&screen.body, &mut elements);
    let ways = ["copy", "picture", "save", "print", "code"];
    for way in ways {
        let place = elements.iter().find(|each| {
            let mut children = each.children.iter();
            let is_way = each.attribute("class") == Some("way-on");
            is_way && children.any(|child| does(child, way))
        });
        // Not every browser saves and prints.
        let needs = place.and_then(|place| place.attribute("data-needs"));
        assert_eq!(needs, ["save", "print"].contains(&way).then_some(way));
        let mut inside = Vec::new();
        collect(&place.expect("a place").children, &mut inside);
        let button = inside
            .iter()
            .find(|each| each.attribute("data-action") == Some(way));
        let button = button.expect("a button");
        assert!(
            inside.iter().any(|each| each.tag == "p"),
            "{way} is explained"
        );
        let tells = ["data-done", "data-failed"].map(|name| button.attribute(name).is_some());
        assert_eq!(tells, [ways[..3].contains(&way); 2], "{way}");
    }
    assert_eq!(
        attribute_values(&elements, "data-name"),
        ["NCT07338357-2026-11-22.txt"]
    );
    let codes = attribute_values(&elements, "data-qr");
    assert_eq!(codes, ["NCT07338357\n+86 13607868275"; 2]);
    let shown = html(&[Node::Element(with_id(&screen, "text"))]);
    assert!(shown.contains("data-build"));
}
