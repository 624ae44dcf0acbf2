//! What the page can come to: the words of each kind of result, of each finding, and of an answer
//! that newly speaks against a criterion. What is said of each criterion stands with the criteria;
//! the whole screens stand among the screens.

use super::draw::{Said, cell, cells, heading, id_of, row, said, sentence, table, table_of_words};
use super::rule_words::phrase_words;
use super::screens::Screens;
use super::sources::Sources;
use crate::engine::{Finding, Verdict};
use crate::page::content::Words;
use crate::page::phrase::Phrase;
use crate::page::view::{Node, put, say};

const TITLE: Said = said("全部结果", "All results");
const WHAT: Said = said(
    "结果有三种，没有一种是“符合”。每一条标准有五种情况。每条标准在每种情况下说的话，见“每一条标准”；整页见“全部画面”。",
    "There are three results, and none of them is “eligible”. Each criterion comes to one of five findings. What is said of each criterion for each finding stands with the criteria; the whole pages stand among the screens.",
);
const FINDINGS: [(Finding, Phrase); 5] = [
    (Finding::Fits, Phrase::LooksMet),
    (Finding::Conflicts, Phrase::MayNotBeMet),
    (Finding::Open, Phrase::NotKnownYet),
    (Finding::Team, Phrase::OnlyTeam),
    (Finding::NotApplicable, Phrase::DoesNotApply),
];
const VERDICTS: [(Verdict, Phrase); 3] = [
    (Verdict::FitsSoFar, Phrase::TitleFits),
    (Verdict::Open, Phrase::TitleOpen),
    (Verdict::DoesNotFit, Phrase::TitleConflict),
];
const NAMES: Said = said("结果和情况的名称", "The names of results and findings");
const SAID: Said = said("结果页上的词句", "The words of the result");
const HEAD: Said = said("词条", "Key");
const PAGES: Said = said("结果的画面", "Screens of the result");
const PAGE_HEADS: [Said; 2] = [said("画面", "Screen"), said("出现在", "Met by")];

/// The group of words that results are made of.
const GROUP: &str = "result.";

/// What the page calls a finding.
pub(super) fn finding_words(sources: &Sources, finding: Finding) -> Option<&Words> {
    let known = FINDINGS.iter().find(|(each, _)| *each == finding);
    known.and_then(|(_, phrase)| phrase_words(&sources.loaded.content, *phrase))
}

/// Draws the words of all results.
pub(super) fn draw(sources: &Sources, screens: &Screens, nodes: &mut Vec<Node>) {
    heading(nodes, "h2", "results", &TITLE.words());
    sentence(nodes, "", WHAT);
    heading(nodes, "h3", "names", &NAMES.words());
    let rows = table_of_words(nodes, HEAD);
    let verdicts = VERDICTS.map(|(verdict, phrase)| (verdict.name(), phrase));
    let findings = FINDINGS.map(|(finding, phrase)| (finding.name(), phrase));
    for (name, phrase) in verdicts.into_iter().chain(findings) {
        phrase_row(sources, name, phrase, rows);
    }
    heading(nodes, "h3", "result-words", &SAID.words());
    let rows = table_of_words(nodes, HEAD);
    let result = Phrase::ALL.iter();
    let result = result.filter(|phrase| phrase.key().starts_with(GROUP));
    for phrase in result {
        phrase_row(sources, phrase.key(), *phrase, rows);
    }
    heading(nodes, "h3", "result-screens", &PAGES.words());
    let rows = table(nodes, "list", &PAGE_HEADS);
    let results = screens.shown.iter();
    for shown in results.filter(|shown| shown.name.starts_with("result")) {
        let cells = &mut put(rows, "tr", "").children;
        let head = put(cells, "th", "key");
        head.set("scope", "row");
        let target = format!("#{}", id_of("screen", &shown.name));
        say(&mut head.children, "a", "", &shown.name).set("href", &target);
        cell(cells, "", &shown.way.en);
    }
}

fn phrase_row(sources: &Sources, head: &str, phrase: Phrase, rows: &mut Vec<Node>) {
    if let Some(words) = phrase_words(&sources.loaded.content, phrase) {
        cells(row(rows, head), words);
    }
}
