//! Medical words: each of `terms.toml` stands beside one of its plain explanations on the same
//! screen, the papers of the hospital are named as they are called there, and Latin letters in
//! Chinese come with a Chinese name.

use crate::shown::Shown;
use prescreen::page::content::Language;
use serde::Deserialize;
use std::sync::OnceLock;

/// A word as it stands on hospital papers.
#[derive(Deserialize)]
pub(crate) struct Term {
    /// How it is written in English.
    #[serde(default)]
    pub(crate) en: Vec<String>,
    /// How it is written in Chinese, and in Latin letters within Chinese.
    #[serde(default)]
    pub(crate) zh: Vec<String>,
    /// The explanations, one of which has to stand on the same screen; empty where none is needed.
    #[serde(default)]
    pub(crate) plain_en: Vec<String>,
    #[serde(default)]
    pub(crate) plain_zh: Vec<String>,
}

impl Term {
    fn written(&self, language: Language) -> &[String] {
        match language {
            Language::En => &self.en,
            Language::ZhHans => &self.zh,
        }
    }

    fn plain(&self, language: Language) -> &[String] {
        match language {
            Language::En => &self.plain_en,
            Language::ZhHans => &self.plain_zh,
        }
    }
}

/// All of `terms.toml`.
#[derive(Deserialize)]
pub(crate) struct Terms {
    /// Words that are explained wherever they stand.
    pub(crate) term: Vec<Term>,
    /// Words that every family in this illness hears daily.
    pub(crate) known: Vec<Term>,
    /// Names, of which nothing has to be understood.
    pub(crate) name: Vec<Term>,
    /// The papers, and what stands for a paper where none holds the answer.
    pub(crate) source: Vec<Term>,
}

/// The terms as they are written.
pub(crate) fn terms() -> &'static Terms {
    static TERMS: OnceLock<Terms> = OnceLock::new();
    TERMS.get_or_init(|| toml::from_str(include_str!("terms.toml")).expect("the terms read"))
}

/// What an answer echoes, and the list for the study team: their terms were explained where they
/// were chosen, or are for people who use them daily.
pub(crate) const ECHOES: [&str; 7] = [
    "given",
    "short",
    "sheet",
    "on-paper",
    "build",
    "short-sheet",
    "as-text",
];

/// The words of a screen in which terms have to be explained.
pub(crate) fn explained_part(shown: &Shown) -> String {
    let blocks = shown.blocks.iter();
    // A name, a number or an address to write to explains nothing and needs no explanation.
    let blocks = blocks.filter(|each| !each.is_in(&ECHOES) && !each.is_in(&["reach"]));
    let words: Vec<_> = blocks.map(|each| &*each.words).collect();
    words.join("\n")
}

/// The terms that stand in the words without an explanation.
pub(crate) fn unexplained(words: &str, language: Language) -> Vec<String> {
    let words = words.replace('\u{2060}', "");
    let terms = terms().term.iter();
    let unexplained = terms.filter_map(|term| {
        let written = term.written(language).iter();
        let found = written
            .into_iter()
            .find(|each| holds(&words, each, language))?;
        let mut plain = term.plain(language).iter();
        let explained = plain.any(|each| words.to_lowercase().contains(&each.to_lowercase()));
        (!explained).then(|| format!("not explained: {found}"))
    });
    unexplained.collect()
}

/// The forms of terms that stand nowhere in the words: either the list is out of date, or a word was
/// simplified away by which a family finds the line on its paper.
pub(crate) fn unused(words: &str, language: Language) -> Vec<String> {
    let words = words.replace('\u{2060}', "");
    let forms = terms().term.iter().chain(&terms().source);
    let forms = forms.flat_map(|term| term.written(language));
    let unused = forms.filter(|form| !holds(&words, form, language));
    unused.map(|form| format!("nowhere: {form}")).collect()
}

/// Whether a text holds a term: as whole words where it has letters.
fn holds(text: &str, term: &str, language: Language) -> bool {
    let (text, term) = match language {
        // A capital tells ALL from all.
        Language::En if term.chars().filter(|c| c.is_uppercase()).count() < 2 => {
            (text.to_lowercase(), term.to_lowercase())
        }
        _ => (text.to_owned(), term.to_owned()),
    };
    text.match_indices(&term).any(|(place, _)| {
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let inner = |edge: Option<char>| edge.is_some_and(|c| c.is_ascii_alphanumeric());
        let before = text[..place].chars().last();
        let after = text[place + term.len()..].strip_prefix('s');
        let after = after.unwrap_or(&text[place + term.len()..]).chars().next();
        !(letter(before) && inner(term.chars().next())
            || letter(after) && inner(term.chars().last()))
    })
}

/// The words of Latin letters in Chinese for which no Chinese name, and no explanation, is there.
pub(crate) fn nameless(words: &str) -> Vec<String> {
    let words = words.replace('\u{2060}', "");
    let mut said = Vec::new();
    for run in latin(&words) {
        let terms = terms();
        let all = terms.term.iter().chain(&terms.known).chain(&terms.name);
        let mut own = all.filter(|term| term.zh.iter().any(|each| latin(each).contains(&run)));
        let named = own.any(|term| {
            let chinese = |each: &&String| !each.is_ascii();
            let names: Vec<_> = term.zh.iter().filter(chinese).collect();
            let stands = |each: &String| words.contains(each.as_str());
            term.plain_zh.iter().any(stands)
                || names.into_iter().any(stands)
                || term.zh.iter().all(String::is_empty)
                || terms.name.iter().any(|name| std::ptr::eq(name, term))
        });
        if !named && !said.iter().any(|each: &String| each.ends_with(&run)) {
            said.push(format!("no Chinese name beside {run}"));
        }
    }
    said
}

/// The runs of Latin letters, of two letters and more, with what a hyphen joins to them.
fn latin(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let runs = runs.map(|run| run.trim_matches('-'));
    let runs = runs.filter(|run| run.chars().filter(char::is_ascii_alphabetic).count() > 1);
    runs.map(str::to_owned).collect()
}

/// That no paper is named in which the answer stands.
pub(crate) fn no_source(words: &str, language: Language) -> Vec<String> {
    let mut sources = terms()
        .source
        .iter()
        .flat_map(|source| source.written(language));
    let named = sources.any(|source| words.to_lowercase().contains(&source.to_lowercase()));
    let said = (!named).then(|| "no paper is named that holds the answer".to_owned());
    said.into_iter().collect()
}

/// Characters that only medicine uses here, outside every term and every word that families know.
pub(crate) fn unlisted(words: &str) -> Vec<String> {
    let mut rest = words.replace('\u{2060}', "");
    let terms = terms();
    let all = terms
        .term
        .iter()
        .chain(&terms.known)
        .chain(&terms.name)
        .chain(&terms.source);
    let mut known: Vec<&String> = all
        .flat_map(|term| term.zh.iter().chain(&term.plain_zh))
        .collect();
    known.sort_by_key(|word| std::cmp::Reverse(word.len()));
    for word in known {
        rest = rest.replace(word.as_str(), "□");
    }
    let medical = "症炎癌瘤髓疗胞栓疹腺肝肾肺酶菌毒肿脑脊疫植染癫溶";
    let letters: Vec<char> = rest.chars().collect();
    let places = (0..letters.len()).filter(|place| medical.contains(letters[*place]));
    let around = places.map(|place| {
        let from = place.saturating_sub(3);
        letters[from..letters.len().min(place + 4)]
            .iter()
            .collect::<String>()
    });
    around
        .map(|around| format!("a medical word on no list: {around}"))
        .collect()
}
