//! Keyset pages: a page begins after the last item of the one before.

use diesel::query_dsl::LoadQuery;
use diesel_async::{AsyncPgConnection, methods::LoadQuery as LoadPiped};
use serde::de::DeserializeOwned;

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

/// An item of a public list as it lies there: JSON in the shape of the API, which goes out as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its place in the list.
    pub key: (i64, String),
    /// Its card.
    pub json: String,
}

impl Listed {
    /// What its card says.
    pub fn card<C: DeserializeOwned>(&self) -> Result<C, Error> {
        read_card(&self.key.1, &self.json)
    }
}

/// What the card of something says.
pub(crate) fn read_card<C: DeserializeOwned>(id: &str, json: &str) -> Result<C, Error> {
    serde_json::from_str(json).map_err(|_| Error::corrupt("cards", id))
}

/// A page that one short statement reads, on whichever database: `Db::page` knows how it is read best.
pub trait Page: Send + 'static {
    /// Reads it.
    fn read(self, conn: &mut Conn) -> Result<Slice<Listed>, Error>;

    /// Reads it on a connection that others read on at the same time.
    fn read_piped(
        self,
        conn: &AsyncPgConnection,
    ) -> impl Future<Output = Result<Slice<Listed>, Error>> + Send;
}

/// A statement of a public list, and the window that it fetches.
pub(crate) struct Statement<Q> {
    pub(crate) query: Q,
    pub(crate) window: Window<(i64, String)>,
}

/// The place of an item, and its card.
type Row = (i64, String, String);

impl<Q: Send + 'static> Page for Statement<Q>
where
    Q: LoadQuery<'static, Conn, Row>,
    Q: for<'a> LoadPiped<'static, &'a AsyncPgConnection, Row>,
{
    fn read(self, conn: &mut Conn) -> Result<Slice<Listed>, Error> {
        let rows: Vec<Row> = self.query.load(conn)?;
        Ok(self.window.cut(rows).map(Listed::from))
    }

    async fn read_piped(self, mut conn: &AsyncPgConnection) -> Result<Slice<Listed>, Error> {
        let rows: Vec<Row> = diesel_async::RunQueryDsl::load(self.query, &mut conn).await?;
        Ok(self.window.cut(rows).map(Listed::from))
    }
}

impl From<Row> for Listed {
    fn from((order, id, json): Row) -> Self {
        Self { key: (order, id), json }
    }
}
