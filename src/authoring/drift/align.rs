//! Which pieces of the new text stand for which of the old one. First the pieces with the same words
//! in the same order, then the same words anywhere, then the nearest words; what is left may be a
//! part of another piece, and is else new or gone.

use super::groups::{Aligned, Group, Half, Text};
use super::likeness::{Counts, SAME, Side};
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::cmp::Ordering;

/// How alike two pieces must be to be one that was changed: the share of common words.
const ALIKE: f64 = 0.5;

/// The same for pieces of different lists, where more speaks against it.
const ALIKE_ACROSS: f64 = 0.7;

/// Aligns the pieces; every piece is in one group.
pub(super) fn align<P: PartialEq>(old: &[Side<P>], new: &[Side<P>]) -> Vec<Group> {
    let mut aligned = Aligned {
        old: Half::new(old),
        new: Half::new(new),
        groups: Vec::new(),
    };
    aligned.pair_same_in_order();
    aligned.pair_same_anywhere();
    aligned.pair_nearest();
    aligned.pair_alone_between();
    aligned.join(Text::New);
    aligned.join(Text::Old);
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

impl<P: PartialEq> Aligned<'_, P> {
    fn pair_same_in_order(&mut self) {
        let (olds, news) = (keys(self.old.sides), keys(self.new.sides));
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

    /// Within a list before across lists.
    fn pair_same_anywhere(&mut self) {
        for within in [true, false] {
            for old in self.old.free() {
                let same = self.new.free().into_iter().find(|new| {
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
        for old in self.old.free() {
            for new in self.new.free() {
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

    /// A single piece between the same two neighbours as before is the one that stood there,
    /// whatever its words.
    fn pair_alone_between(&mut self) {
        for old in self.old.free() {
            let alone = self.new.free().into_iter().find(|new| {
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
        let is_last = [
            old + 1 == self.old.sides.len(),
            new + 1 == self.new.sides.len(),
        ];
        match is_last {
            [true, true] => true,
            [false, false] => self.is_pair(old + 1, new + 1),
            _ => false,
        }
    }

    /// Adds each free piece of a text to the piece of the other one that it is a part of: what was
    /// split from it, or joined into it.
    fn join(&mut self, parts: Text) {
        let wholes = parts.other();
        for part in self.half(parts).free() {
            let mut places = 0..self.half(wholes).sides.len();
            let whole = places.find(|place| {
                let part = self.half(parts).sides.get(part);
                part.is_some_and(|part| part.is_contained_in(&self.rest(wholes, *place)))
            });
            if let Some(whole) = whole {
                let group = self.group_of(wholes, whole);
                self.put(parts, part, group);
            }
        }
    }

    /// The words of a piece that its partners do not have.
    fn rest(&self, text: Text, place: usize) -> Counts {
        let whole = self.half(text).sides.get(place);
        let mut rest = whole.map_or(Counts::new(), |side| side.counts().clone());
        let group = self.half(text).group(place);
        let group = group.and_then(|group| self.groups.get(group));
        let partners = group.into_iter().flat_map(|group| group.of(text.other()));
        let others = self.half(text.other()).sides;
        for partner in partners.filter_map(|place| others.get(*place)) {
            for (word, count) in partner.counts() {
                if let Some(left) = rest.get_mut(word) {
                    *left = left.saturating_sub(*count);
                }
            }
        }
        rest
    }
}

fn keys<P>(sides: &[Side<P>]) -> Vec<&[String]> {
    sides.iter().map(Side::words).collect()
}
