//! Looks into an HTML document as far as the bundle's tests need it.

/// A document as text.
pub(crate) struct Document(String);

impl Document {
    pub(crate) fn new(text: String) -> Self {
        Self(text)
    }

    pub(crate) fn text(&self) -> &str {
        &self.0
    }

    /// The document without the document in its frame, its scripts and its data.
    pub(crate) fn markup(&self) -> String {
        let mut text = self.0.clone();
        for (start, end) in [
            ("srcdoc=\"", "\""),
            ("<script>", "</script>"),
            ("<script type", "</script>"),
        ] {
            while let Some((before, rest)) = text.split_once(start) {
                let (_, after) = rest.split_once(end).expect("it ends");
                text = format!("{before}{after}");
            }
        }
        text
    }

    /// The value of the first attribute of this name.
    pub(crate) fn attribute(&self, name: &str) -> String {
        unescaped(between(&self.0, &format!(" {name}=\""), "\""))
    }

    /// The content of a `meta`.
    pub(crate) fn attribute_of(&self, meta: &str) -> String {
        unescaped(between(&self.0, &format!("\"{meta}\" content=\""), "\""))
    }

    /// The texts of the elements of this name that have no attributes, those of the frame's
    /// document left out: there, every `<` follows the beginning of `srcdoc`.
    pub(crate) fn elements(&self, name: &str) -> Vec<&str> {
        let outer = self.0.split("srcdoc=\"").next().expect("there is a first");
        let start = format!("<{name}>");
        let end = format!("</{name}>");
        let pieces = outer.split(&start).skip(1);
        pieces
            .map(|rest| rest.split(&end).next().expect("it ends"))
            .collect()
    }

    /// The text of a data block.
    pub(crate) fn data(&self, id: &str) -> &str {
        between(&self.0, &format!("id=\"{id}\">"), "</script>")
    }
}

/// What stands between two texts.
pub(crate) fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).expect(start);
    rest.split_once(end).expect(end).0
}

/// A text as a browser reads it.
pub(crate) fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}
