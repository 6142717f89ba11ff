//! Rows of the advertising campaigns.
//!
//! Invariants: a campaign is its provider's alone until its banner is shown; whoever writes one names the version it
//! saw, so that two clicks pay it once; its banner hangs on it as long as it is kept.

mod rows;

use diesel::{dsl::exists, prelude::*};
use estrade_domain::{
    actor::Actor,
    campaigns::{Campaign, CampaignState, CampaignStatus, Placement, turn},
    change::Change,
    deadlines::DeadlineAction,
    ids::{CampaignId, FactId, OrganizationId, PaymentId},
    world::{Instant, legal_day},
};

use crate::{
    Conn, Error, Tx, deadlines,
    endings::ERASED,
    facts, files,
    page::{Slice, Window},
    schema::campaigns,
};
use rows::{DELETED, DRAFT, PAID, Row, STOPPED};

/// After every day.
const LAST_DAY: &str = "9999-12-31";

/// A place in a list: when it was begun or paid, and its id.
pub type Place = (i64, String);

/// The campaign with this id, if it is this person's.
pub fn owned_by(conn: &mut Conn, id: CampaignId, actor: &Actor) -> Result<Campaign, Error> {
    campaigns::table
        .filter(campaigns::id.eq(id.to_string()))
        .filter(campaigns::provider_id.eq(actor.organization.to_string()))
        .filter(campaigns::state.ne(DELETED))
        .select(Row::as_select())
        .first(conn)?
        .try_into()
}

/// A campaign, whoever asks and whatever became of it.
pub fn of_id(conn: &mut Conn, id: CampaignId) -> Result<Campaign, Error> {
    campaigns::table.find(id.to_string()).select(Row::as_select()).first(conn)?.try_into()
}

/// The campaigns of a provider, the latest first.
pub fn mine(
    conn: &mut Conn,
    provider: OrganizationId,
    window: &Window<Place>,
) -> Result<Slice<Campaign>, Error> {
    let mut query = campaigns::table
        .filter(campaigns::provider_id.eq(provider.to_string()))
        .filter(campaigns::state.ne(DELETED))
        .order((campaigns::created_at.desc(), campaigns::id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    if let Some((created_at, id)) = &window.after {
        query = query
            .filter(campaigns::created_at.le(*created_at))
            .filter(campaigns::created_at.lt(*created_at).or(campaigns::id.lt(id)));
    }
    Ok(window.cut(read(query.load(conn)?)?))
}

/// The campaigns that were paid, the latest first: those of a status, or all.
pub fn paid(
    conn: &mut Conn,
    status: Option<CampaignStatus>,
    now: Instant,
    window: &Window<Place>,
) -> Result<Slice<Campaign>, Error> {
    let today = legal_day(now).to_string();
    let mut query = campaigns::table
        .filter(campaigns::paid_at.is_not_null())
        .order((campaigns::paid_at.desc(), campaigns::id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    query = match status {
        None => query,
        Some(CampaignStatus::Draft) => query.filter(campaigns::state.eq(DRAFT)),
        Some(CampaignStatus::Stopped) => query.filter(campaigns::state.eq(STOPPED)),
        Some(CampaignStatus::Scheduled) => {
            query.filter(campaigns::state.eq(PAID)).filter(campaigns::starts_on.gt(today))
        }
        Some(CampaignStatus::Running) => query
            .filter(campaigns::state.eq(PAID))
            .filter(campaigns::starts_on.le(today.clone()))
            .filter(campaigns::ends_on.ge(today)),
        Some(CampaignStatus::Ended) => {
            query.filter(campaigns::state.eq(PAID)).filter(campaigns::ends_on.lt(today))
        }
    };
    if let Some((paid_at, id)) = &window.after {
        query = query
            .filter(campaigns::paid_at.le(*paid_at))
            .filter(campaigns::paid_at.lt(*paid_at).or(campaigns::id.lt(id)));
    }
    Ok(window.cut(read(query.load(conn)?)?))
}

/// How many drafts a provider has.
pub fn count_drafts(conn: &mut Conn, provider: OrganizationId) -> Result<i64, Error> {
    Ok(campaigns::table
        .filter(campaigns::provider_id.eq(provider.to_string()))
        .filter(campaigns::state.eq(DRAFT))
        .count()
        .get_result(conn)?)
}

/// Those whose banner is shown on this day.
#[diesel::dsl::auto_type(no_type_alias)]
fn shown_on<'a>(today: &'a str) -> _ {
    let paid: &'a str = PAID;
    campaigns::table
        .filter(campaigns::state.eq(paid))
        .filter(campaigns::starts_on.le(today))
        .filter(campaigns::ends_on.ge(today))
}

/// In which states, and between which days, a banner is seen: everyone sees it while it is shown, the operator
/// whenever it was paid.
pub(crate) fn seen(is_operator: bool, now: Instant) -> (Vec<&'static str>, String, String) {
    if is_operator {
        return (vec![PAID, STOPPED], LAST_DAY.to_owned(), String::new());
    }
    let today = legal_day(now).to_string();
    (vec![PAID], today.clone(), today)
}

/// The campaign whose turn it is on a page, for the visitors of a département (S1-144).
pub fn shown(
    conn: &mut Conn,
    placement: Placement,
    departement: &str,
    now: Instant,
) -> Result<Option<Campaign>, Error> {
    let today = legal_day(now).to_string();
    let rows: Vec<Row> = shown_on(&today)
        .filter(campaigns::placement.eq(placement.as_str()))
        .filter(campaigns::departement.eq(departement))
        .select(Row::as_select())
        .load(conn)?;
    // Few share a place; the index has them by their last day.
    let mut sharing = read(rows)?;
    sharing.sort_by_key(|campaign| campaign.id);
    let turn = turn(sharing.len(), now);
    Ok(sharing.into_iter().nth(turn))
}

/// Whether a campaign's banner is shown now.
pub fn is_shown(conn: &mut Conn, id: CampaignId, now: Instant) -> Result<bool, Error> {
    let today = legal_day(now).to_string();
    let it = shown_on(&today).filter(campaigns::id.eq(id.to_string()));
    Ok(diesel::select(exists(it)).get_result(conn)?)
}

/// Records a new draft, with its banner.
pub fn insert(tx: &mut Tx<'_>, actor: &Actor, change: Change<Campaign>) -> Result<Campaign, Error> {
    let Change { after, facts, .. } = change;
    diesel::insert_into(campaigns::table).values(&Row::from(&after)).execute(&mut **tx)?;
    files::hang_on_campaign(tx, actor, &after)?;
    facts::record(tx, Some(actor), &facts)?;
    Ok(after)
}

/// Records what a draft says from now on; the banner that it had before is let go.
pub fn record_content(
    tx: &mut Tx<'_>,
    actor: &Actor,
    change: Change<Campaign>,
) -> Result<Campaign, Error> {
    files::hang_on_campaign(tx, actor, &change.after)?;
    record(tx, Some(actor), change)
}

/// Records a decision about a campaign.
pub fn record(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    change: Change<Campaign>,
) -> Result<Campaign, Error> {
    let Change { after, facts, .. } = change;
    let after = update(tx, &after)?;
    if after.state == CampaignState::Deleted {
        files::let_go_of_campaign(tx, after.id)?;
    }
    facts::record(tx, actor, &facts)?;
    Ok(after)
}

/// A payment arrived: the campaign that it buys is paid, and told so in the log. None when it buys nothing.
pub(crate) fn pay(
    tx: &mut Tx<'_>,
    id: CampaignId,
    payment: PaymentId,
) -> Result<Option<FactId>, Error> {
    let Some(change) = of_id(tx, id)?.pay(payment, tx.now()) else { return Ok(None) };
    let after = update(tx, &change.after)?;
    if let Some(ends_at) = after.ends_at() {
        deadlines::insert(tx, id, DeadlineAction::CampaignEnd, ends_at)?;
    }
    Ok(facts::append(tx, None, &change.facts)?.first().copied())
}

/// The payment of a campaign was taken back.
pub(crate) fn charge_back(tx: &mut Tx<'_>, id: CampaignId) -> Result<(), Error> {
    match of_id(tx, id)?.charge_back(tx.now()) {
        Some(change) => record(tx, None, change).map(drop),
        None => Ok(()),
    }
}

/// The days of a campaign are over.
pub(crate) fn end(tx: &mut Tx<'_>, id: CampaignId) -> Result<(), Error> {
    let fact = of_id(tx, id)?.end(tx.now());
    facts::record(tx, None, fact.as_slice())
}

/// What a provider that is gone still had to show ends.
pub(crate) fn end_of(
    tx: &mut Tx<'_>,
    actor: &Actor,
    provider: OrganizationId,
) -> Result<(), Error> {
    let rows: Vec<Row> = campaigns::table
        .filter(campaigns::provider_id.eq(provider.to_string()))
        .filter(campaigns::state.eq_any([DRAFT, PAID]))
        .select(Row::as_select())
        .load(&mut **tx)?;
    for campaign in read(rows)? {
        if let Some(change) = campaign.end_with_provider(tx.now()) {
            record(tx, Some(actor), change)?;
        }
    }
    Ok(())
}

/// What an erased provider's campaigns said; that they were paid stays.
pub(crate) fn forget(tx: &mut Tx<'_>, provider: OrganizationId) -> Result<(), Error> {
    diesel::update(campaigns::table.filter(campaigns::provider_id.eq(provider.to_string())))
        .set((campaigns::title.eq(ERASED), campaigns::link.eq(""), campaigns::stop_reason.eq("")))
        .execute(&mut **tx)?;
    Ok(())
}

fn update(tx: &mut Tx<'_>, campaign: &Campaign) -> Result<Campaign, Error> {
    let seen = campaigns::table
        .filter(campaigns::id.eq(campaign.id.to_string()))
        .filter(campaigns::version.eq(campaign.version));
    let after = Campaign { version: campaign.version + 1, ..campaign.clone() };
    if diesel::update(seen).set(&Row::from(&after)).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    Ok(after)
}

fn read(rows: Vec<Row>) -> Result<Vec<Campaign>, Error> {
    rows.into_iter().map(Campaign::try_from).collect()
}
