//! What changed since an earlier pack, drawn as the first chapter: the old words crossed out and the
//! new ones underlined, in both languages. `changes` compares; nothing is judged here.

use super::changes::{Change, Changes, PartChanges};
use super::data::{PackData, PackText};
use super::draw::{Said, both, heading, said, sentence, table, words};
use super::word_diff::{Part, word_diff};
use crate::page::content::Language;
use crate::page::view::{Node, put, say};

const TITLE: Said = said(
    "与上一份材料相比的变化",
    "What changed since the earlier pack",
);
const NOTHING: Said = said(
    "没有变化：两份材料的内容完全相同。",
    "Nothing changed: both packs hold the same.",
);
const HOW: Said = said(
    "删去的词划线，新增的词加下划线。没有列出的都没有变化。",
    "Words that are gone are crossed out, new words are underlined. What is not listed is unchanged.",
);
const HEADS: [Said; 2] = [said("词条", "Key"), said("变化", "Change")];
const NEW: Said = said("新增", "new");
const GONE: Said = said("删去", "gone");
const OTHER: Said = said("改动", "changed");
const LOOKS_OTHER: Said = said(
    "画面的内容变了；新的画面见“全部画面”。",
    "What the screen shows is another; see it among the screens.",
);

/// The parts, with their names for people.
const PARTS: [(&str, Said); 8] = [
    ("signatures", said("签字", "Signatures")),
    ("record", said("登记信息", "Registry record")),
    (
        "criteria",
        said("登记的标准原文", "The registry’s criteria"),
    ),
    ("rules", said("规则", "Rules")),
    ("readings", said("理解和理由", "Readings and reasons")),
    ("words", said("词句", "Words")),
    ("examples", said("示例人物", "Example persons")),
    ("screens", said("画面", "Screens")),
];

/// Draws the changes.
pub(super) fn draw(changes: &Changes, now: &PackData, nodes: &mut Vec<Node>) {
    heading(nodes, "h2", "changes", &TITLE.words());
    let earlier = &changes.earlier;
    let packs = [earlier, now].map(|pack| format!("{} ({})", pack.version, pack.on));
    let [old, new] = packs;
    let line = words(
        format!("从版本 {old} 到版本 {new}。"),
        format!("From version {old} to version {new}."),
    );
    both(nodes, "p", "way", &line);
    if changes.is_empty() {
        sentence(nodes, "", NOTHING);
        return;
    }
    sentence(nodes, "", HOW);
    for part in &changes.parts {
        draw_part(part, nodes);
    }
}

fn draw_part(part: &PartChanges, nodes: &mut Vec<Node>) {
    let known = PARTS.iter().find(|(name, _)| *name == part.name);
    let name = known.map_or_else(
        || words(part.name.clone(), part.name.clone()),
        |(_, name)| name.words(),
    );
    let count = part.changes.len();
    let title = words(
        format!("{}：{count}", name.zh_hans),
        format!("{}: {count}", name.en),
    );
    heading(
        nodes,
        "h3",
        &super::draw::id_of("changes", &part.name),
        &title,
    );
    let rows = table(nodes, "changes", &HEADS);
    for change in &part.changes {
        let row = super::draw::row(rows, &change.key);
        let cell = &mut put(row, "td", "").children;
        let kind = match (&change.earlier, &change.later) {
            (None, _) => NEW,
            (_, None) => GONE,
            _ => OTHER,
        };
        both(cell, "p", "kind", &kind.words());
        if part.name == "screens" {
            if change.later.is_some() && change.earlier.is_some() {
                sentence(cell, "", LOOKS_OTHER);
            }
        } else {
            draw_change(change, cell);
        }
    }
}

fn draw_change(change: &Change, cell: &mut Vec<Node>) {
    let is_both = |text: &Option<PackText>| matches!(text, Some(PackText::Both(_)));
    if is_both(&change.earlier) || is_both(&change.later) {
        for language in Language::ALL {
            let texts =
                [&change.earlier, &change.later].map(|text| in_language(text.as_ref(), language));
            differences(&texts, cell).set("lang", language.tag());
        }
    } else {
        let texts =
            [&change.earlier, &change.later].map(|text| in_language(text.as_ref(), Language::En));
        differences(&texts, cell);
    }
}

fn in_language(text: Option<&PackText>, language: Language) -> String {
    match text {
        None => String::new(),
        Some(PackText::One(text)) => text.clone(),
        Some(PackText::Both(words)) => words.get(language).to_owned(),
    }
}

fn differences<'a>(
    [earlier, later]: &[String; 2],
    cell: &'a mut Vec<Node>,
) -> &'a mut crate::page::view::Element {
    let line = put(cell, "p", "diff");
    for part in word_diff(earlier, later) {
        match part {
            Part::Kept(text) => line.write(&text),
            Part::Removed(text) => _ = say(&mut line.children, "del", "", &text),
            Part::Added(text) => _ = say(&mut line.children, "ins", "", &text),
        }
    }
    line
}
