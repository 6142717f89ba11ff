//! E-mail addresses in free text, plain or disguised.
//!
//! An address is read forwards from the start of each word: words joined by dots, a sign that
//! says "at", a domain. The more disguised the signs, the more the domain must look like one.

use std::ops::Range;

const AT_WORDS: &[&str] = &["@", "at", "arobase", "arobas", "arobaze", "a"];
const DOT_WORDS: &[&str] = &[".", "dot", "point", "pt"];

/// The length of "arobase" and its misspelling.
const SIGN_LENGTH_MAX: usize = 7;

/// Last labels believed after a disguised dot, where "jean@orange. Merci" must not match.
const FAMILIAR_ENDINGS: &[&str] = &[
    "be", "bzh", "ch", "co", "com", "corsica", "de", "es", "eu", "events", "fr", "gp", "info",
    "io", "it", "lu", "me", "mq", "net", "org", "paris", "pro", "re", "uk", "wedding",
];

/// Mail providers known without their ending: "jean@gmail".
const FAMILIAR_PROVIDERS: &[&str] = &[
    "bbox",
    "free",
    "gmail",
    "gmx",
    "googlemail",
    "hotmail",
    "icloud",
    "laposte",
    "live",
    "mac",
    "msn",
    "neuf",
    "numericable",
    "orange",
    "outlook",
    "proton",
    "protonmail",
    "sfr",
    "wanadoo",
    "yahoo",
    "ymail",
];

/// Dotted words before the "at" and labels after it; addresses in use have fewer.
const PARTS_MAX: usize = 6;

/// The byte ranges of the addresses, in order and apart.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let reader = Reader { characters: text.char_indices().collect() };
    let mut found = Vec::new();
    let mut place = 0;
    while place < reader.characters.len() {
        if let Some(end) = reader.address(place) {
            found.push(reader.byte(place, text)..reader.byte(end, text));
            place = end;
        } else {
            place = reader.skip(place, is_local).max(place + 1);
        }
    }
    found
}

/// How openly a sign is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Disguise {
    /// "@" or "." with nothing around it.
    None,
    /// The same with spaces on one side or on both.
    Spaces { both_sides: bool },
    /// "(at)", "[dot]", " arobase ": they say nothing else.
    Unmistakable,
    /// " at ", " point ", which are also words.
    Word,
}

/// The end of a domain: ".fr".
struct Ending {
    end: usize,
    disguise: Disguise,
    /// One of [`FAMILIAR_ENDINGS`].
    is_familiar: bool,
}

impl Ending {
    fn is_worded(&self) -> bool {
        matches!(self.disguise, Disguise::Unmistakable | Disguise::Word)
    }
}

/// A text as characters; every place below is an index into them.
struct Reader {
    characters: Vec<(usize, char)>,
}

impl Reader {
    /// The place after the address that starts here, if one does.
    fn address(&self, start: usize) -> Option<usize> {
        let (at, at_disguise) = self.local_part(start)?;
        let host_end = self.skip(at, is_label);
        if host_end == at {
            return None;
        }
        let is_provider = FAMILIAR_PROVIDERS.contains(&self.lowercase(at, host_end).as_str());
        let ending = self.domain_ending(host_end);
        match (at_disguise, ending) {
            // "Suivez @dj.max" is a mention, "jean @salle.fr" is an address.
            (Disguise::Spaces { both_sides: false }, Some(it)) if !it.is_familiar => None,
            // "at" is a word of English: "see you at salle.fr", "at noon. De plus".
            (Disguise::Word, it) if !is_provider && !it.as_ref().is_some_and(Ending::is_worded) => {
                None
            }
            (_, Some(it)) => Some(it.end),
            (Disguise::None | Disguise::Unmistakable, None) if is_provider => Some(host_end),
            (_, None) => None,
        }
    }

    /// The place after "jean.dupont@", and how its "at" is disguised.
    fn local_part(&self, start: usize) -> Option<(usize, Disguise)> {
        let mut end = self.skip(start, is_local);
        let mut has_worded_dot = false;
        if end == start {
            return None;
        }
        for _ in 0..PARTS_MAX {
            if let Some((after, disguise)) = self.sign(end, '@', AT_WORDS) {
                let is_plain = !matches!(disguise, Disguise::Unmistakable | Disguise::Word);
                // "au point contact@salle.fr": the word before a plain address is only a word.
                return (!(is_plain && has_worded_dot)).then_some((after, disguise));
            }
            let (after, disguise) = self.sign(end, '.', DOT_WORDS)?;
            has_worded_dot |= disguise != Disguise::Unmistakable;
            end = self.skip(after, is_local);
            if end == after {
                return None;
            }
        }
        None
    }

    /// The place after ".fr", and how openly its dot was written.
    fn domain_ending(&self, host_end: usize) -> Option<Ending> {
        let mut ending = None;
        let mut place = host_end;
        for _ in 0..PARTS_MAX {
            let Some((after, disguise)) = self.sign(place, '.', DOT_WORDS) else {
                break;
            };
            let is_open = disguise == Disguise::None;
            let end = self.skip(after, is_label);
            // After a believed ending, a dot with spaces closes the sentence.
            if end == after || (ending.is_some() && !is_open) {
                break;
            }
            let label = self.lowercase(after, end);
            let is_word = label.chars().count() >= 2 && label.chars().all(char::is_alphabetic);
            let is_familiar = FAMILIAR_ENDINGS.contains(&label.as_str());
            if (is_open && is_word) || is_familiar {
                ending = Some(Ending { end, disguise, is_familiar });
            }
            place = end;
        }
        ending
    }

    /// A sign at this place ("@", " @ ", "(at)", " arobase "): the place after it.
    fn sign(&self, start: usize, symbol: char, words: &[&str]) -> Option<(usize, Disguise)> {
        let inside = self.skip_spaces(start);
        let first = self.at(inside)?;
        if plain(first) == symbol {
            Some(self.symbol_sign(start, inside))
        } else if let Some(closing) = closing_bracket(first) {
            let after = self.bracketed_sign(inside + 1, closing, words)?;
            Some((after, Disguise::Unmistakable))
        } else {
            self.worded_sign(start, inside, words)
        }
    }

    fn symbol_sign(&self, start: usize, symbol: usize) -> (usize, Disguise) {
        let after = self.skip_spaces(symbol + 1);
        let disguise = match (symbol > start, after > symbol + 1) {
            (false, false) => Disguise::None,
            (before, behind) => Disguise::Spaces { both_sides: before && behind },
        };
        (after, disguise)
    }

    fn bracketed_sign(&self, start: usize, closing: char, words: &[&str]) -> Option<usize> {
        let word_start = self.skip_spaces(start);
        let (word, word_end) =
            self.short_word(word_start, |it| it != closing && !it.is_whitespace())?;
        let close = self.skip_spaces(word_end);
        let is_sign = words.contains(&word.as_str()) && self.at(close) == Some(closing);
        is_sign.then(|| self.skip_spaces(close + 1))
    }

    fn worded_sign(
        &self,
        start: usize,
        inside: usize,
        words: &[&str],
    ) -> Option<(usize, Disguise)> {
        let (word, word_end) = self.short_word(inside, is_label)?;
        let after = self.skip_spaces(word_end);
        // A lone letter is no sign without brackets: "il y a".
        let is_sign = word.len() > 1 && words.contains(&word.as_str());
        let disguise =
            if word.starts_with("arob") { Disguise::Unmistakable } else { Disguise::Word };
        (is_sign && inside > start && after > word_end).then_some((after, disguise))
    }

    /// A word no longer than the longest sign, in lower case, and the place after it. The bound
    /// keeps the reading of a hostile text linear.
    fn short_word(&self, start: usize, belongs: impl Fn(char) -> bool) -> Option<(String, usize)> {
        let rest = self.characters.get(start..)?.iter().take(SIGN_LENGTH_MAX + 1);
        let end = start + rest.take_while(|(_, it)| belongs(*it)).count();
        (end - start <= SIGN_LENGTH_MAX).then(|| (self.lowercase(start, end), end))
    }

    fn lowercase(&self, start: usize, end: usize) -> String {
        self.characters[start..end].iter().flat_map(|(_, it)| plain(*it).to_lowercase()).collect()
    }

    fn at(&self, place: usize) -> Option<char> {
        self.characters.get(place).map(|(_, character)| *character)
    }

    fn skip(&self, start: usize, belongs: impl Fn(char) -> bool) -> usize {
        let length = self.characters[start..].iter().take_while(|(_, it)| belongs(*it)).count();
        start + length
    }

    /// Three spaces at most: further apart, two words have nothing to do with each other.
    fn skip_spaces(&self, start: usize) -> usize {
        let rest = self.characters.get(start..).unwrap_or_default();
        start + rest.iter().take(3).take_while(|(_, it)| it.is_whitespace()).count()
    }

    fn byte(&self, place: usize, text: &str) -> usize {
        self.characters.get(place).map_or(text.len(), |(byte, _)| *byte)
    }
}

fn is_local(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '.' | '_' | '-' | '+' | '%')
}

fn is_label(character: char) -> bool {
    character.is_alphanumeric() || character == '-'
}

/// Full-width signs are plain signs in disguise.
const fn plain(character: char) -> char {
    match character {
        '＠' | '﹫' => '@',
        '．' | '。' | '․' => '.',
        other => other,
    }
}

const fn closing_bracket(opening: char) -> Option<char> {
    match opening {
        '(' => Some(')'),
        '[' => Some(']'),
        '{' => Some('}'),
        '<' => Some('>'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|range| &text[range]).collect()
    }

    /// S1-083: addresses are recognised, plain or disguised.
    #[test]
    fn addresses_are_found() {
        let table = [
            ("jean@orange.fr", "jean@orange.fr"),
            ("<jean@orange.fr>", "jean@orange.fr"),
            (
                "mailto:j.d+x_y%z@mail.salle-des-fetes.co.uk?",
                "j.d+x_y%z@mail.salle-des-fetes.co.uk",
            ),
            ("Écrivez à JEAN@ORANGE.FR. Merci", "JEAN@ORANGE.FR"),
            ("jean@orange.fr . De plus", "jean@orange.fr"),
            ("jean @ orange.fr", "jean @ orange.fr"),
            ("jean @gmail.com", "jean @gmail.com"),
            ("contact @salle.fr", "contact @salle.fr"),
            ("jean@ gmail . com", "jean@ gmail . com"),
            ("jean@gmail", "jean@gmail"),
            ("jean＠gmail．com", "jean＠gmail．com"),
            ("jean (at) gmail.com", "jean (at) gmail.com"),
            ("jean(at)gmail(dot)com", "jean(at)gmail(dot)com"),
            ("jean [AT] salle [dot] fr", "jean [AT] salle [dot] fr"),
            ("jean { @ } salle { . } fr", "jean { @ } salle { . } fr"),
            ("jean(a)gmail.com", "jean(a)gmail.com"),
            ("jean arobase gmail point com", "jean arobase gmail point com"),
            (
                "jean point dupont arobase gmail point com",
                "jean point dupont arobase gmail point com",
            ),
            ("jean (dot) dupont (at) gmail (dot) com", "jean (dot) dupont (at) gmail (dot) com"),
            ("jean at salle dot fr", "jean at salle dot fr"),
            ("jean at gmail.com", "jean at gmail.com"),
            ("jean arobase salle.fr", "jean arobase salle.fr"),
            ("jean arobase gmail", "jean arobase gmail"),
            ("au point contact@salle.fr", "contact@salle.fr"),
            ("jean@mail point salle point fr", "jean@mail point salle point fr"),
        ];
        for (text, address) in table {
            assert_eq!(found(text), [address], "{text:?}");
        }
    }

    #[test]
    fn other_texts_hold_no_address() {
        for text in [
            "",
            "@",
            "a@",
            "@a.fr",
            "2 @ 35.50 €",
            "12@3.50",
            "Suivez @dj.max et @traiteur",
            "voir www.salle.fr",
            "see you at salle.fr",
            "we meet at noon. De plus",
            "il y a orange et citron",
            "le point fr",
            "prix (a) ou (b)",
            "jean@. fr",
            "j’arrive @ 18h",
            "un point de vente point fr",
        ] {
            assert_eq!(found(text), [""; 0], "{text:?}");
        }
    }

    #[test]
    fn two_addresses_are_two() {
        assert_eq!(found("a@b.fr,c@d.fr; e@f.com"), ["a@b.fr", "c@d.fr", "e@f.com"]);
    }
}
