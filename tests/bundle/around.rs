//! What stands around `check.html`: it names what it should, by hashes that are right, in words
//! that may be said to a family, and `docs/embedding.md` gives the headers that are sent.

use crate::banned;
use crate::content::content;
use crate::document::Document;
use prescreen::authoring::bundle::{Around, hash, integrity, page, service_worker, sums};
use prescreen::page::content::{CentralContact, Language};
use std::fs;

const PAGES: [&str; 3] = ["index.html", "element.html", "start.html"];

fn www(name: &str) -> String {
    fs::read_to_string(format!("www/{name}")).expect(name)
}

fn around() -> Around {
    Around {
        style: www("page.css"),
        start_script: www("start.js"),
        element: b"the element".to_vec(),
    }
}

fn filled(name: &'static str) -> String {
    page(name, &www(name), &content(), &around()).expect(name)
}

fn site(files: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    let file = |(name, text): &(&str, &str)| ((*name).to_owned(), text.as_bytes().to_vec());
    files.iter().map(file).collect()
}

#[test]
fn the_landing_page_allows_its_own_script_and_style_and_names_the_trial() {
    let start = Document::new(filled("start.html"));
    let policy = start.attribute_of("Content-Security-Policy");
    let hashes = ["script", "style"].map(|name| {
        let [text] = start.elements(name)[..] else {
            panic!("one {name}");
        };
        format!("{name}-src {};", hash(text))
    });
    assert!(
        hashes.iter().all(|hash| policy.contains(hash.as_str())),
        "{policy}"
    );
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"));
    assert!(start.text().contains("NCT00000000"));
    assert!(start.text().contains("href=\"tel:+867715356501\""));
}

#[test]
fn without_a_number_the_landing_page_names_the_address_or_that_there_is_none() {
    let start = |contacts: &[(Option<&str>, Option<&str>)]| {
        let mut content = content();
        let contact = |(phone, email): &(Option<&str>, Option<&str>)| CentralContact {
            name: "Somebody".to_owned(),
            phone: phone.map(str::to_owned),
            email: email.map(str::to_owned),
        };
        content.record.central_contacts = contacts.iter().map(contact).collect();
        page("start.html", &www("start.html"), &content, &around()).expect("is filled")
    };
    let by_email = start(&[(None, Some("a@b.example"))]);
    assert!(by_email.contains("Email a@b.example") && !by_email.contains("tel:"));
    let by_nobody = start(&[]);
    assert!(by_nobody.contains("The registry names no contact") && !by_nobody.contains("tel:"));
    // The first number, whoever has it.
    let by_the_second = start(&[(None, Some("a@b.example")), (Some("+1 2 ext. 3"), None)]);
    assert!(by_the_second.contains("href=\"tel:+12\""));
}

#[test]
fn a_page_of_a_hospital_names_the_hash_of_the_element() {
    let named = format!("integrity=\"{}\"", integrity(b"the element"));
    assert!(filled("element.html").contains(&named));
    let sha384_of_nothing =
        "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
    assert_eq!(integrity(b""), sha384_of_nothing);
}

#[test]
fn a_page_with_a_place_that_nothing_fills_is_refused() {
    let mistake = page("start.html", "{{nobody}}", &content(), &around()).unwrap_err();
    let text = "`start.html` has a place `{{nobody}}` that nothing fills";
    assert_eq!(mistake.to_string(), text);
}

#[test]
fn the_worker_names_the_files_that_it_keeps_and_another_version_for_other_files() {
    let worker = |files: &[(&str, &str)]| {
        service_worker(&www("service-worker.js"), &site(files)).expect("is filled")
    };
    let first = worker(&[
        ("check.html", "a"),
        ("index.html", "b"),
        ("start.html", "c"),
    ]);
    // The SHA-256 of the letters a and c.
    let list = "const FILES = {\n  \
        'start.html': 'sha256-Ln0sA6lQeuJl7PW1NWiFpTOTogKdJBOUmXJloaJa78Y=',\n  \
        'check.html': 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=',\n};";
    assert!(first.contains(list), "{first}");
    assert!(!first.contains("index.html"));
    let version = |worker: &str| {
        let (_, rest) = worker.split_once("OWN + '").expect("a version");
        rest.split_once('\'').expect("it ends").0.to_owned()
    };
    assert_eq!(version(&first).len(), 12);
    let same = worker(&[
        ("check.html", "a"),
        ("start.html", "c"),
        ("index.html", "x"),
    ]);
    assert_eq!(version(&first), version(&same));
    let other = worker(&[("check.html", "a"), ("start.html", "d")]);
    assert_ne!(version(&first), version(&other));
}

#[test]
fn the_sums_are_as_sha256sum_reads_them() {
    let found = sums(&site(&[("a.html", "a"), ("b.js", "")]));
    let expected = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a.html\n\
                    e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b.js\n";
    assert_eq!(found, expected);
}

/// The text between the tags, in every language together.
fn text(page: &str) -> String {
    let (_, body) = page.split_once("<body>").expect("a body");
    let body = body.split("<script>").next().unwrap_or_default();
    let pieces = body.split('<').filter_map(|piece| piece.split_once('>'));
    pieces.map(|(_, text)| text).collect::<Vec<_>>().join(" ")
}

#[test]
fn no_page_says_a_banned_word_and_each_speaks_both_languages() {
    for name in PAGES {
        let text = text(&filled(name));
        for language in Language::ALL {
            let found = banned::found(&text, language);
            assert!(found.is_empty(), "{name}: {found:?}");
        }
        for words in ["自助核对", "self-check"] {
            assert!(text.contains(words), "{name}: {words}");
        }
    }
    let wrong = text("<body><p>You qualify for a <b>cure</b>.<script>hurry</script>");
    assert_eq!(
        banned::found(&wrong, Language::En),
        ["qualify", "cure"],
        "it would be found"
    );
}

#[test]
fn every_server_in_the_documentation_sends_the_same_sandbox() {
    let guide = fs::read_to_string("docs/embedding.md").expect("is readable");
    let server = fs::read_to_string("src/command/serve.rs").expect("is readable");
    let (_, rest) = server.split_once("\"sandbox ").expect("the tokens");
    let tokens = rest.split('"').next().expect("they end");
    for (language, count) in [
        ("html", 1),
        ("http", 1),
        ("nginx", 1),
        ("apache", 1),
        ("xml", 1),
    ] {
        let opening = format!("```{language}\n");
        let blocks = guide.split(opening.as_str()).skip(1);
        let blocks = blocks.filter_map(|rest| rest.split("\n```").next());
        let found = blocks.filter(|block| block.contains(tokens)).count();
        assert_eq!(found, count, "{language}");
    }
    let headers = ["nosniff", "no-cache"];
    for language in ["http", "nginx", "apache", "xml"] {
        let (_, rest) = guide
            .split_once(&format!("```{language}\n"))
            .expect(language);
        let block = rest.split("\n```").next().unwrap_or_default();
        assert!(
            headers.iter().all(|header| block.contains(header)),
            "{language}"
        );
    }
}

/// What a browser acts upon by itself, whatever the page allows.
const UNSET: [&str; 8] = [
    "X-Frame-Options",
    "Content-Security-Policy-Report-Only",
    "Reporting-Endpoints",
    "Report-To",
    "NEL",
    "Link",
    "Speculation-Rules",
    "Refresh",
];

/// The names that stand between these two texts in a snippet of the documentation.
fn names<'a>(block: &'a str, before: &str, after: char) -> Vec<&'a str> {
    let rests = block.lines().filter_map(|line| line.split_once(before));
    rests
        .map(|(_, rest)| rest.split(after).next().unwrap_or_default())
        .collect()
}

#[test]
fn every_server_in_the_documentation_removes_what_it_sets_and_what_a_browser_acts_upon() {
    let guide = fs::read_to_string("docs/embedding.md").expect("is readable");
    let block = |language: &str| {
        let (_, rest) = guide
            .split_once(&format!("```{language}\n"))
            .expect(language);
        rest.split("\n```").next().unwrap_or_default()
    };
    let set = names(block("nginx"), "  add_header ", ' ');
    assert_eq!(set.len(), 4);
    assert_eq!(names(block("nginx"), "# proxy_hide_header ", ';'), UNSET);
    let both: Vec<_> = set.iter().copied().chain(UNSET).collect();
    assert_eq!(names(block("apache"), "Header always set ", ' '), set);
    assert_eq!(names(block("apache"), "Header unset ", ' '), both);
    assert_eq!(names(block("apache"), "Header always unset ", ' '), UNSET);
    assert_eq!(names(block("xml"), "<add name=\"", '"'), set);
    assert_eq!(names(block("xml"), "<remove name=\"", '"'), both);
    for name in &UNSET[1..] {
        assert!(guide.contains(&format!("`{name}`")), "{name} is explained");
    }
}

#[test]
fn the_links_of_the_documentation_lead_somewhere() {
    let readme = fs::read_to_string("README.md").expect("is readable");
    assert!(
        readme.contains("](docs/embedding.md)"),
        "the README leads to it"
    );
}
