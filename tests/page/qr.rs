//! QR codes are read back by a decoder that shares nothing with what draws them, at several sizes.

use prescreen::page::qr::{Modules, modules};

/// How many modules around a code are white.
const QUIET: usize = 4;

/// The level of error correction as the format information of a QR code has it.
const MEDIUM: u16 = 0;
const LOW: u16 = 1;

/// What a decoder reads where each module is `scale` pixels wide, and at which level.
fn read(modules: &Modules, scale: usize) -> Option<(String, u16)> {
    read_changed(modules, scale, |_, _| false)
}

/// The same where some modules are the other way round.
fn read_changed(
    modules: &Modules,
    scale: usize,
    is_changed: impl Fn(usize, usize) -> bool,
) -> Option<(String, u16)> {
    let side = (modules.size() + 2 * QUIET) * scale;
    let dark = |x: usize, y: usize| {
        let inside = |place: usize| (place / scale).checked_sub(QUIET);
        let (Some(column), Some(row)) = (inside(x), inside(y)) else {
            return false;
        };
        modules.is_dark(column, row) != is_changed(column, row)
    };
    let grey = |x, y| if dark(x, y) { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, grey);
    let grids = image.detect_grids();
    let (meta, text) = grids.first()?.decode().ok()?;
    Some((text, meta.ecc_level))
}

/// Whether a decoder reads this very text where it is drawn.
pub(crate) fn is_read_back(text: &str) -> bool {
    let read = modules(text).and_then(|modules| read(&modules, 4));
    read.is_some_and(|(found, _)| found == text)
}

fn check(text: &str, version: usize, level: u16) {
    let modules = modules(text).expect("it is short enough");
    assert_eq!(modules.size(), 17 + 4 * version, "{text}");
    for scale in [3, 4, 8] {
        let found = read(&modules, scale);
        assert_eq!(found, Some((text.to_owned(), level)), "at {scale} pixels");
    }
}

#[test]
fn the_contact_and_codes_are_read_back() {
    check("NCT07338357\n+86 13607868275", 3, MEDIUM);
    // A usual code, and the longest one of the first trial.
    check(
        "PS1-NCT07338357-1D6XY-QG00K-JJP8F-C0K30-EJ82K-QEW3C-7BG5",
        3,
        MEDIUM,
    );
    check(
        &format!("PS1-NCT07338357-{}", "1D6XY-QG00K-".repeat(7)),
        5,
        MEDIUM,
    );
    check("细胞 CAR-T", 1, MEDIUM);
}

#[test]
fn what_is_too_long_to_be_read_with_ease_is_not_drawn() {
    check(&"A".repeat(154), 6, MEDIUM);
    check(&"A".repeat(155), 6, LOW);
    check(&"A".repeat(195), 6, LOW);
    check(&"a".repeat(134), 6, LOW);
    assert!(modules(&"A".repeat(196)).is_none());
    assert!(modules(&"a".repeat(135)).is_none());
}

#[test]
fn a_damaged_code_is_read_and_a_destroyed_one_is_not() {
    let text = "PS1-NCT07338357-1D6XY-QG00K";
    let modules = modules(text).expect("it is short enough");
    let inside = |from: usize, to: usize| {
        move |column: usize, row: usize| (from..to).contains(&column) && (from..to).contains(&row)
    };
    let found = |to: usize| read_changed(&modules, 4, inside(10, to)).map(|(text, _)| text);
    assert_eq!(found(13).as_deref(), Some(text), "nine modules are mended");
    assert_ne!(
        found(22).as_deref(),
        Some(text),
        "the test sees what it reads"
    );
}
