//! The escapes of the registry's text, undone. Its text is `CommonMark`: a backslash stands before
//! punctuation that would mean something there, and some records carry HTML entities that were
//! escaped twice. Nothing else is changed, so that the words stay those of the record.

/// The entities that are undone; the sign of any other one cannot be told without a larger table.
const ENTITIES: [(&str, char); 16] = [
    ("lt", '<'),
    ("gt", '>'),
    ("amp", '&'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("le", '≤'),
    ("ge", '≥'),
    ("plusmn", '±'),
    ("micro", 'µ'),
    ("times", '×'),
    ("deg", '°'),
    ("middot", '·'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("rsquo", '’'),
];

/// The longest entity that is looked for, such as `&#x2265;`.
const LONGEST: usize = 10;

/// The words with their escapes undone.
pub(crate) fn unescape(text: &str) -> String {
    let bare = without_backslashes(text);
    if bare.contains('&') {
        without_entities(&bare)
    } else {
        bare
    }
}

fn without_backslashes(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let escaped = letters
            .next_if(|next| letter == '\\' && next.is_ascii_punctuation())
            .unwrap_or(letter);
        bare.push(escaped);
    }
    bare
}

fn without_entities(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        bare.push_str(before);
        let written = rest.get(before.len()..).unwrap_or_default();
        if let Some((sign, length)) = entity(written) {
            bare.push(sign);
            rest = written.get(length..).unwrap_or_default();
        } else {
            bare.push('&');
            rest = after;
        }
    }
    bare.push_str(rest);
    bare
}

/// The sign of the entity that the text begins with, and how many bytes it takes.
fn entity(text: &str) -> Option<(char, usize)> {
    let name = entity_name(text)?;
    let sign = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => ENTITIES.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((sign, name.len() + 2))
}

fn entity_name(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('&')?;
    // The next sign that no name has: looking for the `;` itself may take to the end of the text.
    let end = inside.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '#'))?;
    let (name, rest) = inside.split_at_checked(end)?;
    if !rest.starts_with(';') {
        return None;
    }
    let letters = name.strip_prefix('#').unwrap_or(name);
    let is_name = !letters.is_empty()
        && name.len() <= LONGEST
        && letters.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_name.then_some(name)
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|sign| !sign.is_control() && *sign != char::REPLACEMENT_CHARACTER)
}
