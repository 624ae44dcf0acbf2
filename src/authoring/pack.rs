//! The pack for an ethics committee: all that the page of a trial contains, in both languages, as one
//! HTML file for paper, made by the program from what the page is made from. The same sources, day
//! and earlier pack give the same bytes. It judges nothing, and it leaves nothing out: what could not
//! be shown is named.

mod ambiguities;
mod changed;
mod changes;
mod criteria;
mod criterion_rule;
mod criterion_words;
mod data;
mod document;
mod draw;
mod entries;
mod fixed;
mod mistake;
mod persons;
mod questions;
mod repeated;
mod results;
mod rule_words;
mod scope;
mod screens;
mod shown;
mod sources;
mod still;
mod study;
mod word_diff;
mod written;

use crate::engine::{Date, Iso};
use crate::page::view::{Node, put};
pub use changes::{Change, Changes, PartChanges};
pub use data::{PackData, PackEntry, PackPart, PackText};
pub use mistake::PackMistake;
use persons::{Person, persons};
use screens::{Screens, screens};
pub use sources::Sources;
pub use word_diff::{Part, word_diff};

/// A pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// The file.
    pub html: String,
    /// What it holds.
    pub data: PackData,
    /// What changed since the earlier pack, if one was given.
    pub changes: Option<Changes>,
    /// The names of screens that the program lists and no way led to.
    pub without_way: Vec<String>,
}

/// Makes the pack of a trial. `on` is the day that is shown on it; the day of the record's last
/// update if there is none. Example persons are shown on their own days.
///
/// # Errors
/// A day before the record's last update, an earlier pack of another trial.
pub fn pack(
    sources: &Sources,
    on: Option<Date>,
    earlier: Option<&PackData>,
) -> Result<Pack, PackMistake> {
    let content = &sources.loaded.content;
    let update = content.trial.last_update();
    let on = on.unwrap_or(update);
    if on < update {
        return Err(PackMistake::BeforeRecord {
            on: Iso(on).to_string(),
            record: Iso(update).to_string(),
        });
    }
    let persons = persons(sources);
    let screens = screens(content, &persons, on);
    let data = PackData {
        format: data::FORMAT,
        trial: content.trial.nct_id().to_owned(),
        on: Iso(on).to_string(),
        record_date: Iso(update).to_string(),
        version: format!("{:08x}", content.version),
        trial_hash: sources.trial_hash.clone(),
        content_hash: sources.content_hash.clone(),
        words_hash: sources.words_hash.clone(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        parts: entries::parts(sources, &persons, &screens.shown),
    };
    let changes = earlier.map(|earlier| since(earlier, &data)).transpose()?;
    let body = body(sources, &data, changes.as_ref(), &persons, &screens);
    Ok(Pack {
        html: document::document(sources, &data, body)?,
        data,
        changes,
        without_way: screens.without_way,
    })
}

fn since(earlier: &PackData, now: &PackData) -> Result<Changes, PackMistake> {
    if earlier.trial != now.trial {
        return Err(PackMistake::OtherTrial {
            found: earlier.trial.clone(),
            accepted: now.trial.clone(),
        });
    }
    Ok(Changes::between(earlier, now))
}

/// The title page, the contents and the chapters.
fn body(
    sources: &Sources,
    data: &PackData,
    changes: Option<&Changes>,
    persons: &[Person],
    screens: &Screens,
) -> Vec<Node> {
    let mut chapters = Vec::new();
    let mut chapter = |draw: &dyn Fn(&mut Vec<Node>)| {
        draw(&mut put(&mut chapters, "section", "chapter").children);
    };
    if let Some(changes) = changes {
        chapter(&|nodes| changed::draw(changes, data, nodes));
    }
    chapter(&|nodes| study::draw(data, nodes));
    chapter(&|nodes| criteria::draw(sources, persons, nodes));
    chapter(&|nodes| ambiguities::draw(sources, nodes));
    chapter(&|nodes| questions::draw(sources, nodes));
    chapter(&|nodes| results::draw(sources, screens, nodes));
    chapter(&|nodes| shown::draw(&sources.loaded.content, screens, nodes));
    chapter(&|nodes| fixed::draw(sources, nodes));
    chapter(&|nodes| persons::draw(sources, persons, nodes));
    let mut body = Vec::new();
    study::title(
        sources,
        data,
        &mut put(&mut body, "section", "title").children,
    );
    study::contents(&chapters, &mut put(&mut body, "nav", "").children);
    body.extend(chapters);
    body
}
