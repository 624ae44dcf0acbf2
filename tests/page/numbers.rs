//! Numbers that look like chance and are always the same, for those who tap whatever is there. The tests
//! of the page and those of the words use them.

/// A source of numbers (Knuth's constants of MMIX): no two runs differ.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    /// A number from 0 to below the limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }
}
