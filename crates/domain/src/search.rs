//! What a person types to find someone: folded words, of which the last may be unfinished.
//!
//! Invariant: a word holds letters and digits only, so it may stand in a query of either database
//! without being taken for one of its signs.

use crate::text_fold::fold;

/// More words than this narrow nothing down.
const WORDS: usize = 8;
/// `PostgreSQL` refuses words of 2 KB; nobody looks for one.
const LENGTH: usize = 60;

/// The words that must all be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    /// Reads what was typed; none when there is not a single letter or digit in it.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let words: Vec<String> = words(typed).take(WORDS).collect();
        (!words.is_empty()).then_some(Self(words))
    }

    /// The finished words and the last, of which the beginning is enough.
    #[must_use]
    pub fn split(&self) -> (&[String], &str) {
        self.0.split_last().map_or((&[], ""), |(last, finished)| (finished, last))
    }
}

/// The words of a text as they are indexed, which is as they are searched.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    fold(text)
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(LENGTH).collect())
        .collect::<Vec<_>>()
        .into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_query_languages_are_no_words() {
        for typed in ["", "  ", "'", "\"*\" OR (", ":* & | ! <->", "; drop table", "a\0b"] {
            let found = Words::parse(typed);
            let sound = found
                .iter()
                .flat_map(|words| &words.0)
                .all(|word| !word.is_empty() && word.chars().all(char::is_alphanumeric));
            assert!(sound, "{typed:?}: {found:?}");
        }
        assert_eq!(Words::parse("'&*"), None);
    }

    #[test]
    fn the_last_word_may_be_unfinished() {
        let words = Words::parse("Vidéaste d'éc").unwrap();
        assert_eq!(words.split(), (&["videaste".to_owned(), "d".to_owned()][..], "ec"));
    }

    #[test]
    fn words_are_bounded() {
        let words = Words::parse(&format!("{} {}", "é".repeat(100), "a ".repeat(100))).unwrap();
        assert_eq!(words.0.len(), WORDS);
        assert_eq!(words.0[0].len(), LENGTH);
    }
}
