//! Keyset pages: a page begins after the last item of the one before.

use std::marker::PhantomData;

use diesel::query_dsl::LoadQuery;
use diesel_async::{AsyncPgConnection, methods::LoadQuery as LoadPiped};

use crate::{Conn, Error};

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

    /// The same of rows, and what they stand for.
    pub(crate) fn cut_rows<R, T: TryFrom<R, Error = Error>>(
        &self,
        rows: Vec<R>,
    ) -> Result<Slice<T>, Error> {
        let items: Result<Vec<T>, Error> = rows.into_iter().map(T::try_from).collect();
        Ok(self.cut(items?))
    }
}

impl<T> Slice<T> {
    /// The same slice of something else.
    pub fn map<U>(self, each: impl FnMut(T) -> U) -> Slice<U> {
        Slice { items: self.items.into_iter().map(each).collect(), more: self.more }
    }
}

/// A page that one short statement reads, on whichever database: `Db::page` knows how it is read best.
pub trait Page: Send + 'static {
    /// What is on it.
    type Item: Send + 'static;

    /// Reads it.
    fn read(self, conn: &mut Conn) -> Result<Slice<Self::Item>, Error>;

    /// Reads it on a connection that others read on at the same time.
    fn read_piped(
        self,
        conn: &AsyncPgConnection,
    ) -> impl Future<Output = Result<Slice<Self::Item>, Error>> + Send;
}

/// A statement whose rows are the items of a page.
pub(crate) struct Statement<Q, R, T, K> {
    query: Q,
    window: Window<K>,
    makes: PhantomData<fn(R) -> T>,
}

impl<Q, R, T, K> Statement<Q, R, T, K> {
    /// The statement fetches what the window says.
    pub(crate) fn new(query: Q, window: Window<K>) -> Self {
        Self { query, window, makes: PhantomData }
    }
}

impl<Q, R, T, K> Page for Statement<Q, R, T, K>
where
    Q: LoadQuery<'static, Conn, R> + Send + 'static,
    Q: for<'a> LoadPiped<'static, &'a AsyncPgConnection, R>,
    R: Send + 'static,
    T: TryFrom<R, Error = Error> + Send + 'static,
    K: Send + Sync + 'static,
{
    type Item = T;

    fn read(self, conn: &mut Conn) -> Result<Slice<T>, Error> {
        self.window.cut_rows(self.query.load(conn)?)
    }

    async fn read_piped(self, mut conn: &AsyncPgConnection) -> Result<Slice<T>, Error> {
        let rows = diesel_async::RunQueryDsl::load(self.query, &mut conn).await?;
        self.window.cut_rows(rows)
    }
}
