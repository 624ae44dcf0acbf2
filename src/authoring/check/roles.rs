//! Who settles a criterion, beside its `roles`: whoever settles a part of it, and whoever its words
//! send a family to first. Whether that is the right one is not judged here.

use crate::authoring::criterion_file::{CriterionFile, ROLES};
use crate::authoring::diagnostic::Log;
use crate::authoring::meaning::MeaningMistake;
use crate::page::content::{Role, Words};

/// By which words a text names a role, in Chinese and in English.
const NAMES: [(Role, &str, &str); 2] = [
    (Role::Doctor, "主管医生", "treating doctor"),
    (Role::Team, "研究团队", "study team"),
];

/// Warns of whoever settles a criterion, or is named first by its words, and is not among its roles.
pub(crate) fn check_roles(criterion: &CriterionFile, log: &mut Log) {
    let roles = &criterion.words.roles;
    if roles.is_empty() {
        return;
    }
    for person in &criterion.people {
        if !roles.contains(person.get_ref()) {
            let mistake = MeaningMistake::RoleNotNamed(name(*person.get_ref()));
            log.warning(person.span(), mistake)
                .hint("add it to `roles`");
        }
    }
    let words = [
        ("open", &criterion.words.open),
        ("stated", &criterion.words.stated),
    ];
    for (key, words) in words {
        let first = words.as_ref().and_then(first_named);
        if let Some(first) = first.filter(|first| !roles.contains(first)) {
            let role = name(first);
            let mistake = MeaningMistake::RoleInWords { key, role };
            log.warning(criterion.place(key), mistake)
                .hint("add it to `roles`, or let the words name who is there first");
        }
    }
}

fn name(role: Role) -> &'static str {
    let found = ROLES.iter().find(|(_, other)| *other == role);
    found.map_or("", |(name, _)| name)
}

/// The role that a text names first, if both languages name the same one first.
fn first_named(words: &Words) -> Option<Role> {
    let first = |text: &str, names: [(Role, &str); 2]| {
        let places = names
            .into_iter()
            .filter_map(|(role, name)| Some((text.find(name)?, role)));
        places.min_by_key(|(at, _)| *at).map(|(_, role)| role)
    };
    let chinese = first(&words.zh_hans, NAMES.map(|(role, name, _)| (role, name)));
    let english = words.en.to_lowercase();
    let english = first(&english, NAMES.map(|(role, _, name)| (role, name)));
    chinese.filter(|chinese| english == Some(*chinese))
}
