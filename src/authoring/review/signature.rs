//! A signature: who has reviewed a trial, in which role, on which day.

use crate::authoring::diagnostic::Said;
use crate::engine::{Date, Iso};
use std::fmt;

/// Who signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub(super) name: String,
    pub(super) role: String,
    pub(super) on: Date,
}

/// Why somebody cannot sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureMistake {
    /// This says nothing.
    Empty(&'static str),
    /// This is more than one line, or holds characters that cannot be seen.
    NotOneLine(&'static str),
    /// A day that has not come yet.
    Future {
        /// The day of the signature.
        on: Date,
        /// The day on which it was made.
        today: Date,
    },
}

impl Said for SignatureMistake {
    fn code(&self) -> &'static str {
        "broken-signature"
    }
}

impl fmt::Display for SignatureMistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty(what) => write!(
                out,
                "found an empty `{what}`, accepted is one that says who signs"
            ),
            Self::NotOneLine(what) => {
                write!(out, "found a `{what}` of several lines, accepted is one")
            }
            Self::Future { on, today } => write!(
                out,
                "found the day {}, which has not come yet, accepted are days up to {}: the day on which it was read",
                Iso(*on),
                Iso(*today)
            ),
        }
    }
}

impl std::error::Error for SignatureMistake {}

impl Signature {
    /// A signature by a person, in a role such as `paediatric haematologist`, on a day.
    ///
    /// # Errors
    /// The name or the role is empty or no single line.
    ///
    /// ```
    /// use prescreen::authoring::{Signature, SignatureMistake};
    /// use prescreen::engine::{Date, Month};
    /// let day = Date::from_calendar_date(2026, Month::November, 24).unwrap();
    /// let nobody = Signature::new(" ", "study nurse", day);
    /// assert_eq!(nobody, Err(SignatureMistake::Empty("name")));
    /// ```
    pub fn new(name: &str, role: &str, on: Date) -> Result<Self, SignatureMistake> {
        Ok(Self {
            name: line("name", name)?,
            role: line("role", role)?,
            on,
        })
    }

    /// The signature, as made today.
    ///
    /// # Errors
    /// Its day has not come yet: nobody has read a trial tomorrow.
    ///
    /// ```
    /// use prescreen::authoring::{Signature, SignatureMistake};
    /// use prescreen::engine::{Date, Month};
    /// let day = |day| Date::from_calendar_date(2026, Month::November, day).unwrap();
    /// let signature = Signature::new("A. Reader", "study nurse", day(24)).unwrap();
    /// assert!(signature.clone().made(day(24)).is_ok());
    /// let (on, today) = (day(24), day(23));
    /// assert_eq!(signature.made(today), Err(SignatureMistake::Future { on, today }));
    /// ```
    pub fn made(self, today: Date) -> Result<Self, SignatureMistake> {
        if self.on > today {
            let on = self.on;
            return Err(SignatureMistake::Future { on, today });
        }
        Ok(self)
    }

    /// Puts it among those of earlier reviews; whoever signs the same content again has one
    /// signature, the later one.
    pub(super) fn put(self, content: &str, signed: &mut Vec<(String, Self)>) {
        let is_same = |(of, one): &(String, Self)| {
            of == content && one.name == self.name && one.role == self.role
        };
        signed.retain(|earlier| !is_same(earlier));
        signed.push((content.to_owned(), self));
    }
}

fn line(what: &'static str, text: &str) -> Result<String, SignatureMistake> {
    let text = text.trim();
    if text.is_empty() {
        Err(SignatureMistake::Empty(what))
    } else if text.chars().any(char::is_control) {
        Err(SignatureMistake::NotOneLine(what))
    } else {
        Ok(text.to_owned())
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} ({}) on {}", self.name, self.role, Iso(self.on))
    }
}
