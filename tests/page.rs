//! The page, from outside: journeys as data, what holds for every screen, and a wanderer who taps
//! whatever is there.

#[path = "page/banned.rs"]
mod banned;
#[path = "page/beside.rs"]
mod beside;
#[path = "page/code.rs"]
mod code;
#[path = "page/elements.rs"]
mod elements;
#[path = "page/fixture.rs"]
mod fixture;
#[path = "page/names.rs"]
mod names;
#[path = "page/numbers.rs"]
mod numbers;
#[path = "page/people.rs"]
mod people;
#[path = "page/qr.rs"]
mod qr;
#[path = "page/record.rs"]
mod record;
#[path = "page/screen.rs"]
mod screen;
#[path = "page/script.rs"]
mod script;
#[path = "page/sheet.rs"]
mod sheet;
#[path = "page/taps.rs"]
mod taps;
#[path = "page/wander.rs"]
mod wander;
#[path = "page/words.rs"]
mod words;

use prescreen::page::app::{App, Effect, Event};
use prescreen::page::content::{Content, Language};
use prescreen::page::paper::paper;
use prescreen::page::view::{Node, Screen, html};

#[test]
fn every_script_plays() {
    let scripts = scripts();
    assert!(scripts.len() >= 14, "the scripts are there");
    for (name, script) in scripts {
        eprintln!("{name}");
        script::play(&script, &mut |_, _| {});
    }
}

/// The names of the script files, and what stands in them.
fn scripts() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/page");
    let files = std::fs::read_dir(folder).expect("the folder of scripts");
    let scripts = files.map(|file| file.expect("a file").path());
    let scripts = scripts.filter(|path| path.extension().is_some_and(|end| end == "txt"));
    let read = |path: std::path::PathBuf| {
        let script = std::fs::read_to_string(&path).expect("a script");
        (path.display().to_string(), script)
    };
    scripts.map(read).collect()
}

#[test]
fn the_page_without_scripts_holds_every_criterion_and_the_contact() {
    for content in fixture::contents() {
        check_paper_of(&content);
    }
}

fn check_paper_of(content: &Content) {
    for language in Language::ALL {
        let nodes = paper(content, language);
        let shown = html(&nodes);
        for (criterion, words) in content.trial.criteria().iter().zip(&content.criteria) {
            assert!(shown.contains(criterion.id()));
            assert!(shown.contains(words.plain.get(language)));
        }
        let contact = &content.record.central_contacts[0];
        let phone = contact.phone.as_ref().expect("a number");
        assert!(shown.contains(&contact.name) && shown.contains(&phone.replace(' ', "\u{a0}")));
        assert!(!shown.contains("<button") && !shown.contains("<input"));
        check_paper(nodes, language);
    }
}

/// A frame is given room for the tallest of them, so none may be missing.
#[test]
fn every_question_can_be_measured_before_anything_is_answered() {
    for content in fixture::contents() {
        let screens = App::questions(&content, content.trial.last_update());
        let asked = content.facts.iter().flat_map(|fact| {
            let words = &fact.question;
            Language::ALL.map(|language| (language, words.get(language)))
        });
        let asked: Vec<_> = asked.collect();
        assert_eq!(screens.len(), asked.len());
        for (screen, (language, question)) in screens.iter().zip(asked) {
            assert_eq!(screen.language, language);
            assert_eq!(screen.heading, question);
            assert!(!html(&screen.body).contains(" checked"));
            screen::check(screen);
        }
        let mut headings: Vec<_> = screens.iter().map(|screen| &screen.heading).collect();
        headings.sort_unstable();
        headings.dedup();
        assert_eq!(headings.len(), screens.len(), "each heading differs");
    }
}

/// What was shown before midnight is not what would be handed on after it.
#[test]
fn after_midnight_the_new_day_is_shown_before_anything_is_handed_on() {
    let content = fixture::first_trial();
    let mut app = App::new(content, fixture::day("2026-11-22"), Language::En);
    app.handle(Event::Tap("sheet".to_owned()));
    let next = fixture::day("2026-11-23");
    for way in ["copy", "picture", "save", "print"] {
        let tap = || Event::Tap(way.to_owned());
        let mut app = app.clone();
        assert_eq!(app.handle_on(next, tap()), Effect::Show, "{way}");
        assert!(html(&app.screen().body).contains("23\u{a0}November\u{a0}2026"));
        assert_ne!(app.handle_on(next, tap()), Effect::Show, "{way}");
    }
    let before_the_record = fixture::day("2026-01-12");
    assert_eq!(
        app.handle_on(before_the_record, Event::Tap("check".to_owned())),
        Effect::Show
    );
    assert_eq!(app.screen().name, "clock");
}

/// The rules of every screen hold for the paper too; it has no focus to give.
fn check_paper(mut nodes: Vec<Node>, language: Language) {
    if let Some(Node::Element(paper)) = nodes.first_mut() {
        paper.attributes.push(("id", "title".to_owned()));
    }
    screen::check(&Screen {
        heading: "paper".to_owned(),
        name: "paper".to_owned(),
        title: "paper".to_owned(),
        language,
        body: nodes,
        focus: "title",
    });
}
