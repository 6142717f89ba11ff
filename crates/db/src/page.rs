//! Keyset pages: a page begins after the last item of the one before.

/// How many items, and after which.
#[derive(Debug, Clone)]
pub struct Window<K> {
    /// The key of the last item seen; none for the first page.
    pub after: Option<K>,
    /// At most so many items.
    pub limit: i64,
}

/// Some items, and whether more follow.
#[derive(Debug, Clone)]
pub struct Slice<T> {
    /// The items.
    pub items: Vec<T>,
    /// Whether another page follows.
    pub more: bool,
}

impl<K> Window<K> {
    /// One more than asked for tells whether more follow.
    pub(crate) fn fetch(&self) -> i64 {
        self.limit + 1
    }

    /// Cuts what was fetched to what was asked for.
    pub(crate) fn cut<T>(&self, mut items: Vec<T>) -> Slice<T> {
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let more = items.len() > limit;
        items.truncate(limit);
        Slice { items, more }
    }
}

impl<T> Slice<T> {
    /// The same slice of something else.
    pub fn map<U>(self, each: impl FnMut(T) -> U) -> Slice<U> {
        Slice { items: self.items.into_iter().map(each).collect(), more: self.more }
    }
}
