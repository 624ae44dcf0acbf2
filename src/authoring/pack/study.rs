//! The title page, and what the registry and the trial file say of the study.

use super::data::{PackData, PackPart, PackText};
use super::draw::{
    Said, both, cell, cells, heading, row, row_of, said, sentence, table, table_of_words, words,
};
use super::sources::Sources;
use crate::page::content::Language;
use crate::page::view::{Node, put, say};

const PACK: Said = said("伦理审查材料", "Pack for the ethics committee");
const WHAT: Said = said(
    "家属自助核对网页的全部内容：每一条标准、每一个问题、每一个画面、每一种结果、每一句话，中英文对照。全部由程序从同一份研究文件生成，不是另外抄写的。",
    "All that the self-check for families contains: every criterion, every question, every screen, every result and every word, in Chinese and English. It is made by the program from the one trial file that the page is made from; nothing is copied by hand.",
);
const TRIAL: Said = said("登记号", "Registry number");
const REGISTRY_TITLE: Said = said("登记的标题", "Title in the registry");
const RECORD: Said = said("登记信息更新于", "Registry record last updated");
const ON: Said = said("本材料的日期", "Day of this pack");
const VERSION: Said = said("问题和规则的版本", "Version of questions and rules");
const HASH: Said = said("研究文件的 SHA-256", "SHA-256 of the trial file");
const CONTENT_HASH: Said = said(
    "研究文件内容的 SHA-256（签字针对它）",
    "SHA-256 of the trial’s content, which signatures are of",
);
const WORDS_HASH: Said = said(
    "网页固定词句的 SHA-256",
    "SHA-256 of the page’s fixed words",
);
const PROGRAM: Said = said("程序版本", "Version of the program");
const SIGNED: Said = said("签字", "Signatures");
const UNSIGNED: Said = said(
    "还没有人为这个版本签字。",
    "Nobody has signed this version.",
);
const BY_HAND: Said = said(
    "姓名：______________　职务：______________　日期：______________",
    "Name: ______________  Role: ______________  Date: ______________",
);
const STUDY: Said = said("研究和登记信息", "The study and its registry record");
const STUDY_WHAT: Said = said(
    "登记信息照录，名称同 ClinicalTrials.gov 的字段。",
    "The registry’s values stand as they are, under the names of ClinicalTrials.gov’s fields.",
);
const RECORD_HEADS: [Said; 2] = [
    said("字段", "Field"),
    said("登记的内容", "What the registry says"),
];
const OWN: Said = said("我们另外写的话", "What we say of the study");
const OWN_HEAD: Said = said("词条", "Key");

/// Draws the title page.
pub(super) fn title(sources: &Sources, data: &PackData, nodes: &mut Vec<Node>) {
    let content = &sources.loaded.content;
    both(nodes, "p", "kind", &PACK.words());
    heading(nodes, "h1", "title", &content.study.title);
    let rows = &mut put(&mut put(nodes, "table", "identity").children, "tbody", "").children;
    let values = [
        (TRIAL, &data.trial),
        (REGISTRY_TITLE, &content.record.brief_title),
        (RECORD, &data.record_date),
        (ON, &data.on),
        (VERSION, &data.version),
        (CONTENT_HASH, &data.content_hash),
        (HASH, &data.trial_hash),
        (WORDS_HASH, &data.words_hash),
        (PROGRAM, &data.program),
    ];
    for (head, value) in values {
        cell(row_of(rows, &head.words()), "", value);
    }
    let signed = &mut put(row_of(rows, &SIGNED.words()), "td", "").children;
    if sources.signatures.is_empty() {
        sentence(signed, "", UNSIGNED);
    }
    for signature in &sources.signatures {
        say(signed, "p", "", &signature.to_string());
    }
    sentence(signed, "by-hand", BY_HAND);
    sentence(nodes, "", WHAT);
}

/// Draws the registry record, and the study's own words.
pub(super) fn draw(data: &PackData, nodes: &mut Vec<Node>) {
    heading(nodes, "h2", "study", &STUDY.words());
    sentence(nodes, "", STUDY_WHAT);
    let part = |name: &str| {
        let part = data.parts.iter().find(|part| part.name == name);
        part.map_or(&[][..], |part: &PackPart| &part.entries)
    };
    let rows = table(nodes, "list", &RECORD_HEADS);
    for entry in part("record") {
        if let PackText::One(text) = &entry.text {
            cell(row(rows, &entry.key), "", text);
        }
    }
    heading(nodes, "h3", "study-words", &OWN.words());
    let rows = table_of_words(nodes, OWN_HEAD);
    for entry in part("words") {
        let is_of_study = ["study.", "section."]
            .iter()
            .any(|start| entry.key.starts_with(start));
        if let (true, PackText::Both(words)) = (is_of_study, &entry.text) {
            cells(row(rows, &entry.key), words);
        }
    }
}

/// Adds the list of what stands in the pack.
pub(super) fn contents(chapters: &[Node], nodes: &mut Vec<Node>) {
    const CONTENTS: Said = said("目录", "Contents");
    heading(nodes, "h2", "contents", &CONTENTS.words());
    let list = &mut put(nodes, "ol", "contents").children;
    for chapter in chapters {
        let Node::Element(chapter) = chapter else {
            continue;
        };
        let Some(Node::Element(head)) = chapter.children.first() else {
            continue;
        };
        let [zh_hans, en] = Language::ALL.map(|language| in_language(&head.children, language));
        let item = &mut put(list, "li", "").children;
        let link = both(item, "a", "", &words(zh_hans, en));
        let target = format!("#{}", head.attribute("id").unwrap_or_default());
        link.set("href", &target);
    }
}

fn in_language(nodes: &[Node], language: Language) -> String {
    let spans = nodes.iter().filter_map(|node| match node {
        Node::Element(span) => Some(span),
        Node::Text(_) => None,
    });
    let own = spans.filter(|span| span.attribute("lang") == Some(language.tag()));
    own.map(|span| super::still::text(&span.children)).collect()
}
