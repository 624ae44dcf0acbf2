//! Every fixed word of the page, under its key. The words of the trial stand with its questions and
//! criteria.

use super::draw::{Said, cells, heading, row, said, sentence, table_of_words};
use super::sources::Sources;
use crate::page::phrase::Phrase;
use crate::page::view::Node;

const TITLE: Said = said("网页固定的词句", "The fixed words of the page");
const WHAT: Said = said(
    "这些词句在每一项研究的网页上都一样。花括号里的名字由程序填入，例如日期。",
    "These words are the same for every trial. What stands in braces is filled in by the program, such as a date.",
);
const HEAD: Said = said("词条", "Key");

/// Draws all fixed words.
pub(super) fn draw(sources: &Sources, nodes: &mut Vec<Node>) {
    heading(nodes, "h2", "fixed", &TITLE.words());
    sentence(nodes, "", WHAT);
    let rows = table_of_words(nodes, HEAD);
    for (phrase, words) in Phrase::ALL.iter().zip(&sources.loaded.content.phrases) {
        cells(row(rows, phrase.key()), words);
    }
}
