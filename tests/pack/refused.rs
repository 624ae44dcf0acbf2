//! What is no earlier pack of the trial is refused, each in its own words.

use crate::{packs, sources, trials, www};
use prescreen::authoring::pack::{PackData, PackMistake, pack};
use prescreen::engine::{Date, Month};

fn refusal(html: &str) -> String {
    match PackData::read(html) {
        Ok(_) => panic!("it was read"),
        Err(mistake) => mistake.to_string(),
    }
}

#[test]
fn a_file_that_is_no_pack_is_refused() {
    let no_pack = "the earlier file is no pack; accepted is an HTML file that `prescreen pack` wrote, unchanged";
    assert_eq!(refusal(""), no_pack);
    assert_eq!(
        refusal("<!DOCTYPE html><title>another page</title>"),
        no_pack
    );
    let html = &packs()[0].1.html;
    let data = html.find("pack-data").expect("its data");
    let cut = html.get(..data + 200).expect("its beginning");
    assert_eq!(refusal(cut), no_pack);
}

#[test]
fn a_pack_that_was_damaged_is_refused() {
    let html = packs()[0].1.html.replace("\"parts\":[", "\"parts\":{");
    let said = refusal(&html);
    assert!(
        said.starts_with("the data of the pack is damaged: "),
        "{said}"
    );
    assert!(
        said.ends_with("; take the file as `prescreen pack` wrote it"),
        "{said}"
    );
}

#[test]
fn a_pack_of_another_format_is_refused() {
    let html = packs()[0]
        .1
        .html
        .replace("{\"format\":1,", "{\"format\":2,\"more\":true,");
    assert_eq!(
        refusal(&html),
        "the earlier pack has the format `2`, accepted is `1`; write it again from the trial of that time"
    );
}

#[test]
fn a_pack_of_another_trial_is_refused() {
    let earlier = PackData {
        trial: "NCT00000002".to_owned(),
        ..packs()[0].1.data.clone()
    };
    let sources = sources(&www(), &trials()[0]);
    let made = pack(&sources, None, Some(&earlier));
    let accepted = packs()[0].1.data.trial.clone();
    let found = "NCT00000002".to_owned();
    assert_eq!(made, Err(PackMistake::OtherTrial { found, accepted }));
}

#[test]
fn a_day_before_the_record_is_refused() {
    let sources = sources(&www(), &trials()[0]);
    let day = Date::from_calendar_date(2000, Month::January, 1).expect("a day");
    let made = pack(&sources, Some(day), None);
    assert!(matches!(made, Err(PackMistake::BeforeRecord { .. })));
}
