//! The registry's text in pieces: nothing of it is lost, whatever it is.

use super::collection::{records, text};
use prescreen::authoring::{Piece, PieceKind, items, split};
use proptest::prelude::{ProptestConfig, Strategy, prop_assert, prop_oneof, proptest};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// What is wrong with the pieces of a text: nothing may be lost, and nothing stand twice.
fn wrong(text: &str, pieces: &[Piece]) -> Option<String> {
    let mut end = 0;
    for piece in pieces {
        if piece.range.start != end || piece.range.is_empty() {
            return Some(format!("a gap or an overlap at {end}: {piece:?}"));
        }
        end = piece.range.end;
        let words = text.get(piece.range.clone());
        let blank = words.is_some_and(|words| words.trim().is_empty());
        if words.is_none() || blank != (piece.kind == PieceKind::Blank) {
            return Some(format!("{words:?} is no {piece:?}"));
        }
    }
    let mut ids: Vec<_> = items(pieces).into_iter().map(|item| item.id).collect();
    ids.sort();
    ids.dedup();
    if ids.len() != items(pieces).len() {
        return Some("an id stands twice".into());
    }
    (end != text.len()).then(|| format!("the pieces end at {end} of {}", text.len()))
}

#[test]
fn the_pieces_of_every_record_joined_are_its_text() {
    for path in records() {
        if let Some(text) = text(&path) {
            let wrong = wrong(&text, &split(&text));
            assert_eq!(wrong, None, "{}", path.display());
        }
    }
}

#[test]
fn no_word_of_a_record_belongs_to_no_piece() {
    for path in records() {
        let Some(text) = text(&path) else { continue };
        for piece in split(&text) {
            let written = letters(&text[piece.range.clone()]);
            let kept = match &piece.kind {
                PieceKind::Blank => String::new(),
                PieceKind::Heading => continue,
                PieceKind::Passage(passage) => letters(&passage.text),
                PieceKind::Criterion(item) => {
                    let lines = item.lines.iter();
                    let lines = lines.map(|line| format!("{} {}", line.marker, line.text));
                    letters(&lines.collect::<Vec<_>>().join("\n"))
                }
            };
            assert_eq!(kept, written, "{}", path.display());
        }
    }
}

/// The letters and digits of a text, entities aside: escapes are none of them.
fn letters(text: &str) -> String {
    let mut parts = text.split('&');
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| match part.split_once(';') {
        Some((name, rest)) if name.len() < 9 && !name.contains(' ') => rest,
        _ => part,
    });
    let bare = rest.fold(first, |text, part| text + part);
    bare.chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

/// Lines such as records have, in any order.
fn line() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[ \\t]{0,6}",
        "(Inclusion|Exclusion) Criteria:?",
        "(Key |Part 2: |\\* )?(inclusion|exclusion) criteria( for all)?:?",
        "(1|2|3|12)(\\.|\\)|\\\\\\.|\\\\\\)) ?",
        "(\\*|-|\\\\-|•|①|o|\\([1-3]\\)|a\\)|b\\)|i\\.|ii\\.) ",
        "Age \\\\[<>]=? ?[0-9.]{1,4} ",
        "(Note|the following): ?",
        "\\PC{0,12}",
        "[\\r\\n]{1,3}",
        "(\\\\)?&(gt|#8805|#x3|foo);",
    ];
    proptest::collection::vec(word, 0..6).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_pieces_of_any_lines_joined_are_their_text(lines in proptest::collection::vec(line(), 0..12)) {
        let text = lines.join("\n");
        let wrong = wrong(&text, &split(&text));
        prop_assert!(wrong.is_none(), "{:?}: {:?}", text, wrong);
    }

    #[test]
    fn the_pieces_of_any_text_joined_are_the_text(text in ".{0,200}") {
        let wrong = wrong(&text, &split(&text));
        prop_assert!(wrong.is_none(), "{:?}: {:?}", text, wrong);
    }
}

const FOUND: &str = "\n=== pieces ===\n";

/// The pieces as a case has them: one line for each, nested lines below.
fn shown(text: &str) -> String {
    let mut shown = String::new();
    for piece in split(text) {
        match piece.kind {
            PieceKind::Blank => {}
            PieceKind::Heading => {
                let _ = writeln!(shown, "heading {}", text[piece.range].trim());
            }
            PieceKind::Passage(passage) => {
                let _ = writeln!(
                    shown,
                    "{} {}",
                    passage.id,
                    passage.text.replace('\n', "\n    | ")
                );
            }
            PieceKind::Criterion(item) => {
                let group = item
                    .group
                    .map(|group| format!(" of {group}"))
                    .unwrap_or_default();
                let _ = writeln!(
                    shown,
                    "{}{group}: {}",
                    item.id,
                    item.text.replace('\n', "\n    | ")
                );
            }
        }
    }
    shown
}

#[test]
fn texts_are_split_as_their_cases_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/pieces");
    let mut cases: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert!(!cases.is_empty());
    let mut wrong = Vec::new();
    for case in cases {
        let written = fs::read_to_string(&case).unwrap();
        let (about, rest) = written
            .split_once("\n\n")
            .expect("a case begins by saying what it is about");
        let (text, expected) = rest.split_once(FOUND).unwrap_or((rest, ""));
        let found = shown(text);
        if std::env::var_os("ACCEPT").is_some() {
            fs::write(&case, format!("{about}\n\n{text}{FOUND}{found}")).unwrap();
        } else if found != expected {
            wrong.push(format!(
                "{}: found\n{found}\nexpected\n{expected}",
                case.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
