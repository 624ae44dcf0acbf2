//! The engine for other programs: `screen(trial, answers, today)` on plain JavaScript objects. The
//! types for TypeScript are in `api/types.d.ts`.

mod failure;
mod given;

use crate::engine::{Accepted, Date, PartialDate, Report, Trial, TrialDefinition, accept_given};
use failure::{Failure, Mistake};
use given::entries;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("api/types.d.ts");

/// Compares the answers of one person with the criteria of a trial, on a day.
///
/// # Errors
/// An `Error` with the name `TrialError` or `AnswersError`, and every mistake in `mistakes`.
#[wasm_bindgen(skip_typescript)]
pub fn screen(trial: JsValue, answers: &JsValue, today: &JsValue) -> Result<JsValue, JsValue> {
    let trial = read_trial(trial)?;
    let accepted = read_answers(&trial, answers, today)?;
    Report::of(&trial, &accepted)
        .serialize(&Serializer::json_compatible())
        .map_err(JsValue::from)
}

fn read_trial(trial: JsValue) -> Result<Trial, Failure> {
    let definition: TrialDefinition = serde_wasm_bindgen::from_value(trial)
        .map_err(|error| Failure::Trial(vec![Mistake::new(None, &error)]))?;
    Trial::check(&definition).map_err(|mistakes| {
        let said = mistakes.iter();
        let said = said.map(|it| Mistake::new(Some(it.subject.clone()), &it.kind));
        Failure::Trial(said.collect())
    })
}

fn read_answers(trial: &Trial, answers: &JsValue, today: &JsValue) -> Result<Accepted, Failure> {
    let today = read_day(today)?;
    let given = entries(answers).map_err(|mistake| vec![mistake]);
    let accepted = given.and_then(|given| accept_given(trial, &given, today));
    accepted.map_err(|mistakes| {
        let said = mistakes.iter();
        let said = said.map(|it| Mistake::new(it.key.clone(), it));
        Failure::Answers(said.collect())
    })
}

fn read_day(today: &JsValue) -> Result<Date, Failure> {
    let text = today.as_string().unwrap_or_default();
    if let Ok(PartialDate::Day(day)) = PartialDate::parse(&text) {
        return Ok(day);
    }
    let message = format!("found `{text}`, accepted is a day such as `2026-11-22`");
    let mistake = Mistake::new(Some("on".to_owned()), &message);
    Err(Failure::Answers(vec![mistake]))
}
