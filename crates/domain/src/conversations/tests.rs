//! S5-002, S5-003: who opens a conversation, and who writes in it.

use super::*;
use crate::offers::tests::{CLIENT, DJ, RIVAL, id, now, party, person};

fn opening() -> Opening {
    Opening { text: "Bonjour, êtes-vous libre en juin ?".to_owned(), tender: None, service: None }
}

fn open(actor: u128, listing: Listing) -> Result<Change<Said>, ConversationRefusal> {
    Conversation::open(&person(actor), &party(DJ), listing, (id(1), id(2)), opening(), now())
}

fn conversation() -> Conversation {
    open(CLIENT, Listing::Present).unwrap().after.conversation
}

/// S5-003: only a client opens one. S5-002: and only with a provider that the directory shows and that has
/// published a service.
#[test]
fn a_client_opens_a_conversation_with_a_listed_provider() {
    let change = open(CLIENT, Listing::Present).unwrap();
    let kinds: Vec<_> = change.facts.iter().map(crate::facts::Fact::kind).collect();
    assert_eq!(kinds, ["message.sent", "conversation.opened"]);
    assert_eq!(change.after.message.text, opening().text);
    assert_eq!(open(CLIENT, Listing::Absent), Err(ConversationRefusal::ProviderUnlisted));
    let bare = open(CLIENT, Listing::WithoutService);
    assert_eq!(bare, Err(ConversationRefusal::ProviderWithoutService));
    assert_eq!(open(RIVAL, Listing::Present), Err(ConversationRefusal::ClientsOpen));
    let with_client = Conversation::open(
        &person(CLIENT),
        &party(CLIENT),
        Listing::Present,
        (id(1), id(2)),
        opening(),
        now(),
    );
    assert_eq!(with_client, Err(ConversationRefusal::ProviderUnlisted));
}

/// Each side writes, a third one does not, and nobody does once a side is gone.
#[test]
fn both_sides_write_while_both_are_there() {
    for side in [CLIENT, DJ] {
        let change = conversation().write(&person(side), id(3), opening(), now()).unwrap();
        assert_eq!(change.facts[0].kind(), "message.sent");
        assert_eq!(change.after.message.party, person(side).organization);
        assert_eq!(conversation().actions(&person(side)), [ConversationAction::Write]);
    }
    let stranger = conversation().write(&person(RIVAL), id(3), opening(), now());
    assert_eq!(stranger, Err(ConversationRefusal::NotYours));
    let states = [OrganizationState::Closed, OrganizationState::Erased];
    for gone in states {
        let without_client = Conversation { client_state: gone, ..conversation() };
        let without_provider = Conversation { provider_state: gone, ..conversation() };
        for left in [without_client, without_provider] {
            let refused = left.write(&person(DJ), id(3), opening(), now());
            assert_eq!(refused, Err(ConversationRefusal::SideGone));
        }
    }
}

#[test]
fn a_message_has_words_and_an_end() {
    assert!(parse_message("  \n ").is_err());
    assert_eq!(parse_message(" Bonjour \n\n ").unwrap(), "Bonjour");
    assert!(parse_message(&"é".repeat(MAX_MESSAGE)).is_ok());
    assert!(parse_message(&"é".repeat(MAX_MESSAGE + 1)).is_err());
}
