//! Finding the words by which a text is known to speak of something. An English sign is a whole
//! word or several, a star at its end stands for any ending; a Chinese sign is a part of the text.

use std::ops::Range;

/// Every place of a sign in a text; upper and lower case are the same.
pub(crate) fn places(text: &str, sign: &str) -> Vec<Range<usize>> {
    let stem = sign.trim_end_matches('*');
    let lower = text.to_ascii_lowercase();
    let letter = |found: Option<char>| found.is_some_and(|found| found.is_ascii_alphabetic());
    let whole = |at: &usize| {
        let (before, after) = (lower.get(..*at), lower.get(at + stem.len()..));
        let joined = |sign: Option<char>, text: Option<char>| letter(sign) && letter(text);
        let begins = !joined(
            stem.chars().next(),
            before.and_then(|text| text.chars().next_back()),
        );
        let ends = !joined(
            stem.chars().next_back(),
            after.and_then(|text| text.chars().next()),
        );
        begins && (ends || stem != sign)
    };
    let found = lower.match_indices(stem).map(|(at, _)| at);
    found.filter(whole).map(|at| at..at + stem.len()).collect()
}
