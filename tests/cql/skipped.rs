//! The tests of HL7's that the engine does not pass, each with the reason. The list is exact: it
//! names what was found, how often, and nothing else.

use super::Result;
use super::expression::Absent;
use super::files::Case;
use serde::Deserialize;

/// The list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Skipped {
    absent: Vec<Group>,
    refused: Group,
    differs: Vec<Differing>,
}

/// Tests that are not put to the engine for one reason.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    /// What in them the engine has nothing like, or why it refuses them.
    says: Vec<String>,
    count: usize,
    reason: String,
}

/// A test that the engine answers otherwise.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Differing {
    name: String,
    engine: String,
    reason: String,
}

/// Every difference between the list and what was found; none if it is exact.
pub(crate) fn differences(results: &[(Case, Result)]) -> Vec<String> {
    let list: Skipped = toml::from_str(include_str!("skipped.toml")).expect("the list reads");
    let mut wrong = Vec::new();
    for group in list.absent.iter().chain([&list.refused]) {
        let found = results.iter().filter(|(_, result)| group.holds(result));
        let found = found.count();
        if found != group.count || group.reason.is_empty() {
            wrong.push(format!(
                "{:?}: {} listed, {found} found",
                group.says, group.count
            ));
        }
    }
    for each in &list.differs {
        let said = Result::Differs(each.engine.clone());
        let same = |(case, result): &(Case, Result)| case.name == each.name && *result == said;
        if !results.iter().any(same) || each.reason.is_empty() {
            wrong.push(format!(
                "{}: the engine does not say `{}`",
                each.name, each.engine
            ));
        }
    }
    let unlisted = results
        .iter()
        .filter(|(case, result)| !list.names(case, result));
    wrong.extend(unlisted.map(|(case, result)| {
        let (name, expression) = (&case.name, &case.expression);
        format!(
            "{name}: `{expression}` is {result:?}, not {:?}",
            case.expected
        )
    }));
    wrong
}

impl Skipped {
    fn names(&self, case: &Case, result: &Result) -> bool {
        let groups = self.absent.iter().chain([&self.refused]);
        match result {
            Result::Passes => true,
            Result::Differs(_) => self.differs.iter().any(|each| each.name == case.name),
            Result::Absent(_) => groups.filter(|group| group.holds(result)).count() == 1,
        }
    }
}

impl Group {
    fn holds(&self, result: &Result) -> bool {
        match result {
            Result::Absent(Absent::NothingLike(what)) => self.says.contains(what),
            Result::Absent(Absent::Refused(why)) => self.says.iter().any(|said| why.contains(said)),
            _ => false,
        }
    }
}
