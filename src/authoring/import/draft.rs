//! The draft of a trial file, as text: everything of the record has its place, the ages and the sex
//! have rules, and what is left to the author is an empty text. It reads nothing and guesses nothing.

use super::ages;
use super::doubts::apart;
use super::flag::Flagged;
use super::record::DraftRecord;
use super::toml_text::{comment, value};
use crate::authoring::registry::eligibility::{Item, Passage};
use crate::authoring::registry::fields::{AGE, Ages, SEX};
use crate::engine::Polarity;

/// What a draft is made from.
pub(super) struct Parts<'a> {
    pub(super) nct_id: &'a str,
    pub(super) record: &'a DraftRecord,
    pub(super) items: &'a [Item],
    pub(super) passages: &'a [Passage],
    pub(super) flags: &'a [Flagged],
}

/// An empty text in both languages.
const EMPTY: &str = "{ zh-Hans = \"\", en = \"\" }";

/// The keys of `[study]` that every trial has.
const STUDY: [&str; 4] = ["title", "purpose", "hospital", "contact_expect"];

/// Writes the draft.
pub(super) fn draft(parts: &Parts<'_>) -> String {
    let study = STUDY.map(|key| format!("{key} = {EMPTY}\n")).concat();
    let mut toml = format!(
        "{}\nformat = 1\nnct_id = {}\n\n[study]\n{study}",
        head(parts),
        value(parts.nct_id)
    );
    let mut add = |part: &str| {
        toml.push('\n');
        toml.push_str(part);
    };
    for part in facts(parts.record) {
        add(&part);
    }
    for item in parts.record.fields.items() {
        add(&field_criterion(parts, &item));
    }
    for item in parts.items {
        add(&criterion(parts, item));
    }
    for passage in parts.passages {
        add(&self::passage(parts, passage));
    }
    toml
}

/// What the file is, what the record says, and what is to be looked at.
fn head(parts: &Parts<'_>) -> String {
    let record = parts.record;
    let title = record
        .brief_title
        .as_deref()
        .unwrap_or("a study without a title");
    // The line by which an editor finds what the format has.
    let mut head = "#:schema ../trial.schema.json\n#\n".to_owned();
    head.push_str(&comment(&format!("{}: {title}", parts.nct_id)));
    let lines = [
        "",
        "DRAFT, made by `prescreen import` from the registry's record. It stays a draft until it is signed: `prescreen review`.",
        "Every text that is empty is yours to fill in, and `prescreen check` lists them: the words in both languages, what",
        "the page says of a criterion (`stated`) or its rule, why a passage is no criterion, and example persons.",
        "The format is described in docs/trial-format.md. Nothing was guessed.",
        "",
        "The record says (the page takes its values from the pinned record, not from here):",
    ];
    for line in lines {
        head.push_str(&comment(line));
    }
    for (name, said) in values(record) {
        head.push_str(&comment(&format!("  {name}: {said}")));
    }
    let whole: Vec<_> = parts
        .flags
        .iter()
        .filter(|flagged| flagged.of.is_none())
        .collect();
    if !whole.is_empty() {
        head.push_str(&comment(""));
        head.push_str(&comment("To be looked at:"));
    }
    for flagged in whole {
        head.push_str(&comment(&format!("  - {flagged}")));
    }
    head.replace("# \n", "#\n")
}

fn values(record: &DraftRecord) -> Vec<(&'static str, String)> {
    let absent = || "not in the record".to_owned();
    let text = |text: &Option<String>| text.clone().unwrap_or_else(absent);
    let mut values = vec![
        ("official title", text(&record.official_title)),
        ("sponsor's number", text(&record.org_study_id)),
        ("status", text(&record.overall_status)),
    ];
    values.extend(record.why_stopped.clone().map(|why| ("why stopped", why)));
    values.extend(
        record
            .dates
            .iter()
            .map(|(name, date)| (*name, dated(date.as_deref()))),
    );
    let phases = if record.phases.is_empty() {
        absent()
    } else {
        record.phases.join(", ")
    };
    let people = record
        .enrollment
        .map_or_else(absent, |count| count.to_string());
    let healthy = record
        .healthy_volunteers
        .map(|healthy| if healthy { "accepted" } else { "not accepted" });
    values.extend([
        ("kind of study", text(&record.study_type)),
        ("phase", phases),
        ("people", people),
        ("sponsor", text(&record.lead_sponsor)),
        ("minimum age", text(&record.fields.minimum_age)),
        ("maximum age", text(&record.fields.maximum_age)),
        ("sex", text(&record.sex)),
        (
            "healthy volunteers",
            healthy.map_or_else(absent, str::to_owned),
        ),
    ]);
    values.extend(
        record
            .study_population
            .clone()
            .map(|words| ("study population", words)),
    );
    if record.contacts.is_empty() {
        values.push(("central contact", absent()));
    }
    for contact in &record.contacts {
        let known: Vec<_> = contact.iter().flatten().cloned().collect();
        values.push(("central contact", known.join(", ")));
    }
    values
}

/// A date as it is written, with how much of it is known.
fn dated(date: Option<&str>) -> String {
    match date {
        None => "not in the record".to_owned(),
        Some(date) => match date.split('-').count() {
            1 => format!("{date} (the year alone)"),
            2 => format!("{date} (the month alone)"),
            _ => date.to_owned(),
        },
    }
}

/// The ages that a rule of the draft has; none where none can hold them.
fn ages(record: &DraftRecord) -> Option<Ages> {
    let ages = record.fields.ages()?;
    (!apart(ages.at_least, ages.below)).then_some(ages)
}

fn facts(record: &DraftRecord) -> Vec<String> {
    let birth_date = ages(record).map(|_| ages::birth_date());
    let sex = record.fields.sex.map(ages::sex);
    let facts: Vec<_> = birth_date.into_iter().chain(sex).collect();
    let section = (!facts.is_empty()).then(ages::section);
    section.into_iter().chain(facts).collect()
}

/// `AGE` or `SEX`.
fn field_criterion(parts: &Parts<'_>, item: &Item) -> String {
    let fields = &parts.record.fields;
    let words = match item.id.as_str() {
        AGE => {
            ages(parts.record).map(|ages| ages::age_criterion(ages, fields.maximum_age.as_deref()))
        }
        SEX => fields.sex.map(ages::sex_criterion),
        _ => None,
    };
    format!("{}{}", start(parts, item), words.unwrap_or_else(stated))
}

fn criterion(parts: &Parts<'_>, item: &Item) -> String {
    format!("{}{}", start(parts, item), stated())
}

/// The flags, the id, the kind and the text of a criterion.
fn start(parts: &Parts<'_>, item: &Item) -> String {
    let kind = match item.polarity {
        Some(Polarity::Inclusion) => "inclusion",
        Some(Polarity::Exclusion) => "exclusion",
        None => "",
    };
    let group = item
        .group
        .as_ref()
        .map(|group| comment(&format!("Below `{group}`.")));
    format!(
        "{}{}[[criterion]]\nid = {}\nkind = \"{kind}\"\ntext = {}\n",
        notes(parts, &item.id),
        group.unwrap_or_default(),
        value(&item.id),
        value(&item.text)
    )
}

fn stated() -> String {
    format!("plain = {EMPTY}\nstated = {EMPTY}\nroles = [\"team\"]\n")
}

fn passage(parts: &Parts<'_>, passage: &Passage) -> String {
    format!(
        "{}[[passage]]\nid = {}\ntext = {}\nbecause = \"\"\n",
        notes(parts, &passage.id),
        value(&passage.id),
        value(&passage.text)
    )
}

/// What is to be looked at in a criterion or a passage.
fn notes(parts: &Parts<'_>, id: &str) -> String {
    let own = parts
        .flags
        .iter()
        .filter(|flagged| flagged.of.as_deref() == Some(id));
    own.map(|flagged| comment(&format!("To be looked at: {}", flagged.flag)))
        .collect()
}
