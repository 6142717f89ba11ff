//! Reads those who may get a need in the order of the directory, until enough of them fit.

use std::collections::{BTreeMap, HashMap};

use estrade_domain::{
    actor::Actor,
    conversations::{Conversation, ConversationState},
    ids::OrganizationId,
    needs::{Candidate, Choice, Chosen, Content},
    organizations::Organization,
    world::Instant,
};

use crate::{
    Conn, Error, conversations, organizations,
    page::Window,
    services::{self, Card},
};

/// Services that are read at once: most needs are settled by the first of them.
const BATCH: i64 = 20;

type Talks = HashMap<(OrganizationId, OrganizationId), Conversation>;

/// Chooses who gets a need, at most so many. A page costs a range of the catalogue's index; what begins above
/// the budget is not even read, the domain decides all the same.
pub fn choose(
    conn: &mut Conn,
    actor: &Actor,
    content: &Content,
    (most, now): (u32, Instant),
) -> Result<Vec<Chosen>, Error> {
    let (trade, departement) = (Some(content.trade.as_str()), Some(content.departement.as_str()));
    let mut choice = Choice::new(content, most, now);
    let mut known: BTreeMap<OrganizationId, Organization> = BTreeMap::new();
    let mut window = Window { after: None, limit: BATCH };
    loop {
        let slice = services::find(conn, trade, departement, content.budget.at_most, &window)?;
        let talks = talks(conn, actor, &slice.items)?;
        for card in &slice.items {
            if choice.is_full() {
                return Ok(choice.made());
            }
            let provider = match known.remove(&card.provider) {
                Some(provider) => provider,
                None => organizations::get(conn, card.provider)?,
            };
            choice.consider(&candidate(card, &provider, actor, &talks));
            known.insert(card.provider, provider);
        }
        match slice.items.last().filter(|_| slice.more) {
            Some(last) => window.after = Some(last.key()),
            None => return Ok(choice.made()),
        }
    }
}

/// What the client and the sellers of some services said to each other before.
fn talks(conn: &mut Conn, actor: &Actor, cards: &[Card]) -> Result<Talks, Error> {
    let pairs: Vec<_> = cards.iter().map(|card| (actor.organization, card.provider)).collect();
    conversations::of_pairs(conn, &pairs)
}

fn candidate<'a>(
    card: &'a Card,
    provider: &'a Organization,
    actor: &Actor,
    talks: &Talks,
) -> Candidate<'a> {
    let talk = talks.get(&(actor.organization, card.provider));
    Candidate {
        provider,
        service: card.id,
        trade: &card.trade,
        price_from: card.price_from,
        blocked: talk.is_some_and(|talk| talk.state == ConversationState::Blocked),
    }
}
