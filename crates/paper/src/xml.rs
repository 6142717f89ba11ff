//! The data of an invoice: Cross Industry Invoice (UN/CEFACT D22B) in the profile EN 16931 of Factur-X, in French.
//!
//! The numbers in the comments (BT-…, BG-…) are those of EN 16931.

use chrono::NaiveDate;
use estrade_domain::{
    invoices::{Invoice, InvoiceKind, InvoiceLine, Party, Payment, Reference, Share, Unit},
    language::Language,
    money::Money,
    offers::terms::VatRate,
    world::legal_day,
};

use crate::words::{exemption, mentions};

const NAMESPACES: &str = "xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\" \
     xmlns:ram=\"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100\" \
     xmlns:udt=\"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100\" \
     xmlns:qdt=\"urn:un:unece:uncefact:data:standard:QualifiedDataType:100\"";

/// A document that is written element by element.
#[derive(Default)]
struct Writer {
    text: String,
    depth: usize,
}

impl Writer {
    fn within(&mut self, name: &str, content: impl FnOnce(&mut Self)) {
        self.line(&format!("<{name}>"));
        self.depth += 1;
        content(self);
        self.depth -= 1;
        let end = name.split(' ').next().unwrap_or(name);
        self.line(&format!("</{end}>"));
    }

    fn put(&mut self, name: &str, value: &str) {
        let end = name.split(' ').next().unwrap_or(name);
        self.line(&format!("<{name}>{}</{end}>", escaped(value)));
    }

    fn put_some(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    fn day(&mut self, name: &str, day: NaiveDate) {
        let digits = day.format("%Y%m%d").to_string();
        self.within(name, |xml| xml.put("udt:DateTimeString format=\"102\"", &digits));
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(&"  ".repeat(self.depth));
        self.text.push_str(text);
        self.text.push('\n');
    }
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            // XML 1.0 has no other control characters.
            '\n' | '\t' => safe.push(' '),
            _ if character.is_control() || matches!(character, '\u{fffe}' | '\u{ffff}') => {}
            _ => safe.push(character),
        }
    }
    safe
}

/// An amount as the data has it.
fn amount(money: Money) -> String {
    let sign = if money.amount < 0 { "-" } else { "" };
    let cents = money.amount.unsigned_abs();
    format!("{sign}{}.{:02}", cents / 100, cents % 100)
}

fn percent(rate: VatRate) -> String {
    format!("{}.{:02}", rate.basis_points() / 100, rate.basis_points() % 100)
}

/// S: with VAT. E: exempt, as a small business is (BT-118, BT-151).
fn category(rate: VatRate) -> &'static str {
    if rate == VatRate::NONE { "E" } else { "S" }
}

/// The data of an invoice.
#[must_use]
pub fn xml(invoice: &Invoice) -> String {
    let mut xml = Writer::default();
    xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    xml.within(&format!("rsm:CrossIndustryInvoice {NAMESPACES}"), |xml| {
        xml.within("rsm:ExchangedDocumentContext", |xml| {
            xml.within("ram:BusinessProcessSpecifiedDocumentContextParameter", |xml| {
                xml.put("ram:ID", process(invoice));
            });
            xml.within("ram:GuidelineSpecifiedDocumentContextParameter", |xml| {
                xml.put("ram:ID", "urn:cen.eu:en16931:2017");
            });
        });
        xml.within("rsm:ExchangedDocument", |xml| head(xml, invoice));
        xml.within("rsm:SupplyChainTradeTransaction", |xml| {
            for (number, line) in (1..).zip(&invoice.document.lines) {
                xml.within("ram:IncludedSupplyChainTradeLineItem", |xml| item(xml, number, line));
            }
            xml.within("ram:ApplicableHeaderTradeAgreement", |xml| agreement(xml, invoice));
            xml.within("ram:ApplicableHeaderTradeDelivery", |xml| delivery(xml, invoice));
            xml.within("ram:ApplicableHeaderTradeSettlement", |xml| settlement(xml, invoice));
        });
    });
    xml.text
}

/// The case of the French reform (BT-23): services, to be paid, paid already, or after a deposit.
fn process(invoice: &Invoice) -> &'static str {
    let document = &invoice.document;
    match document.payment {
        _ if !document.deposits.is_empty() => "S4",
        Payment::Paid { .. } => "S2",
        Payment::Due { .. } | Payment::Owed => "S1",
    }
}

/// 380 invoice, 386 prepayment invoice, 381 credit note (BT-3).
fn type_code(kind: InvoiceKind) -> &'static str {
    match kind {
        InvoiceKind::Invoice => "380",
        InvoiceKind::Deposit => "386",
        InvoiceKind::CreditNote => "381",
    }
}

fn head(xml: &mut Writer, invoice: &Invoice) {
    xml.put("ram:ID", &invoice.number.to_string());
    xml.put("ram:TypeCode", type_code(invoice.kind()));
    xml.day("ram:IssueDateTime", legal_day(invoice.issued_at));
    let details = invoice.document.seller.details.as_deref();
    if let Some(details) = details {
        note(xml, "REG", details);
    }
    for mention in mentions(invoice, Language::Fr) {
        note(xml, mention.subject, &mention.text);
    }
}

fn note(xml: &mut Writer, subject: &str, text: &str) {
    xml.within("ram:IncludedNote", |xml| {
        xml.put("ram:Content", text);
        xml.put("ram:SubjectCode", subject);
    });
}

fn item(xml: &mut Writer, number: u32, line: &InvoiceLine) {
    xml.within("ram:AssociatedDocumentLineDocument", |xml| {
        xml.put("ram:LineID", &number.to_string());
    });
    xml.within("ram:SpecifiedTradeProduct", |xml| {
        let label = if line.label.is_empty() { "Prestation" } else { &line.label };
        xml.put("ram:Name", label);
    });
    xml.within("ram:SpecifiedLineTradeAgreement", |xml| {
        xml.within("ram:NetPriceProductTradePrice", |xml| {
            xml.put("ram:ChargeAmount", &amount(line.unit_price));
        });
    });
    xml.within("ram:SpecifiedLineTradeDelivery", |xml| {
        let unit = match line.unit {
            Unit::One => "C62",
            Unit::Hour => "HUR",
        };
        let quantity = line.quantity.to_string();
        xml.put(&format!("ram:BilledQuantity unitCode=\"{unit}\""), &quantity);
    });
    xml.within("ram:SpecifiedLineTradeSettlement", |xml| {
        xml.within("ram:ApplicableTradeTax", |xml| {
            xml.put("ram:TypeCode", "VAT");
            xml.put("ram:CategoryCode", category(line.vat_rate));
            xml.put("ram:RateApplicablePercent", &percent(line.vat_rate));
        });
        discount(xml, line);
        xml.within("ram:SpecifiedTradeSettlementLineMonetarySummation", |xml| {
            xml.put("ram:LineTotalAmount", &amount(line.net));
        });
    });
}

/// BG-27.
fn discount(xml: &mut Writer, line: &InvoiceLine) {
    let Some(discount) = &line.discount else { return };
    let whole = line.net.checked_add(discount.amount).unwrap_or(line.net);
    xml.within("ram:SpecifiedTradeAllowanceCharge", |xml| {
        xml.within("ram:ChargeIndicator", |xml| xml.put("udt:Indicator", "false"));
        xml.put("ram:CalculationPercent", &discount.percent.to_string());
        xml.put("ram:BasisAmount", &amount(whole));
        xml.put("ram:ActualAmount", &amount(discount.amount));
        xml.put("ram:Reason", &discount.reason);
    });
}

fn agreement(xml: &mut Writer, invoice: &Invoice) {
    let document = &invoice.document;
    xml.within("ram:SellerTradeParty", |xml| party(xml, &document.seller, true));
    xml.within("ram:BuyerTradeParty", |xml| party(xml, &document.buyer, false));
    if let Some(matter) = &document.matter {
        xml.within("ram:BuyerOrderReferencedDocument", |xml| {
            xml.put("ram:IssuerAssignedID", &matter.reference);
        });
    }
}

fn party(xml: &mut Writer, party: &Party, is_seller: bool) {
    // The SIRET (ISO 6523 ICD 0009), and the SIREN (0002), which is the registration before the law.
    xml.put_some("ram:GlobalID schemeID=\"0009\"", party.siret.as_deref());
    xml.put("ram:Name", &party.name);
    if let Some(siren) = party.siren() {
        xml.within("ram:SpecifiedLegalOrganization", |xml| {
            xml.put("ram:ID schemeID=\"0002\"", siren);
        });
    }
    xml.within("ram:PostalTradeAddress", |xml| {
        xml.put("ram:PostcodeCode", &party.postal_code);
        xml.put("ram:LineOne", &party.street);
        xml.put("ram:CityName", &party.town);
        xml.put("ram:CountryID", "FR");
    });
    // Where electronic invoices are sent: in France a company is addressed by its SIREN (0225).
    if let Some(siren) = party.siren() {
        xml.within("ram:URIUniversalCommunication", |xml| {
            xml.put("ram:URIID schemeID=\"0225\"", siren);
        });
    }
    let registration = match (&party.vat_number, party.siren()) {
        (Some(number), _) => Some(("VA", number.as_str())),
        // Who has no VAT number is registered for taxes by its SIREN all the same.
        (None, Some(siren)) if is_seller => Some(("FC", siren)),
        _ => None,
    };
    if let Some((scheme, number)) = registration {
        xml.within("ram:SpecifiedTaxRegistration", |xml| {
            xml.put(&format!("ram:ID schemeID=\"{scheme}\""), number);
        });
    }
}

fn delivery(xml: &mut Writer, invoice: &Invoice) {
    let document = &invoice.document;
    // Of a deposit the law wants the day on which it was paid in its place.
    let day = match (document.supplied, document.payment) {
        (Some(supply), _) => Some(supply.to),
        (None, Payment::Paid { on }) => Some(on),
        (None, _) => None,
    };
    if let Some(day) = day {
        xml.within("ram:ActualDeliverySupplyChainEvent", |xml| {
            xml.day("ram:OccurrenceDateTime", day);
        });
    }
}

fn settlement(xml: &mut Writer, invoice: &Invoice) {
    let document = &invoice.document;
    xml.put("ram:PaymentReference", &invoice.number.to_string());
    xml.put("ram:InvoiceCurrencyCode", document.currency().code());
    for share in &document.shares {
        xml.within("ram:ApplicableTradeTax", |xml| tax(xml, share, invoice));
    }
    if let Some((from, to)) = document.supplied.and_then(|it| Some((it.from?, it.to))) {
        xml.within("ram:BillingSpecifiedPeriod", |xml| {
            xml.day("ram:StartDateTime", from);
            xml.day("ram:EndDateTime", to);
        });
    }
    xml.within("ram:SpecifiedTradePaymentTerms", |xml| terms(xml, document.payment));
    xml.within("ram:SpecifiedTradeSettlementHeaderMonetarySummation", |xml| totals(xml, invoice));
    for reference in document.corrects.iter().chain(&document.deposits) {
        xml.within("ram:InvoiceReferencedDocument", |xml| preceding(xml, reference));
    }
}

/// BG-23.
fn tax(xml: &mut Writer, share: &Share, invoice: &Invoice) {
    let untaxed = share.rate == VatRate::NONE;
    xml.put("ram:CalculatedAmount", &amount(share.vat));
    xml.put("ram:TypeCode", "VAT");
    if let Some((reason, _)) = exemption(invoice).filter(|_| untaxed) {
        xml.put("ram:ExemptionReason", reason);
    }
    xml.put("ram:BasisAmount", &amount(share.net));
    xml.put("ram:CategoryCode", category(share.rate));
    if untaxed && invoice.document.vat_exempt {
        xml.put("ram:ExemptionReasonCode", "VATEX-FR-FRANCHISE");
    }
    xml.put("ram:RateApplicablePercent", &percent(share.rate));
}

fn terms(xml: &mut Writer, payment: Payment) {
    match payment {
        Payment::Paid { on } => {
            xml.put("ram:Description", "Acquittée");
            xml.day("ram:DueDateDateTime", on);
        }
        Payment::Due { by } => {
            xml.put("ram:Description", "Paiement à trente jours, sans escompte");
            xml.day("ram:DueDateDateTime", by);
        }
        Payment::Owed => xml.put("ram:Description", "À déduire ou à rembourser"),
    }
}

/// BG-22.
fn totals(xml: &mut Writer, invoice: &Invoice) {
    let document = &invoice.document;
    let (net, gross, due) = (document.net(), document.gross(), document.due());
    let currency = document.currency().code();
    xml.put("ram:LineTotalAmount", &amount(net));
    xml.put("ram:TaxBasisTotalAmount", &amount(net));
    xml.put(&format!("ram:TaxTotalAmount currencyID=\"{currency}\""), &amount(document.vat()));
    xml.put("ram:GrandTotalAmount", &amount(gross));
    // Deposits and what was paid through the platform.
    let paid = gross.checked_sub(due).unwrap_or(Money::zero(document.currency()));
    if paid.amount != 0 {
        xml.put("ram:TotalPrepaidAmount", &amount(paid));
    }
    xml.put("ram:DuePayableAmount", &amount(due));
}

/// BG-3.
fn preceding(xml: &mut Writer, reference: &Reference) {
    xml.put("ram:IssuerAssignedID", &reference.number);
    xml.within("ram:FormattedIssueDateTime", |xml| {
        let digits = reference.issued_on.format("%Y%m%d").to_string();
        xml.put("qdt:DateTimeString format=\"102\"", &digits);
    });
}
