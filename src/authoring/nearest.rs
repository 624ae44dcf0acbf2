//! "Did you mean": the accepted name nearest to the one found.

/// The accepted name nearest to `found`, if it is near enough to be meant: at most one slip of the
/// pen for three letters.
pub(crate) fn nearest<'a>(
    found: &str,
    accepted: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let most = found.chars().count() / 3;
    accepted
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(found, name), name))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_suggested_and_a_stranger_is_not() {
        assert_eq!(nearest("wieght", ["height", "weight"]), Some("weight"));
        assert_eq!(nearest("colour", ["height", "weight"]), None);
        assert_eq!(nearest("b", ["a"]), None);
    }
}
