//! Drift as text for a person, without colours: first what concerns families most.

use super::criteria::{Became, CriterionChange};
use super::difference::Differs;
use super::encoded::LookAgain;
use super::record::{Age, Dates};
use super::text::{Entry, List};
use super::value::{Stands, ValueChange};
use super::value_told::{name, told};
use super::{Drift, Outcome};
use crate::engine::OneLine;
use std::fmt::{self, Display, Formatter};

impl Display for Drift {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let (pinned, record) = (day(&self.pinned_record), day(&self.record));
        let id = OneLine(&self.nct_id);
        match self.outcome {
            Outcome::NoDrift => writeln!(
                out,
                "no drift: {id}, the record of {record} says what the pinned record of {pinned} says"
            )?,
            Outcome::NotCompared => writeln!(
                out,
                "not compared: {id}, the record of {record} lacks values of the pinned record of {pinned}; what it has is the same"
            )?,
            Outcome::Drift => writeln!(
                out,
                "drift: {id}, the record of {record} differs from the pinned record of {pinned}"
            )?,
        }
        self.tell_age(out)?;
        self.tell_values(out)?;
        self.tell_criteria(out)?;
        self.tell_absent(out)
    }
}

impl Drift {
    fn tell_age(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self.record_is {
            Age::Older => writeln!(out, "note: this record is older than the pinned one"),
            Age::Unknown => writeln!(out, "note: the records do not say which of them is newer"),
            Age::Newer | Age::Same => Ok(()),
        }
    }

    fn tell_values(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let mut values: Vec<_> = self
            .values
            .iter()
            .filter(|value| value.change.is_drift())
            .collect();
        values.sort_by_key(|value| !is_contact(value));
        let mut head = "";
        for value in values {
            let part = if is_contact(value) {
                "contacts, whom families call"
            } else {
                "values"
            };
            if part != head {
                writeln!(out, "\n{part}")?;
                head = part;
            }
            writeln!(out, "  {}", OneLine(&told(value)))?;
            if !value.look_again.is_empty() {
                let again = value.look_again.join(", ");
                writeln!(out, "      look again: {}", OneLine(&again))?;
            }
        }
        Ok(())
    }

    fn tell_criteria(&self, out: &mut Formatter<'_>) -> fmt::Result {
        if self.eligibility_criteria.is_empty() && self.renumbered.is_empty() {
            return Ok(());
        }
        writeln!(out, "\ncriteria")?;
        for change in &self.eligibility_criteria {
            writeln!(out, "  {}", heading(change))?;
            let excerpt = Some(change.excerpt.as_str()).filter(|words| !words.is_empty());
            writeln!(out, "      {}", OneLine(excerpt.unwrap_or("without words")))?;
            for again in &change.look_again {
                writeln!(out, "      look again: {}", OneLine(&again.to_string()))?;
            }
        }
        self.tell_renumbered(out)
    }

    fn tell_renumbered(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let moves = self.renumbered.iter().map(|one| {
            let none = |ids: &[String]| match ids {
                [] => "no criterion".to_owned(),
                ids => ids.join(" and "),
            };
            format!("{} is now {}", none(&one.old), none(&one.new))
        });
        let moves: Vec<_> = moves.collect();
        if moves.is_empty() {
            return Ok(());
        }
        writeln!(
            out,
            "  the same words under other numbers: {}",
            moves.join(", ")
        )
    }

    fn tell_absent(&self, out: &mut Formatter<'_>) -> fmt::Result {
        for (stands, words) in [
            (Stands::NotInRecord, "not in this record, so not compared"),
            (
                Stands::NotInPinnedRecord,
                "not in the pinned record, so not compared",
            ),
        ] {
            let values = self.values.iter().filter(|value| value.change == stands);
            let names: Vec<_> = values.map(name).collect();
            if !names.is_empty() {
                writeln!(out, "\n{words}: {}", OneLine(&names.join(", ")))?;
            }
        }
        Ok(())
    }
}

fn is_contact(value: &ValueChange) -> bool {
    value
        .field
        .starts_with("contactsLocationsModule.centralContacts")
}

fn day(dates: &Dates) -> OneLine<'_> {
    let day = dates.last_update_post_date.as_ref();
    let day = day.or(dates.last_update_submit_date.as_ref());
    OneLine(day.map_or("an unknown day", String::as_str))
}

fn heading(change: &CriterionChange) -> String {
    let (old, new) = (ids(&change.old), ids(&change.new));
    let now = if old == new {
        String::new()
    } else {
        format!(", now {new}")
    };
    let said = match change.change {
        Became::Changed => format!("{old}{now}: changed{}", only(change.differs)),
        Became::Moved => format!("{old}{now}: the same words below another heading"),
        Became::Reordered => format!("{old}{now}: the same words in another place"),
        Became::Split => format!("{old}: split, now {new}"),
        Became::Joined => format!("{old}: joined, now {new}"),
        Became::Added => format!("{new}: new, the trial has nothing for it"),
        Became::Removed => format!("{old}: gone"),
    };
    format!("{said}{}", lists(change))
}

fn ids(entries: &[Entry]) -> String {
    let ids = entries.iter().map(|entry| match entry.ids.as_slice() {
        [first, .., last] => format!("{first} to {last}"),
        ids => ids.concat(),
    });
    ids.collect::<Vec<_>>().join(" and ")
}

fn only(differs: Differs) -> &'static str {
    match differs {
        Differs::Punctuation => ", punctuation alone",
        Differs::LetterCase => ", capital and small letters alone",
        Differs::Nothing | Differs::Words => "",
    }
}

/// Another list turns a criterion into its opposite, so it is said aloud.
fn lists(change: &CriterionChange) -> String {
    let (old, new) = (loud(&change.old), loud(&change.new));
    if old.is_empty() || new.is_empty() || old == new {
        return String::new();
    }
    format!(" — MOVED FROM {old} TO {new}")
}

/// The lists that some pieces stand in.
fn loud(entries: &[Entry]) -> String {
    let names = entries.iter().map(|entry| match entry.list {
        List::Inclusion => "INCLUSION",
        List::Exclusion => "EXCLUSION",
        List::Unsaid => "NEITHER INCLUSION NOR EXCLUSION",
        List::Passage => "THE WORDS THAT ARE NO CRITERION",
    });
    let mut names: Vec<_> = names.collect();
    names.dedup();
    names.join(" AND ")
}

impl Display for LookAgain {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let rule = if self.rule {
            "its rule, its words"
        } else {
            "its words"
        };
        write!(out, "{}, {rule}", self.id)?;
        for (count, one, many) in [
            (self.readings, "reading", "readings"),
            (self.examples, "example", "examples"),
        ] {
            match count {
                0 => {}
                1 => write!(out, ", 1 {one}")?,
                _ => write!(out, ", {count} {many}")?,
            }
        }
        Ok(())
    }
}
