//! Each criterion: the registry's words, how they are read, the rule, who settles it, what the page
//! says, and the persons who show it.

use super::draw::{Said, both, cell, heading, id_of, row, said, sentence, table, words};
use super::persons::Person;
use super::results::finding_words;
use super::rule_words::phrase_words;
use super::sources::Sources;
use super::written::WrittenCriterion;
use super::{criterion_rule, criterion_words};
use crate::engine::{Criterion, Polarity};
use crate::page::content::{Change, CriterionWords, Role};
use crate::page::phrase::Phrase;
use crate::page::view::{Node, put, say};

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
const WHO: Said = said("由谁决定", "Who settles it");
const CHANGES: Said = said("什么可能改变它", "What could change it");
const TIME: Said = said("时间（到了某一天自然就变）", "time alone, from a day on");
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
        criterion_rule::draw(self, nodes);
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
            match change_phrase(*change) {
                None => _ = both(list, "li", "", &TIME.words()),
                Some(own) => _ = phrase(own).map(|words| both(list, "li", "", words)),
            }
        }
    }

    fn examples(&self, persons: &[Person], nodes: &mut Vec<Node>) {
        let id = self.criterion.id();
        let written = self.sources.written.example.iter();
        let written = written.filter(|each| each.findings.contains_key(id));
        let shown = written.filter_map(|each| {
            let person = persons.iter().find(|person| person.name == each.name)?;
            Some((&person.name, person.finding(id)?))
        });
        let shown: Vec<_> = shown.collect();
        if shown.is_empty() {
            return;
        }
        label(nodes, EXAMPLES);
        let rows = table(nodes, "list", &EXAMPLE_HEADS);
        for (name, finding) in shown {
            let cell = cell(row(rows, name), "", finding.name());
            if let Some(words) = finding_words(self.sources, finding) {
                cell.write(": ");
                both(&mut cell.children, "span", "", words);
            }
        }
    }
}

/// What the page calls a change; of time it names the day, so that it has no words for it alone.
fn change_phrase(change: Change) -> Option<Phrase> {
    Some(match change {
        Change::Time => return None,
        Change::Growth => Phrase::ChangeGrowth,
        Change::CourseOfIllness => Phrase::ChangeCourseOfIllness,
        Change::NewTest => Phrase::ChangeNewTest,
        Change::Recovery => Phrase::ChangeRecovery,
        Change::Treatment => Phrase::ChangeTreatment,
        Change::Plans => Phrase::ChangePlans,
        Change::Nothing => Phrase::ChangeNothing,
    })
}

/// Adds the name of a part of a criterion.
pub(super) fn label(nodes: &mut Vec<Node>, text: Said) {
    both(nodes, "h4", "both", &text.words());
}
