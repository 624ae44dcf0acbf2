//! QR codes as modules: which squares are dark. How they are drawn is the border's; what they say
//! is told beside each of them as text, as a camera is not at hand everywhere.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The greatest version that is read with ease from one phone's screen by another: 41 modules.
const GREATEST: u8 = 6;

/// The modules of a QR code.
#[derive(Clone, PartialEq, Eq)]
pub struct Modules(QrCode);

/// The modules of a text; none if it is too long to be read with ease (195 characters of a code, 134
/// bytes of other text). Where the text fits, 15 % of the code may be unreadable (level M), else 7 %.
///
/// ```
/// use prescreen::page::qr::modules;
/// let code = modules("PS1-NCT07338357").unwrap();
/// assert_eq!(code.size(), 21);
/// assert!(code.is_dark(0, 0) && !code.is_dark(1, 1) && !code.is_dark(21, 0));
/// assert!(modules(&"answer ".repeat(20)).is_none());
/// ```
#[must_use]
pub fn modules(text: &str) -> Option<Modules> {
    let segments = QrSegment::make_segments(text);
    let greatest = Version::new(GREATEST);
    let drawn = [QrCodeEcc::Medium, QrCodeEcc::Low]
        .into_iter()
        .find_map(|level| {
            QrCode::encode_segments_advanced(&segments, level, Version::MIN, greatest, None, false)
                .ok()
        });
    drawn.map(Modules)
}

impl Modules {
    /// How many modules a side has, without the white around it: four on each side.
    #[must_use]
    pub fn size(&self) -> usize {
        usize::try_from(self.0.size()).unwrap_or_default()
    }

    /// Whether a module is dark; columns and rows are counted from 0 at the upper left. Outside
    /// there is none.
    #[must_use]
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        let place = |number: usize| i32::try_from(number).unwrap_or(-1);
        self.0.get_module(place(column), place(row))
    }
}
