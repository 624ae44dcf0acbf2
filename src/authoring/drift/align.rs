//! Which pieces of the new text stand for which of the old one. First the pieces with the same words
//! in the same order, then the same words anywhere, then the nearest words; what is left may be a
//! part of another piece, and is else new or gone.

use super::likeness::{Counts, SAME, Side};
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::cmp::Ordering;

/// How alike two pieces must be to be one that was changed: the share of common words.
const ALIKE: f64 = 0.5;

/// The same for pieces of different lists, where more speaks against it.
const ALIKE_ACROSS: f64 = 0.7;

/// Pieces that stand for each other: of the old text and of the new one, in order. One of them is
/// empty for what is gone or new; several stand for what was split or joined.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) old: Vec<usize>,
    pub(super) new: Vec<usize>,
}

/// Aligns the pieces; every piece is in one group.
pub(super) fn align<P: PartialEq>(old: &[Side<P>], new: &[Side<P>]) -> Vec<Group> {
    let mut aligned = Aligned {
        old,
        new,
        of_old: vec![None; old.len()],
        of_new: vec![None; new.len()],
        groups: Vec::new(),
    };
    aligned.pair_same_in_order();
    aligned.pair_same_anywhere();
    aligned.pair_nearest();
    aligned.pair_alone_between();
    aligned.join_parts();
    aligned.into_groups()
}

/// The pairs that stand in another order than the others, as few as there are.
pub(super) fn out_of_order(groups: &[Group]) -> Vec<Group> {
    let mut pairs: Vec<_> = groups
        .iter()
        .filter(|group| !group.old.is_empty() && !group.new.is_empty())
        .collect();
    pairs.sort_by_key(|group| group.old.first());
    let olds: Vec<_> = pairs.iter().map(|group| group.old.first()).collect();
    pairs.sort_by_key(|group| group.new.first());
    let news: Vec<_> = pairs.iter().map(|group| group.old.first()).collect();
    let mut apart = Vec::new();
    for found in capture_diff_slices(Algorithm::Myers, &olds, &news) {
        let (tag, _, news) = found.as_tag_tuple();
        if tag != DiffTag::Equal {
            apart.extend(news.filter_map(|place| pairs.get(place).map(|group| (*group).clone())));
        }
    }
    apart
}

struct Aligned<'a, P> {
    old: &'a [Side<P>],
    new: &'a [Side<P>],
    /// The group of each piece, if it has one.
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
    groups: Vec<Group>,
}

impl<P: PartialEq> Aligned<'_, P> {
    fn pair(&mut self, old: usize, new: usize) {
        let group = Some(self.groups.len());
        if let (Some(of_old), Some(of_new)) = (self.of_old.get_mut(old), self.of_new.get_mut(new)) {
            (*of_old, *of_new) = (group, group);
            self.groups.push(Group {
                old: vec![old],
                new: vec![new],
            });
        }
    }

    fn free(of: &[Option<usize>]) -> Vec<usize> {
        let places = of.iter().enumerate();
        let free = places.filter(|(_, group)| group.is_none());
        free.map(|(place, _)| place).collect()
    }

    fn pair_same_in_order(&mut self) {
        let (olds, news) = (keys(self.old), keys(self.new));
        for found in capture_diff_slices(Algorithm::Myers, &olds, &news) {
            let (tag, olds, news) = found.as_tag_tuple();
            if tag == DiffTag::Equal {
                for (old, new) in olds.zip(news) {
                    if self.same_list(old, new) {
                        self.pair(old, new);
                    }
                }
            }
        }
    }

    fn same_list(&self, old: usize, new: usize) -> bool {
        let lists = self.old.get(old).zip(self.new.get(new));
        lists.is_some_and(|(old, new)| old.list == new.list)
    }

    /// Within a list before across lists.
    fn pair_same_anywhere(&mut self) {
        for within in [true, false] {
            for old in Self::free(&self.of_old) {
                let same = Self::free(&self.of_new).into_iter().find(|new| {
                    self.same_list(old, *new) == within && self.likeness(old, *new) >= SAME
                });
                if let Some(new) = same {
                    self.pair(old, new);
                }
            }
        }
    }

    fn pair_nearest(&mut self) {
        let mut pairs = Vec::new();
        for old in Self::free(&self.of_old) {
            for new in Self::free(&self.of_new) {
                let (likeness, within) = (self.likeness(old, new), self.same_list(old, new));
                let least = if within { ALIKE } else { ALIKE_ACROSS };
                if likeness >= least {
                    pairs.push((likeness, within, old.abs_diff(new), old, new));
                }
            }
        }
        pairs.sort_by(|one, other| {
            let nearer = other.0.partial_cmp(&one.0).unwrap_or(Ordering::Equal);
            nearer.then((!one.1, one.2).cmp(&(!other.1, other.2)))
        });
        for (_, _, _, old, new) in pairs {
            if self.is_free(old, new) {
                self.pair(old, new);
            }
        }
    }

    fn is_free(&self, old: usize, new: usize) -> bool {
        self.of_old.get(old) == Some(&None) && self.of_new.get(new) == Some(&None)
    }

    /// A single piece between the same two neighbours as before is the one that stood there,
    /// whatever its words.
    fn pair_alone_between(&mut self) {
        for old in Self::free(&self.of_old) {
            let alone = Self::free(&self.of_new).into_iter().find(|new| {
                let (before, after) = (self.before(old, *new), self.after(old, *new));
                self.same_list(old, *new) && before && after
            });
            if let Some(new) = alone {
                self.pair(old, new);
            }
        }
    }

    fn before(&self, old: usize, new: usize) -> bool {
        match (old.checked_sub(1), new.checked_sub(1)) {
            (None, None) => true,
            (Some(old), Some(new)) => self.is_pair(old, new),
            _ => false,
        }
    }

    fn after(&self, old: usize, new: usize) -> bool {
        let is_last = (old + 1 == self.old.len(), new + 1 == self.new.len());
        is_last == (true, true) || is_last == (false, false) && self.is_pair(old + 1, new + 1)
    }

    fn is_pair(&self, old: usize, new: usize) -> bool {
        let group = self.of_old.get(old).copied().flatten();
        group.is_some() && group == self.of_new.get(new).copied().flatten()
    }

    /// Adds to a pair what was split from its old piece, or joined into its new one.
    fn join_parts(&mut self) {
        for new in Self::free(&self.of_new) {
            let whole = (0..self.old.len()).find(|old| {
                let rest = self.rest(self.old, *old, |group| (&group.old, &group.new), self.new);
                self.new
                    .get(new)
                    .is_some_and(|part| part.is_contained_in(&rest))
            });
            if let Some(old) = whole {
                let group = self.group_of_old(old);
                self.groups[group].new.push(new);
                self.of_new[new] = Some(group);
            }
        }
        for old in Self::free(&self.of_old) {
            let whole = (0..self.new.len()).find(|new| {
                let rest = self.rest(self.new, *new, |group| (&group.new, &group.old), self.old);
                self.old
                    .get(old)
                    .is_some_and(|part| part.is_contained_in(&rest))
            });
            if let Some(new) = whole {
                let group = self.group_of_new(new);
                self.groups[group].old.push(old);
                self.of_old[old] = Some(group);
            }
        }
    }

    /// The words of a piece that its partners do not have.
    fn rest(
        &self,
        own: &[Side<P>],
        place: usize,
        sides: fn(&Group) -> (&Vec<usize>, &Vec<usize>),
        others: &[Side<P>],
    ) -> Counts {
        let whole = own.get(place);
        let mut rest = whole.map_or(Counts::new(), |side| side.counts().clone());
        let group = self.groups.iter().map(sides);
        let partners = group.filter(|(own, _)| own.contains(&place));
        let partners = partners.flat_map(|(_, partners)| partners);
        for partner in partners.filter_map(|place| others.get(*place)) {
            for (word, count) in partner.counts() {
                if let Some(left) = rest.get_mut(word) {
                    *left = left.saturating_sub(*count);
                }
            }
        }
        rest
    }

    fn group_of_old(&mut self, old: usize) -> usize {
        let group = self.of_old[old].unwrap_or(self.groups.len());
        if self.of_old[old].is_none() {
            self.groups.push(Group {
                old: vec![old],
                new: Vec::new(),
            });
            self.of_old[old] = Some(group);
        }
        group
    }

    fn group_of_new(&mut self, new: usize) -> usize {
        let group = self.of_new[new].unwrap_or(self.groups.len());
        if self.of_new[new].is_none() {
            self.groups.push(Group {
                old: Vec::new(),
                new: vec![new],
            });
            self.of_new[new] = Some(group);
        }
        group
    }

    /// How alike two pieces are; not at all where one is not there.
    fn likeness(&self, old: usize, new: usize) -> f64 {
        let both = self.old.get(old).zip(self.new.get(new));
        both.map_or(0.0, |(old, new)| old.likeness(new))
    }

    fn into_groups(mut self) -> Vec<Group> {
        for old in Self::free(&self.of_old) {
            self.group_of_old(old);
        }
        for new in Self::free(&self.of_new) {
            self.group_of_new(new);
        }
        for group in &mut self.groups {
            group.old.sort_unstable();
            group.new.sort_unstable();
        }
        self.groups
    }
}

fn keys<P>(sides: &[Side<P>]) -> Vec<&[String]> {
    sides.iter().map(Side::words).collect()
}
