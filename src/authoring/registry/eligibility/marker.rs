//! What a line begins with where it is an item of a list: `3.`, `3\)`, `(3)`, `*`, `-`, `•`, `a)`,
//! `ii.`. Whether letters are a marker is told by their neighbours only: `A. baumannii` begins a
//! sentence. A decimal such as `2.5` is none.

/// The marker of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marker<'a> {
    /// As it is written, escapes included.
    pub(super) written: &'a str,
    pub(super) style: Style,
}

impl Marker<'_> {
    /// The number of an item; that of a bullet is its own: `* 1)`.
    pub(super) fn number(&self) -> Option<u32> {
        match self.style {
            Style::Number(number) => Some(number),
            Style::Letters(_) => None,
            Style::Bullet(_) => {
                let is_sign = |letter: char| !letter.is_ascii_digit();
                self.written.trim_matches(is_sign).parse().ok()
            }
        }
    }
}

/// How the items of one list are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Bullet(char),
    Number(u32),
    /// A letter or a Roman number, in lower case or in capitals, followed by a sign.
    Letters(Letters),
}

/// Letters that may count: `b)` is the second letter, `ii.` the second Roman number, and `i.` may
/// be the ninth letter or the first Roman number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letters {
    pub(super) letter: Option<u32>,
    pub(super) roman: Option<u32>,
    /// Capitals, and the sign after them: letters of one list share both.
    pub(super) shape: (Case, char),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Lower,
    Capital,
}

/// Signs that begin an item also where no space follows: nothing else begins with them.
const CERTAIN: [char; 8] = ['•', '●', '▪', '■', '◦', '○', '➢', '✓'];
/// Signs that begin an item where a space follows.
const SPACED: [char; 7] = ['*', '-', '–', '—', '·', '+', 'o'];

/// The marker that the line begins with, if it may be one, and the words after it.
pub(super) fn marker(line: &str) -> Option<(Marker<'_>, &str)> {
    let found = bullet(line).or_else(|| counted(line))?;
    let (style, length) = found;
    let (written, words) = line.split_at_checked(length)?;
    let marker = Marker { written, style };
    Some((marker, words.trim()))
}

/// A bullet, with the number of its own that may follow it: `* 1)`.
fn bullet(line: &str) -> Option<(Style, usize)> {
    let bare = line.strip_prefix('\\').unwrap_or(line);
    let escape = line.len() - bare.len();
    let sign = bare.chars().next()?;
    let rest = bare.get(sign.len_utf8()..)?;
    let circled = ('①'..='⑳').contains(&sign);
    let spaced = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let glued = sign == '-' && rest.starts_with(|next: char| next.is_ascii_uppercase());
    let is_bullet = CERTAIN.contains(&sign)
        || circled
        || SPACED.contains(&sign) && spaced && (sign != 'o' || rest.len() > 1)
        || glued;
    if !is_bullet {
        return None;
    }
    let length = escape + sign.len_utf8();
    let gap = rest.len() - rest.trim_start().len();
    let own = number(rest.trim_start()).filter(|(_, own)| {
        let after = rest.trim_start().get(*own..).unwrap_or_default();
        after.starts_with(' ')
    });
    let own = own.map_or(0, |(_, own)| gap + own);
    let style = if circled {
        Style::Bullet('①')
    } else {
        Style::Bullet(sign)
    };
    Some((style, length + own))
}

fn counted(line: &str) -> Option<(Style, usize)> {
    if let Some((number, length)) = number(line) {
        return Some((Style::Number(number), length));
    }
    let (word, sign, length) = enclosed(line)?;
    let spaced = line.get(length..)?;
    if !(spaced.is_empty() || spaced.starts_with(char::is_whitespace)) {
        return None;
    }
    let letters = letters(word, sign)?;
    Some((Style::Letters(letters), length))
}

/// `3.`, `3\.`, `3)`, `(3)`; not `3.5`, and not a number of four digits.
fn number(line: &str) -> Option<(u32, usize)> {
    let (word, sign, length) = enclosed(line)?;
    if word.len() > 3 || !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let next = line.get(length..)?.chars().next();
    let decimal = next.is_some_and(|next| next.is_ascii_digit() || ".,-".contains(next));
    if decimal && sign != ')' || next == Some(',') {
        return None;
    }
    Some((word.parse().ok()?, length))
}

/// A word of letters and digits before a dot or a bracket, or in brackets; the sign, and the
/// length of all of it.
fn enclosed(line: &str) -> Option<(&str, char, usize)> {
    let bare = line.strip_prefix('\\').unwrap_or(line);
    let inside = bare.strip_prefix('(');
    let open = line.len() - inside.unwrap_or(line).len();
    let start = inside.unwrap_or(line);
    let end = start.find(|letter: char| !letter.is_ascii_alphanumeric())?;
    let (word, rest) = start.split_at_checked(end)?;
    let closing = rest.strip_prefix('\\').unwrap_or(rest);
    let sign = closing.chars().next().filter(|sign| ".)".contains(*sign))?;
    if word.is_empty() || inside.is_some() && sign != ')' {
        return None;
    }
    let length = open + word.len() + (rest.len() - closing.len()) + 1;
    Some((word, if inside.is_some() { '(' } else { sign }, length))
}

fn letters(word: &str, sign: char) -> Option<Letters> {
    let lower = word.bytes().all(|byte| byte.is_ascii_lowercase());
    let capital = word.bytes().all(|byte| byte.is_ascii_uppercase());
    let case = match (lower, capital) {
        (true, _) => Case::Lower,
        (_, true) => Case::Capital,
        _ => return None,
    };
    let word = word.to_ascii_lowercase();
    let letter = match word.as_bytes() {
        [one] => Some(u32::from(one - b'a') + 1),
        _ => None,
    };
    let roman = roman(&word);
    let shape = (case, sign);
    (letter.is_some() || roman.is_some()).then_some(Letters {
        letter,
        roman,
        shape,
    })
}

fn roman(word: &str) -> Option<u32> {
    const NUMBERS: [&str; 20] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv",
        "xv", "xvi", "xvii", "xviii", "xix", "xx",
    ];
    (1..)
        .zip(NUMBERS)
        .find(|(_, number)| *number == word)
        .map(|(value, _)| value)
}

impl Letters {
    /// Whether this begins a list, so far as it alone can tell.
    pub(super) fn is_first(self) -> bool {
        self.letter == Some(1) || self.roman == Some(1)
    }

    /// Whether this follows on the other directly.
    pub(super) fn follows(self, other: Self) -> bool {
        let next = |here: Option<u32>, there: Option<u32>| {
            here.zip(there)
                .is_some_and(|(here, there)| here == there + 1)
        };
        self.shape == other.shape
            && (next(self.letter, other.letter) || next(self.roman, other.roman))
    }
}
