//! The result: a list to talk about, never a decision. One of five titles, the contact first,
//! then the points in four groups, and all that stands beside any result.

use super::age;
use super::beside;
use super::contact;
use super::criterion::{self, mark};
use super::frame::{button, heading};
use super::judged::Judged;
use super::left;
use super::phrase::Phrase;
use super::sheet;
use super::start::urgent;
use super::study;
use super::view::{Node, put, say};
use crate::engine::{FactIndex, Finding, Verdict, forecast, undecided};

/// The groups, in the order shown: what needs talking about first.
const GROUPS: [Finding; 5] = [
    Finding::Conflicts,
    Finding::Open,
    Finding::Fits,
    Finding::NotApplicable,
    Finding::Team,
];

/// Draws the result and gives its heading. On paper the page for the study team comes first.
pub(crate) fn draw(judged: &Judged, main: &mut Vec<Node>) -> String {
    let speech = judged.speech;
    let title = title(judged);
    sheet::on_paper(judged, main);
    heading(main, &title);
    say(main, "p", "lead", speech.say(Phrase::ResultNotDecision));
    if verdict(judged) == Verdict::FitsSoFar {
        say(main, "p", "", speech.say(Phrase::FitsIsNot));
    }
    say(main, "p", "name", speech.words(&speech.content.study.title));
    contact::full(speech, main);
    ways_on(judged, main);
    urgent(speech, main);
    with_time(judged, main);
    overview(judged, main);
    for finding in GROUPS {
        group(judged, finding, main);
    }
    to_bring(judged, main);
    beside::draw(judged, main);
    stamp(judged, main);
    button(main, "secondary", "sheet", speech.say(Phrase::SheetGo));
    button(main, "secondary", "print", speech.say(Phrase::Print));
    say(main, "p", "aside on-screen", speech.say(Phrase::PrintNote));
    button(
        main,
        "secondary",
        "check",
        speech.say(Phrase::ChangeAnswers),
    );
    title
}

fn verdict(judged: &Judged) -> Verdict {
    Verdict::of(judged.findings.iter().copied())
}

fn title(judged: &Judged) -> String {
    let speech = judged.speech;
    match verdict(judged) {
        // Nothing is open yet where nothing was asked.
        Verdict::Open if !judged.is_begun() => speech.say(Phrase::TitleEmpty).to_owned(),
        Verdict::FitsSoFar => speech.say(Phrase::TitleFits).to_owned(),
        Verdict::Open => speech.say(Phrase::TitleOpen).to_owned(),
        Verdict::DoesNotFit => match judged.conflicts().len() {
            1 => speech.say(Phrase::TitleConflict).to_owned(),
            count => speech.fill(Phrase::TitleConflicts, &[("count", &count.to_string())]),
        },
    }
}

/// What the sheet is: of which study, of which day, from whom.
fn stamp(judged: &Judged, main: &mut Vec<Node>) {
    let speech = judged.speech;
    let values = [
        ("trial", &*study::numbers(speech)),
        ("date", &*speech.date(judged.accepted.today())),
        ("updated", &*speech.date(speech.content.trial.last_update())),
    ];
    say(main, "p", "stamp", &speech.fill(Phrase::Stamp, &values));
}

/// Where one goes on from here, near the top, as the page is many screens long on a phone: to the
/// questions that are left, and to the sheet.
fn ways_on(judged: &Judged, main: &mut Vec<Node>) {
    let speech = judged.speech;
    let mut class = "primary";
    if !judged.questions.is_empty() {
        left::note(speech, Phrase::ResultUnfinished, &judged.accepted, main);
        let go_on = if judged.is_begun() {
            Phrase::NoticeGoOn
        } else {
            Phrase::StartGo
        };
        button(main, class, "continue", speech.say(go_on));
        class = "secondary";
    }
    button(main, class, "sheet", speech.say(Phrase::SheetGo));
}

/// What time alone changes.
fn with_time(judged: &Judged, main: &mut Vec<Node>) {
    let speech = judged.speech;
    let forecast = forecast(&speech.content.trial, &judged.accepted);
    if let Some(date) = forecast.may_change_on {
        let criteria = speech.content.trial.criteria();
        let conflicts = judged.conflicts().into_iter();
        let conflicts = conflicts.filter_map(|place| criteria.get(place));
        let class = age::class_of_note(speech, conflicts);
        say(
            main,
            "p",
            class,
            &speech.with_date(Phrase::AllMayFitFrom, date),
        );
    }
}

/// The groups at a glance, each a way to it: the page is many screens long on a phone.
fn overview(judged: &Judged, main: &mut Vec<Node>) {
    let speech = judged.speech;
    let section = &mut put(main, "section", "overview").children;
    say(section, "h2", "", speech.say(Phrase::Overview));
    for finding in GROUPS {
        let count = judged
            .findings
            .iter()
            .filter(|each| **each == finding)
            .count();
        if count > 0 {
            let mark = mark(finding);
            let button = put(section, "button", "way");
            button.set("type", "button").set("data-focus", mark.id);
            let badge = &mut put(&mut button.children, "span", mark.class).children;
            say(badge, "span", "sign", mark.sign).set("aria-hidden", "true");
            let values = [
                ("name", speech.say(mark.words)),
                ("count", &count.to_string()),
            ];
            say(
                badge,
                "strong",
                "",
                &speech.fill(Phrase::OverviewCount, &values),
            );
        }
    }
}

fn group(judged: &Judged, finding: Finding, main: &mut Vec<Node>) {
    let speech = judged.speech;
    let places = judged.findings.iter().enumerate();
    let places: Vec<_> = places.filter(|(_, each)| **each == finding).collect();
    if places.is_empty() {
        return;
    }
    let section = &mut put(main, "section", "group").children;
    let mark = mark(finding);
    say(section, "h2", "", speech.say(mark.words))
        .set("id", mark.id)
        .set("tabindex", "-1");
    if let Some(lead) = group_lead(finding) {
        say(section, "p", "", speech.say(lead));
    }
    let list = &mut put(section, "ul", "points").children;
    for (place, _) in places {
        criterion::draw(judged, place, list);
    }
}

fn group_lead(finding: Finding) -> Option<Phrase> {
    match finding {
        Finding::Conflicts => Some(Phrase::GroupConflicts),
        Finding::Open => Some(Phrase::GroupOpen),
        Finding::Fits => Some(Phrase::GroupFits),
        Finding::Team => Some(Phrase::GroupTeam),
        Finding::NotApplicable => None,
    }
}

/// What to ask or to bring.
fn to_bring(judged: &Judged, main: &mut Vec<Node>) {
    let asks = asks(judged);
    if asks.is_empty() {
        return;
    }
    let speech = judged.speech;
    let section = &mut put(main, "section", "bring").children;
    say(section, "h2", "", speech.say(Phrase::BringTitle));
    let list = &mut put(section, "ul", "boxes").children;
    for ask in asks {
        say(list, "li", "", ask);
    }
}

/// What to ask or to bring, for every answer that leaves a point open: "I don't know", an unclear
/// one, and a date or a band that is not known closely enough.
pub(crate) fn asks<'a>(judged: &Judged<'a>) -> Vec<&'a str> {
    let left_open = left_open(judged);
    let facts = (0..).zip(&judged.speech.content.facts);
    let asked = facts.filter(|(fact, _)| left_open.contains(fact));
    let asks = asked.map(|(_, words)| judged.speech.words(&words.ask));
    asks.collect()
}

/// The facts whose answer leaves some point open, in no order.
fn left_open(judged: &Judged) -> Vec<FactIndex> {
    let trial = &judged.speech.content.trial;
    let mut facts = Vec::new();
    for (criterion, finding) in trial.criteria().iter().zip(&judged.findings) {
        if *finding == Finding::Open {
            facts.extend(undecided(trial, &judged.accepted, criterion));
            facts.extend(judged.not_known(criterion));
        }
    }
    facts
}
