//! The page's own words, by name. The texts are in `www/words/page.toml`; each name here has one
//! there, under the same key, and the loader holds them in the order of [`Phrase::ALL`].

macro_rules! phrases {
    ($($name:ident $key:literal,)*) => {
        /// A text of the page itself.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Phrase {
            $(#[doc = concat!("`", $key, "`")] $name,)*
        }

        impl Phrase {
            /// Every phrase, in the order in which `Content::phrases` holds them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its key in the words file: the group and the name in it, such as `start.title`.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                }
            }
        }
    };
}

phrases! {
    PageName "page.name",
}
