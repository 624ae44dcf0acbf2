//! The version of a trial: whatever bears on a finding makes another one, words do not.

use prescreen::authoring::load_trial;
use std::fs;
use std::path::Path;

/// The version of the small trial with one text in its file replaced.
fn version(name: &str, from: &str, to: &str) -> u32 {
    let good = Path::new("tests/authoring/good");
    let text = fs::read_to_string(good.join("trials/nct00000001.toml")).expect("is readable");
    assert!(text.contains(from), "{from}");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("version-{name}"));
    fs::create_dir_all(&folder).expect("the folder is made");
    let file = folder.join("nct00000001.toml");
    fs::write(&file, text.replacen(from, to, 1)).expect("is written");
    let (loaded, said) = load_trial(good, &file, Vec::new());
    loaded.unwrap_or_else(|| panic!("{said:?}")).content.version
}

#[test]
fn rules_and_questions_make_another_version_and_words_do_not() {
    let as_is = version("as_is", "format = 1", "format = 1");
    let words = version("words", "en = \"Weight?\"", "en = \"How heavy?\"");
    assert_eq!(as_is, words);
    let limit = "{ fact = \"transplant_date\", within = { value = 6, unit = \"weeks\" } }";
    // It means the same, so that the examples come out as before.
    let longer = limit.replace("within", "longer_ago_than");
    let rule = version("rule", limit, &format!("{{ not = {longer} }}"));
    assert_ne!(as_is, rule);
    let value = version(
        "value",
        "\"middle\", \"high\"]",
        "\"middle\", \"high\", \"top\"]",
    );
    assert_ne!(as_is, value);
    assert_ne!(rule, value);
}
