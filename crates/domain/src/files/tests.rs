use super::*;
use crate::{actor::Role, ids::Id};
use uuid::Uuid;

fn actor(organization: u128) -> Actor {
    Actor {
        account: AccountId::from_uuid(Uuid::from_u128(organization)),
        organization: OrganizationId::from_uuid(Uuid::from_u128(organization)),
        kind: OrganizationKind::Client,
        role: Role::Member,
    }
}

fn file(state: FileState) -> File {
    File {
        id: FileId::from_uuid(Uuid::from_u128(9)),
        organization: actor(1).organization,
        account: actor(1).account,
        purpose: Purpose::Attachment,
        holding: Holding {
            name: "plan.pdf".to_owned(),
            media: MediaType::Pdf,
            size_bytes: 12,
            sha256: String::new(),
            picture: None,
        },
        state,
        created_at: Instant::UNIX_EPOCH,
    }
}

fn message(number: u128) -> Holder {
    Holder::Message(EntryId::from_uuid(Uuid::from_u128(number)))
}

const SINCE: Instant = Instant::UNIX_EPOCH;

/// S5-004: a file hangs on one thing, put there by who sent it.
#[test]
fn a_file_is_attached_once_by_its_own_side() {
    let table = [
        (FileState::Incoming { since: SINCE }, Err(FileRefusal::Gone)),
        (FileState::Loose { since: SINCE }, Ok(FileState::Attached(message(1)))),
        (FileState::Attached(message(1)), Ok(FileState::Attached(message(1)))),
        (FileState::Attached(message(2)), Err(FileRefusal::AlreadyAttached)),
        (FileState::Leaving, Err(FileRefusal::Gone)),
    ];
    for (state, wanted) in table {
        let attached = file(state).attach(&actor(1), message(1)).map(|file| file.state);
        assert_eq!(attached, wanted, "{state:?}");
        let foreign = file(state).attach(&actor(2), message(1));
        assert_eq!(foreign, Err(FileRefusal::NotYours), "{state:?}");
    }
}

#[test]
fn what_is_released_is_loose_again_and_nothing_else_is() {
    let loose = FileState::Loose { since: SINCE };
    assert_eq!(file(FileState::Attached(message(1))).release(SINCE).state, loose);
    for state in [FileState::Incoming { since: SINCE }, FileState::Leaving] {
        assert_eq!(file(state).release(SINCE).state, state);
    }
}

#[test]
fn so_many_files_hang_on_nothing_and_no_more() {
    assert_eq!(File::may_be_sent(&actor(1), Purpose::Attachment, LOOSE_MAX - 1), Ok(()));
    assert_eq!(
        File::may_be_sent(&actor(1), Purpose::Attachment, LOOSE_MAX),
        Err(FileRefusal::TooManyLoose)
    );
    let operator = Actor { kind: OrganizationKind::Operator, ..actor(1) };
    assert_eq!(
        File::may_be_sent(&operator, Purpose::Attachment, 0),
        Err(FileRefusal::NotOperators)
    );
}

#[test]
fn the_content_says_what_a_file_is() {
    let wav = b"RIFF\x24\x00\x00\x00WAVEfmt ";
    let odt =
        [b"PK\x03\x04".as_slice(), &[0; 26], b"mimetypeapplication/vnd.oasis.opendocument.text"];
    let table: [(&[u8], &str, MediaType); 11] = [
        (b"%PDF-1.7\n", "plan.jpg", MediaType::Pdf),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "plan.pdf", MediaType::Jpeg),
        (b"\x89PNG\r\n\x1a\n\0\0", "a", MediaType::Png),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "a", MediaType::Webp),
        (wav, "demo.wav", MediaType::Wav),
        (b"ID3\x04\0\0", "demo", MediaType::Mp3),
        (b"\0\0\0\x20ftypM4A \0\0\0\0", "demo", MediaType::M4a),
        (b"\0\0\0\x20ftypisom\0\0\0\0", "film", MediaType::Mp4),
        (&odt.concat(), "devis", MediaType::Odt),
        ("Arrivée à 18 h\r\n".as_bytes(), "Déroulé.TXT", MediaType::Text),
        ("\u{feff}nom;places\n".as_bytes(), "invites.csv", MediaType::Csv),
    ];
    for (content, name, media) in table {
        assert_eq!(recognize(content, name), Ok(media), "{name}");
    }
}

#[test]
fn what_runs_or_is_drawn_as_a_page_is_not_taken() {
    let table: [(&[u8], &str); 10] = [
        (b"<!DOCTYPE html><script>alert(1)</script>", "photo.jpg"),
        (b"<html>", "page.txt"),
        (b"  <svg xmlns='http://www.w3.org/2000/svg'/>", "dessin.svg"),
        (b"<svg/>", "dessin.txt"),
        (b"<?xml version=\"1.0\"?><svg/>", "dessin.png"),
        (b"#!/bin/sh\nrm -rf /\n", "notes.txt"),
        (b"MZ\x90\0\x03\0\0\0", "plan.pdf"),
        (b"\x7fELF\x02\x01\x01", "plan.txt"),
        (b"PK\x03\x04\x14\0\0\0\0\0", "archive.zip"),
        (b"de simples mots", "sans-fin"),
    ];
    for (content, name) in table {
        assert_eq!(recognize(content, name), Err(FileRefusal::UnknownType), "{name}");
    }
    assert_eq!(recognize(b"a\0b", "a.txt"), Err(FileRefusal::UnknownType));
    assert_eq!(recognize(b"", "a.pdf"), Err(FileRefusal::Empty));
}

#[test]
fn a_name_is_no_path_and_says_what_the_file_is() {
    let table = [
        ("Plan de salle.pdf", MediaType::Pdf, "Plan de salle.pdf"),
        ("../../etc/passwd", MediaType::Text, "passwd.txt"),
        ("C:\\Users\\Ana\\plan.PDF", MediaType::Pdf, "plan.pdf"),
        ("photo.webp", MediaType::Jpeg, "photo.jpg"),
        ("photo.jpeg", MediaType::Jpeg, "photo.jpeg"),
        ("facture.pdf.exe", MediaType::Pdf, "facture.pdf.exe.pdf"),
        ("..", MediaType::Pdf, "fichier.pdf"),
        ("", MediaType::Mp3, "fichier.mp3"),
        ("a\u{202e}fdp.\0exe\r\n", MediaType::Pdf, "afdp.exe.pdf"),
        ("un<b>:\"x\".pdf", MediaType::Pdf, "un-b---x-.pdf"),
        (".pdf", MediaType::Pdf, "pdf.pdf"),
    ];
    for (given, media, wanted) in table {
        assert_eq!(clean_name(given, media), wanted, "{given:?}");
    }
    let long = clean_name(&format!("{}.pdf", "é".repeat(300)), MediaType::Pdf);
    assert_eq!(long.chars().count(), 120);
    assert!(long.ends_with("é.pdf"));
}

/// S4-020: what was sent for a delivery hangs on nothing else, and nothing else on a delivery.
#[test]
fn a_file_serves_what_it_was_sent_for() {
    let loose = FileState::Loose { since: SINCE };
    let delivery = Holder::Delivery(DeliveryId::from_uuid(Uuid::from_u128(7)));
    let original = File { purpose: Purpose::Delivery, ..file(loose) };
    assert!(original.clone().attach(&actor(1), delivery).is_ok());
    assert_eq!(original.attach(&actor(1), message(1)), Err(FileRefusal::SentForOther));
    assert_eq!(file(loose).attach(&actor(1), delivery), Err(FileRefusal::SentForOther));
}

#[test]
fn only_providers_send_what_is_delivered() {
    use OrganizationKind::{Client, Operator, Provider};
    let of = |kind| Actor { kind, ..actor(1) };
    let may = |kind, purpose| File::may_be_sent(&of(kind), purpose, 0);
    assert_eq!(may(Provider, Purpose::Delivery), Ok(()));
    assert_eq!(may(Client, Purpose::Attachment), Ok(()));
    assert_eq!(may(Client, Purpose::Delivery), Err(FileRefusal::ProvidersDeliver));
    assert_eq!(may(Operator, Purpose::Delivery), Err(FileRefusal::NotOperators));
}

/// S4-020: a name keeps its end, and loses what a system would take for its own.
#[test]
fn an_original_keeps_its_name() {
    let table = [
        ("Maquette finale.ai", "Maquette finale.ai"),
        ("../../etc/passwd", "passwd"),
        ("C:\\travail\\logo.psd", "logo.psd"),
        ("a<b>:c.html", "a-b--c.html"),
        (".htaccess", ".htaccess"),
        ("...", "fichier"),
        ("rapport.", "rapport"),
    ];
    for (given, kept) in table {
        assert_eq!(original_name(given), kept);
    }
    assert_eq!(original_name(&format!("{}.pdf", "x".repeat(300))).chars().count(), 120);
}

#[test]
fn what_is_not_known_is_named_so() {
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>";
    assert_eq!(recognize_any(svg, "logo.svg"), Ok(MediaType::Other));
    assert_eq!(recognize_any(b"%PDF-1.7\n", "plan.ai"), Ok(MediaType::Pdf));
    assert_eq!(recognize_any(b"", "vide.zip"), Err(FileRefusal::Empty));
}
