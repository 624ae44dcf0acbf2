//! The answers as a code: what is read back is what was written, whoever answers and whatever the
//! trial; the birth cannot be read from it; and whatever is no code is refused, and why.

#![allow(missing_docs, clippy::pedantic)]

#[path = "coded/birth.rs"]
mod birth;
#[path = "coded/forge.rs"]
mod forge;
mod oracle;
mod random;
#[path = "coded/version.rs"]
mod version;

use forge::{body_bits, forged};
use oracle::dice::Dice;
use oracle::people::person;
use prescreen::authoring::{load_trial, read_json_answers};
use prescreen::coded::{CodeMistake, decode, encode};
use prescreen::engine::{
    Accepted, Answer, Date, Given, PartialDate, Refusal, RefusalKind, Trial, Verdict, accept,
    accept_given, findings, read_answers, worth_asking, write_answers,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::sync::OnceLock;

/// The most characters of a code: a QR code of version 6 holds them with room to spare where 15 % of
/// it may be unreadable, and an old phone still reads that from another screen.
const MOST_CHARACTERS: usize = 139;

pub(crate) fn first_trial() -> &'static (Trial, u32) {
    static TRIAL: OnceLock<(Trial, u32)> = OnceLock::new();
    TRIAL.get_or_init(|| {
        let trial = "www/trials/nct07338357.toml";
        let (loaded, said) = load_trial("www".as_ref(), trial.as_ref(), Vec::new());
        let content = loaded.unwrap_or_else(|| panic!("{said:?}")).content;
        (content.trial, content.version)
    })
}

pub(crate) fn accepted(file: &Map<String, Value>, today: Date) -> Option<Accepted> {
    let given = read_json_answers(&serde_json::to_vec(file).unwrap()).unwrap();
    accept_given(&first_trial().0, &given, today).ok()
}

pub(crate) fn day(text: &str) -> Date {
    oracle::calendar::Days::read(text).first
}

/// Everything that is found of a person, but for the questions.
fn found(trial: &Trial, accepted: &Accepted) -> impl PartialEq + std::fmt::Debug + use<> {
    let findings = findings(trial, accepted);
    let verdict = Verdict::of(findings.iter().copied());
    (accepted.today(), findings, verdict)
}

/// Reads the code of a person back and compares.
fn check_round(trial: &Trial, version: u32, accepted: &Accepted) -> String {
    let code = encode(trial, version, accepted);
    let read = decode(trial, version, &code).unwrap_or_else(|mistake| panic!("{code}: {mistake}"));
    assert_eq!(
        found(trial, accepted),
        found(trial, &read),
        "{code}: {accepted:?}"
    );
    let [asked, asked_again] = [accepted, &read].map(|it| worth_asking(trial, it));
    assert!(
        asked.iter().all(|fact| asked_again.contains(fact)),
        "{code}: {accepted:?}"
    );
    for (fact, answer) in accepted.answers().iter() {
        if Some(fact) != trial.birth() {
            assert_eq!(answer, read.answers().get(fact), "{code}");
        }
    }
    assert_eq!(
        code,
        encode(trial, version, &read),
        "written again it is the same"
    );
    code
}

#[test]
fn a_code_reads_back_to_the_same_result_for_invented_families() {
    let (trial, version) = first_trial();
    for seed in 0..6000 {
        let (file, today) = person(seed);
        let accepted = accepted(&file, today).expect("an accepted person");
        let code = check_round(trial, *version, &accepted);
        assert!(code.len() <= MOST_CHARACTERS, "{code}");
        let allowed =
            |each: char| each.is_ascii_digit() || each.is_ascii_uppercase() || each == '-';
        assert!(code.chars().all(allowed), "{code}");
    }
}

#[test]
fn a_code_reads_back_to_the_same_result_for_random_trials() {
    let mut rounds = 0;
    for seed in 0..30_000 {
        let mut dice = Dice(seed);
        let definition = random::trials::definition(&mut dice);
        let answers = random::trials::answers(&mut dice, &definition.facts);
        let Ok(trial) = Trial::check(&definition) else {
            continue;
        };
        if let Ok(accepted) = accept(&trial, answers, random::trials::today()) {
            check_round(&trial, seed as u32, &accepted);
            rounds += 1;
        }
    }
    assert!(rounds > 5_000, "{rounds} rounds");
}

/// The answers that take most room: every date to the day, every amount with ends of its own.
fn longest() -> Map<String, Value> {
    let mut file: Map<String, Value> = Map::new();
    for fact in first_trial().0.facts() {
        use prescreen::engine::{Dimension, Kind};
        let value = match &fact.kind {
            Kind::YesNo => json!(true),
            Kind::Choice(values) | Kind::Scale(values) => json!(values.last()),
            Kind::Choices(values) => json!(values),
            Kind::BirthDate => json!("2008"),
            Kind::Date => json!("2026-03-01"),
            Kind::Quantity(Dimension::Mass) => {
                json!({"at_least": 499.998, "below": 499.999, "unit": "kg"})
            }
            Kind::Quantity(_) => {
                json!({"at_least": 99.998, "below": 99.999, "unit": "%"})
            }
        };
        file.insert(fact.id.clone(), value);
    }
    file
}

#[test]
fn the_longest_code_is_short_enough_to_scan() {
    let (trial, version) = first_trial();
    let accepted = accepted(&longest(), day("2026-11-22")).expect("an accepted person");
    let code = check_round(trial, *version, &accepted);
    assert_eq!(code.len(), 95, "{code}");
}

#[test]
fn what_is_read_is_written_as_an_answers_file_has_it() {
    let trial = &first_trial().0;
    for seed in 0..3000 {
        let (file, today) = person(seed);
        let accepted = accepted(&file, today).expect("an accepted person");
        let written = write_answers(trial, &accepted).expect("its trial");
        let read = read_answers(trial, &written).expect("an answers file");
        assert_eq!(&read, accepted.answers(), "{written:?}");
    }
}

/// The code that most tests of wrong codes begin with.
pub(crate) fn usual() -> String {
    let (trial, version) = first_trial();
    let (file, today) = (longest(), day("2026-11-22"));
    encode(trial, *version, &accepted(&file, today).unwrap())
}

fn read(text: &str) -> Result<Accepted, CodeMistake> {
    let (trial, version) = first_trial();
    decode(trial, *version, text)
}

#[test]
fn case_white_space_and_letters_that_look_alike_do_no_harm() {
    let code = usual();
    let whole = read(&code).unwrap();
    let broken: Vec<_> = code
        .as_bytes()
        .chunks(7)
        .map(String::from_utf8_lossy)
        .collect();
    let forms = [
        code.to_lowercase(),
        code.replace('-', ""),
        code.replace('-', " "),
        code.replace('0', "o").replace('1', "l"),
        code.replace('0', "O").replace('1', "I"),
        format!("\n\u{3000}{}\u{a0}\t", broken.join("\r\n ")),
    ];
    for form in forms {
        assert_eq!(read(&form).as_ref(), Ok(&whole), "{form}");
    }
}

#[test]
fn a_changed_a_swapped_or_a_missing_letter_is_noticed() {
    let code = usual().replace('-', "");
    let letters: Vec<char> = code.chars().collect();
    let text = |letters: &[char]| letters.iter().collect::<String>();
    for place in 0..letters.len() {
        for letter in "0123456789ABCDEFGHJKMNPQRSTVWXYZU*é".chars() {
            let mut changed = letters.clone();
            changed[place] = letter;
            assert_eq!(
                changed == letters,
                read(&text(&changed)).is_ok(),
                "{changed:?}"
            );
        }
        assert!(read(&text(&letters[..place])).is_err(), "the first {place}");
        let mut shorter = letters.clone();
        shorter.remove(place);
        assert!(read(&text(&shorter)).is_err(), "without {place}");
        let mut swapped = letters.clone();
        swapped.swap(place, (place + 1).min(letters.len() - 1));
        assert_eq!(
            swapped == letters,
            read(&text(&swapped)).is_ok(),
            "{swapped:?}"
        );
    }
    assert!(read(&format!("{code}{code}")).is_err(), "twice");
}

#[test]
fn codes_with_a_right_checksum_are_answers_or_are_refused() {
    let (trial, version) = first_trial();
    let bits = body_bits(&usual());
    let mut refused = [0; 3];
    for seed in 0..20_000 {
        let mut dice = Dice(seed);
        let mut changed = bits.clone();
        for _ in 0..=dice.below(3) {
            // Behind the version, which is tried elsewhere.
            let place = 32 + dice.below(bits.len() as i64 - 32) as usize;
            changed[place] = !changed[place];
        }
        match read(&forged("PS1", "NCT07338357", &changed)) {
            Ok(accepted) => drop(check_round(trial, *version, &accepted)),
            Err(CodeMistake::NoAnswer { .. }) => refused[0] += 1,
            Err(CodeMistake::Refused { .. }) => refused[1] += 1,
            Err(CodeMistake::TooLong) => refused[2] += 1,
            Err(other) => panic!("{other:?}"),
        }
    }
    assert!(refused.iter().all(|count| *count > 20), "{refused:?}");
}

#[test]
fn a_birth_read_from_a_code_is_never_in_a_file() {
    let trial = &first_trial().0;
    let read = read(&usual()).unwrap();
    let birth = read.answers().get(trial.birth().unwrap());
    assert!(matches!(birth, Answer::BornWithin(_)));
    let again = accept(trial, read.answers().clone(), read.today());
    let refused = Refusal::Answer(trial.birth().unwrap(), RefusalKind::WrongKind);
    assert_eq!(again, Err(vec![refused]), "only a code hands it on");
    let written = write_answers(trial, &read).expect("its trial");
    assert!(
        read_answers(trial, &written).is_err(),
        "no parser takes an age"
    );
    let (_, age) = written.iter().find(|(key, _)| key == "birth_date").unwrap();
    assert!(matches!(age, Given::Record(_)), "{age}");
    assert!(PartialDate::parse(&age.to_string()).is_err());
}

proptest! {
    #[test]
    fn no_text_stops_the_reader(text in any::<String>(), letters in "(ps1-?)?(NCT07338357)?[-0-9A-Z ]{0,200}") {
        prop_assert!(read(&text).is_err());
        prop_assert!(read(&letters).is_err());
    }

    #[test]
    fn no_bits_stop_the_reader(bits in proptest::collection::vec(any::<bool>(), 0..600)) {
        let mut version: Vec<bool> = body_bits(&usual())[..32].to_vec();
        version.extend(bits);
        read(&forged("PS1", "NCT07338357", &version)).ok();
    }
}
