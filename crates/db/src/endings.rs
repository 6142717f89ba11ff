//! How an organization ends with all that hangs on it: closed by the operator, or erased at its own wish.
//!
//! Missions in work are left to the other side when the operator closes; nothing is erased while there are any.

use diesel::prelude::*;
use estrade_domain::{
    accounts::Account,
    actor::{Actor, OrganizationKind},
    change::Change,
    deletion_requests::DeletionRequest,
    ids::{AccountId, OrganizationId},
    lots::LotStatus,
    offers::{EndReason, OfferState},
    organizations::Organization,
};

use crate::{
    Error, Tx, accounts, api_keys, campaigns, contact_messages, conversations, deletion_requests,
    deliveries, disputes, erased_identifiers, facts, invitations, invoices, needs,
    offers::{
        self,
        custom::{self, Whose},
    },
    orders, organizations, payout_accounts, quote_requests,
    schema::{
        account_tokens, api_keys as key_rows, events, hidden_tenders, idempotency_keys,
        invitations as invitation_rows, lots, mails, notices, offer_versions, offers as offer_rows,
        refresh_tokens, reviews, sessions as session_rows, tenders as tender_rows,
    },
    services, sessions, tenders,
};

/// What stands where a text was erased.
pub(crate) const ERASED: &str = "—";
/// How a client that is gone signs its reviews.
const DELETED_CLIENT: &str = "Client supprimé";

/// Closes an organization without notice: its people are out at once, its tenders and offers end.
pub fn close(
    tx: &mut Tx<'_>,
    actor: &Actor,
    organization: &Organization,
    reason: &str,
) -> Result<Organization, Error> {
    let id = organization.id;
    let change = organization.clone().close(reason)?;
    end_business(tx, actor, organization)?;
    for account in accounts::all_of(tx, id)? {
        let account_id = account.id;
        if let Some(change) = account.close() {
            accounts::record(tx, Some(actor), change)?;
        }
        conversations::unassign(tx, account_id)?;
        sessions::revoke_all(tx, account_id, None)?;
        api_keys::revoke_all(tx, account_id)?;
    }
    invitations::withdraw_all(tx, id)?;
    organizations::keep_closed_reason(tx, id, reason)?;
    organizations::record(tx, Some(actor), change)
}

/// Carries a wish to be deleted out: personal data is gone, reviews and contracts stay without a name.
pub fn erase(
    tx: &mut Tx<'_>,
    actor: &Actor,
    request: DeletionRequest,
) -> Result<DeletionRequest, Error> {
    let (id, request_id) = (request.organization, request.id);
    organizations::lock(tx, id)?;
    let in_work = deletion_requests::lots_in_work(tx, id)?;
    deletion_requests::refuse_money(tx, id)?;
    let Change { after, facts, .. } = request.carry_out(actor, in_work, tx.now())?;
    let organization = organizations::get(tx, id)?;
    let people = accounts::all_of(tx, id)?;
    erased_identifiers::keep(tx, request_id, &organization, &people)?;
    end_business(tx, actor, &organization)?;
    erase_tenders(tx, id)?;
    erase_offers(tx, id)?;
    orders::forget(tx, &organization)?;
    deliveries::forget(tx, &organization)?;
    quote_requests::forget(tx, id)?;
    services::erase(tx, id)?;
    campaigns::forget(tx, id)?;
    payout_accounts::forget(tx, id)?;
    disputes::forget(tx, id)?;
    for person in &people {
        conversations::unassign(tx, person.id)?;
    }
    conversations::forget(tx, id)?;
    needs::forget(tx, id)?;
    erase_traces(tx, id)?;
    erase_log(tx, &organization)?;
    for account in people {
        erase_account(tx, account)?;
    }
    organizations::record(tx, Some(actor), Change::silent(organization.erase()))?;
    deletion_requests::forget_reasons(tx, id)?;
    let after = DeletionRequest { reason: String::new(), ..after };
    deletion_requests::record(tx, actor, Change::told(after, facts))
}

/// Ends what the organization still asks for or offers.
fn end_business(tx: &mut Tx<'_>, actor: &Actor, organization: &Organization) -> Result<(), Error> {
    let id = organization.id;
    orders::end_of(tx, actor, id)?;
    if organization.kind == OrganizationKind::Provider {
        invoices::mandates::end_of(tx, id)?;
        campaigns::end_of(tx, actor, id)?;
        let (whose, reason) = (Whose::Providers(id), EndReason::ProviderClosed);
        quote_requests::end_of(tx, actor, whose, reason)?;
        custom::end_of(tx, actor, whose, reason)?;
        return offers::end_of_provider(tx, Some(actor), id);
    }
    let (whose, reason) = (Whose::Clients(id), EndReason::ClientClosed);
    quote_requests::end_of(tx, actor, whose, reason)?;
    custom::end_of(tx, actor, whose, reason)?;
    for tender in tenders::published_by(tx, organization.id)? {
        if let Some(change) = tender.clone().close_with_account(tx.now()) {
            tenders::record(tx, actor, &tender, change)?;
        }
    }
    Ok(())
}

/// Drafts go. Events lose their words and their pages; what a concluded contract is about stays with its lot.
fn erase_tenders(tx: &mut Tx<'_>, client: OrganizationId) -> Result<(), Error> {
    for draft in tenders::drafts_of(tx, client)? {
        tenders::delete(tx, &draft)?;
    }
    let client = client.to_string();
    diesel::update(events::table.filter(events::organization_id.eq(&client)))
        .set((
            events::title.eq(ERASED),
            events::description.eq(""),
            events::venue.eq(""),
            events::venue_known.eq(false),
            events::guest_ages.eq(""),
        ))
        .execute(&mut **tx)?;
    diesel::update(tender_rows::table.filter(tender_rows::organization_id.eq(&client)))
        .set((tender_rows::slug.eq(""), tender_rows::closing_note.eq(None::<String>)))
        .execute(&mut **tx)?;
    let not_done = lots::table
        .filter(lots::organization_id.eq(&client))
        .filter(lots::state.ne(LotStatus::Done.as_str()));
    diesel::update(not_done).set(lots::wishes.eq("")).execute(&mut **tx)?;
    diesel::update(reviews::table.filter(reviews::client_id.eq(&client)))
        .set(reviews::author_name.eq(DELETED_CLIENT))
        .execute(&mut **tx)?;
    Ok(())
}

/// The offers that led to no contract lose their words.
fn erase_offers(tx: &mut Tx<'_>, provider: OrganizationId) -> Result<(), Error> {
    let without_contract: Vec<String> = offer_rows::table
        .filter(offer_rows::provider_id.eq(provider.to_string()))
        .filter(offer_rows::state.ne(OfferState::Accepted.as_str()))
        .select(offer_rows::id)
        .load(&mut **tx)?;
    for offer in without_contract {
        diesel::update(offer_versions::table.filter(offer_versions::offer_id.eq(offer)))
            .set((
                offer_versions::title.eq(ERASED),
                offer_versions::public_message.eq(ERASED),
                offer_versions::private_message.eq(""),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

fn erase_traces(tx: &mut Tx<'_>, id: OrganizationId) -> Result<(), Error> {
    let id = id.to_string();
    invitations::withdraw_all(tx, id.parse().map_err(|_| Error::corrupt("organizations", &id))?)?;
    diesel::update(invitation_rows::table.filter(invitation_rows::organization_id.eq(&id)))
        .set(invitation_rows::email.eq("erased@gone.invalid"))
        .execute(&mut **tx)?;
    diesel::delete(hidden_tenders::table.filter(hidden_tenders::organization_id.eq(&id)))
        .execute(&mut **tx)?;
    Ok(())
}

/// What the log and what others were sent say of it: who tried its pseudo, why it declined, the letters and
/// notices of others that name it. What is still to be sent is told without its name.
fn erase_log(tx: &mut Tx<'_>, organization: &Organization) -> Result<(), Error> {
    facts::forget_attempts(tx, organization.handle.as_str())?;
    facts::forget_words(tx, organization.id)?;
    let about = || facts::about(organization.id);
    diesel::delete(notices::table.filter(notices::fact_id.eq_any(about()))).execute(&mut **tx)?;
    let wordless = (mails::subject.eq(ERASED), mails::text_body.eq(""), mails::html_body.eq(""));
    let told = mails::table.filter(mails::fact_id.eq_any(about())).filter(mails::due_at.is_null());
    diesel::update(told).set(wordless).execute(&mut **tx)?;
    // A summary is about whoever reads it, and may quote everyone it talks with.
    let summaries = mails::table
        .filter(mails::template.eq("message.unread"))
        .filter(mails::recipient.eq_any(conversations::readers_of(organization.id)))
        .filter(mails::due_at.is_null());
    diesel::update(summaries).set(wordless).execute(&mut **tx)?;
    Ok(())
}

fn erase_account(tx: &mut Tx<'_>, account: Account) -> Result<(), Error> {
    erase_sessions(tx, account.id)?;
    let id = account.id.to_string();
    diesel::delete(account_tokens::table.filter(account_tokens::account_id.eq(&id)))
        .execute(&mut **tx)?;
    diesel::delete(key_rows::table.filter(key_rows::account_id.eq(&id))).execute(&mut **tx)?;
    diesel::delete(idempotency_keys::table.filter(idempotency_keys::account_id.eq(&id)))
        .execute(&mut **tx)?;
    diesel::delete(notices::table.filter(notices::account_id.eq(&id))).execute(&mut **tx)?;
    diesel::delete(mails::table.filter(mails::recipient.eq(account.email.as_str())))
        .execute(&mut **tx)?;
    contact_messages::forget(tx, &account.email)?;
    conversations::forget_unread(tx, account.id)?;
    conversations::forget_person(tx, account.id)?;
    accounts::record(tx, None, Change::silent(account.erase()))?;
    Ok(())
}

fn erase_sessions(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    let own = session_rows::table.filter(session_rows::account_id.eq(account.to_string()));
    let ids: Vec<String> = own.select(session_rows::id).load(&mut **tx)?;
    for id in ids {
        diesel::delete(refresh_tokens::table.filter(refresh_tokens::session_id.eq(&id)))
            .execute(&mut **tx)?;
        diesel::delete(session_rows::table.filter(session_rows::id.eq(&id))).execute(&mut **tx)?;
    }
    Ok(())
}
