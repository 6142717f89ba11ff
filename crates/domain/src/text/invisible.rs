//! Characters that show nothing: marks of direction, joiners, soft hyphens, fillers, blanks that count as
//! letters. People bring them along by copying; others hide behind them. They are left out, save where an
//! emoji is made of several.

use unicode_normalization::char::is_combining_mark;

/// Joins two pictures into one.
const JOINER: char = '\u{200d}';
/// Asks for the coloured form of a picture.
const EMOJI_FORM: char = '\u{fe0f}';

/// The text without what nobody sees.
pub(super) fn left_out(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let after_picture = kept.chars().next_back().is_some_and(is_of_picture);
        let belongs = match character {
            EMOJI_FORM => after_picture,
            JOINER => after_picture && characters.peek().copied().is_some_and(is_of_picture),
            other => !shows_nothing(other),
        };
        if belongs {
            kept.push(character);
        }
    }
    kept
}

/// Whether a reader sees something in its place.
pub(super) fn is_visible(character: char) -> bool {
    !character.is_whitespace()
        && !character.is_control()
        && !is_combining_mark(character)
        && !shows_nothing(character)
}

fn is_of_picture(character: char) -> bool {
    let symbol = !character.is_ascii() && !character.is_alphanumeric() && is_visible(character);
    character == EMOJI_FORM || symbol
}

fn shows_nothing(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shows_nothing_is_left_out() {
        for (typed, kept) in [
            ("a\u{200b}n\u{ad}a", "ana"),
            ("\u{202e}tfel\u{202c}", "tfel"),
            ("\u{2800}\u{3164}\u{feff}", ""),
            ("06\u{200d} 12\u{fe0f}", "06 12"),
            ("👩\u{200d}🚀", "👩\u{200d}🚀"),
            ("❤\u{fe0f}\u{200d}🔥 !", "❤\u{fe0f}\u{200d}🔥 !"),
            ("👍🏽\u{200d}", "👍🏽"),
            ("Éloïse, l’été", "Éloïse, l’été"),
        ] {
            assert_eq!(left_out(typed), kept, "{typed:?}");
        }
    }
}
