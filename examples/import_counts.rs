//! Imports every record of a folder and prints what was found in them, how long it took, and which
//! were the hardest: `cargo run --release --example import_counts -- FOLDER [HOW MANY]`. Who changes
//! how texts are split reads the hardest ones before and after.

use prescreen::authoring::{Chosen, Item, Piece, PieceKind, import, items, passages, split};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What is counted, with how many records have it.
type Counts = BTreeMap<String, usize>;

/// What makes a text hard, with its sum.
struct Hard {
    score: usize,
    name: String,
    why: String,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments
        .next()
        .unwrap_or_else(|| "../shared/data/ctgov/records".into());
    let most = arguments
        .next()
        .and_then(|count| count.parse().ok())
        .unwrap_or(20);
    let records = records(Path::new(&folder));
    let start = Instant::now();
    let read: Vec<_> = records
        .iter()
        .map(|path| (path, import(path, Chosen::All)))
        .collect();
    let took = start.elapsed();
    let (mut counts, mut hard) = (Counts::new(), Vec::new());
    for (path, (drafts, said)) in &read {
        let kind = if drafts.is_empty() {
            "0 not imported"
        } else {
            "0 imported"
        };
        add(&mut counts, kind);
        let mut kinds: Vec<_> = said
            .iter()
            .map(|said| without_names(&said.message))
            .collect();
        kinds.sort();
        kinds.dedup();
        let flags = kinds.len();
        kinds
            .iter()
            .for_each(|kind| add(&mut counts, &format!("3 flag: {kind}")));
        for draft in drafts {
            count_fields(&draft.trial, &mut counts);
            let study: serde_json::Value = serde_json::from_str(&draft.record).unwrap_or_default();
            let text =
                study["protocolSection"]["eligibilityModule"]["eligibilityCriteria"].as_str();
            let pieces = split(text.unwrap_or_default());
            count_pieces(&pieces, &mut counts);
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            hard.push(hardness(name, &pieces, flags));
        }
    }
    for (what, count) in &counts {
        println!("{count:>6}  {}", what.get(2..).unwrap_or_default());
    }
    println!("\n{} files in {took:?}\n", records.len());
    hard.sort_by(|one, other| {
        other
            .score
            .cmp(&one.score)
            .then_with(|| one.name.cmp(&other.name))
    });
    for Hard { score, name, why } in hard.iter().take(most) {
        println!("{score:>5}  {name}  {why}");
    }
}

fn records(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut records: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    records.sort();
    records
}

fn add(counts: &mut Counts, what: &str) {
    *counts.entry(what.to_owned()).or_default() += 1;
}

/// A message with its quoted parts left out, so that alike ones are counted together.
fn without_names(message: &str) -> String {
    let parts = message.split('`').enumerate();
    let parts = parts.map(|(at, part)| if at % 2 == 0 { part } else { "…" });
    parts.collect()
}

fn count_fields(trial: &str, counts: &mut Counts) {
    for (line, what) in [
        ("id = \"AGE\"", "1 ages"),
        ("fact = \"birth_date\"", "1 ages with a rule"),
        ("id = \"SEX\"", "1 one sex"),
    ] {
        if trial.lines().any(|own| own == line) {
            add(counts, what);
        }
    }
}

fn count_pieces(pieces: &[Piece], counts: &mut Counts) {
    let items = items(pieces);
    let depth = deepest(&items);
    let headings = pieces
        .iter()
        .filter(|piece| piece.kind == PieceKind::Heading)
        .count();
    add(counts, &format!("2 headings that say no more: {headings}"));
    add(counts, &format!("2 nested as deep as {depth}"));
    let criteria = match items.len() {
        0 => "none",
        1..=9 => "1 to 9",
        10..=19 => "10 to 19",
        20..=39 => "20 to 39",
        _ => "40 or more",
    };
    add(counts, &format!("2 criteria: {criteria}"));
    let facts = [
        (
            items.iter().any(|item| item.polarity.is_none()),
            "2 criteria of which no heading says the list",
        ),
        (
            items.iter().any(|item| item.group.is_some()),
            "2 criteria in groups",
        ),
        (!passages(pieces).is_empty(), "2 passages"),
        (
            items.iter().any(|item| is_unmarked(item)),
            "2 criteria without a marker",
        ),
    ];
    facts
        .iter()
        .filter(|(is, _)| *is)
        .for_each(|(_, what)| add(counts, what));
}

fn deepest(items: &[Item]) -> u8 {
    let lines = items.iter().flat_map(|item| &item.lines);
    lines.map(|line| line.depth).max().unwrap_or(0)
}

fn is_unmarked(item: &Item) -> bool {
    item.lines
        .first()
        .is_some_and(|line| line.marker.is_empty())
}

fn hardness(name: String, pieces: &[Piece], flags: usize) -> Hard {
    let items = items(pieces);
    let lines = || items.iter().flat_map(|item| &item.lines);
    let markers: BTreeSet<String> = lines()
        .map(|line| {
            line.marker
                .chars()
                .map(|letter| {
                    if letter.is_alphanumeric() {
                        'x'
                    } else {
                        letter
                    }
                })
                .collect()
        })
        .collect();
    let unknown = items.iter().filter(|item| item.polarity.is_none()).count();
    let unmarked = items.iter().filter(|item| is_unmarked(item)).count();
    let inside = lines()
        .map(|line| markers_inside(&line.text))
        .sum::<usize>();
    let (passages, depth) = (passages(pieces).len(), usize::from(deepest(&items)));
    let why = format!(
        "{} criteria, {unknown} of no list, {unmarked} unmarked, {passages} passages, depth {depth}, {} kinds of marker, {inside} markers inside, {flags} flags",
        items.len(),
        markers.len()
    );
    let score = unknown.min(5)
        + unmarked
        + 2 * passages
        + 3 * depth
        + 2 * markers.len()
        + 2 * inside
        + 2 * flags;
    Hard { score, name, why }
}

/// What looks like a marker within a line, so that items may have been left together.
fn markers_inside(text: &str) -> usize {
    let words = text.split_whitespace().skip(1);
    let marks = words.filter(|word| {
        let number = word.trim_end_matches(['.', ')']);
        let closed = number.len() < word.len() && number.len() <= 2;
        ["•", "-", "●"].contains(word)
            || closed && number.bytes().all(|byte| byte.is_ascii_digit()) && !number.is_empty()
    });
    marks.count()
}
