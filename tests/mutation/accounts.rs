//! What is expected: by what each class of mutants is noticed, as counts, and the lists of what is
//! noticed by the review file alone, each entry with its reason.

use super::place::Mutant;
use super::trying::Noticed;
use std::fs;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// How many mutants of a class were noticed by what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Class {
    name: String,
    rule: usize,
    example: usize,
    review: usize,
}

/// Mutants that only the review file notices, by a pattern of their names.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Exception {
    list: &'static str,
    /// The class that alone is meant; any if it is empty.
    class: String,
    of: String,
    count: usize,
    because: String,
}

/// Keys that may be missing, and changes that mean the same.
const LISTS: [&str; 2] = ["only_review", "equivalent"];

#[derive(Default)]
pub(crate) struct Accounts {
    classes: Vec<Class>,
    exceptions: Vec<Exception>,
}

fn path(name: &str) -> PathBuf {
    Path::new("tests/mutation").join(format!("{name}.toml"))
}

impl Accounts {
    pub(crate) fn read(name: &str) -> Self {
        let text = fs::read_to_string(path(name)).expect("the file is there");
        let document: Table = text.parse().expect("it is a document");
        let tables = |key: &str| {
            let list = document.get(key).and_then(Value::as_array);
            list.cloned().unwrap_or_default()
        };
        let text = |value: &Value, key: &str| value[key].as_str().expect("a text").to_owned();
        let text_if_any = |value: &Value, key: &str| {
            let text = value.get(key).and_then(Value::as_str);
            text.unwrap_or_default().to_owned()
        };
        let count = |value: &Value, key: &str| {
            let count = value[key].as_integer().expect("a number");
            usize::try_from(count).expect("a count")
        };
        let class = |value: &Value| Class {
            name: text(value, "name"),
            rule: count(value, "rule"),
            example: count(value, "example"),
            review: count(value, "review"),
        };
        let exceptions = LISTS.into_iter().flat_map(|list| {
            let read = move |value: &Value| Exception {
                list,
                class: text_if_any(value, "class"),
                of: text(value, "of"),
                count: count(value, "count"),
                because: text(value, "because"),
            };
            tables(list).iter().map(read).collect::<Vec<_>>()
        });
        Self {
            exceptions: exceptions.collect(),
            classes: tables("class").iter().map(class).collect(),
        }
    }

    /// Compares with what was expected, and says what differs; then holds what was found.
    pub(crate) fn compare(&mut self, mutants: &[Mutant], tried: &[Noticed]) -> Vec<String> {
        let mut found = Self {
            classes: Vec::new(),
            exceptions: self.exceptions.clone(),
        };
        found.exceptions.iter_mut().for_each(|one| one.count = 0);
        let mut wrong = Vec::new();
        for (mutant, noticed) in mutants.iter().zip(tried) {
            wrong.extend(found.count(mutant, *noticed));
        }
        let expected = std::mem::replace(self, found);
        if !is_accepted() {
            for one in &self.exceptions {
                let before = expected
                    .exceptions
                    .iter()
                    .find(|other| (&other.of, &other.class) == (&one.of, &one.class));
                if before != Some(one) || one.count == 0 {
                    wrong.push(format!(
                        "`{}` is of {} mutants, expected {before:?}",
                        one.of, one.count
                    ));
                }
            }
            for one in &self.classes {
                let before = expected.classes.iter().find(|other| other.name == one.name);
                if before != Some(one) {
                    wrong.push(format!("found {one:?}, expected {before:?}"));
                }
            }
        }
        wrong
    }

    /// Counts a mutant; says so if it should have been noticed and was not.
    fn count(&mut self, mutant: &Mutant, noticed: Noticed) -> Option<String> {
        let at = self
            .classes
            .iter()
            .position(|class| class.name == mutant.class);
        let at = at.unwrap_or_else(|| {
            self.classes.push(Class {
                name: mutant.class.to_owned(),
                ..Class::default()
            });
            self.classes.len() - 1
        });
        let class = &mut self.classes[at];
        match noticed {
            Noticed::Rule => class.rule += 1,
            Noticed::Example => class.example += 1,
            Noticed::Review => class.review += 1,
            Noticed::Nothing => return Some(format!("nothing notices: {}", mutant.name)),
        }
        if noticed != Noticed::Review {
            return None;
        }
        let is_removal = mutant.class.ends_with("is removed");
        let mut exceptions = self.exceptions.iter_mut();
        let exception = exceptions.find(|one| {
            (is_removal || one.list == "equivalent")
                && (one.class.is_empty() || one.class == mutant.class)
                && matches(&one.of, &mutant.name)
        });
        match exception {
            Some(exception) => {
                exception.count += 1;
                None
            }
            None => Some(format!("only the review file notices: {}", mutant.name)),
        }
    }

    /// Prints the counts.
    pub(crate) fn print(&self) {
        for class in &self.classes {
            println!(
                "{}: {} by a rule, {} by an example, {} by the review file alone",
                class.name, class.rule, class.example, class.review
            );
        }
        for one in &self.exceptions {
            println!("{} {}: {}, {}", one.list, one.of, one.count, one.because);
        }
    }

    /// Writes what was found into the file, if whoever runs the test accepts it.
    pub(crate) fn write_if_accepted(&self, name: &str) {
        if !is_accepted() {
            return;
        }
        let text = |text: &str| Value::String(text.to_owned());
        let mut out = HEAD.to_owned();
        for class in &self.classes {
            out = format!(
                "{out}\n[[class]]\nname = {}\nrule = {}\nexample = {}\nreview = {}\n",
                text(&class.name),
                class.rule,
                class.example,
                class.review
            );
        }
        for one in &self.exceptions {
            let class = match one.class.as_str() {
                "" => String::new(),
                class => format!("class = {}\n", text(class)),
            };
            out = format!(
                "{out}\n[[{}]]\nof = {}\n{class}count = {}\nbecause = {}\n",
                one.list,
                text(&one.of),
                one.count,
                text(&one.because)
            );
        }
        fs::write(path(name), out).expect("written");
    }
}

const HEAD: &str = "\
# What notices a wrong trial file; tests/mutation.rs says how to read it. `class` counts the mutants
# of each class by what notices them. `only_review` lists what may be missing without a rule or an
# example that says so, and `equivalent` what means the same after the change; `*` stands for any
# words, and each mutant counts for the first pattern that is of it.
";

fn is_accepted() -> bool {
    std::env::var_os("ACCEPT").is_some()
}

/// Whether a pattern is of a name; `*` stands for any words.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, rest)) => name.strip_prefix(start).is_some_and(|name| {
            let mut ends = name.char_indices().map(|(at, _)| at).chain([name.len()]);
            ends.any(|at| matches(rest, &name[at..]))
        }),
    }
}
