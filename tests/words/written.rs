//! Every text of `www/words` and `www/trials`, and every one that an import writes, with the place
//! where it is written.

use prescreen::authoring::{Chosen, import};
use prescreen::page::content::Language;
use std::path::Path;
use std::sync::LazyLock;
use toml::Value;

/// A text with the place where it is written, such as `page.toml: start.title`.
pub(crate) struct Text {
    pub(crate) place: String,
    pub(crate) language: Language,
    pub(crate) words: String,
}

/// Every text that is written in a language.
pub(crate) fn texts() -> Vec<Text> {
    let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("www");
    let mut texts = Vec::new();
    for folder in ["words", "trials"] {
        for entry in std::fs::read_dir(www.join(folder)).expect("the folder is there") {
            let path = entry.expect("is readable").path();
            let written = std::fs::read_to_string(&path).expect("is readable");
            let file: toml::Table = written.parse().expect("is TOML");
            let name = path.file_name().expect("a name").to_string_lossy();
            collect(&format!("{name}:"), &Value::Table(file), &mut texts);
        }
    }
    for (fields, draft) in IMPORTED.iter().zip(DRAFTS.iter()) {
        collect(&format!("import of {fields}:"), draft, &mut texts);
    }
    texts
}

/// Ages in each unit, of one year and of several, with one end and with both, and each sex.
const IMPORTED: [&str; 6] = [
    r#""minimumAge": "3 Years", "maximumAge": "18 Years", "sex": "FEMALE""#,
    r#""minimumAge": "1 Year", "sex": "MALE""#,
    r#""maximumAge": "30 Months""#,
    r#""minimumAge": "1 Month", "maximumAge": "17 Years""#,
    r#""minimumAge": "2 Weeks", "maximumAge": "12 Weeks""#,
    r#""minimumAge": "1 Day", "maximumAge": "30 Days""#,
];

/// Their drafts. They are made once: the tests run side by side, and a draft is made from a file.
static DRAFTS: LazyLock<Vec<Value>> = LazyLock::new(|| IMPORTED.map(draft).into());

/// The draft of a record with these fields.
fn draft(fields: &str) -> Value {
    let record = format!(
        r#"{{"protocolSection": {{"identificationModule": {{"nctId": "NCT00000001"}}, "eligibilityModule": {{{fields}}}}}}}"#
    );
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("imported.json");
    std::fs::write(&place, record).expect("is written");
    let (drafts, _) = import(&place, Chosen::All);
    let [draft] = drafts.as_slice() else {
        panic!("there is one draft of {fields}");
    };
    Value::Table(draft.trial.parse().expect("is TOML"))
}

fn collect(place: &str, value: &Value, texts: &mut Vec<Text>) {
    match value {
        Value::Array(members) => {
            for (number, member) in (1..).zip(members) {
                let name = member.get("id").or_else(|| member.get("value"));
                let name = name.and_then(Value::as_str).map(str::to_owned);
                let name = name.unwrap_or_else(|| number.to_string());
                collect(&format!("{place} {name}"), member, texts);
            }
        }
        Value::Table(table) => {
            for (key, value) in table {
                let spoken = Language::ALL.into_iter().find(|each| each.tag() == key);
                match (spoken, value) {
                    // An import leaves texts to the author: there is nothing to judge yet.
                    (Some(_), Value::String(text)) if text.is_empty() => {}
                    (Some(language), Value::String(text)) => texts.push(Text {
                        place: place.to_owned(),
                        language,
                        words: text.clone(),
                    }),
                    _ => collect(&format!("{place} {key}"), value, texts),
                }
            }
        }
        _ => {}
    }
}
