//! What each segment is to those around it: which item begins a criterion, which is nested in one,
//! which line goes on with it, and which stands by itself. It looks at markers and indentation, and
//! at words only where a colon or a note says what they are for.

use super::heading::Heading;
use super::levels::{Flow, Levels};
use super::lines::{Gap, Kind, Segment};
use super::paragraph::{
    ends_open, gives_examples, is_name, is_title, says_nothing, speaks_of_lists,
};
use crate::engine::Polarity;

/// What a segment is in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Blank,
    Heading,
    /// It begins a criterion.
    Begins,
    /// It is nested in the criterion before it, or goes on with it, at this depth.
    Inside(u8),
    /// Words that are no criterion, right before a list.
    Introduces,
    /// The name of a cohort or a part of the study, right before its first heading.
    Names,
    /// Words that are no criterion.
    Aside,
}

/// How a section lists its criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// As items of a list.
    List,
    /// As paragraphs, which may have lists in them.
    Paragraphs,
    /// It stands before the first heading of a text that has some: its paragraphs are no criteria.
    Preface,
}

/// The role of each segment.
pub(super) fn roles(segments: &[Segment<'_>]) -> Vec<Role> {
    let is_heading = |segment: &Segment<'_>| matches!(segment.kind, Kind::Heading(..));
    let headed = segments.iter().any(is_heading);
    let mut roles = vec![Role::Blank; segments.len()];
    let mut section: Vec<(usize, &Segment<'_>)> = Vec::new();
    let mut given = headed.then_some(Layout::Preface);
    for (place, segment) in segments.iter().enumerate() {
        match segment.kind {
            Kind::Blank => {}
            Kind::Heading(heading, _) => {
                settle(
                    &section,
                    given.unwrap_or_else(|| layout(&section)),
                    &mut roles,
                );
                settle_name(&section, heading, &mut roles);
                section.clear();
                given = None;
                set(&mut roles, place, Role::Heading);
            }
            Kind::Item(..) | Kind::Words(_) => section.push((place, segment)),
        }
    }
    settle(
        &section,
        given.unwrap_or_else(|| layout(&section)),
        &mut roles,
    );
    roles
}

fn set(roles: &mut [Role], place: usize, role: Role) {
    if let Some(slot) = roles.get_mut(place) {
        *slot = role;
    }
}

/// Gives the segments of one section their roles.
fn settle(section: &[(usize, &Segment<'_>)], layout: Layout, roles: &mut [Role]) {
    let mut levels = Levels::new(section);
    let mut open = false;
    for (at, (place, segment)) in section.iter().enumerate() {
        let after = section.get(at + 1..).unwrap_or_default();
        let next = after.first().map(|(_, next)| *next);
        let role = match &segment.kind {
            Kind::Item(_, "") if !next.is_some_and(goes_on_directly) => Role::Aside,
            Kind::Item(marker, words) => match levels.depth(segment.indent, marker, words) {
                0 => Role::Begins,
                depth => Role::Inside(depth),
            },
            Kind::Words(words) => {
                role_of_words(segment, words, after, layout, open.then_some(&mut levels))
            }
            Kind::Blank | Kind::Heading(..) => Role::Blank,
        };
        open = matches!(role, Role::Begins | Role::Inside(_));
        if !open {
            levels.clear();
        } else if let (Kind::Words(words), Role::Begins) = (&segment.kind, role) {
            levels.begin_paragraph(segment.indent, words);
        }
        set(roles, *place, role);
    }
}

/// Few words by themselves before a heading of inclusion criteria name those whom it is about.
fn settle_name(section: &[(usize, &Segment<'_>)], heading: Heading, roles: &mut [Role]) {
    let Some((place, segment)) = section.last() else {
        return;
    };
    let Kind::Words(words) = segment.kind else {
        return;
    };
    let apart = segment.gap == Gap::Blank || section.len() == 1;
    let after_list = section.iter().any(|(_, segment)| is_item(segment));
    let named = match roles.get(*place) {
        Some(Role::Aside) => true,
        Some(Role::Begins) => after_list,
        _ => false,
    };
    if apart && named && is_title(words) && heading.polarity == Some(Polarity::Inclusion) {
        set(roles, *place, Role::Names);
    }
}

fn goes_on_directly(segment: &Segment<'_>) -> bool {
    matches!(segment.kind, Kind::Words(_))
}

fn role_of_words(
    segment: &Segment<'_>,
    words: &str,
    after: &[(usize, &Segment<'_>)],
    layout: Layout,
    open: Option<&mut Levels>,
) -> Role {
    let before_list = after.first().is_some_and(|(_, next)| is_item(next));
    let flow = flow(segment, words, before_list, layout);
    if let Some(levels) = open
        && let Some(depth) = levels.takes(segment, flow, words)
    {
        return Role::Inside(depth);
    }
    let begins = match (ends_open(words), before_list) {
        (true, true) => layout == Layout::Paragraphs,
        (true, false) => false,
        (false, true) => !is_title(words) && !says_nothing(words),
        (false, false) => !says_nothing(words) && (!is_name(words) || !heads_lead_in(after)),
    };
    match (
        layout != Layout::Preface && begins && !speaks_of_lists(words),
        before_list,
    ) {
        (true, _) => Role::Begins,
        (false, true) => Role::Introduces,
        (false, false) => Role::Aside,
    }
}

fn flow(segment: &Segment<'_>, words: &str, before_list: bool, layout: Layout) -> Flow {
    let for_list = before_list && (ends_open(words) || is_title(words));
    if gives_examples(words) {
        Flow::Always
    } else if layout == Layout::Paragraphs || before_list && ends_open(words) {
        Flow::Apart
    } else if segment.gap == Gap::None {
        Flow::Together
    } else if for_list || ends_open(words) || speaks_of_lists(words) {
        Flow::Apart
    } else {
        Flow::IfAwaited
    }
}

/// Whether a sentence that leads to a list comes next.
fn heads_lead_in(after: &[(usize, &Segment<'_>)]) -> bool {
    match after {
        [(_, next), (_, list), ..] => {
            matches!(next.kind, Kind::Words(words) if ends_open(words)) && is_item(list)
        }
        _ => false,
    }
}

/// Paragraphs, where more of them stand by themselves than there are items of the outermost list.
fn layout(section: &[(usize, &Segment<'_>)]) -> Layout {
    let items = section.iter().filter(|(_, segment)| is_item(segment));
    let outermost = items.clone().map(|(_, segment)| segment.indent).min();
    let items = items
        .filter(|(_, segment)| Some(segment.indent) == outermost)
        .count();
    let alone = |(at, (_, segment)): &(usize, &(usize, &Segment<'_>))| {
        let next = section.get(at + 1).map(|(_, next)| *next);
        let after_item = at
            .checked_sub(1)
            .and_then(|at| section.get(at))
            .is_some_and(|(_, before)| is_item(before));
        let apart = !after_item || segment.gap == Gap::Blank && segment.indent == 0;
        match segment.kind {
            Kind::Words(words) => {
                apart && !ends_open(words) && !speaks_of_lists(words) && !next.is_some_and(is_item)
            }
            _ => false,
        }
    };
    if section.iter().enumerate().filter(alone).count() > items {
        Layout::Paragraphs
    } else {
        Layout::List
    }
}

fn is_item(segment: &Segment<'_>) -> bool {
    matches!(segment.kind, Kind::Item(..))
}
