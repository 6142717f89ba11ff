//! The bounds of what a custom offer proposes: both sides of each.

use super::*;

fn refused(terms: WrittenTerms) -> Vec<(String, &'static str)> {
    let wrong = parse(terms).unwrap_err();
    wrong.errors().iter().map(|it| (it.pointer.clone(), it.explanation.code)).collect()
}

fn one(pointer: &str, code: &'static str) -> Vec<(String, &'static str)> {
    vec![(pointer.to_owned(), code)]
}

/// S2-015: one delivery in one step: price, delivery time, scope, revisions.
#[test]
fn a_single_payment_has_a_price_and_a_delay() {
    let proposal = parse(fixed()).unwrap();
    assert_eq!(proposal.terms.totals().gross.amount, 96_000);
    assert_eq!(proposal.conditions.revisions, Revisions::UpTo(1));
    for days in [0, 731] {
        let terms = WrittenTerms::Fixed { lines: vec![line(1)], delivery_days: days };
        assert_eq!(refused(terms), one("/terms/delivery_days", "invalid_days"));
    }
    let mut empty = written(fixed());
    empty.title = " ".to_owned();
    empty.description = String::new();
    let wrong = empty.parse(None, &Limits::default(), now()).unwrap_err();
    let pointers: Vec<&str> = wrong.errors().iter().map(|it| it.pointer.as_str()).collect();
    assert_eq!(pointers, ["/title", "/description"]);
}

/// S2-026, A-33: two to five milestones; one is a single payment, a sixth is refused.
#[test]
fn milestones_are_two_to_five() {
    for count in [2, 5] {
        let proposal = parse(milestones(count, 5, 30)).unwrap();
        let gross = 12_000 * i64::try_from(count).unwrap();
        assert_eq!(proposal.terms.totals().gross.amount, gross);
    }
    for count in [0, 1, 6] {
        assert_eq!(
            refused(milestones(count, 5, 30)),
            one("/terms/milestones", "milestone_count"),
            "{count}"
        );
    }
}

/// S2-027: each has a name, a description, a delay and a price.
#[test]
fn a_milestone_lacks_nothing() {
    let WrittenTerms::Milestones { mut milestones, .. } = milestones(2, 5, 30) else { panic!() };
    milestones[1] = WrittenMilestone {
        name: String::new(),
        description: " ".to_owned(),
        days: 0,
        price: Money::euros(0),
        vat_rate: 1900,
    };
    let wrong = refused(WrittenTerms::Milestones { milestones, delivery_days: 30 });
    let expected = [
        ("name", "required"),
        ("description", "required"),
        ("days", "invalid_days"),
        ("price", "invalid_price"),
        ("vat_rate", "unknown_choice"),
    ];
    let expected: Vec<_> = expected
        .map(|(field, code)| (format!("/terms/milestones/1/{field}"), code))
        .into_iter()
        .collect();
    assert_eq!(wrong, expected);
}

/// S2-028: together they take no longer than the final delivery.
#[test]
fn milestones_end_by_the_final_delivery() {
    assert!(parse(milestones(3, 10, 30)).is_ok());
    assert_eq!(
        refused(milestones(3, 10, 29)),
        one("/terms/delivery_days", "milestones_beyond_delivery")
    );
}

/// S2-021, S2-022, S2-023: both sides of the bounds of each rhythm.
#[test]
fn a_subscription_has_a_rhythm() {
    use Rhythm::{Daily, Monthly, Weekly};
    for (rhythm, every) in
        [(Daily, 5), (Daily, 29), (Weekly, 1), (Weekly, 7), (Monthly, 1), (Monthly, 2)]
    {
        assert!(parse(subscription(rhythm, every, 2)).is_ok(), "{rhythm:?} {every}");
    }
    for (rhythm, every) in
        [(Daily, 4), (Daily, 30), (Weekly, 0), (Weekly, 8), (Monthly, 0), (Monthly, 3)]
    {
        let wrong = refused(subscription(rhythm, every, 2));
        assert_eq!(wrong, one("/terms/every", "invalid_rhythm"), "{rhythm:?} {every}");
    }
    let wrong = refused(subscription(Weekly, 1, 1));
    assert_eq!(wrong, one("/terms/deliveries", "too_few_deliveries"));
}

/// S2-019: six months at most.
#[test]
fn a_subscription_lasts_half_a_year() {
    use Rhythm::{Daily, Monthly, Weekly};
    for (rhythm, every, most) in [
        (Daily, 5, 36),
        (Daily, 29, 6),
        (Weekly, 1, 26),
        (Weekly, 7, 3),
        (Monthly, 1, 6),
        (Monthly, 2, 3),
    ] {
        assert!(parse(subscription(rhythm, every, most)).is_ok(), "{rhythm:?} {every}");
        let wrong = refused(subscription(rhythm, every, most + 1));
        assert_eq!(wrong, one("/terms/deliveries", "subscription_too_long"), "{rhythm:?} {every}");
    }
}

/// S2-020: five euros at least for each delivery, VAT included.
#[test]
fn a_delivery_of_a_subscription_has_a_least_price() {
    let with = |cents| {
        WrittenTerms::Subscription(WrittenSubscription {
            lines: vec![line(cents)],
            rhythm: Rhythm::Weekly,
            every: 1,
            deliveries: 4,
            delivery_days: 3,
        })
    };
    assert!(parse(with(417)).is_ok(), "4.17 and 20 % are 5.00");
    assert_eq!(refused(with(415)), one("/terms/lines", "subscription_too_cheap"));
}

/// S2-018: all deliveries together are what the subscription comes to, each rounded for itself.
#[test]
fn each_renewal_is_rounded_for_itself() {
    let terms = WrittenTerms::Subscription(WrittenSubscription {
        lines: vec![line(1_001)],
        rhythm: Rhythm::Monthly,
        every: 1,
        deliveries: 3,
        delivery_days: 3,
    });
    assert_eq!(parse(terms).unwrap().terms.totals().vat.amount, 600);
}

/// S2-030, S2-031, S2-033: a rate, a limit a week or none, and eight hours at least.
#[test]
fn work_by_the_hour_has_a_rate_and_an_estimate() {
    assert_eq!(parse(hourly(8)).unwrap().terms.totals().net.amount, 36_000);
    for hours in [7, 4001] {
        assert_eq!(refused(hourly(hours)), one("/terms/estimated_hours", "invalid_estimate"));
    }
    let with = |rate, weekly_hours| {
        let rate = Money::euros(rate);
        WrittenTerms::Hourly(WrittenHourly { rate, vat_rate: 0, weekly_hours, estimated_hours: 8 })
    };
    assert!(parse(with(1, None)).is_ok());
    assert_eq!(refused(with(0, None)), one("/terms/rate", "invalid_price"));
    for week in [0, 169] {
        let wrong = refused(with(1, Some(week)));
        assert_eq!(wrong, one("/terms/weekly_hours", "invalid_weekly_hours"));
    }
}

/// S2-007, A-31: nothing said is one revision, without end only when that is said, never both.
#[test]
fn revisions_are_never_without_end_by_silence() {
    let read = |revisions, unlimited_revisions| {
        let conditions =
            WrittenConditions { revisions, unlimited_revisions, ..WrittenConditions::default() };
        conditions.parse(None, &Limits::default()).map(|it| it.revisions)
    };
    assert_eq!(read(None, false), Ok(Revisions::UpTo(1)));
    assert_eq!(read(Some(0), false), Ok(Revisions::UpTo(0)));
    assert_eq!(read(Some(20), false), Ok(Revisions::UpTo(20)));
    assert_eq!(read(None, true), Ok(Revisions::Unlimited));
    for (revisions, unlimited, code) in [
        (Some(21), false, "revisions_out_of_bounds"),
        (Some(-1), false, "revisions_out_of_bounds"),
        (Some(1), true, "revisions_ambiguous"),
    ] {
        let wrong = read(revisions, unlimited).unwrap_err();
        assert_eq!(wrong.errors()[0].explanation.code, code);
    }
}

/// Questions, deposits and held funds: both sides of each bound.
#[test]
fn conditions_have_bounds() {
    let question = |text: &str| WrittenQuestion { text: text.to_owned(), mandatory: true };
    let read = |count: usize, deposit_percent| {
        let questions = (0..count).map(|_| question("Combien d’invités ?")).collect();
        let conditions =
            WrittenConditions { questions, deposit_percent, ..WrittenConditions::default() };
        conditions.parse(None, &Limits::default())
    };
    assert!(read(10, Some(1)).is_ok());
    assert!(read(0, Some(90)).is_ok());
    for (count, deposit, code) in
        [(11, None, "too_many"), (0, Some(0), "invalid_deposit"), (0, Some(91), "invalid_deposit")]
    {
        assert_eq!(read(count, deposit).unwrap_err().errors()[0].explanation.code, code);
    }
}
