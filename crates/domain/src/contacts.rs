//! E-mail addresses and phone numbers inside free text, so that public texts never show them.
//!
//! Reading is generous with what people do to slip past ("jean (at) gmail point com",
//! "0 6.12 34-56 78") and careful with what an event is made of: dates, prices, SIRET, guest
//! counts. It is a courtesy filter: who spells a number out in words gets through.

use std::ops::Range;

mod emails;
mod phones;

/// What stands in the place of a contact.
pub const MASK: &str = "•••";

/// The byte ranges of the contacts in this text: sorted, apart from each other, on character
/// boundaries.
#[must_use]
pub fn find_contacts(text: &str) -> Vec<Range<usize>> {
    let mut found = emails::find(text);
    found.extend(phones::find(text));
    found.sort_by_key(|range| range.start);
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for range in found {
        match apart.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// The text with each contact replaced by [`MASK`]. Masking a masked text changes nothing.
#[must_use]
pub fn mask_contacts(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut shown_until = 0;
    for range in find_contacts(text) {
        masked.push_str(&text[shown_until..range.start]);
        masked.push_str(MASK);
        shown_until = range.end;
    }
    masked.push_str(&text[shown_until..]);
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    /// S1-083: addresses and numbers are hidden, the sentence around them stays.
    #[test]
    fn contacts_are_masked_in_their_sentence() {
        let table = [
            (
                "Appelez-moi au 06 12 34 56 78, ou jean.dupont@gmail.com.",
                "Appelez-moi au •••, ou •••.",
            ),
            ("Mail : zoé@évènements.fr – tél. +33 6 12 34 56 78 !", "Mail : ••• – tél. ••• !"),
            ("0612345678 0698765432", "••• •••"),
            ("0612345678@orange.fr", "•••"),
            ("le 12/06/2027 06 12 34 56 78", "le 12/06/2027 •••"),
            ("Rien à cacher.", "Rien à cacher."),
            ("", ""),
        ];
        for (text, masked) in table {
            assert_eq!(mask_contacts(text), masked, "{text:?}");
        }
    }

    /// S1-083: a tender's own figures are no contacts.
    #[test]
    fn a_tender_is_shown_as_it_was_written() {
        let text = "Mariage le 12/06/2027 à 14h30 (repli le 2027-06-19), 120 personnes dont \
            15 enfants de 3 à 10 ans. Budget 1 200 € à 12 500,50 € TTC, soit 104.17 €/pers. \
            Salle de 450 m² au 76000 Rouen, du 01/06/2026 18:00 au 02/06/2026 10 h. \
            SIRET 732 829 320 00074, TVA FR44732829320. Menu 2 @ 35.50 €. Suivez @dj.max !";
        assert!(find_contacts(text).is_empty());
        assert_eq!(mask_contacts(text), text);
    }

    #[test]
    fn ranges_are_apart_and_on_character_boundaries() {
        let text = "é 06 12 34 56 78 é a@b.fr é 0612345678@x.fr é";
        let found = find_contacts(text);
        assert_eq!(found.len(), 3);
        assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].start));
        assert!(found.iter().all(|range| text.get(range.clone()).is_some()));
    }

    #[test]
    fn masking_twice_changes_nothing() {
        for text in ["06 12 34 56 78 90 12 34 56 78 01", "a@b.fr@c.fr", "x (at) gmail (dot) com 06"]
        {
            let masked = mask_contacts(text);
            assert_eq!(mask_contacts(&masked), masked, "{text:?}");
        }
    }

    /// Texts made to be read again and again: no piece of them may cost more than its length.
    #[test]
    fn hostile_texts_are_read_to_their_end() {
        for piece in ["a(", "a@", "a . ", "a point ", "0 ", "00", "+1 ", "a.", "a@a", "((", "1/1/"]
        {
            let text = piece.repeat(50_000 / piece.len());
            assert!(mask_contacts(&text).len() <= 2 * text.len());
        }
    }
}
