//! Rows of the tags, and of which conversation carries which.
//!
//! Invariants: `conversations` counts the rows of `conversation_tags`, and `last_at` repeats that of the
//! conversation; both change in the same transaction.

use std::collections::BTreeMap;

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    change::Change,
    facts::Fact,
    fields::Fields,
    ids::{ConversationId, OrganizationId, TagId},
    refusal::Explain,
    tags::{Label, MAX_TAGS, Tag, TagColour, TagRefusal},
    world::Instant,
};

use crate::{
    Conn, Error, Tx, facts,
    schema::{conversation_tags, conversations, tags},
};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = tags)]
struct Row {
    id: String,
    version: i32,
    organization_id: String,
    name: String,
    name_folded: String,
    colour: String,
    conversations: i32,
    created_at: i64,
}

/// The tag with this id, if it is this party's.
pub fn get(conn: &mut Conn, id: TagId, actor: &Actor) -> Result<Tag, Error> {
    tags::table
        .filter(tags::id.eq(id.to_string()))
        .filter(tags::organization_id.eq(actor.organization.to_string()))
        .select(Row::as_select())
        .first(conn)?
        .try_into()
}

/// The tags of a provider by name, all of them: there are a hundred at most.
pub fn of(conn: &mut Conn, provider: OrganizationId) -> Result<Vec<Tag>, Error> {
    let rows: Vec<Row> = tags::table
        .filter(tags::organization_id.eq(provider.to_string()))
        .order((tags::name_folded, tags::id))
        .limit(i64::try_from(MAX_TAGS).unwrap_or(i64::MAX))
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(Tag::try_from).collect()
}

/// The tags of some conversations, in one query whatever their number; who has none is absent.
pub fn of_conversations(
    conn: &mut Conn,
    ids: impl Iterator<Item = ConversationId>,
) -> Result<BTreeMap<ConversationId, Vec<Tag>>, Error> {
    let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
    let rows: Vec<(String, Row)> = conversation_tags::table
        .inner_join(tags::table.on(tags::id.eq(conversation_tags::tag_id)))
        .filter(conversation_tags::conversation_id.eq_any(ids))
        .order((tags::name_folded, tags::id))
        .select((conversation_tags::conversation_id, Row::as_select()))
        .load(conn)?;
    let mut carried: BTreeMap<ConversationId, Vec<Tag>> = BTreeMap::new();
    for (id, row) in rows {
        let id = id.parse().map_err(|_| Error::corrupt("conversation_tags", &id))?;
        carried.entry(id).or_default().push(row.try_into()?);
    }
    Ok(carried)
}

/// Records a new tag. A name that the provider has is a wrong field.
pub fn insert(tx: &mut Tx<'_>, actor: &Actor, change: Change<Tag>) -> Result<Tag, Error> {
    let tag = change.after;
    let inserted = diesel::insert_into(tags::table).values(&Row::from(&tag)).execute(&mut **tx);
    name_is_free(inserted)?;
    facts::record(tx, Some(actor), &change.facts)?;
    Ok(tag)
}

/// Records another name or colour.
pub fn update(tx: &mut Tx<'_>, actor: &Actor, change: Change<Tag>) -> Result<Tag, Error> {
    let mut tag = change.after;
    let seen =
        tags::table.filter(tags::id.eq(tag.id.to_string())).filter(tags::version.eq(tag.version));
    tag.version += 1;
    // How many carry it changes under other hands: it is not written here.
    let written = diesel::update(seen)
        .set((
            tags::version.eq(tag.version),
            tags::name.eq(&tag.label.name),
            tags::name_folded.eq(tag.label.folded()),
            tags::colour.eq(tag.label.colour.as_str()),
        ))
        .execute(&mut **tx);
    if name_is_free(written)? != 1 {
        return Err(Error::Stale);
    }
    facts::record(tx, Some(actor), &change.facts)?;
    Ok(tag)
}

fn name_is_free(written: QueryResult<usize>) -> Result<usize, Error> {
    match written.map_err(Error::from) {
        Err(error) if error.is_duplicate() => {
            Err(Fields::one("/name", TagRefusal::NameTaken.explain()).into())
        }
        outcome => outcome,
    }
}

/// Throws a tag away, from every conversation that carries it too.
pub fn delete(tx: &mut Tx<'_>, actor: &Actor, change: Change<Tag>) -> Result<(), Error> {
    let Change { after: tag, facts, .. } = change;
    let id = tag.id.to_string();
    // Its row first: whoever puts it on a conversation waits for this one.
    let seen = tags::table.filter(tags::id.eq(&id)).filter(tags::version.eq(tag.version));
    if diesel::update(seen).set(tags::conversations.eq(0)).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    diesel::delete(conversation_tags::table.filter(conversation_tags::tag_id.eq(&id)))
        .execute(&mut **tx)?;
    diesel::delete(tags::table.find(&id)).execute(&mut **tx)?;
    facts::record(tx, Some(actor), &facts)
}

/// Puts a tag on a conversation; one that is there stays.
pub fn apply(
    tx: &mut Tx<'_>,
    actor: &Actor,
    conversation: ConversationId,
    tag: &Tag,
) -> Result<(), Error> {
    let known = conversation_tags::table.find((conversation.to_string(), tag.id.to_string()));
    let there: i64 = known.count().get_result(&mut **tx)?;
    if there == 1 {
        return Ok(());
    }
    count(tx, tag, 1)?;
    let last_at: i64 = conversations::table
        .find(conversation.to_string())
        .select(conversations::last_at)
        .first(&mut **tx)?;
    let inserted = diesel::insert_into(conversation_tags::table)
        .values((
            conversation_tags::conversation_id.eq(conversation.to_string()),
            conversation_tags::tag_id.eq(tag.id.to_string()),
            conversation_tags::last_at.eq(last_at),
        ))
        .execute(&mut **tx)
        .map_err(Error::from);
    match inserted {
        // Two clicks at once: the second is tried again and finds the tag there.
        Err(error) if error.is_duplicate() => return Err(Error::Stale),
        outcome => outcome?,
    };
    let (provider, tag) = (tag.provider, tag.id);
    let fact = Fact::ConversationTagged { conversation, provider, tag };
    facts::record(tx, Some(actor), &[fact])
}

/// Takes a tag off a conversation; one that is not there stays away.
pub fn remove(
    tx: &mut Tx<'_>,
    actor: &Actor,
    conversation: ConversationId,
    tag: &Tag,
) -> Result<(), Error> {
    let known = conversation_tags::table.find((conversation.to_string(), tag.id.to_string()));
    if diesel::delete(known).execute(&mut **tx)? == 0 {
        return Ok(());
    }
    count(tx, tag, -1)?;
    let (provider, tag) = (tag.provider, tag.id);
    let fact = Fact::ConversationUntagged { conversation, provider, tag };
    facts::record(tx, Some(actor), &[fact])
}

fn count(tx: &mut Tx<'_>, tag: &Tag, more: i32) -> Result<(), Error> {
    let counted = diesel::update(tags::table.find(tag.id.to_string()))
        .set(tags::conversations.eq(tags::conversations + more))
        .execute(&mut **tx)?;
    // It was thrown away meanwhile: tried again, it is not found.
    if counted == 1 { Ok(()) } else { Err(Error::Stale) }
}

/// The moment of the last entry, repeated for each tag of a conversation.
pub(crate) fn touch(
    tx: &mut Tx<'_>,
    conversation: ConversationId,
    last_at: i64,
) -> Result<(), Error> {
    let carried = conversation_tags::table
        .filter(conversation_tags::conversation_id.eq(conversation.to_string()));
    diesel::update(carried).set(conversation_tags::last_at.eq(last_at)).execute(&mut **tx)?;
    Ok(())
}

/// Nothing is sorted by a provider that is erased.
pub(crate) fn forget(tx: &mut Tx<'_>, provider: OrganizationId) -> Result<(), Error> {
    let own = || tags::table.filter(tags::organization_id.eq(provider.to_string()));
    let carried =
        conversation_tags::table.filter(conversation_tags::tag_id.eq_any(own().select(tags::id)));
    diesel::delete(carried).execute(&mut **tx)?;
    diesel::delete(own()).execute(&mut **tx)?;
    Ok(())
}

impl From<&Tag> for Row {
    fn from(tag: &Tag) -> Self {
        Self {
            id: tag.id.to_string(),
            version: tag.version,
            organization_id: tag.provider.to_string(),
            name: tag.label.name.clone(),
            name_folded: tag.label.folded(),
            colour: tag.label.colour.as_str().to_owned(),
            conversations: tag.conversations,
            created_at: tag.created_at.timestamp_millis(),
        }
    }
}

impl TryFrom<Row> for Tag {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("tags", &row.id);
        let colour = TagColour::from_word(&row.colour).ok_or_else(corrupt)?;
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            version: row.version,
            provider: row.organization_id.parse().map_err(|_| corrupt())?,
            conversations: row.conversations,
            created_at: Instant::from_timestamp_millis(row.created_at).ok_or_else(corrupt)?,
            label: Label { name: row.name, colour },
        })
    }
}
