//! Scripts and styles on their way into a document: without comments and indentation, and with
//! nothing in them at which an HTML parser would stop.

use super::mistake::BundleMistake;

/// The texts at which an HTML parser ends a script or reads it otherwise.
const ENDINGS: [&str; 3] = ["</script", "<script", "<!--"];

/// A script or a style without blank lines, indentation, and comments that have lines of their
/// own. Nothing within a line is touched, so it needs to know nothing of the language.
#[must_use]
pub(super) fn cut(text: &str) -> String {
    let mut kept = String::new();
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        in_comment |= line.starts_with("/*") && !line.starts_with("/*{{");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    kept
}

/// The script, if a browser reads it to its end.
pub(super) fn closed(file: &'static str, script: String) -> Result<String, BundleMistake> {
    let lower = script.to_ascii_lowercase();
    match ENDINGS.into_iter().find(|text| lower.contains(text)) {
        Some(text) => Err(BundleMistake::EndsEarly { file, text }),
        None => Ok(script),
    }
}
