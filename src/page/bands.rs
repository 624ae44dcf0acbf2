//! Amounts asked as bands, because nothing is typed: a keyboard may tell its maker what is typed.
//! The bands lie between the limits of the trial's rules (`Trial::amount_bands`), so no answer is
//! more exact than needed.

use super::phrase::Phrase;
use super::speech::Speech;
use crate::engine::{Amount, Band, Dimension, End, FactIndex, Interval, Thousandths, Trial, Unit};

/// The place of the band that an amount was given as; none if it is no band, as no form gives.
pub(crate) fn place(trial: &Trial, fact: FactIndex, amounts: Interval) -> Option<usize> {
    let bands = trial.amount_bands(fact);
    bands.iter().position(|band| *band == amounts)
}

/// The words of a band: "below 10 kg", "10 kg or more".
pub(crate) fn label(speech: Speech, fact: FactIndex, dimension: Dimension, band: usize) -> String {
    let bands = speech.content.trial.amount_bands(fact);
    let Some(amounts) = bands.get(band) else {
        return speech.say(Phrase::BandAny).to_owned();
    };
    let Band { low, high } = Band::of(*amounts, dimension);
    let phrase = match (low, high) {
        (None, None) => Phrase::BandAny,
        (None, Some(End::Excluded(_))) => Phrase::BandBelow,
        (None, Some(End::Included(_))) => Phrase::BandUpTo,
        (Some(End::Included(_)), None) => Phrase::BandFrom,
        (Some(End::Excluded(_)), None) => Phrase::BandAbove,
        (Some(End::Included(_)), Some(End::Excluded(_))) => Phrase::BandBetween,
        (Some(End::Included(_)), Some(End::Included(_))) => Phrase::BandFromUpTo,
        (Some(End::Excluded(_)), Some(End::Excluded(_))) => Phrase::BandAboveBelow,
        (Some(End::Excluded(_)), Some(End::Included(_))) => Phrase::BandAboveUpTo,
    };
    let words = |end: Option<End>| {
        end.map_or_else(String::new, |end| amount(speech, dimension, end.amount()))
    };
    speech.fill(phrase, &[("low", &words(low)), ("high", &words(high))])
}

/// An amount in the units of the language, 公斤 and 斤, or kg and about so many pounds; a laboratory
/// value in the units that reports print.
fn amount(speech: Speech, dimension: Dimension, amount: Amount) -> String {
    let number = |unit| amount.in_unit(unit).decimal();
    let fill = |phrase, unit| speech.fill(phrase, &[("number", &number(unit))]);
    match dimension {
        Dimension::Mass => mass(speech, amount),
        Dimension::Percentage => fill(Phrase::AmountPercent, Unit::Percent),
        Dimension::CellCount => {
            let micro = number(Unit::PerMicrolitre);
            let giga = number(Unit::ThousandMillionPerLitre);
            speech.fill(Phrase::AmountCells, &[("giga", &giga), ("micro", &micro)])
        }
        Dimension::MassConcentration => mass_concentration(speech, amount),
        Dimension::SubstanceConcentration => {
            if is_at_least(amount, 1, Unit::MillimolePerLitre) {
                fill(Phrase::AmountMillimoles, Unit::MillimolePerLitre)
            } else {
                fill(Phrase::AmountMicromoles, Unit::MicromolePerLitre)
            }
        }
        Dimension::TimesUpperLimit => fill(Phrase::AmountUpperLimit, Unit::UpperLimit),
        Dimension::Clearance => fill(Phrase::AmountClearance, Unit::MillilitrePerMinute),
        Dimension::IndexedClearance => fill(
            Phrase::AmountIndexedClearance,
            Unit::MillilitrePerMinuteIndexed,
        ),
    }
}

fn mass(speech: Speech, amount: Amount) -> String {
    let Thousandths(pounds) = amount.in_unit(Unit::Pound);
    speech.fill(
        Phrase::AmountMass,
        &[
            ("kg", &amount.in_unit(Unit::Kilogram).decimal()),
            ("jin", &amount.in_unit(Unit::Jin).decimal()),
            ("lb", &((pounds + 500) / 1000).to_string()),
        ],
    )
}

/// Haemoglobin and protein are printed in g/L or g/dL, sugar and bilirubin in mg/dL or mg/L, ferritin
/// in µg/L: the size tells.
fn mass_concentration(speech: Speech, amount: Amount) -> String {
    let number = |unit| amount.in_unit(unit).decimal();
    if is_at_least(amount, 10, Unit::GramPerLitre) {
        let (litre, decilitre) = (number(Unit::GramPerLitre), number(Unit::GramPerDecilitre));
        let values = [("l", &*litre), ("dl", &*decilitre)];
        speech.fill(Phrase::AmountGrams, &values)
    } else if is_at_least(amount, 1, Unit::MilligramPerDecilitre) {
        let litre = number(Unit::MilligramPerLitre);
        let decilitre = number(Unit::MilligramPerDecilitre);
        let values = [("l", &*litre), ("dl", &*decilitre)];
        speech.fill(Phrase::AmountMilligrams, &values)
    } else {
        let values = [("number", &*number(Unit::MicrogramPerLitre))];
        speech.fill(Phrase::AmountMicrograms, &values)
    }
}

fn is_at_least(amount: Amount, number: i64, unit: Unit) -> bool {
    amount >= Amount::new(Thousandths(number * 1000), unit)
}
