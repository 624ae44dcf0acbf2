//! What holds for every screen of the page, whatever it shows.

use crate::banned;
use crate::elements::collect;
use prescreen::page::content::Language;
use prescreen::page::view::{Element, Node, Screen, TAGS, plain};

/// Checks a screen; the message says what is wrong and where.
pub(crate) fn check(screen: &Screen) {
    let mut elements = Vec::new();
    collect(&screen.body, &mut elements);
    let ids = attribute_values(&elements, "id");
    let place = &screen.heading;
    assert_eq!(
        elements.iter().filter(|e| e.tag == "h1").count(),
        1,
        "one h1: {place}"
    );
    assert!(
        ids.contains(&screen.focus),
        "the focus {} exists: {place}",
        screen.focus
    );
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "ids are unique: {place}");
    for reference in ["for", "data-focus", "aria-labelledby", "aria-describedby"] {
        for value in attribute_values(&elements, reference) {
            for id in value.split(' ') {
                assert!(ids.contains(&id), "{reference}={id} exists: {place}");
            }
        }
    }
    check_elements(&elements, place);
    check_frame(screen, &elements);
    check_words(screen);
}

/// The ways that lie at the same place on every screen, but where they would lead nowhere.
fn check_frame(screen: &Screen, elements: &[&Element]) {
    let Screen { name, title, .. } = screen;
    if name == "paper" {
        return;
    }
    let named = attribute_values(elements, "data-screen");
    assert_eq!(named, [name.as_str()], "the screen is named");
    let footer = elements.iter().find(|element| element.tag == "footer");
    let mut below = Vec::new();
    collect(&footer.expect("a footer").children, &mut below);
    let classes = attribute_values(&below, "class");
    assert!(classes.contains(&"contact"), "the contact: {name}");
    if !name.starts_with("result") && name != "clock" {
        let first = below.iter().find(|element| element.tag == "button");
        let first = first.and_then(|button| button.attribute("data-action"));
        assert_eq!(first, Some("result"), "the result so far: {name}");
    }
    // Browsers write it to the disk: it must not tell one question from another.
    let kind = ["question", "notice", "result"];
    let tells = kind.iter().any(|kind| name.starts_with(kind)) && title.contains(&screen.heading);
    assert!(!tells, "{title}");
}

fn check_elements(elements: &[&Element], place: &str) {
    let labels = attribute_values(elements, "for");
    for element in elements {
        assert!(
            TAGS.contains(&element.tag),
            "<{}> is on the list: {place}",
            element.tag
        );
        for (name, _) in &element.attributes {
            let forbidden =
                *name == "style" || *name == "href" || *name == "src" || name.starts_with("on");
            assert!(!forbidden, "no {name}: {place}");
        }
        check_control(element, &labels, place);
        let speaks = [
            "p", "h1", "h2", "h3", "li", "label", "button", "summary", "dt", "dd", "option",
        ];
        // A status is empty until there is something to say.
        let waits = element.attribute("role") == Some("status");
        if speaks.contains(&element.tag) && !waits {
            assert!(
                !text(&element.children).trim().is_empty(),
                "<{}> says something: {place}",
                element.tag
            );
        }
    }
}

/// What holds for what can be tapped and sent.
fn check_control(element: &Element, labels: &[&str], place: &str) {
    match element.tag {
        "input" => {
            let kind = element.attribute("type").unwrap_or_default();
            assert!(
                ["radio", "checkbox"].contains(&kind),
                "nothing is typed: {place}"
            );
            assert!(
                labels.contains(&element.attribute("id").unwrap_or_default()),
                "a label: {place}"
            );
        }
        "select" => {
            assert!(
                labels.contains(&element.attribute("id").unwrap_or_default()),
                "a label: {place}"
            );
        }
        "button" => {
            let does = ["data-action", "data-focus"]
                .iter()
                .any(|name| element.attribute(name).is_some());
            let sends = element.attribute("type") == Some("submit");
            assert!(does != sends, "a button does one thing: {place}");
        }
        "form" => {
            assert!(
                element.attribute("data-form").is_some(),
                "a form is named: {place}"
            );
            assert_eq!(
                element.attribute("autocomplete"),
                Some("off"),
                "no browser keeps what was chosen: {place}"
            );
        }
        _ => {}
    }
}

fn check_words(screen: &Screen) {
    let own = own_text(&screen.body, screen.language);
    assert!(
        !own.contains('{') && !own.contains('}'),
        "no gap is left: {own}"
    );
    let found = banned::found(&own, screen.language);
    assert!(found.is_empty(), "{found:?}: {}", screen.heading);
    if screen.language == Language::En {
        let chinese = own.chars().find(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
        assert_eq!(chinese, None, "no Chinese: {}", screen.heading);
    }
}

/// The text without what is in another language and without the registry's words.
fn own_text(nodes: &[Node], language: Language) -> String {
    let mut out = String::new();
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Element(element) => {
                let foreign = element
                    .attribute("lang")
                    .is_some_and(|tag| tag != language.tag());
                if !foreign && element.attribute("class") != Some("registry") {
                    out.push_str(&own_text(&element.children, language));
                    out.push('\n');
                }
            }
        }
    }
    out
}

/// All text of nodes, without word joiners, so that what is expected can be typed.
pub(crate) fn text(nodes: &[Node]) -> String {
    let mut out = String::new();
    for node in nodes {
        match node {
            Node::Text(words) => out.push_str(&plain(words)),
            Node::Element(element) => {
                out.push_str(&text(&element.children));
                if element.tag != "span" && element.tag != "strong" {
                    out.push('\n');
                }
            }
        }
    }
    out
}

/// The values of an attribute, in document order.
pub(crate) fn attribute_values<'a>(elements: &[&'a Element], name: &str) -> Vec<&'a str> {
    elements
        .iter()
        .filter_map(|element| element.attribute(name))
        .collect()
}
