//! The words and signs of a CQL expression, as far as HL7's tests write them. What they mean is not
//! known here.

/// One word or sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// A word or a name, such as `between` or `DateTime`.
    Word(String),
    /// A number, without the `L` of a long one.
    Number(String),
    /// A text or a unit, without its quotes.
    Text(String),
    /// A date or a time of day, without its `@`.
    Literal(String),
    /// One of the signs, such as `<=`.
    Sign(&'static str),
}

/// The longer ones first, so that `<=` is not read as `<`.
const SIGNS: [&str; 18] = [
    "<=", ">=", "!=", "!~", "<", ">", "=", "~", "+", "-", "*", "/", "(", ")", "{", "}", ",", ":",
];

/// The tokens of an expression; the rest of the text where something is no token.
pub(crate) fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut rest = text.trim_start();
    let mut tokens = Vec::new();
    while !rest.is_empty() {
        let (token, length) = token(rest).ok_or(rest)?;
        tokens.push(token);
        rest = rest[length..].trim_start();
    }
    Ok(tokens)
}

fn token(text: &str) -> Option<(Token, usize)> {
    let first = text.chars().next()?;
    let run = |accepted: fn(char) -> bool| {
        let end = text.find(|each| !accepted(each));
        &text[..end.unwrap_or(text.len())]
    };
    if first.is_ascii_alphabetic() {
        let word = run(|each| each.is_ascii_alphanumeric());
        return Some((Token::Word(word.to_owned()), word.len()));
    }
    if first.is_ascii_digit() {
        let number = run(|each| each.is_ascii_digit() || each == '.');
        let long = usize::from(text[number.len()..].starts_with('L'));
        return Some((Token::Number(number.to_owned()), number.len() + long));
    }
    match first {
        '\'' => {
            let (inside, _) = text[1..].split_once('\'')?;
            Some((Token::Text(inside.to_owned()), inside.len() + 2))
        }
        '@' => {
            let inside = run(|each| each.is_ascii_alphanumeric() || "@-:+.".contains(each));
            Some((Token::Literal(inside[1..].to_owned()), inside.len()))
        }
        _ => {
            let sign = SIGNS.into_iter().find(|sign| text.starts_with(sign))?;
            Some((Token::Sign(sign), sign.len()))
        }
    }
}
