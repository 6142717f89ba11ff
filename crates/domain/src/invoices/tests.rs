//! Numbers, sums, and what may be issued in whose name.

use chrono::{NaiveDate, TimeDelta};

use super::*;
use crate::{
    actor::{Actor, OrganizationKind, Role},
    change::Change,
    facts::Fact,
    language::Language,
    limits::Limits,
    money::Money,
    offers::{
        custom::tests::{fixed, hourly, milestones, subscription, written},
        terms::{Quantity, Rhythm, VatRate},
        tests::{CLIENT, DJ, RIVAL, id, now, person},
    },
    organizations::{Address, LegalKind, Organization, OrganizationState},
    refusal::Rejection,
    text::Handle,
};

fn organization(number: u128, kind: OrganizationKind, legal_kind: LegalKind) -> Organization {
    Organization {
        id: id(number),
        version: 1,
        kind,
        handle: Handle::parse("regie-boreale").unwrap(),
        name: "Régie Boréale".to_owned(),
        legal_kind,
        siret: Some("73282932000074".to_owned()),
        vat_number: Some("FR44732829320".to_owned()),
        vat_exempt: false,
        address: Address {
            street: "3 rue des Frères-Lumière".to_owned(),
            postal_code: "78370".to_owned(),
            town: "Plaisir".to_owned(),
            departement: "78".to_owned(),
        },
        phone: "+33612345678".to_owned(),
        website: None,
        presentation: String::new(),
        showcase: crate::organizations::Showcase::default(),
        trades: Vec::new(),
        departements: Vec::new(),
        france_wide: false,
        paused: false,
        subscription: None,
        state: OrganizationState::Open,
        created_at: now(),
    }
}

fn provider() -> Organization {
    organization(DJ, OrganizationKind::Provider, LegalKind::Company)
}

fn client() -> Organization {
    let client = organization(CLIENT, OrganizationKind::Client, LegalKind::PrivatePerson);
    Organization { siret: None, vat_number: None, name: "Camille Durand".to_owned(), ..client }
}

fn identity(vat_number: &str) -> IdentityForm {
    IdentityForm {
        name: "Estrade SAS".to_owned(),
        details: "SAS au capital de 10 000 €".to_owned(),
        street: "1 place du Théâtre".to_owned(),
        postal_code: "76000".to_owned(),
        town: "Rouen".to_owned(),
        siret: "904 126 737 00017".to_owned(),
        vat_number: vat_number.to_owned(),
    }
}

fn platform() -> Platform {
    identity("FR69904126737").parse().unwrap()
}

fn manager() -> Actor {
    Actor { role: Role::Administrator, ..person(DJ) }
}

fn mandate() -> Mandate {
    let (provider, platform) = (provider(), platform());
    let mandator = Mandator { provider: &provider, platform: Some(&platform) };
    let form = MandateForm { text_version: MANDATE_VERSION.to_owned(), ..MandateForm::default() };
    mandator.give(&manager(), id(70), &form, now()).unwrap().after
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn line(cents: i64, quantity: &str, rate: i64) -> InvoiceLine {
    let unit_price = Money::euros(cents);
    let quantity = Quantity::parse(quantity).unwrap();
    let vat_rate = VatRate::try_from(rate).unwrap();
    let net = unit_price.times(quantity.thousandths(), 1000).unwrap();
    InvoiceLine { quantity, unit_price, net, ..InvoiceLine::one("Son".to_owned(), net, vat_rate) }
}

/// An invoice of some lines, issued in a provider's name.
fn issued(lines: &[InvoiceLine], deposits: Vec<Reference>) -> Invoice {
    let (mandate, provider, client) = (mandate(), provider(), client());
    let work = Work {
        mandate: &mandate,
        provider: &provider,
        client: &client,
        language: Language::Fr,
        order: id(30),
        title: "Soirée",
        milestone: 1,
        lines,
        paid_on: None,
    };
    let supplied = Supply::between(day("2027-03-01"), day("2027-03-04"));
    let draft = Draft::order_milestone(work, supplied, deposits).unwrap();
    draft.issue(id(40), first(now())).after
}

fn first(at: Instant) -> Place {
    Place { number: Number { year: Number::year_at(at), sequence: 0 }, at }.next(at)
}

/// Part 6 « Lawful invoices »: one after the other; a clock that goes back does not date one before another.
#[test]
fn numbers_follow_and_never_go_back() {
    let one = first(now());
    let two = one.next(now() - TimeDelta::hours(3));
    assert_eq!(
        [one.number, two.number].map(|it| it.to_string()),
        ["EST-2027-00001", "EST-2027-00002"]
    );
    assert_eq!(two.at, one.at);
    assert_eq!(Number::parse("EST-2027-00002"), Some(two.number));
    assert_eq!(Number::parse("F-1"), None);
    // The year is that of mainland France: an hour before midnight in London, it has begun.
    assert_eq!(Number::year_at("2027-12-31T23:30:00Z".parse().unwrap()), 2028);
}

/// S5-034: an invoice is sound when its lines, its VAT by rate and its totals agree.
#[test]
fn vat_is_computed_once_for_each_rate() {
    let lines = [line(3_333, "3", 2000), line(1_001, "1.5", 550), line(10_050, "1", 2000)];
    let invoice = issued(&lines, Vec::new());
    let document = &invoice.document;
    let shares: Vec<_> = document
        .shares
        .iter()
        .map(|it| (it.rate.basis_points(), it.net.amount, it.vat.amount))
        .collect();
    assert_eq!(shares, [(2000, 20_049, 4_010), (550, 1_502, 83)]);
    assert_eq!((document.net(), document.vat()), (Money::euros(21_551), Money::euros(4_093)));
    assert_eq!(document.due(), Money::euros(25_644));
    assert_eq!(document.payment, Payment::Due { by: day("2027-03-31") });
    assert!(document.is_sound());
}

/// A part of an amount with VAT is that part to the cent, whatever the rates; its VAT is what is in it.
#[test]
fn a_split_sums_to_what_was_paid() {
    let lines =
        [line(1_234, "3", 2000), line(777, "2", 1000), line(501, "1", 550), line(99, "7", 0)];
    let shares = shares_of(&lines).unwrap();
    let whole: i64 = shares.iter().map(|it| it.gross().unwrap().amount).sum();
    for cents in (1..=whole).step_by(7).chain([2, 3, whole]) {
        let parts = split(&shares, Money::euros(cents)).unwrap();
        let sum: i64 = parts.iter().map(|it| it.gross().unwrap().amount).sum();
        assert_eq!(sum, cents);
        for part in parts {
            let vat = part.net.times(part.rate.basis_points(), 10_000).unwrap();
            assert!((vat.amount - part.vat.amount).abs() <= 1, "{part:?} of {cents}");
        }
    }
    assert_eq!(split(&shares, Money::euros(0)), None);
    assert_eq!(split(&shares, Money::euros(whole + 1)), None);
}

/// A deposit is invoiced for what it is; the balance names it and takes it off.
#[test]
fn a_balance_takes_its_deposit_off() {
    let lines = [line(100_000, "1", 2000)];
    let (mandate, provider, client) = (mandate(), provider(), client());
    let work = Work {
        mandate: &mandate,
        provider: &provider,
        client: &client,
        language: Language::Fr,
        order: id(30),
        title: "Soirée",
        milestone: 1,
        lines: &lines,
        paid_on: Some(day("2027-02-01")),
    };
    let deposit = Draft::deposit(work, Money::euros(36_000)).unwrap();
    let deposit = deposit.issue(id(41), first(now())).after;
    assert_eq!(deposit.kind(), InvoiceKind::Deposit);
    assert_eq!(deposit.document.net(), Money::euros(30_000));
    assert_eq!(deposit.document.due(), Money::euros(0));
    let balance = issued(&lines, vec![deposit.reference()]);
    assert_eq!(balance.document.gross(), Money::euros(120_000));
    assert_eq!(balance.document.due(), Money::euros(84_000));
    assert_eq!(balance.document.deposits[0].number, "EST-2027-00001");
}

/// S1-113, S1-128: what the platform sells, with its VAT, its discount and its payment.
#[test]
fn the_platform_invoices_what_it_sells() {
    let sale = Sale {
        subject: "purchase/1".to_owned(),
        label: "VIP+, 12 mois".to_owned(),
        price: Money::euros(19_900),
        discount: Some((30, "Remise VIP+".to_owned())),
        supplied: Supply::between(day("2027-03-01"), day("2028-02-29")),
        paid_on: Some(day("2027-03-01")),
        language: Language::Fr,
    };
    let draft = Draft::plan(&platform(), &provider(), sale.clone()).unwrap();
    let Change { after: invoice, facts, .. } = draft.issue(id(40), first(now()));
    let document = &invoice.document;
    assert_eq!((document.net(), document.vat()), (Money::euros(13_930), Money::euros(2_786)));
    assert_eq!(document.lines[0].discount.as_ref().unwrap().amount, Money::euros(5_970));
    assert_eq!((document.due(), invoice.issuer), (Money::euros(0), Issuer::Platform));
    assert!(matches!(&facts[..], [Fact::InvoiceIssued { client: None, provider: Some(_), .. }]));
    let small = identity("").parse().unwrap();
    let exempt = Draft::plan(&small, &provider(), sale.clone()).unwrap();
    let commission =
        |rate| Draft::commission(&platform(), &provider(), sale.clone(), rate).unwrap();
    for (draft, vat) in
        [(exempt, 0), (commission(VatRate::NONE), 0), (commission(VatRate::NORMAL), 2_786)]
    {
        assert_eq!(draft.document.vat_exempt, vat == 0);
        assert_eq!(draft.document.vat(), Money::euros(vat));
    }
}

/// Corrections are credit notes, which name what they correct and never take back more than there is.
#[test]
fn credit_notes_correct_up_to_the_whole() {
    let invoice = issued(&[line(10_000, "1", 2000), line(5_000, "1", 1000)], Vec::new());
    let credit = |credit, before| {
        let subject = "refund/1".to_owned();
        Draft::credit_note(&invoice, subject, credit, Money::euros(before), "Annulation".to_owned())
    };
    let whole = credit(Credit::Whole, 0).unwrap();
    assert_eq!(whole.document.kind, InvoiceKind::CreditNote);
    assert_eq!(whole.document.lines, invoice.document.lines);
    assert_eq!(whole.document.gross(), Money::euros(17_500));
    assert_eq!(whole.document.corrects.as_ref().unwrap().number, "EST-2027-00001");
    let part = credit(Credit::Part(Money::euros(3_501)), 0).unwrap();
    assert_eq!(part.document.gross(), Money::euros(3_501));
    let rest = credit(Credit::Whole, 3_501).unwrap();
    assert_eq!(rest.document.gross(), Money::euros(13_999));
    for (wish, before) in [
        (Credit::Part(Money::euros(17_501)), 0),
        (Credit::Part(Money::euros(14_000)), 3_501),
        (Credit::Part(Money::euros(0)), 0),
        (Credit::Whole, 17_500),
    ] {
        assert_eq!(credit(wish, before), Err(InvoiceRefusal::CreditTooLarge), "{wish:?}");
    }
    let note = whole.issue(id(41), first(now())).after;
    let again =
        Draft::credit_note(&note, String::new(), Credit::Whole, Money::euros(0), String::new());
    assert_eq!(again, Err(InvoiceRefusal::NotCreditable));
}

/// Nothing is issued in the name of whoever issues no invoice, gave no mandate, or took it back.
#[test]
fn a_mandate_is_given_by_who_can() {
    let platform = platform();
    let obstacle = |provider: &Organization, platform: Option<&Platform>| {
        Mandator { provider, platform }.can_give().map(|_| ())
    };
    assert_eq!(obstacle(&provider(), Some(&platform)), Ok(()));
    assert_eq!(obstacle(&client(), Some(&platform)), Err(InvoiceRefusal::ProvidersOnly));
    assert_eq!(obstacle(&provider(), None), Err(InvoiceRefusal::PlatformUnknown));
    let cesu = Organization { legal_kind: LegalKind::Cesu, siret: None, ..provider() };
    assert_eq!(obstacle(&cesu, Some(&platform)), Err(InvoiceRefusal::PaidByCesu));
    let unnumbered = Organization { vat_number: None, ..provider() };
    assert_eq!(obstacle(&unnumbered, Some(&platform)), Err(InvoiceRefusal::NumbersMissing));
    let provider = provider();
    let mandator = Mandator { provider: &provider, platform: Some(&platform) };
    let member = Actor { role: Role::Member, ..manager() };
    for other in [member, Actor { role: Role::Owner, ..person(RIVAL) }] {
        assert_eq!(mandator.permits(&other).map(|_| ()), Err(InvoiceRefusal::NotManager));
    }
    let old = MandateForm { text_version: "2025-01-01".to_owned(), ..MandateForm::default() };
    let refused = mandator.give(&manager(), id(70), &old, now());
    assert_eq!(refused, Err(Rejection::Refused(InvoiceRefusal::TextOutdated)));
    let given = mandate();
    assert_eq!(
        (given.agent.siren.as_str(), given.legal_name.as_str()),
        ("904126737", "Régie Boréale")
    );
    let revoked = given.clone().revoke(&manager(), now()).unwrap().after;
    assert_eq!(revoked.revoked_at, Some(now()));
    assert_eq!(mandates::mandator(&revoked, &provider), Err(InvoiceRefusal::NoMandate));
    assert_eq!(given.revoke(&member, now()), Err(InvoiceRefusal::NotManager));
}

/// The lines of a milestone are those that were agreed; hours that nobody counted are not invoiced.
#[test]
fn lines_are_those_that_were_agreed() {
    let terms = |terms| written(terms).parse(None, &Limits::default(), now()).unwrap().terms;
    let net = |lines: Option<Vec<InvoiceLine>>| -> Option<i64> {
        Some(lines?.iter().map(|line| line.net.amount).sum())
    };
    let fixed = terms(fixed());
    assert_eq!(net(work_lines(&fixed, 1, None)), Some(fixed.totals().net.amount));
    let parts = terms(milestones(2, 5, 30));
    let each: i64 = (1..=2).filter_map(|part| net(work_lines(&parts, part, None))).sum();
    assert_eq!(each, parts.totals().net.amount);
    assert_eq!(work_lines(&parts, 3, None), None);
    let periods = terms(subscription(Rhythm::Monthly, 1, 3));
    assert_eq!(
        net(work_lines(&periods, 2, None)).map(|it| it * 3),
        Some(periods.totals().net.amount)
    );
    assert_eq!(work_lines(&terms(hourly(40)), 1, None), None);
}

/// The identity of the platform is all that the law wants, or every field that lacks is told.
#[test]
fn an_identity_is_whole_or_refused() {
    let wrong = IdentityForm::default().parse().unwrap_err();
    let lacking: Vec<&str> = wrong.errors().iter().map(|it| it.pointer.as_str()).collect();
    assert_eq!(lacking, ["/name", "/street", "/postal_code", "/town", "/siret"]);
    let wrong = IdentityForm { siret: "904 126 737 00018".to_owned(), ..identity("") };
    assert_eq!(wrong.parse().unwrap_err().errors()[0].pointer, "/siret");
    assert_eq!(platform().party.siren(), Some("904126737"));
}

/// Every article has both languages, and names its agent where it must.
#[test]
fn the_mandate_speaks_both_languages() {
    let articles = mandate_articles("Estrade SAS");
    assert!(
        articles[0].text.0.contains("Estrade SAS") && articles[0].text.1.contains("Estrade SAS")
    );
    for Article { title, text } in &articles {
        assert!(!title.0.is_empty() && !title.1.is_empty() && text.0 != text.1);
    }
}
