//! Chance that always falls the same way.

use estrade_domain::{
    departements::{DEPARTEMENTS, Departement},
    trades::TRADES,
};

/// A number below `bound`, for this thing and this question about it (splitmix64).
pub fn draw(number: usize, question: u64, bound: usize) -> usize {
    let mut bits = (number as u64).wrapping_add(question << 40).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((bits ^ (bits >> 31)) % bound as u64).unwrap_or_default()
}

/// One of some.
pub fn one_of<'a>(number: usize, question: u64, some: &[&'a str]) -> &'a str {
    some[draw(number, question, some.len())]
}

/// A trade: half of them ask for a DJ.
pub fn wanted_trade(number: usize, question: u64) -> &'static str {
    if draw(number, question, 2) == 0 { "dj" } else { any_trade(number, question) }
}

/// Any trade.
pub fn any_trade(number: usize, question: u64) -> &'static str {
    TRADES[draw(number, question + 100, TRADES.len())].slug
}

/// A département: a quarter is Paris.
pub fn departement(number: usize, question: u64) -> &'static Departement {
    let paris = DEPARTEMENTS.iter().find(|it| it.code == "75");
    match paris.filter(|_| draw(number, question, 4) == 0) {
        Some(paris) => paris,
        None => &DEPARTEMENTS[draw(number, question + 100, DEPARTEMENTS.len())],
    }
}
