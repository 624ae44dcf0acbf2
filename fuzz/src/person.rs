//! What must hold of every person whose answers a trial accepts, whatever the trial and the answers.

use prescreen::authoring::CodeReport;
use prescreen::coded::{decode, encode};
use prescreen::engine::{
    Accepted, Report, Trial, findings, read_answers, worth_asking, write_answers,
};

/// Any version does: it only has to come back.
pub(crate) const VERSION: u32 = 7;

/// Screens a person, and hands the answers on as a code and back.
pub(crate) fn check_person(trial: &Trial, accepted: &Accepted) {
    let report = Report::of(trial, accepted);
    assert!(!report.to_string().is_empty(), "a report says something");
    assert_eq!(findings(trial, accepted).len(), trial.criteria().len());
    let code = encode(trial, VERSION, accepted);
    let read = decode(trial, VERSION, &code).unwrap_or_else(|mistake| panic!("{code}: {mistake}"));
    check_same(trial, accepted, &read);
    assert_eq!(
        code,
        encode(trial, VERSION, &read),
        "written again it is the same"
    );
}

/// A code keeps what is found, every answer but the birth, and no question less.
fn check_same(trial: &Trial, accepted: &Accepted, read: &Accepted) {
    assert_eq!(accepted.today(), read.today());
    assert_eq!(findings(trial, accepted), findings(trial, read));
    let asked = worth_asking(trial, read);
    let kept = |fact| asked.contains(fact);
    assert!(
        worth_asking(trial, accepted).iter().all(kept),
        "a question less"
    );
    for (fact, answer) in accepted.answers().iter() {
        if Some(fact) != trial.birth() {
            assert_eq!(answer, read.answers().get(fact), "fact {fact}");
        }
    }
    assert!(
        CodeReport::of(trial, read).is_some(),
        "the answers are of this trial"
    );
}

/// Answers that came from a file can be written as one, and read to the same.
pub(crate) fn check_written(trial: &Trial, accepted: &Accepted) {
    let written = write_answers(trial, accepted).expect("the answers are of this trial");
    let read = read_answers(trial, &written).expect("what is written can be read");
    assert_eq!(&read, accepted.answers(), "{written:?}");
}
