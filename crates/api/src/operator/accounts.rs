//! Every account.

use actix_web::{HttpRequest, web::Query};
use chrono::{DateTime, Utc};
use estrade_db::operator::{self, Line, Wanted};
use estrade_domain::{
    accounts::AccountState, actor::OrganizationKind, fields::Fields, ids::OrganizationId, text,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::Operator;
use crate::{
    app::App,
    page::{self, Page},
    problem::{Answer, Problem},
};

/// An account as the operator sees it.
#[derive(Serialize, ToSchema)]
pub struct AccountView {
    #[schema(example = "acc_01jd0000000000000000000000")]
    id: String,
    email: String,
    given_name: String,
    family_name: String,
    /// `member`, `administrator` or `owner`.
    role: String,
    /// `pending`, `active`, `closed`, `left` or `erased`.
    state: String,
    /// The address it registered from.
    registered_ip: String,
    created_at: DateTime<Utc>,
    organization: AccountOrganizationView,
    #[serde(skip)]
    #[schema(ignore)]
    place: (i64, String),
}

/// The party of an account, in short.
#[derive(Serialize, ToSchema)]
pub struct AccountOrganizationView {
    id: String,
    /// `client`, `provider` or `operator`.
    kind: String,
    handle: String,
    name: String,
    /// `open`, `closed` or `erased`.
    state: String,
}

/// Which accounts.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AccountQuery {
    /// Part of an address, a pseudo or a name.
    q: Option<String>,
    /// `pending`, `active`, `closed`, `left` or `erased`.
    state: Option<String>,
    /// `client`, `provider` or `operator`.
    kind: Option<String>,
    /// An organization's id.
    organization: Option<String>,
    /// Where to go on.
    page: Option<String>,
    /// At most so many, from 1 to 100; 20 when absent.
    limit: Option<i64>,
}

/// Every account, the newest first.
#[utoipa::path(get, path = "/v1/operator/accounts", operation_id = "operator_list_accounts", tag = "operator", params(AccountQuery), responses((status = 200, body = Page<AccountView>)))]
pub async fn list(
    app: App,
    request: HttpRequest,
    _operator: Operator,
    query: Query<AccountQuery>,
) -> Answer {
    let filters = (&query.q, &query.state, &query.kind, &query.organization);
    let window = page::window(query.page.as_deref(), query.limit, &filters)?;
    let wanted = wanted(&query)?;
    let slice = app.db.read(move |conn| operator::accounts(conn, &wanted, &window)).await?;
    let slice = slice.map(AccountView::from);
    page::answer(&request, slice, &filters, |view| view.place.clone())
}

fn wanted(query: &AccountQuery) -> Result<Wanted, Problem> {
    let mut fields = Fields::default();
    let text = query.q.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let wanted = Wanted {
        text: text.map(str::to_owned),
        state: fields.take_given("/state", query.state.as_deref(), |word| {
            AccountState::from_word(word).ok_or_else(text::unknown_choice)
        }),
        kind: fields.take_given("/kind", query.kind.as_deref(), |word| {
            OrganizationKind::from_word(word).ok_or_else(text::unknown_choice)
        }),
        organization: fields.take_given("/organization", query.organization.as_deref(), |id| {
            id.parse::<OrganizationId>().map_err(|_| text::unknown_choice())
        }),
    };
    fields.check()?;
    Ok(wanted)
}

impl From<Line> for AccountView {
    fn from(line: Line) -> Self {
        Self {
            place: (line.created_at, line.id.clone()),
            id: line.id,
            email: line.email,
            given_name: line.given_name,
            family_name: line.family_name,
            role: line.role,
            state: line.state,
            registered_ip: line.registered_ip,
            created_at: DateTime::from_timestamp_millis(line.created_at).unwrap_or_default(),
            organization: AccountOrganizationView {
                id: line.organization,
                kind: line.kind,
                handle: line.handle,
                name: line.name,
                state: line.organization_state,
            },
        }
    }
}
