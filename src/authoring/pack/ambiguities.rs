//! The register of ambiguities: everything in the registry's words that can be read in more than one
//! way, or that the page leaves to people, in one table. It repeats what the criteria say, so that
//! nobody has to collect it.

use super::draw::{Said, cell, heading, id_of, said, sentence, table, words};
use super::rule_words::{fact_name, label};
use super::sources::Sources;
use super::written::{WrittenCriterion, unclear};
use crate::page::content::{Language, Words};
use crate::page::view::{Node, put, say};

const TITLE: Said = said("有歧义之处一览", "Register of ambiguities");
const WHAT: Said = said(
    "登记原文有多种读法、没有说清，或者家属无法判断的地方，全部列在这里。",
    "Every place where the registry’s words can be read in more than one way or do not decide, or where a family cannot settle the matter.",
);
const HEADS: [Said; 4] = [
    said("标准", "Criterion"),
    said("种类", "Kind"),
    said("涉及的词或回答", "Words or answers"),
    said("怎样处理，为什么", "How it is handled, and why"),
];
const READING: Said = said("理解", "reading");
const UNCLEAR: Said = said("不能决定的回答", "unclear answer");
const SOFT: Said = said("家属不能判断", "soft");
const PASSAGE: Said = said("不是标准的文字", "passage");

/// One row of the register.
struct Entry {
    of: String,
    is_passage: bool,
    kind: Said,
    words: Words,
    handled: String,
}

/// Draws the register.
pub(super) fn draw(sources: &Sources, nodes: &mut Vec<Node>) {
    heading(nodes, "h2", "ambiguities", &TITLE.words());
    sentence(nodes, "", WHAT);
    let criteria = sources.written.criterion.iter();
    let criteria = criteria.flat_map(|criterion| of_criterion(sources, criterion));
    let passages = sources.written.passage.iter().map(|passage| Entry {
        of: passage.id.clone(),
        is_passage: true,
        kind: PASSAGE,
        words: words("", passage.text.clone()),
        handled: passage.because.clone(),
    });
    let rows = table(nodes, "register", &HEADS);
    for entry in criteria.chain(passages) {
        draw_entry(&entry, rows);
    }
}

fn draw_entry(entry: &Entry, rows: &mut Vec<Node>) {
    let row = &mut put(rows, "tr", "").children;
    let head = put(row, "th", "key");
    head.set("scope", "row");
    let target = format!("#{}", id_of("criterion", &entry.of));
    if entry.is_passage {
        head.write(&entry.of);
    } else {
        say(&mut head.children, "a", "", &entry.of).set("href", &target);
    }
    super::draw::both(row, "td", "", &entry.kind.words());
    let read = &mut put(row, "td", "").children;
    for language in Language::ALL {
        let text = entry.words.get(language);
        if !text.is_empty() {
            say(read, "p", "", text).set("lang", language.tag());
        }
    }
    cell(row, "", &entry.handled);
}

fn of_criterion(sources: &Sources, criterion: &WrittenCriterion) -> Vec<Entry> {
    let entry = |kind, words: Words, handled: String| Entry {
        of: criterion.id.clone(),
        is_passage: false,
        kind,
        words,
        handled,
    };
    let readings = criterion.reading.iter().map(|reading| {
        let handled = format!("{} Because: {}", reading.read_as, reading.because);
        entry(READING, words("", reading.of.clone()), handled)
    });
    let mut entries: Vec<_> = readings.collect();
    let mut found = Vec::new();
    for rule in criterion.applies_when.iter().chain(&criterion.rule) {
        unclear(rule, &mut found);
    }
    for unclear in found {
        let answers = in_words(sources, &unclear.fact, &unclear.values);
        entries.push(entry(UNCLEAR, answers, unclear.reason));
    }
    if let Some(reason) = &criterion.soft {
        entries.push(entry(SOFT, words("", ""), reason.clone()));
    }
    entries
}

/// The answers that do not decide, as the page offers them in both languages.
fn in_words(sources: &Sources, fact: &str, values: &[String]) -> Words {
    let content = &sources.loaded.content;
    let place = content.trial.fact_index(fact);
    let labels = |language| {
        let labels = values.iter().map(|value| {
            let label = place.and_then(|place| label(content, place, value, language));
            label.unwrap_or_else(|| value.clone())
        });
        labels.collect::<Vec<_>>()
    };
    let [zh_hans, en] = Language::ALL.map(|language| {
        format!(
            "{}: {}",
            fact_name(content, fact, language),
            labels(language).join("; ")
        )
    });
    words(zh_hans, en)
}
