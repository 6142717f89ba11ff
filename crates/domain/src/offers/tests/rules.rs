//! The bounds of the rules, on both sides.

use super::*;
use crate::refusal::Explain;

fn apply(
    change: impl FnOnce(&mut Lot, &mut Call, &mut Organization),
    actor: &Actor,
) -> Result<(), OfferRefusal> {
    let (mut lot, mut call, mut provider) = (open_lot(), call(), party(DJ));
    change(&mut lot, &mut call, &mut provider);
    application(&lot, &call, &provider)
        .send(actor, id(20), proposal(80_000), &Limits::default(), now())
        .map(drop)
        .map_err(refusal)
}

/// S1-069, S1-070: applying takes an active paid plan; on FREE it is refused with the way to the plans.
#[test]
fn applying_takes_the_paid_plan() {
    let with = |plan, until: Option<Instant>| {
        apply(
            |_, _, provider| provider.subscription = Some(Subscription { plan, until }),
            &person(DJ),
        )
    };
    assert_eq!(with(Plan::VipPlus, Some(now() + TimeDelta::milliseconds(1))), Ok(()));
    assert_eq!(with(Plan::VipPlus, Some(now())), Err(OfferRefusal::PlanRequired));
    assert_eq!(with(Plan::Free, None), Err(OfferRefusal::PlanRequired));
    assert_eq!(
        apply(|_, _, provider| provider.subscription = None, &person(DJ)),
        Err(OfferRefusal::PlanRequired)
    );
    let told = OfferRefusal::PlanRequired.explain();
    assert_eq!(told.code, "plan_required");
    assert!(told.french.contains("/tarifs") && told.english.contains("/tarifs"));
}

/// S1-062, S1-123: replies stay within the provider's trades and départements, or France-wide.
#[test]
fn applying_takes_the_trade_and_the_departement() {
    let dj = person(DJ);
    assert_eq!(apply(|_, call, _| call.departement = "27".to_owned(), &dj), Ok(()));
    assert_eq!(
        apply(|_, call, _| call.departement = "75".to_owned(), &dj),
        Err(OfferRefusal::NotMatching)
    );
    assert_eq!(
        apply(
            |_, call, provider| {
                call.departement = "75".to_owned();
                provider.departements.clear();
                provider.france_wide = true;
            },
            &dj
        ),
        Ok(())
    );
    assert_eq!(
        apply(|lot, _, _| lot.trade = "traiteur".to_owned(), &dj),
        Err(OfferRefusal::NotMatching)
    );
}

/// S1-054: a lot that is chosen, given or closed takes no offers; nor does one whose event is over.
#[test]
fn only_an_open_lot_takes_offers() {
    let dj = person(DJ);
    for (state, refusal) in [
        (LotState::Draft, OfferRefusal::LotClosed),
        (LotState::Closed, OfferRefusal::LotClosed),
        (chosen().lot.state, OfferRefusal::LotNotOpen),
        (in_work().lot.state, OfferRefusal::LotClosed),
        (done().lot.state, OfferRefusal::LotClosed),
    ] {
        assert_eq!(apply(|lot, _, _| lot.state = state, &dj), Err(refusal), "{state:?}");
    }
    let yesterday = NaiveDate::from_ymd_opt(2027, 2, 28);
    let today = NaiveDate::from_ymd_opt(2027, 3, 1);
    assert_eq!(apply(|_, call, _| call.day = yesterday, &dj), Err(OfferRefusal::EventPast));
    assert_eq!(apply(|_, call, _| call.day = today, &dj), Ok(()));
    assert_eq!(
        apply(|_, _, provider| provider.state = OrganizationState::Closed, &dj),
        Err(OfferRefusal::OrganizationClosed)
    );
    for stranger in [person(CLIENT), person(RIVAL)] {
        assert_eq!(apply(|_, _, _| {}, &stranger), Err(OfferRefusal::ProvidersOnly));
    }
}

/// A-13, S1-042: what is counted for a lot and what rivals know of are the offers that still stand.
#[test]
fn offers_that_are_over_count_for_nothing() {
    let words = |is_true| OfferState::those(is_true).map(OfferState::as_str).collect::<Vec<_>>();
    assert_eq!(words(OfferState::is_live), ["sent", "to_reconfirm", "chosen"]);
    assert_eq!(words(OfferState::stands), ["sent", "to_reconfirm", "chosen", "accepted"]);
    assert_eq!(words(OfferState::frees_the_tender), ["withdrawn", "expired", "ended"]);
}

/// A provider has one offer for a lot; when that one is over it applies again, in the next version.
#[test]
fn a_provider_applies_again_only_after_its_offer_is_over() {
    let (lot, call, provider) = (open_lot(), call(), party(DJ));
    for &state in OfferState::ALL {
        let earlier = sent().at(state, LotState::Open).offer;
        let again = Application { earlier: Some(&earlier), ..application(&lot, &call, &provider) };
        let outcome = again.send(&person(DJ), id(99), proposal(75_000), &Limits::default(), now());
        if state.is_live() {
            assert_eq!(outcome, Err(OfferRefusal::AlreadyApplied.into()), "{state:?}");
            continue;
        }
        if state == OfferState::Cancelled {
            assert_eq!(outcome, Err(OfferRefusal::MissionCalledOff.into()));
            continue;
        }
        let offer = outcome.unwrap().after;
        assert_eq!(
            (offer.id, offer.current.number, offer.state),
            (earlier.id, 2, OfferState::Sent)
        );
    }
}

/// A provider that is exempt from VAT charges none (S1-014); each line that does is named.
#[test]
fn an_exempt_provider_charges_no_vat() {
    let told = |rejection: Rejection| match rejection {
        Rejection::Fields(fields) => fields.errors()[0].pointer.clone(),
        Rejection::Refused(refusal) => panic!("{refusal:?}"),
    };
    let exempt = Organization { vat_exempt: true, ..party(DJ) };
    let (lot, call) = (open_lot(), call());
    let application = application(&lot, &call, &exempt);
    let sent_now =
        application.send(&person(DJ), id(20), proposal(80_000), &Limits::default(), now());
    assert_eq!(told(sent_now.unwrap_err()), "/lines/0/vat_rate");
    let revised = sent().revise(&person(DJ), &exempt, proposal(70_000), &Limits::default(), now());
    assert_eq!(told(revised.unwrap_err()), "/lines/0/vat_rate");
}

/// S1-071: the public message is mandatory, the private one is not; every wrong field is told at once.
#[test]
fn an_application_needs_its_public_message_and_lines() {
    let written = WrittenOffer {
        public_message: "Bonjour".to_owned(),
        private_message: None,
        lines: vec![WrittenLine {
            label: "Soirée".to_owned(),
            quantity: "1".to_owned(),
            unit_price: Money::euros(1),
            vat_rate: 0,
        }],
        expires_on: None,
    };
    assert!(written.parse(now()).is_ok());
    let wrong = WrittenOffer {
        public_message: "  ".to_owned(),
        lines: Vec::new(),
        expires_on: Some("2027-02-30".to_owned()),
        ..written
    };
    let errors: Vec<_> = wrong
        .parse(now())
        .unwrap_err()
        .errors()
        .iter()
        .map(|error| (error.pointer.clone(), error.explanation.code))
        .collect();
    assert_eq!(
        errors,
        [
            ("/public_message".to_owned(), "required"),
            ("/lines".to_owned(), "line_count"),
            ("/expires_on".to_owned(), "invalid_date"),
        ]
    );
}

#[test]
fn an_expiry_date_holds_to_the_end_of_its_day_in_france() {
    let on = |day: &str| {
        let written = WrittenOffer {
            public_message: "Bonjour".to_owned(),
            private_message: None,
            lines: vec![WrittenLine {
                label: "Soirée".to_owned(),
                quantity: "1".to_owned(),
                unit_price: Money::euros(1),
                vat_rate: 0,
            }],
            expires_on: Some(day.to_owned()),
        };
        written
            .parse(now())
            .map(|proposal| proposal.expires_at.unwrap())
            .map_err(|fields| fields.errors()[0].explanation.code)
    };
    assert_eq!(on("2027-03-01"), Ok(at("2027-03-01T23:00:00Z")));
    assert_eq!(on("2027-06-30"), Ok(at("2027-06-30T22:00:00Z")));
    assert_eq!(on("2027-02-28"), Err("date_in_past"));
    assert_eq!(on("2029-02-27"), Ok(at("2029-02-27T23:00:00Z")));
    assert_eq!(on("2029-03-01"), Err("date_too_far"));
}

/// Part 6 « No dead end »: an offer always ends, at its date, with its event, or after 90 days.
#[test]
fn an_offer_always_has_an_end() {
    let expires_at = |promised: Option<&str>, day: Option<NaiveDate>| {
        let (lot, call, provider) = (open_lot(), Call { day, ..call() }, party(DJ));
        let proposal = Proposal { expires_at: promised.map(at), ..proposal(80_000) };
        application(&lot, &call, &provider)
            .send(&person(DJ), id(20), proposal, &Limits::default(), now())
            .unwrap()
            .after
            .expires_at
    };
    let event = call().day;
    assert_eq!(expires_at(None, event), at("2027-06-12T22:00:00Z"));
    assert_eq!(expires_at(Some("2027-04-01T22:00:00Z"), event), at("2027-04-01T22:00:00Z"));
    assert_eq!(expires_at(Some("2027-08-01T22:00:00Z"), event), at("2027-06-12T22:00:00Z"));
    assert_eq!(expires_at(None, None), now() + days(90));
    assert_eq!(expires_at(Some("2028-08-01T22:00:00Z"), None), at("2028-08-01T22:00:00Z"));
}

/// seven days to confirm, never beyond the event's day nor the offer's date; reminded half-way.
#[test]
fn a_choice_waits_seven_days_and_never_beyond_the_event() {
    let from = |chosen_at: Instant| {
        let deal = sent()
            .choose(&person(CLIENT), selected(1, Settlement::Direct), &Limits::default(), chosen_at)
            .unwrap()
            .after;
        (deal.confirm_by().unwrap(), deal.remind_at().unwrap())
    };
    assert_eq!(from(now()), (now() + days(7), now() + days(7) / 2));
    let eve = at("2027-06-10T22:00:00Z");
    assert_eq!(from(eve), (at("2027-06-12T22:00:00Z"), eve + days(1)));

    let mut short = sent();
    short.offer.expires_at = now() + days(2);
    let deal = short
        .choose(&person(CLIENT), selected(1, Settlement::Direct), &Limits::default(), now())
        .unwrap()
        .after;
    assert_eq!(deal.confirm_by(), Some(now() + days(2)));

    let after = at("2027-06-12T22:00:00Z");
    let mut late = sent();
    late.offer.expires_at = after + days(1);
    assert_eq!(
        late.choose(&person(CLIENT), selected(1, Settlement::Direct), &Limits::default(), after)
            .unwrap_err(),
        OfferRefusal::EventPast
    );
}

/// silence opens the lot again, at the moment that is shown and not before.
#[test]
fn a_silent_choice_lapses_when_it_is_due() {
    let due = now() + days(7);
    let before = due - TimeDelta::milliseconds(1);
    assert_eq!(chosen().expire_choice(before), None);
    assert!(chosen().permits(OfferAction::Confirm, &person(DJ), before).is_ok());
    assert_eq!(
        chosen().permits(OfferAction::Confirm, &person(DJ), due),
        Err(OfferRefusal::ChoicePast)
    );
    let change = chosen().expire_choice(due).unwrap();
    assert_eq!(change.after, sent());
    assert_eq!(kinds(&change.facts), ["lot.choice_expired"]);
    assert_eq!(change.after.expire_choice(due), None);
}

#[test]
fn a_reminder_comes_once_for_the_choice_that_waits() {
    let half = now() + days(7) / 2;
    let remind = |deal: &Deal, due_at, now| deal.remind(due_at, now).map(|fact| fact.kind());
    assert_eq!(remind(&chosen(), half, half), Some("lot.choice_reminded"));
    assert_eq!(remind(&chosen(), half, half - days(1)), None);
    assert_eq!(remind(&chosen(), half - days(1), half), None, "the reminder of an earlier choice");
    assert_eq!(remind(&chosen(), half, now() + days(7)), None, "too late to remind");
    assert_eq!(remind(&sent(), half, half), None);
    assert_eq!(remind(&in_work(), half, half), None);
}

/// S2-006 and part 5: after its date an offer can be neither chosen nor confirmed; its timer ends it.
#[test]
fn an_offer_past_its_date_is_over() {
    let end = sent().offer.expires_at;
    let before = end - TimeDelta::milliseconds(1);
    assert_eq!(sent().expire(before), None);
    assert_eq!(
        sent()
            .choose(&person(CLIENT), selected(1, Settlement::Direct), &Limits::default(), end)
            .unwrap_err(),
        OfferRefusal::OfferPast
    );
    let change = sent().expire(end).unwrap();
    assert_eq!(change.after.offer.state, OfferState::Expired);
    assert_eq!(kinds(&change.facts), ["offer.expired"]);

    let mut chosen = chosen();
    chosen.offer.expires_at = now() + days(2);
    let change = chosen.expire(now() + days(2)).unwrap();
    assert_eq!(change.after.lot.state, LotState::Open);
    assert_eq!(kinds(&change.facts), ["offer.expired", "lot.choice_expired"]);
    assert_eq!(in_work().expire(end + days(400)), None, "what was agreed does not expire");
}

/// S1-072, A-14: each edit is a new version; editing the chosen offer cancels the choice.
#[test]
fn editing_the_chosen_offer_cancels_the_choice() {
    let change = chosen()
        .revise(&person(DJ), &party(DJ), proposal(70_000), &Limits::default(), now())
        .unwrap();
    assert_eq!(kinds(&change.facts), ["offer.revised", "lot.choice_cancelled"]);
    let bid = change.after.bid();
    let reason = CancelReason::OfferRevised.as_str().to_owned();
    assert_eq!(change.facts[1], Fact::ChoiceCancelled { bid, reason });
    let deal = change.after;
    assert_eq!(deal.lot.state, LotState::Open);
    assert_eq!((deal.offer.state, deal.offer.current.number), (OfferState::Sent, 2));
    assert_eq!(deal.offer.current.proposal, proposal(70_000));

    let change = sent()
        .revise(&person(DJ), &party(DJ), proposal(70_000), &Limits::default(), now())
        .unwrap();
    assert_eq!(kinds(&change.facts), ["offer.revised"]);
}

/// S1-046 and part 5: the choice names the version, and an old one is refused; that version is frozen.
#[test]
fn only_the_newest_version_is_chosen_and_frozen() {
    let revised = sent()
        .revise(&person(DJ), &party(DJ), proposal(70_000), &Limits::default(), now())
        .unwrap()
        .after;
    for wrong in [0, 1, 3] {
        assert_eq!(
            revised
                .clone()
                .choose(
                    &person(CLIENT),
                    selected(wrong, Settlement::Direct),
                    &Limits::default(),
                    now()
                )
                .unwrap_err(),
            OfferRefusal::VersionOutdated
        );
    }
    let confirmed = revised
        .choose(&person(CLIENT), selected(2, Settlement::Direct), &Limits::default(), now())
        .and_then(|change| confirm(change.after, DJ, now()))
        .unwrap();
    assert_eq!(kinds(&confirmed.facts), ["lot.confirmed"]);
    let deal = confirmed.after;
    assert_eq!(deal.lot.state.award().unwrap().agreed_version, 2);
    assert_eq!(
        deal.revise(&person(DJ), &party(DJ), proposal(1), &Limits::default(), now()).unwrap_err(),
        OfferRefusal::InWork.into(),
        "S1-073"
    );
}

/// A provider that is gone leaves no choice behind, and nothing else of a lot that it had not won.
#[test]
fn an_offer_ends_with_its_provider() {
    let change = chosen().end_with_provider().unwrap();
    assert_eq!(kinds(&change.facts), ["offer.ended", "lot.choice_cancelled"]);
    let bid = change.after.bid();
    let reason = CancelReason::ProviderClosed.as_str().to_owned();
    assert_eq!(change.facts[1], Fact::ChoiceCancelled { bid, reason });
    assert_eq!(change.after.lot.state, LotState::Open);
    let change = sent().end_with_provider().unwrap();
    assert_eq!(kinds(&change.facts), ["offer.ended"]);
    assert_eq!(change.after.offer.state, OfferState::Ended);
    assert_eq!(in_work().end_with_provider(), None);
}

/// An offer that answers an older tender is chosen only after its provider held to it.
#[test]
fn a_changed_tender_is_to_be_reconfirmed() {
    let mut deal = sent();
    deal.call.revision = 2;
    let choose = |deal: &Deal| {
        deal.clone()
            .choose(&person(CLIENT), selected(1, Settlement::Direct), &Limits::default(), now())
            .map(drop)
    };
    assert_eq!(choose(&deal), Ok(()), "a revision that leaves the lot alone");
    deal.offer = deal.offer.outdate().unwrap().after;
    assert_eq!(choose(&deal), Err(OfferRefusal::ToReconfirm));
    let held = deal.clone().reconfirm(&person(DJ), &Limits::default(), now()).unwrap();
    assert_eq!(kinds(&held.facts), ["offer.reconfirmed"]);
    assert_eq!(choose(&held.after), Ok(()));
    assert_eq!(held.after.offer.current.number, 1, "holding to it writes no version");
    let revised =
        deal.revise(&person(DJ), &party(DJ), proposal(1), &Limits::default(), now()).unwrap();
    assert_eq!(choose(&revised.after).unwrap_err(), OfferRefusal::VersionOutdated);
    assert!(matches!(revised.after.offer.answers, Answers::Lot { revision: 2, .. }));

    let outdated = chosen().offer.outdate().unwrap();
    let (bid, reason) =
        (outdated.after.bid().unwrap(), CancelReason::TenderRevised.as_str().to_owned());
    assert_eq!(outdated.facts, [Fact::ChoiceCancelled { bid, reason }]);
    assert_eq!(in_work().offer.outdate(), None);
}

/// Each side decides its own part only; a stranger decides nothing.
#[test]
fn the_wrong_side_is_refused() {
    for &action in OfferAction::ALL {
        let (wrong, refusal) = if action.is_the_providers() {
            (person(CLIENT), OfferRefusal::ProviderDecides)
        } else {
            (person(DJ), OfferRefusal::ClientDecides)
        };
        for deal in [sent(), chosen(), in_work(), done()] {
            assert_eq!(deal.permits(action, &wrong, now()), Err(refusal), "{action:?}");
            assert!(deal.permits(action, &person(RIVAL), now()).is_err());
        }
    }
}

/// A closed provider confirms nothing (S1-024).
#[test]
fn a_closed_provider_cannot_confirm() {
    let closed = Organization { state: OrganizationState::Closed, ..party(DJ) };
    let limits = Limits::default();
    let refused = chosen().confirm(&person(DJ), &closed, id(40), &limits, now()).unwrap_err();
    assert_eq!(refused, OfferRefusal::OrganizationClosed);
}
