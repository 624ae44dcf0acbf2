//! How hard Chinese is to read: characters a sentence and a clause, clauses a sentence, 的 after 的,
//! 被 and double negation.
//!
//! A sentence ends at 。？！ or with its line, a clause at ，；： too. A list joined by 、 is one clause;
//! each of its members is held to the length of a clause, where a number or a Latin word counts as one
//! character, as Chinese counts. In questions and sentences every letter, figure and sign counts.
//! Brackets explain a word, so a length is taken without them, and what stands in them is a clause of
//! its own.

/// The longest question, sentence and clause, in characters.
pub(crate) const LONGEST_QUESTION: usize = 25;
pub(crate) const LONGEST_SENTENCE: usize = 30;
pub(crate) const LONGEST_CLAUSE: usize = 15;
/// The most clauses in a sentence.
pub(crate) const MOST_CLAUSES: usize = 3;
/// The most 的 in a clause.
pub(crate) const MOST_DE: usize = 2;

/// The words of a text as Chinese counts them (字数): each character, and each number or word of Latin
/// letters as one.
fn count(text: &str) -> usize {
    let mut count = 0;
    let mut in_latin = false;
    for letter in text.chars().filter(|c| *c != '\u{2060}') {
        let latin = letter.is_ascii_alphanumeric() || in_latin && "-.".contains(letter);
        count += usize::from(letter.is_alphabetic() && !latin || latin && !in_latin);
        in_latin = latin;
    }
    count
}

/// The characters of a text, without spaces.
pub(crate) fn length(text: &str) -> usize {
    let shown = |c: &char| !c.is_whitespace() && !['\u{a0}', '\u{2060}'].contains(c);
    text.chars().filter(shown).count()
}

/// The sentences of a text.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let sentences = text.split_inclusive(['。', '？', '！', '\n']);
    let sentences = sentences.map(|each| each.trim_matches(['”', '\n', ' ']));
    sentences.filter(|each| length(each) > 1).collect()
}

/// A text without what stands in brackets, and what stood in them.
fn brackets(text: &str) -> (String, Vec<String>) {
    let mut outside = String::new();
    let mut inside = Vec::new();
    for letter in text.chars() {
        match letter {
            '（' => inside.push(String::new()),
            '）' => outside.push('\u{2060}'),
            _ if inside.len() > outside.matches('\u{2060}').count() => {
                inside.last_mut().expect("it is open").push(letter);
            }
            '\u{2060}' => {}
            _ => outside.push(letter),
        }
    }
    (outside.replace('\u{2060}', ""), inside)
}

fn clauses(text: &str) -> Vec<&str> {
    let clauses = text.split(['，', '；', '：', '。', '？', '！']);
    clauses
        .filter(|each| length(each.trim_matches('”')) > 0)
        .collect()
}

/// The sentences that are longer than this.
pub(crate) fn long_sentences(text: &str, limit: usize) -> Vec<String> {
    let counted = sentences(text)
        .into_iter()
        .map(|each| (length(&brackets(each).0), each));
    let long = counted.filter(|(count, _)| *count > limit);
    long.map(|(count, each)| format!("{count} characters: {each}"))
        .collect()
}

/// The clauses that are too long, and the sentences with too many.
pub(crate) fn hard_clauses(text: &str) -> Vec<String> {
    let mut said = Vec::new();
    for sentence in sentences(text) {
        let (outside, mut parts) = brackets(sentence);
        let several = clauses(&outside).len();
        if several > MOST_CLAUSES {
            said.push(format!("{several} clauses: {sentence}"));
        }
        parts.push(outside);
        for part in parts.iter().flat_map(|part| clauses(part)) {
            let members = part.split('、').map(|member| (count(member), member));
            let long = members.filter(|(count, _)| *count > LONGEST_CLAUSE);
            said.extend(
                long.map(|(count, each)| format!("{count} characters in a clause: {each}")),
            );
        }
    }
    said
}

/// 的 after 的, 被, and a double negation.
pub(crate) fn knots(text: &str) -> Vec<String> {
    let mut said = Vec::new();
    let (outside, mut parts) = brackets(text);
    parts.push(outside);
    for clause in parts.iter().flat_map(|part| clauses(part)) {
        let count = clause.replace("目的", "").matches('的').count();
        if count > MOST_DE {
            said.push(format!("{count} 的: {clause}"));
        }
        if clause.contains('被') {
            said.push(format!("被: {clause}"));
        }
        let plain = without_alternatives(clause);
        let negations = ["不", "没", "非", "无"].map(|no| plain.matches(no).count());
        if negations.iter().sum::<usize>() > 1 && !clause.contains('、') {
            said.push(format!("a double negation: {clause}"));
        }
    }
    said
}

/// A clause without its questions of the form 能不能, and without words that hold a negation and
/// deny nothing.
fn without_alternatives(clause: &str) -> String {
    let mut letters: Vec<char> = clause.chars().collect();
    while let Some(place) = letters.windows(3).position(|three| {
        three[0] == three[2] && three[1] == '不' || three[..] == ['有', '没', '有']
    }) {
        letters.drain(place..=place + 1);
    }
    let mut plain: String = letters.iter().collect();
    // What is quoted is the name of an answer.
    while let Some((before, after)) = plain.split_once('“') {
        let rest = after.split_once('”').map_or("", |(_, rest)| rest);
        plain = format!("{before}{rest}");
    }
    plain.replace("无关供者", "")
}
