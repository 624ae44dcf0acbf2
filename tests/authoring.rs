//! What an author is told. The cases are files: `good` holds a trial that has no mistakes. Each
//! text file beside it says what may be changed in it so that there is still nothing to say, and each
//! file of `bad` what is changed in it, and what is said then, to the letter. A new case needs no
//! code. `ACCEPT=1 cargo test --test authoring` writes what is said into the files of `bad`; read
//! it before you commit it.

#[path = "authoring/cases.rs"]
mod cases;

use cases::{REVIEW, SAID, TRIAL, WORDS, cases, change, copy};
use prescreen::authoring::{
    CHECK_RULES, Diagnostic, Source, check_review, load_trial, read_phrases,
};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// The keys of the words that the cases use.
const KEYS: [&str; 3] = ["start.title", "start.date", "end.title"];

/// Everything that is said about the files of a folder, with paths inside of it.
fn said(www: &Path) -> String {
    let (_, mut diagnostics) = read_phrases(&www.join(WORDS), &KEYS);
    diagnostics.extend(load_trial(www, &www.join(TRIAL), Vec::new()).1);
    if www.join(REVIEW).exists() {
        diagnostics.extend(check_review(www, &www.join(TRIAL)));
    }
    let texts: Vec<_> = diagnostics.iter().map(Diagnostic::to_string).collect();
    texts.join("\n").replace(&format!("{}/", www.display()), "")
}

#[test]
fn a_good_trial_gives_nothing_to_say() {
    let www = copy("good");
    assert_eq!(said(&www), "");
    let (loaded, _) = load_trial(&www, &www.join(TRIAL), Vec::new());
    let loaded = loaded.expect("it loads");
    assert_eq!(
        loaded.content.criteria[3].text,
        "A transplant:\nwithin 6 weeks."
    );
    assert_eq!(
        loaded.content.facts[3].choices[0].value, 1,
        "yes stands first, as in the file"
    );
    assert_eq!(loaded.examples.len(), 7);
}

#[test]
fn a_good_trial_that_was_changed_well_gives_nothing_to_say() {
    let mut wrong = Vec::new();
    for (name, case) in cases("good") {
        let www = copy(&format!("good-{name}"));
        change(&www, &fs::read_to_string(&case).unwrap());
        let found = said(&www);
        if !found.is_empty() {
            wrong.push(format!("{name}: found\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_mistake_is_said_to_the_letter() {
    let mut wrong = Vec::new();
    for (name, case) in cases("bad") {
        let text = fs::read_to_string(&case).unwrap();
        let (changes, expected) = text.split_once(SAID).unwrap_or((&text, ""));
        let www = copy(&name);
        change(&www, changes);
        let found = said(&www);
        if std::env::var_os("ACCEPT").is_some() {
            fs::write(&case, format!("{changes}{SAID}{found}")).unwrap();
        } else if found != expected || found.is_empty() {
            wrong.push(format!("{name}: found\n{found}\nexpected\n{expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// A sequence of numbers that is the same in every run (a linear congruential generator).
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }
}

#[test]
fn no_bytes_make_the_loader_panic() {
    let www = copy("mutated");
    let good = fs::read(www.join(TRIAL)).unwrap();
    let mut sequence = Sequence(1);
    for _ in 0..3000 {
        let mut bytes = good.clone();
        match sequence.below(4) {
            0 => bytes.truncate(sequence.below(good.len())),
            1 => {
                let from = sequence.below(good.len());
                let to = (from + sequence.below(60)).min(good.len());
                bytes.drain(from..to);
            }
            2 => {
                let from = sequence.below(good.len() - 60);
                let part = good[from..from + sequence.below(60)].to_vec();
                let at = sequence.below(good.len());
                bytes.splice(at..at, part);
            }
            _ => {
                for _ in 0..=sequence.below(3) {
                    let at = sequence.below(good.len());
                    bytes[at] = b"\"'{}[]=,#\n.\\ 09atx\x00\xff\xe4"[sequence.below(21)];
                }
            }
        }
        fs::write(www.join(TRIAL), &bytes).unwrap();
        said(&www);
    }
}

#[test]
fn every_place_of_a_source_can_be_shown() {
    let text = "一\tb\r\n".repeat(3) + &"长 ".repeat(90);
    let source = std::sync::Arc::new(Source {
        path: "p".into(),
        text: text.clone(),
    });
    for start in 0..text.len() + 3 {
        for end in [start, start + 1, start + 7, start + 400] {
            let diagnostic = Diagnostic {
                severity: prescreen::authoring::Severity::Warning,
                code: "c",
                source: source.clone(),
                range: Some(start..end),
                message: "m".into(),
                hints: Vec::new(),
            };
            assert!(diagnostic.to_string().contains('^'));
        }
    }
}

fn check(arguments: &[&str]) -> (Output, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_prescreen"))
        .arg("check")
        .args(arguments)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    (output, text)
}

#[test]
fn the_command_ends_with_1_for_problems_and_2_for_a_path_that_is_not_there() {
    let www = copy("command");
    fs::copy("www/words/page.toml", www.join(WORDS)).unwrap();
    let folder = www.display().to_string();
    let (output, text) = check(&["--www", &folder]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("warning[draft]: "), "{said}");
    assert_eq!(said.matches("warning").count(), 1, "{said}");
    assert_eq!(
        text,
        "1 trial, 5 criteria, 7 examples: no problems found, 1 warning\n"
    );
    assert_eq!(output.status.code(), Some(0));
    change(&www, "- format = 1\n+ format = 2\n");
    let (output, text) = check(&["--www", &folder]);
    assert_eq!(text, "1 problem found\n");
    assert_eq!(output.status.code(), Some(1));
    let (output, _) = check(&["--www", &folder, "nowhere.toml"]);
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "error: there is nothing at `nowhere.toml`\n"
    );
    assert_eq!(output.status.code(), Some(2));
}

/// The rule that no case of `bad` shows: no definition is known that cannot be made into bytes.
const NOT_SHOWN: &str = "no-version";

/// The rules that a text names, with their weights.
fn rules_said(text: &str) -> BTreeSet<(String, String)> {
    let line = |line: &str| {
        let (weight, rest) = line.split_once('[')?;
        let (rule, _) = rest.split_once("]: ")?;
        let is_weight = ["error", "warning"].contains(&weight);
        is_weight.then(|| (rule.to_owned(), weight.to_owned()))
    };
    text.lines().filter_map(line).collect()
}

#[test]
fn the_page_of_rules_has_every_rule_that_is_said_with_its_weight() {
    let rows = CHECK_RULES.lines().filter_map(|line| {
        let mut cells = line.strip_prefix("| `")?.split(" | ");
        let rule = cells.next()?.trim_end_matches('`').to_owned();
        Some((rule, cells.next()?.to_owned()))
    });
    let listed: BTreeSet<_> = rows.collect();
    let mut said = BTreeSet::new();
    for (_, case) in cases("bad") {
        let text = fs::read_to_string(case).unwrap();
        said.extend(rules_said(
            text.split_once(SAID).map_or("", |(_, said)| said),
        ));
    }
    let unlisted: Vec<_> = said.difference(&listed).collect();
    assert!(unlisted.is_empty(), "not on the page: {unlisted:?}");
    let unsaid = listed.difference(&said).map(|(rule, _)| rule.as_str());
    let unsaid: BTreeSet<_> = unsaid.collect();
    assert_eq!(
        unsaid,
        BTreeSet::from([NOT_SHOWN]),
        "rules that no case shows"
    );
}
