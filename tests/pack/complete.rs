//! Nothing is left out of a pack: what must be in it is read from the trial's files, the words file
//! and the page.

use crate::{escaped, packs, www};
use prescreen::authoring::load;
use prescreen::page::app::App;
use prescreen::page::content::{Content, Language};
use prescreen::page::view::Node;
use std::path::Path;
use toml::{Table, Value};

fn file(path: &Path) -> Table {
    let text = std::fs::read_to_string(path).expect("is readable");
    text.parse().expect("is TOML")
}

fn content(trial: &Path) -> Content {
    let (loaded, _) = load(&www(), trial);
    loaded.expect("it loads").content
}

/// Every text that has both languages, with its place in the file.
fn words(value: &Value, path: &str, out: &mut Vec<(String, String)>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                let path = format!("{path}.{key}");
                match value.as_str() {
                    Some(text) if ["zh-Hans", "en"].contains(&key.as_str()) => {
                        out.push((path, text.to_owned()));
                    }
                    _ => words(value, &path, out),
                }
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                words(item, &format!("{path}.{place}"), out);
            }
        }
        _ => {}
    }
}

/// Every text below any of these keys.
fn below(keys: &[&str], value: &Value, out: &mut Vec<String>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                match value.as_str() {
                    Some(text) if keys.contains(&key.as_str()) => out.push(text.to_owned()),
                    _ => below(keys, value, out),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| below(keys, item, out)),
        _ => {}
    }
}

fn missing<'a>(html: &str, texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    texts
        .filter(|text| !html.contains(&escaped(text)))
        .collect()
}

#[test]
fn every_word_of_the_trial_and_of_the_page_is_in_it_in_both_languages() {
    for (trial, pack) in packs() {
        let mut all = Vec::new();
        words(&file(trial).into(), "trial", &mut all);
        let of_trial = all.len();
        words(
            &file(&www().join("words/page.toml")).into(),
            "page",
            &mut all,
        );
        assert!(of_trial > 100 && all.len() > of_trial + 300);
        let gone = all
            .iter()
            .filter(|(_, text)| !pack.html.contains(&escaped(text)));
        let gone: Vec<_> = gone.collect();
        assert!(gone.is_empty(), "{}: {gone:#?}", trial.display());
    }
}

#[test]
fn every_word_of_the_registry_and_every_reading_and_reason_is_in_it() {
    for (trial, pack) in packs() {
        let mut texts = Vec::new();
        let keys = ["text", "of", "as", "because", "reason", "soft", "never_ask"];
        below(&keys, &file(trial).into(), &mut texts);
        assert!(texts.len() > 20, "{}", texts.len());
        let gone = missing(&pack.html, texts.iter().map(String::as_str));
        assert!(gone.is_empty(), "{}: {gone:#?}", trial.display());
    }
}

#[test]
fn every_criterion_and_every_question_has_its_place() {
    for (trial, pack) in packs() {
        let content = content(trial);
        for criterion in content.trial.criteria() {
            let id = format!("id=\"criterion-{}\"", criterion.id());
            assert_eq!(pack.html.matches(&id).count(), 1, "{id}");
        }
        for fact in content.trial.facts() {
            let id = format!("id=\"question-{}\"", fact.id);
            assert_eq!(pack.html.matches(&id).count(), 1, "{id}");
        }
    }
}

#[test]
fn every_screen_of_the_program_is_drawn_in_both_languages() {
    for (trial, pack) in packs() {
        assert_eq!(
            pack.without_way,
            Vec::<String>::new(),
            "{}",
            trial.display()
        );
        let names = App::screen_names(&content(trial));
        assert!(names.len() > 40);
        for name in names {
            let heading = format!(">{}</h3>", escaped(&name));
            let after = pack.html.split_once(&heading);
            let (_, after) = after.unwrap_or_else(|| panic!("{name} is not drawn"));
            let section = after.split("</section><section").next().expect("a section");
            for language in Language::ALL {
                let phone = format!("<div class=\"screen\" lang=\"{}\">", language.tag());
                assert!(section.contains(&phone), "{name} in {}", language.tag());
            }
        }
    }
}

/// What a screen says of itself: its heading, what is tapped, what is unfolded.
fn said(nodes: &[Node], out: &mut Vec<String>) {
    for node in nodes {
        if let Node::Element(element) = node {
            match (element.tag, &element.children[..]) {
                ("h1" | "h2" | "summary" | "label" | "button", [Node::Text(text), ..]) => {
                    out.push(text.clone());
                }
                _ => {}
            }
            said(&element.children, out);
        }
    }
}

#[test]
fn whatever_a_question_says_is_drawn_as_the_page_says_it() {
    for (trial, pack) in packs() {
        let content = content(trial);
        let day = content.trial.last_update();
        for screen in App::questions(&content, day) {
            let mut texts = Vec::new();
            said(&screen.body, &mut texts);
            assert!(texts.len() > 5, "{}", screen.name);
            let gone = missing(&pack.html, texts.iter().map(String::as_str));
            assert!(gone.is_empty(), "{}: {gone:#?}", screen.name);
        }
    }
}

#[test]
fn every_example_person_stands_in_it_with_the_result_expected() {
    for (trial, pack) in packs() {
        let file = file(trial);
        let examples = file["example"].as_array().expect("examples");
        for example in examples {
            let name = example["name"].as_str().expect("a name");
            let head = format!("{}<span class=\"day\">", escaped(name));
            let after = pack.html.split_once(&head);
            let (_, after) = after.unwrap_or_else(|| panic!("{name} is missing"));
            let row = after.split("</tr>").next().expect("a row");
            let verdict = example["verdict"].as_str().expect("a verdict");
            assert!(
                row.contains(&format!("<strong>{verdict}</strong>")),
                "{name}: {row}"
            );
        }
    }
}

#[test]
fn a_part_that_is_not_drawn_again_names_a_screen_that_is_drawn() {
    for (_, pack) in packs() {
        let repeated: Vec<_> = pack.html.split("class=\"repeated\"").skip(1).collect();
        assert!(repeated.len() > 100);
        for part in repeated {
            let (_, target) = part.split_once("href=\"#").expect("a way to the screen");
            let id = target.split('"').next().expect("an id");
            assert!(pack.html.contains(&format!("id=\"{id}\"")), "{id}");
        }
    }
}

#[test]
fn what_a_camera_reads_is_drawn() {
    for (_, pack) in packs() {
        // The contact and the answers on the sheet and as a code, each in both languages.
        assert!(pack.html.matches("<svg viewBox=").count() >= 4);
    }
}
