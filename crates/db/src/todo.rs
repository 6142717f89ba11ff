//! « What must I do now? »: how much waits for each kind of person. Every count is a short range of an index.

use chrono::NaiveDate;
use diesel::{
    dsl::{exists, not, sql},
    prelude::*,
    sql_types::Bool,
};
use estrade_domain::{
    actor::OrganizationKind::{Client, Provider},
    deletion_requests::DeletionState,
    ids::OrganizationId,
    lots::LotStatus,
    offers::{OfferState, Settlement},
    world::Instant,
};

use crate::{
    Conn, Error, contact_messages, disputes, mails,
    matching::{self, Area},
    missions, orders, outgoings,
    page::Window,
    schema::{deletion_requests, events, lots, offers, quote_requests, reviews, tenders},
};

/// Beyond this there are « many » potential tenders.
pub const MANY: i64 = 20;

/// What waits for a client.
#[derive(Debug, Clone, Copy)]
pub struct ClientTodo {
    /// Drafts to go on with.
    pub drafts: i64,
    /// Offers on open lots.
    pub offers_to_compare: i64,
    /// Chosen providers that have not confirmed.
    pub choices_awaiting: i64,
    /// Missions in work whose event is over.
    pub missions_to_complete: i64,
    /// Ended missions without a review.
    pub missions_to_review: i64,
    /// Completed orders without a review.
    pub orders_to_review: i64,
    /// Custom offers that wait for its answer.
    pub custom_offers_to_answer: i64,
    /// Orders that wait for it: for its payment, for its answers, or for its look at a delivery.
    pub orders_to_see_to: i64,
    /// Disputes that the two look for a way out of.
    pub disputes_to_settle: i64,
}

/// What waits for a provider.
#[derive(Debug, Clone, Copy)]
pub struct ProviderTodo {
    /// Choices to confirm or decline.
    pub choices_to_confirm: i64,
    /// Offers to hold to or to change.
    pub offers_to_reconfirm: i64,
    /// Reviews it may answer.
    pub reviews_to_answer: i64,
    /// Open tenders it could apply to, at most `MANY`.
    pub potential_tenders: i64,
    /// Quote requests that wait for its answer.
    pub quote_requests_to_answer: i64,
    /// Orders on which it is to work.
    pub orders_to_see_to: i64,
    /// Disputes that the two look for a way out of.
    pub disputes_to_settle: i64,
}

/// What waits for the operators.
#[derive(Debug, Clone, Copy)]
pub struct OperatorTodo {
    /// Deletions to carry out.
    pub deletions_to_carry_out: i64,
    /// Those among them whose month is over.
    pub deletions_overdue: i64,
    /// Missions that cannot go on by themselves.
    pub missions_to_end: i64,
    /// Disputes to rule.
    pub disputes_to_rule: i64,
    /// Mails that were given up.
    pub mails_failed: i64,
    /// Refunds that did not arrive.
    pub refunds_failed: i64,
    /// Messages to answer.
    pub messages_to_answer: i64,
}

/// Counts for a client; `today` is the day where its events are.
pub fn of_client(
    conn: &mut Conn,
    client: OrganizationId,
    today: NaiveDate,
) -> Result<ClientTodo, Error> {
    let id = client.to_string();
    let in_state = |state: LotStatus| {
        lots::table
            .filter(lots::organization_id.eq(id.clone()))
            .filter(lots::state.eq(state.as_str()))
    };
    let drafts = tenders::table
        .filter(tenders::organization_id.eq(&id))
        .filter(tenders::published_at.is_null())
        .count()
        .get_result(conn)?;
    let offers_to_compare = in_state(LotStatus::Open)
        .inner_join(offers::table.on(offers::lot_id.eq(lots::id.nullable())))
        .filter(offers::state.eq(OfferState::Sent.as_str()))
        .count()
        .get_result(conn)?;
    let choices_awaiting = in_state(LotStatus::Chosen).count().get_result(conn)?;
    // What is paid with held funds ends with its delivery.
    let missions_to_complete = in_state(LotStatus::InWork)
        .filter(lots::settlement.eq(Settlement::Direct.as_str()))
        .inner_join(tenders::table.on(tenders::id.eq(lots::tender_id)))
        .inner_join(events::table.on(events::id.eq(tenders::event_id)))
        .filter(events::day.lt(today.to_string()))
        .count()
        .get_result(conn)?;
    let reviewed = reviews::table.filter(reviews::lot_id.eq(lots::id.nullable()));
    let missions_to_review =
        in_state(LotStatus::Done).filter(not(exists(reviewed))).count().get_result(conn)?;
    let orders_to_review = orders::count_to_review(conn, client)?;
    let custom_offers_to_answer = offers::table
        .filter(offers::lot_id.is_null())
        .filter(offers::client_id.eq(&id))
        .filter(offers::state.eq(OfferState::Sent.as_str()))
        .count()
        .get_result(conn)?;
    Ok(ClientTodo {
        drafts,
        offers_to_compare,
        choices_awaiting,
        missions_to_complete,
        missions_to_review,
        orders_to_review,
        custom_offers_to_answer,
        orders_to_see_to: orders::count_to_see_to(conn, client, Client)?,
        disputes_to_settle: disputes::count_open(conn, client, Client)?,
    })
}

/// Counts for a provider.
pub fn of_provider(conn: &mut Conn, area: &Area) -> Result<ProviderTodo, Error> {
    let id = area.provider.to_string();
    let in_state = |state: OfferState| {
        offers::table
            .filter(offers::provider_id.eq(id.clone()))
            .filter(offers::state.eq(state.as_str()))
    };
    let choices_to_confirm = in_state(OfferState::Chosen).count().get_result(conn)?;
    let offers_to_reconfirm = in_state(OfferState::ToReconfirm).count().get_result(conn)?;
    let reviews_to_answer = reviews::table
        .filter(reviews::provider_id.eq(&id))
        .filter(reviews::answer.is_null())
        .count()
        .get_result(conn)?;
    let potential = matching::potential(conn, area, &Window { after: None, limit: MANY })?;
    let quote_requests_to_answer = quote_requests::table
        .filter(quote_requests::provider_id.eq(&id))
        // The words of a partial index.
        .filter(sql::<Bool>("state = 'open'"))
        .count()
        .get_result(conn)?;
    Ok(ProviderTodo {
        choices_to_confirm,
        offers_to_reconfirm,
        reviews_to_answer,
        potential_tenders: i64::try_from(potential.items.len()).unwrap_or(MANY),
        quote_requests_to_answer,
        orders_to_see_to: orders::count_to_see_to(conn, area.provider, Provider)?,
        disputes_to_settle: disputes::count_open(conn, area.provider, Provider)?,
    })
}

/// Counts for the operators.
pub fn of_operator(conn: &mut Conn, now: Instant) -> Result<OperatorTodo, Error> {
    let to_do = || {
        deletion_requests::table.filter(deletion_requests::state.eq(DeletionState::Open.as_str()))
    };
    let deletions_to_carry_out = to_do().count().get_result(conn)?;
    let deletions_overdue = to_do()
        .filter(deletion_requests::due_at.lt(now.timestamp_millis()))
        .count()
        .get_result(conn)?;
    let mails_failed = mails::count_given_up(conn)?;
    let missions_to_end = missions::count_stuck(conn, now)?;
    let disputes_to_rule = disputes::count_escalated(conn)?;
    Ok(OperatorTodo {
        deletions_to_carry_out,
        deletions_overdue,
        missions_to_end,
        disputes_to_rule,
        mails_failed,
        refunds_failed: outgoings::count_failed_refunds(conn)?,
        messages_to_answer: contact_messages::count_open(conn)?,
    })
}
