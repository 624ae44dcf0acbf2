//! Reading one `[[criterion]]` of a trial file: the definition that the engine checks, and its
//! words. Whether the words suit the rule is not checked here.

use super::diagnostic::Log;
use super::document::{Keys, Table};
use super::fact_file::origin;
use super::form::FormMistake;
use super::rule_file::RuleFile;
use crate::engine::{CriterionDefinition, Origin, Polarity};
use crate::page::content::{Change, CriterionWords, LeftToPeople, Role};
use std::ops::Range;
use toml::Spanned;

/// A criterion as it stands in the file.
pub(crate) struct CriterionFile {
    pub(crate) id: Option<Spanned<String>>,
    pub(crate) polarity: Option<Spanned<Polarity>>,
    pub(crate) text: Option<Spanned<String>>,
    pub(crate) rule: RuleFile,
    pub(crate) applies_when: RuleFile,
    /// Where `soft`, the reason, stands.
    pub(crate) soft: Option<Range<usize>>,
    /// Where each of the words stands that not every criterion has.
    pub(crate) places: Vec<(&'static str, Range<usize>)>,
    pub(crate) readings: Vec<Spanned<String>>,
    /// The role of each of its people, and where it stands.
    pub(crate) people: Vec<Spanned<Role>>,
    pub(crate) words: CriterionWords,
    /// Whether it, or one of its people, has keys that nobody knows.
    pub(crate) keys: Keys,
}

/// Inclusion or exclusion, by their names.
pub(crate) const POLARITIES: [(&str, Polarity); 2] = [
    ("inclusion", Polarity::Inclusion),
    ("exclusion", Polarity::Exclusion),
];

/// What could change a finding, by its name.
pub(crate) const CHANGES: [(&str, Change); 8] = [
    ("time", Change::Time),
    ("growth", Change::Growth),
    ("course_of_illness", Change::CourseOfIllness),
    ("new_test", Change::NewTest),
    ("recovery", Change::Recovery),
    ("treatment", Change::Treatment),
    ("plans", Change::Plans),
    ("nothing", Change::Nothing),
];

/// Who settles something, by their names.
pub(crate) const ROLES: [(&str, Role); 2] = [("doctor", Role::Doctor), ("team", Role::Team)];

/// The keys that not every criterion has.
const PLACES: [&str; 6] = ["good", "bad", "open", "stated", "could_change", "roles"];

/// The oldest age that a text can be shown from.
pub(crate) const OLDEST: u16 = 130;

/// Reads one `[[criterion]]`.
pub(crate) fn read_criterion(mut table: Table<'_>, log: &mut Log) -> CriterionFile {
    let polarity = table.require("kind", log);
    let places = PLACES
        .into_iter()
        .filter_map(|key| Some((key, table.get(key)?.range())));
    let places = places.collect();
    let mut people = People {
        roles: Vec::new(),
        keys: Keys::Known,
    };
    let criterion = CriterionFile {
        id: table.text("id", log),
        polarity: polarity.and_then(|value| value.word(&POLARITIES, log)),
        text: table.text("text", log),
        rule: RuleFile::read("rule", &mut table, log),
        applies_when: RuleFile::read("applies_when", &mut table, log),
        soft: table.text_if_any("soft", log).map(|reason| reason.span()),
        places,
        readings: read_readings(&mut table, log),
        words: read_words(&mut table, &mut people, log),
        people: people.roles,
        keys: people.keys,
    };
    match table.close(log) {
        Keys::Known => criterion,
        Keys::Unknown => CriterionFile {
            keys: Keys::Unknown,
            ..criterion
        },
    }
}

/// What is told of the people of a criterion beside their words.
struct People {
    roles: Vec<Spanned<Role>>,
    keys: Keys,
}

fn read_words(table: &mut Table<'_>, people: &mut People, log: &mut Log) -> CriterionWords {
    table.require("roles", log);
    CriterionWords {
        text: String::new(),
        plain: table.words("plain", log),
        good: table.words_if_any("good", log),
        bad: table.words_if_any("bad", log),
        open: table.words_if_any("open", log),
        stated: table.words_if_any("stated", log),
        could_change: read_names("could_change", "change", &CHANGES, table, log),
        roles: read_names("roles", "role", &ROLES, table, log),
        people: read_people(table, people, log),
    }
}

fn read_names<T: Copy + PartialEq>(
    key: &'static str,
    what: &'static str,
    vocabulary: &[(&'static str, T)],
    table: &mut Table<'_>,
    log: &mut Log,
) -> Vec<T> {
    let items = table.get(key).map_or(Vec::new(), |value| value.items(log));
    let mut names = Vec::new();
    for item in items {
        let Some(name) = item.word(vocabulary, log) else {
            continue;
        };
        let meaning = *name.get_ref();
        if names.contains(&meaning) {
            let word = vocabulary.iter().find(|(_, known)| *known == meaning);
            let word = word.map_or("", |(word, _)| word).to_owned();
            log.error(name.span(), FormMistake::Repeated { what, name: word });
        }
        names.push(meaning);
    }
    names
}

fn read_people(table: &mut Table<'_>, people: &mut People, log: &mut Log) -> Vec<LeftToPeople> {
    let tables = table.tables("people", log).into_iter();
    let read = |mut table: Table<'_>| {
        let role = table
            .require("role", log)
            .and_then(|value| value.word(&ROLES, log));
        let words = table.words("words", log);
        let from_age = table.get("from_age");
        let from_age = from_age.and_then(|value| value.whole_number(OLDEST, log));
        if table.close(log) == Keys::Unknown {
            people.keys = Keys::Unknown;
        }
        people.roles.extend(role.clone());
        Some(LeftToPeople {
            role: role?.into_inner(),
            words,
            from_age,
        })
    };
    tables.filter_map(read).collect()
}

/// The words of the text that the readings are about.
fn read_readings(table: &mut Table<'_>, log: &mut Log) -> Vec<Spanned<String>> {
    let tables = table.tables("reading", log).into_iter();
    let read = |mut table: Table<'_>| {
        let of = table.text("of", log);
        table.text("as", log);
        table.text("because", log);
        table.close(log);
        of
    };
    tables.filter_map(read).collect()
}

impl CriterionFile {
    /// What the engine checks.
    pub(crate) fn definition(&self) -> Option<CriterionDefinition> {
        let (id, polarity) = (self.id.as_ref()?, self.polarity.as_ref()?);
        let rule = self.rule.rule().cloned();
        // A rule that cannot be read is said already; the engine need not say that it is missing.
        let lost = rule.is_none() && self.rule.is_there();
        let applies_when = self.applies_when.rule().filter(|_| !lost).cloned();
        Some(CriterionDefinition {
            id: id.get_ref().clone(),
            polarity: *polarity.get_ref(),
            soft: self.soft.is_some(),
            rule,
            applies_when,
            origin: self.origin(),
        })
    }

    /// Whether its rules could be read, if it has any.
    pub(crate) fn is_whole(&self) -> bool {
        let mut rules = [&self.rule, &self.applies_when].into_iter();
        !rules.any(|rule| matches!(rule, RuleFile::Broken(_)))
    }

    fn origin(&self) -> Origin {
        self.id
            .as_ref()
            .map(|id| origin(id.span()))
            .unwrap_or_default()
    }

    /// Where one of the words stands, if it does.
    pub(crate) fn place(&self, key: &str) -> Option<Range<usize>> {
        let mut places = self.places.iter();
        places
            .find(|(name, _)| *name == key)
            .map(|(_, range)| range.clone())
    }
}
