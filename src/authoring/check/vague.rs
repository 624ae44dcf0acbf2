//! Words of the registry that do not decide by themselves: each stands within the words that a
//! recorded reading is about, so that nobody reads past them.

use crate::authoring::criterion_file::CriterionFile;
use crate::authoring::diagnostic::Log;
use crate::authoring::wording::mistake::WordingMistake;
use crate::authoring::wording::place_in;
use crate::authoring::wording::signs::places;
use crate::authoring::wording::vague::VAGUE;
use std::ops::Range;

/// Warns of every vague word that no reading covers.
pub(crate) fn check_vague(criteria: &[CriterionFile], log: &mut Log) {
    for criterion in criteria {
        let Some(text) = &criterion.text else {
            continue;
        };
        let readings = criterion.readings.iter();
        let mut covered: Vec<Range<usize>> = readings
            .flat_map(|reading| occurrences(text.get_ref(), reading.get_ref()))
            .collect();
        let mut found = Vec::new();
        for (sign, because) in VAGUE {
            for place in places(text.get_ref(), sign) {
                if !covered.iter().any(|words| within(&place, words)) {
                    found.push((place.clone(), sign, because));
                }
                // A word within a longer sign is said with it.
                covered.push(place);
            }
        }
        found.sort_by_key(|(place, ..)| place.start);
        for (place, sign, because) in found {
            let at = place_in(place, text, log);
            log.warning(at, WordingMistake::Vague { sign, because })
                .hint("add a `[[criterion.reading]]` of these words that says how they are taken, and why");
        }
    }
}

fn occurrences(text: &str, words: &str) -> Vec<Range<usize>> {
    let found = text.match_indices(words);
    found.map(|(at, words)| at..at + words.len()).collect()
}

fn within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
