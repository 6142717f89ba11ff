//! Writes one invoice of each kind into a folder, as PDF and as XML: what `tests/conformance/invoices.py` checks
//! against the published rules of Factur-X, EN 16931 and PDF/A.

#![expect(clippy::unwrap_used, reason = "samples that cannot be written are no samples")]

use std::{env, fs, path::PathBuf};

use chrono::NaiveDate;
use estrade_domain::{
    ids::Id,
    invoices::{
        Agent, Discount, Document, Invoice, InvoiceKind, InvoiceLine, Issuer, Matter, Number,
        Party, Payment, Purpose, Supply, Unit, shares_of, split,
    },
    language::Language,
    money::Money,
    offers::terms::{Quantity, VatRate},
    world::Instant,
};

fn id<I: Id>(number: u128) -> I {
    I::from_uuid(uuid::Uuid::from_u128(number))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn seller() -> Party {
    Party {
        organization: Some(id(2)),
        name: "Régie Boréale".to_owned(),
        details: Some("SARL au capital de 8 000 €, RCS Versailles".to_owned()),
        street: "3 rue des Frères-Lumière".to_owned(),
        postal_code: "78370".to_owned(),
        town: "Plaisir".to_owned(),
        siret: Some("73282932000074".to_owned()),
        vat_number: Some("FR44732829320".to_owned()),
        professional: true,
    }
}

fn town_hall() -> Party {
    Party {
        organization: Some(id(1)),
        name: "Mairie de Valmont-le-Bois".to_owned(),
        details: None,
        street: "1 place de la Mairie".to_owned(),
        postal_code: "76540".to_owned(),
        town: "Valmont-le-Bois".to_owned(),
        siret: Some("90412673700017".to_owned()),
        vat_number: None,
        professional: true,
    }
}

fn person() -> Party {
    Party {
        name: "Camille <Durand> & l’Œuvre".to_owned(),
        siret: None,
        professional: false,
        ..town_hall()
    }
}

fn line(label: &str, cents: i64, quantity: &str, rate: i64) -> InvoiceLine {
    let quantity = Quantity::parse(quantity).unwrap();
    let unit_price = Money::euros(cents);
    let vat_rate = VatRate::try_from(rate).unwrap();
    let net = unit_price.times(quantity.thousandths(), 1000).unwrap();
    InvoiceLine {
        label: label.to_owned(),
        quantity,
        unit: Unit::One,
        unit_price,
        discount: None,
        vat_rate,
        net,
    }
}

fn document(lines: Vec<InvoiceLine>) -> Document {
    Document {
        kind: InvoiceKind::Invoice,
        language: Language::Fr,
        seller: seller(),
        vat_exempt: false,
        buyer: town_hall(),
        agent: Some(Agent { name: "Estrade SAS".to_owned(), siren: "904126737".to_owned() }),
        supplied: Some(Supply::between(day("2027-03-02"), day("2027-03-11"))),
        shares: shares_of(&lines).unwrap(),
        lines,
        deposits: Vec::new(),
        corrects: None,
        reason: None,
        matter: Some(Matter {
            title: "Son et lumière du marché nocturne, place de l’Hôtel-de-Ville".to_owned(),
            reference: "ord_01jd0000000000000000000000".to_owned(),
        }),
        payment: Payment::Due { by: day("2027-04-10") },
    }
}

fn invoice(sequence: i64, document: Document) -> Invoice {
    assert!(document.is_sound(), "sample {sequence}");
    Invoice {
        id: id(u128::try_from(sequence).unwrap()),
        issuer: Issuer::Provider(id(2)),
        buyer: id(1),
        order: None,
        purpose: Purpose::Milestone,
        subject: String::new(),
        number: Number { year: 2027, sequence },
        issued_at: "2027-03-11T16:20:00Z".parse::<Instant>().unwrap(),
        corrects: document.corrects.as_ref().map(|it| it.invoice),
        document,
    }
}

fn show() -> Vec<InvoiceLine> {
    vec![
        line(
            "Guirlandes et six projecteurs, montage la veille du marché et démontage de nuit",
            24_000,
            "3",
            2000,
        ),
        line("Diffusion sonore de rue, jusqu’à huit points", 45_000, "1.5", 2000),
        line("Programme imprimé du marché", 120, "250", 550),
        line("Repas des techniciens", 1_450, "4", 1000),
    ]
}

fn samples() -> Vec<(&'static str, Invoice)> {
    let due = document(show());
    let paid = Document { payment: Payment::Paid { on: day("2027-03-11") }, ..due.clone() };
    let english = Document { language: Language::En, buyer: person(), ..due.clone() };
    let whole = shares_of(&show()).unwrap();
    let shares = split(&whole, Money::euros(50_001)).unwrap();
    let parts = |label: &str, shares: &[estrade_domain::invoices::Share]| -> Vec<InvoiceLine> {
        shares.iter().map(|it| InvoiceLine::one(label.to_owned(), it.net, it.rate)).collect()
    };
    let deposit = Document {
        kind: InvoiceKind::Deposit,
        supplied: None,
        lines: parts("Acompte « Son et lumière du marché nocturne »", &shares),
        shares: shares.clone(),
        payment: Payment::Paid { on: day("2027-02-01") },
        ..due.clone()
    };
    let deposit = invoice(3, deposit);
    let balance = Document { deposits: vec![deposit.reference()], ..due.clone() };
    let balance = invoice(4, balance);
    let credit = Document {
        kind: InvoiceKind::CreditNote,
        lines: parts("Avoir partiel sur la facture EST-2027-00004", &shares),
        shares,
        corrects: Some(balance.reference()),
        reason: Some("Une diffusion n’a pas fonctionné.".to_owned()),
        payment: Payment::Owed,
        ..due.clone()
    };
    let micro = vec![line("Animation d’un mariage", 65_000, "1", 0)];
    let micro = Document {
        vat_exempt: true,
        seller: Party {
            name: "Léo Platines".to_owned(),
            details: Some("Entrepreneur individuel (EI)".to_owned()),
            vat_number: None,
            ..seller()
        },
        ..document(micro)
    };
    let mixed = document(vec![
        line("Concert", 90_000, "1", 550),
        line("Cours de danse (art. 261)", 30_000, "2", 0),
    ]);
    let long = (1..=45).map(|it| {
        line(&format!("Poste {it} : location d’un projecteur à découpe"), 3_150, "2", 2000)
    });
    let net = Money::euros(13_930);
    let plan = InvoiceLine {
        unit_price: Money::euros(19_900),
        discount: Some(Discount {
            reason: "Remise VIP+".to_owned(),
            percent: 30,
            amount: Money::euros(5_970),
        }),
        ..InvoiceLine::one("Campagne « À la une », 30 jours".to_owned(), net, VatRate::NORMAL)
    };
    let plan = Document {
        agent: None,
        matter: None,
        payment: Payment::Paid { on: day("2027-03-11") },
        ..document(vec![plan])
    };
    vec![
        ("due", invoice(1, due)),
        ("paid", invoice(2, paid)),
        ("deposit", deposit),
        ("balance", balance),
        ("credit", invoice(5, credit)),
        ("english", invoice(6, english)),
        ("micro", invoice(7, micro)),
        ("mixed", invoice(8, mixed)),
        ("long", invoice(9, document(long.collect()))),
        ("discount", invoice(10, plan)),
    ]
}

fn main() {
    let folder = PathBuf::from(env::args().nth(1).expect("usage: samples FOLDER"));
    fs::create_dir_all(&folder).unwrap();
    for (name, invoice) in samples() {
        let pdf = estrade_paper::pdf(&invoice, invoice.document.language).unwrap();
        assert_eq!(
            pdf,
            estrade_paper::pdf(&invoice, invoice.document.language).unwrap(),
            "{name}: other bytes"
        );
        fs::write(folder.join(format!("{name}.pdf")), pdf).unwrap();
        fs::write(folder.join(format!("{name}.xml")), estrade_paper::xml(&invoice)).unwrap();
    }
}
