//! The view tree: what is shown, as data. It is turned into escaped HTML text here, and into DOM
//! nodes in `web`; nothing ever parses HTML from a string in the browser.

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
    /// Its tag, such as `p`.
    pub tag: &'static str,
    /// Its attributes, in order.
    pub attributes: Vec<(&'static str, String)>,
    /// Its children, in order.
    pub children: Vec<Node>,
}

/// One screen of the page, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// The document's title.
    pub title: String,
    /// The document's language.
    pub language: super::content::Language,
    /// What stands in the body.
    pub body: Vec<Node>,
    /// The id of the element that takes the focus.
    pub focus: &'static str,
}
