//! Every kind of table that a trial file has: where one stands in the good trial, and which part of
//! the schema is about it. The keys that the reader knows are found from outside: all names that
//! stand in its source are put into the table, and those that it does not call unknown it knows.

use super::TRIAL;
use super::cases::copy;
use super::data::{Step, at};
use prescreen::authoring::load_trial;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A kind of table.
pub(crate) struct Table {
    /// The definition in the schema; empty for the file itself.
    pub(crate) definition: &'static str,
    /// Where such a table stands in `with_everything`.
    pub(crate) path: &'static str,
    /// What tells the table from others of the definition: its kind, or the key of its shape.
    told_by: &'static str,
}

const fn table(definition: &'static str, path: &'static str) -> Table {
    told(definition, path, "")
}

const fn told(definition: &'static str, path: &'static str, told_by: &'static str) -> Table {
    Table {
        definition,
        path,
        told_by,
    }
}

pub(crate) const TABLES: &[Table] = &[
    table("", ""),
    table("Study", "/study"),
    table("Similar", "/study/similar/0"),
    table("Section", "/section/0"),
    told("Fact", "/fact/0", "birth_date"),
    told("Fact", "/fact/1", "mass"),
    told("Fact", "/fact/2", "scale"),
    told("Fact", "/fact/3", "yes_no"),
    told("Fact", "/fact/4", "date"),
    told("Fact", "/fact/5", "choice"),
    told("Fact", "/fact/6", "choices"),
    told("Fact", "/fact/7", "percentage"),
    table("Gate", "/fact/4/gate"),
    table("Choice", "/fact/5/choice/0"),
    table("Words", "/section/0/title"),
    table("Criterion", "/criterion/0"),
    table("LeftToPeople", "/criterion/0/people/0"),
    table("Reading", "/criterion/0/reading/0"),
    told("Rule", "/criterion/0/rule", "all"),
    told("Rule", "/criterion/4/rule", "any"),
    told("Rule", "/criterion/5/rule", "not"),
    told("Rule", "/criterion/6/rule", "if"),
    told("Rule", "/criterion/0/rule/all/0", "age"),
    told("Rule", "/criterion/0/rule/all/1", "at_least"),
    told("Rule", "/criterion/5/rule/not", "above"),
    told("Rule", "/criterion/6/rule/if", "below"),
    told("Rule", "/criterion/7/rule", "at_most"),
    told("Rule", "/criterion/3/rule/all/0", "is"),
    told("Rule", "/criterion/3/rule/all/1", "within"),
    told("Rule", "/criterion/6/rule/then", "longer_ago_than"),
    told("Rule", "/criterion/4/rule/any/1", "has"),
    table("Ages", "/criterion/0/rule/all/0/age"),
    table("Period", "/criterion/3/rule/all/1/within"),
    table("End", "/criterion/0/rule/all/1/at_least"),
    table("Passage", "/passage/0"),
    table("Example", "/example/0"),
];

/// What the good trial has not: a percentage, the other shapes of rules, and a passage. What it
/// means is not looked at here.
const MORE: &str = r#"
[[fact]]
id = "share"
section = "illness"
kind = "percentage"
question = { zh-Hans = "多少？", en = "How much?" }
why = { zh-Hans = "多少", en = "For the share" }
short = { zh-Hans = "多少", en = "Share" }
ask = { zh-Hans = "问多少", en = "Ask how much" }

[[criterion]]
id = "E3"
kind = "exclusion"
text = "Not it."
plain = { zh-Hans = "不是", en = "Not it" }
roles = ["team"]
rule = { not = { fact = "share", above = { value = 1, unit = "%" } } }

[[criterion]]
id = "E4"
kind = "exclusion"
text = "It depends."
plain = { zh-Hans = "看情况", en = "It depends" }
roles = ["team"]

[criterion.rule.if]
fact = "share"
below = { value = 1, unit = "%" }
[criterion.rule.then]
fact = "transplant_date"
longer_ago_than = { value = 1, unit = "years" }
[criterion.rule.else]
fact = "transplant"
is = [true]

[[criterion]]
id = "E5"
kind = "exclusion"
text = "At most so much."
plain = { zh-Hans = "不多", en = "Not much" }
roles = ["team"]
rule = { fact = "share", at_most = { value = 1, unit = "%" } }

[[passage]]
id = "P1"
text = "A note."
because = "it says nothing"
"#;

/// The good trial, with one table of every kind.
pub(crate) fn with_everything() -> toml::Table {
    let good = fs::read_to_string(copy("schema-everything").join(TRIAL)).unwrap();
    format!("{good}\n{MORE}").parse().expect("it is TOML")
}

impl Table {
    /// The keys that the schema has for it.
    pub(crate) fn keys(&self, schema: &Value) -> Vec<String> {
        let definition = match self.definition {
            "" => schema,
            name => &schema["definitions"][name],
        };
        match self.definition {
            "End" => names(&definition["anyOf"][1]),
            "Fact" => {
                let refused = self.condition(definition);
                let mut keys = names(definition);
                keys.retain(|key| refused["properties"].get(key).is_none());
                keys
            }
            "Rule" => names(self.condition(definition)),
            _ => names(definition),
        }
    }

    /// What the schema says of tables of this kind or shape alone.
    fn condition<'a>(&self, definition: &'a Value) -> &'a Value {
        let mut conditions = definition["allOf"].as_array().unwrap().iter();
        let is_it = |condition: &&Value| {
            let condition = &condition["if"];
            condition["properties"]["kind"]["enum"][0] == self.told_by
                || condition["required"][0] == self.told_by
        };
        &conditions.find(is_it).expect("the schema has it")["then"]
    }

    /// Whether a key would make it a table of another shape.
    fn turns(&self, key: &str) -> bool {
        const SHAPES: [&str; 14] = [
            "all",
            "any",
            "not",
            "if",
            "fact",
            "is",
            "has",
            "age",
            "within",
            "longer_ago_than",
            "at_least",
            "below",
            "above",
            "at_most",
        ];
        self.definition == "Rule" && SHAPES.contains(&key)
    }

    fn steps(&self) -> Vec<Step> {
        let steps = self.path.split('/').skip(1);
        let step = |step: &str| match step.parse() {
            Ok(place) => Step::Place(place),
            Err(_) => Step::Key(step.to_owned()),
        };
        steps.map(step).collect()
    }
}

fn names(schema: &Value) -> Vec<String> {
    let properties = schema["properties"].as_object().expect("it has keys");
    properties.keys().cloned().collect()
}

/// All names that could be keys: those of the schema, and those that stand in the reader's source.
pub(crate) fn candidates(schema: &Value) -> BTreeSet<String> {
    let mut source = schema.to_string();
    for entry in fs::read_dir("src/authoring").unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            source += &fs::read_to_string(path).unwrap();
        }
    }
    let is_name = |text: &&str| {
        let mut bytes = text.bytes();
        (1..30).contains(&text.len())
            && bytes.all(|byte| byte.is_ascii_lowercase() || b"_-HZ".contains(&byte))
    };
    let mut names: BTreeSet<_> = source
        .split('"')
        .filter(is_name)
        .map(str::to_owned)
        .collect();
    names.insert("zh-Hans".to_owned());
    names
}

/// The keys of a table that the reader knows.
pub(crate) fn known_keys(
    www: &Path,
    good: &toml::Table,
    table: &Table,
    candidates: &BTreeSet<String>,
) -> BTreeSet<String> {
    let mut changed = good.clone();
    let place = at(&mut changed, &table.steps());
    let mut tried: BTreeSet<_> = place.keys().cloned().collect();
    for key in candidates {
        if !place.contains_key(key) && !table.turns(key) {
            place.insert(key.clone(), "x".into());
            tried.insert(key.clone());
        }
    }
    // An end from below and one from above make one shape, and are read together.
    match table.told_by {
        "at_least" | "above" => tried.extend(["below", "at_most"].map(str::to_owned)),
        "below" | "at_most" => tried.extend(["at_least", "above"].map(str::to_owned)),
        _ => {}
    }
    fs::write(www.join(TRIAL), toml::to_string(&changed).unwrap()).unwrap();
    let (_, said) = load_trial(www, &www.join(TRIAL), Vec::new());
    let refused = said
        .iter()
        .filter_map(|said| refused_key(&said.message, table));
    let refused: BTreeSet<_> = refused.collect();
    &tried - &refused
}

/// The key that a message refuses, if it does.
fn refused_key(message: &str, table: &Table) -> Option<String> {
    let unclear = table.definition == "Rule" && message.contains("`unclear`");
    if unclear && !["is", "has"].contains(&table.told_by) {
        return Some("unclear".to_owned());
    }
    let rest = message
        .strip_prefix("unknown key `")
        .or_else(|| message.strip_prefix("unknown language `"))
        .or_else(|| {
            Some(
                message
                    .strip_prefix("a fact of kind `")?
                    .split_once(" takes no `")?
                    .1,
            )
        })?;
    Some(rest.split_once('`')?.0.to_owned())
}
