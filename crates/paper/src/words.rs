//! What an invoice says beside its figures, in French and in English: titles, dates, amounts, and the mentions that the
//! law wants (CGI, annexe II, art. 242 nonies A; code de commerce, art. L441-9 et L441-10).

use chrono::NaiveDate;
use estrade_domain::{
    invoices::{Invoice, InvoiceKind, Payment},
    language::Language,
    money::Money,
    offers::terms::{Quantity, VatRate},
    phrases,
    world::legal_day,
};
use unicode_normalization::UnicodeNormalization;

/// A sentence that an invoice carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What it is about: a subject code of UNTDID 4451, as the data has it.
    pub subject: &'static str,
    /// What it says.
    pub text: String,
}

/// « Facture EST-2026-00042 ».
pub(crate) fn title(invoice: &Invoice, language: Language) -> String {
    format!("{} {}", kind(invoice.kind(), language), invoice.number)
}

/// What a document is.
pub(crate) fn kind(kind: InvoiceKind, language: Language) -> &'static str {
    match kind {
        InvoiceKind::Invoice => language.pick("Facture", "Invoice"),
        InvoiceKind::Deposit => language.pick("Facture d’acompte", "Deposit invoice"),
        InvoiceKind::CreditNote => language.pick("Avoir", "Credit note"),
    }
}

/// « 1er juin 2027 », “1 June 2027”: the number stays with its month.
pub(crate) fn day(date: NaiveDate, language: Language) -> String {
    phrases::date(language, date).replacen(' ', "\u{a0}", 1)
}

/// « 1 250,00 € », “€1,250.00”: the typefaces of the papers have no narrow space.
pub(crate) fn money(money: Money, language: Language) -> String {
    phrases::money(language, money).replace('\u{202f}', "\u{a0}")
}

/// « 5,5 % », “5.5%”.
pub(crate) fn rate(rate: VatRate, language: Language) -> String {
    let (whole, tenths) = (rate.basis_points() / 100, rate.basis_points() % 100 / 10);
    let number = match (tenths, language) {
        (0, _) => whole.to_string(),
        (_, Language::Fr) => format!("{whole},{tenths}"),
        (_, Language::En) => format!("{whole}.{tenths}"),
    };
    language.pick(format!("{number}\u{a0}%"), format!("{number}%"))
}

/// « 2,5 », “2.5”.
pub(crate) fn quantity(quantity: Quantity, language: Language) -> String {
    let text = quantity.to_string();
    language.pick(text.replace('.', ","), text)
}

/// `73282932000074` as people read it.
pub(crate) fn siret(siret: &str) -> String {
    grouped(siret, &[3, 3, 3, 5])
}

/// `FR44732829320` as people read it.
pub(crate) fn vat_number(number: &str) -> String {
    if number.starts_with("FR") { grouped(number, &[2, 2, 3, 3, 3]) } else { number.to_owned() }
}

fn grouped(text: &str, sizes: &[usize]) -> String {
    let mut rest = text;
    let mut parts = Vec::new();
    for &size in sizes {
        let Some((part, left)) = rest.split_at_checked(size) else { break };
        parts.push(part);
        rest = left;
    }
    if !rest.is_empty() {
        parts.push(rest);
    }
    parts.join("\u{a0}")
}

/// A name in the letters of an address: `regie-boreale`.
pub(crate) fn slug(name: &str) -> String {
    let plain = name.nfkd().filter(char::is_ascii).map(|it| it.to_ascii_lowercase());
    let mut slug = String::new();
    for character in plain {
        if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if !slug.ends_with('-') && !slug.is_empty() && character != '\'' {
            slug.push('-');
        }
    }
    slug.truncate(40);
    let slug = slug.trim_matches('-');
    if slug.is_empty() { "facture".to_owned() } else { slug.to_owned() }
}

/// Every mention of an invoice, in the order in which it prints them.
#[must_use]
pub fn mentions(invoice: &Invoice, language: Language) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut say = |subject: &'static str, french: String, english: String| {
        mentions.push(Mention { subject, text: language.pick(french, english) });
    };
    let document = &invoice.document;
    if let Some(of) = &document.corrects {
        let on = |language| day(of.issued_on, language);
        say(
            "AAI",
            format!("Cet avoir corrige la facture {} du {}.", of.number, on(Language::Fr)),
            format!("This credit note corrects invoice {} of {}.", of.number, on(Language::En)),
        );
    }
    if let Some(reason) = &document.reason {
        say("ACD", format!("Motif\u{a0}: {reason}"), format!("Reason: {reason}"));
    }
    say(
        "AAI",
        "Catégorie de l’opération\u{a0}: prestation de services.".to_owned(),
        "Category of the operation: supply of services.".to_owned(),
    );
    if let Some((french, english)) = exemption(invoice) {
        say("AAI", format!("{french}."), english.to_owned());
    }
    pay(invoice, &mut say);
    if let Some(agent) = &document.agent {
        let (name, siren, seller) =
            (&agent.name, grouped(&agent.siren, &[3, 3, 3]), &document.seller.name);
        say(
            "AAI",
            format!(
                "{} par {name} (SIREN {siren}) au nom et pour le compte de {seller}.",
                issued(invoice)
            ),
            format!("Issued by {name} (SIREN {siren}) in the name and on behalf of {seller}."),
        );
    }
    mentions
}

fn issued(invoice: &Invoice) -> &'static str {
    match invoice.kind() {
        InvoiceKind::CreditNote => "Avoir émis",
        InvoiceKind::Invoice | InvoiceKind::Deposit => "Facture émise",
    }
}

/// Why there is no VAT, in French (which is what the law wants) and in English.
pub(crate) fn exemption(invoice: &Invoice) -> Option<(&'static str, &'static str)> {
    if invoice.document.vat_exempt {
        return Some((
            "TVA non applicable, art. 293 B du CGI",
            "VAT not applicable (“TVA non applicable, art. 293 B du CGI”).",
        ));
    }
    let untaxed = invoice.document.shares.iter().any(|share| share.rate == VatRate::NONE);
    untaxed.then_some((
        "Exonération de TVA, art. 261 du CGI",
        "Exempt from VAT (“Exonération de TVA, art. 261 du CGI”).",
    ))
}

fn pay(invoice: &Invoice, say: &mut impl FnMut(&'static str, String, String)) {
    match invoice.document.payment {
        Payment::Paid { on } => say(
            "AAI",
            format!("Facture acquittée le {}.", day(on, Language::Fr)),
            format!("Paid on {}.", day(on, Language::En)),
        ),
        Payment::Due { by } => say(
            "AAI",
            format!("À payer au plus tard le {}.", day(by, Language::Fr)),
            format!("To be paid by {}.", day(by, Language::En)),
        ),
        Payment::Owed => say(
            "AAI",
            "Montant à déduire de ce que vous devez, ou à vous rembourser.".to_owned(),
            "To be deducted from what you owe, or paid back to you.".to_owned(),
        ),
    }
    if invoice.document.buyer.professional {
        between_professionals(say);
    }
}

/// What each document says between professionals, paid or not (code de commerce, art. L441-9, L441-10).
fn between_professionals(say: &mut impl FnMut(&'static str, String, String)) {
    say(
        "AAB",
        "Pas d’escompte pour paiement anticipé.".to_owned(),
        "No discount for early payment.".to_owned(),
    );
    say(
        "PMD",
        "Tout retard de paiement entraîne des pénalités au taux de trois fois l’intérêt légal, exigibles sans rappel.".to_owned(),
        "Late payment bears penalties at three times the French legal interest rate, due without a reminder.".to_owned(),
    );
    say(
        "PMT",
        "Indemnité forfaitaire pour frais de recouvrement en cas de retard\u{a0}: 40\u{a0}€."
            .to_owned(),
        "Fixed compensation for recovery costs in case of late payment: €40.".to_owned(),
    );
}

/// When what is invoiced was supplied.
pub(crate) fn supplied(invoice: &Invoice, language: Language) -> Option<String> {
    let supply = invoice.document.supplied?;
    let to = day(supply.to, language);
    Some(match supply.from {
        Some(from) => {
            let from = day(from, language);
            language.pick(format!("du {from} au {to}"), format!("{from} to {to}"))
        }
        None => to,
    })
}

/// The day of issue.
pub(crate) fn issued_on(invoice: &Invoice, language: Language) -> String {
    day(legal_day(invoice.issued_at), language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_in_their_language() {
        let both = |cents| [Language::Fr, Language::En].map(|it| money(Money::euros(cents), it));
        assert_eq!(both(125_000_000), ["1\u{a0}250\u{a0}000,00\u{a0}€", "€1,250,000.00"]);
        assert_eq!(both(-5), ["−0,05\u{a0}€", "−€0.05"]);
        assert_eq!(
            VatRate::ALL.map(|it| rate(it, Language::Fr)),
            ["20\u{a0}%", "10\u{a0}%", "5,5\u{a0}%", "0\u{a0}%"]
        );
        assert_eq!(siret("73282932000074"), "732\u{a0}829\u{a0}320\u{a0}00074");
        assert_eq!(vat_number("FR44732829320"), "FR\u{a0}44\u{a0}732\u{a0}829\u{a0}320");
    }

    #[test]
    fn a_file_is_named_in_plain_letters() {
        assert_eq!(slug("Régie Boréale & Fils — L’Œuvre"), "regie-boreale-fils-luvre");
        assert_eq!(slug("日本"), "facture");
    }
}
