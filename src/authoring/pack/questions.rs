//! Every question with all its words and answers, when it is asked and what reads its answer; and
//! what the page never asks.

use super::draw::{
    Said, both, cells, heading, id_of, row, row_of, said, sentence, table_of_words, words,
};
use super::rule_words::{fact_name, label};
use super::sources::Sources;
use super::written::{inline, plain};
use crate::engine::{Fact, FactIndex};
use crate::page::content::{ChoiceWords, FactWords, Language, Words};
use crate::page::view::{Node, put, say};
use toml::{Table, Value};

const TITLE: Said = said("全部问题", "Every question");
const WHAT: Said = said(
    "按提问的先后排列。每个问题都可以回答“我不知道”。一个回答已经不能改变任何结果时，问题就不再提出。",
    "In the order of asking. “I do not know” is an answer to each. A question whose answer can no longer change a result is not asked.",
);
const HEAD: Said = said("内容", "What");
const SECTION: Said = said("所属部分", "Section");
const QUESTION: Said = said("问题", "Question");
const WHY: Said = said("为什么问", "Why it is asked");
const HELP: Said = said("说明", "Help");
const SHORT: Said = said("简称", "Short name");
const ASK: Said = said("不知道时", "Where it is not known");
const CHOICE: Said = said("答案", "Answer");
const HINT: Said = said("答案下的提示", "Hint below it");
const NONE: Said = said("“都没有”", "“None of these”");
const UNKNOWN: Said = said("“我不知道”的说法", "Own words for “I do not know”");
const WHEN: Said = said("什么时候问：", "When it is asked: ");
const ALWAYS: Said = said(
    "总是（只要回答还能改变结果）",
    "always, while its answer can change a result",
);
const READ_BY: Said = said("哪些标准用到它：", "Criteria that read it: ");
const NEVER: Said = said("网页从不问的事", "What the page never asks");
const NEVER_WHAT: Said = said(
    "下面的标准没有问题。网页只写明内容和由谁决定，不向任何人打听这些事。",
    "These criteria have no question. The page only says what they are and who settles them; it asks nobody about them.",
);
const NEVER_HEAD: Said = said("标准", "Criterion");

/// Draws all questions, and what is never asked.
pub(super) fn draw(sources: &Sources, nodes: &mut Vec<Node>) {
    heading(nodes, "h2", "questions", &TITLE.words());
    sentence(nodes, "", WHAT);
    let content = &sources.loaded.content;
    for ((place, fact), words) in (0..).zip(content.trial.facts()).zip(&content.facts) {
        let section = &mut put(nodes, "section", "question-of").children;
        draw_question(sources, place, fact, words, section);
    }
    heading(nodes, "h3", "never", &NEVER.words());
    sentence(nodes, "", NEVER_WHAT);
    let rows = table_of_words(nodes, NEVER_HEAD);
    for (criterion, words) in content.trial.criteria().iter().zip(&content.criteria) {
        if words.stated.is_some() {
            cells(row(rows, criterion.id()), &words.plain);
        }
    }
}

fn draw_question(
    sources: &Sources,
    place: FactIndex,
    fact: &Fact,
    words: &FactWords,
    nodes: &mut Vec<Node>,
) {
    let title = words_with_id(&fact.id, &words.short);
    heading(nodes, "h3", &id_of("question", &fact.id), &title);
    draw_when(sources, place, fact, nodes);
    let sections = &sources.loaded.content.sections;
    let rows = table_of_words(nodes, HEAD);
    let own = [
        (SECTION, sections.get(usize::from(words.section))),
        (QUESTION, Some(&words.question)),
        (WHY, Some(&words.why)),
        (HELP, words.help.as_ref()),
        (SHORT, Some(&words.short)),
        (ASK, Some(&words.ask)),
    ];
    let said = |(head, said): (Said, Option<&Words>), rows: &mut Vec<Node>| {
        if let Some(said) = said {
            cells(row_of(rows, &head.words()), said);
        }
    };
    for each in own {
        said(each, rows);
    }
    for choice in &words.choices {
        draw_choice(fact, choice, rows);
    }
    said((NONE, words.none.as_ref()), rows);
    said((UNKNOWN, words.unknown.as_ref()), rows);
}

fn words_with_id(id: &str, short: &Words) -> Words {
    words(format!("{} ({id})", short.zh_hans), short.en.clone())
}

fn draw_choice(fact: &Fact, choice: &ChoiceWords, rows: &mut Vec<Node>) {
    let values = fact.kind.values();
    let value = values.get(usize::from(choice.value)).map(String::as_str);
    let value = value.unwrap_or(if choice.value == 0 { "false" } else { "true" });
    let head = words(format!("{} {value}", CHOICE.zh_hans), CHOICE.en);
    cells(row_of(rows, &head), &choice.label);
    if let Some(hint) = &choice.hint {
        cells(row_of(rows, &HINT.words()), hint);
    }
}

fn draw_when(sources: &Sources, place: FactIndex, fact: &Fact, nodes: &mut Vec<Node>) {
    let written = sources.written.fact.iter().find(|each| each.id == fact.id);
    let gate = written.and_then(|written| written.gate.as_ref());
    let when = gate
        .and_then(Value::as_table)
        .map_or(ALWAYS.words(), |gate| opened_by(sources, gate));
    let when = words(
        format!("{}{}", WHEN.zh_hans, when.zh_hans),
        format!("{}{}", WHEN.en, when.en),
    );
    let line = both(nodes, "p", "way", &when);
    if let Some(gate) = gate {
        say(&mut line.children, "code", "", &inline(gate));
    }
    let criteria = sources.loaded.content.trial.criteria().iter();
    let reading = criteria.filter(|criterion| criterion.facts().contains(&place));
    let line = both(nodes, "p", "way", &READ_BY.words());
    for criterion in reading {
        let target = format!("#{}", id_of("criterion", criterion.id()));
        say(&mut line.children, "a", "", criterion.id()).set("href", &target);
        line.write(" ");
    }
}

/// The earlier answer that opens a question, in words.
fn opened_by(sources: &Sources, gate: &Table) -> Words {
    let content = &sources.loaded.content;
    let id = gate.get("fact").map_or(String::new(), plain);
    let fact = content.trial.fact_index(&id);
    let values = gate.get("is").and_then(Value::as_array);
    let [zh_hans, en] = Language::ALL.map(|language| {
        let values = values.into_iter().flatten().map(|value| {
            let value = plain(value);
            fact.and_then(|fact| label(content, fact, &value, language))
                .unwrap_or(value)
        });
        let values = values.collect::<Vec<_>>();
        (fact_name(content, &id, language).to_owned(), values)
    });
    let unknown = gate.get("or_unknown").and_then(Value::as_bool) == Some(true);
    let (also_zh, also_en) = if unknown {
        ("，或者“我不知道”", ", or “I do not know”")
    } else {
        ("", "")
    };
    words(
        format!(
            "“{}”的回答是“{}”{also_zh}时",
            zh_hans.0,
            zh_hans.1.join("”或“")
        ),
        format!(
            "where the answer to “{}” is “{}”{also_en}",
            en.0,
            en.1.join("” or “")
        ),
    )
}
