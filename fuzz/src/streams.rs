//! The two streams that the page reads: what is written is read back as it was, and streams of any
//! bytes are read or refused.

use super::Read;
use super::place::Place;
use prescreen::authoring::load_trial;
use prescreen::engine::KnownCases;
use prescreen::page::written::{Written, read, write};

/// How many bytes say how long the numbers are: the least significant first.
const LENGTH: usize = 2;

/// The length of the numbers, the numbers, the texts.
pub fn streams(bytes: &[u8]) -> Read {
    let (length, rest) = bytes.split_at(bytes.len().min(LENGTH));
    let length = length
        .iter()
        .rev()
        .fold(0, |sum, byte| sum << 8 | usize::from(*byte));
    let (numbers, texts) = rest.split_at(rest.len().min(length));
    match read(numbers, &String::from_utf8_lossy(texts)) {
        Ok(written) => {
            check_streams(&written);
            Read::Accepted
        }
        Err(_) => Read::Refused,
    }
}

/// What is written is read back as it was.
pub(crate) fn check_streams(written: &Written) {
    let (content, known) = written;
    let streams = write(content, known).expect("what was read can be written");
    assert_eq!(read(&streams.numbers, &streams.texts).as_ref(), Ok(written));
}

/// What the reader of `corpus/streams` reads of the good trial of the tests.
#[must_use]
pub fn good() -> Vec<u8> {
    let place = Place::new("streams");
    let (loaded, said) = load_trial(place.folder(), &place.trial(), Vec::new());
    let content = loaded.unwrap_or_else(|| panic!("{said:?}")).content;
    let known = KnownCases::among(&content.trial, &[]);
    let streams = write(&content, &known).expect("a trial can be written");
    let length = u16::try_from(streams.numbers.len()).expect("the trial is small");
    [
        &length.to_le_bytes(),
        &streams.numbers[..],
        streams.texts.as_bytes(),
    ]
    .concat()
}
