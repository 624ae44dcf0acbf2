//! A pack as elements and texts. It reads what the pack's own writer writes, and panics at whatever a
//! browser would have to mend.

/// An element with its attributes as written.
#[derive(Clone, Debug)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: String,
}

impl Tag {
    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let start = format!(" {name}=\"");
        let (_, after) = self.attributes.split_once(&start)?;
        after.split_once('"').map(|(value, _)| value)
    }
}

/// What is met in a document.
pub(crate) enum Met<'a> {
    /// An element begins.
    Begin(&'a Tag),
    /// A text that is not empty.
    Text(&'a str),
}

/// Elements that have no end.
const VOID: [&str; 1] = ["meta"];

/// Elements whose text is no text of the document.
const RAW: [&str; 2] = ["style", "script"];

/// Calls `each` with what stands in a document, and the elements around it, the outermost first.
pub(crate) fn walk(html: &str, each: &mut dyn FnMut(Met<'_>, &[Tag])) {
    let mut rest = html
        .strip_prefix("<!DOCTYPE html>")
        .expect("a document type");
    let mut open: Vec<Tag> = Vec::new();
    while let Some((text, after)) = rest.split_once('<') {
        if !text.trim().is_empty() {
            each(Met::Text(text), &open);
        }
        let (inside, after) = after.split_once('>').expect("a tag ends");
        rest = after;
        if let Some(name) = inside.strip_prefix('/') {
            let last = open.pop().expect("an element is open");
            assert_eq!(last.name, name, "{name} ends within {}", last.name);
            continue;
        }
        let (name, attributes) = inside.split_at(inside.find(' ').unwrap_or(inside.len()));
        let tag = Tag {
            name: name.to_owned(),
            attributes: attributes.to_owned(),
        };
        each(Met::Begin(&tag), &open);
        if RAW.contains(&name) {
            let end = format!("</{name}>");
            rest = rest.split_once(&end).expect("it ends").1;
        } else if !VOID.contains(&name) {
            open.push(tag);
        }
    }
    assert!(open.is_empty(), "{open:?} does not end");
}
