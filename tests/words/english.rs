//! How hard English is to read: words a sentence and the Flesch-Kincaid grade, on our own count of
//! syllables (`syllables.toml` is its table), and long words that are on no list.
//!
//! A number is one syllable. A word of `terms.toml` or a name counts as two at most: it has to stay
//! as it is on hospital papers, and its explanation stands on the same screen, where it counts in
//! full. [`Count::Raw`] is the same without this rule.

use crate::terms::terms;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::OnceLock;

/// The longest sentence, in words.
pub(crate) const LONGEST_SENTENCE: usize = 20;
/// The highest grade of a question, and of its whole screen.
pub(crate) const QUESTION_GRADE: f64 = 6.0;
/// The highest grade of anything else.
pub(crate) const GRADE: f64 = 8.0;
/// From how many words on a text is graded: the formula says nothing of two or three.
pub(crate) const GRADED_FROM: usize = 4;

/// Whether terms and names are counted by the rule above.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Count {
    Terms,
    Raw,
}

/// The sentences of a text. A line, and `.`, `?` and `!` before a space end one; a colon does not.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    for line in text.lines() {
        let mut start = 0;
        for (place, mark) in line.char_indices() {
            let end = place + mark.len_utf8();
            let after = line[end..].trim_start_matches(['”', '’', ')']);
            if ".?!".contains(mark) && (after.is_empty() || after.starts_with([' ', '\u{a0}'])) {
                sentences.push(&line[start..end]);
                start = end;
            }
        }
        sentences.push(&line[start..]);
    }
    sentences.retain(|sentence| !words(sentence).is_empty());
    sentences
}

/// The words of a text: a number, and what a hyphen joins, is one.
pub(crate) fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| c.is_whitespace() || c == '\u{a0}' || "/…—".contains(c));
    let words = words.map(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.replace(['\u{2060}', '’', '\''], "")
    });
    words.filter(|word| !word.is_empty()).collect()
}

/// The syllables of a word.
pub(crate) fn syllables(word: &str, count: Count) -> usize {
    let parts = word.split(['-', '‑', '.', ',', '%', ':']);
    let raw: usize = parts.filter(|part| !part.is_empty()).map(of_part).sum();
    let known = count == Count::Terms && is_term(word);
    if known { raw.min(2) } else { raw.max(1) }
}

fn of_part(part: &str) -> usize {
    if part.chars().any(|c| c.is_ascii_digit()) {
        return 1;
    }
    let capitals = part.chars().filter(|c| c.is_uppercase()).count();
    if capitals > 1 || part.len() == 1 {
        return part.chars().count();
    }
    let lower = part.to_lowercase();
    let exceptions = table("exceptions");
    if let Some(count) = exceptions.get(&lower).and_then(toml::Value::as_integer) {
        return usize::try_from(count).expect("a count");
    }
    by_vowels(&lower)
}

/// Groups of vowels, without the silent endings, and with the groups that are two.
fn by_vowels(word: &str) -> usize {
    let is_vowel = |c: char| "aeiouy".contains(c);
    let letters: Vec<char> = word.chars().collect();
    let starts =
        |place: usize| is_vowel(letters[place]) && (place == 0 || !is_vowel(letters[place - 1]));
    let mut count = (0..letters.len()).filter(|place| starts(*place)).count();
    let before_end = |end: &str| word.strip_suffix(end).and_then(|rest| rest.chars().last());
    let silent = match (before_end("e"), before_end("es"), before_end("ed")) {
        (Some(last), _, _) => {
            let syllabic = last == 'l' && !is_vowel(letters[letters.len().saturating_sub(3)]);
            !is_vowel(last) && !syllabic
        }
        (_, Some(last), _) => !is_vowel(last) && !"scxzgh".contains(last),
        (_, _, Some(last)) => !is_vowel(last) && !"td".contains(last),
        _ => false,
    };
    count -= usize::from(silent && count > 1);
    for two in ["ia", "io", "iu", "iet", "ua", "eing"] {
        count += word.matches(two).count();
    }
    for one in ["tion", "sion", "cial", "tial", "cious", "qua", "gua"] {
        count = count.saturating_sub(word.matches(one).count());
    }
    count.max(1)
}

fn table(name: &str) -> &'static toml::Table {
    static SYLLABLES: OnceLock<toml::Table> = OnceLock::new();
    let file = SYLLABLES.get_or_init(|| {
        let read = include_str!("syllables.toml").parse();
        read.expect("the syllables read")
    });
    file[name].as_table().expect("a table")
}

/// The words of all terms and names, by which they are recognized.
fn is_term(word: &str) -> bool {
    static WORDS: OnceLock<BTreeSet<String>> = OnceLock::new();
    let all = WORDS.get_or_init(|| {
        let terms = terms();
        let names = terms.term.iter().chain(&terms.known).chain(&terms.name);
        let names = names.flat_map(|term| &term.en);
        names
            .flat_map(|name| words(name))
            .map(|word| word.to_lowercase())
            .collect()
    });
    let word = word.to_lowercase();
    all.contains(&word) || all.contains(word.trim_end_matches('s'))
}

/// The Flesch-Kincaid grade of a text.
pub(crate) fn grade(text: &str, count: Count) -> f64 {
    let words = words(text);
    let syllables: usize = words.iter().map(|word| syllables(word, count)).sum();
    let number = |count: usize| f64::from(u32::try_from(count.max(1)).expect("few"));
    let per_sentence = number(words.len()) / number(sentences(text).len());
    0.39 * per_sentence + 11.8 * number(syllables) / number(words.len()) - 15.59
}

/// The sentences that are too long.
pub(crate) fn long_sentences(text: &str) -> Vec<String> {
    let counted = sentences(text)
        .into_iter()
        .map(|each| (words(each).len(), each.trim()));
    let long = counted.filter(|(count, _)| *count > LONGEST_SENTENCE);
    long.map(|(count, each)| format!("{count} words: {each}"))
        .collect()
}

/// That a text is too hard.
pub(crate) fn too_hard(text: &str, limit: f64) -> Vec<String> {
    let grade = grade(text, Count::Terms);
    let graded = words(text).len() >= GRADED_FROM;
    let said = (graded && grade > limit).then(|| format!("grade {grade:.1}: {text}"));
    said.into_iter().collect()
}

/// The words of three syllables and more that are neither a term nor on the list of everyday words.
pub(crate) fn unusual(text: &str) -> Vec<String> {
    let everyday = include_str!("everyday.txt");
    let mut unusual: Vec<_> = words(text).into_iter().collect();
    unusual.retain(|word| {
        let lower = word.to_lowercase();
        syllables(word, Count::Raw) > 2
            && !is_term(word)
            && !everyday.split_whitespace().any(|each| each == lower)
    });
    unusual
        .iter()
        .map(|word| format!("a long word: {word}"))
        .collect()
}

/// Compares the count of syllables with the table.
pub(crate) fn check_syllables() {
    let mut wrong = String::new();
    for (count, words) in table("counted") {
        for word in words.as_array().expect("words") {
            let word = word.as_str().expect("a word");
            let counted = syllables(word, Count::Raw);
            if counted.to_string() != *count {
                writeln!(wrong, "{word}: {counted}, not {count}").expect("it is written");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
