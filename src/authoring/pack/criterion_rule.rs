//! The rule of one criterion as the pack shows it: when it applies, what it says, and why a family's
//! answer may not settle it.

use super::criteria::{Drawn, label};
use super::draw::{Said, both, said, sentence};
use super::rule_words::{RuleWords, rule_words};
use super::written::inline;
use crate::engine::Polarity;
use crate::page::view::{Node, put, say};
use toml::Value;

const RULE: Said = said("规则", "Rule");
const FITS_WHEN: Said = said(
    "以下成立时，这一条看起来满足：",
    "The criterion looks met when this holds:",
);
const CONFLICTS_WHEN: Said = said(
    "以下成立时，这一条可能不满足：",
    "The criterion may not be met when this holds:",
);
const APPLIES_WHEN: Said = said(
    "只在以下成立时才看这一条：",
    "The criterion applies only when this holds:",
);
const NO_RULE: Said = said(
    "没有规则：网页不问，只说明由谁决定。",
    "No rule: the page does not ask it, and says who settles it.",
);
const AS_WRITTEN: Said = said("规则原样", "The rule as written");
const SOFT: Said = said(
    "家属的回答不会让这一条变成“可能不满足”，只会是“还不清楚”。",
    "A family’s answer never speaks against this criterion; it stays open instead.",
);

/// The rule, in the words that are made from it and as it is written.
pub(super) fn draw(drawn: &Drawn<'_>, nodes: &mut Vec<Node>) {
    label(nodes, RULE);
    if let Some(applies) = &drawn.written.applies_when {
        rule_in_words(drawn, APPLIES_WHEN, applies, nodes);
    }
    match &drawn.written.rule {
        Some(rule) => {
            let lead = match drawn.criterion.polarity() {
                Polarity::Inclusion => FITS_WHEN,
                Polarity::Exclusion => CONFLICTS_WHEN,
            };
            rule_in_words(drawn, lead, rule, nodes);
        }
        None => sentence(nodes, "", NO_RULE),
    }
    if let Some(reason) = &drawn.written.soft {
        sentence(nodes, "", SOFT);
        say(nodes, "p", "because", reason);
    }
    if let Some(reason) = &drawn.written.never_ask {
        say(nodes, "p", "because", &inline(reason));
    }
}

fn rule_in_words(drawn: &Drawn<'_>, lead: Said, rule: &Value, nodes: &mut Vec<Node>) {
    sentence(nodes, "lead-in", lead);
    let list = &mut put(nodes, "ul", "rule").children;
    rule_item(&rule_words(rule, &drawn.sources.loaded.content), list);
    let written = put(nodes, "p", "as-written");
    both(&mut written.children, "span", "", &AS_WRITTEN.words());
    say(&mut written.children, "code", "", &inline(rule));
}

fn rule_item(rule: &RuleWords, list: &mut Vec<Node>) {
    match rule {
        RuleWords::Line(words, reason) => {
            let item = both(list, "li", "", words);
            if let Some(reason) = reason {
                say(&mut item.children, "span", "because", reason).set("lang", "en");
            }
        }
        RuleWords::Group(lead, parts) if lead.en.is_empty() => {
            for part in parts {
                rule_item(part, list);
            }
        }
        RuleWords::Group(lead, parts) => {
            let item = both(list, "li", "", &lead.words());
            let inner = &mut put(&mut item.children, "ul", "").children;
            for part in parts {
                rule_item(part, inner);
            }
        }
    }
}
