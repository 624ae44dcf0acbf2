//! Many persons, one a line: more than all cores take at a time come out in the order in which they
//! went in, and a refused one says which line it was.

use crate::{command, folder};
use std::io::Write;
use std::process::Stdio;

/// More than the shares of sixty cores, and no multiple of one.
const PEOPLE: usize = 130_001;

/// One in so many is refused, and one is a blank line.
const EVERY: usize = 1000;

#[test]
fn many_lines_come_out_in_their_order() {
    let mut input = String::new();
    let mut expected = Vec::new();
    for line in 1..=PEOPLE {
        match line % EVERY {
            3 => input.push_str("{\"illness\": 3}\n"),
            5 => input.push('\n'),
            even if even % 2 == 0 => input.push_str("{\"illness\": \"b\"}\n"),
            _ => input.push_str("{}\n"),
        }
        match line % EVERY {
            3 => expected.push(format!("\"line\":{line}}}")),
            5 => {}
            even if even % 2 == 0 => expected.push("\"verdict\":\"does_not_fit\"".to_owned()),
            _ => expected.push("\"verdict\":\"open\"".to_owned()),
        }
    }
    let found = screened(input);
    assert_eq!(found.lines().count(), expected.len());
    for (found, expected) in found.lines().zip(&expected) {
        assert!(found.contains(expected), "{expected} is not in {found}");
    }
}

fn screened(input: String) -> String {
    let folder = folder("many_lines");
    let mut process = command(&folder)
        .args(["screen", "www/trials/nct00000001.toml", "-"])
        .args(["--on", "2026-11-22"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut standard_input = process.stdin.take().expect("an input");
    let writer = std::thread::spawn(move || standard_input.write_all(input.as_bytes()));
    let output = process.wait_with_output().expect("it ends");
    writer
        .join()
        .expect("the writer ends")
        .expect("all is read");
    assert_eq!(output.status.code(), Some(1), "some lines are refused");
    String::from_utf8(output.stdout).expect("is text")
}
