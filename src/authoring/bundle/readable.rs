//! The trial's texts as they stand in a script of data: as they are, for whoever reads the page's
//! source and for a compressor, but for the three characters by which an HTML parser would end the
//! script or that it reads as others. `www/app.js` turns them back.

/// The bits by which a letter and its stand-in of Unicode's private use differ.
const STAND_IN: u32 = 0xE000;

/// The texts with stand-ins; the texts themselves if it is done twice, so that a text may hold the
/// stand-ins too.
///
/// ```
/// use prescreen::authoring::bundle::readable;
/// let text = "age < 19\r\n</script>\u{e000}";
/// assert_eq!(readable(text), "age \u{e03c} 19\u{e00d}\n\u{e03c}/script>\0");
/// assert_eq!(readable(&readable(text)), text);
/// ```
#[must_use]
pub fn readable(texts: &str) -> String {
    texts.chars().map(other).collect()
}

fn other(letter: char) -> char {
    match letter {
        '<' | '\r' | '\0' | '\u{e03c}' | '\u{e00d}' | '\u{e000}' => {
            char::from_u32(u32::from(letter) ^ STAND_IN).unwrap_or(letter)
        }
        _ => letter,
    }
}
