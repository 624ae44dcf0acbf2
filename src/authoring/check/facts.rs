//! The words of the facts beside their kinds: each in a section, every value worded once.

use crate::authoring::diagnostic::Log;
use crate::authoring::fact_file::{ChoiceFile, FactFile};
use crate::authoring::meaning::MeaningMistake;
use crate::authoring::study_file::SectionFile;
use crate::authoring::trial_file::TrialFile;
use crate::authoring::vocabulary::check_repeated;
use crate::engine::Kind;
use crate::page::content::{ChoiceWords, FactWords};

/// The most characters of a Chinese question, and the most words of an English one.
const LONGEST: (usize, usize) = (25, 20);

/// Checks the words of every fact and gives them, with section and choices.
pub(crate) fn check_facts(file: &TrialFile, log: &mut Log) -> Vec<FactWords> {
    check_sections(file, log);
    let facts = file.facts.iter();
    facts
        .map(|fact| check_fact(fact, &file.sections, log))
        .collect()
}

fn check_fact(fact: &FactFile, sections: &[SectionFile], log: &mut Log) -> FactWords {
    check_question(fact, log);
    FactWords {
        section: check_section(fact, sections, log),
        choices: check_choices(fact, log),
        ..fact.words.clone()
    }
}

fn check_section(fact: &FactFile, sections: &[SectionFile], log: &mut Log) -> u8 {
    let Some(section) = &fact.section else {
        return 0;
    };
    let ids = || sections.iter().filter_map(|section| section.id.as_ref());
    let place = ids().position(|id| id.get_ref() == section.get_ref());
    if place.is_none() {
        let known = ids().map(|id| id.get_ref().as_str());
        let name = section.get_ref();
        log.error(section.span(), MeaningMistake::UnknownSection(name.clone()))
            .suggest(name, known);
    }
    place
        .and_then(|place| u8::try_from(place).ok())
        .unwrap_or_default()
}

fn check_sections(file: &TrialFile, log: &mut Log) {
    for id in file
        .sections
        .iter()
        .filter_map(|section| section.id.as_ref())
    {
        let mut sections = file.facts.iter().filter_map(|fact| fact.section.as_ref());
        if !sections.any(|section| section.get_ref() == id.get_ref()) {
            log.warning(id.span(), MeaningMistake::IdleSection(id.get_ref().clone()))
                .hint("take it away, or name it as the `section` of a fact");
        }
    }
}

fn check_question(fact: &FactFile, log: &mut Log) {
    let question = &fact.words.question;
    let lengths = [
        (
            question.zh_hans.chars().count(),
            LONGEST.0,
            "Chinese characters",
        ),
        (
            question.en.split_whitespace().count(),
            LONGEST.1,
            "English words",
        ),
    ];
    for (found, most, what) in lengths.into_iter().filter(|(found, most, _)| found > most) {
        log.warning(
            fact.question.clone(),
            MeaningMistake::LongQuestion { found, most, what },
        )
        .hint("ask in a line, and say the rest in `why` or `help`");
    }
}

/// The answers shown, each with the index of its value.
fn check_choices(fact: &FactFile, log: &mut Log) -> Vec<ChoiceWords> {
    let Some(definition) = &fact.definition else {
        return Vec::new();
    };
    check_repeated(
        "choice",
        fact.choices.iter().map(|choice| &choice.value),
        log,
    );
    match &definition.kind {
        Kind::YesNo => {
            check_halves(fact, log);
            let values = ["false".to_owned(), "true".to_owned()];
            worded(&fact.choices, &values, log)
        }
        Kind::Scale(values) => {
            if fact.choices.is_empty() {
                log.error(
                    fact.id.as_ref().map(toml::Spanned::span),
                    MeaningMistake::NoSteps,
                );
            }
            worded(&fact.choices, values, log)
        }
        Kind::Choice(values) | Kind::Choices(values) => {
            check_all_worded(fact, values, log);
            worded(&fact.choices, values, log)
        }
        Kind::BirthDate | Kind::Date | Kind::Quantity(_) => Vec::new(),
    }
}

fn check_halves(fact: &FactFile, log: &mut Log) {
    if let [choice] = &fact.choices[..] {
        let (found, missing) = if choice.value.get_ref() == "true" {
            ("yes", "no")
        } else {
            ("no", "yes")
        };
        log.error(
            choice.value.span(),
            MeaningMistake::HalfWorded { found, missing },
        );
    }
}

fn check_all_worded(fact: &FactFile, values: &[String], log: &mut Log) {
    for value in values {
        let mut choices = fact.choices.iter();
        if !choices.any(|choice| choice.value.get_ref() == value) {
            log.error(
                fact.values.clone(),
                MeaningMistake::UnwordedValue(value.clone()),
            )
            .hint(&format!(
                "add one with `value = \"{value}\"` and its `label`"
            ));
        }
    }
}

fn worded(choices: &[ChoiceFile], values: &[String], log: &mut Log) -> Vec<ChoiceWords> {
    let mut words = Vec::new();
    // Without values, which is said, every choice is unknown.
    for choice in choices.iter().filter(|_| !values.is_empty()) {
        let found = choice.value.get_ref();
        let place = values.iter().position(|value| value == found);
        let Some(value) = place.and_then(|place| u8::try_from(place).ok()) else {
            let known = values.to_vec();
            let found = found.clone();
            log.error(
                choice.value.span(),
                MeaningMistake::UnknownChoice { found, known },
            )
            .suggest(choice.value.get_ref(), values.iter().map(String::as_str));
            continue;
        };
        words.push(ChoiceWords {
            value,
            label: choice.label.clone(),
            hint: choice.hint.clone(),
        });
    }
    words
}
