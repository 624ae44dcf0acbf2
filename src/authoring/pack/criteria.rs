//! Each criterion: the registry's words, how they are read, the rule, who settles it, what the page
//! says, and the persons who show it.

use super::criterion_words;
use super::draw::{Said, both, cell, heading, id_of, row, said, sentence, table, words};
use super::persons::Person;
use super::results::finding_words;
use super::rule_words::{RuleWords, phrase_words, rule_words};
use super::sources::Sources;
use super::written::{WrittenCriterion, inline};
use crate::engine::{Criterion, Polarity};
use crate::page::content::{Change, CriterionWords, Role};
use crate::page::phrase::Phrase;
use crate::page::view::{Node, put, say};
use toml::Value;

const TITLE: Said = said("每一条标准", "Each criterion");
const WHAT: Said = said(
    "登记的英文原文一字不改。规则由程序执行，下面的说明由规则本身生成。网页从不说“符合入组”，能否参加只由研究团队决定。",
    "The registry’s words stand as they are. The rule is what the program runs, and the sentence is made from the rule itself. The page never says “eligible”: only the study team decides.",
);
const REGISTRY: Said = said("登记原文", "Registry’s words");
const READING: Said = said("我们的理解", "Our reading");
const READING_HEADS: [Said; 3] = [
    said("原文中的词", "Words read"),
    said("理解为", "Read as"),
    said("理由", "Because"),
];
const NO_READING: Said = said(
    "没有另外记录的理解。",
    "No reading is recorded: the words are taken as they stand.",
);
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
const WHO: Said = said("由谁决定", "Who settles it");
const CHANGES: Said = said("什么可能改变它", "What could change it");
const EXAMPLES: Said = said("说明这一条的人物", "Persons who show it");
const EXAMPLE_HEADS: [Said; 2] = [said("人物", "Person"), said("结果", "Outcome")];

/// Draws all criteria.
pub(super) fn draw(sources: &Sources, persons: &[Person], nodes: &mut Vec<Node>) {
    heading(nodes, "h2", "criteria", &TITLE.words());
    sentence(nodes, "", WHAT);
    let content = &sources.loaded.content;
    for (criterion, words) in content.trial.criteria().iter().zip(&content.criteria) {
        let section = &mut put(nodes, "section", "criterion").children;
        let none = WrittenCriterion::default();
        let drawn = Drawn {
            sources,
            criterion,
            words,
            written: sources.criterion(criterion.id()).unwrap_or(&none),
        };
        drawn.draw(persons, section);
    }
}

/// One criterion, with all that is said of it.
pub(super) struct Drawn<'a> {
    pub(super) sources: &'a Sources,
    pub(super) criterion: &'a Criterion,
    pub(super) words: &'a CriterionWords,
    pub(super) written: &'a WrittenCriterion,
}

impl Drawn<'_> {
    fn draw(&self, persons: &[Person], nodes: &mut Vec<Node>) {
        let id = self.criterion.id();
        let plain = &self.words.plain;
        let title = words(format!("{id} {}", plain.zh_hans), plain.en.clone());
        heading(nodes, "h3", &id_of("criterion", id), &title);
        let kind = match self.criterion.polarity() {
            Polarity::Inclusion => said("入选标准", "inclusion criterion"),
            Polarity::Exclusion => said("排除标准", "exclusion criterion"),
        };
        both(nodes, "p", "kind", &kind.words());
        label(nodes, REGISTRY);
        say(nodes, "blockquote", "registry-words", &self.words.text).set("lang", "en");
        self.readings(nodes);
        self.rule(nodes);
        self.who(nodes);
        criterion_words::draw(self, nodes);
        self.examples(persons, nodes);
    }

    fn readings(&self, nodes: &mut Vec<Node>) {
        label(nodes, READING);
        if self.written.reading.is_empty() {
            sentence(nodes, "", NO_READING);
            return;
        }
        let rows = table(nodes, "readings", &READING_HEADS);
        for reading in &self.written.reading {
            let cells = row(rows, &reading.of);
            cell(cells, "", &reading.read_as);
            cell(cells, "", &reading.because);
        }
    }

    fn rule(&self, nodes: &mut Vec<Node>) {
        label(nodes, RULE);
        if let Some(applies) = &self.written.applies_when {
            self.rule_in_words(APPLIES_WHEN, applies, nodes);
        }
        match &self.written.rule {
            Some(rule) => {
                let lead = match self.criterion.polarity() {
                    Polarity::Inclusion => FITS_WHEN,
                    Polarity::Exclusion => CONFLICTS_WHEN,
                };
                self.rule_in_words(lead, rule, nodes);
            }
            None => sentence(nodes, "", NO_RULE),
        }
        if let Some(reason) = &self.written.soft {
            sentence(nodes, "", SOFT);
            say(nodes, "p", "because", reason);
        }
        if let Some(reason) = &self.written.never_ask {
            say(nodes, "p", "because", &inline(reason));
        }
    }

    fn rule_in_words(&self, lead: Said, rule: &Value, nodes: &mut Vec<Node>) {
        sentence(nodes, "lead-in", lead);
        let list = &mut put(nodes, "ul", "rule").children;
        rule_item(&rule_words(rule, &self.sources.loaded.content), list);
        let written = put(nodes, "p", "as-written");
        both(&mut written.children, "span", "", &AS_WRITTEN.words());
        say(&mut written.children, "code", "", &inline(rule));
    }

    fn who(&self, nodes: &mut Vec<Node>) {
        let phrase = |phrase| phrase_words(&self.sources.loaded.content, phrase);
        label(nodes, WHO);
        let roles = self.words.roles.iter().map(|role| match role {
            Role::Doctor => Phrase::RoleDoctor,
            Role::Team => Phrase::RoleTeam,
        });
        let list = &mut put(nodes, "ul", "").children;
        for words in roles.filter_map(phrase) {
            both(list, "li", "", words);
        }
        if self.words.could_change.is_empty() {
            return;
        }
        label(nodes, CHANGES);
        let list = &mut put(nodes, "ul", "").children;
        for change in &self.words.could_change {
            let said = phrase(change_phrase(*change)).cloned();
            let time = words("时间（到了某一天自然就变）", "time alone, from a day on");
            both(
                list,
                "li",
                "",
                &said.filter(|_| *change != Change::Time).unwrap_or(time),
            );
        }
    }

    fn examples(&self, persons: &[Person], nodes: &mut Vec<Node>) {
        let id = self.criterion.id();
        let written = self.sources.written.example.iter();
        let written = written.filter(|each| each.findings.contains_key(id));
        let shown =
            written.filter_map(|each| persons.iter().find(|person| person.name == each.name));
        let shown: Vec<_> = shown.collect();
        if shown.is_empty() {
            return;
        }
        label(nodes, EXAMPLES);
        let rows = table(nodes, "list", &EXAMPLE_HEADS);
        for person in shown {
            let cells = row(rows, &person.name);
            let Some(finding) = person.finding(id) else {
                continue;
            };
            let cell = cell(cells, "", finding.name());
            if let Some(words) = finding_words(self.sources, finding) {
                cell.write(": ");
                both(&mut cell.children, "span", "", words);
            }
        }
    }
}

fn change_phrase(change: Change) -> Phrase {
    match change {
        Change::Time => Phrase::MayFitFrom,
        Change::Growth => Phrase::ChangeGrowth,
        Change::CourseOfIllness => Phrase::ChangeCourseOfIllness,
        Change::NewTest => Phrase::ChangeNewTest,
        Change::Recovery => Phrase::ChangeRecovery,
        Change::Treatment => Phrase::ChangeTreatment,
        Change::Plans => Phrase::ChangePlans,
        Change::Nothing => Phrase::ChangeNothing,
    }
}

/// Adds the name of a part of a criterion.
pub(super) fn label(nodes: &mut Vec<Node>, text: Said) {
    both(nodes, "h4", "both", &text.words());
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
