//! Every screen of every trial as the page really shows it: all questions, and what walkers meet
//! who tap and send whatever is there, in an order that looks like chance and is always the same.
//! Here are our own words only: not the registry's, nor those of the other language.

use crate::elements::{collect, controls};
use crate::fixture::{day, trials};
use crate::numbers::Numbers;
use prescreen::page::app::{App, Event};
use prescreen::page::content::{Content, Language};
use prescreen::page::paper::paper;
use prescreen::page::view::{Element, Node, Screen};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// How the walkers walk through a trial: `walks.toml`.
#[derive(Deserialize)]
struct Walk {
    trial: String,
    days: [String; 4],
    years: Vec<String>,
    grown: BTreeMap<String, String>,
    fitting: BTreeMap<String, String>,
    #[serde(default)]
    near: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Walks {
    walk: Vec<Walk>,
}

/// How many walks are walked in each language.
const SEEDS: u64 = 300;

/// The heading by which the page without scripts is known here.
pub(crate) const WITHOUT_SCRIPTS: &str = "without scripts";

/// A text that stands for itself: a paragraph, a heading, a label, a button.
pub(crate) struct Block {
    /// The classes of its element and of those around it.
    pub(crate) classes: String,
    /// Its tag.
    pub(crate) tag: &'static str,
    pub(crate) words: String,
}

impl Block {
    /// Whether it stands in an element of one of these classes.
    pub(crate) fn is_in(&self, classes: &[&str]) -> bool {
        self.classes.split(' ').any(|each| classes.contains(&each))
    }
}

/// A screen as it is read.
pub(crate) struct Shown {
    /// The number of its trial.
    pub(crate) trial: String,
    pub(crate) language: Language,
    /// The question that it asks, as an answers file names it; empty if it asks none.
    pub(crate) question: String,
    pub(crate) heading: String,
    /// Whether it was reached by someone known to be 16 or older.
    pub(crate) grown: bool,
    pub(crate) blocks: Vec<Block>,
}

impl Shown {
    /// How messages name it.
    pub(crate) fn place(&self) -> String {
        let (trial, language) = (&self.trial, self.language.tag());
        format!("{trial} {language} {} {}", self.question, self.heading)
    }

    /// All its words, one block a line.
    pub(crate) fn words(&self) -> String {
        let words: Vec<_> = self.blocks.iter().map(|each| &*each.words).collect();
        words.join("\n")
    }
}

/// Every screen that the walks meet, each once.
pub(crate) fn shown() -> &'static [Shown] {
    static SHOWN: OnceLock<Vec<Shown>> = OnceLock::new();
    SHOWN.get_or_init(|| {
        let walks: Walks = toml::from_str(include_str!("walks.toml")).expect("the walks read");
        let mut all = All::new();
        for content in trials() {
            let trial = content.trial.nct_id();
            let walk = walks.walk.iter().find(|walk| walk.trial == trial);
            show(content, walk.expect("each trial has a walk"), &mut all);
        }
        all.into_values().collect()
    })
}

fn show(content: &Content, walk: &Walk, all: &mut All) {
    for language in Language::ALL {
        for seed in 0..SEEDS {
            walk.once(seed, content, language, all);
        }
        add(all, without_scripts(content, language));
    }
    for screen in App::questions(content, day(&walk.days[0])) {
        add(all, read(&walk.trial, &screen, false));
    }
}

/// The screens by what tells them apart.
type All = BTreeMap<(String, bool, String), Shown>;

fn add(all: &mut All, shown: Shown) {
    all.insert((shown.place(), shown.grown, shown.words()), shown);
}

fn without_scripts(content: &Content, language: Language) -> Shown {
    Shown {
        trial: content.trial.nct_id().to_owned(),
        language,
        question: String::new(),
        heading: WITHOUT_SCRIPTS.to_owned(),
        grown: false,
        blocks: blocks(&paper(content, language)),
    }
}

impl Walk {
    fn once(&self, number: u64, content: &Content, language: Language, all: &mut All) {
        let mut numbers = Numbers(number);
        let today = &self.days[numbers.below(16).saturating_sub(12)];
        let mut app = App::new(content.clone(), day(today), language);
        let mut grown = false;
        for _ in 0..60 {
            let screen = app.screen();
            add(all, read(&self.trial, &screen, grown));
            let mut elements = Vec::new();
            collect(&screen.body, &mut elements);
            let form = elements.iter().find_map(|each| each.attribute("data-form"));
            let event = form.and_then(|form| self.intended(number, form));
            grown |= event.is_some() && form == Some("birth_date") && is_sixteen(number);
            app.handle(event.unwrap_or_else(|| any_event(&elements, &self.years, &mut numbers)));
        }
    }

    /// What the walker of this number answers to a question on purpose.
    fn intended(&self, number: u64, form: &str) -> Option<Event> {
        let own = match number % 4 {
            0 => &self.grown,
            1 => &self.fitting,
            2 => &self.near,
            _ => return None,
        };
        let answer = own.get(form)?;
        let sent: Vec<_> = if answer.contains('-') {
            let parts = ["year", "month", "day"].into_iter();
            parts.zip(answer.split('-')).collect()
        } else {
            vec![("answer", answer.as_str())]
        };
        let owned = sent
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Some(Event::Submit(owned.collect()))
    }
}

/// Whether the walker of this number is 16 or older, and says so.
fn is_sixteen(number: u64) -> bool {
    number.is_multiple_of(4)
}

/// Mostly the form if there is one, so that the walker gets on; never the other language, and never
/// erasing, so that what is known stays known.
fn any_event(elements: &[&Element], years: &[String], numbers: &mut Numbers) -> Event {
    let controls = controls(elements).into_iter().map(|(name, control)| {
        let value = control.attribute("value").unwrap_or_default();
        (name, value.to_owned())
    });
    let controls: Vec<_> = controls.collect();
    if !controls.is_empty() && numbers.below(12) > 0 {
        let mut sent: Vec<(String, String)> = Vec::new();
        for (name, _) in &controls {
            if sent.iter().all(|(each, _)| each != name) {
                let own: Vec<_> = controls.iter().filter(|(each, _)| each == name).collect();
                sent.push(match (&**name, numbers.below(2)) {
                    ("year", 0) => (name.clone(), years[numbers.below(years.len())].clone()),
                    _ => own[numbers.below(own.len())].clone(),
                });
            }
        }
        return Event::Submit(sent);
    }
    let actions = elements
        .iter()
        .filter_map(|each| each.attribute("data-action"));
    let actions: Vec<_> = actions
        .filter(|action| !action.starts_with("language") && *action != "erase-all")
        .collect();
    match actions.get(numbers.below(actions.len() + 1)) {
        Some(action) => Event::Tap((*action).to_owned()),
        None => Event::Back,
    }
}

fn read(trial: &str, screen: &Screen, grown: bool) -> Shown {
    let mut elements = Vec::new();
    collect(&screen.body, &mut elements);
    let question = elements.iter().find_map(|each| each.attribute("data-form"));
    Shown {
        trial: trial.to_owned(),
        language: screen.language,
        question: question.unwrap_or_default().to_owned(),
        heading: screen.heading.clone(),
        grown,
        blocks: blocks(&screen.body),
    }
}

fn blocks(nodes: &[Node]) -> Vec<Block> {
    let mut reader = Reader { blocks: Vec::new() };
    reader.read(nodes, "", "");
    let mut blocks = reader.blocks;
    blocks.retain(|block| !block.words.trim().is_empty());
    blocks
}

struct Reader {
    blocks: Vec<Block>,
}

impl Reader {
    /// Reads nodes into a block of this tag and class, and blocks of their own for those in it.
    fn read(&mut self, nodes: &[Node], tag: &'static str, classes: &str) {
        let begin = |reader: &mut Self| {
            reader.blocks.push(Block {
                classes: classes.to_owned(),
                tag,
                words: String::new(),
            });
        };
        begin(self);
        for node in nodes {
            match node {
                Node::Text(text) => self.write(text),
                Node::Element(element) if Self::is_passed_over(element) => {}
                Node::Element(element) => {
                    let own = element.attribute("class").unwrap_or_default();
                    let inline = ["span", "strong"].contains(&element.tag) && own != "hint";
                    if inline {
                        for text in texts(&element.children) {
                            self.write(text);
                        }
                    } else {
                        let classes = format!("{classes} {own}");
                        self.read(&element.children, element.tag, &classes);
                        begin(self);
                    }
                }
            }
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(block) = self.blocks.last_mut() {
            block.words.push_str(text);
        }
    }

    /// What is in another language, the registry's, a sign, a number, or one of a long list.
    fn is_passed_over(element: &Element) -> bool {
        // A language is named where words are not the page's own: a name, the registry's words.
        let foreign = element.attribute("lang").is_some() && element.tag != "div";
        let class = element.attribute("class").unwrap_or_default();
        foreign
            || ["registry", "sign", "number", "heard"].contains(&class)
            || element.tag == "option"
    }
}

fn texts(nodes: &[Node]) -> Vec<&str> {
    let mut out = Vec::new();
    for node in nodes {
        match node {
            Node::Text(text) => out.push(text.as_str()),
            Node::Element(element) if element.attribute("class") == Some("sign") => {}
            Node::Element(element) => out.extend(texts(&element.children)),
        }
    }
    out
}
