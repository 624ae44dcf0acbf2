//! A picture as marks on a white ground, in pixels: what the sheet looks like when it is kept beside
//! a family's other pictures. It is laid out here and drawn in `web`.

/// A picture, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Picture {
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// What is drawn, in order.
    pub marks: Vec<Mark>,
}

/// One mark, black on white.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// One line of text.
    Text {
        /// Where it begins.
        left: i32,
        /// The line that it stands on.
        baseline: i32,
        /// Its font.
        font: Font,
        /// The text.
        text: String,
    },
    /// A filled bar, such as a rule.
    Bar {
        /// Its left edge.
        left: i32,
        /// Its top edge.
        top: i32,
        /// Its width.
        width: i32,
        /// Its height.
        height: i32,
    },
    /// An empty box to tick.
    Box {
        /// Its left edge.
        left: i32,
        /// Its top edge.
        top: i32,
        /// Its width and height.
        side: i32,
    },
    /// A QR code.
    Code {
        /// Its left edge.
        left: i32,
        /// Its top edge.
        top: i32,
        /// Its width and height.
        side: i32,
        /// What it says.
        text: String,
    },
}

/// The fonts of a picture, all of the system's own family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Font {
    /// The heading.
    Title,
    /// What is to be found at a glance.
    Strong,
    /// Everything else.
    Plain,
    /// The registry's words.
    Small,
}

impl Font {
    /// The height of its letters, in pixels.
    #[must_use]
    pub fn size(self) -> i32 {
        match self {
            Self::Title => 40,
            Self::Strong | Self::Plain => 28,
            Self::Small => 22,
        }
    }

    /// Whether it is bold.
    #[must_use]
    pub fn is_bold(self) -> bool {
        matches!(self, Self::Title | Self::Strong)
    }
}
