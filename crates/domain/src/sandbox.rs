//! The built-in payment provider: it moves no money, and behaves as the others do. What a card does is told
//! by its number; the numbers are those that people know from other test systems.

use crate::{refusal::Explanation, words, world::Instant};

/// What a test card does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Card {
    /// Pays.
    Pays,
    /// Pays, and its bank tells late, twice, and in the wrong order.
    PaysLate,
    /// Is refused.
    Refused(&'static str),
    /// Asks for 3-D Secure.
    Asks,
    /// Pays, and its holder takes the payment back a day later.
    TakesBack,
}

/// The test cards, with their numbers.
pub const CARDS: [(&str, Card); 6] = [
    ("4242424242424242", Card::Pays),
    ("4000000000003220", Card::Asks),
    ("4000000000000002", Card::Refused("card_declined")),
    ("4000000000009995", Card::Refused("insufficient_funds")),
    ("4000000000000259", Card::TakesBack),
    ("4000000000000077", Card::PaysLate),
];

impl Card {
    /// Its number.
    #[must_use]
    pub fn number(self) -> &'static str {
        CARDS.iter().find(|(_, card)| *card == self).map_or("", |(number, _)| number)
    }

    /// What a bank says to a charge that its holder is not there to confirm.
    #[must_use]
    pub fn in_absence(self) -> Self {
        match self {
            Self::Asks => Self::Refused("authentication_required"),
            other => other,
        }
    }

    /// Reads a card's number, with spaces anywhere. A number that is no test card's is refused: nobody should
    /// type a real one here.
    pub fn parse(number: &str) -> Result<Self, Explanation> {
        let digits: String = number.chars().filter(|it| !it.is_whitespace()).collect();
        let known = CARDS.iter().find(|(known, _)| *known == digits);
        known.map(|(_, card)| *card).ok_or_else(not_a_test_card)
    }
}

fn not_a_test_card() -> Explanation {
    Explanation::new(
        "not_a_test_card",
        "Ce n’est pas une carte d’essai. N’entrez jamais une vraie carte ici : choisissez-en une dans la liste.",
        "This is not a test card. Never type a real card here: choose one from the list.",
    )
}

words! {
    /// Where a payment stands in the sandbox's books.
    pub enum SandboxState {
        /// It waits for its payer.
        Open = "open",
        /// Its payer is to confirm at their bank.
        Asked = "asked",
        /// Paid.
        Paid = "paid",
        /// Refused.
        Refused = "refused",
        /// Nobody paid.
        Closed = "closed",
    }
}

/// A payment in the sandbox's books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SandboxPayment {
    /// Where it stands.
    pub state: SandboxState,
    /// Why it was refused.
    pub failure: Option<String>,
    /// The number of the card that paid.
    pub card: Option<String>,
    /// When its payer takes it back.
    pub taken_back_at: Option<Instant>,
}
