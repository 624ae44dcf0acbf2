//! A small content, for the bundle's tests.

use prescreen::engine::{
    Comparison, CriterionDefinition, Date, FactDefinition, Kind, Month, Origin, Polarity, Rule,
    Test, Trial, TrialDefinition,
};
use prescreen::page::content::{
    CentralContact, Content, CriterionWords, FactWords, Record, Study, Words,
};
use prescreen::page::phrase::Phrase;

fn words(zh_hans: &str, en: &str) -> Words {
    Words {
        zh_hans: zh_hans.to_owned(),
        en: en.to_owned(),
    }
}

/// One question, one criterion.
pub(crate) fn definition() -> TrialDefinition {
    let rash = Comparison {
        fact: "rash".to_owned(),
        test: Test::Is {
            values: vec!["true".to_owned()],
            unclear: Vec::new(),
        },
        origin: Origin::default(),
    };
    TrialDefinition {
        nct_id: "NCT00000000".to_owned(),
        last_update: Date::from_calendar_date(2026, Month::January, 13).unwrap(),
        facts: vec![FactDefinition {
            id: "rash".to_owned(),
            kind: Kind::YesNo,
            gate: None,
            origin: Origin::default(),
        }],
        criteria: vec![CriterionDefinition {
            id: "I1".to_owned(),
            polarity: Polarity::Inclusion,
            soft: false,
            rule: Some(Rule::Compare(rash)),
            applies_when: None,
            origin: Origin::default(),
        }],
    }
}

/// The words of it, with every character that HTML could stumble over.
pub(crate) fn content() -> Content {
    let trial = Trial::check(&definition()).expect("the trial is right");
    let odd = words(
        "皮疹 & <皮疹> \"引号\" '引号'",
        "rash & </script> \"quoted\" 'quoted' &amp;",
    );
    Content {
        trial,
        version: 1,
        record: record(),
        study: Study {
            title: odd.clone(),
            purpose: odd.clone(),
            hospital: words("医院", "Hospital"),
            place: None,
            contact_expect: words("", ""),
            unsaid: None,
            similar_note: None,
            similar: Vec::new(),
        },
        sections: vec![words("关于孩子", "About the child")],
        facts: vec![FactWords {
            section: 0,
            question: words("有皮疹吗？", "Is there a rash?"),
            why: odd.clone(),
            help: None,
            short: words("皮疹", "rash"),
            ask: words("问医生", "Ask the doctor"),
            choices: Vec::new(),
            none: None,
            unknown: None,
        }],
        criteria: vec![criterion(odd)],
        phrases: Phrase::ALL
            .iter()
            .map(|phrase| words(phrase.key(), phrase.key()))
            .collect(),
    }
}

fn criterion(plain: Words) -> CriterionWords {
    CriterionWords {
        text: "A rash ≥10 & <20".to_owned(),
        plain,
        good: None,
        bad: None,
        open: None,
        stated: None,
        could_change: Vec::new(),
        roles: Vec::new(),
        people: Vec::new(),
    }
}

fn record() -> Record {
    Record {
        brief_title: "A study".to_owned(),
        org_study_id: None,
        overall_status: "RECRUITING".to_owned(),
        phases: vec!["PHASE1".to_owned()],
        enrollment_count: Some(10),
        enrollment_type: None,
        start_date: None,
        completion_date: None,
        lead_sponsor: "Hospital".to_owned(),
        central_contacts: vec![CentralContact {
            name: "A. Doctor".to_owned(),
            phone: Some("+86 771-535 6501".to_owned()),
            email: None,
        }],
        locations: Vec::new(),
    }
}
