//! What the build writes for the page to read: the content and the known cases as bytes, with all
//! texts apart from the numbers that say how long each is. The texts then stand in the page as they
//! are, where a compressor finds again what the page without scripts says too, and anyone can read them.
//!
//! It is postcard's format in two streams. `authoring` writes it, the border reads it; it knows no file
//! and no DOM.

use super::content::Content;
use crate::engine::KnownCases;
use postcard::de_flavors::Flavor;
use postcard::{Deserializer, Error, Result};
use serde::Deserialize;

/// The content of a page, and the cases by which it is tried before it shows anything.
pub type Written = (Content, KnownCases);

/// What [`Written`] is written as.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Streams {
    /// Everything but the texts, and how many bytes of UTF-8 each text has.
    pub numbers: Vec<u8>,
    /// All texts, one after the other.
    pub texts: String,
}

/// Writes a page's content.
///
/// # Errors
/// Those of postcard; for what a trial file can say there is none.
///
/// ```
/// use prescreen::authoring::load_trial;
/// use prescreen::engine::KnownCases;
/// use prescreen::page::written::{read, write};
/// let www = std::path::Path::new("tests/authoring/good");
/// let (loaded, _) = load_trial(www, &www.join("trials/nct00000001.toml"), Vec::new());
/// let content = loaded.unwrap().content;
/// let known = KnownCases::among(&content.trial, &[]);
/// let streams = write(&content, &known).unwrap();
/// assert!(streams.texts.contains(&content.study.title.zh_hans));
/// assert_eq!(read(&streams.numbers, &streams.texts), Ok((content, known)));
/// ```
#[cfg(not(target_arch = "wasm32"))]
pub fn write(content: &Content, known_cases: &KnownCases) -> Result<Streams> {
    let bytes = postcard::to_allocvec(&(content, known_cases))?;
    let parting = Parting {
        rest: &bytes,
        streams: Streams::default(),
    };
    let mut deserializer = Deserializer::from_flavor(parting);
    Written::deserialize(&mut deserializer)?;
    deserializer.finalize()
}

/// Reads what [`write`] wrote.
///
/// # Errors
/// Streams that end too early or too late, or that nothing can be made of.
pub fn read(numbers: &[u8], texts: &str) -> Result<Written> {
    let apart = Apart {
        numbers,
        texts: texts.as_bytes(),
    };
    let mut deserializer = Deserializer::from_flavor(apart);
    let written = Written::deserialize(&mut deserializer)?;
    deserializer.finalize()?;
    Ok(written)
}

/// Takes what comes in single bytes from the numbers, and what comes in lengths from the texts.
struct Apart<'de> {
    numbers: &'de [u8],
    texts: &'de [u8],
}

impl<'de> Flavor<'de> for Apart<'de> {
    type Remainder = ();
    type Source = ();

    fn pop(&mut self) -> Result<u8> {
        pop(&mut self.numbers)
    }

    fn try_take_n(&mut self, count: usize) -> Result<&'de [u8]> {
        take(&mut self.texts, count)
    }

    fn finalize(self) -> Result<()> {
        match (self.numbers, self.texts) {
            ([], []) => Ok(()),
            _ => Err(Error::DeserializeBadEncoding),
        }
    }
}

/// Reads one stream, and notes what would have been taken from which of the two.
#[cfg(not(target_arch = "wasm32"))]
struct Parting<'de> {
    rest: &'de [u8],
    streams: Streams,
}

#[cfg(not(target_arch = "wasm32"))]
impl<'de> Flavor<'de> for Parting<'de> {
    type Remainder = Streams;
    type Source = ();

    fn pop(&mut self) -> Result<u8> {
        let byte = pop(&mut self.rest)?;
        self.streams.numbers.push(byte);
        Ok(byte)
    }

    fn try_take_n(&mut self, count: usize) -> Result<&'de [u8]> {
        let bytes = take(&mut self.rest, count)?;
        let text = core::str::from_utf8(bytes).map_err(|_| Error::DeserializeBadUtf8)?;
        self.streams.texts.push_str(text);
        Ok(bytes)
    }

    fn finalize(self) -> Result<Streams> {
        Ok(self.streams)
    }
}

fn pop(stream: &mut &[u8]) -> Result<u8> {
    let (byte, rest) = stream
        .split_first()
        .ok_or(Error::DeserializeUnexpectedEnd)?;
    *stream = rest;
    Ok(*byte)
}

fn take<'de>(stream: &mut &'de [u8], count: usize) -> Result<&'de [u8]> {
    let (taken, rest) = stream
        .split_at_checked(count)
        .ok_or(Error::DeserializeUnexpectedEnd)?;
    *stream = rest;
    Ok(taken)
}
