//! Text reduced to what a search compares: "Vidéaste — Mariage" and "videaste mariage" are one.
//!
//! Folding is for comparison and URLs only; what people wrote is stored and shown as they wrote it.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The longest slug, in characters.
pub const SLUG_LENGTH_MAX: usize = 80;

/// The text in lower case, without diacritics or ligatures, its words separated by one space.
///
/// Letters of every script and digits are kept; all else separates words. Folding a folded text
/// changes nothing.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut is_word_over = false;
    for character in text.nfkd().filter(|it| !is_combining_mark(*it)).flat_map(char::to_lowercase) {
        // Lowering a capital may bring a mark of its own ("İ").
        if is_combining_mark(character) {
            continue;
        }
        if !character.is_alphanumeric() {
            is_word_over = true;
            continue;
        }
        if is_word_over && !folded.is_empty() {
            folded.push(' ');
        }
        is_word_over = false;
        match plain_letters(character) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(character),
        }
    }
    folded
}

/// A kebab-case slug of at most 80 ASCII characters, cut between words where it can be.
///
/// Letters of other scripts are dropped, so the slug may be empty: a URL needs the id beside it.
#[must_use]
pub fn slug(text: &str) -> String {
    let ascii: String = fold(text).chars().map(|it| if it.is_ascii() { it } else { ' ' }).collect();
    let mut slug = String::new();
    for word in ascii.split_whitespace() {
        let length_with_word = slug.len() + 1 + word.len();
        if slug.is_empty() {
            slug.push_str(&word[..word.len().min(SLUG_LENGTH_MAX)]);
        } else if length_with_word <= SLUG_LENGTH_MAX {
            slug.push('-');
            slug.push_str(word);
        } else {
            break;
        }
    }
    slug
}

/// European letters that Unicode does not decompose.
const fn plain_letters(lowercase: char) -> Option<&'static str> {
    Some(match lowercase {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "n",
        'ŧ' => "t",
        'ĸ' => "k",
        'ς' => "σ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_ligatures_do_not_matter() {
        let table = [
            ("Vidéaste", "videaste"),
            ("ÉÈÊË àâä îï ôö ùûü ç ÿ", "eeee aaa ii oo uuu c y"),
            ("Bœuf, ŒUFS & Cætera", "boeuf oeufs caetera"),
            ("Straße STRASSE ẞ", "strasse strasse ss"),
            ("Łódź Ørsted İstanbul Þór", "lodz orsted istanbul thor"),
            ("ﬁnale ２０２６ m²", "finale 2026 m2"),
            ("Ελλάς", "ελλασ"),
            ("e\u{301}te\u{301}", "ete"),
        ];
        for (text, folded) in table {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }

    #[test]
    fn punctuation_is_one_space_and_none_at_the_ends() {
        let table = [
            ("", ""),
            (" … !", ""),
            ("  L'été — à  Paris!  ", "l ete a paris"),
            ("L’apéro\n\tdînatoire", "l apero dinatoire"),
            ("DJ/animateur (mariage)", "dj animateur mariage"),
            ("1 200 €", "1 200"),
        ];
        for (text, folded) in table {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["Cœur d'Île-de-France", "½ ﬀ Ⅻ ㎏ ℃", "Ǆ ŉ ΐ", "日本語 テスト", "한국어", "𝔇𝔍"]
        {
            let folded = fold(text);
            assert_eq!(fold(&folded), folded, "{text:?}");
        }
    }

    #[test]
    fn slugs_are_kebab_ascii() {
        let table = [
            ("Mariage de Zoé & Loïc — été 2027", "mariage-de-zoe-loic-ete-2027"),
            ("Côte-d'Or", "cote-d-or"),
            ("日本語", ""),
            ("DJ 日本語 live", "dj-live"),
            ("---", ""),
        ];
        for (text, expected) in table {
            assert_eq!(slug(text), expected, "{text:?}");
        }
    }

    #[test]
    fn slugs_end_with_a_whole_word_within_80_characters() {
        assert_eq!(slug(&"a".repeat(80)), "a".repeat(80));
        assert_eq!(slug(&"a".repeat(81)), "a".repeat(80));
        let exact = format!("{} {}", "a".repeat(40), "b".repeat(39));
        assert_eq!(slug(&exact).len(), 80);
        let over = format!("{} {}", "a".repeat(40), "b".repeat(40));
        assert_eq!(slug(&over), "a".repeat(40));
    }
}
