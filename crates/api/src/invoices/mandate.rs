//! The invoicing mandate of a provider: its text, whether it is in force, giving and revoking it.

use actix_web::{HttpResponse, http::StatusCode};
use chrono::{DateTime, Utc};
use estrade_db::{Conn, Error, Tx, invoices::mandates, organizations};
use estrade_domain::{
    actor::Actor,
    invoices::{
        InvoiceRefusal, MANDATE_VERSION, Mandate, MandateForm, Mandator, Platform, mandate_articles,
    },
    refusal::Explain,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::App,
    body::Body,
    caller::Caller,
    idempotency::Written,
    problem::{Answer, Problem},
    reply,
};

/// A provider's mandate to have its invoices issued in its name.
#[derive(Serialize, ToSchema)]
pub struct InvoicingMandateView {
    /// `none`, `in_force` or `revoked`.
    #[schema(example = "in_force")]
    status: &'static str,
    /// The version of the text that was accepted.
    #[schema(example = "2026-12-01")]
    accepted_version: Option<String>,
    accepted_at: Option<DateTime<Utc>>,
    revoked_at: Option<DateTime<Utc>>,
    /// Who issues; null while this instance has no legal identity.
    agent: Option<String>,
    /// The name before the law under which invoices are issued, or would be.
    legal_name: String,
    /// The legal form, the capital, the register.
    legal_details: Option<String>,
    /// Why none can be given; null when one can.
    obstacle: Option<MandateObstacleView>,
    /// The version of the text below: give it back to accept it.
    #[schema(example = "2026-12-01")]
    text_version: &'static str,
    /// The text in force. The French one binds.
    articles: Vec<MandateArticleView>,
    /// `give`, `revoke`, or neither.
    actions: Vec<&'static str>,
}

/// What keeps a provider from giving a mandate.
#[derive(Serialize, ToSchema)]
pub struct MandateObstacleView {
    /// `paid_by_cesu`, `invoice_numbers_missing` or `platform_unidentified`.
    #[schema(example = "paid_by_cesu")]
    code: &'static str,
    detail_fr: String,
    detail_en: String,
}

/// A paragraph of the mandate.
#[derive(Serialize, ToSchema)]
pub struct MandateArticleView {
    title_fr: &'static str,
    title_en: &'static str,
    text_fr: String,
    text_en: String,
}

/// The mandate that is given.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InvoicingMandateInput {
    /// The version of the text that was read.
    #[serde(default)]
    #[schema(required, example = "2026-12-01")]
    text_version: String,
    /// The name before the law; that of the sheet when empty.
    #[serde(default)]
    #[schema(example = "Régie Boréale SARL")]
    legal_name: String,
    /// The legal form, the capital, the register; may be empty.
    #[serde(default)]
    #[schema(example = "SARL au capital de 8 000 €, RCS Rouen")]
    legal_details: String,
}

/// My organization's mandate, with its text.
#[utoipa::path(get, path = "/v1/organization/invoicing-mandate", operation_id = "invoicing_mandate_get", tag = "invoices", responses((status = 200, body = InvoicingMandateView)))]
pub async fn get_mandate(app: App, caller: Caller) -> Answer {
    let (actor, platform) = (caller.actor, app.settings.platform.clone());
    let view = app.db.read(move |conn| view(conn, &actor, platform.as_ref())).await?;
    reply::ok(&view)
}

/// Gives the mandate: from now on invoices are issued in my organization's name. A new one replaces the one in force.
#[utoipa::path(put, path = "/v1/organization/invoicing-mandate", operation_id = "invoicing_mandate_give", tag = "invoices", request_body = InvoicingMandateInput, responses((status = 200, body = InvoicingMandateView)))]
pub async fn give_mandate(app: App, caller: Caller, body: Body<InvoicingMandateInput>) -> Answer {
    let (actor, platform) = (caller.actor, app.settings.platform.clone());
    let form = MandateForm::from(body.value);
    let write = move |tx: &mut Tx<'_>| {
        let provider = organizations::get(tx, actor.organization)?;
        let mandator = Mandator { provider: &provider, platform: platform.as_ref() };
        let change = mandator.give(&actor, tx.id(), &form, tx.now())?;
        mandates::give(tx, &actor, change)?;
        Ok(Written::ok(view(tx, &actor, platform.as_ref())?))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

/// Revokes the mandate, with immediate effect. What was issued stays valid.
#[utoipa::path(delete, path = "/v1/organization/invoicing-mandate", operation_id = "invoicing_mandate_revoke", tag = "invoices", responses((status = 204, description = "Revoked.")))]
pub async fn revoke_mandate(app: App, caller: Caller) -> Result<HttpResponse, Problem> {
    let actor = caller.actor;
    app.db
        .write(move |tx| {
            let provider = organizations::get(tx, actor.organization)?;
            // A client hears that it has none to give, not that it gave none.
            if let Err(refusal @ InvoiceRefusal::ProvidersOnly) =
                (Mandator { provider: &provider, platform: None }).can_give()
            {
                return Err(refusal.into());
            }
            let mandate = mandates::in_force(tx, actor.organization)?;
            let mandate = mandate.ok_or(InvoiceRefusal::NoMandate)?;
            let change = mandate.revoke(&actor, tx.now())?;
            mandates::revoke(tx, &actor, change).map(|_| ())
        })
        .await?;
    Ok(reply::no_content())
}

fn view(
    conn: &mut Conn,
    actor: &Actor,
    platform: Option<&Platform>,
) -> Result<InvoicingMandateView, Error> {
    let provider = organizations::get(conn, actor.organization)?;
    let mandator = Mandator { provider: &provider, platform };
    let can_give = mandator.can_give().map(|_| ());
    if let Err(refusal @ InvoiceRefusal::ProvidersOnly) = can_give {
        return Err(refusal.into());
    }
    let last = mandates::last(conn, provider.id)?;
    let in_force = last.as_ref().filter(|mandate| mandate.revoked_at.is_none());
    let mut actions = Vec::new();
    if mandator.permits(actor).is_ok() {
        actions.push("give");
    }
    if in_force.is_some_and(|mandate| mandate.clone().revoke(actor, mandate.accepted_at).is_ok()) {
        actions.push("revoke");
    }
    let agent = in_force.map(|mandate| mandate.agent.name.clone());
    let agent = agent.or_else(|| platform.map(|it| it.party.name.clone()));
    let named = agent.clone().unwrap_or_else(|| "Estrade".to_owned());
    Ok(InvoicingMandateView {
        status: status(last.as_ref()),
        accepted_version: last.as_ref().map(|mandate| mandate.text_version.clone()),
        accepted_at: last.as_ref().map(|mandate| mandate.accepted_at),
        revoked_at: last.as_ref().and_then(|mandate| mandate.revoked_at),
        agent,
        legal_name: last.as_ref().map_or(provider.name.clone(), |it| it.legal_name.clone()),
        legal_details: last.as_ref().and_then(|mandate| mandate.legal_details.clone()),
        obstacle: can_give.err().map(MandateObstacleView::from),
        text_version: MANDATE_VERSION,
        articles: articles(&named),
        actions,
    })
}

fn status(last: Option<&Mandate>) -> &'static str {
    match last {
        None => "none",
        Some(mandate) if mandate.revoked_at.is_none() => "in_force",
        Some(_) => "revoked",
    }
}

fn articles(agent: &str) -> Vec<MandateArticleView> {
    mandate_articles(agent)
        .into_iter()
        .map(|article| MandateArticleView {
            title_fr: article.title.0,
            title_en: article.title.1,
            text_fr: article.text.0,
            text_en: article.text.1,
        })
        .collect()
}

impl From<InvoiceRefusal> for MandateObstacleView {
    fn from(refusal: InvoiceRefusal) -> Self {
        let explanation = refusal.explain();
        Self {
            code: explanation.code,
            detail_fr: explanation.french.into_owned(),
            detail_en: explanation.english.into_owned(),
        }
    }
}

impl From<InvoicingMandateInput> for MandateForm {
    fn from(input: InvoicingMandateInput) -> Self {
        let InvoicingMandateInput { text_version, legal_name, legal_details } = input;
        Self { text_version, legal_name, legal_details }
    }
}
