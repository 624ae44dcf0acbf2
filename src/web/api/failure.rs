//! What `screen` throws: a real `Error` with a name that stays, and every mistake at once.

use core::fmt::Display;
use js_sys::{Error, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// Why there is no result.
pub(super) enum Failure {
    /// The definition of the trial is wrong.
    Trial(Vec<Mistake>),
    /// The answers or the day are refused.
    Answers(Vec<Mistake>),
}

/// One mistake, as an object.
#[derive(Serialize)]
pub(super) struct Mistake {
    /// The fact, the criterion or the key at which it stands; `on` for the day.
    key: Option<String>,
    message: String,
}

impl Mistake {
    /// A mistake at a key, in the words of `message`.
    pub(super) fn new(key: Option<String>, message: &impl Display) -> Self {
        Self {
            key,
            message: message.to_string(),
        }
    }

    fn line(&self) -> String {
        match &self.key {
            Some(key) => format!("`{key}`: {}", self.message),
            None => self.message.clone(),
        }
    }
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        let (name, mistakes) = match &failure {
            Failure::Trial(mistakes) => ("TrialError", mistakes),
            Failure::Answers(mistakes) => ("AnswersError", mistakes),
        };
        let lines: Vec<_> = mistakes.iter().map(Mistake::line).collect();
        let error = Error::new(&lines.join("\n"));
        error.set_name(name);
        let list = mistakes.serialize(&Serializer::json_compatible());
        // A new `Error` takes any property, so nothing is lost here.
        let _ = Reflect::set(
            &error,
            &"mistakes".into(),
            &list.unwrap_or(JsValue::UNDEFINED),
        );
        error.into()
    }
}
