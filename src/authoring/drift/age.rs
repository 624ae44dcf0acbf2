//! Ages as the registry writes them, compared by meaning: `1 Year` is `1 Years`, `48 Hours` are
//! `2 Days`, and `N/A` is no limit. What cannot be read as an age is compared as it stands.

use serde_json::Value;

/// An age: months are not so many days, so the two are apart.
#[derive(PartialEq, Eq)]
enum Age {
    None,
    Months(u64),
    Minutes(u64),
    Unread(String),
}

/// The units of a fixed length, in minutes.
const MINUTES: [(&str, u64); 4] = [
    ("week", 7 * 24 * 60),
    ("day", 24 * 60),
    ("hour", 60),
    ("minute", 1),
];

/// The units in months.
const MONTHS: [(&str, u64); 2] = [("year", 12), ("month", 1)];

/// Whether two limits of age are the same.
pub(super) fn same_age(old: Option<&Value>, new: Option<&Value>) -> bool {
    age(old) == age(new)
}

fn age(value: Option<&Value>) -> Age {
    let text = match value {
        None => return Age::None,
        Some(Value::String(text)) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Some(other) => other.to_string(),
    };
    match text.as_str() {
        "" | "N/A" => Age::None,
        _ => read(&text).unwrap_or(Age::Unread(text)),
    }
}

fn read(text: &str) -> Option<Age> {
    let (count, unit) = text.split_once(' ')?;
    let unit = unit.to_ascii_lowercase();
    let unit = unit.strip_suffix('s').unwrap_or(&unit);
    // `parse` takes a plus sign, which no age has.
    let is_count = count.bytes().all(|byte| byte.is_ascii_digit());
    let count: u64 = count.parse().ok().filter(|_| is_count)?;
    let of = |units: &[(&str, u64)]| {
        let (_, each) = units.iter().find(|(name, _)| *name == unit)?;
        count.checked_mul(*each)
    };
    let months = of(&MONTHS).map(Age::Months);
    months.or_else(|| of(&MINUTES).map(Age::Minutes))
}

#[cfg(test)]
mod tests {
    use super::same_age;
    use serde_json::Value;

    fn same(old: &str, new: &str) -> bool {
        let value = |text: &str| (text != "absent").then(|| Value::from(text));
        same_age(value(old).as_ref(), value(new).as_ref())
    }

    #[test]
    fn ages_are_compared_by_meaning() {
        for (old, new) in [
            ("1 Year", "1 Years"),
            ("48 Hours", "2 Days"),
            ("12 Months", "1 Year"),
            ("2 Weeks", "14 Days"),
            ("N/A", "absent"),
            ("", "N/A"),
            ("18 Minutes", "18  Minutes"),
        ] {
            assert!(same(old, new), "{old} and {new}");
        }
        for (old, new) in [
            ("18 Years", "18 Minutes"),
            ("18 Years", "17 Years"),
            ("1 Month", "30 Days"),
            ("0 Years", "absent"),
            ("18 Years", "absent"),
            ("18 Jahre", "18 Years"),
            ("+18 Years", "18 Years"),
            ("99999999999999999999 Years", "18 Years"),
        ] {
            assert!(!same(old, new), "{old} and {new}");
        }
    }
}
