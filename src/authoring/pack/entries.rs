//! Everything that a pack holds, as entries with keys: words, rules, readings, persons and screens.
//! The words are taken from the content as a whole, so that a new kind of words is in it without
//! anybody remembering to put it there.

use super::data::{PackEntry, PackPart, PackText};
use super::persons::{Person, answers_text};
use super::screens::Shown;
use super::sources::Sources;
use super::written::{WrittenCriterion, inline};
use crate::authoring::bundle::hex;
use crate::engine::Iso;
use crate::page::content::Words;
use crate::page::phrase::Phrase;
use crate::page::view::html;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// How many hex digits tell one screen from another.
const SCREEN_DIGITS: usize = 16;

/// All parts of a pack.
pub(super) fn parts(sources: &Sources, persons: &[Person], screens: &[Shown]) -> Vec<PackPart> {
    let part = |name: &str, entries| PackPart {
        name: name.to_owned(),
        entries,
    };
    vec![
        part("signatures", signatures(sources)),
        part("record", record(sources)),
        part("criteria", criteria(sources)),
        part("rules", rules(sources)),
        part("readings", readings(sources)),
        part("words", words(sources)),
        part("examples", persons.iter().map(person).collect()),
        part("screens", screens.iter().map(screen).collect()),
    ]
}

fn signatures(sources: &Sources) -> Vec<PackEntry> {
    let signatures = sources.signatures.iter();
    unique(signatures.map(|signature| PackEntry::one(signature.to_string(), "signed")))
}

fn record(sources: &Sources) -> Vec<PackEntry> {
    let content = &sources.loaded.content;
    let update = Iso(content.trial.last_update()).to_string();
    let mut entries = vec![PackEntry::one("last_update", update)];
    let mut record = tree(&content.record);
    let dates = [
        ("start_date", content.record.start_date),
        ("completion_date", content.record.completion_date),
    ];
    // As data a date is three numbers, 0 where one is not known: no reader knows that.
    for (key, date) in dates {
        if let (Some(written), Some(date)) = (record.get_mut(key), date) {
            *written = date.text().into();
        }
    }
    leaves(&record, "", &mut entries);
    entries
}

fn criteria(sources: &Sources) -> Vec<PackEntry> {
    let content = &sources.loaded.content;
    let criteria = content.trial.criteria().iter().zip(&content.criteria);
    let passages = sources.written.passage.iter();
    let passages = passages.map(|passage| PackEntry::one(&passage.id, &passage.text));
    let criteria = criteria.map(|(criterion, words)| PackEntry::one(criterion.id(), &words.text));
    criteria.chain(passages).collect()
}

fn rules(sources: &Sources) -> Vec<PackEntry> {
    let definition = &sources.loaded.definition;
    let mut entries = Vec::new();
    for fact in &definition.facts {
        let key = format!("fact.{}", fact.id);
        entries.push(PackEntry::one(
            format!("{key}.kind"),
            tree(&fact.kind).to_string(),
        ));
        let written = sources.written.fact.iter().find(|each| each.id == fact.id);
        if let Some(gate) = written.and_then(|written| written.gate.as_ref()) {
            entries.push(PackEntry::one(format!("{key}.gate"), inline(gate)));
        }
    }
    for (criterion, words) in definition
        .criteria
        .iter()
        .zip(&sources.loaded.content.criteria)
    {
        let key = format!("criterion.{}", criterion.id);
        let mut add = |name: &str, text: String| {
            entries.push(PackEntry::one(format!("{key}.{name}"), text));
        };
        add("kind", tree(&criterion.polarity).to_string());
        add("roles", tree(&words.roles).to_string());
        add("could_change", tree(&words.could_change).to_string());
        let Some(written) = sources.criterion(&criterion.id) else {
            continue;
        };
        let rules = [
            ("rule", &written.rule),
            ("applies_when", &written.applies_when),
        ];
        for (name, rule) in rules {
            if let Some(rule) = rule {
                add(name, inline(rule));
            }
        }
        if let Some(reason) = &written.soft {
            add("soft", reason.clone());
        }
        if let Some(reason) = &written.never_ask {
            add("never_ask", inline(reason));
        }
    }
    entries
}

fn readings(sources: &Sources) -> Vec<PackEntry> {
    let of = |criterion: &WrittenCriterion| {
        let id = criterion.id.clone();
        let readings = criterion.reading.iter();
        let readings = readings.map(move |reading| {
            let text = format!("{} Because: {}", reading.read_as, reading.because);
            PackEntry::one(format!("{id}: {}", reading.of), text)
        });
        readings.collect::<Vec<_>>()
    };
    let readings = sources.written.criterion.iter().flat_map(of);
    let passages = sources.written.passage.iter();
    let passages = passages.map(|passage| PackEntry::one(&passage.id, &passage.because));
    unique(readings.chain(passages))
}

/// Entries whose keys stand once: a key that stands again is numbered.
fn unique(entries: impl Iterator<Item = PackEntry>) -> Vec<PackEntry> {
    let mut found: Vec<PackEntry> = Vec::new();
    for mut entry in entries {
        let same = found.iter().filter(|each| each.key == entry.key).count();
        if same > 0 {
            entry.key = format!("{} ({})", entry.key, same + 1);
        }
        found.push(entry);
    }
    found
}

/// Every text for people, in both languages, under the path of its key.
pub(super) fn words(sources: &Sources) -> Vec<PackEntry> {
    let content = &sources.loaded.content;
    let mut entries = Vec::new();
    leaves(&tree(&content.study), "study", &mut entries);
    leaves(&tree(&content.sections), "section", &mut entries);
    for (fact, words) in content.trial.facts().iter().zip(&content.facts) {
        leaves(&tree(words), &format!("fact.{}", fact.id), &mut entries);
    }
    for (criterion, words) in content.trial.criteria().iter().zip(&content.criteria) {
        let key = format!("criterion.{}", criterion.id());
        leaves(&tree(words), &key, &mut entries);
    }
    for (phrase, words) in Phrase::ALL.iter().zip(&content.phrases) {
        leaves(
            &tree(words),
            &format!("page.{}", phrase.key()),
            &mut entries,
        );
    }
    entries.retain(|entry| matches!(entry.text, PackText::Both(_)));
    entries
}

/// A part of the content as a tree. All of it can be written so; nothing stands for what could not.
fn tree(part: &impl Serialize) -> Value {
    serde_json::to_value(part).unwrap_or_default()
}

fn leaves(tree: &Value, path: &str, out: &mut Vec<PackEntry>) {
    let below = |name: &str| match path {
        "" => name.to_owned(),
        path => format!("{path}.{name}"),
    };
    match tree {
        Value::Null => {}
        Value::Object(fields) => {
            let both: Result<Words, _> = serde_json::from_value(tree.clone());
            match both {
                Ok(words) => out.push(PackEntry {
                    key: path.to_owned(),
                    text: PackText::Both(words),
                }),
                Err(_) => fields
                    .iter()
                    .for_each(|(name, part)| leaves(part, &below(name), out)),
            }
        }
        Value::Array(items) => {
            for (place, item) in (1..).zip(items) {
                leaves(item, &below(&format!("{place}")), out);
            }
        }
        Value::String(text) => out.push(PackEntry::one(path, text)),
        other => out.push(PackEntry::one(path, other.to_string())),
    }
}

fn person(person: &Person) -> PackEntry {
    let answers = answers_text(&person.answers);
    let outcome = person.outcome();
    PackEntry::one(
        person.name.clone(),
        format!("{}: {answers} → {outcome}", Iso(person.on)),
    )
}

/// A screen as the hash of what it shows, in both languages.
fn screen(shown: &Shown) -> PackEntry {
    let mut hash = Sha256::new();
    for screen in &shown.screens {
        hash.update(html(&screen.body));
    }
    let mut digits = hex(&hash.finalize());
    digits.truncate(SCREEN_DIGITS);
    PackEntry::one(&shown.name, digits)
}
