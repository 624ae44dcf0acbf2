//! What is said of a file that is imported. The cases are files of `records`: what they are about,
//! a record, and what is said, to the letter.

use prescreen::authoring::{Chosen, import};
use std::fs;
use std::path::{Path, PathBuf};

/// The line between a record and what is said of it.
const SAID: &str = "\n=== said ===\n";

/// A file with these bytes.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("import");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// What is said, and the studies that are imported.
fn said(name: &str, bytes: &[u8], chosen: Chosen<'_>) -> String {
    let path = file(name, bytes);
    let (drafts, said) = import(&path, chosen);
    let said: String = said.iter().map(|said| format!("{said}\n")).collect();
    let numbers: Vec<_> = drafts.into_iter().map(|draft| draft.nct_id).collect();
    let folder = format!("{}/", path.parent().unwrap().display());
    format!(
        "{}imported: {}\n",
        said.replace(&folder, ""),
        numbers.join(" ")
    )
}

#[test]
fn what_is_said_of_a_record_is_that_of_its_case() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/records");
    let mut cases: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    let mut wrong = Vec::new();
    for case in &cases {
        let written = fs::read_to_string(case).unwrap();
        let (about, rest) = written
            .split_once("\n\n")
            .expect("a case begins by saying what it is about");
        let (record, expected) = rest.split_once(SAID).unwrap_or((rest, ""));
        let one = about.lines().find_map(|line| line.strip_prefix("--nct "));
        let chosen = one.map_or(Chosen::All, Chosen::One);
        let found = said("record.json", record.as_bytes(), chosen);
        if std::env::var_os("ACCEPT").is_some() {
            fs::write(case, format!("{about}\n\n{record}{SAID}{found}")).unwrap();
        } else if found != expected {
            wrong.push(format!(
                "{}: found\n{found}\nexpected\n{expected}",
                case.display()
            ));
        }
    }
    assert!(!cases.is_empty());
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

const STUDY: &str = r#"{"protocolSection": {"identificationModule": {"nctId": "NCT00000001"}}}"#;

#[test]
fn a_byte_order_mark_and_other_line_ends_do_no_harm() {
    let marked = format!("\u{feff}{}\r\n", STUDY.replace(": ", ":\r\n"));
    let said = said("marked.json", marked.as_bytes(), Chosen::All);
    assert!(said.ends_with("imported: NCT00000001\n"), "{said}");
}

#[test]
fn bytes_that_are_no_text_are_said_at_their_place() {
    let bytes = [b"{\"a\": \"".as_slice(), b"\x9a", b"\"}"].concat();
    let said = said("windows.json", &bytes, Chosen::All);
    assert!(said.starts_with("error[not-utf-8]: found bytes that are no text at byte 7, accepted is UTF-8\n --> windows.json:1:8\n"), "{said}");
}

#[test]
fn a_zip_is_refused_with_what_to_choose() {
    let said = said("studies.zip", b"PK\x03\x04\x14\x00\xff", Chosen::All);
    assert_eq!(
        said,
        "error[other-format]: found a zip, accepted is JSON of version 2 of the registry's data\n --> studies.zip\n  hint: on the study's page choose Download, then the file format JSON\n\nimported: \n"
    );
}

#[test]
fn no_bytes_make_the_import_panic() {
    let study = r#"[{"protocolSection": {"identificationModule": {"nctId": "NCT00000001", "briefTitle": "A\u000ab"}, "eligibilityModule": {"minimumAge": "3 Years", "maximumAge": "18 Minutes", "sex": "MALE", "eligibilityCriteria": "Inclusion Criteria:\n\n1. Age =18 \"\"\" \\>= x 109/L"}, "contactsLocationsModule": {"centralContacts": [{"phone": "1"}]}}}]"#;
    let good = study.as_bytes();
    for at in (0..good.len()).step_by(2) {
        for byte in [b'"', b'[', b'0', b'\\'] {
            let mut bytes = good.to_vec();
            bytes[at] = byte;
            said("mutated.json", &bytes, Chosen::All);
        }
        said("cut.json", &good[..at], Chosen::All);
    }
}
