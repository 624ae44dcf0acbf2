//! Two texts in pieces, and the groups of pieces that stand for each other. Which pieces do is not
//! known here; `align` decides it.

use super::likeness::Side;

/// Pieces that stand for each other: of the old text and of the new one, in order. One of them is
/// empty for what is gone or new; several stand for what was split or joined.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) old: Vec<usize>,
    pub(super) new: Vec<usize>,
}

/// One of the two texts.
#[derive(Clone, Copy)]
pub(super) enum Text {
    Old,
    New,
}

impl Text {
    pub(super) fn other(self) -> Self {
        match self {
            Self::Old => Self::New,
            Self::New => Self::Old,
        }
    }
}

impl Group {
    pub(super) fn of(&self, text: Text) -> &Vec<usize> {
        match text {
            Text::Old => &self.old,
            Text::New => &self.new,
        }
    }

    fn of_mut(&mut self, text: Text) -> &mut Vec<usize> {
        match text {
            Text::Old => &mut self.old,
            Text::New => &mut self.new,
        }
    }
}

/// The pieces of one text, each with its group if it has one.
pub(super) struct Half<'a, P> {
    pub(super) sides: &'a [Side<P>],
    groups: Vec<Option<usize>>,
}

impl<'a, P> Half<'a, P> {
    /// None of the pieces has a group yet.
    pub(super) fn new(sides: &'a [Side<P>]) -> Self {
        let groups = vec![None; sides.len()];
        Self { sides, groups }
    }

    pub(super) fn group(&self, place: usize) -> Option<usize> {
        self.groups.get(place).copied().flatten()
    }

    /// The places of the pieces that have no group.
    pub(super) fn free(&self) -> Vec<usize> {
        let places = self.groups.iter().enumerate();
        let free = places.filter(|(_, group)| group.is_none());
        free.map(|(place, _)| place).collect()
    }
}

/// Both texts, and the groups so far.
pub(super) struct Aligned<'a, P> {
    pub(super) old: Half<'a, P>,
    pub(super) new: Half<'a, P>,
    pub(super) groups: Vec<Group>,
}

impl<'a, P: PartialEq> Aligned<'a, P> {
    pub(super) fn half(&self, text: Text) -> &Half<'a, P> {
        match text {
            Text::Old => &self.old,
            Text::New => &self.new,
        }
    }

    /// Puts a piece into a group.
    pub(super) fn put(&mut self, text: Text, place: usize, group: usize) {
        let half = match text {
            Text::Old => &mut self.old,
            Text::New => &mut self.new,
        };
        if let (Some(of), Some(pieces)) = (half.groups.get_mut(place), self.groups.get_mut(group)) {
            *of = Some(group);
            pieces.of_mut(text).push(place);
        }
    }

    /// The group of a piece; a new one if it has none.
    pub(super) fn group_of(&mut self, text: Text, place: usize) -> usize {
        self.half(text).group(place).unwrap_or_else(|| {
            let group = self.groups.len();
            self.groups.push(Group::default());
            self.put(text, place, group);
            group
        })
    }

    /// Makes two pieces a group.
    pub(super) fn pair(&mut self, old: usize, new: usize) {
        let group = self.group_of(Text::Old, old);
        self.put(Text::New, new, group);
    }

    /// Whether neither of two pieces has a group.
    pub(super) fn is_free(&self, old: usize, new: usize) -> bool {
        self.old.group(old).is_none() && self.new.group(new).is_none()
    }

    /// Whether two pieces are in one group.
    pub(super) fn is_pair(&self, old: usize, new: usize) -> bool {
        let group = self.old.group(old);
        group.is_some() && group == self.new.group(new)
    }

    /// Whether two pieces are of the same list.
    pub(super) fn same_list(&self, old: usize, new: usize) -> bool {
        let lists = self.old.sides.get(old).zip(self.new.sides.get(new));
        lists.is_some_and(|(old, new)| old.list == new.list)
    }

    /// How alike two pieces are; not at all where one is not there.
    pub(super) fn likeness(&self, old: usize, new: usize) -> f64 {
        let both = self.old.sides.get(old).zip(self.new.sides.get(new));
        both.map_or(0.0, |(old, new)| old.likeness(new))
    }

    /// The groups; a piece that has none is one of its own.
    pub(super) fn into_groups(mut self) -> Vec<Group> {
        for text in [Text::Old, Text::New] {
            for place in self.half(text).free() {
                self.group_of(text, place);
            }
        }
        for group in &mut self.groups {
            group.old.sort_unstable();
            group.new.sort_unstable();
        }
        self.groups
    }
}
