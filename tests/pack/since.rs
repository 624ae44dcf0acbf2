//! What a later pack says of an earlier one. The cases are files of `since`: a sentence, what is
//! changed in the small trial and around it, what the command prints of it, and what stands in the first
//! chapter. `ACCEPT=1 cargo test --test pack` writes what is printed into the files; read it before you
//! commit it.
//!
//! ```text
//! A sentence on what the case shows.
//!
//! === change trials/nct00000001.toml
//! what stood there     once in the file
//! ===
//! what stands there now
//! === printed          from here on: what happens
//! ```

use crate::{escaped, made, sources};
use prescreen::authoring::pack::{Pack, pack};
use std::fs;
use std::path::{Path, PathBuf};

/// The line with which the part begins that `ACCEPT=1` writes.
const HAPPENS: &str = "=== printed\n";

/// A folder that holds the small trial, with the words and styles of the project.
fn small(name: &str) -> PathBuf {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("pack")
        .join(name);
    fs::remove_dir_all(&folder).ok();
    let files = [
        ("tests/authoring/good", "trials/nct00000001.toml"),
        ("tests/authoring/good", "registry/NCT00000001.json"),
        ("www", "words/page.toml"),
        ("www", "style.css"),
        ("www", "pack.css"),
    ];
    for (from, file) in files {
        let to = folder.join(file);
        fs::create_dir_all(to.parent().expect("a folder")).expect("it is made");
        fs::copy(project.join(from).join(file), to).expect("it is copied");
    }
    folder
}

fn trial(folder: &Path) -> PathBuf {
    folder.join("trials/nct00000001.toml")
}

/// Makes the changes of a case.
fn change(folder: &Path, case: &str) {
    for part in case.split("=== change ").skip(1) {
        let (file, part) = part.split_once('\n').expect("a file");
        let (old, new) = part.split_once("\n===\n").expect("old and new");
        let path = folder.join(file);
        let text = fs::read_to_string(&path).expect("is readable");
        assert_eq!(text.matches(old).count(), 1, "{old:?} in {file}");
        fs::write(path, text.replace(old, new.trim_end_matches('\n'))).expect("is written");
    }
}

fn later(folder: &Path, earlier: &Pack) -> Pack {
    let sources = sources(folder, &trial(folder));
    pack(&sources, None, Some(&earlier.data)).expect("a pack")
}

/// What is printed, and the first chapter with what is gone in `[-…-]` and what is new in `{+…+}`.
fn happens(pack: &Pack) -> String {
    let changes = pack.changes.as_ref().expect("there was an earlier pack");
    let (_, chapter) = pack
        .html
        .split_once("<h2 class=\"both\" id=\"changes\"")
        .expect("a chapter");
    let chapter = chapter.split("<h2 class=").next().expect("it ends");
    let mut lines = Vec::new();
    for line in chapter.split("<p class=\"diff\"").skip(1) {
        let line = line.split("</p>").next().expect("it ends");
        let (_, line) = line.split_once('>').expect("a tag ends");
        let marks = [
            ("<del>", "[-"),
            ("</del>", "-]"),
            ("<ins>", "{+"),
            ("</ins>", "+}"),
        ];
        let line = marks
            .iter()
            .fold(line.to_owned(), |line, (tag, mark)| line.replace(tag, mark));
        lines.push(format!("{line}\n"));
    }
    format!("{changes}\n=== drawn\n{}", lines.concat())
}

#[test]
fn every_case_says_what_changed() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pack/since");
    let entries = fs::read_dir(&cases).expect("the folder of cases");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("is readable").path())
        .collect();
    paths.sort();
    assert!(paths.len() > 5);
    let before = small("before");
    let earlier = made(&before, &trial(&before));
    let mut wrong = Vec::new();
    for path in paths {
        let name = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let case = fs::read_to_string(&path).expect("is readable");
        let (given, expected) = case.split_once(HAPPENS).unwrap_or((&case, ""));
        let folder = small(&name);
        change(&folder, given);
        let found = happens(&later(&folder, &earlier));
        if std::env::var_os("ACCEPT").is_some() {
            fs::write(&path, format!("{given}{HAPPENS}{found}")).expect("is written");
        } else if found != expected {
            wrong.push(format!("{name}:\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_looks_like_html_in_the_words_is_text_in_the_pack() {
    let folder = small("escaped");
    let path = trial(&folder);
    let text = fs::read_to_string(&path).expect("is readable");
    let harm = "</script><b onclick='a'>5 & 6</b>";
    let old = "why = { zh-Hans = \"";
    let at = text.find(old).expect("words");
    let (before, after) = text.split_at(at + old.len());
    fs::write(&path, format!("{before}{harm}{after}")).expect("is written");
    let pack = made(&folder, &path);
    assert!(pack.html.contains(&escaped(harm)));
    assert!(!pack.html.contains(harm) && !pack.html.contains("<b onclick"));
    assert_eq!(pack.html.matches("</script>").count(), 1);
    crate::markup::walk(&pack.html, &mut |_, _| {});
    let again = prescreen::authoring::pack::PackData::read(&pack.html);
    assert_eq!(again, Ok(pack.data));
}

#[test]
fn what_changed_comes_first_after_the_contents() {
    let before = small("first");
    let earlier = made(&before, &trial(&before));
    let pack = later(&before, &earlier);
    let place = |id: &str| pack.html.find(&format!("id=\"{id}\"")).expect("a chapter");
    assert!(place("title") < place("contents"));
    assert!(place("contents") < place("changes"));
    assert!(place("changes") < place("study"));
    assert!(
        pack.html
            .contains("Nothing changed: both packs hold the same.")
    );
}
