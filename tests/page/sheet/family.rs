//! A family answers the page's questions from an answers file, up to the sheet.

use crate::elements::collect;
use crate::fixture::{day, first_trial};
use crate::screen::attribute_values;
use prescreen::engine::Kind;
use prescreen::page::app::{App, Event};
use prescreen::page::content::{Content, Language};
use serde_json::{Map, Value};

type Answers = Map<String, Value>;

/// The families of the browser tests, one for each verdict, and those whose sheets are longest.
pub(crate) fn families() -> Vec<(String, Answers)> {
    let files = [
        include_str!("../../browser/families.json"),
        include_str!("longest.json"),
    ];
    let families = files.into_iter().flat_map(|file| {
        let families: Answers = serde_json::from_str(file).expect("families by name");
        families
    });
    let families = families.map(|(name, answers)| match answers {
        Value::Object(answers) => (name, answers),
        other => panic!("{name} has answers, not {other}"),
    });
    families.collect()
}

/// The family of a name.
pub(crate) fn named(name: &str) -> Answers {
    let mut families = families().into_iter();
    families.find(|(each, _)| each == name).expect("a family").1
}

/// The page after all that is asked was answered, with the sheet shown.
pub(crate) fn at_the_sheet(language: Language, answers: &Answers) -> App {
    let content = first_trial();
    let mut app = App::new(content.clone(), day("2026-11-22"), language);
    let tap = |app: &mut App, action: &str| {
        app.handle(Event::Tap(action.to_owned()));
    };
    tap(&mut app, "continue");
    for _ in 0..100 {
        let screen = app.screen();
        let mut elements = Vec::new();
        collect(&screen.body, &mut elements);
        match attribute_values(&elements, "data-form").first() {
            Some(fact) => {
                let answer = answers.get(*fact);
                let answer = answer.unwrap_or_else(|| panic!("no answer to {fact}"));
                app.handle(Event::Submit(sent(&content, fact, answer)));
                assert_ne!(app.screen().focus, "problem", "{fact}: {answer}");
            }
            None if elements
                .iter()
                .any(|each| each.attribute("class") == Some("answers")) =>
            {
                break;
            }
            None => tap(&mut app, "continue"),
        }
    }
    tap(&mut app, "result");
    tap(&mut app, "sheet");
    app
}

/// What the form of a question sends for an answer.
fn sent(content: &Content, fact: &str, answer: &Value) -> Vec<(String, String)> {
    let index = content.trial.fact_index(fact).expect("a fact");
    let kind = &content.trial.facts()[usize::from(index)].kind;
    let dated = matches!(kind, Kind::BirthDate | Kind::Date);
    let place = |name: &Value| {
        let names = kind.values().iter();
        let mut places = names
            .zip(0..)
            .filter(|(each, _)| Some(each.as_str()) == name.as_str());
        places
            .next()
            .map(|(_, place): (_, u8)| place.to_string())
            .expect("a value")
    };
    let values = match answer {
        Value::String(date) if dated => return sent_date(date),
        Value::Null if dated => return sent_date("unknown"),
        Value::Null => vec!["unknown".to_owned()],
        Value::Bool(yes) => vec![u8::from(*yes).to_string()],
        Value::Object(amount) => vec![u8::from(amount.contains_key("at_least")).to_string()],
        Value::Array(none) if none.is_empty() => vec!["none".to_owned()],
        Value::Array(names) => names.iter().map(place).collect(),
        name => vec![place(name)],
    };
    let answer = |value| ("answer".to_owned(), value);
    values.into_iter().map(answer).collect()
}

fn sent_date(date: &str) -> Vec<(String, String)> {
    let mut parts = date.split('-');
    ["year", "month", "day"]
        .map(|name| {
            let part = parts.next().unwrap_or("unknown");
            (name.to_owned(), part.trim_start_matches('0').to_owned())
        })
        .into()
}
