//! What the page says of one criterion, by what it comes to: all its words, in both languages.

use super::criteria::{Drawn, label};
use super::draw::{Said, cells, row_of, said, table_of_words, words};
use super::rule_words::phrase_words;
use crate::page::content::Words;
use crate::page::phrase::Phrase;
use crate::page::view::Node;

const WORDS: Said = said("网页上的话", "What the page says");
const WORDS_HEAD: Said = said("什么时候", "When");
const PLAIN: Said = said("名称（好的方向）", "Its name, in the good direction");
const NOT_ANSWERED: Said = said("还没有回答", "Open: not answered yet");
const NOT_KNOWN: Said = said("回答“我不知道”", "Open: “I do not know”");
const LEFT_OPEN: Said = said(
    "回答了，但仍不清楚",
    "Open although it was answered: unclear words, a date or an amount that is not exact enough, or soft",
);
const APART: Said = said("不适用", "It does not apply");
const PEOPLE: Said = said("任何回答都不能决定的", "What no answer settles");

/// What the page says, by what the criterion comes to.
pub(super) fn draw(drawn: &Drawn<'_>, nodes: &mut Vec<Node>) {
    label(nodes, WORDS);
    let rows = table_of_words(nodes, WORDS_HEAD);
    cells(row_of(rows, &PLAIN.words()), &drawn.words.plain);
    let content = &drawn.sources.loaded.content;
    let phrase = |phrase| phrase_words(content, phrase);
    let own = [
        (Phrase::LooksMet, &drawn.words.good),
        (Phrase::MayNotBeMet, &drawn.words.bad),
        (Phrase::OnlyTeam, &drawn.words.stated),
    ];
    for (finding, said) in own {
        if let (Some(head), Some(said)) = (phrase(finding), said) {
            cells(row_of(rows, head), said);
        }
    }
    if drawn.written.rule.is_some() {
        if let Some(said) = phrase(Phrase::NotAnsweredYet) {
            cells(row_of(rows, &NOT_ANSWERED.words()), said);
        }
        let facts = drawn.criterion.facts().iter();
        for words in facts.filter_map(|fact| content.facts.get(usize::from(*fact))) {
            cells(row_of(rows, &NOT_KNOWN.words()), &words.ask);
        }
    }
    if let Some(said) = &drawn.words.open {
        cells(row_of(rows, &LEFT_OPEN.words()), said);
    }
    if let (true, Some(said)) = (
        drawn.written.applies_when.is_some(),
        phrase(Phrase::DoesNotApply),
    ) {
        cells(row_of(rows, &APART.words()), said);
    }
    for people in &drawn.words.people {
        cells(row_of(rows, &left_to(people.from_age)), &people.words);
    }
}

fn left_to(from_age: Option<u16>) -> Words {
    match from_age {
        None => PEOPLE.words(),
        Some(age) => words(
            format!("{}（可能满 {age} 岁时）", PEOPLE.zh_hans),
            format!("{}, from the possible age of {age} on", PEOPLE.en),
        ),
    }
}
