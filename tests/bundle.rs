//! The bundled page: what its policy allows is what stands in it, and nothing in it leads anywhere.

#[path = "bundle/around.rs"]
mod around;
#[path = "page/banned.rs"]
mod banned;
#[path = "bundle/content.rs"]
mod content;
#[path = "bundle/document.rs"]
mod document;

use content::content;
use document::{Document, between};
use prescreen::authoring::bundle::{
    Bundle, BundleMistake, Computes, Engine, Frame, Parts, Shown, bundle, hash, hex, permuted,
    policy, readable, unpermuted,
};
use prescreen::engine::KnownCases;
use prescreen::page::written::{read, write};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

fn www(name: &str) -> String {
    let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("www");
    fs::read_to_string(www.join(name)).expect(name)
}

fn parts() -> Parts {
    Parts {
        shell: www("shell.html"),
        shell_style: www("shell.css"),
        shell_script: www("shell.js"),
        app: www("app.html"),
        app_style: www("style.css"),
        app_script: www("app.js"),
        hand_on: www("hand-on.js"),
        prelude: www("prelude.js"),
        theme: www("theme.js"),
        compat: www("compat.html"),
    }
}

fn web_assembly() -> Engine {
    Engine {
        glue: "let wasm_bindgen = (() => {})();".to_owned(),
        module: Some(b"\0asm \"&<>\\ \x01\0\0\0".to_vec()),
    }
}

fn java_script() -> Engine {
    Engine {
        module: None,
        ..web_assembly()
    }
}

fn try_bundle(parts: &Parts, engine: &Engine) -> Result<Bundle, BundleMistake> {
    let content = &content();
    let known_cases = &KnownCases::among(&content.trial, &[]);
    let shown = Shown {
        content,
        known_cases,
    };
    bundle(shown, parts, engine)
}

fn bundled() -> Bundle {
    try_bundle(&parts(), &web_assembly()).expect("the parts are right")
}

/// The shell and the app of a bundled page.
fn documents() -> [Document; 2] {
    let shell = Document::new(bundled().check_html);
    let app = Document::new(shell.attribute("srcdoc"));
    [shell, app]
}

#[test]
fn the_policy_names_every_script_and_style_in_the_documents_that_it_rules() {
    let [shell, app] = documents();
    let hashes = |texts: Vec<&str>| texts.into_iter().map(hash).collect::<Vec<_>>();
    let both = [&shell, &app];
    for policy in both.map(|document| document.attribute_of("Content-Security-Policy")) {
        for name in ["script", "style"] {
            let directive =
                between(&policy, &format!("{name}-src "), ";").replace(" 'wasm-unsafe-eval'", "");
            let allowed: Vec<&str> = directive.split(' ').collect();
            let present = both
                .map(|document| hashes(document.elements(name)))
                .concat();
            assert!(
                present.iter().all(|hash| allowed.contains(&hash.as_str())),
                "{name}"
            );
            assert!(
                allowed
                    .iter()
                    .all(|hash| present.iter().any(|it| it == hash)),
                "{name}"
            );
        }
    }
}

#[test]
fn the_policy_of_the_app_is_that_of_the_shell_with_trusted_types() {
    let [shell, app] = documents().map(|it| it.attribute_of("Content-Security-Policy"));
    assert_eq!(
        app,
        shell + "; require-trusted-types-for 'script'; trusted-types 'none'"
    );
    assert_eq!(
        policy(Frame::Shell, Computes::WebAssembly, &["a"], &["b"]),
        "default-src 'none'; script-src 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=' 'wasm-unsafe-eval'; \
         style-src 'sha256-PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0='; img-src data:; connect-src 'none'; \
         form-action 'none'; base-uri 'none'; frame-src 'none'"
    );
}

#[test]
fn nothing_in_the_documents_leads_anywhere_but_to_the_phone_and_the_page_beside() {
    for document in documents() {
        let markup = document.markup();
        for reference in [
            " src=",
            " action=",
            "url(",
            "@import",
            "<base",
            "<object",
            "<embed",
            "http-equiv=\"refresh",
        ] {
            assert!(!markup.contains(reference), "{reference}");
        }
        let links = markup.split("href=\"").skip(1);
        for link in links {
            let known = ["data:,\"", "tel:+867715356501\"", "check-compat.html\""];
            assert!(known.iter().any(|it| link.starts_with(it)), "{link}");
        }
    }
}

#[test]
fn the_frame_may_do_no_more_than_the_app_needs() {
    let [shell, app] = documents();
    assert_eq!(
        shell.attribute("sandbox"),
        "allow-scripts allow-modals allow-downloads"
    );
    assert_eq!(shell.markup().matches("<iframe").count(), 1);
    assert!(!app.markup().contains("<iframe"));
}

/// Without WebAssembly nothing but scripts has to be allowed, and there is nothing else to try.
#[test]
fn the_page_in_plain_javascript_asks_for_less_and_leads_nowhere_else() {
    let wasm = bundled().check_html;
    let plain = try_bundle(&parts(), &java_script()).unwrap().check_html;
    let [shell, app] = documents();
    for document in [&shell, &app] {
        let policy = document.attribute_of("Content-Security-Policy");
        assert_eq!(policy.matches("'wasm-unsafe-eval'").count(), 1);
    }
    assert!(!plain.contains("wasm-unsafe-eval"));
    assert_eq!(wasm.matches("href=\"check-compat.html\"").count(), 1);
    assert!(!plain.contains("check-compat.html"));
    let plain_app = Document::new(Document::new(plain).attribute("srcdoc"));
    assert_eq!(plain_app.data("engine"), "");
    for id in ["numbers", "texts"] {
        assert_eq!(plain_app.data(id), app.data(id));
    }
}

/// A reviewer reads the relay in one go; it is the only script that the host's page could reach.
#[test]
fn the_relay_stays_below_a_kilobyte() {
    let [shell, _] = documents();
    let relay = shell.elements("script")[0];
    assert!(relay.len() < 1024, "{} bytes", relay.len());
}

#[test]
fn every_character_of_the_content_arrives_as_it_is() {
    let [shell, app] = documents();
    let title = &content().study.title;
    let both = format!("{} · {}", title.zh_hans, title.en);
    assert_eq!(shell.attribute("title"), both);
    assert_eq!(document::unescaped(shell.elements("title")[0]), both);
    let [engine, numbers] = ["engine", "numbers"].map(|id| unpermuted(app.data(id)).expect(id));
    assert_eq!(Some(engine), web_assembly().module);
    let (written, known) = read(&numbers, &readable(app.data("texts"))).unwrap();
    assert_eq!(written, content());
    assert!(known.is_empty() && known.hold(&written.trial));
}

#[test]
fn the_name_of_a_build_is_the_hash_of_the_app_before_it_was_named() {
    let build = bundled().build;
    let [shell, app] = documents();
    assert_eq!(shell.attribute_of("build"), build);
    let named = format!("name=\"build\" content=\"{build}\"");
    assert_eq!(app.text().matches(&named).count(), 1);
    let unnamed = app.text().replace(&named, "name=\"build\" content=\"\"");
    assert!(hex(&Sha256::digest(unnamed)).starts_with(&build));
    assert_eq!(build.len(), 12);
}

#[test]
fn the_same_parts_give_the_same_bytes() {
    assert_eq!(bundled(), bundled());
}

#[test]
fn a_script_that_a_browser_would_end_early_is_refused() {
    let glue = "// kept out\nlet text = '</SCRIPT>';".to_owned();
    let module = None;
    let mistake = try_bundle(&parts(), &Engine { glue, module }).unwrap_err();
    let text = "`app.js` holds `</script`, at which a browser would end the script";
    assert_eq!(mistake.to_string(), text);
}

#[test]
fn streams_that_end_too_early_or_too_late_are_refused() {
    let content = content();
    let known_cases = KnownCases::among(&content.trial, &[]);
    let streams = write(&content, &known_cases).unwrap();
    let (numbers, texts) = (&*streams.numbers, &*streams.texts);
    assert!(read(numbers, texts).is_ok());
    for count in 0..numbers.len() {
        assert!(read(&numbers[..count], texts).is_err(), "{count} numbers");
    }
    let shorter = texts.strip_suffix(|_: char| true).unwrap();
    assert!(read(numbers, shorter).is_err());
    assert!(read(numbers, &format!("{texts}.")).is_err());
    assert!(read(&[numbers, &[0]].concat(), texts).is_err());
}

#[test]
fn a_place_that_nothing_fills_is_refused() {
    let app = "<p>{{nobody}}</p>".to_owned();
    let mistake = try_bundle(&Parts { app, ..parts() }, &web_assembly()).unwrap_err();
    assert_eq!(
        mistake.to_string(),
        "`app.html` has a place `{{nobody}}` that nothing fills"
    );
    assert!(matches!(mistake, BundleMistake::UnknownPlace { .. }));
}

#[test]
fn a_common_byte_that_is_a_letter_keeps_it() {
    let text = permuted(b"the words stay words");
    assert!(text.ends_with("the words stay words"));
    assert_eq!(text.chars().count(), 256 + 20);
}

proptest! {
    #[test]
    fn permuted_bytes_are_the_same_bytes_again(bytes: Vec<u8>) {
        let text = permuted(&bytes);
        prop_assert_eq!(unpermuted(&text), Some(bytes));
        let harmless = |letter: char| !letter.is_control() && !"\"&<>\\".contains(letter);
        prop_assert!(text.chars().all(harmless));
    }

    #[test]
    fn readable_texts_are_the_same_texts_again_and_an_html_parser_leaves_them_alone(letters: Vec<char>) {
        let text = String::from_iter(letters);
        let readable_text = readable(&text);
        prop_assert!(!readable_text.contains(['<', '\r', '\0']));
        prop_assert_eq!(readable(&readable_text), text);
    }

    #[test]
    fn any_text_is_permuted_bytes_or_nothing(text in any::<String>()) {
        if let Some(bytes) = unpermuted(&text) {
            prop_assert_eq!(bytes.len() + 256, text.chars().count());
        }
    }
}
