//! The page's stylesheet, so that it dresses the screens of a pack and nothing else in it. It is read
//! as rules and written again with the screens' own class before every selector; what depends on a
//! wide window, a dark screen or a mouse is left out: on paper the screens are those of a phone by
//! day. What a printer gets dresses what a family prints.

use super::still::STILL;

/// The class of a screen in a pack.
const SCREEN: &str = ".screen";

/// The class of what a family prints, in a pack.
const PRINTED: &str = ".printed";

/// The condition under which a screen on paper stands, and what is printed.
const NARROW: &str = "(max-width: 30rem)";

/// The stylesheet for screens in a pack.
pub(super) fn scoped(style: &str) -> String {
    let mut out = String::new();
    write_rules(&without_comments(style), SCREEN, &mut out);
    out
}

fn without_comments(style: &str) -> String {
    let mut out = String::new();
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

fn write_rules(style: &str, within: &str, out: &mut String) {
    let mut rest = style;
    while let Some((head, after)) = rest.split_once('{') {
        let (body, after) = block(after);
        write_rule(head.trim(), body, within, out);
        rest = after;
    }
}

/// What stands in a block, and what follows it.
fn block(text: &str) -> (&str, &str) {
    let mut depth = 1;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return text
                .split_at_checked(at)
                .map_or((text, ""), |(body, rest)| {
                    (body, rest.strip_prefix('}').unwrap_or(rest))
                });
        }
    }
    (text, "")
}

fn write_rule(head: &str, body: &str, within: &str, out: &mut String) {
    if let Some(condition) = head.strip_prefix("@media ") {
        match condition.trim() {
            NARROW => write_rules(body, within, out),
            "print" => write_rules(body, PRINTED, out),
            _ => {}
        }
    } else if head.starts_with("@supports") {
        out.push_str(head);
        out.push_str(" {\n");
        write_rules(body, within, out);
        out.push_str("}\n");
    } else if !head.starts_with('@') {
        let selectors: Vec<_> = split(head)
            .flat_map(|each| selectors(each, within))
            .collect();
        if !selectors.is_empty() {
            out.push_str(&selectors.join(", "));
            out.push_str(" {");
            out.push_str(body);
            out.push_str("}\n");
        }
    }
}

/// The selectors of a list; a comma in brackets does not end one.
fn split(list: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    list.split(move |letter| {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        depth == 0 && letter == ','
    })
}

/// A selector within a screen. A language may be that of the screen itself.
fn selectors(selector: &str, within: &str) -> Vec<String> {
    let selector = selector.trim();
    if selector.contains("data-theme") {
        return Vec::new();
    }
    match selector {
        ":root" | "html" | "body" => vec![within.to_owned()],
        _ => {
            let renamed = renamed(selector);
            let mut selectors = vec![format!("{within} {renamed}")];
            if renamed.starts_with("[lang") {
                selectors.push(format!("{within}{renamed}"));
            }
            selectors
        }
    }
}

/// A selector with the elements that are others on paper. Their classes weigh nothing, as the names
/// of elements weigh less than any class.
fn renamed(selector: &str) -> String {
    let is_of_a_name = |letter: char| letter.is_alphanumeric() || "-_.#:[=\"\\".contains(letter);
    let mut out = String::new();
    let mut name = String::new();
    for letter in selector.chars().chain([' ']) {
        if is_of_a_name(letter) {
            name.push(letter);
        } else {
            out.push_str(&renamed_name(&name));
            name.clear();
            out.push(letter);
        }
    }
    out.trim_end().to_owned()
}

/// One compound selector, such as `input:checked` or `button.primary`.
fn renamed_name(name: &str) -> String {
    if name.starts_with("input:checked") {
        return ":where(.as-checked)".to_owned();
    }
    let end = name.find(['.', '#', ':', '[']).unwrap_or(name.len());
    let (tag, rest) = name.split_at_checked(end).unwrap_or((name, ""));
    let class = match tag {
        "input" => Some("as-input"),
        tag => {
            let other = STILL.iter().find(|(each, _, _)| *each == tag);
            other.map(|(_, _, class)| *class)
        }
    };
    class.map_or_else(
        || name.to_owned(),
        |class| format!(":where(.{class}){rest}"),
    )
}
