//! The words of a question against what is never asked. A criterion about such a matter has no rule,
//! since a rule needs a question: it is stated, and says who talks about it.

use crate::authoring::diagnostic::Log;
use crate::authoring::fact_file::FactFile;
use crate::authoring::wording::mistake::WordingMistake;
use crate::authoring::wording::never_asked::{Matter, NEVER_ASKED};
use crate::authoring::wording::signs::places;
use crate::page::content::Words;
use std::ops::Range;

/// Says every question that touches what is never asked, each matter once.
pub(crate) fn check_asked(facts: &[FactFile], log: &mut Log) {
    for fact in facts {
        for matter in &NEVER_ASKED {
            let texts = words(fact).into_iter();
            let mut texts = texts.flat_map(|words| [&words.zh_hans, &words.en]);
            if let Some((text, at, sign)) = texts.find_map(|text| sign(text, matter)) {
                let place = place(fact, text, at, log);
                let Matter { name, because, .. } = matter;
                let mistake = WordingMistake::NeverAsked {
                    matter: name,
                    sign,
                    because,
                };
                log.error(place, mistake)
                    .hint("take the question away, and state the criterion: `stated` says who talks about it");
            }
        }
    }
}

/// The first sign of a matter in a text, and where in it.
fn sign<'a>(text: &'a str, matter: &Matter) -> Option<(&'a str, Range<usize>, &'static str)> {
    let mut signs = matter.signs.iter();
    signs.find_map(|sign| Some((text, places(text, sign).into_iter().next()?, *sign)))
}

/// Where a part of a text of the fact stands; the name of the fact where it is written with escapes.
fn place(fact: &FactFile, text: &str, at: Range<usize>, log: &Log) -> Option<Range<usize>> {
    let id = fact.id.as_ref()?.span();
    let source = log.source();
    let from = source.text.get(id.start..)?;
    Some(from.find(text).map_or(id.clone(), |found| {
        let start = id.start + found;
        start + at.start..start + at.end
    }))
}

/// All words by which a fact is asked.
fn words(fact: &FactFile) -> Vec<&Words> {
    let own = &fact.words;
    let always = [&own.question, &own.why, &own.short, &own.ask];
    let optional = [&own.help, &own.none, &own.unknown];
    let choices = fact.choices.iter();
    let choices = choices.flat_map(|choice| std::iter::once(&choice.label).chain(&choice.hint));
    let always = always.into_iter().chain(optional.into_iter().flatten());
    always.chain(choices).collect()
}
