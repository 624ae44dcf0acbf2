//! What the page says by the record's values: records that differ from the first trial's in what it
//! could be taken for granted by. The page of the small trial is shown with each.

use crate::fixture::{day, small};
use crate::screen::{check, text};
use prescreen::engine::PartialDate;
use prescreen::page::app::{App, Event};
use prescreen::page::content::{CentralContact, Content, Language, Record};
use prescreen::page::paper::paper;

/// Every text of the screens on which the record is told, in English, and of the page without scripts.
fn told(change: impl Fn(&mut Record)) -> String {
    let mut content: Content = small();
    change(&mut content.record);
    let mut told = text(&paper(&content, Language::En));
    for (today, taps) in [
        ("2026-11-22", &["", "result", "sheet"][..]),
        ("2025-01-01", &["result"]),
    ] {
        let mut app = App::new(content.clone(), day(today), Language::En);
        for tap in taps {
            app.handle(Event::Tap((*tap).to_owned()));
            let screen = app.screen();
            check(&screen);
            told.push_str(&text(&screen.body));
        }
    }
    told.replace('\u{a0}', " ")
}

fn contact(phone: Option<&str>, email: Option<&str>) -> CentralContact {
    CentralContact {
        name: "Somebody".to_owned(),
        phone: phone.map(str::to_owned),
        email: email.map(str::to_owned),
    }
}

#[test]
fn without_a_number_nobody_is_told_to_call() {
    let by_email =
        told(|record| record.central_contacts = vec![contact(None, Some("a@b.example"))]);
    assert!(by_email.contains("use the email address at the bottom"));
    assert!(by_email.contains("QR code: study number and email address"));
    let by_nothing = told(|record| record.central_contacts = vec![contact(None, None)]);
    assert!(by_nothing.contains("The registry names no contact."));
    let by_nobody = told(|record| record.central_contacts.clear());
    assert!(by_nobody.contains("The registry names no contact."));
    assert!(!by_nobody.contains("QR code: study number"));
    for text in [by_email, by_nothing, by_nobody] {
        for word in [
            "call the number",
            "To call",
            "still call",
            "Before you call",
        ] {
            assert!(!text.contains(word), "{word}: {text}");
        }
    }
}

#[test]
fn several_contacts_are_all_named() {
    let told = told(|record| {
        record.central_contacts = vec![
            contact(None, Some("a@b.example")),
            contact(Some("040 1"), None),
        ];
    });
    for way in ["a@b.example", "040 1", "To call, tap the number"] {
        assert!(told.contains(way), "{way}");
    }
}

#[test]
fn each_phase_has_its_own_words_and_none_is_said_to_be_none() {
    for (phases, words) in [
        (&["EARLY_PHASE1"][..], "one of the first tests in people"),
        (&["PHASE1", "PHASE2"], "Phase 1: it looks at safety first"),
        (&["PHASE1", "PHASE2"], "Phase 2: it looks at whether"),
        (&["PHASE3"], "Phase 3: more people take part"),
        (&["PHASE4"], "Phase 4: the treatment is approved"),
        (&["NA"], "The registry names no phase"),
        (&[], "The registry names no phase"),
    ] {
        let told =
            told(|record| record.phases = phases.iter().map(|&each| each.to_owned()).collect());
        assert!(told.contains(words), "{phases:?}: {told}");
        let is_early = phases == ["EARLY_PHASE1"];
        assert_eq!(
            told.contains("first tests in people"),
            is_early,
            "{phases:?}"
        );
    }
}

#[test]
fn places_are_planned_or_taken_or_not_named() {
    let count = |count, kind: &'static str| {
        told(move |record| {
            record.enrollment_count = count;
            record.enrollment_type = Some(kind.to_owned());
        })
    };
    assert!(count(Some(858), "ESTIMATED").contains("858 in all"));
    assert!(count(Some(858), "ACTUAL").contains("858 people took part"));
    for none in [count(None, "ESTIMATED"), count(Some(0), "ACTUAL")] {
        assert!(!none.contains("Places"), "{none}");
    }
}

#[test]
fn a_date_is_told_as_far_as_it_is_known_and_an_end_only_when_all_of_it_is_over() {
    let month = |month| PartialDate::parse(month).ok();
    let over = told(|record| record.completion_date = month("2026-10"));
    assert!(over.contains("The planned end, October 2026, is over."));
    let running = told(|record| record.completion_date = month("2026-11"));
    assert!(!running.contains("The planned end"));
    let started = told(|record| record.start_date = month("2026-02"));
    assert!(started.contains("February 2026"));
    let absent = told(|record| record.start_date = None);
    assert!(!absent.contains("Start date in the registry"));
    // A study that the registry calls completed does not still go on.
    let completed = told(|record| {
        record.overall_status = "COMPLETED".to_owned();
        record.completion_date = month("2026-10");
    });
    assert!(completed.contains("Completed") && !completed.contains("The planned end"));
}

#[test]
fn the_places_that_the_registry_names_are_listed() {
    let told = told(|record| record.locations = vec!["A Clinic, Somewhere, Nowhere".to_owned()]);
    assert!(told.contains("A Clinic, Somewhere, Nowhere"));
}
