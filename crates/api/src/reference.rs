//! What forms offer: trades, départements, plans, and this instance's public settings.

use estrade_domain::{
    departements::{self, DEPARTEMENTS, Departement},
    fields::Fields,
    limits::Limits,
    orders::HELD_DAYS_MAX,
    payments::Psp,
    plans::{self, Entitlements},
    search::Words,
    text,
    trades::{self, TRADES, Trade},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    app::{App, TERMS_VERSION},
    money::MoneyView,
    problem::{Answer, Problem},
    reply,
};

/// The filters of a list, as the catalogues write them: a trade and a département.
type Filters = (Option<&'static str>, Option<&'static str>);

/// Reads the filters of a list. What the catalogues do not know is refused: an empty list would say that
/// nobody asks for it or offers it.
pub(crate) fn known(trade: Option<&str>, departement: Option<&str>) -> Result<Filters, Fields> {
    let mut fields = Fields::default();
    let trade = fields.take_if("/trade", trade, |slug| {
        trades::find(slug).map(|trade| trade.slug).ok_or_else(text::unknown_choice)
    });
    let departement = fields.take_if("/departement", departement, |code| {
        departements::find(code).map(|it| it.code).ok_or_else(text::unknown_choice)
    });
    fields.check()?;
    Ok((trade.flatten(), departement.flatten()))
}

/// What is searched for; none when nothing is.
pub(crate) fn words(typed: Option<&str>) -> Result<Option<Words>, Problem> {
    typed.map(|typed| Words::parse(typed).ok_or_else(nothing_to_search)).transpose()
}

pub(crate) fn nothing_to_search() -> Problem {
    Problem::bad_request(
        "nothing_to_search",
        "Tapez au moins une lettre ou un chiffre.",
        "Type at least one letter or digit.",
    )
}

/// All of something that is short.
#[derive(Serialize, ToSchema)]
pub struct All<T> {
    /// The items.
    items: Vec<T>,
}

impl<T> All<T> {
    /// All of them.
    #[must_use]
    pub fn new(items: Vec<T>) -> Self {
        Self { items }
    }
}

/// A trade of the event business.
#[derive(Serialize, ToSchema)]
pub struct TradeView {
    /// Its stable key.
    #[schema(example = "dj")]
    slug: &'static str,
    /// En français.
    name_fr: &'static str,
    /// In English.
    name_en: &'static str,
    /// The family's key.
    family: &'static str,
    /// The family's French name.
    family_fr: &'static str,
    /// The family's English name.
    family_en: &'static str,
    /// Whether it is usually priced per guest.
    per_guest: bool,
}

/// A département of France.
#[derive(Serialize, ToSchema)]
pub struct DepartementView {
    /// Its code.
    #[schema(example = "76")]
    code: &'static str,
    /// Its name.
    name: &'static str,
    /// Its region's name.
    region: &'static str,
    /// The codes of those it touches.
    neighbours: Vec<&'static str>,
}

/// What a plan gives a provider.
#[derive(Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own")]
pub struct PlanView {
    /// `free` or `vip_plus`.
    plan: &'static str,
    /// Price of the whole term, before VAT.
    price: MoneyView,
    /// Length of the term; null for FREE, which has none.
    months: Option<u32>,
    /// Whether tenders may be answered, without limit.
    replies: bool,
    /// Trades beside the main one.
    secondary_trades_max: usize,
    /// Photos on the sheet.
    photos_max: usize,
    /// Projects of the portfolio on the sheet.
    portfolio_max: usize,
    /// Links to social networks on the sheet.
    social_links: bool,
    /// A map on the sheet.
    map: bool,
    /// Whether search engines follow the link to its site.
    followed_link: bool,
    /// Percent off an advertising campaign.
    campaign_discount_percent: u32,
}

/// What the public may know of this instance's settings.
#[derive(Serialize, ToSchema)]
pub struct SettingsView {
    /// The terms of use that a registration accepts.
    terms_version: &'static str,
    /// Whether independents paid by CESU may register.
    cesu_allowed: bool,
    /// Whether mails go to the local mailbox at /mailbox.
    mailbox: bool,
    /// Who moves the money of held funds and plans: `sandbox` (none moves), `stripe`, or null when people settle it
    /// between them.
    payments: Option<&'static str>,
    /// Days that a client has to pay what it ordered with held funds.
    payment_days: u32,
    /// Days after which a client may take its payment back when nobody began.
    start_days: u32,
    /// Days that a delivery with held funds may take at most.
    held_days_max: u32,
    /// How many départements a provider may serve short of the whole of France.
    departements_max: u32,
    /// How many tenders a client may publish in 24 hours.
    tenders_per_day: u32,
    /// Days that a chosen provider has to confirm.
    confirm_days: u32,
    /// Days that an offer holds that names no date, for an event without a day.
    offer_days: u32,
    /// Characters that a review has at least.
    comment_min: u32,
    /// Services that a provider may have, drafts included.
    services_max: u32,
    /// Photos that a service may have.
    photos_max: u32,
    /// Providers to which a need is handed at most.
    need_recipients: u32,
    /// How many needs a client may send in 24 hours.
    needs_per_day: u32,
    /// Revisions of a service or a custom offer whose provider names none.
    revisions: u32,
    /// Days that a custom offer holds that names no date.
    quote_days: u32,
    /// Milestones that a custom offer may have.
    milestones_max: u32,
    /// Days that a client has to look at a delivery before it counts as accepted.
    acceptance_days: u32,
    /// Days within which a deletion is carried out.
    deletion_days: u32,
    /// Days that an invitation to a team is good.
    invitation_days: u32,
    /// Days within which who writes to the operator gets an answer.
    contact_days: u32,
    /// Whether invoices are issued here: the operator has given its legal identity.
    invoicing: bool,
}

/// The trades.
#[utoipa::path(get, path = "/v1/trades", operation_id = "trades_list", tag = "reference", security(()), responses((status = 200, body = All<TradeView>)))]
pub async fn trades() -> Answer {
    reply::ok(&All { items: TRADES.iter().map(TradeView::from).collect() })
}

/// The 101 départements.
#[utoipa::path(get, path = "/v1/departements", operation_id = "departements_list", tag = "reference", security(()), responses((status = 200, body = All<DepartementView>)))]
pub async fn departements() -> Answer {
    reply::ok(&All { items: DEPARTEMENTS.iter().map(DepartementView::from).collect() })
}

/// The plans and what each gives.
#[utoipa::path(get, path = "/v1/plans", operation_id = "plans_list", tag = "reference", security(()), responses((status = 200, body = All<PlanView>)))]
pub async fn plans(app: App) -> Answer {
    let view = |entitlements| PlanView::new(entitlements, &app.settings.limits);
    reply::ok(&All { items: plans::TABLE.iter().map(view).collect() })
}

/// This instance's public settings.
#[utoipa::path(get, path = "/v1/settings", operation_id = "settings_get", tag = "reference", security(()), responses((status = 200, body = SettingsView)))]
pub async fn settings(app: App) -> Answer {
    let limits = app.settings.limits;
    reply::ok(&SettingsView {
        terms_version: TERMS_VERSION,
        cesu_allowed: app.settings.cesu_allowed,
        mailbox: app.settings.mailbox,
        payments: app.settings.payments.map(Psp::as_str),
        payment_days: limits.payment_days,
        start_days: limits.start_days,
        held_days_max: HELD_DAYS_MAX,
        departements_max: limits.departements_max,
        tenders_per_day: limits.tenders_per_day,
        confirm_days: limits.confirm_days,
        offer_days: limits.offer_days,
        comment_min: limits.comment_min,
        services_max: limits.services_max,
        photos_max: limits.photos_max,
        need_recipients: limits.need_recipients,
        needs_per_day: limits.needs_per_day,
        revisions: limits.revisions,
        quote_days: limits.quote_days,
        milestones_max: limits.milestones_max,
        acceptance_days: limits.acceptance_days,
        deletion_days: limits.deletion_days,
        invitation_days: limits.invitation_days,
        contact_days: limits.contact_days,
        invoicing: app.settings.platform.is_some(),
    })
}

impl From<&Trade> for TradeView {
    fn from(trade: &Trade) -> Self {
        Self {
            slug: trade.slug,
            name_fr: trade.name_fr,
            name_en: trade.name_en,
            family: trade.family.slug(),
            family_fr: trade.family.name_fr(),
            family_en: trade.family.name_en(),
            per_guest: trade.per_guest,
        }
    }
}

impl PlanView {
    fn new(entitlements: &Entitlements, limits: &Limits) -> Self {
        Self {
            photos_max: plans::photos_max(entitlements.plan, limits),
            portfolio_max: entitlements.portfolio_max,
            social_links: entitlements.social_links,
            plan: entitlements.plan.as_str(),
            price: entitlements.price.into(),
            months: entitlements.months.map(|_| limits.plan_months),
            replies: entitlements.replies,
            secondary_trades_max: entitlements.secondary_trades_max,
            map: entitlements.map,
            followed_link: entitlements.followed_link,
            campaign_discount_percent: entitlements.campaign_discount_percent,
        }
    }
}

impl From<&Departement> for DepartementView {
    fn from(departement: &Departement) -> Self {
        Self {
            code: departement.code,
            name: departement.name,
            region: departement.region.name(),
            neighbours: departement.neighbours.to_vec(),
        }
    }
}
