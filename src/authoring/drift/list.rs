//! Lists of people, places and arms: their members are found again by name, so that one more or one
//! less does not make all others differ.

use super::value::{Place, Stands, Values, folded};
use serde_json::Value;

/// A list of the registry whose members have names.
pub(super) struct List {
    pub(super) field: &'static str,
    /// The keys by which a member is known, the most certain first.
    known_by: &'static [&'static [&'static str]],
    order: Order,
}

/// Whether it matters in which order the members stand.
#[derive(PartialEq, Eq)]
enum Order {
    Matters,
    Free,
}

const fn list(field: &'static str, known_by: &'static [&'static [&'static str]]) -> List {
    List {
        field,
        known_by,
        order: Order::Free,
    }
}

/// The lists. Families are shown the contacts in the registry's order.
pub(super) const LISTS: [List; 10] = [
    List {
        field: "contactsLocationsModule.centralContacts",
        known_by: &[&["name"], &["phone"], &["email"]],
        order: Order::Matters,
    },
    list("contactsLocationsModule.overallOfficials", &[&["name"]]),
    list(
        "contactsLocationsModule.locations",
        &[
            &["facility", "city", "country"],
            &["facility"],
            &["city", "country"],
        ],
    ),
    list("sponsorCollaboratorsModule.collaborators", &[&["name"]]),
    list("identificationModule.secondaryIdInfos", &[&["id"]]),
    list("armsInterventionsModule.armGroups", &[&["label"]]),
    list("armsInterventionsModule.interventions", &[&["name"]]),
    list("outcomesModule.primaryOutcomes", &[&["measure"]]),
    list("outcomesModule.secondaryOutcomes", &[&["measure"]]),
    list("outcomesModule.otherOutcomes", &[&["measure"]]),
];

/// Compares two lists, member by member.
pub(super) fn compare_list(
    values: &mut Values<'_>,
    list: &List,
    place: &Place,
    old: Option<&Value>,
    new: Option<&Value>,
) {
    let (olds, news) = match (old, new) {
        (Some(Value::Array(old)), Some(Value::Array(new))) => (old.as_slice(), new.as_slice()),
        // One is absent, or no list.
        (old, new) if folded(old) == folded(new) => return,
        (old, new) => return values.differs(place.clone(), old, new),
    };
    let pairs = pairs(list, olds, news);
    for (old, new) in &pairs {
        let member = place_of(list, place, olds.get(*old));
        values.member(&member, olds.get(*old), news.get(*new));
    }
    let is_paired =
        |at, side: fn(&(usize, usize)) -> usize| pairs.iter().any(|pair| side(pair) == at);
    for (at, old) in olds.iter().enumerate() {
        if !is_paired(at, |pair| pair.0) {
            values.say(
                place_of(list, place, Some(old)),
                Stands::Removed,
                Some(old),
                None,
            );
        }
    }
    for (at, new) in news.iter().enumerate() {
        if !is_paired(at, |pair| pair.1) {
            values.say(
                place_of(list, place, Some(new)),
                Stands::Added,
                None,
                Some(new),
            );
        }
    }
    let in_order = pairs
        .windows(2)
        .all(|two| matches!(two, [one, other] if one.1 < other.1));
    if list.order == Order::Matters && !in_order {
        values.say(place.clone(), Stands::Reordered, old, new);
    }
}

/// The places of the members that are the same, in the order of the old list.
fn pairs(list: &List, olds: &[Value], news: &[Value]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let whole = |value: &Value| Some(folded(Some(value)).to_string());
    pair_by(&mut pairs, olds, news, &whole);
    for keys in list.known_by {
        pair_by(&mut pairs, olds, news, &|value| name(value, keys));
    }
    pairs.sort_unstable();
    pairs
}

fn pair_by(
    pairs: &mut Vec<(usize, usize)>,
    olds: &[Value],
    news: &[Value],
    name: &dyn Fn(&Value) -> Option<String>,
) {
    for (at, old) in olds.iter().enumerate() {
        let Some(known) = name(old).filter(|_| pairs.iter().all(|pair| pair.0 != at)) else {
            continue;
        };
        let free = news.iter().enumerate().find(|(place, new)| {
            pairs.iter().all(|pair| pair.1 != *place) && name(new).as_ref() == Some(&known)
        });
        if let Some((place, _)) = free {
            pairs.push((at, place));
        }
    }
}

/// What a member is known by; none if the first of the keys is absent.
fn name(value: &Value, keys: &[&str]) -> Option<String> {
    let text = |key: &&str| value.get(key).and_then(Value::as_str).map(str::trim);
    text(keys.first()?).filter(|first| !first.is_empty())?;
    let texts: Vec<_> = keys.iter().filter_map(text).collect();
    Some(texts.join(", "))
}

fn place_of(list: &List, place: &Place, member: Option<&Value>) -> Place {
    let mut names = list.known_by.iter();
    let of = member.and_then(|member| names.find_map(|keys| name(member, keys)));
    Place {
        field: place.field.clone(),
        of: Some(of.unwrap_or_else(|| "without a name".to_owned())),
    }
}

impl Values<'_> {
    /// Compares the values of a member.
    fn member(&mut self, place: &Place, old: Option<&Value>, new: Option<&Value>) {
        match (old, new) {
            (Some(Value::Object(old)), Some(Value::Object(new))) => self.entries(place, old, new),
            (old, new) if folded(old) == folded(new) => {}
            (old, new) => self.differs(place.clone(), old, new),
        }
    }
}
