//! HL7's files: every test with its expression and the output that it asks for, as they are.

use std::fs;

/// One test of HL7's.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// File, group and name, such as `CqlLogicalOperatorsTest/And/TrueAndNull`.
    pub(crate) name: String,
    /// The expression in one line.
    pub(crate) expression: String,
    /// What it has to come to.
    pub(crate) expected: Expected,
}

/// What an expression has to come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    /// This, in CQL.
    Output(String),
    /// An error.
    Error,
}

/// Every test of every file, in the order of the files' names.
pub(crate) fn cases() -> Vec<Case> {
    let entries = fs::read_dir("tests/cql").expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("is readable").path());
    let mut paths: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "xml"))
        .collect();
    paths.sort();
    paths.iter().flat_map(|path| in_file(path)).collect()
}

fn in_file(path: &std::path::Path) -> Vec<Case> {
    let text = fs::read_to_string(path).expect("is readable");
    let file = roxmltree::Document::parse(&text).expect("is XML");
    let tests = file
        .descendants()
        .filter(|node| node.has_tag_name(("http://hl7.org/fhirpath/tests", "test")));
    let stem = path.file_stem().expect("has a name").to_string_lossy();
    tests.map(|test| case(&stem, test)).collect()
}

fn case(file: &str, test: roxmltree::Node<'_, '_>) -> Case {
    let parts = |tag: &'static str| {
        let parts = test
            .children()
            .filter(move |part| part.tag_name().name() == tag);
        parts.collect::<Vec<_>>()
    };
    let [expression] = parts("expression")[..] else {
        panic!("{test:?} has not one expression");
    };
    let words = |node: roxmltree::Node<'_, '_>| {
        let text = node.text().unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let expected = match (expression.attribute("invalid"), &parts("output")[..]) {
        (Some("true"), []) => Expected::Error,
        (None, [output]) => Expected::Output(words(*output)),
        other => panic!("{test:?} has {other:?}"),
    };
    let group = test.parent().expect("is in a group");
    let name =
        |node: roxmltree::Node<'_, '_>| node.attribute("name").expect("has a name").to_owned();
    Case {
        name: format!("{file}/{}/{}", name(group), name(test)),
        expression: words(expression),
        expected,
    }
}
