//! The screens as the pack shows them: both languages beside each other, as on a phone by day. What
//! stands around every screen is shown once for all that have it.

use super::draw::{Said, both, heading, id_of, said, sentence, table, words};
use super::repeated::Repeated;
use super::screens::{Screens, Shown};
use super::still::still;
use crate::page::content::{Content, Language, Words};
use crate::page::paper::paper;
use crate::page::view::{Element, Node, html, put, say};

const TITLE: Said = said("全部画面", "All screens");
const WHAT: Said = said(
    "这里是家属可能看到的全部画面，由网页程序自己画出，左边中文，右边英文。名单来自程序本身，一个不少。与前面画面完全相同的部分不再重印，只注明在哪个画面上。纸上点不动：圆圈和方框是可以选的答案，平时折叠的说明已经展开，很长的年月日列表只印开头和结尾。",
    "These are all screens that a family can see, drawn by the page’s own program, Chinese on the left and English on the right. The list comes from the program, and none is left out. A part that is the same as on an earlier screen is named with that screen instead of printed again. On paper nothing can be tapped: rings and boxes are answers to choose, what is folded on a phone is unfolded, and of long lists of years only the beginning and the end are printed.",
);
const LIST: Said = said("画面名单", "List of the screens");
const LIST_HEADS: [Said; 3] = [
    said("画面", "Screen"),
    said("中文标题", "Heading in Chinese"),
    said("英文标题", "Heading in English"),
];
const WITHOUT_WAY: Said = said(
    "程序列出了下面的画面，但这里没有找到走到它们的路，所以没有画出来：",
    "The program lists these screens, and no way to them was found here, so they are not drawn: ",
);
const AROUND: Said = said(
    "画面上下都有的内容",
    "What stands above and below the screens",
);
const REACHED: Said = said("怎样到达：", "How it was reached: ");
const PRINTED: Said = said(
    "打印出来的“给研究团队的一页”",
    "The page for the study team as it is printed",
);
const PRINTED_WHAT: Said = said(
    "回答是“sheet”画面里那个示例人物的。实际打印时每种语言占一张 A4 纸。",
    "The answers are those of the example person on the screen “sheet”. It takes one sheet of A4, in one of the languages.",
);
const PAPER: Said = said("不能运行脚本时的页面", "The page where scripts do not run");
const PAPER_WHAT: Said = said(
    "浏览器不能运行网页程序时，同一个文件显示下面的内容。",
    "Where a browser cannot run the page’s program, the same file shows this.",
);

/// Draws all screens, and the page without scripts.
pub(super) fn draw(content: &Content, screens: &Screens, nodes: &mut Vec<Node>) {
    heading(nodes, "h2", "screens", &TITLE.words());
    sentence(nodes, "", WHAT);
    list(screens, nodes);
    let frames = Frames::of(screens);
    frames.draw(nodes);
    let mut repeated = Repeated::default();
    for shown in &screens.shown {
        screen(shown, &frames, &mut repeated, nodes);
    }
    printed(screens, nodes);
    let section = &mut put(nodes, "section", "screen-of").children;
    heading(section, "h3", "paper", &PAPER.words());
    sentence(section, "", PAPER_WHAT);
    let pair = &mut put(section, "div", "pair").children;
    for language in Language::ALL {
        phone(language, &paper(content, language), pair);
    }
}

fn list(screens: &Screens, nodes: &mut Vec<Node>) {
    heading(nodes, "h3", "screen-list", &LIST.words());
    let rows = table(nodes, "list", &LIST_HEADS);
    for shown in &screens.shown {
        let row = &mut put(rows, "tr", "").children;
        let head = put(row, "th", "key");
        head.set("scope", "row");
        let link = say(&mut head.children, "a", "", &shown.name);
        let target = format!("#{}", id_of("screen", &shown.name));
        link.set("href", &target);
        for screen in &shown.screens {
            say(row, "td", "", &screen.heading).set("lang", screen.language.tag());
        }
    }
    if !screens.without_way.is_empty() {
        let names = screens.without_way.join("; ");
        let said = words(
            format!("{}{names}", WITHOUT_WAY.zh_hans),
            format!("{}{names}", WITHOUT_WAY.en),
        );
        both(nodes, "p", "missing", &said);
    }
}

/// What stands around screens, each kind once.
struct Frames<'a> {
    kinds: Vec<(String, &'a Shown)>,
}

impl<'a> Frames<'a> {
    fn of(screens: &'a Screens) -> Self {
        let mut kinds: Vec<(String, &Shown)> = Vec::new();
        for shown in &screens.shown {
            let around = around(shown);
            if kinds.iter().all(|(kind, _)| *kind != around) {
                kinds.push((around, shown));
            }
        }
        Self { kinds }
    }

    /// The number of what stands around a screen, counted from 1.
    fn number(&self, shown: &Shown) -> usize {
        let around = around(shown);
        let place = self.kinds.iter().position(|(kind, _)| *kind == around);
        place.map_or(0, |place| place + 1)
    }

    fn draw(&self, nodes: &mut Vec<Node>) {
        heading(nodes, "h3", "frames", &AROUND.words());
        for (number, (_, shown)) in (1..).zip(&self.kinds) {
            let section = &mut put(nodes, "section", "screen-of").children;
            heading(
                section,
                "h4",
                &format!("frame-{number}"),
                &frame_name(number),
            );
            let pair = &mut put(section, "div", "pair").children;
            for screen in &shown.screens {
                let parts: Vec<_> = screen
                    .body
                    .iter()
                    .filter(|node| !is_main(node))
                    .cloned()
                    .collect();
                phone(screen.language, &parts, pair);
            }
        }
    }
}

fn frame_name(number: usize) -> Words {
    words(
        format!("上下内容 {number}"),
        format!("Surroundings {number}"),
    )
}

fn is_main(node: &Node) -> bool {
    matches!(node, Node::Element(Element { tag: "main", .. }))
}

/// What stands around a screen, as text to be compared.
fn around(shown: &Shown) -> String {
    let parts = shown.screens.iter().flat_map(|screen| &screen.body);
    let parts = parts.filter(|node| !is_main(node)).cloned();
    html(&parts.collect::<Vec<_>>())
}

fn screen(shown: &Shown, frames: &Frames<'_>, repeated: &mut Repeated, nodes: &mut Vec<Node>) {
    let section = &mut put(nodes, "section", "screen-of").children;
    say(section, "h3", "key", &shown.name).set("id", &id_of("screen", &shown.name));
    let (way, number) = (&shown.way, frames.number(shown));
    let said = words(
        format!("{}{}。上下内容 {number}。", REACHED.zh_hans, way.zh_hans),
        format!("{}{}. Surroundings {number}.", REACHED.en, way.en),
    );
    both(section, "p", "way", &said);
    let pair = &mut put(section, "div", "pair").children;
    for screen in &shown.screens {
        let main: Vec<_> = screen
            .body
            .iter()
            .filter(|node| is_main(node))
            .cloned()
            .collect();
        let main = repeated.shortened(&shown.name, screen.language, &main);
        phone(screen.language, &main, pair);
    }
}

/// The sheet as a family prints it: what is hidden on a screen, for one page of paper.
fn printed(screens: &Screens, nodes: &mut Vec<Node>) {
    let mut shown = screens.shown.iter();
    let Some(shown) = shown.find(|shown| shown.name == "sheet") else {
        return;
    };
    let section = &mut put(nodes, "section", "screen-of").children;
    heading(section, "h3", "printed", &PRINTED.words());
    sentence(section, "", PRINTED_WHAT);
    for screen in &shown.screens {
        if let Some(sheet) = with_class("sheet", &screen.body) {
            let page = put(section, "div", "screen printed");
            page.set("lang", screen.language.tag());
            page.children = still(&[Node::Element(sheet.clone())]);
        }
    }
}

fn with_class<'a>(class: &str, nodes: &'a [Node]) -> Option<&'a Element> {
    nodes.iter().find_map(|node| {
        let Node::Element(element) = node else {
            return None;
        };
        let classes = element.attribute("class").unwrap_or_default();
        if classes.split(' ').any(|each| each == class) {
            return Some(element);
        }
        with_class(class, &element.children)
    })
}

fn phone(language: Language, nodes: &[Node], pair: &mut Vec<Node>) {
    let phone = put(pair, "div", "screen");
    phone.set("lang", language.tag());
    phone.children = still(nodes);
}
