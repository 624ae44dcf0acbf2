//! What the words of a line without a marker are for: a lead-in, a title, a note. What is none of
//! these, below a heading, is a criterion: it is safer to show a note than to lose a criterion.

/// A title has no more words than this.
const LONGEST_TITLE: usize = 8;

/// Whether the words wait for what follows.
pub(super) fn ends_open(words: &str) -> bool {
    words.ends_with([':', '：'])
}

/// Whether the words give examples of what stands before them, or say what it is.
pub(super) fn gives_examples(words: &str) -> bool {
    const STARTS: [&str; 9] = [
        "example",
        "for example",
        "e.g.",
        "i.e.",
        "such as",
        "including",
        "these include",
        "this includes",
        "where ",
    ];
    let lower = words.trim_start_matches('(').to_ascii_lowercase();
    STARTS.iter().any(|start| lower.starts_with(start))
}

/// Whether the words are about the criteria and are none themselves.
pub(super) fn speaks_of_lists(words: &str) -> bool {
    let start = words.get(..4).unwrap_or_default();
    let lower = words.to_ascii_lowercase();
    let mut names = lower.split(|letter: char| !letter.is_ascii_alphabetic());
    start.eq_ignore_ascii_case("note")
        || lower.contains("not intended to contain all considerations")
        || names.any(|word| word == "criteria")
}

/// Whether the words can be the title of the list below them.
pub(super) fn is_title(words: &str) -> bool {
    let comparison = words.contains(['<', '>', '≥', '≤', '=']);
    words.split_whitespace().count() <= LONGEST_TITLE && !words.ends_with(['.', ';']) && !comparison
}

/// Whether the words can be the name of those whom a lead-in is about: a title without a number.
pub(super) fn is_name(words: &str) -> bool {
    is_title(words) && !words.contains(|letter: char| letter.is_ascii_digit())
}

/// Whether the words say nothing by themselves: `OR` between two lists, or a marker alone.
pub(super) fn says_nothing(words: &str) -> bool {
    const LONGEST_MARKER: usize = 3;
    ["or", "and", "and/or"]
        .iter()
        .any(|word| words.eq_ignore_ascii_case(word))
        || words.len() <= LONGEST_MARKER && words.ends_with(['.', ')'])
}
