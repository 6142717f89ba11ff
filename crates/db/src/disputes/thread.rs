//! What is said in a dispute, and what the operator reads once it was called.

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    disputes::Dispute,
    facts::Fact,
    ids::{DisputeId, DisputeMessageId, OrganizationId},
    world::Instant,
};

use super::said;
use crate::{
    Conn, Error, Tx,
    endings::ERASED,
    facts,
    schema::{dispute_messages as rows, disputes},
};

/// The most that is said in one dispute.
pub const MESSAGES_MAX: i64 = 500;

/// Something that was said.
#[derive(Debug, Clone)]
pub struct Message {
    /// Its id.
    pub id: String,
    /// By which party; none for one that is gone.
    pub organization: Option<OrganizationId>,
    /// What.
    pub text: String,
    /// When.
    pub at: Instant,
}

/// What was said, the oldest first.
pub fn thread(conn: &mut Conn, dispute: DisputeId) -> Result<Vec<Message>, Error> {
    let found: Vec<(String, Option<String>, String, i64)> = rows::table
        .filter(rows::dispute_id.eq(dispute.to_string()))
        .order((rows::at, rows::id))
        .limit(MESSAGES_MAX)
        .select((rows::id, rows::organization_id, rows::text, rows::at))
        .load(conn)?;
    found
        .into_iter()
        .map(|(id, organization, text, at)| {
            let corrupt = || Error::corrupt("dispute_messages", &id);
            let by = organization.map(|id| id.parse()).transpose();
            Ok(Message {
                organization: by.map_err(|_| corrupt())?,
                at: Instant::from_timestamp_millis(at).ok_or_else(corrupt)?,
                text,
                id,
            })
        })
        .collect()
}

/// Says something.
pub fn say(tx: &mut Tx<'_>, actor: &Actor, dispute: &Dispute, text: &str) -> Result<(), Error> {
    let id: DisputeMessageId = tx.id();
    diesel::insert_into(rows::table)
        .values((
            rows::id.eq(id.to_string()),
            rows::dispute_id.eq(dispute.id.to_string()),
            rows::organization_id.eq(Some(actor.organization.to_string())),
            rows::account_id.eq(Some(actor.account.to_string())),
            rows::text.eq(text),
            rows::at.eq(tx.now().timestamp_millis()),
        ))
        .execute(&mut **tx)?;
    said(tx, actor, dispute)
}

/// The operator reads what the two wrote to each other: the log tells it, and the two see it.
pub fn read_exchanges(tx: &mut Tx<'_>, actor: &Actor, dispute: &Dispute) -> Result<(), Error> {
    facts::record(tx, Some(actor), &[Fact::DisputeRead { quarrel: dispute.quarrel() }])
}

/// What a party that is erased said is gone; that it said something stays.
pub(crate) fn forget(tx: &mut Tx<'_>, party: OrganizationId) -> Result<(), Error> {
    let own = rows::table.filter(rows::organization_id.eq(party.to_string()));
    diesel::update(own)
        .set((rows::text.eq(ERASED), rows::account_id.eq(None::<String>)))
        .execute(&mut **tx)?;
    let opened = disputes::table.filter(disputes::opener_id.eq(party.to_string()));
    diesel::update(opened).set(disputes::reason.eq(ERASED)).execute(&mut **tx)?;
    Ok(())
}
