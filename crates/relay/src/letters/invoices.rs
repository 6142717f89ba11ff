//! Letters about invoices: to whoever pays, to the provider in whose name they are issued, and about its mandate.

use estrade_db::{Error, invoices};
use estrade_domain::{
    ids::{InvoiceId, OrganizationId},
    invoices::{Invoice, InvoiceKind, Payment},
    language::Language,
    phrases,
};
use serde_json::json;

use crate::{
    desk::{Concern, Desk, Telling},
    template::Words,
};

/// An invoice or a credit note was issued.
pub(super) fn issued(desk: &mut Desk<'_, '_>, id: InvoiceId) -> Result<(), Error> {
    let invoice = invoices::any(desk.tx, id)?;
    let concern = if invoice.order.is_some() { Concern::Bargain } else { Concern::Account };
    let path = format!("/compte/factures/{id}");
    let params = json!({ "number": invoice.number.to_string(), "kind": invoice.kind().as_str() });
    let kind = "invoice.issued";
    let buyers = desk.people(invoice.buyer)?;
    let words = |language| received(&invoice, language);
    let (to, about) = (path.clone(), params.clone());
    desk.tell(&buyers, &Telling { kind, concern, path: to, params: about, words: &words })?;
    let Some(seller) = invoice.issuer.organization() else { return Ok(()) };
    let sellers = desk.managers(seller)?;
    let words = |language| in_your_name(&invoice, language);
    desk.tell(&sellers, &Telling { kind, concern, path, params, words: &words })
}

fn received(invoice: &Invoice, language: Language) -> Words {
    let (number, seller) = (invoice.number, &invoice.document.seller.name);
    let subject = match invoice.kind() {
        InvoiceKind::Invoice => language.pick(
            format!("Votre facture {number} de {seller}"),
            format!("Your invoice {number} of {seller}"),
        ),
        InvoiceKind::Deposit => language.pick(
            format!("Votre facture d’acompte {number} de {seller}"),
            format!("Your deposit invoice {number} of {seller}"),
        ),
        InvoiceKind::CreditNote => language.pick(
            format!("Un avoir de {seller} : {number}"),
            format!("A credit note of {seller}: {number}"),
        ),
    };
    amounts(Words::about(subject), invoice, language)
}

fn in_your_name(invoice: &Invoice, language: Language) -> Words {
    let (number, buyer) = (invoice.number, &invoice.document.buyer.name);
    let subject = match invoice.kind() {
        InvoiceKind::CreditNote => language.pick(
            format!("Avoir {number} émis en votre nom pour {buyer}"),
            format!("Credit note {number} issued in your name for {buyer}"),
        ),
        InvoiceKind::Invoice | InvoiceKind::Deposit => language.pick(
            format!("Facture {number} émise en votre nom pour {buyer}"),
            format!("Invoice {number} issued in your name for {buyer}"),
        ),
    };
    let words = Words::about(subject).text(language.pick(
        "Elle est émise en vertu de votre mandat de facturation. Vous avez quinze jours pour en contester le contenu.",
        "It is issued under your invoicing mandate. You have fifteen days to object to what it says.",
    ));
    amounts(words, invoice, language)
}

fn amounts(words: Words, invoice: &Invoice, language: Language) -> Words {
    let document = &invoice.document;
    let title = document.matter.as_ref().map(|matter| matter.title.clone()).unwrap_or_default();
    let due = match document.payment {
        Payment::Due { by } => phrases::day(language, by),
        Payment::Paid { .. } | Payment::Owed => String::new(),
    };
    words
        .table([
            (language.pick("Objet", "About"), title),
            (
                language.pick("Montant TTC", "Amount incl. VAT"),
                phrases::money(language, document.gross()),
            ),
            (language.pick("Échéance", "Due by"), due),
        ])
        .button(language.pick("Voir la facture", "See the invoice"))
}

/// A provider has its invoices issued in its name.
pub(super) fn mandate_given(
    desk: &mut Desk<'_, '_>,
    provider: OrganizationId,
) -> Result<(), Error> {
    let words = |language| {
        match language {
        Language::Fr => Words::about("Votre mandat de facturation est en vigueur")
            .text("Vos factures de commande sont désormais émises en votre nom, à l’acceptation de chaque livraison.")
            .text("Vous pouvez relire le mandat ou le révoquer à tout moment.")
            .button("Voir le mandat"),
        Language::En => Words::about("Your invoicing mandate is in force")
            .text("The invoices of your orders are issued in your name from now on, when each delivery is accepted.")
            .text("You can read the mandate again or revoke it at any time.")
            .button("See the mandate"),
    }
    };
    mandate(desk, provider, "invoicing_mandate.given", &words)
}

/// A provider issues its invoices itself again.
pub(super) fn mandate_revoked(
    desk: &mut Desk<'_, '_>,
    provider: OrganizationId,
) -> Result<(), Error> {
    let words = |language| match language {
        Language::Fr => Words::about("Votre mandat de facturation est révoqué")
            .text(
                "Les factures déjà émises restent valables. Vous émettez vous-même les suivantes.",
            )
            .button("Voir le mandat"),
        Language::En => Words::about("Your invoicing mandate is revoked")
            .text("Invoices that were issued stay valid. You issue the next ones yourself.")
            .button("See the mandate"),
    };
    mandate(desk, provider, "invoicing_mandate.revoked", &words)
}

fn mandate(
    desk: &mut Desk<'_, '_>,
    provider: OrganizationId,
    kind: &'static str,
    words: &dyn Fn(Language) -> Words,
) -> Result<(), Error> {
    let people = desk.managers(provider)?;
    let path = "/compte/factures/mandat".to_owned();
    let (concern, params) = (Concern::Account, json!({}));
    desk.tell(&people, &Telling { kind, concern, path, params, words })
}
