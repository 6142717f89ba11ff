//! Rows of the logins and of their single-use links.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use estrade_domain::{
    accounts::{Account, AccountRefusal, AccountState, Alerts},
    actor::{Actor, OrganizationKind, Role},
    change::Change,
    facts::Fact,
    ids::{AccountId, OrganizationId},
    language::Language,
    members::TEAM_MAX,
    text::{Email, Handle},
    words,
    world::Instant,
};

use crate::{
    Conn, Error, Tx, directory, facts,
    schema::{account_tokens, accounts, organizations},
};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = accounts, treat_none_as_null = true)]
struct Row {
    id: String,
    version: i32,
    organization_id: String,
    role: String,
    email: String,
    password_hash: String,
    given_name: String,
    family_name: String,
    phone: String,
    language: String,
    state: String,
    terms_version: String,
    terms_accepted_at: i64,
    alert_tenders: bool,
    alert_messages: bool,
    registered_ip: String,
    created_at: i64,
    activated_at: Option<i64>,
    updated_at: i64,
}

words! {
    /// What a mailed link is good for.
    pub enum LinkPurpose {
        /// Opening the account.
        Activation = "activation",
        /// Choosing a new password.
        PasswordReset = "password_reset",
    }
}

/// The account with this id.
pub fn get(conn: &mut Conn, id: AccountId) -> Result<Account, Error> {
    accounts::table.find(id.to_string()).select(Row::as_select()).first(conn)?.try_into()
}

/// The account with this address, if there is one.
pub fn find_by_email(conn: &mut Conn, email: &Email) -> Result<Option<Account>, Error> {
    accounts::table
        .filter(accounts::email.eq(email.as_str()))
        .select(Row::as_select())
        .first(conn)
        .optional()?
        .map(Account::try_from)
        .transpose()
}

/// The accounts of several organizations, of longest standing first.
pub fn of_organizations(conn: &mut Conn, organizations: &[String]) -> Result<Vec<Account>, Error> {
    accounts::table
        .filter(accounts::organization_id.eq_any(organizations))
        .order((accounts::created_at, accounts::id))
        .select(Row::as_select())
        .load(conn)?
        .into_iter()
        .map(Account::try_from)
        .collect()
}

/// The account with this address in the organization with this handle, if the pair matches.
pub fn find_by_pair(
    conn: &mut Conn,
    handle: &Handle,
    email: &Email,
) -> Result<Option<Account>, Error> {
    accounts::table
        .inner_join(organizations::table.on(organizations::id.eq(accounts::organization_id)))
        .filter(accounts::email.eq(email.as_str()))
        .filter(organizations::handle.eq(handle.as_str()))
        .select(Row::as_select())
        .first(conn)
        .optional()?
        .map(Account::try_from)
        .transpose()
}

/// Who acts with this account now: read at each request, so that a closed account or a changed
/// role takes effect at once.
pub fn actor(conn: &mut Conn, id: AccountId) -> Result<(Actor, Account), Error> {
    let (row, kind): (Row, String) = accounts::table
        .inner_join(organizations::table.on(organizations::id.eq(accounts::organization_id)))
        .filter(accounts::id.eq(id.to_string()))
        .select((Row::as_select(), organizations::kind))
        .first(conn)?;
    let account = Account::try_from(row)?;
    let kind = OrganizationKind::from_word(&kind)
        .ok_or_else(|| Error::corrupt("organizations", account.organization))?;
    let actor =
        Actor { account: account.id, organization: account.organization, kind, role: account.role };
    Ok((actor, account))
}

/// The people of an organization, the first to join first.
pub fn members(conn: &mut Conn, organization: OrganizationId) -> Result<Vec<Account>, Error> {
    accounts::table
        .filter(accounts::organization_id.eq(organization.to_string()))
        .filter(accounts::state.eq(AccountState::Active.as_str()))
        .order((accounts::created_at, accounts::id))
        .limit(i64::try_from(TEAM_MAX).unwrap_or(i64::MAX))
        .select(Row::as_select())
        .load(conn)?
        .into_iter()
        .map(Account::try_from)
        .collect()
}

/// The given names of some people, in one query whatever their number.
pub fn given_names(
    conn: &mut Conn,
    people: impl Iterator<Item = AccountId>,
) -> Result<BTreeMap<String, String>, Error> {
    let wanted: BTreeSet<String> = people.map(|id| id.to_string()).collect();
    let found: Vec<(String, String)> = accounts::table
        .filter(accounts::id.eq_any(wanted))
        .select((accounts::id, accounts::given_name))
        .load(conn)?;
    Ok(found.into_iter().collect())
}

/// Every account of an organization, whatever its state.
pub fn all_of(conn: &mut Conn, organization: OrganizationId) -> Result<Vec<Account>, Error> {
    accounts::table
        .filter(accounts::organization_id.eq(organization.to_string()))
        .order((accounts::created_at, accounts::id))
        .select(Row::as_select())
        .load(conn)?
        .into_iter()
        .map(Account::try_from)
        .collect()
}

/// The account that an address is taken by. Someone who left an organization gives the address free.
pub fn find_holder(tx: &mut Tx<'_>, email: &Email) -> Result<Option<Account>, Error> {
    match find_by_email(tx, email)? {
        Some(account) if account.state == AccountState::Left => {
            let email = account.placeholder_email();
            record(tx, None, Change::silent(Account { email, ..account }))?;
            Ok(None)
        }
        holder => Ok(holder),
    }
}

/// Records a new account. The caller has looked whether the address is free; one that was taken at the
/// same moment is looked for again.
pub fn insert(tx: &mut Tx<'_>, account: &Account) -> Result<(), Error> {
    let row = Row::new(account, tx.now());
    let inserted =
        diesel::insert_into(accounts::table).values(&row).execute(&mut **tx).map_err(Error::from);
    match inserted {
        Err(error) if error.is_duplicate() => Err(Error::Stale),
        outcome => outcome.map(drop),
    }
}

/// Records a decision about an account.
pub fn record(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    change: Change<Account>,
) -> Result<Account, Error> {
    let mut account = change.after;
    let mut row = Row::new(&account, tx.now());
    row.version += 1;
    let seen = accounts::table
        .filter(accounts::id.eq(&row.id))
        .filter(accounts::version.eq(account.version));
    if diesel::update(seen).set(&row).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    account.version = row.version;
    // One that ends does so with its organization, which leaves the directory itself.
    if change.facts.iter().any(|fact| matches!(fact, Fact::AccountActivated { .. })) {
        directory::refresh(tx, account.organization)?;
    }
    facts::record(tx, actor, &change.facts)?;
    Ok(account)
}

/// Keeps the hash of a link that is about to be mailed.
pub fn insert_link(
    tx: &mut Tx<'_>,
    account: AccountId,
    purpose: LinkPurpose,
    hash: &str,
    expires_at: Instant,
) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    diesel::insert_into(account_tokens::table)
        .values((
            account_tokens::hash.eq(hash),
            account_tokens::purpose.eq(purpose.as_str()),
            account_tokens::account_id.eq(account.to_string()),
            account_tokens::created_at.eq(now),
            account_tokens::expires_at.eq(expires_at.timestamp_millis()),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Whose link this is, while it is good.
pub fn link_holder(
    conn: &mut Conn,
    purpose: LinkPurpose,
    hash: &str,
    now: Instant,
) -> Result<Account, Error> {
    let owner: Option<String> =
        good_link(purpose, hash, now).select(account_tokens::account_id).first(conn).optional()?;
    let Some(owner) = owner else {
        return Err(AccountRefusal::LinkSpent.into());
    };
    get(conn, owner.parse().map_err(|_| Error::corrupt("account_tokens", &owner))?)
}

/// Spends a link: it works once, before it expires.
pub fn spend_link(tx: &mut Tx<'_>, purpose: LinkPurpose, hash: &str) -> Result<Account, Error> {
    let now = tx.now();
    let holder = link_holder(tx, purpose, hash, now)?;
    let spent = diesel::update(good_link(purpose, hash, now))
        .set(account_tokens::used_at.eq(Some(now.timestamp_millis())));
    if spent.execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    Ok(holder)
}

/// Makes the links worthless that this account has not used yet.
pub fn void_links(tx: &mut Tx<'_>, account: AccountId, purpose: LinkPurpose) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    let unused = account_tokens::table
        .filter(account_tokens::account_id.eq(account.to_string()))
        .filter(account_tokens::purpose.eq(purpose.as_str()))
        .filter(account_tokens::used_at.is_null());
    diesel::update(unused).set(account_tokens::used_at.eq(Some(now))).execute(&mut **tx)?;
    Ok(())
}

#[diesel::dsl::auto_type(no_type_alias)]
fn good_link<'a>(purpose: LinkPurpose, hash: &'a str, now: Instant) -> _ {
    let word: &'static str = purpose.as_str();
    let moment: i64 = now.timestamp_millis();
    account_tokens::table
        .filter(account_tokens::hash.eq(hash))
        .filter(account_tokens::purpose.eq(word))
        .filter(account_tokens::used_at.is_null())
        .filter(account_tokens::expires_at.gt(moment))
}

impl Row {
    fn new(account: &Account, now: Instant) -> Self {
        Self {
            id: account.id.to_string(),
            version: account.version,
            organization_id: account.organization.to_string(),
            role: account.role.as_str().to_owned(),
            email: account.email.to_string(),
            password_hash: account.password_hash.clone(),
            given_name: account.given_name.clone(),
            family_name: account.family_name.clone(),
            phone: account.phone.clone(),
            language: account.language.code().to_owned(),
            state: account.state.as_str().to_owned(),
            terms_version: account.terms_version.clone(),
            terms_accepted_at: account.terms_accepted_at.timestamp_millis(),
            alert_tenders: account.alerts.tenders,
            alert_messages: account.alerts.messages,
            registered_ip: account.registered_ip.clone(),
            created_at: account.created_at.timestamp_millis(),
            activated_at: account.activated_at.map(|at| at.timestamp_millis()),
            updated_at: now.timestamp_millis(),
        }
    }
}

impl TryFrom<Row> for Account {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("accounts", &row.id);
        let instant = |at| Instant::from_timestamp_millis(at).ok_or_else(corrupt);
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            version: row.version,
            organization: row.organization_id.parse().map_err(|_| corrupt())?,
            role: Role::from_word(&row.role).ok_or_else(corrupt)?,
            email: Email::parse(&row.email).map_err(|_| corrupt())?,
            language: Language::from_code(&row.language).ok_or_else(corrupt)?,
            state: AccountState::from_word(&row.state).ok_or_else(corrupt)?,
            terms_accepted_at: instant(row.terms_accepted_at)?,
            created_at: instant(row.created_at)?,
            activated_at: row.activated_at.map(instant).transpose()?,
            alerts: Alerts { tenders: row.alert_tenders, messages: row.alert_messages },
            password_hash: row.password_hash,
            given_name: row.given_name,
            family_name: row.family_name,
            phone: row.phone,
            terms_version: row.terms_version,
            registered_ip: row.registered_ip,
        })
    }
}
