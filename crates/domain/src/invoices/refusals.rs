//! Why nothing was issued, or a mandate was not given.

use crate::refusal::{Explain, Explanation};

macro_rules! invoice_refusals {
    ($($(#[$doc:meta])* $variant:ident = $code:literal: $french:literal, $english:literal;)+) => {
        /// Why nothing was issued, or a mandate was not given.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum InvoiceRefusal {
            $($(#[$doc])* $variant,)+
        }

        impl Explain for InvoiceRefusal {
            fn explain(&self) -> Explanation {
                match self {
                    $(Self::$variant => Explanation::new($code, $french, $english),)+
                }
            }
        }
    };
}

invoice_refusals! {
    /// Clients issue nothing here.
    ProvidersOnly = "provider_only":
        "Le mandat de facturation est réservé aux prestataires.",
        "Only providers give an invoicing mandate.";
    /// Only those who manage the provider bind it.
    NotManager = "not_manager":
        "Seul un administrateur de votre organisation peut faire cela.",
        "Only an administrator of your organization can do this.";
    /// It was closed or erased.
    Closed = "organization_closed":
        "Cette organisation est fermée.",
        "This organization is closed.";
    /// It has no SIRET and issues no invoice.
    PaidByCesu = "paid_by_cesu":
        "Payé par CESU, vous êtes salarié de votre client : l’Urssaf établit votre bulletin de paie, il n’y a pas de facture à émettre.",
        "Paid by CESU, you are an employee of your client: the Urssaf makes your payslip, and there is no invoice to issue.";
    /// What the law wants on an invoice is not on its sheet.
    NumbersMissing = "invoice_numbers_missing":
        "Complétez d’abord votre fiche : une facture porte votre SIRET et, si vous êtes assujetti, votre numéro de TVA.",
        "Complete your sheet first: an invoice carries your SIRET and, if you are liable to VAT, your VAT number.";
    /// The instance has no legal identity.
    PlatformUnknown = "platform_unidentified":
        "L’opérateur n’a pas encore renseigné son identité légale : aucune facture ne peut être émise.",
        "The operator has not given its legal identity yet: no invoice can be issued.";
    /// Another version of the text is in force.
    TextOutdated = "mandate_text_outdated":
        "Le texte du mandat a changé. Rechargez la page et relisez-le.",
        "The text of the mandate has changed. Reload the page and read it again.";
    /// Nothing is issued in its name without one.
    NoMandate = "no_invoicing_mandate":
        "Aucun mandat de facturation n’est en vigueur.",
        "No invoicing mandate is in force.";
    /// Amounts that do not add up.
    Unsound = "invoice_unsound":
        "Les montants de cette facture ne s’additionnent pas.",
        "The amounts of this invoice do not add up.";
    /// A credit note is not credited again.
    NotCreditable = "invoice_not_creditable":
        "Un avoir ne se corrige pas par un autre avoir : émettez une nouvelle facture.",
        "A credit note is not corrected by another: issue a new invoice.";
    /// More than what is left of the invoice.
    CreditTooLarge = "credit_too_large":
        "Cet avoir dépasse ce qui reste de la facture.",
        "This credit is more than what is left of the invoice.";
}
