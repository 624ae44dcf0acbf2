//! What must hold of everything that is said to an author or a coordinator: one line, of a place.

use prescreen::authoring::{Diagnostic, check_json};

/// Each is one line of words about a place in its file.
pub(crate) fn check_said(said: &[Diagnostic]) {
    for one in said {
        check_line(&one.message);
        one.hints.iter().for_each(|hint| check_line(hint));
        check_place(one);
    }
    let json = check_json(&[], said).to_string();
    assert!(!json.contains('\n'), "{json}");
}

/// One line, and nothing in it by which a terminal would do more than show it.
pub(crate) fn check_line(words: &str) {
    assert!(!words.trim().is_empty(), "nothing is said");
    assert!(
        !words.contains(char::is_control),
        "more than a line: {words:?}"
    );
}

/// The bytes that it names are in the file, or directly behind its end; and its file is shown.
fn check_place(one: &Diagnostic) {
    if let Some(range) = &one.range {
        assert!(range.start <= range.end, "{one:?}");
        assert!(range.start <= one.source.text.len(), "{one:?}");
        assert!(range.end <= one.source.text.len() + 1, "{one:?}");
    }
    let shown = one.to_string();
    let arrow = format!("--> {}", one.source.path);
    assert!(shown.contains(&arrow), "{shown}");
    let is_shown = |letter: char| !letter.is_control() || "\n\t".contains(letter);
    assert!(shown.chars().all(is_shown), "{shown:?}");
}
