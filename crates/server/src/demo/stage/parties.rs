//! Scenes of the parties: who comes, what they write about themselves, which plan they are on.

use chrono::Datelike;
use estrade_api::app::TERMS_VERSION;
use estrade_db::{
    accounts, bars, deadlines, deletion_requests, facts, invoices::mandates, organizations,
    services,
};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    bars::NewBar,
    deadlines::DeadlineAction,
    deletion_requests::DeletionWish,
    invoices::{MANDATE_VERSION, MandateForm, Mandator},
    limits::Limits,
    organizations::{SheetForm, WrittenProject},
    registrations::{Registration, Rules},
    services::Service,
};

use super::Stage;
use crate::{
    config::Fault,
    demo::{
        cast::{OPERATOR, Person},
        platform,
        shelves::{Offered, Photo},
    },
};

/// Kept by the documentation of IPv4 for examples.
const IP: &str = "192.0.2.7";

impl Stage {
    pub(super) async fn register(&mut self, person: &Person, number: u32) -> Result<(), Fault> {
        let rules = Rules {
            terms_version: TERMS_VERSION,
            cesu_allowed: true,
            departements_max: Limits::default().departements_max,
        };
        let registration = Registration::parse(&person.form(number), rules)
            .map_err(|wrong| format!("{}: {wrong:?}", person.handle))?;
        let (hash, is_operator) = (self.password_hash.clone(), person.handle == OPERATOR);
        let opened = self
            .write(move |tx| {
                let ids = (tx.id(), tx.id());
                let mut opened = registration.clone().open(ids, hash.clone(), IP, tx.now());
                if is_operator {
                    // Nobody registers as the operator: it runs the marketplace.
                    opened.organization.kind = OrganizationKind::Operator;
                }
                organizations::insert(tx, &opened.organization)?;
                accounts::insert(tx, &opened.account)?;
                facts::record(tx, None, &[opened.fact.clone()])?;
                Ok(opened)
            })
            .await?;
        let actor = Actor {
            account: opened.account.id,
            organization: opened.organization.id,
            kind: opened.organization.kind,
            role: opened.account.role,
        };
        self.people.insert(person.handle.clone(), actor);
        Ok(())
    }

    pub(super) async fn activate(&self, who: &str) -> Result<(), Fault> {
        let actor = self.actor(who)?;
        self.write(move |tx| {
            let account = accounts::get(tx, actor.account)?;
            let change = account.activate(tx.now())?;
            accounts::record(tx, None, change).map(drop)
        })
        .await
    }

    pub(super) async fn subscribe_free(&self, who: &str) -> Result<(), Fault> {
        let actor = self.actor(who)?;
        self.write(move |tx| {
            let provider = organizations::get(tx, actor.organization)?;
            let change = provider.subscribe_free(&actor, tx.now())?;
            organizations::record(tx, Some(&actor), change).map(drop)
        })
        .await
    }

    pub(super) async fn grant_vip_plus(&self, who: &str) -> Result<(), Fault> {
        let (operator, provider) = (self.operator()?, self.actor(who)?.organization);
        self.write(move |tx| {
            let change = organizations::get(tx, provider)?
                .grant_vip_plus(Limits::default().plan_months, tx.now())?;
            let provider = organizations::record(tx, Some(&operator), change)?;
            if let Some(until) = provider.subscription.and_then(|it| it.until) {
                deadlines::insert(tx, provider.id, DeadlineAction::PlanExpiry, until)?;
            }
            Ok(())
        })
        .await
    }

    pub(super) async fn give_mandate(&self, who: &str) -> Result<(), Fault> {
        let (actor, platform) = (self.actor(who)?, platform()?);
        self.write(move |tx| {
            let provider = organizations::get(tx, actor.organization)?;
            let form = MandateForm {
                text_version: MANDATE_VERSION.to_owned(),
                legal_name: format!("{} SARL", provider.name),
                legal_details: "SARL au capital de 8 000 €, RCS Versailles".to_owned(),
            };
            let mandator = Mandator { provider: &provider, platform: Some(&platform) };
            let change = mandator.give(&actor, tx.id(), &form, tx.now())?;
            mandates::give(tx, &actor, change).map(|_| ())
        })
        .await
    }

    pub(super) async fn write_sheet(&mut self, person: &Person) -> Result<(), Fault> {
        let actor = self.actor(&person.handle)?;
        let mut photos = Vec::new();
        for photo in person.photos.clone() {
            photos.push(self.send_photo(&actor, Photo::read(photo)?).await?);
        }
        let mut portfolio = Vec::new();
        for told in person.portfolio.clone() {
            let photo = self.send_photo(&actor, Photo::read(told.photo)?).await?;
            portfolio.push(WrittenProject {
                title: told.title,
                year: Some(self.db.world().now().year() - told.years_ago),
                description: told.description,
                photo: Some(photo),
            });
        }
        let form = SheetForm {
            presentation: Some(person.presentation.clone()),
            website: Some(person.website.clone()),
            trades: Some(person.trades.clone()),
            photos: Some(photos),
            portfolio: Some(portfolio),
            social_links: Some(person.social_links.clone()),
            ..SheetForm::default()
        };
        self.write(move |tx| {
            let change = organizations::get(tx, actor.organization)?.edit(
                &form,
                &Limits::default(),
                tx.now(),
            )?;
            organizations::record_sheet(tx, &actor, change).map(drop)
        })
        .await
    }

    pub(super) async fn shelve(&mut self, who: &str, offered: Offered) -> Result<(), Fault> {
        let actor = self.actor(who)?;
        let Offered { mut service, photos } = offered;
        for photo in photos {
            service.photos.push(self.send_photo(&actor, photo).await?);
        }
        self.write(move |tx| {
            let provider = organizations::get(tx, actor.organization)?;
            let count = services::count(tx, provider.id)?;
            let (id, now, limits) = (tx.id(), tx.now(), Limits::default());
            let content = service.parse(&provider, &limits)?;
            let change = Service::begin(&actor, (&provider, count), id, content, &limits, now)?;
            let draft = services::insert(tx, &actor, change)?;
            if provider.subscription.is_none() {
                return Ok(());
            }
            let change = draft.publish(&actor, &provider, now)?;
            services::record(tx, &actor, &provider, change).map(drop)
        })
        .await
    }

    pub(super) async fn ask_deletion(&self, who: &str) -> Result<(), Fault> {
        let actor = self.actor(who)?;
        let wish = DeletionWish::parse(true, "Je quitte la région et n’organise plus rien.")
            .map_err(|wrong| format!("{wrong:?}"))?;
        self.write(move |tx| {
            let open = deletion_requests::is_open(tx, actor.organization)?;
            let in_work = deletion_requests::lots_in_work(tx, actor.organization)?;
            let (id, now) = (tx.id(), tx.now());
            let change = wish.clone().file(id, &actor, open, in_work, &Limits::default(), now)?;
            deletion_requests::insert(tx, &actor, change).map(drop)
        })
        .await
    }

    pub(super) async fn bar(&self) -> Result<(), Fault> {
        let operator = self.operator()?;
        let reason = "Inscriptions en série, jamais confirmées.";
        let bar = NewBar::parse("email_domain", "courriel-jetable.example", reason)
            .map_err(|wrong| format!("{wrong:?}"))?;
        self.write(move |tx| {
            let bar = bar.clone().make(tx.id(), operator.account, tx.now());
            bars::insert(tx, &operator, &bar)
        })
        .await
    }
}
