//! The README says what is so: its answers file is accepted, its snippet and header are those that
//! the demo page and the server use, and its links lead somewhere.

#![allow(missing_docs)]

use prescreen::authoring::{load_trial, read_json_answers};
use prescreen::engine::accept_given;
use std::fs;

fn readme() -> String {
    fs::read_to_string("README.md").expect("is readable")
}

/// What stands between a fence of this language and the next fence.
fn block<'a>(text: &'a str, language: &str, containing: &str) -> &'a str {
    let opening = format!("```{language}\n");
    let mut blocks = text
        .split(opening.as_str())
        .skip(1)
        .filter_map(|rest| rest.split("\n```").next());
    blocks
        .find(|block| block.contains(containing))
        .expect("the block is there")
}

/// The value of an attribute, or what follows a name up to the next quote or line end.
fn after<'a>(text: &'a str, name: &str) -> &'a str {
    let rest = text.split(name).nth(1).expect("the name is there");
    rest.split(['"', '\n']).next().unwrap_or_default().trim()
}

#[test]
fn the_answers_file_is_accepted() {
    let readme = readme();
    let answers =
        read_json_answers(block(&readme, "json", "diagnosis").as_bytes()).expect("is JSON");
    let (loaded, said) = load_trial(
        "www".as_ref(),
        "www/trials/nct07338357.toml".as_ref(),
        Vec::new(),
    );
    let trial = loaded.unwrap_or_else(|| panic!("{said:?}")).content.trial;
    let today = trial.last_update();
    assert!(accept_given(&trial, &answers, today).is_ok());
}

#[test]
fn the_snippet_and_the_header_are_those_in_use() {
    let readme = readme();
    let snippet = after(block(&readme, "html", "iframe"), "sandbox=\"");
    let demo = fs::read_to_string("www/index.html").expect("is readable");
    assert_eq!(snippet, after(&demo, "sandbox=\""), "the demo page");
    let header = after(&readme, "Content-Security-Policy: sandbox ");
    assert_eq!(snippet, header, "the header");
    let server = fs::read_to_string("src/command/serve.rs").expect("is readable");
    assert_eq!(snippet, after(&server, "\"sandbox "), "the server");
}

#[test]
fn its_links_lead_somewhere_and_it_is_short() {
    let readme = readme();
    for rest in readme.split("](").skip(1) {
        let link = rest.split(')').next().unwrap_or_default();
        assert!(
            fs::exists(link).unwrap_or_default(),
            "`{link}` is not there"
        );
    }
    assert!(
        readme.lines().count() <= 200,
        "a README is read in one sitting"
    );
}
