//! The answers of one person as a short code, to be shown, copied, scanned or typed, and read back
//! to the same findings: `PS1-NCT07338357-…`.
//!
//! It carries the format, the trial with its version, the day of the check and every answer; of the
//! birth only what the rules need (see [`birth_cells`](crate::engine::birth_cells)). It is no
//! secret: whoever has the code has the answers. It knows no page, file or picture; the page shows
//! codes, the command line reads them.
//!
//! ```text
//! PS1  NCT07338357  letters                          6 letters
//! mark trial        version, day, answers, birth     checksum of all before it
//! ```
//!
//! Letters are Crockford's base32: 5 bits each, no `I`, `L`, `O` or `U`.

mod answer;
mod birth;
mod bits;
mod letters;
mod mistake;
mod words;

use crate::engine::{Accepted, Answers, Date, Refusal, Trial, accept_of_code, day_at, position};
use answer::{read_answer, write_answer};
use birth::{read_birth, write_birth};
use bits::Bits;
use letters::{checksum, grouped, is_checksum, plain};

pub use mistake::CodeMistake;

/// What a code of this program begins with. The digit counts up when codes are written otherwise.
const MARK: &str = "PS1";

/// How many letters the checksum has.
const CHECKSUM: usize = 6;

/// The answers of one person on a day as a code, in groups of letters with hyphens between them.
///
/// `version` is the trial's (`Content::version`): codes of other questions or rules are refused.
///
/// ```
/// # use prescreen::authoring::load_trial;
/// # let www = std::path::Path::new("tests/authoring/good");
/// # let (loaded, _) = load_trial(www, &www.join("trials/nct00000001.toml"), Vec::new());
/// # let trial = loaded.unwrap().content.trial;
/// use prescreen::coded::{CodeMistake, decode, encode};
/// use prescreen::engine::{Answer, Answers, accept};
/// let answers = Answers::none(trial.facts().len()).with(0, Answer::NotKnown);
/// let accepted = accept(&trial, answers, trial.last_update()).unwrap();
/// let code = encode(&trial, 7, &accepted);
/// assert!(code.starts_with("PS1-NCT00000001-"));
/// assert_eq!(decode(&trial, 7, &code.to_lowercase()), Ok(accepted));
/// assert!(matches!(decode(&trial, 8, &code), Err(CodeMistake::OtherVersion { .. })));
/// ```
#[must_use]
pub fn encode(trial: &Trial, version: u32, accepted: &Accepted) -> String {
    let (answers, today) = (accepted.answers(), accepted.today());
    let mut bits = Bits::default();
    bits.push(version.into(), u32::MAX.into());
    let day = position(today) - position(trial.last_update());
    bits.push(day.unsigned_abs(), most_days(trial));
    for (fact, answer) in answers.iter() {
        write_answer(trial, today, fact, answer, &mut bits);
    }
    write_birth(trial, answers, today, &mut bits);
    let mut code = plain(MARK);
    code.push_str(&plain(trial.nct_id()));
    let head = code.len();
    code.push_str(&bits.letters());
    code.push_str(&checksum(&code));
    grouped(&code, [MARK.len(), head])
}

/// Reads a code. White space, hyphens and lower case do no harm; `O` is read as 0, `I` and `L` as 1.
///
/// # Errors
/// See [`CodeMistake`]: the first thing that is wrong, as what comes after it cannot be told.
pub fn decode(trial: &Trial, version: u32, text: &str) -> Result<Accepted, CodeMistake> {
    let code = plain(text);
    let body = body(trial, &code)?;
    let mut bits = Bits::of(body).ok_or(CodeMistake::Damaged)?;
    let found = bits.take(u32::MAX.into()).ok_or(CodeMistake::Damaged)?;
    if found != u64::from(version) {
        let nct_id = trial.nct_id().to_owned();
        return Err(CodeMistake::OtherVersion { nct_id });
    }
    let no_day = || CodeMistake::NoAnswer {
        key: "on".to_owned(),
    };
    let today = read_day(trial, &mut bits).ok_or_else(no_day)?;
    let answers = read_answers(trial, today, &mut bits)?;
    if !bits.is_at_end() {
        return Err(CodeMistake::TooLong);
    }
    accept_of_code(trial, answers, today).map_err(|refusals| refused(trial, today, &refusals))
}

/// The letters of a code between the trial and the checksum.
fn body<'a>(trial: &Trial, code: &'a str) -> Result<&'a str, CodeMistake> {
    let format = plain(MARK);
    let family = &format[..format.len() - 1];
    let rest = code.strip_prefix(family).ok_or_else(|| no_code(trial))?;
    let Some(rest) = rest.strip_prefix(&format[family.len()..]) else {
        return Err(other_format(trial, family, rest));
    };
    let split = code.len().saturating_sub(CHECKSUM);
    let whole = code.is_ascii() && code.len() >= format.len() + CHECKSUM;
    if !whole || !is_checksum(&code[..split], &code[split..]) {
        return Err(CodeMistake::Damaged);
    }
    let rest = &rest[..rest.len() - CHECKSUM];
    let named = plain(trial.nct_id());
    rest.strip_prefix(&named)
        .ok_or_else(|| CodeMistake::OtherTrial {
            found: rest.chars().take(named.len()).collect(),
            accepted: trial.nct_id().to_owned(),
        })
}

fn no_code(trial: &Trial) -> CodeMistake {
    let accepted = [MARK, trial.nct_id()].join("-");
    CodeMistake::NoCode { accepted }
}

/// The mistake of a code that begins like one of this `family`, with another digit or none in `rest`.
fn other_format(trial: &Trial, family: &str, rest: &str) -> CodeMistake {
    match rest.chars().next() {
        Some(digit) if digit.is_ascii_digit() => CodeMistake::OtherFormat {
            found: [family, &rest[..1]].concat(),
            accepted: MARK,
        },
        _ => no_code(trial),
    }
}

/// The most days that a check can lie after the record's last update.
fn most_days(trial: &Trial) -> u64 {
    (position(Date::MAX) - position(trial.last_update())).unsigned_abs()
}

fn read_day(trial: &Trial, bits: &mut Bits) -> Option<Date> {
    let days = bits.take(most_days(trial))?;
    let days = i64::try_from(days).ok()?;
    Some(day_at(position(trial.last_update()) + days))
}

fn read_answers(trial: &Trial, today: Date, bits: &mut Bits) -> Result<Answers, CodeMistake> {
    let mut answers = Answers::none(trial.facts().len());
    let no_answer = |fact| CodeMistake::NoAnswer {
        key: mistake::key(trial, fact),
    };
    for (fact, _) in (0..).zip(trial.facts()) {
        let answer = read_answer(trial, today, fact, bits).ok_or_else(|| no_answer(fact))?;
        answers = answers.with(fact, answer);
    }
    // The cells of the birth depend on the other answers, so it comes last.
    if let Some(birth) = trial.birth() {
        let answer = read_birth(trial, &answers, today, bits).ok_or_else(|| no_answer(birth))?;
        answers = answers.with(birth, answer);
    }
    Ok(answers)
}

fn refused(trial: &Trial, today: Date, refusals: &[Refusal]) -> CodeMistake {
    match refusals.first() {
        Some(Refusal::Answer(fact, refusal)) => CodeMistake::Refused {
            key: mistake::key(trial, *fact),
            refusal: *refusal,
            today,
        },
        _ => CodeMistake::Damaged,
    }
}
