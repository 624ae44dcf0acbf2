//! Every text of `www/words` and `www/trials`, with the place where it is written.

use prescreen::page::content::Language;
use std::path::Path;
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
    texts
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
