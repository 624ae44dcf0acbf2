//! Breaks a text into lines: Chinese between characters, English between words. Only a picture
//! needs it, as browsers break lines by themselves; the two languages of the page need so few of
//! Unicode's rules that its tables would outweigh them.

use super::super::view::{JOINER, plain};

/// Marks that never begin a line.
const NEVER_FIRST: &str = "，。、；：？！）”’》％%·…,.;:?!)]";
/// Marks that never end a line.
const NEVER_LAST: &str = "（“‘《([";
/// Units of two characters: one alone would begin the next line.
const NEVER_PARTED: [(char, char); 3] = [('公', '斤'), ('周', '岁'), ('个', '月')];

/// The lines of a text, none wider than `width` by the measure given, without the word joiners that
/// kept them together. A word that is wider than a line is broken where it must be.
pub(super) fn wrap(text: &str, width: i32, width_of: &dyn Fn(&str) -> i32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let longer = [&line, piece].concat();
        if width_of(longer.trim_end()) <= width {
            line = longer;
            continue;
        }
        finish(&mut lines, &mut line);
        for character in piece.chars() {
            line.push(character);
            if width_of(line.trim_end()) > width && line.chars().nth(1).is_some() {
                line.pop();
                finish(&mut lines, &mut line);
                line.push(character);
            }
        }
    }
    finish(&mut lines, &mut line);
    lines
}

fn finish(lines: &mut Vec<String>, line: &mut String) {
    let whole = line.trim_matches(' ');
    if !whole.is_empty() {
        lines.push(plain(whole));
    }
    line.clear();
}

/// The pieces that a line is not broken within; a space stands at the end of its piece.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut before = None;
    for (place, character) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, character)) {
            let (piece, after) = rest.split_at(place - (text.len() - rest.len()));
            pieces.push(piece);
            rest = after;
        }
        before = Some(character);
    }
    pieces.push(rest);
    pieces
}

fn may_break(before: char, after: char) -> bool {
    if before == JOINER || after == JOINER {
        return false;
    }
    if NEVER_PARTED.contains(&(before, after)) {
        return false;
    }
    let is_among = |marks: &str, mark| marks.chars().any(|each| each == mark);
    if after == ' ' || is_among(NEVER_FIRST, after) || is_among(NEVER_LAST, before) {
        return false;
    }
    before == ' ' || is_wide(before) && after != '\u{a0}' || is_wide(after) && before != '\u{a0}'
}

/// Whether it is a Chinese character or mark.
fn is_wide(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
}

#[cfg(test)]
mod tests {
    use super::{plain, wrap};

    /// Every character ten wide, but for joiners.
    fn lines(text: &str, width: i32) -> Vec<String> {
        wrap(text, width, &|text| {
            i32::try_from(plain(text).chars().count()).unwrap_or(i32::MAX) * 10
        })
    }

    #[test]
    fn english_breaks_between_words_and_chinese_between_characters() {
        assert_eq!(lines("one two three", 70), ["one two", "three"]);
        assert_eq!(lines("一二三四五", 30), ["一二三", "四五"]);
        assert_eq!(lines("查CLL-1了", 60), ["查CLL-1", "了"]);
    }

    #[test]
    fn marks_stay_with_what_they_belong_to() {
        assert_eq!(lines("一二三，四（五", 30), ["一二", "三，四", "（五"]);
        assert_eq!(lines("至少 50%。", 50), ["至少", "50%。"]);
    }

    #[test]
    fn a_number_stays_with_its_unit() {
        assert_eq!(lines("满 10\u{a0}公斤", 60), ["满", "10\u{a0}公斤"]);
        assert_eq!(lines("a 10\u{a0}kg", 60), ["a", "10\u{a0}kg"]);
    }

    #[test]
    fn a_date_stays_together() {
        let date = "在2026\u{2060}年\u{2060}1\u{2060}月\u{2060}13\u{2060}日更新";
        assert_eq!(lines(date, 100), ["在", "2026年1月13日", "更新"]);
    }

    #[test]
    fn a_word_that_no_line_holds_is_broken() {
        assert_eq!(lines("abcdefgh ij", 30), ["abc", "def", "gh", "ij"]);
        assert_eq!(lines("", 30), [""; 0]);
    }
}
