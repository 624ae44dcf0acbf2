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
    let said: Vec<_> = said.iter().map(|said| format!("{said}\n")).collect();
    let numbers: Vec<_> = drafts.into_iter().map(|draft| draft.nct_id).collect();
    let folder = format!("{}/", path.parent().unwrap().display());
    format!(
        "{}imported: {}\n",
        said.concat().replace(&folder, ""),
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

/// The message on a file with these bytes.
fn message(name: &str, bytes: &[u8]) -> String {
    let said = said(name, bytes, Chosen::All);
    let first = said.lines().next().unwrap_or_default().to_owned();
    assert!(said.ends_with("imported: \n"), "{said}");
    assert!(said.contains("  hint: "), "{said}");
    first
}

#[test]
fn files_of_another_kind_are_named_with_what_is_accepted() {
    let other = "accepted is JSON of version 2 of the registry's data";
    let utf16 =
        |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let files: [(&str, Vec<u8>, String); 10] = [
        ("empty.json", Vec::new(), format!("error[empty-file]: the file is empty, {other}")),
        ("blank.json", b" \r\n".into(), format!("error[empty-file]: the file is empty, {other}")),
        ("none.zip", b"PK\x05\x06\0\0".into(), format!("error[other-format]: found a zip, {other}")),
        ("one.json.gz", b"\x1f\x8b\x08".into(), format!("error[other-format]: found a compressed file (gzip), {other}")),
        ("one.pdf", b"%PDF-1.7\n\xe2".into(), format!("error[other-format]: found a PDF, {other}")),
        ("page.html", b"<!-- saved from a page -->\n<html>".into(), format!("error[other-format]: found a web page, {other}")),
        ("table.tsv", b"Title\tNCT Number\nA\tNCT00000001\n".into(), format!("error[other-format]: found a table (CSV), {other}")),
        ("marked.json", [b"\xff\xfe".into(), utf16(STUDY)].concat(), "error[other-encoding]: found text in UTF-16, accepted is UTF-8".into()),
        ("bare.json", utf16(STUDY), "error[other-encoding]: found text in UTF-16, accepted is UTF-8".into()),
        (
            "lines.json",
            format!("{STUDY}\n{STUDY}\n").into(),
            "error[several-values]: found more JSON behind the first, accepted is one study or a list of studies".into(),
        ),
    ];
    for (name, bytes, expected) in files {
        assert_eq!(message(name, &bytes), expected, "{name}");
    }
    let cut = message("cut.json", &STUDY.as_bytes()[..40]);
    assert!(cut.starts_with("error[not-json]: "), "{cut}");
}

#[test]
fn a_folder_is_no_file() {
    let (drafts, said) = import(Path::new(env!("CARGO_TARGET_TMPDIR")), Chosen::All);
    assert!(drafts.is_empty());
    assert_eq!(said[0].message, "found a folder, accepted is a file");
}

#[test]
fn brackets_without_end_are_refused_and_overflow_nothing() {
    const MANY: usize = 2_000_000;
    let (open, close) = ("[".repeat(MANY), "]".repeat(MANY));
    for text in [
        open.clone(),
        format!("{open}{close}"),
        "{\"a\":".repeat(MANY),
        format!("{{\"protocolSection\":{open}{close}}}"),
        format!("{{\"studies\":[{open}{close}]}}"),
    ] {
        let said = said("brackets.json", text.as_bytes(), Chosen::All);
        assert!(said.starts_with("error[no"), "{}", &said[..80]);
        assert!(said.ends_with("imported: \n"));
    }
}

/// The criteria that are in the draft of a record with this text.
fn criteria(name: &str, text: &str) -> Vec<String> {
    let text = serde_json::to_string(text).unwrap();
    let record = STUDY.replace(
        "}}}",
        &format!("}}, \"eligibilityModule\": {{\"eligibilityCriteria\": {text}}}}}}}"),
    );
    let (drafts, _) = import(&file(name, record.as_bytes()), Chosen::All);
    let trial: toml::Table = drafts[0].trial.parse().unwrap();
    let criteria = trial["criterion"].as_array().unwrap().iter();
    criteria
        .map(|own| own["text"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn lines_end_as_they_do_in_any_document_and_odd_signs_stay() {
    for end in [
        "\n", "\r\n", "\r", "\u{2028}", "\u{2029}", "\u{85}", "\u{b}",
    ] {
        let lines = [
            "Inclusion Criteria:",
            "",
            "* A",
            "* B",
            "Exclusion Criteria:",
            "* C",
        ];
        let found = criteria("ends.json", &lines.join(end));
        assert_eq!(found, ["A", "B", "C"], "{end:?}");
    }
    let found = criteria("odd.json", "Inclusion Criteria：\n\n１．Age ２０\n２．A\0B");
    assert_eq!(found, ["１．Age ２０", "２．A\0B"]);
}

#[test]
fn a_line_of_a_million_letters_is_read_to_its_end() {
    let numbers: Vec<_> = (1..60_000)
        .map(|number| format!("{number}. Foo bar "))
        .collect();
    for (text, count) in [
        ("a word ".repeat(150_000), 1),
        ("• foo ".repeat(20_000), 20_000),
        ("&".repeat(1_000_000), 1),
        ("* x 109/L =5 mg\n".repeat(20_000), 20_000),
        // A marker has no more than three digits.
        (numbers.concat(), 999),
    ] {
        let found = criteria("long.json", &format!("Inclusion Criteria: {text}"));
        assert_eq!(found.len(), count);
    }
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
