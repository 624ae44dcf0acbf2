//! The file of a pack: it runs nothing and fetches nothing, is sound HTML, is marked with its
//! languages, and is the same each time.

use crate::markup::{Met, Tag, walk};
use crate::{made, packs, trials, www};
use prescreen::authoring::pack::PackData;
use std::collections::BTreeSet;

/// The heaviest pack that is still sent by mail with ease, in bytes.
const HEAVIEST: usize = 3_000_000;

#[test]
fn the_same_sources_give_the_same_bytes() {
    let trial = &trials()[0];
    assert_eq!(made(&www(), trial), packs()[0].1);
}

#[test]
fn the_data_in_the_file_is_what_the_pack_holds() {
    for (_, pack) in packs() {
        assert_eq!(PackData::read(&pack.html), Ok(pack.data.clone()));
        assert!(pack.html.len() < HEAVIEST, "{} bytes", pack.html.len());
    }
}

#[test]
fn every_key_of_the_data_stands_once() {
    for (_, pack) in packs() {
        for part in &pack.data.parts {
            let keys: BTreeSet<_> = part.entries.iter().map(|entry| &entry.key).collect();
            assert_eq!(keys.len(), part.entries.len(), "{}", part.name);
        }
    }
}

#[test]
fn it_runs_nothing_and_fetches_nothing() {
    let harmless = [
        "id",
        "class",
        "lang",
        "href",
        "scope",
        "viewBox",
        "aria-hidden",
        "d",
        "translate",
        "charset",
        "http-equiv",
        "content",
        "name",
        "type",
    ];
    for (_, pack) in packs() {
        walk(&pack.html, &mut |met, _| {
            let Met::Begin(tag) = met else { return };
            for name in names(tag) {
                assert!(harmless.contains(&name.as_str()), "{name} in {tag:?}");
            }
            if let Some(target) = tag.attribute("href") {
                assert!(target.starts_with('#'), "{target}");
            }
            if tag.name == "script" {
                assert_eq!(tag.attribute("type"), Some("application/json"));
            }
            let never = [
                "form", "input", "button", "select", "iframe", "img", "link", "object", "base",
            ];
            assert!(!never.contains(&tag.name.as_str()), "{tag:?}");
        });
        let style = pack.html.split("<style>").nth(1).expect("a style");
        let style = style.split("</style>").next().expect("it ends");
        assert!(!style.contains("url(") && !style.contains("@import"));
        assert!(pack.html.contains("default-src 'none'; style-src 'sha256-"));
    }
}

/// The names of the attributes of an element.
fn names(tag: &Tag) -> Vec<String> {
    let parts = tag.attributes.split('"').step_by(2);
    let names = parts.map(|part| part.trim().trim_end_matches('=').to_owned());
    names.filter(|name| !name.is_empty()).collect()
}

#[test]
fn headings_follow_each_other_without_a_step_left_out() {
    for (_, pack) in packs() {
        let mut last = 0;
        let mut count = 0;
        walk(&pack.html, &mut |met, _| {
            let Met::Begin(tag) = met else { return };
            let Some(Ok(level)) = tag.name.strip_prefix('h').map(str::parse::<u8>) else {
                return;
            };
            assert!(level <= last + 1, "{tag:?} after h{last}");
            assert!(level > 1 || count == 0, "a second h1: {tag:?}");
            (last, count) = (level, count + 1);
        });
        assert!(count > 100);
    }
}

#[test]
fn every_id_stands_once_and_every_way_leads_to_one() {
    for (_, pack) in packs() {
        let (mut ids, mut targets) = (BTreeSet::new(), BTreeSet::new());
        walk(&pack.html, &mut |met, _| {
            let Met::Begin(tag) = met else { return };
            if let Some(id) = tag.attribute("id") {
                assert!(ids.insert(id.to_owned()), "{id} stands twice");
            }
            targets.extend(
                tag.attribute("href")
                    .map(|it| it.trim_start_matches('#').to_owned()),
            );
        });
        let lost: Vec<_> = targets.difference(&ids).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
}

#[test]
fn every_head_of_a_table_says_what_it_is_the_head_of() {
    for (_, pack) in packs() {
        let mut heads = 0;
        walk(&pack.html, &mut |met, around| {
            let Met::Begin(tag) = met else { return };
            if tag.name == "th" {
                let is_above = around.iter().any(|each| each.name == "thead");
                let scope = if is_above { "col" } else { "row" };
                assert_eq!(tag.attribute("scope"), Some(scope));
                heads += 1;
            }
        });
        assert!(heads > 500);
    }
}

/// The words of each language are marked as such. English stands unmarked in Chinese where the registry's
/// own names and figures stand, so only Chinese is looked for.
#[test]
fn chinese_is_marked_as_chinese() {
    for (_, pack) in packs() {
        walk(&pack.html, &mut |met, around| {
            let Met::Text(text) = met else { return };
            let is_chinese = |letter: char| ('\u{3400}'..='\u{9fff}').contains(&letter);
            if text.chars().any(is_chinese) {
                let language = around.iter().rev().find_map(|tag| tag.attribute("lang"));
                assert_eq!(language, Some("zh-Hans"), "{text}");
            }
        });
    }
}
