//! Clients, providers, and a few providers of their own who apply while the bench runs.

use estrade_api::{
    app::TERMS_VERSION,
    passwords::{MEMORY_KIB, Passwords},
    tokens,
};
use estrade_db::{
    Db, Error, Tx, accounts, api_keys, conn::SimpleConnection, directory, organizations,
};
use estrade_domain::{
    accounts::AccountState,
    actor::{Actor, OrganizationKind, Role},
    api_keys::{NewApiKey, PREFIX},
    organizations::{Organization, Plan, Subscription},
    registrations::{Form, Registration, Rules},
};

use super::{
    chance::{any_trade, departement, draw, wanted_trade},
    in_chunks, texts,
};
use crate::{Fault, scenarios::PASSWORD};

/// How many apply while the bench runs.
const APPLICANTS: usize = 200;
const RULES: Rules<'static> =
    Rules { terms_version: TERMS_VERSION, cesu_allowed: true, departements_max: 8 };

/// A party and the person who acts for it.
#[derive(Debug, Clone)]
pub struct Party {
    /// The party.
    pub organization: Organization,
    /// Its person.
    pub actor: Actor,
}

/// So many clients. All have the same password, so that it is hashed once.
pub async fn clients(db: &Db, count: usize) -> Result<Vec<Party>, Fault> {
    let hash = Passwords::new(1, MEMORY_KIB).hash(PASSWORD.to_owned(), [7; 16]).await;
    let hash = hash.map_err(|_| "the password could not be hashed")?;
    let one = move |tx: &mut Tx<'_>, number| join(tx, &form("client", number), &hash, |_| ());
    Ok(in_chunks(db, count, one).await?)
}

/// So many providers: three in ten on VIP+ with three trades, one in fifty serves the whole of France.
pub async fn providers(db: &Db, count: usize) -> Result<Vec<Party>, Fault> {
    Ok(in_chunks(db, count, provider).await?)
}

/// The keys of DJs who serve the whole of France and made no offer yet.
pub async fn applicants(db: &Db) -> Result<Vec<String>, Fault> {
    let one = |tx: &mut Tx<'_>, number: usize| {
        let mut form = form("applicant", number);
        form.trades = vec!["dj".to_owned()];
        (form.departements, form.france_wide) = (Vec::new(), true);
        let party = join(tx, &form, "none", |it| it.subscription = subscription(Plan::VipPlus))?;
        directory::refresh(tx, party.organization.id)?;
        let (key, account) = (format!("{PREFIX}bench-{number}"), party.actor.account);
        let wish = NewApiKey::parse("bench", &["write".to_owned()], None, tx.now())?;
        let change = wish.make(tx.id(), account, &key, 0, tx.now())?;
        api_keys::insert(tx, &party.actor, change, &tokens::hash(&key))?;
        Ok(key)
    };
    Ok(in_chunks(db, APPLICANTS, one).await?)
}

fn provider(tx: &mut Tx<'_>, number: usize) -> Result<Party, Error> {
    let plan = if draw(number, 1, 10) < 3 { Plan::VipPlus } else { Plan::Free };
    let mut form = form("provider", number);
    form.trades = vec![wanted_trade(number / 3, 2).to_owned()];
    form.france_wide = draw(number, 3, 50) == 0;
    if !form.france_wide {
        form.departements = (0..5).map(|it| departement(number, 4 + it).code.to_owned()).collect();
        form.departements.sort_unstable();
        form.departements.dedup();
    }
    let party = join(tx, &form, "none", |provider| {
        provider.presentation = texts::paragraph(number, 30);
        provider.subscription = subscription(plan);
        if plan == Plan::VipPlus {
            provider.trades.extend((0..2).map(|it| any_trade(number, 10 + it).to_owned()));
            let mut seen = std::collections::HashSet::new();
            provider.trades.retain(|trade| seen.insert(trade.clone()));
        }
    })?;
    let (id, count) = (party.organization.id, draw(number, 12, 40));
    let sum = count * 3 + draw(number, 13, count * 2 + 1);
    tx.batch_execute(&format!(
        "update organizations set rating_count = {count}, rating_sum = {sum} where id = '{id}'"
    ))?;
    directory::refresh(tx, id)?;
    Ok(party)
}

#[expect(clippy::unnecessary_wraps, reason = "it is what an organization may lack")]
pub(super) fn subscription(plan: Plan) -> Option<Subscription> {
    Some(Subscription { plan, until: None })
}

pub(super) fn join(
    tx: &mut Tx<'_>,
    form: &Form,
    password_hash: &str,
    change: impl FnOnce(&mut Organization),
) -> Result<Party, Error> {
    let registration = Registration::parse(form, RULES)?;
    let ids = (tx.id(), tx.id());
    let opened = registration.open(ids, password_hash.to_owned(), "127.0.0.1", tx.now());
    let (mut organization, mut account) = (opened.organization, opened.account);
    account.state = AccountState::Active;
    account.activated_at = Some(tx.now());
    change(&mut organization);
    organizations::insert(tx, &organization)?;
    accounts::insert(tx, &account)?;
    let kind = organization.kind;
    let actor =
        Actor { account: account.id, organization: organization.id, kind, role: Role::Owner };
    Ok(Party { organization, actor })
}

pub(super) fn form(who: &str, number: usize) -> Form {
    let is_client = who == "client";
    let kind = if is_client { OrganizationKind::Client } else { OrganizationKind::Provider };
    let home = departement(number, 4);
    Form {
        kind: kind.as_str().to_owned(),
        handle: format!("{who}-{number}"),
        email: format!("{who}-{number}@bench.exemple.fr"),
        password: PASSWORD.to_owned(),
        given_name: "Camille".to_owned(),
        family_name: "Durand".to_owned(),
        phone: "06 12 34 56 78".to_owned(),
        language: "fr".to_owned(),
        name: if is_client { String::new() } else { texts::house(number) },
        legal_kind: if is_client { "private_person" } else { "sole_trader" }.to_owned(),
        siret: (!is_client).then(|| "73282932000074".to_owned()),
        vat_exempt: !is_client,
        street: "1 rue des Lilas".to_owned(),
        postal_code: format!("{:0<5}", home.code.replace(['A', 'B'], "0")),
        town: texts::town(number).to_owned(),
        terms_version: TERMS_VERSION.to_owned(),
        ..Form::default()
    }
}
