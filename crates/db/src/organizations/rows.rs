//! A party as its row has it.

use diesel::prelude::*;
use estrade_domain::{
    actor::OrganizationKind,
    organizations::{Address, LegalKind, Organization, OrganizationState, Plan, Subscription},
    text::Handle,
    world::Instant,
};

use crate::{Error, schema::organizations};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = organizations, treat_none_as_null = true)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) version: i32,
    pub(super) kind: String,
    pub(super) handle: String,
    pub(super) name: String,
    pub(super) legal_kind: String,
    pub(super) siret: Option<String>,
    pub(super) vat_number: Option<String>,
    pub(super) vat_exempt: bool,
    pub(super) address: String,
    pub(super) postal_code: String,
    pub(super) town: String,
    pub(super) departement: String,
    pub(super) phone: String,
    pub(super) website: Option<String>,
    pub(super) presentation: String,
    pub(super) showcase: String,
    pub(super) france_wide: bool,
    pub(super) paused: bool,
    pub(super) plan: Option<String>,
    pub(super) plan_until: Option<i64>,
    pub(super) state: String,
    pub(super) created_at: i64,
    pub(super) updated_at: i64,
}

impl Row {
    pub(super) fn new(organization: &Organization, now: Instant) -> Result<Self, Error> {
        let subscription = organization.subscription;
        let showcase = serde_json::to_string(&organization.showcase)
            .map_err(|_| Error::corrupt("organizations", organization.id))?;
        Ok(Self {
            showcase,
            id: organization.id.to_string(),
            version: organization.version,
            kind: organization.kind.as_str().to_owned(),
            handle: organization.handle.to_string(),
            name: organization.name.clone(),
            legal_kind: organization.legal_kind.as_str().to_owned(),
            siret: organization.siret.clone(),
            vat_number: organization.vat_number.clone(),
            vat_exempt: organization.vat_exempt,
            address: organization.address.street.clone(),
            postal_code: organization.address.postal_code.clone(),
            town: organization.address.town.clone(),
            departement: organization.address.departement.clone(),
            phone: organization.phone.clone(),
            website: organization.website.clone(),
            presentation: organization.presentation.clone(),
            france_wide: organization.france_wide,
            paused: organization.paused,
            plan: subscription.map(|subscription| subscription.plan.as_str().to_owned()),
            plan_until: subscription
                .and_then(|subscription| subscription.until)
                .map(|at| at.timestamp_millis()),
            state: organization.state.as_str().to_owned(),
            created_at: organization.created_at.timestamp_millis(),
            updated_at: now.timestamp_millis(),
        })
    }

    pub(super) fn subscription(&self) -> Result<Option<Subscription>, Error> {
        let corrupt = || Error::corrupt("organizations", &self.id);
        let Some(plan) = &self.plan else {
            return Ok(None);
        };
        let until = match self.plan_until {
            Some(at) => Some(Instant::from_timestamp_millis(at).ok_or_else(corrupt)?),
            None => None,
        };
        Ok(Some(Subscription { plan: Plan::from_word(plan).ok_or_else(corrupt)?, until }))
    }
}

impl TryFrom<Row> for Organization {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("organizations", &row.id);
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            version: row.version,
            kind: OrganizationKind::from_word(&row.kind).ok_or_else(corrupt)?,
            handle: Handle::parse(&row.handle).map_err(|_| corrupt())?,
            legal_kind: LegalKind::from_word(&row.legal_kind).ok_or_else(corrupt)?,
            subscription: row.subscription()?,
            state: OrganizationState::from_word(&row.state).ok_or_else(corrupt)?,
            created_at: Instant::from_timestamp_millis(row.created_at).ok_or_else(corrupt)?,
            name: row.name,
            siret: row.siret,
            vat_number: row.vat_number,
            vat_exempt: row.vat_exempt,
            address: Address {
                street: row.address,
                postal_code: row.postal_code,
                town: row.town,
                departement: row.departement,
            },
            phone: row.phone,
            website: row.website,
            presentation: row.presentation,
            showcase: serde_json::from_str(&row.showcase).map_err(|_| corrupt())?,
            trades: Vec::new(),
            departements: Vec::new(),
            france_wide: row.france_wide,
            paused: row.paused,
        })
    }
}
