//! The view tree: what is shown, as data. It is turned into escaped HTML text here, and into DOM
//! nodes in `web`; nothing ever parses HTML from a string in the browser.

use super::content::Language;

/// A node of the view tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element with its attributes and children.
    Element(Element),
    /// A text.
    Text(String),
}

/// An element of the view tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its tag, one of [`TAGS`].
    pub tag: &'static str,
    /// Its attributes, in order. An attribute that only is there or not, such as `checked`, has an
    /// empty value.
    pub attributes: Vec<(&'static str, String)>,
    /// Its children, in order.
    pub children: Vec<Node>,
}

/// One screen of the page, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// What the screen is called: the text of its `h1`.
    pub heading: String,
    /// Which screen it is, one of `App::screen_names`: for tests and for whoever reviews all screens,
    /// never for the person who sees it.
    pub name: String,
    /// The document's title: what kind of screen it is, with a word before it where something is
    /// missing. It tells no answer and no finding.
    pub title: String,
    /// The document's language.
    pub language: Language,
    /// What stands in the body.
    pub body: Vec<Node>,
    /// The id of the element that takes the focus.
    pub focus: &'static str,
}

/// Every tag that a view tree may use. None of them can load, link or run anything.
pub const TAGS: [&str; 27] = [
    "button", "dd", "details", "div", "dl", "dt", "fieldset", "footer", "form", "h1", "h2", "h3",
    "header", "input", "label", "legend", "li", "main", "nav", "option", "p", "section", "select",
    "span", "strong", "summary", "ul",
];

/// The one tag without children and without an end tag.
const VOID_TAG: &str = "input";

/// The word joiner: no line ends beside it, and it has no width. It stands in Chinese dates and in
/// CAR-T, which a browser would break.
pub(crate) const JOINER: char = '\u{2060}';

/// A text as it is handed on, to be searched or pasted: without word joiners.
///
/// ```
/// use prescreen::page::view::plain;
///
/// assert_eq!(plain("CAR-\u{2060}T"), "CAR-T");
/// ```
#[must_use]
pub fn plain(text: &str) -> String {
    text.replace(JOINER, "")
}

/// Adds an element with a class (none if it is empty) and gives it to be filled.
pub(crate) fn put<'a>(nodes: &'a mut Vec<Node>, tag: &'static str, class: &str) -> &'a mut Element {
    nodes.push(Node::Element(Element {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }));
    let Some(Node::Element(element)) = nodes.last_mut() else {
        unreachable!()
    };
    if !class.is_empty() {
        element.set("class", class);
    }
    element
}

/// Adds an element with a class that holds a text.
pub(crate) fn say<'a>(
    nodes: &'a mut Vec<Node>,
    tag: &'static str,
    class: &str,
    text: &str,
) -> &'a mut Element {
    let element = put(nodes, tag, class);
    element.write(text);
    element
}

impl Element {
    /// Adds an attribute.
    pub(crate) fn set(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.attributes.push((name, value.to_owned()));
        self
    }

    /// Adds a text to the children.
    pub(crate) fn write(&mut self, text: &str) {
        self.children.push(Node::Text(text.to_owned()));
    }

    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(each, _)| *each == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// The nodes as HTML text, with every text and every value escaped.
///
/// ```
/// use prescreen::page::view::{Element, Node, html};
/// let text = Node::Text("age < 16 & weight".to_owned());
/// let line = Element { tag: "p", attributes: vec![("lang", "en".to_owned())], children: vec![text] };
/// assert_eq!(html(&[Node::Element(line)]), "<p lang=\"en\">age &lt; 16 &amp; weight</p>");
/// ```
#[must_use]
pub fn html(nodes: &[Node]) -> String {
    let mut out = String::new();
    write_nodes(&mut out, nodes);
    out
}

fn write_nodes(out: &mut String, nodes: &[Node]) {
    for node in nodes {
        match node {
            Node::Text(text) => escape(out, text),
            Node::Element(element) => write_element(out, element),
        }
    }
}

fn write_element(out: &mut String, element: &Element) {
    out.push('<');
    out.push_str(element.tag);
    for (name, value) in &element.attributes {
        out.push(' ');
        out.push_str(name);
        if !value.is_empty() {
            out.push_str("=\"");
            escape(out, value);
            out.push('"');
        }
    }
    out.push('>');
    if element.tag == VOID_TAG {
        return;
    }
    write_nodes(out, &element.children);
    out.push_str("</");
    out.push_str(element.tag);
    out.push('>');
}

fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
}
