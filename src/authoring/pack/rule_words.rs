//! A rule in plain words, in both languages: made from the rule itself, so that it cannot say
//! another thing. It judges nothing; whoever reads a rule in the pack reads it here.

use super::draw::{Said, said, words};
use super::written::plain;
use crate::engine::{Fact, FactIndex, Kind};
use crate::page::content::{Content, Language, Words};
use crate::page::phrase::Phrase;
use toml::{Table, Value};

/// A rule in words.
pub(super) enum RuleWords {
    /// One comparison, and why some answers leave it open.
    Line(Words, Option<String>),
    /// Several rules, and how they go together.
    Group(Said, Vec<RuleWords>),
}

const ALL: Said = said("以下各项都成立：", "All of these hold:");
const ANY: Said = said("以下至少有一项成立：", "At least one of these holds:");
const NOT: Said = said("以下不成立：", "This does not hold:");
const IF: Said = said("如果：", "If:");
const THEN: Said = said("那么看：", "then:");
const ELSE: Said = said("否则看：", "otherwise:");

/// Says a rule.
pub(super) fn rule_words(rule: &Value, content: &Content) -> RuleWords {
    let Some(table) = rule.as_table() else {
        return RuleWords::Line(words("", ""), None);
    };
    let group = |lead, key: &str| {
        let part = table.get(key)?;
        let parts = match part.as_array() {
            Some(parts) => parts.iter().collect(),
            None => vec![part],
        };
        let parts = parts.iter().map(|part| rule_words(part, content));
        Some(RuleWords::Group(lead, parts.collect()))
    };
    if table.contains_key("if") {
        let parts = [(IF, "if"), (THEN, "then"), (ELSE, "else")];
        let parts = parts.iter().filter_map(|(lead, key)| group(*lead, key));
        return RuleWords::Group(said("", ""), parts.collect());
    }
    group(ALL, "all")
        .or_else(|| group(ANY, "any"))
        .or_else(|| group(NOT, "not"))
        .unwrap_or_else(|| comparison(table, content))
}

fn comparison(table: &Table, content: &Content) -> RuleWords {
    let id = table
        .get("fact")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let compared = Compared {
        table,
        content,
        fact: content.trial.fact_index(id),
        id,
    };
    let line = words(
        compared.words(Language::ZhHans),
        compared.words(Language::En),
    );
    let reason = table.get("reason").and_then(Value::as_str);
    RuleWords::Line(line, reason.map(str::to_owned))
}

/// A comparison with the fact that it is about.
struct Compared<'a> {
    table: &'a Table,
    content: &'a Content,
    fact: Option<FactIndex>,
    id: &'a str,
}

impl Compared<'_> {
    fn words(&self, language: Language) -> String {
        let name = fact_name(self.content, self.id, language);
        let tests = [
            self.values("is", language),
            self.values("has", language),
            self.age(language),
            self.end("at_least", language),
            self.end("below", language),
            self.ago("within", language),
            self.ago("longer_ago_than", language),
        ];
        let tests: Vec<_> = tests.into_iter().flatten().collect();
        let unclear = self.unclear(language);
        match language {
            Language::ZhHans => format!("“{name}”{}{unclear}", tests.join("，")),
            Language::En => format!("“{name}” {}{unclear}", tests.join(" and ")),
        }
    }

    fn labels(&self, key: &str, language: Language) -> Option<Vec<String>> {
        let values = self.table.get(key)?.as_array()?.iter();
        let label = |value| self.label(&plain(value), language);
        Some(values.map(|value| format!("“{}”", label(value))).collect())
    }

    fn label(&self, value: &str, language: Language) -> String {
        let label = self
            .fact
            .and_then(|fact| label(self.content, fact, value, language));
        label.unwrap_or_else(|| value.to_owned())
    }

    fn values(&self, key: &str, language: Language) -> Option<String> {
        let labels = self.labels(key, language)?;
        let one = labels.len() == 1;
        Some(match (key, one, language) {
            ("is", true, Language::ZhHans) => format!("是{}", labels.concat()),
            ("is", true, Language::En) => format!("is {}", labels.concat()),
            ("is", false, Language::ZhHans) => format!("是以下之一：{}", labels.join("、")),
            ("is", false, Language::En) => format!("is one of {}", labels.join(", ")),
            (_, _, Language::ZhHans) => format!("包括以下至少一项：{}", labels.join("、")),
            (_, _, Language::En) => format!("includes at least one of {}", labels.join(", ")),
        })
    }

    fn unclear(&self, language: Language) -> String {
        let labels = self.labels("unclear", language).unwrap_or_default();
        match language {
            _ if labels.is_empty() => String::new(),
            Language::ZhHans => format!(
                "；回答{}时，登记的文字没有说清，结果为“还不清楚”",
                labels.join("、")
            ),
            Language::En => format!(
                "; for {} the registry’s words do not decide, and it stays open",
                labels.join(", ")
            ),
        }
    }

    fn end(&self, key: &str, language: Language) -> Option<String> {
        let end = self.table.get(key)?;
        let end = match end.as_table() {
            Some(amount) => format!("{} {}", text(amount, "value"), text(amount, "unit")),
            None => end.as_str().unwrap_or_default().to_owned(),
        };
        Some(match (key, language) {
            ("at_least", Language::ZhHans) => format!("不低于 {end}"),
            ("at_least", Language::En) => format!("is at least {end}"),
            (_, Language::ZhHans) => format!("低于 {end}"),
            (_, Language::En) => format!("is below {end}"),
        })
    }

    fn age(&self, language: Language) -> Option<String> {
        let age = self.table.get("age")?.as_table()?;
        let unit = text(age, "unit");
        let ends = ["at_least", "below"].map(|key| {
            age.contains_key(key)
                .then(|| length(&text(age, key), &unit, language, Counted::Age))
        });
        let [least, below] = ends;
        let (least_is, below_is) = match language {
            Language::ZhHans => ("满", "未满"),
            Language::En => ("at least ", "below "),
        };
        let least = least.map(|age| format!("{least_is}{age}"));
        let below = below.map(|age| format!("{below_is}{age}"));
        let ends: Vec<_> = [least, below].into_iter().flatten().collect();
        Some(match language {
            Language::ZhHans => format!("按足岁算{}", ends.join("、")),
            Language::En => format!("is {} (completed)", ends.join(" and ")),
        })
    }

    fn ago(&self, key: &str, language: Language) -> Option<String> {
        let period = self.table.get(key)?.as_table()?;
        let (value, unit) = (text(period, "value"), text(period, "unit"));
        let period = length(&value, &unit, language, Counted::Time);
        Some(match (key, language) {
            ("within", Language::ZhHans) => {
                format!("在核对当天之前的{period}以内（首尾两天都算）")
            }
            ("within", Language::En) => {
                format!("lies at most {period} before the day of the check (both ends included)")
            }
            (_, Language::ZhHans) => format!("比核对当天早{period}以上"),
            (_, Language::En) => {
                format!("lies longer ago than {period} before the day of the check")
            }
        })
    }
}

/// What a length of time measures: Chinese counts the years of an age in another word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counted {
    Age,
    Time,
}

fn length(count: &str, unit: &str, language: Language, counted: Counted) -> String {
    if language == Language::En {
        let unit = if count == "1" {
            unit.trim_end_matches('s')
        } else {
            unit
        };
        return format!("{count} {unit}");
    }
    let unit = match (unit, counted) {
        ("years", Counted::Age) => "岁",
        ("years", Counted::Time) => "年",
        ("months", _) => "个月",
        ("weeks", _) => "周",
        ("days", _) => "天",
        (other, _) => other,
    };
    format!(" {count} {unit}")
}

fn text(table: &Table, key: &str) -> String {
    table.get(key).map_or(String::new(), plain)
}

/// The short name of a fact; its id where there is none.
pub(super) fn fact_name<'a>(content: &'a Content, id: &'a str, language: Language) -> &'a str {
    let fact = content.trial.fact_index(id);
    let words = fact.and_then(|fact| content.facts.get(usize::from(fact)));
    words.map_or(id, |words| words.short.get(language))
}

/// What is tapped for a value of a fact; none where the page has no words for it.
pub(super) fn label(
    content: &Content,
    fact: FactIndex,
    value: &str,
    language: Language,
) -> Option<String> {
    let defined = content.trial.facts().get(usize::from(fact))?;
    let place = value_place(defined, value)?;
    let words = content.facts.get(usize::from(fact))?;
    let choice = words.choices.iter().find(|choice| choice.value == place);
    if let Some(choice) = choice {
        return Some(choice.label.get(language).to_owned());
    }
    let phrase = match (&defined.kind, place) {
        (Kind::YesNo, 1) => Phrase::Yes,
        (Kind::YesNo, _) => Phrase::No,
        _ => return None,
    };
    phrase_words(content, phrase).map(|words| words.get(language).to_owned())
}

fn value_place(fact: &Fact, value: &str) -> Option<u8> {
    if fact.kind == Kind::YesNo {
        return Some(u8::from(value == "true"));
    }
    let place = fact.kind.values().iter().position(|each| each == value)?;
    u8::try_from(place).ok()
}

/// The page's own words of a phrase.
pub(super) fn phrase_words(content: &Content, phrase: Phrase) -> Option<&Words> {
    let place = Phrase::ALL.iter().position(|each| *each == phrase)?;
    content.phrases.get(place)
}
