use super::*;
use crate::money::Money;

fn line(quantity: &str, cents: i64, vat_rate: i64) -> WrittenLine {
    WrittenLine {
        label: "Buffet froid".to_owned(),
        quantity: quantity.to_owned(),
        unit_price: Money::euros(cents),
        vat_rate,
    }
}

fn codes(outcome: Result<Lines, Fields>) -> Vec<(String, &'static str)> {
    outcome
        .unwrap_err()
        .errors()
        .iter()
        .map(|error| (error.pointer.clone(), error.explanation.code))
        .collect()
}

/// Part 6 « Compare »: offers are compared on totals that are normalised in one place.
#[test]
fn vat_is_computed_once_for_each_rate() {
    // Three lines of 0.33 at 20 % bear 0.198, so 0.20; rounding each line would give 0.21.
    let terms = lines(&[
        line("1", 33, 2000),
        line("1", 33, 2000),
        line("1", 33, 2000),
        line("80", 2_450, 1000),
        line("2.5", 4_999, 550),
        line("1", 10_000, 0),
    ])
    .unwrap();
    let totals = terms.totals();
    let shares: Vec<_> = totals
        .shares
        .iter()
        .map(|share| (share.rate.basis_points(), share.net.amount, share.vat.amount))
        .collect();
    assert_eq!(
        shares,
        [(2000, 99, 20), (1000, 196_000, 19_600), (550, 12_498, 687), (0, 10_000, 0)]
    );
    assert_eq!(totals.net.amount, 218_597);
    assert_eq!(totals.vat.amount, 20_307);
    assert_eq!(totals.gross.amount, 238_904);
}

#[test]
fn a_quantity_has_at_most_three_places() {
    for (text, shown) in
        [("12", "12"), (" 2,5 ", "2.5"), ("0.001", "0.001"), ("1.50", "1.5"), ("100000", "100000")]
    {
        assert_eq!(Quantity::parse(text).unwrap().to_string(), shown, "{text}");
    }
    for wrong in
        ["0", "0.0", "-1", "1.2345", "1e3", "1.", ".5", "100000.001", "1 000", "½", "1234567"]
    {
        assert_eq!(Quantity::parse(wrong).unwrap_err().code, "invalid_quantity", "{wrong}");
    }
    assert_eq!(Quantity::parse(" ").unwrap_err().code, "required");
}

/// S1-071: the priced offer of an application, bounded on both sides.
#[test]
fn lines_are_bounded_on_both_sides() {
    let of = |count: usize| lines(&vec![line("1", 100, 2000); count]);
    assert!(of(1).is_ok());
    assert!(of(30).is_ok());
    assert_eq!(codes(of(0)), [("/lines".to_owned(), "line_count")]);
    assert_eq!(codes(of(31)), [("/lines".to_owned(), "line_count")]);

    let wrong = WrittenLine { label: " ".to_owned(), ..line("x", 0, 1960) };
    assert_eq!(
        codes(lines(&[line("1", 1, 0), wrong])),
        [
            ("/lines/1/label".to_owned(), "required"),
            ("/lines/1/quantity".to_owned(), "invalid_quantity"),
            ("/lines/1/unit_price".to_owned(), "invalid_price"),
            ("/lines/1/vat_rate".to_owned(), "unknown_choice"),
        ]
    );
    assert_eq!(codes(lines(&[line("0.001", 1, 0)])), [("/lines/0".to_owned(), "invalid_price")]);
    assert!(lines(&[line("1", MAX_AMOUNT, 0)]).is_ok());
    assert_eq!(codes(lines(&[line("1", MAX_AMOUNT + 1, 0)]))[0].1, "invalid_price");
    assert_eq!(
        codes(lines(&[line("1", MAX_AMOUNT, 550)])),
        [("/lines".to_owned(), "total_too_large")]
    );
}

#[test]
fn the_document_names_its_kind_and_reads_back() {
    let lines = lines(&[line("2.5", 4_999, 550)]).unwrap();
    let terms = Terms::Fixed { lines, delivery_days: None };
    let document = serde_json::to_string(&terms).unwrap();
    assert_eq!(
        document,
        r#"{"kind":"fixed","lines":[{"label":"Buffet froid","quantity":"2.5","unit_price":{"amount":4999,"currency":"EUR"},"vat_rate":550}]}"#
    );
    assert_eq!(serde_json::from_str::<Terms>(&document).unwrap(), terms);
    for wrong in [
        document.replace("fixed", "hourly"),
        document.replace("4999", "-4999"),
        document.replace("550", "551"),
        document.replace("2.5", "nan"),
        r#"{"kind":"fixed","lines":[]}"#.to_owned(),
    ] {
        assert!(serde_json::from_str::<Terms>(&wrong).is_err(), "{wrong}");
    }
}
