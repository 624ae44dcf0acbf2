//! Putting things in order in little code: every sort of the standard library is some 3 KB of
//! WebAssembly for each type that is sorted, and what the engine sorts is short. It orders vectors and
//! nothing else; only the engine uses it.

use std::collections::BinaryHeap;

/// The items, lowest first; equal ones stay, in no order among themselves.
pub(in crate::engine) fn in_order<T: Ord>(items: Vec<T>) -> Vec<T> {
    BinaryHeap::from(items).into_sorted_vec()
}

/// The items, lowest first, each once.
pub(in crate::engine) fn in_order_once<T: Ord>(items: Vec<T>) -> Vec<T> {
    let mut items = in_order(items);
    items.dedup();
    items
}
