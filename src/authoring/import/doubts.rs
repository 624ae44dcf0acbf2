//! Looks for places of a record that a person must look at: signs that were lost on the way, ages
//! that disagree, groups of criteria. It finds, and changes nothing.

use super::flag::{Flag, Flagged};
use super::lost::text_flags;
use super::record::DraftRecord;
use crate::authoring::registry::age::Age;
use crate::authoring::registry::eligibility::{Item, Passage};
use crate::engine::{Period, Polarity};

/// A largest age from here on stands for none in many records.
const FAR: u16 = 99;

/// So many places of one text are told; whoever has read as many reads the others too.
const MOST: usize = 200;

/// Everything to be looked at in a record, in order: the fields first.
pub(super) fn flags(record: &DraftRecord, items: &[Item], passages: &[Passage]) -> Vec<Flagged> {
    let mut flags = field_flags(record);
    flags.extend(list_flags(record, items, passages));
    let whole = |flag| Flagged { flag, of: None };
    let mut flags: Vec<_> = flags.into_iter().map(whole).collect();
    let mut places = of_items(record, items).chain(of_passages(passages));
    flags.extend(places.by_ref().take(MOST));
    let more = places.count();
    flags.extend((more > 0).then(|| whole(Flag::More(more))));
    flags
}

fn of_items(record: &DraftRecord, items: &[Item]) -> impl Iterator<Item = Flagged> {
    let lines = items
        .iter()
        .flat_map(|item| item.lines.iter().map(move |line| (item, line)));
    lines.flat_map(|(item, line)| {
        let found = text_flags(&line.text).into_iter();
        let found = found.chain(other_age(record, item, &line.text));
        found.map(|flag| Flagged {
            flag,
            of: Some(item.id.clone()),
        })
    })
}

fn of_passages(passages: &[Passage]) -> impl Iterator<Item = Flagged> {
    passages.iter().flat_map(|passage| {
        let found = text_flags(&passage.text).into_iter();
        found.map(|flag| Flagged {
            flag,
            of: Some(passage.id.clone()),
        })
    })
}

fn field_flags(record: &DraftRecord) -> Vec<Flag> {
    let mut flags = Vec::new();
    let ages = record.fields.items();
    let shown = ages
        .iter()
        .find(|item| item.id == "AGE")
        .map(|item| item.text.clone());
    let shown = shown.map(|text| text.replace("Ages Eligible for Study: ", ""));
    match (record.fields.ages(), shown) {
        (None, Some(shown)) => flags.push(Flag::NoAge(shown)),
        (Some(ages), Some(shown)) if apart(ages.at_least, ages.below) => {
            flags.push(Flag::ApartAges(shown));
        }
        _ => {}
    }
    let far = record.fields.ages().and_then(|ages| ages.below);
    if let (Some(Period::Months(below)), Some(written)) = (far, &record.fields.maximum_age)
        && below > FAR * 12
    {
        flags.push(Flag::FarAge(written.clone()));
    }
    if let Some(sex) = &record.sex
        && !["FEMALE", "MALE", "ALL"].contains(&sex.as_str())
    {
        flags.push(Flag::OtherSex(sex.clone()));
    }
    if record.gender_based == Some(true) {
        flags.push(Flag::GenderBased(record.gender_description.clone()));
    }
    flags.extend(absent(record));
    flags
}

/// Whether no rule can hold both ages: they have no common unit, or no age lies between them.
pub(super) fn apart(least: Option<Period>, below: Option<Period>) -> bool {
    match (least, below) {
        (Some(Period::Months(least)), Some(Period::Months(below)))
        | (Some(Period::Days(least)), Some(Period::Days(below))) => least >= below,
        (Some(_), Some(_)) => true,
        _ => false,
    }
}

fn absent(record: &DraftRecord) -> Vec<Flag> {
    let phone = record.contacts.iter().any(|[_, phone, ..]| phone.is_some());
    let last_update = record
        .dates
        .iter()
        .any(|(name, date)| *name == "last update" && date.is_some());
    let needed = "the page shows it, so the trial does not load without it";
    let found = [
        (record.brief_title.is_some(), "briefTitle", needed),
        (record.overall_status.is_some(), "overallStatus", needed),
        (last_update, "lastUpdatePostDateStruct.date", needed),
        (record.lead_sponsor.is_some(), "leadSponsor.name", needed),
        (
            phone,
            "centralContacts.phone",
            "every family is shown whom to call",
        ),
        (
            record.healthy_volunteers.is_some(),
            "healthyVolunteers",
            "this is no `no`",
        ),
    ];
    let missing = found.into_iter().filter(|(there, ..)| !there);
    missing
        .map(|(_, field, because)| Flag::Absent { field, because })
        .collect()
}

fn list_flags(record: &DraftRecord, items: &[Item], passages: &[Passage]) -> Vec<Flag> {
    if record.criteria.is_none() {
        return vec![Flag::NoCriteria];
    }
    let mut flags = Vec::new();
    let unknown = items.iter().filter(|item| item.polarity.is_none()).count();
    if unknown > 0 {
        flags.push(Flag::NoList(unknown));
    }
    let included = |item: &&Item| item.polarity == Some(Polarity::Inclusion);
    let mut groups: Vec<&String> = items
        .iter()
        .filter(included)
        .filter_map(|item| item.group.as_ref())
        .collect();
    groups.dedup();
    let mut polarities: Vec<_> = items.iter().map(|item| item.polarity).collect();
    polarities.dedup();
    let returns = polarities
        .iter()
        .filter(|polarity| **polarity == Some(Polarity::Inclusion))
        .count()
        > 1;
    if groups.len() > 1 || returns {
        let named = groups.into_iter().map(|id| {
            let text = passages
                .iter()
                .find(|passage| passage.id == *id)
                .map_or("", |passage| &passage.text);
            format!("`{id}` {}", shortened(text))
        });
        flags.push(Flag::Cohorts(named.collect()));
    }
    flags
}

fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    let start: String = text.chars().take(MOST).collect();
    if start.len() < text.len() {
        format!("{start}…")
    } else {
        start
    }
}

/// A range of ages in years in an inclusion criterion that is not that of the fields.
fn other_age(record: &DraftRecord, item: &Item, text: &str) -> Option<Flag> {
    let lower = text.to_ascii_lowercase();
    let speaks_of_age = lower
        .split(|letter: char| !letter.is_ascii_alphabetic())
        .any(|word| ["age", "aged", "ages", "old"].contains(&word));
    if item.polarity != Some(Polarity::Inclusion) || !speaks_of_age {
        return None;
    }
    let (from, to, words) = range_of_years(&lower)?;
    let fields = &record.fields;
    let [minimum, maximum] = [&fields.minimum_age, &fields.maximum_age].map(Option::as_deref);
    let years = |written: Option<&str>| Age::read(written?)?.years();
    let in_years = |written: Option<&str>| written.is_none() || years(written).is_some();
    let agrees = years(minimum) == Some(from) && years(maximum) == Some(to);
    if agrees || !in_years(minimum) || !in_years(maximum) {
        return None;
    }
    let shown = |written: Option<&str>| written.unwrap_or("no limit").to_owned();
    let field = format!("{} to {}", shown(minimum), shown(maximum));
    Some(Flag::OtherAge { text: words, field })
}

/// `18-65 years`, `18 to 65 years`, `between 18 and 65 years`: both numbers, and the words.
fn range_of_years(text: &str) -> Option<(u64, u64, String)> {
    let words: Vec<&str> = text
        .split(|letter: char| letter.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect();
    let spaced: Vec<String> = words
        .iter()
        .map(|word| word.replace(['-', '–', '~'], " - "))
        .collect();
    let joined = spaced.join(" ");
    let tokens: Vec<&str> = joined.split_whitespace().collect();
    tokens.windows(4).find_map(|window| {
        let [from, sign, to, unit] = window else {
            return None;
        };
        let joins = ["-", "to", "and", "through"].contains(sign);
        let unit = unit.trim_matches(|letter: char| !letter.is_ascii_alphabetic());
        let years = ["years", "year", "yrs", "yr", "y", "yo"].contains(&unit);
        let from: u64 = from.parse().ok()?;
        let to: u64 = to.parse().ok()?;
        let ages = from < to && to < 130;
        (joins && years && ages).then(|| (from, to, format!("{from} to {to} {unit}")))
    })
}
