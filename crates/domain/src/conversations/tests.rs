//! S5-002, S5-003: who opens a conversation, and who writes in it.

use super::*;
use crate::offers::tests::{CLIENT, DJ, RIVAL, id, now, party, person};

fn opening() -> Opening {
    Opening {
        text: "Bonjour, êtes-vous libre en juin ?".to_owned(),
        attachments: Vec::new(),
        tender: None,
        service: None,
        need: None,
    }
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
        assert!(conversation().actions(&person(side)).contains(&ConversationAction::Write));
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
    assert!(parse_message("  \n ", &[]).is_err());
    assert_eq!(parse_message(" Bonjour \n\n ", &[]).unwrap().0, "Bonjour");
    assert!(parse_message(&"é".repeat(MAX_MESSAGE), &[]).is_ok());
    assert!(parse_message(&"é".repeat(MAX_MESSAGE + 1), &[]).is_err());
}

fn at(state: ConversationState) -> Conversation {
    Conversation { state, ..conversation() }
}

/// S5-016, S5-030, S5-031: state × action, for each side.
#[test]
fn what_each_side_may_do_in_each_state() {
    use ConversationAction::{Assign, Block, Decline, Tag, Unblock, Write};
    let table: [(ConversationState, &[ConversationAction], &[ConversationAction]); 3] = [
        (ConversationState::Open, &[Write, Decline, Block, Tag, Assign], &[Write]),
        (ConversationState::Declined, &[Write, Block, Tag, Assign], &[Write]),
        (ConversationState::Blocked, &[Unblock, Tag, Assign], &[]),
    ];
    for (state, provider, client) in table {
        assert_eq!(at(state).actions(&person(DJ)), provider, "{state:?}");
        assert_eq!(at(state).actions(&person(CLIENT)), client, "{state:?}");
        assert_eq!(at(state).actions(&person(RIVAL)), [], "{state:?}");
    }
    let blocked = at(ConversationState::Blocked);
    let write = |side| blocked.clone().write(&person(side), id(3), opening(), now());
    assert_eq!(write(CLIENT), Err(ConversationRefusal::Blocked));
    assert_eq!(write(DJ), Err(ConversationRefusal::YouBlocked));
}

/// S5-016: a declined request is open again as soon as either side writes.
#[test]
fn a_message_opens_a_declined_conversation_again() {
    let declined =
        conversation().decline(&person(DJ), id(3), "Complet.".to_owned(), &[], &[], now());
    let declined = declined.unwrap();
    let kinds: Vec<_> = declined.facts.iter().map(crate::facts::Fact::kind).collect();
    assert_eq!(kinds, ["conversation.declined"]);
    let Said { conversation, message } = declined.after;
    assert_eq!((conversation.state, &*message.text), (ConversationState::Declined, "Complet."));
    for side in [CLIENT, DJ] {
        let said = conversation.clone().write(&person(side), id(4), opening(), now()).unwrap();
        assert_eq!(said.after.conversation.state, ConversationState::Open);
    }
}

/// S5-019: a mission that waits for an answer is declined with the request, by name.
#[test]
fn missions_that_wait_are_declined_by_name() {
    let decline = |named: &[_], waiting: &[_]| {
        let text = String::new();
        conversation().decline(&person(DJ), id(3), text, named, waiting, now()).map(drop)
    };
    assert_eq!(decline(&[], &[id(20)]), Err(ConversationRefusal::MissionsWait));
    assert_eq!(decline(&[id(20)], &[]), Err(ConversationRefusal::MissionsWait));
    assert_eq!(decline(&[id(21)], &[id(20)]), Err(ConversationRefusal::MissionsWait));
    assert_eq!(decline(&[id(20), id(21)], &[id(21), id(20)]), Ok(()));
}

/// S5-032, A-46: what a block makes of each offer of the pair.
#[test]
fn a_block_withdraws_declines_and_leaves_what_is_in_work() {
    use crate::offers::tests::{chosen, done, in_work, sent};
    let table = [
        (sent(), Some(Fate::Withdrawn), Some("offer.withdrawn")),
        (chosen(), Some(Fate::Declined), Some("lot.declined")),
        (in_work(), Some(Fate::Stays), None),
        (done(), None, None),
    ];
    for (deal, expected, told) in table {
        assert_eq!(fate(&deal, &person(DJ), now()), expected);
        let change = close(deal, &person(DJ), now()).unwrap();
        assert_eq!(change.map(|change| change.facts[0].kind()), told);
    }
    let blocked = conversation().block(&person(DJ)).unwrap();
    assert_eq!(blocked.after.state, ConversationState::Blocked);
    let unblocked = blocked.after.unblock(&person(DJ)).unwrap();
    assert_eq!(unblocked.after.state, ConversationState::Open);
}

/// S5-031: a provider applies to no tender of a client that it blocked; an application is a word of it.
#[test]
fn an_application_is_a_word_of_the_provider() {
    use ConversationState::{Blocked, Declined, Open};
    let bid = crate::offers::tests::sent().bid();
    let (applied, chosen) = (Fact::OfferSent { bid }, Fact::LotChosen { bid });
    for (state, fact, after) in [
        (Declined, &applied, Ok(Open)),
        (Blocked, &applied, Err(ConversationRefusal::YouBlocked)),
        (Declined, &chosen, Ok(Declined)),
        (Blocked, &chosen, Ok(Blocked)),
    ] {
        assert_eq!(state.after(fact), after, "{state:?}");
    }
}
