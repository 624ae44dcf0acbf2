//! Ages as the registry writes them, compared by meaning: `1 Year` is `1 Years`, `48 Hours` are
//! `2 Days`, and `N/A` is no limit. What cannot be read as an age is compared as it stands.

use crate::authoring::registry::age::{Age, Length, is_no_limit};
use serde_json::Value;

/// A limit of age.
#[derive(PartialEq, Eq)]
enum Limit {
    None,
    Age(Length),
    Unread(String),
}

/// Whether two limits of age are the same.
pub(super) fn same_age(old: Option<&Value>, new: Option<&Value>) -> bool {
    limit(old) == limit(new)
}

fn limit(value: Option<&Value>) -> Limit {
    let text = match value {
        None => return Limit::None,
        Some(Value::String(text)) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Some(other) => other.to_string(),
    };
    if is_no_limit(&text) {
        return Limit::None;
    }
    let length = Age::read(&text).and_then(Age::length);
    length.map_or(Limit::Unread(text), Limit::Age)
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
            ("n/a", "N/A"),
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
