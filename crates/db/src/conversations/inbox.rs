//! A page of someone's inbox, whatever it is narrowed to.
//!
//! What is asked for decides where a page is read: found words when they are few, what is unread, a tag, or
//! the whole inbox. Each of them is a range of an index in the order of the list; the other wishes are looked
//! up for each row of it.

use diesel::{
    dsl::{exists, sql},
    prelude::*,
    sql_types::Bool,
};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    conversations::ConversationState,
    ids::{AccountId, OrganizationId, TagId},
};

use super::{
    Card, Place, Row, cards, unread,
    words::{self, MANY, Sought, Term},
};
use crate::{
    Conn, Error,
    engine::planned_for_its_values,
    page::{Slice, Window},
    schema::{
        conversation_tags as tag_rows, conversation_words as word_rows, conversations,
        unread_conversations as unread_rows,
    },
};

/// Who is to see to a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum Assigned {
    /// Nobody in particular.
    Nobody,
    /// This person.
    To(AccountId),
}

/// What a person wants to see of its inbox: all that it names must be true.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Only what it has not read.
    pub unread: bool,
    /// Only the one with this party.
    pub with: Option<OrganizationId>,
    /// Only those that carry this tag.
    pub tag: Option<TagId>,
    /// Only those that this person sees to.
    pub assignee: Option<Assigned>,
    /// Only those that stand there.
    pub state: Option<ConversationState>,
    /// Only those in which this is found.
    pub sought: Option<Sought>,
}

/// Where a page is read.
enum Source {
    Found(Vec<String>),
    Unread,
    Tagged(TagId),
    All,
}

/// A person's inbox, what came last first.
pub fn inbox(
    conn: &mut Conn,
    actor: &Actor,
    wanted: &Wanted,
    window: &Window<Place>,
) -> Result<Slice<Card>, Error> {
    // A tag of a provider is on conversations of its clients too, who know of none (S5-021).
    let is_foreign = wanted.tag.is_some() && actor.kind != OrganizationKind::Provider;
    if is_foreign || wanted.sought == Some(Sought::Nothing) {
        return Ok(Slice { items: Vec::new(), more: false });
    }
    let asked = Asked {
        actor,
        wanted,
        window,
        party: actor.organization.to_string(),
        terms: wanted.sought.as_ref().map(Sought::each).unwrap_or_default(),
    };
    let rows = match asked.source(conn)? {
        Source::Found(ids) => asked.among(conn, Some(ids)),
        Source::All => asked.among(conn, None),
        Source::Unread => asked.unread(conn),
        Source::Tagged(tag) => asked.tagged(conn, tag),
    }?;
    Ok(window.cut(cards(conn, rows, actor.account)?))
}

struct Asked<'a> {
    actor: &'a Actor,
    wanted: &'a Wanted,
    window: &'a Window<Place>,
    party: String,
    terms: Vec<Term>,
}

/// What each page asks of a conversation, wherever it is read.
macro_rules! narrowed {
    ($query:expr, $asked:expr, $last_at:expr, $id:expr) => {{
        let (wanted, party) = ($asked.wanted, &$asked.party);
        let mut query = $query
            .filter(planned_for_its_values())
            .limit($asked.window.fetch())
            .select(Row::as_select())
            .into_boxed();
        if let Some(with) = wanted.with {
            let with = with.to_string();
            query = query.filter(
                conversations::client_id.eq(with.clone()).or(conversations::provider_id.eq(with)),
            );
        }
        if let Some(state) = wanted.state {
            query = query.filter(conversations::state.eq(state.as_str()));
            if state != ConversationState::Open {
                // The words of a partial index.
                query = query.filter(sql::<Bool>("conversations.state <> 'open'"));
            }
        }
        query = match wanted.assignee {
            None => query,
            Some(Assigned::Nobody) => query.filter(conversations::assignee_id.is_null()),
            Some(Assigned::To(person)) => {
                query.filter(conversations::assignee_id.eq(person.to_string()))
            }
        };
        for term in &$asked.terms {
            let (from, before) = term.range();
            query = query.filter(exists(
                word_rows::table
                    .filter(word_rows::conversation_id.eq(conversations::id))
                    .filter(word_rows::organization_id.eq(party))
                    .filter(word_rows::word.ge(from))
                    .filter(word_rows::word.lt(before)),
            ));
        }
        if let Some((last_at, id)) = &$asked.window.after {
            query =
                query.filter($last_at.le(*last_at)).filter($last_at.lt(*last_at).or($id.lt(id)));
        }
        query
    }};
}

/// One of two indexes, each in the order of the list: an `or` would sort.
macro_rules! of_my_party {
    ($query:expr, $asked:expr) => {
        $query = if $asked.actor.kind == OrganizationKind::Client {
            $query.filter(conversations::client_id.eq(&$asked.party))
        } else {
            $query.filter(conversations::provider_id.eq(&$asked.party))
        }
    };
}

/// `$id` is that of the index the page is read from: what is read is then passed over without a look at its row.
macro_rules! only_unread {
    ($query:expr, $asked:expr, $id:expr) => {
        if $asked.wanted.unread {
            $query = $query.filter(exists(
                unread_rows::table
                    .filter(unread_rows::account_id.eq($asked.actor.account.to_string()))
                    .filter(unread_rows::conversation_id.eq($id)),
            ));
        }
    };
}

macro_rules! only_tagged {
    ($query:expr, $asked:expr) => {
        if let Some(tag) = $asked.wanted.tag {
            $query = $query.filter(exists(
                tag_rows::table
                    .filter(tag_rows::tag_id.eq(tag.to_string()))
                    .filter(tag_rows::conversation_id.eq(conversations::id)),
            ));
        }
    };
}

impl Asked<'_> {
    /// Few found words or few unread conversations are the shortest way; a tag is the next.
    fn source(&self, conn: &mut Conn) -> Result<Source, Error> {
        if let Some(ids) = words::found(conn, &self.party, &self.terms)? {
            return Ok(Source::Found(ids));
        }
        let Wanted { unread, tag, .. } = self.wanted;
        match (unread, *tag) {
            (true, Some(tag)) => {
                let is_much = unread::is_in(conn, self.actor.account, MANY)?;
                Ok(if is_much { Source::Tagged(tag) } else { Source::Unread })
            }
            (true, None) => Ok(Source::Unread),
            (false, Some(tag)) => Ok(Source::Tagged(tag)),
            (false, None) => Ok(Source::All),
        }
    }

    fn among(&self, conn: &mut Conn, ids: Option<Vec<String>>) -> Result<Vec<Row>, Error> {
        let inbox =
            conversations::table.order((conversations::last_at.desc(), conversations::id.desc()));
        let mut query = narrowed!(inbox, self, conversations::last_at, conversations::id);
        match ids {
            // The words are my party's, so these are: its index would be read from one end to the other.
            Some(ids) => query = query.filter(conversations::id.eq_any(ids)),
            None => of_my_party!(query, self),
        }
        only_unread!(query, self, conversations::id);
        only_tagged!(query, self);
        Ok(query.load(conn)?)
    }

    fn unread(&self, conn: &mut Conn) -> Result<Vec<Row>, Error> {
        let inbox = unread_rows::table
            .inner_join(conversations::table.on(conversations::id.eq(unread_rows::conversation_id)))
            .filter(unread_rows::account_id.eq(self.actor.account.to_string()))
            .order((unread_rows::last_at.desc(), unread_rows::conversation_id.desc()));
        let mut query = narrowed!(inbox, self, unread_rows::last_at, unread_rows::conversation_id);
        of_my_party!(query, self);
        only_tagged!(query, self);
        Ok(query.load(conn)?)
    }

    fn tagged(&self, conn: &mut Conn, tag: TagId) -> Result<Vec<Row>, Error> {
        let inbox = tag_rows::table
            .inner_join(conversations::table.on(conversations::id.eq(tag_rows::conversation_id)))
            .filter(tag_rows::tag_id.eq(tag.to_string()))
            .order((tag_rows::last_at.desc(), tag_rows::conversation_id.desc()));
        let mut query = narrowed!(inbox, self, tag_rows::last_at, tag_rows::conversation_id);
        of_my_party!(query, self);
        only_unread!(query, self, tag_rows::conversation_id);
        Ok(query.load(conn)?)
    }
}
