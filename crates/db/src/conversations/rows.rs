//! The table of the conversations.

use std::collections::BTreeMap;

use diesel::prelude::*;
use estrade_domain::{
    conversations::{Conversation, ConversationState},
    ids::{ConversationId, OrganizationId},
    organizations::OrganizationState,
    world::Instant,
};

use super::Card;
use crate::{Error, schema::conversations};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = conversations, treat_none_as_default_value = false)]
pub(crate) struct Row {
    pub(super) id: String,
    pub(super) client_id: String,
    pub(super) provider_id: String,
    pub(super) created_at: i64,
    pub(super) last_at: i64,
    pub(super) last_text: String,
    pub(super) last_party: Option<String>,
    pub(super) state: String,
    pub(super) assignee_id: Option<String>,
    pub(super) last_kind: String,
    pub(super) is_indexed: bool,
}

/// Who talks where.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair {
    pub(super) id: ConversationId,
    pub(super) client: OrganizationId,
    pub(super) provider: OrganizationId,
    pub(super) state: ConversationState,
}

impl Row {
    pub(super) fn pair(&self) -> Result<Pair, Error> {
        let corrupt = || Error::corrupt("conversations", &self.id);
        Ok(Pair {
            id: self.id.parse().map_err(|_| corrupt())?,
            client: self.client_id.parse().map_err(|_| corrupt())?,
            provider: self.provider_id.parse().map_err(|_| corrupt())?,
            state: ConversationState::from_word(&self.state).ok_or_else(corrupt)?,
        })
    }

    pub(super) fn card(
        self,
        states: &BTreeMap<String, String>,
        unread: i32,
    ) -> Result<Card, Error> {
        let corrupt = || Error::corrupt("conversations", &self.id);
        let instant = |at| Instant::from_timestamp_millis(at).ok_or_else(corrupt);
        let pair = self.pair()?;
        let assignee = self.assignee_id.as_ref();
        let state = |party: &String| {
            states
                .get(party)
                .and_then(|state| OrganizationState::from_word(state))
                .ok_or_else(corrupt)
        };
        Ok(Card {
            conversation: Conversation {
                client_state: state(&self.client_id)?,
                provider_state: state(&self.provider_id)?,
                id: pair.id,
                client: pair.client,
                provider: pair.provider,
                state: pair.state,
                assignee: assignee.map(|id| id.parse().map_err(|_| corrupt())).transpose()?,
                created_at: instant(self.created_at)?,
                last_at: instant(self.last_at)?,
            },
            last_party: self
                .last_party
                .as_ref()
                .map(|party| party.parse().map_err(|_| corrupt()))
                .transpose()?,
            last_text: self.last_text,
            last_kind: self.last_kind,
            unread,
        })
    }
}
