//! The words of a question against what is never asked. A criterion about such a matter has no rule,
//! since a rule needs a question: it is stated, and says who talks about it.

use crate::authoring::diagnostic::Log;
use crate::authoring::fact_file::FactFile;
use crate::authoring::wording::mistake::WordingMistake;
use crate::authoring::wording::never_asked::{Matter, NEVER_ASKED};
use crate::authoring::wording::signs::places;
use crate::page::content::Words;

/// Says every question that touches what is never asked, each matter once.
pub(crate) fn check_asked(facts: &[FactFile], log: &mut Log) {
    for fact in facts {
        for matter in &NEVER_ASKED {
            if let Some(sign) = words(fact)
                .into_iter()
                .find_map(|words| sign(words, matter))
            {
                let place = fact.id.as_ref().map(toml::Spanned::span);
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

fn sign(words: &Words, matter: &Matter) -> Option<&'static str> {
    let stands = |sign: &&&'static str| {
        [&words.zh_hans, &words.en]
            .into_iter()
            .any(|text| !places(text, sign).is_empty())
    };
    matter.signs.iter().find(stands).copied()
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
