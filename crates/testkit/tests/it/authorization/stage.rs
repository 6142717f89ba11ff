//! The stage: people of every kind, and a fresh object for each rule, so that no rule disturbs another.

mod bargains;
mod money;

use std::cell::Cell;

use estrade_db::{
    facts,
    mails::{self, NewMail},
    page::Window,
};
use estrade_domain::{
    ids::{LotId, OfferId},
    language::Language,
};
use estrade_testkit::{
    Person, TestApp,
    missions::{Published, Step},
    people::{need_form, service_form},
};
use serde_json::json;

use self::bargains::{fixed, hourly, subscription};
use super::objects::Object;
use crate::{files::picture, invoices::mandate};

/// A running server and its people.
pub struct Stage {
    app: TestApp,
    /// Nobody.
    pub visitor: Person,
    client: Person,
    other_client: Person,
    provider: Person,
    other_provider: Person,
    operator: Person,
    newcomers: Cell<u32>,
}

impl Stage {
    /// Sets it.
    pub async fn build() -> Self {
        let app = TestApp::start().await;
        let client = app.client("camille").await;
        // Before any lot is in work: a deletion cannot be asked for after that.
        client.post("/v1/deletion-requests", json!({ "understood": true })).await.expect(201);
        Self {
            visitor: app.visitor(),
            client,
            other_client: app.client("autre-cliente").await,
            provider: app.vip_provider("leo").await,
            other_provider: app.vip_provider("autre-dj").await,
            operator: app.operator("regie").await,
            newcomers: Cell::new(0),
            app,
        }
    }

    /// Everyone who is logged in.
    pub fn people(&self) -> [(&'static str, &Person); 5] {
        [
            ("client", &self.client),
            ("other_client", &self.other_client),
            ("provider", &self.provider),
            ("other_provider", &self.other_provider),
            ("operator", &self.operator),
        ]
    }

    /// Tells what is left to be told, and goes.
    pub async fn end(self) {
        self.app.deliver().await;
        self.app.stop().await;
    }

    /// A fresh object of a kind, and an id of that kind that nothing has.
    pub async fn object(&self, object: Object) -> (String, String) {
        let nothing = |prefix: &str| format!("{prefix}_01jd0000000000000000000000");
        match object {
            Object::None => (String::new(), String::new()),
            Object::Draft => (self.made("/v1/tenders", json!({})).await, nothing("tnd")),
            Object::Tender => (self.published().await.tender.to_string(), nothing("tnd")),
            Object::OpenLot => (self.lot().await.to_string(), nothing("lot")),
            Object::LotWithOffer => (self.offer().await.0.to_string(), nothing("lot")),
            Object::ChosenLot => (self.chosen().await.0.to_string(), nothing("lot")),
            Object::LotInWork => (self.in_work().await.0.to_string(), nothing("lot")),
            Object::LotDone => (self.done().await.to_string(), nothing("lot")),
            Object::Offer => (self.offer().await.1.to_string(), nothing("ofr")),
            Object::OfferToReconfirm => (self.to_reconfirm().await.to_string(), nothing("ofr")),
            Object::ChosenOffer => (self.chosen().await.1.to_string(), nothing("ofr")),
            Object::Service | Object::ServiceDraft | Object::PausedService => {
                (self.service(object).await, nothing("svc"))
            }
            Object::Conversation => (self.conversation().await, nothing("cnv")),
            Object::QuoteRequest => (self.quote_request().await, nothing("qrq")),
            Object::LooseFile => (self.file(&self.client).await, nothing("fil")),
            Object::Attachment => (self.attachment().await, nothing("fil")),
            Object::Photo => (self.photo(Object::Service).await, nothing("fil")),
            Object::PhotoOfDraft => (self.photo(Object::ServiceDraft).await, nothing("fil")),
            Object::Need => {
                let wish = json!({ "need": need_form(), "providers": ["leo"] });
                (self.made("/v1/needs", wish).await, nothing("ned"))
            }
            Object::CustomOffer => (self.custom_offer(fixed(), 0).await, nothing("ofr")),
            Object::Order => (self.order(fixed(), 0).await, nothing("ord")),
            Object::HourlyOrder => (self.order(hourly(), 0).await, nothing("ord")),
            Object::LoggedHours => self.logged_hours(nothing).await,
            Object::SubscriptionOrder => (self.order(subscription(), 0).await, nothing("ord")),
            Object::OrderAwaiting => (self.order(fixed(), 1).await, nothing("ord")),
            Object::OrderDelivered => (self.delivered().await, nothing("ord")),
            Object::OrderCompleted => (self.completed().await, nothing("ord")),
            Object::OrderToPay | Object::OrderPaid => (self.held(object).await, nothing("ord")),
            Object::Payment | Object::PaymentAsked => (self.payment(object).await, nothing("pay")),
            Object::Campaign => {
                (crate::campaigns::draft(&self.provider, json!({})).await, nothing("cmp"))
            }
            Object::PaidCampaign => {
                let paid = crate::campaigns::paid(&self.app, &self.provider, json!({})).await;
                (paid, nothing("cmp"))
            }
            Object::PaidPlan => ("vip_plus".to_owned(), "platinum".to_owned()),
            Object::Dispute | Object::DisputeProposed | Object::DisputeEscalated => {
                (self.dispute(object).await, nothing("dsp"))
            }
            Object::Tag => (self.tag().await, nothing("tag")),
            Object::TagOnConversation => {
                let (tag, conversation) = (self.tag().await, self.conversation().await);
                let on = |id: &str| format!("{id}/tags/{tag}");
                (on(&conversation), on(&nothing("cnv")))
            }
            Object::Review => (self.review().await, nothing("rev")),
            other => self.belonging(other, nothing).await,
        }
    }

    async fn belonging(
        &self,
        object: Object,
        nothing: impl Fn(&str) -> String,
    ) -> (String, String) {
        match object {
            Object::Session => (self.session().await, nothing("ses")),
            Object::ApiKey => {
                let wish = json!({ "name": "essai", "scopes": ["read"] });
                (self.made("/v1/api-keys", wish).await, nothing("key"))
            }
            Object::Member => (self.client.account.clone(), nothing("acc")),
            Object::Invitation => (self.invitation().await, nothing("inv")),
            Object::DeletionRequest => (self.deletion_request().await, nothing("del")),
            Object::Notice => (self.notice().await, nothing("ntc")),
            Object::Mail => (self.mail().await, nothing("eml")),
            Object::RefundFailed => (self.refund_failed().await, nothing("out")),
            Object::MailGivenUp => (self.mail_given_up().await, nothing("eml")),
            Object::Provider => ("leo".to_owned(), "personne-ici".to_owned()),
            Object::Newcomer => (self.newcomer().await.organization, nothing("org")),
            Object::NewcomersDeletion => {
                let wish = json!({ "understood": true });
                let filed = self.newcomer().await.post("/v1/deletion-requests", wish).await;
                (filed.expect(201).str("/id"), nothing("del"))
            }
            Object::Bar => {
                let wish =
                    json!({ "kind": "email", "value": "abus@exemple.fr", "reason": "Essai" });
                let made = self.operator.post("/v1/operator/bars", wish).await;
                (made.expect(201).str("/id"), nothing("bar"))
            }
            Object::ContactMessage => (self.contact_message().await, nothing("ctm")),
            Object::TermsKind => ("hourly".to_owned(), "daily".to_owned()),
            Object::Token => ("jeton-inconnu".to_owned(), String::new()),
            Object::Delivery => {
                let order = self.delivered().await;
                let told = self.client.get(&format!("/v1/orders/{order}/deliveries")).await;
                (told.expect(200).str("/items/0/id"), nothing("dlv"))
            }
            Object::Delivered => (self.delivered_file().await.1, nothing("fil")),
            Object::DeliveredAndAccepted => {
                let (order, file) = self.delivered_file().await;
                let path = format!("/v1/orders/{order}/accept");
                self.client.post(&path, json!({})).await.expect(200);
                (file, nothing("fil"))
            }
            Object::Invoice => (self.invoice().await, nothing("ivc")),
            other => panic!("no {other:?} on this stage"),
        }
    }

    async fn invoice(&self) -> String {
        self.provider.put("/v1/organization/invoicing-mandate", mandate()).await.expect(200);
        let order = self.delivered().await;
        self.client.post(&format!("/v1/orders/{order}/accept"), json!({})).await.expect(200);
        self.app.deliver().await;
        let path = format!("/v1/invoices?order={order}");
        let found = self.client.get(&path).await.expect(200).items();
        found[0]["id"].as_str().unwrap().to_owned()
    }

    async fn newcomer(&self) -> Person {
        self.newcomers.set(self.newcomers.get() + 1);
        self.app.provider(&format!("nouveau-{}", self.newcomers.get())).await
    }

    async fn made(&self, path: &str, body: serde_json::Value) -> String {
        self.client.post(path, body).await.expect(201).str("/id")
    }

    async fn published(&self) -> Published {
        let published = self.app.publish(&self.client, &["dj"]).await;
        self.app.deliver().await;
        published
    }

    async fn lot(&self) -> LotId {
        self.published().await.lots[0]
    }

    async fn offer(&self) -> (LotId, OfferId) {
        let lot = self.lot().await;
        (lot, self.app.applied(&self.provider, lot, 80_000).await)
    }

    async fn chosen(&self) -> (LotId, OfferId) {
        let (lot, offer) = self.offer().await;
        self.app.step(&self.client, offer, Step::Choose(1)).await.unwrap();
        (lot, offer)
    }

    async fn in_work(&self) -> (LotId, OfferId) {
        let (lot, offer) = self.chosen().await;
        self.app.step(&self.provider, offer, Step::Confirm).await.unwrap();
        (lot, offer)
    }

    async fn done(&self) -> LotId {
        let (lot, offer) = self.in_work().await;
        self.app.step(&self.client, offer, Step::Complete).await.unwrap();
        lot
    }

    async fn to_reconfirm(&self) -> OfferId {
        let published = self.published().await;
        let offer = self.app.applied(&self.provider, published.lots[0], 80_000).await;
        let path = format!("/v1/tenders/{}", published.tender);
        let version = self.client.get(&path).await.expect(200).json["version"].as_i64().unwrap();
        self.client.patch(&path, version, json!({ "event": { "guests": 80 } })).await.expect(200);
        offer
    }

    async fn review(&self) -> String {
        let lot = self.done().await;
        let path = format!("/v1/lots/{lot}/review");
        let body = json!({ "rating": 5, "comment": "Une soirée parfaite, merci à toute l’équipe.", "experienced_on": "2027-01-15" });
        self.client.post(&path, body).await.expect(201).str("/id")
    }

    async fn service(&self, object: Object) -> String {
        let made = self.provider.post("/v1/services", service_form()).await;
        let id = made.expect(201).str("/id");
        let step = async |name: &str| {
            self.provider.post(&format!("/v1/services/{id}/{name}"), json!({})).await.expect(200)
        };
        if object != Object::ServiceDraft {
            step("publish").await;
        }
        if object == Object::PausedService {
            step("pause").await;
        }
        id
    }

    async fn conversation(&self) -> String {
        let opening = json!({ "provider": "leo", "text": "Bonjour Léo" });
        self.made("/v1/conversations", opening).await
    }

    async fn quote_request(&self) -> String {
        let service = self.service(Object::Service).await;
        let budget = json!({ "amount": 90_000, "currency": "EUR" });
        let wish = json!({ "service": service, "needs": "Une soirée", "budget": budget, "wanted_on": "2027-06-12" });
        self.made("/v1/quote-requests", wish).await
    }

    async fn file(&self, sender: &Person) -> String {
        sender.send_file("photo.png", &picture(8, 8)).await.expect(201).str("/id")
    }

    async fn attachment(&self) -> String {
        let file = self.file(&self.client).await;
        let opening = json!({ "provider": "leo", "text": "Voici", "attachments": [file] });
        self.made("/v1/conversations", opening).await;
        file
    }

    async fn photo(&self, object: Object) -> String {
        let (service, file) = (self.service(object).await, self.file(&self.provider).await);
        let path = format!("/v1/services/{service}");
        let version = self.provider.get(&path).await.expect(200).json["version"].as_i64().unwrap();
        let photos = json!({ "photos": [{ "file": file, "alt": "La scène" }] });
        self.provider.patch(&path, version, photos).await.expect(200);
        file
    }

    async fn tag(&self) -> String {
        self.newcomers.set(self.newcomers.get() + 1);
        let wish = json!({ "name": format!("Balise {}", self.newcomers.get()), "colour": "blue" });
        self.provider.post("/v1/tags", wish).await.expect(201).str("/id")
    }

    async fn session(&self) -> String {
        let elsewhere = self.app.visitor();
        let opened = elsewhere.log_in(&self.client.email, estrade_testkit::people::PASSWORD).await;
        opened.expect(201).str("/session")
    }

    async fn invitation(&self) -> String {
        let count = self.client.get("/v1/invitations").await.expect(200).items().len();
        let email = format!("invite{count}@exemple.fr");
        self.made("/v1/invitations", json!({ "email": email, "role": "member" })).await
    }

    async fn contact_message(&self) -> String {
        let asked = self.client.get("/v1/contact-messages/sum").await.expect(200);
        let question = asked.str("/question");
        let numbers = question.trim_end_matches('=').split('+');
        let made: u32 = numbers.map(|number| number.trim().parse::<u32>().unwrap()).sum();
        let wish = json!({
            "topic": "other", "subject": "Essai", "text": "Essai", "sum": asked.str("/token"),
            "answer": made.to_string(),
        });
        self.made("/v1/contact-messages", wish).await
    }

    async fn deletion_request(&self) -> String {
        let known = self.client.get("/v1/deletion-requests").await.expect(200).items();
        known[0]["id"].as_str().unwrap().to_owned()
    }

    async fn notice(&self) -> String {
        self.offer().await;
        self.app.deliver().await;
        let notices = self.client.get("/v1/notices").await.expect(200).items();
        notices[0]["id"].as_str().unwrap().to_owned()
    }

    async fn mail_given_up(&self) -> String {
        // An address that nothing was written to: a fact is mailed to each once.
        self.newcomers.set(self.newcomers.get() + 1);
        let recipient = format!("essai-{}@exemple.fr", self.newcomers.get());
        let window = Window { after: None, limit: 1 };
        let write = self.app.db.write(move |tx| {
            let latest = facts::log(tx, None, None, &window)?.items.remove(0);
            let mail = NewMail {
                fact: latest.id.parse().unwrap(),
                recipient: recipient.clone(),
                language: Language::Fr,
                template: "essai",
                subject: "Essai".to_owned(),
                text_body: "Essai".to_owned(),
                html_body: "<p>Essai</p>".to_owned(),
                alert: None,
                urgency: 0,
            };
            mails::queue(tx, &mail)?;
            let mine = mails::claim(tx, 100)?.into_iter().find(|one| one.template == "essai");
            let mine = mine.unwrap();
            mails::mark_failed(tx, &mine, "550 no such box", None)?;
            Ok(mine.id)
        });
        write.await.unwrap()
    }

    async fn mail(&self) -> String {
        let mails = self.visitor.get("/v1/mailbox").await.expect(200).items();
        mails[0]["id"].as_str().unwrap().to_owned()
    }
}
