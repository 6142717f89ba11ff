//! Where letters are written: it knows the fact that is told, and whom of a party it concerns.
//!
//! A telling is one thing said to several people: each gets a notice in the application and, unless its
//! alerts say otherwise, a mail in its own language (S1-170, S1-171).

use chrono::NaiveDate;
use estrade_db::{
    Conn, Error, Tx, accounts,
    facts::Recorded,
    mails::{self, Alert, NewMail},
    notices::{self, NewNotice},
    organizations,
};
use estrade_domain::{
    accounts::{Account, AccountState},
    actor::Role,
    facts::Bid,
    ids::OrganizationId,
    language::Language,
    lots::Lot,
    offers::Settlement,
    organizations::Organization,
    phrases,
    tenders::Tender,
};
use serde_json::{Value, json};

use crate::template::{Letter, Words};

/// Why someone hears of something; it decides which mails can be unticked and which leave first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Concern {
    /// Its account, its security, its team, its plan.
    Account,
    /// It was invited and has no account yet.
    Invitation,
    /// It wrote to those who run the marketplace.
    Contact,
    /// A tender or a mission it takes part in, and something must be known or done.
    Mission,
    /// A quote request, an offer or an order of its own, and something must be known or done.
    Bargain,
    /// What the other side of a tender writes: the box « e-mails privés ».
    Exchange,
    /// A tender of its trade and its area: the box « évènements créés ».
    Tenders,
}

impl Concern {
    fn alert(self) -> Option<Alert> {
        match self {
            Self::Account | Self::Invitation | Self::Contact | Self::Mission | Self::Bargain => {
                None
            }
            Self::Exchange => Some(Alert::Messages),
            Self::Tenders => Some(Alert::Tenders),
        }
    }

    /// Whether it reaches people by their account, where they say which mails they want.
    fn is_of_an_account(self) -> bool {
        !matches!(self, Self::Invitation | Self::Contact)
    }

    fn urgency(self) -> i32 {
        match self {
            Self::Account | Self::Invitation => 0,
            Self::Contact | Self::Mission | Self::Bargain | Self::Exchange => 1,
            Self::Tenders => 2,
        }
    }

    fn is_wanted_by(self, account: &Account) -> bool {
        match self.alert() {
            None => true,
            Some(Alert::Messages) => account.alerts.messages,
            Some(Alert::Tenders) => account.alerts.tenders,
        }
    }

    fn reason(self, language: Language) -> &'static str {
        match self {
            Self::Account => language.pick(
                "Vous recevez ce message parce qu’il concerne votre compte Estrade.",
                "You get this message because it concerns your Estrade account.",
            ),
            Self::Invitation => language.pick(
                "Vous recevez ce message parce qu’un membre d’Estrade vous a invité. Sans \
                     réponse de votre part, rien ne se passe.",
                "You get this message because a member of Estrade invited you. If you do not \
                     answer, nothing happens.",
            ),
            Self::Contact => language.pick(
                "Vous recevez ce message parce que quelqu’un a écrit à Estrade en donnant cette \
                     adresse.",
                "You get this message because someone wrote to Estrade and gave this address.",
            ),
            Self::Mission => language.pick(
                "Vous recevez ce message parce que vous participez à cet appel d’offres.",
                "You get this message because you take part in this tender.",
            ),
            Self::Bargain => language.pick(
                "Vous recevez ce message parce qu’il concerne une demande de devis, une offre ou \
                     une commande que vous suivez sur Estrade.",
                "You get this message because it is about a quote request, an offer or an order \
                     of yours on Estrade.",
            ),
            Self::Exchange => language.pick(
                "Vous recevez ce message parce que la case « e-mails privés » de vos alertes est \
                     cochée.",
                "You get this message because the box “private e-mails” of your alerts is ticked.",
            ),
            Self::Tenders => language.pick(
                "Vous recevez ce message parce que cet événement correspond à vos métiers et à \
                     votre zone, et que la case « évènements créés » de vos alertes est cochée.",
                "You get this message because this event matches your trades and your area, and \
                     the box “created events” of your alerts is ticked.",
            ),
        }
    }
}

/// One thing that is said to several people.
pub(crate) struct Telling<'a> {
    /// Its stable name, of the letter and of the notice.
    pub(crate) kind: &'static str,
    /// Why people hear of it.
    pub(crate) concern: Concern,
    /// Where it leads, a path of the application.
    pub(crate) path: String,
    /// What the application may want to show of it.
    pub(crate) params: Value,
    /// What it says.
    pub(crate) words: &'a dyn Fn(Language) -> Words,
}

/// Where the letters about one fact are written.
pub(crate) struct Desk<'a, 'tx> {
    pub(crate) tx: &'a mut Tx<'tx>,
    pub(crate) url: &'a str,
    pub(crate) recorded: &'a Recorded,
}

impl Desk<'_, '_> {
    /// Tells people in the application and by mail.
    pub(crate) fn tell(&mut self, people: &[Account], telling: &Telling<'_>) -> Result<(), Error> {
        for person in people {
            self.notice(person, telling)?;
            self.mail(person, telling)?;
        }
        Ok(())
    }

    /// Tells people in the application alone.
    pub(crate) fn notify(
        &mut self,
        people: &[Account],
        telling: &Telling<'_>,
    ) -> Result<(), Error> {
        people.iter().try_for_each(|person| self.notice(person, telling))
    }

    /// Mails a person, if it wants such mails.
    pub(crate) fn mail(&mut self, to: &Account, telling: &Telling<'_>) -> Result<(), Error> {
        if to.state == AccountState::Erased || !telling.concern.is_wanted_by(to) {
            return Ok(());
        }
        let name = to.given_name.clone();
        self.mail_address(&to.email.to_string(), to.language, &name, telling)
    }

    /// Mails an address. Who has no account has no alerts to choose either.
    pub(crate) fn mail_address(
        &mut self,
        recipient: &str,
        language: Language,
        name: &str,
        telling: &Telling<'_>,
    ) -> Result<(), Error> {
        let words = (telling.words)(language);
        let alerts = format!("{}/compte/alertes", self.url);
        let letter = Letter {
            language,
            words: &words,
            name,
            link: &format!("{}{}", self.url, telling.path),
            reason: telling.concern.reason(language),
            alerts: telling.concern.is_of_an_account().then_some(alerts.as_str()),
        };
        let mail = NewMail {
            fact: self.recorded.id,
            recipient: recipient.to_owned(),
            language,
            template: telling.kind,
            subject: words.subject.clone(),
            text_body: letter.plain(),
            html_body: letter.html(),
            alert: telling.concern.alert(),
            urgency: telling.concern.urgency(),
        };
        mails::queue(self.tx, &mail)
    }

    fn notice(&mut self, to: &Account, telling: &Telling<'_>) -> Result<(), Error> {
        let payload = json!({
            "title_fr": (telling.words)(Language::Fr).subject,
            "title_en": (telling.words)(Language::En).subject,
            "path": telling.path,
            "params": telling.params,
        });
        let notice = NewNotice {
            account: to.id,
            fact: self.recorded.id,
            kind: telling.kind,
            subject: self.recorded.fact.subject(),
            payload: payload.to_string(),
        };
        notices::insert(self.tx, &notice)
    }

    /// Those who act for a party, of longest standing first.
    pub(crate) fn people(&mut self, party: OrganizationId) -> Result<Vec<Account>, Error> {
        self.people_of(&[party])
    }

    /// Those who act for several parties.
    pub(crate) fn people_of(&mut self, parties: &[OrganizationId]) -> Result<Vec<Account>, Error> {
        let parties: Vec<String> = parties.iter().map(ToString::to_string).collect();
        let mut all = accounts::of_organizations(self.tx, &parties)?;
        all.retain(|account| account.state == AccountState::Active);
        Ok(all)
    }

    /// Those who answer for a party: its owners and administrators.
    pub(crate) fn managers(&mut self, party: OrganizationId) -> Result<Vec<Account>, Error> {
        let mut people = self.people(party)?;
        people.retain(|account| account.role >= Role::Administrator);
        Ok(people)
    }

    /// Those who run the marketplace.
    pub(crate) fn operators(&mut self) -> Result<Vec<Account>, Error> {
        let parties = organizations::operators(self.tx)?;
        self.people_of(&parties)
    }
}

/// What a bid is about: whose lot of which tender, and who offers.
pub(crate) struct Scene {
    pub(crate) tender: Tender,
    pub(crate) lot: Lot,
    pub(crate) client: Organization,
    pub(crate) provider: Organization,
}

impl Scene {
    pub(crate) fn of(conn: &mut Conn, bid: &Bid) -> Result<Self, Error> {
        let tender = estrade_db::tenders::get(conn, bid.tender)?;
        let lot = tender.lots.iter().find(|lot| lot.id == bid.lot).cloned();
        Ok(Self {
            lot: lot.ok_or_else(|| Error::corrupt("lots", bid.lot))?,
            tender,
            client: organizations::get(conn, bid.client)?,
            provider: organizations::get(conn, bid.provider)?,
        })
    }

    /// What the client calls its event.
    pub(crate) fn title(&self) -> &str {
        &self.tender.event.occasion.title
    }

    /// The name of the lot's trade.
    pub(crate) fn trade(&self, language: Language) -> String {
        phrases::trade(language, &self.lot.trade)
    }

    /// Where the client sees the lot: its applicants, then the mission.
    pub(crate) fn clients_path(&self) -> String {
        format!("/mes-evenements/{}/lots/{}", self.tender.id, self.lot.id)
    }

    /// What the application may want to show. A client is named by its handle: its name is a coordinate.
    pub(crate) fn params(&self) -> Value {
        json!({
            "tender": self.tender.id.to_string(),
            "slug": self.tender.slug,
            "title": self.title(),
            "lot": self.lot.id.to_string(),
            "trade": self.lot.trade,
            "client": self.client.handle.to_string(),
            "provider": self.provider.handle.to_string(),
            "provider_name": self.provider.name,
        })
    }

    /// The event in short.
    pub(crate) fn summary(&self, language: Language) -> Vec<(&'static str, String)> {
        let occasion = &self.tender.event.occasion;
        let how = self.lot.state.award().map(|award| match award.settlement {
            Settlement::Direct => language.pick("en direct, entre vous", "directly, between you"),
            Settlement::Held => language.pick(
                "fonds conservés jusqu’à la livraison acceptée",
                "held funds, until the delivery is accepted",
            ),
        });
        let paid = how.map(|how| (language.pick("Règlement", "Payment"), how.to_owned()));
        let about = vec![
            (language.pick("Événement", "Event"), occasion.title.clone()),
            (language.pick("Prestation", "Service"), self.trade(language)),
            (language.pick("Date", "Date"), self::date(language, occasion.day)),
            (language.pick("Ville", "Town"), occasion.town.clone()),
        ];
        about.into_iter().chain(paid).collect()
    }

    /// Whether the platform keeps the payment of the lot.
    pub(crate) fn is_held(&self) -> bool {
        self.lot.state.award().is_some_and(|award| award.settlement == Settlement::Held)
    }
}

/// The day of an event, or that it is still open.
pub(crate) fn date(language: Language, day: Option<NaiveDate>) -> String {
    day.map_or_else(
        || language.pick("à convenir", "to be agreed").to_owned(),
        |day| phrases::day(language, day),
    )
}
