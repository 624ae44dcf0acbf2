//! Amounts asked as bands, because nothing is typed: a keyboard may tell its maker what is typed.
//! The bands lie between the limits of the trial's rules (`Trial::amount_bands`), so no answer is
//! more exact than needed.

use super::phrase::Phrase;
use super::speech::Speech;
use crate::engine::{Amount, Dimension, FactIndex, Interval, Thousandths, Trial, Unit};

/// The place of the band that an amount was given as; none if it is no band, as no form gives.
pub(crate) fn place(trial: &Trial, fact: FactIndex, amounts: Interval) -> Option<usize> {
    let bands = trial.amount_bands(fact);
    bands.iter().position(|band| *band == amounts)
}

/// The words of a band: "below 10 kg", "10 kg or more".
pub(crate) fn label(speech: Speech, fact: FactIndex, dimension: Dimension, band: usize) -> String {
    let limits = speech.content.trial.amount_limits(fact);
    let words = |limit: &Amount| amount(speech, dimension, *limit);
    let low = band.checked_sub(1).and_then(|below| limits.get(below));
    match (low, limits.get(band)) {
        (None, Some(high)) => speech.fill(Phrase::BandBelow, &[("high", &words(high))]),
        (Some(low), None) => speech.fill(Phrase::BandFrom, &[("low", &words(low))]),
        (Some(low), Some(high)) => {
            let values = [("low", &*words(low)), ("high", &*words(high))];
            speech.fill(Phrase::BandBetween, &values)
        }
        (None, None) => speech.say(Phrase::BandAny).to_owned(),
    }
}

/// An amount in the units of the language: 公斤 and 斤, or kg and about so many pounds.
fn amount(speech: Speech, dimension: Dimension, amount: Amount) -> String {
    let Thousandths(pounds) = amount.in_unit(Unit::Pound);
    match dimension {
        Dimension::Mass => speech.fill(
            Phrase::AmountMass,
            &[
                ("kg", &amount.in_unit(Unit::Kilogram).decimal()),
                ("jin", &amount.in_unit(Unit::Jin).decimal()),
                ("lb", &((pounds + 500) / 1000).to_string()),
            ],
        ),
        Dimension::Percentage => speech.fill(
            Phrase::AmountPercent,
            &[("number", &amount.in_unit(Unit::Percent).decimal())],
        ),
    }
}
