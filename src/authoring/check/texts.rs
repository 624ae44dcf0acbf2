//! The registry's words beside ours: every criterion of the pinned record stands in the trial once,
//! in order, to the letter.

use crate::authoring::criterion_file::CriterionFile;
use crate::authoring::diagnostic::Log;
use crate::authoring::registry::eligibility::Item;
use crate::authoring::registry::mistake::RegistryMistake;
use std::ops::Range;
use toml::Spanned;

/// Whether the criteria of a trial are those of the registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Names {
    /// Each has the name that it has in the registry, in order.
    Right,
    /// One does not: what examples expect of it may be meant for another one.
    Wrong,
}

/// Compares the criteria of a trial with the registry's.
pub(crate) fn check_texts(criteria: &[CriterionFile], items: &[Item], log: &mut Log) -> Names {
    for criterion in criteria {
        let Some(id) = &criterion.id else { continue };
        if let Some(item) = items.iter().find(|item| item.id == *id.get_ref()) {
            check_item(criterion, item, log);
        } else {
            let unknown = RegistryMistake::UnknownCriterion(id.get_ref().clone());
            let known = items.iter().map(|item| item.id.as_str());
            log.error(id.span(), unknown).suggest(id.get_ref(), known);
        }
    }
    check_order(criteria, items, log);
    let ids = criteria
        .iter()
        .map(|criterion| Some(criterion.id.as_ref()?.get_ref()));
    if ids.eq(items.iter().map(|item| Some(&item.id))) {
        Names::Right
    } else {
        Names::Wrong
    }
}

fn check_item(criterion: &CriterionFile, item: &Item, log: &mut Log) {
    if let (Some(polarity), Some(registry)) = (&criterion.polarity, item.polarity)
        && *polarity.get_ref() != registry
    {
        log.error(polarity.span(), RegistryMistake::OtherKind(registry));
    }
    if let Some(text) = &criterion.text
        && *text.get_ref() != item.text
    {
        say_difference(text, &item.text, log);
    }
}

/// Says the first word that differs, at its place.
pub(crate) fn say_difference(text: &Spanned<String>, registry: &str, log: &mut Log) {
    let found: Vec<_> = text.get_ref().split_whitespace().collect();
    let accepted: Vec<_> = registry.split_whitespace().collect();
    let place = (0..found.len().max(accepted.len())).find(|at| found.get(*at) != accepted.get(*at));
    let Some(place) = place else {
        log.error(text.span(), RegistryMistake::OtherSpaces);
        return;
    };
    let owned = |word: Option<&&str>| word.map(|word| (*word).to_owned());
    let mistake = RegistryMistake::OtherWord {
        place: place + 1,
        found: owned(found.get(place)),
        registry: owned(accepted.get(place)),
    };
    let range = word_range(text, found.get(place).copied(), log);
    log.error(range, mistake);
}

/// Where a word of the text stands in the file; all of the text where it is written with escapes.
fn word_range(text: &Spanned<String>, word: Option<&str>, log: &Log) -> Range<usize> {
    let whole = text.span();
    let source = log.source();
    let Some(written) = source.text.get(whole.clone()) else {
        return whole;
    };
    let (Some(start), Some(word)) = (written.find(text.get_ref().as_str()), word) else {
        return whole;
    };
    // The word is a part of the text itself, so its place in it is the distance of their beginnings.
    let inside = word.as_ptr() as usize - text.get_ref().as_ptr() as usize;
    let start = whole.start + start + inside;
    start..start + word.len()
}

/// Says the criteria that are missing; where none is, the first one that stands too early.
fn check_order(criteria: &[CriterionFile], items: &[Item], log: &mut Log) {
    let ids: Vec<_> = criteria
        .iter()
        .filter_map(|criterion| criterion.id.as_ref())
        .collect();
    // A criterion whose id cannot be read may be any of them.
    if ids.len() < criteria.len() {
        return;
    }
    let stands = |item: &&Item| ids.iter().any(|id| *id.get_ref() == item.id);
    let missing: Vec<_> = items.iter().filter(|item| !stands(item)).collect();
    for item in &missing {
        let (id, text) = (item.id.clone(), item.text.clone());
        log.error(None, RegistryMistake::MissingCriterion { id, text });
    }
    let mut pairs = ids.iter().zip(items);
    let early = pairs.find(|(id, item)| *id.get_ref() != item.id);
    if let (Some((id, item)), true, true) = (early, missing.is_empty(), ids.len() == items.len()) {
        let (found, expected) = (id.get_ref().clone(), item.id.clone());
        log.error(id.span(), RegistryMistake::Order { found, expected });
    }
}
