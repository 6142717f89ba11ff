//! Campaigns as tables: state × action, what a provider types, its days in Paris, its price to the cent.

use std::fmt::Write;

use super::*;
use crate::{
    actor::OrganizationKind,
    fields::Fields,
    files::Extent,
    limits::Limits,
    money::Money,
    offers::{
        terms::VatRate,
        tests::{CLIENT, DJ, RIVAL, at, id, now, party, person},
    },
    organizations::{Plan, Subscription},
    refusal::Explain,
};

fn boss(number: u128) -> Actor {
    Actor { role: Role::Administrator, ..person(number) }
}

fn operator() -> Actor {
    Actor { kind: OrganizationKind::Operator, role: Role::Owner, ..person(9) }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn written() -> WrittenCampaign {
    WrittenCampaign {
        title: "Les bals de la Maison Martin".to_owned(),
        link: "www.maison-martin.example/bals".to_owned(),
        placement: "directory".to_owned(),
        departement: "76".to_owned(),
        size: "wide".to_owned(),
        banner: id::<FileId>(5).to_string(),
        days: Some(15),
        starts_on: "2027-06-01".to_owned(),
    }
}

fn read(campaign: &WrittenCampaign) -> Result<Content, Fields> {
    campaign.parse(legal_day(now()))
}

fn draft() -> Campaign {
    let content = read(&written()).unwrap();
    Campaign::begin(&boss(DJ), (&party(DJ), 0), id(1), content, now()).unwrap().after
}

fn due() -> Due {
    let price = Price::of(Placement::Directory, 15, Plan::Free, &Limits::default());
    Due { payment: id(7), price }
}

fn paid() -> Campaign {
    let asked = draft().ask(&boss(DJ), due(), now()).unwrap().after;
    asked.pay(id(7), now()).unwrap().after
}

fn codes(campaign: &WrittenCampaign) -> Vec<(String, &'static str)> {
    let wrong = read(campaign).unwrap_err();
    wrong.errors().iter().map(|it| (it.pointer.clone(), it.explanation.code)).collect()
}

/// Each state on each of its days, each action, for the provider and for the operator; nobody else may do anything.
#[test]
fn the_state_and_the_day_decide_what_may_be_done() {
    let stopped = paid().stop(&operator(), "Trompeuse".to_owned(), now()).unwrap().after;
    let deleted = draft().delete(&boss(DJ), now()).unwrap().after;
    let table = [
        (draft(), "2027-03-01T09:00:00Z"),
        (paid(), "2027-05-31T09:00:00Z"),
        (paid(), "2027-06-01T09:00:00Z"),
        (paid(), "2027-06-15T09:00:00Z"),
        (paid(), "2027-06-16T09:00:00Z"),
        (stopped, "2027-06-01T09:00:00Z"),
        (deleted, "2027-03-01T09:00:00Z"),
    ];
    let mut told = String::new();
    for (campaign, moment) in &table {
        let words = |actor: &Actor| {
            let actions = campaign.actions(actor, at(moment));
            actions.into_iter().map(CampaignAction::as_str).collect::<Vec<_>>().join(" ")
        };
        let status = campaign.status(at(moment)).as_str();
        writeln!(told, "{status}: {} / {}", words(&boss(DJ)), words(&operator())).unwrap();
        for stranger in [boss(RIVAL), person(DJ), boss(CLIENT)] {
            assert_eq!(campaign.actions(&stranger, at(moment)), []);
        }
    }
    let expected = "draft: edit pay delete / \n\
                    scheduled:  / stop\nrunning:  / stop\nrunning:  / stop\n\
                    ended:  / \nstopped:  / \ndraft:  / \n";
    assert_eq!(told, expected);
}

/// Each refusal has its reason.
#[test]
fn a_refusal_says_why() {
    use CampaignAction::{Edit, Pay, Stop};
    let late = at("2027-07-01T00:00:00Z");
    for (campaign, action, actor, code) in [
        (draft(), Edit, boss(RIVAL), "not_your_campaign"),
        (draft(), Pay, person(DJ), "not_manager"),
        (paid(), Edit, boss(DJ), "campaign_paid"),
        (paid(), Stop, boss(DJ), "operator_stops_campaigns"),
        (draft(), Stop, operator(), "campaign_not_shown"),
        (paid(), Stop, operator(), "campaign_not_shown"),
    ] {
        let refusal = campaign.permits(action, &actor, late).unwrap_err();
        assert_eq!(refusal.explain().code, code);
    }
}

/// S1-140: a provider on FREE or VIP+ begins one, by those who write its sheet.
#[test]
fn whoever_has_a_plan_begins_one() {
    let on = |plan: Option<Plan>| {
        let subscription = plan.map(|plan| Subscription { plan, until: None });
        let provider = Organization { subscription, ..party(DJ) };
        Campaign::may_be_begun(&boss(DJ), &provider, 0, now())
    };
    assert_eq!(on(Some(Plan::Free)), Ok(()));
    assert_eq!(on(Some(Plan::VipPlus)), Ok(()));
    assert_eq!(on(None), Err(CampaignRefusal::NoPlan));
    let begun = |actor, drafts| Campaign::may_be_begun(&actor, &party(DJ), drafts, now());
    assert_eq!(begun(person(DJ), 0), Err(CampaignRefusal::NotManager));
    assert_eq!(begun(boss(RIVAL), 0), Err(CampaignRefusal::NotYours));
    assert_eq!(begun(boss(DJ), DRAFTS_MAX), Err(CampaignRefusal::TooManyDrafts));
}

/// S1-141, S1-142, S1-143: every field, both sides of every bound, and all that is wrong at once.
#[test]
fn what_is_typed_is_read_field_by_field() {
    let content = read(&written()).unwrap();
    assert_eq!(content.link, "https://www.maison-martin.example/bals");
    assert_eq!(WrittenCampaign::from(&content).parse(legal_day(now())), Ok(content));
    for days in DAYS {
        let days = i32::try_from(days).ok();
        assert!(read(&WrittenCampaign { days, ..written() }).is_ok());
    }
    for days in [-15, 0, 14, 16, 45, 90, 121, i32::MAX] {
        let typed = WrittenCampaign { days: Some(days), ..written() };
        assert_eq!(codes(&typed), [("/days".into(), "campaign_days")], "{days}");
    }
    assert_eq!(Placement::ALL.len(), 5);
    let one = |field: &str, typed: &str| {
        let (mut campaign, typed) = (written(), typed.to_owned());
        *match field {
            "title" => &mut campaign.title,
            "link" => &mut campaign.link,
            "placement" => &mut campaign.placement,
            "departement" => &mut campaign.departement,
            "size" => &mut campaign.size,
            "banner" => &mut campaign.banner,
            _ => &mut campaign.starts_on,
        } = typed;
        read(&campaign).map_err(|_| codes(&campaign).remove(0).1).map(drop)
    };
    for (field, typed, outcome) in [
        ("title", "Appelez le 06 12 34 56 78", Err("contacts_in_label")),
        ("link", "http://exemple.fr", Err("link_not_secure")),
        ("link", "javascript:alert(1)", Err("invalid_website")),
        ("link", "", Err("required")),
        ("placement", "help", Err("unknown_choice")),
        ("departement", "99", Err("unknown_choice")),
        ("departement", "2A", Ok(())),
        ("size", "728x90", Err("unknown_choice")),
        ("banner", "fil_x", Err("unknown_choice")),
        ("starts_on", "2027-02-28", Err("starts_in_past")),
        ("starts_on", "2027-03-01", Ok(())),
        ("starts_on", "2028-02-29", Ok(())),
        ("starts_on", "2028-03-01", Err("starts_too_late")),
        ("starts_on", "demain", Err("invalid_date")),
    ] {
        assert_eq!(one(field, typed), outcome, "{field}: {typed}");
    }
    let wrong = codes(&WrittenCampaign::default());
    assert_eq!(wrong.len(), 8);
    assert!(wrong.iter().all(|(_, code)| *code == "required"));
}

/// S1-144: days are those of Paris, the first and the last included; the clocks change in the middle and at an edge.
#[test]
fn days_are_those_of_paris() {
    let on = |starts_on: &str, moment: &str| {
        let campaign = paid();
        let content = Content { starts_on: day(starts_on), ..campaign.content };
        Campaign { content, ..campaign }.status(at(moment)).as_str()
    };
    for (starts_on, moment, status) in [
        ("2027-06-01", "2027-05-31T21:59:59.999Z", "scheduled"),
        ("2027-06-01", "2027-05-31T22:00:00Z", "running"),
        ("2027-06-01", "2027-06-15T21:59:59.999Z", "running"),
        ("2027-06-01", "2027-06-15T22:00:00Z", "ended"),
        // Summer time begins on 28 March 2027 and ends on 31 October.
        ("2027-03-20", "2027-03-19T22:59:59.999Z", "scheduled"),
        ("2027-03-20", "2027-03-19T23:00:00Z", "running"),
        ("2027-03-20", "2027-04-03T21:59:59.999Z", "running"),
        ("2027-03-20", "2027-04-03T22:00:00Z", "ended"),
        ("2027-10-31", "2027-10-30T22:00:00Z", "running"),
        ("2027-10-17", "2027-10-31T22:59:59.999Z", "running"),
        ("2027-10-17", "2027-10-31T23:00:00Z", "ended"),
    ] {
        assert_eq!(on(starts_on, moment), status, "{starts_on} at {moment}");
    }
    assert_eq!(paid().ends_at(), Some(at("2027-06-15T22:00:00Z")));
    assert_eq!(paid().end(at("2027-06-15T21:59:59Z")), None);
    assert_eq!(paid().end(at("2027-06-15T22:00:00Z")).unwrap().kind(), "campaign.ended");
}

/// Only the payment that was asked for what it says now buys it, once; a late one loses no day.
#[test]
fn one_payment_buys_what_was_asked() {
    let asked = || draft().ask(&boss(DJ), due(), now()).unwrap().after;
    assert!(draft().pay(id(7), now()).is_none());
    assert!(asked().pay(id(8), now()).is_none());
    let edited = asked().edit(&boss(DJ), read(&written()).unwrap(), now()).unwrap().after;
    assert!(edited.pay(id(7), now()).is_none());
    assert!(asked().delete(&boss(DJ), now()).unwrap().after.pay(id(7), now()).is_none());
    assert!(paid().pay(id(7), now()).is_none());
    let late = asked().pay(id(7), at("2027-06-10T09:00:00Z")).unwrap().after;
    assert_eq!(late.content.starts_on, day("2027-06-10"));
    assert_eq!(late.content.ends_on(), day("2027-06-24"));
}

/// S1-128, S1-145: so much a day, by the page; −30 % for VIP+, and the VAT on what is left, to the cent.
#[test]
fn a_price_is_made_of_days_and_a_page() {
    let odd = Limits { banner_cents_home: 333, ..Limits::default() };
    for (days, plan, listed, discount, net, gross) in [
        (15, Plan::Free, 4_995, 0, 4_995, 5_994),
        (15, Plan::VipPlus, 4_995, 1_499, 3_496, 4_195),
        (30, Plan::VipPlus, 9_990, 2_997, 6_993, 8_392),
        (120, Plan::Free, 39_960, 0, 39_960, 47_952),
        (120, Plan::VipPlus, 39_960, 11_988, 27_972, 33_566),
    ] {
        let price = Price::of(Placement::Home, days, plan, &odd);
        let told = [price.listed, price.discount(), price.net(), price.gross(VatRate::NORMAL)];
        assert_eq!(told, [listed, discount, net, gross].map(Money::euros), "{days} {plan:?}");
        assert_eq!(price.gross(VatRate::NONE), price.net());
    }
    let dear = |placement| day_price(placement, &Limits::default()).amount;
    let prices: Vec<i64> = Placement::ALL.iter().copied().map(dear).collect();
    assert_eq!(prices, [400, 300, 300, 200, 200]);
}

/// S1-141: a picture has the size whose proportions it has; nothing is enlarged.
#[test]
fn a_picture_fits_a_size_or_none() {
    let of = |width, height| BannerSize::of(Extent { width, height });
    for (width, height, size) in [
        (728, 90, Some(BannerSize::Wide)),
        (1456, 180, Some(BannerSize::Wide)),
        (2184, 271, Some(BannerSize::Wide)),
        (727, 90, None),
        (728, 100, None),
        (300, 250, Some(BannerSize::Block)),
        (1200, 1000, Some(BannerSize::Block)),
        (250, 300, None),
        (299, 250, None),
        (300, 300, None),
        (u32::MAX, 1, None),
    ] {
        assert_eq!(of(width, height), size, "{width} × {height}");
    }
    let wide = BannerSize::Wide;
    assert_eq!(wide.check(wide.extent()), Ok(()));
    let other = wide.check(BannerSize::Block.extent()).unwrap_err();
    assert_eq!(other.code, "banner_of_other_size");
}

/// Those that share a place are shown for as long as each other.
#[test]
fn turns_are_fair() {
    let mut shown = [0; 3];
    for minute in 0..60 {
        shown[turn(3, now() + chrono::TimeDelta::minutes(minute))] += 1;
    }
    assert_eq!(shown, [20; 3]);
    assert_eq!(turn(1, now()), 0);
    assert_eq!(turn(0, now()), 0);
}

/// What a provider that is gone, or that was not charged, still had to show ends; what is over stays as it was.
#[test]
fn campaigns_end_with_their_provider() {
    let after = |campaign: Campaign, moment: &str| {
        campaign.end_with_provider(at(moment)).map(|change| change.facts[0].kind())
    };
    assert_eq!(after(draft(), "2027-03-01T09:00:00Z"), Some("campaign.deleted"));
    assert_eq!(after(paid(), "2027-05-01T09:00:00Z"), Some("campaign.stopped"));
    assert_eq!(after(paid(), "2027-06-05T09:00:00Z"), Some("campaign.stopped"));
    assert_eq!(after(paid(), "2027-06-16T09:00:00Z"), None);
    assert!(draft().charge_back(now()).is_none());
    assert!(paid().charge_back(now()).is_some());
}
