//! Phone numbers in free text: French ones in any grouping, foreign ones announced by + or 00.
//!
//! Digits are read as groups with a short separator between them. A number starts and ends with a
//! group, which is what tells "06 12 34 56 78" from the inside of a SIRET; groups that form a date
//! or a SIRET are set aside first.

use std::ops::Range;

/// Characters between two groups of one number: a bracket and two spaces, or a keycap emoji.
const SEPARATOR_LENGTH_MAX: usize = 4;

/// The byte ranges of the numbers, in order and apart.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let groups = groups(text);
    let mut found = Vec::new();
    for run in groups.chunk_by(|_, next| next.separator.is_some()) {
        let mut place = 0;
        while let Some(rest) = run.get(place..).filter(|it| !it.is_empty()) {
            if let Some(count) = date(rest).or_else(|| siret(rest)) {
                place += count;
            } else if let Some(count) = phone(rest, text) {
                found.push(rest[0].start..rest[count - 1].end);
                place += count;
            } else {
                place += 1;
            }
        }
    }
    found
}

/// Digits that touch each other.
#[derive(Debug, Default)]
struct Group {
    digits: String,
    /// Byte range in the text; a plus before the digits is inside.
    start: usize,
    end: usize,
    has_plus: bool,
    /// What stands between the group before and this one, when one number could span both.
    separator: Option<String>,
}

impl Group {
    /// How many digits.
    fn length(&self) -> usize {
        self.digits.len()
    }

    fn value(&self) -> Option<u32> {
        self.digits.parse().ok()
    }
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut between = String::new();
    let mut is_inside = false;
    for (byte, character) in text.char_indices() {
        let Some(digit) = digit(character) else {
            between.push(character);
            is_inside = false;
            continue;
        };
        if !is_inside {
            let group = opened(byte, &between, groups.is_empty());
            groups.push(group);
            between.clear();
            is_inside = true;
        }
        if let Some(group) = groups.last_mut() {
            group.digits.push(digit);
            group.end = byte + character.len_utf8();
        }
    }
    groups
}

fn opened(byte: usize, between: &str, is_first: bool) -> Group {
    let plus = between.chars().next_back().filter(|it| matches!(it, '+' | '＋'));
    let is_joined = !is_first
        && between.chars().count() <= SEPARATOR_LENGTH_MAX
        && between.chars().all(is_separator);
    Group {
        start: byte - plus.map_or(0, char::len_utf8),
        has_plus: plus.is_some(),
        separator: is_joined.then(|| between.to_owned()),
        ..Group::default()
    }
}

fn digit(character: char) -> Option<char> {
    let full_width = u32::from(character).checked_sub(u32::from('０'));
    match full_width.and_then(|value| char::from_digit(value, 10)) {
        Some(digit) => Some(digit),
        None => Some(character).filter(char::is_ascii_digit),
    }
}

/// No line break: numbers on two lines are two. Nor a comma: it separates what is counted.
fn is_separator(character: char) -> bool {
    let is_space = character.is_whitespace() && !matches!(character, '\n' | '\r');
    let is_invisible = matches!(character, '\u{200b}' | '\u{2060}' | '\u{fe0f}' | '\u{20e3}');
    is_space || is_invisible || "._-/()*|~·‐‑–—".contains(character)
}

/// How many groups form a date at the start of these: "12/06/2027", "2027-06-12", "12/06/27".
fn date(groups: &[Group]) -> Option<usize> {
    let [first, second, third, rest @ ..] = groups else {
        return None;
    };
    let separator = second.separator.as_deref()?;
    let next = rest.first();
    // "06/12/2034/56" goes on with the same sign: that is no date.
    let goes_on = next.is_some_and(|it| it.separator.as_deref() == Some(separator));
    if third.separator.as_deref() != Some(separator) || (goes_on && separator.trim() != "") {
        return None;
    }
    let starts_with_day = is_day(first) && is_month(second);
    let has_time_or_nothing = next.is_none_or(|it| it.value().is_some_and(|hour| hour < 24));
    let is_date = (starts_with_day && is_year(third))
        || (separator.trim() != "" && is_year(first) && is_month(second) && is_day(third))
        || (separator == "/" && starts_with_day && third.length() == 2 && has_time_or_nothing);
    is_date.then_some(3)
}

fn is_day(group: &Group) -> bool {
    group.length() <= 2 && group.value().is_some_and(|it| (1..=31).contains(&it))
}

fn is_month(group: &Group) -> bool {
    group.length() <= 2 && group.value().is_some_and(|it| (1..=12).contains(&it))
}

fn is_year(group: &Group) -> bool {
    group.length() == 4 && group.value().is_some_and(|it| (1900..=2100).contains(&it))
}

/// How many groups form a SIRET as people write it: "732 829 320 00074".
fn siret(groups: &[Group]) -> Option<usize> {
    let sizes = groups.iter().take(4).map(Group::length);
    (!groups.first()?.has_plus && sizes.eq([3, 3, 3, 5])).then_some(4)
}

/// How many groups form a phone number at the start of these.
fn phone(groups: &[Group], text: &str) -> Option<usize> {
    let first = groups.first()?;
    if first.has_plus {
        french_after_code(groups, "33").or_else(|| foreign(groups, "", text))
    } else if first.digits.starts_with("00") {
        french_after_code(groups, "0033").or_else(|| foreign(groups, "00", text))
    } else if first.digits.starts_with('0') {
        national(groups)
    } else {
        without_plus(groups)
    }
}

/// "06 12 34 56 78", however grouped.
fn national(groups: &[Group]) -> Option<usize> {
    let count = spanning(groups, |digits| digits.len() == 10 && !digits.starts_with("00"))?;
    (!are_postal_codes(&groups[..count])).then_some(count)
}

/// "33 6 12 34 56 78" or "33612345678"; "33 60 120 3456" are four figures.
fn without_plus(groups: &[Group]) -> Option<usize> {
    let second_length = groups.get(1).map_or(0, Group::length);
    match groups.first()?.length() {
        2 if matches!(second_length, 1 | 9) => french_after_code(groups, "33"),
        11 => french_after_code(&groups[..1], "33"),
        _ => None,
    }
}

/// "+33 6 12 34 56 78", "+33 (0)6 12 34 56 78".
fn french_after_code(groups: &[Group], code: &str) -> Option<usize> {
    spanning(groups, |digits| {
        let national = digits.strip_prefix(code).unwrap_or_default();
        let dialled = national.strip_prefix('0').unwrap_or(national);
        dialled.len() == 9 && !dialled.starts_with('0')
    })
}

/// "+32 470 12 34 56": the longest that E.164 allows, unless it is an amount.
fn foreign(groups: &[Group], prefix: &str, text: &str) -> Option<usize> {
    // A plus also begins sums; two zeros begin anything.
    let shortest = if prefix.is_empty() { 8 } else { 10 };
    let mut digits = String::new();
    let mut count = None;
    for (index, group) in groups.iter().enumerate() {
        digits.push_str(&group.digits);
        let dialled = digits.strip_prefix(prefix).unwrap_or_default();
        if dialled.len() > 15 || dialled.starts_with('0') {
            break;
        }
        if dialled.len() >= shortest {
            count = Some(index + 1);
        }
    }
    count.filter(|it| !is_amount(text, groups[it - 1].end))
}

/// The number of groups whose digits together satisfy this; numbers have at most 15 digits.
fn spanning(groups: &[Group], is_number: impl Fn(&str) -> bool) -> Option<usize> {
    let mut digits = String::new();
    for (index, group) in groups.iter().take(15).enumerate() {
        digits.push_str(&group.digits);
        if is_number(&digits) {
            return Some(index + 1);
        }
    }
    None
}

/// "06000 06100": round postal codes side by side, as providers list where they work.
fn are_postal_codes(groups: &[Group]) -> bool {
    groups.len() == 2 && groups.iter().all(|it| it.length() == 5 && it.digits.ends_with('0'))
}

fn is_amount(text: &str, end: usize) -> bool {
    text[end..].trim_start().starts_with(['€', '$', '£', '%'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|range| &text[range]).collect()
    }

    /// S1-083: numbers are recognised in every grouping people use.
    #[test]
    fn numbers_are_found() {
        for number in [
            "0612345678",
            "06 12 34 56 78",
            "06.12.34.56.78",
            "06-12-34-56-78",
            "06/12/34/56/78",
            "06_12_34_56_78",
            "06 - 12 - 34 - 56 - 78",
            "06\u{a0}12\u{202f}34\u{a0}56\u{a0}78",
            "0612 345 678",
            "061 234 5678",
            "0 6 1 2 3 4 5 6 7 8",
            "0.6.1.2.3.4.5.6.7.8",
            "0 612345678",
            "06 12.34-56 78",
            "06) 12 34 56 78",
            "０６１２３４５６７８",
            "0\u{fe0f}\u{20e3}6\u{fe0f}\u{20e3}12345678",
            "06/12/34 56 78",
            "06/12/2034/56",
            "0262 12 34 56",
            "+33612345678",
            "+33 6 12 34 56 78",
            "+33 (0)6 12 34 56 78",
            "+33) 6 12 34 56 78",
            "+330612345678",
            "0033 6 12 34 56 78",
            "00 33 6 12 34 56 78",
            "33 6 12 34 56 78",
            "33612345678",
            "+32 470 12 34 56",
            "0032 470 12 34 56",
            "+1 (555) 123-4567",
        ] {
            for text in
                [number.to_owned(), format!("tél : {number}, merci"), format!("au{number}.")]
            {
                assert_eq!(found(&text), [number], "{text:?}");
            }
        }
    }

    /// S1-083: what else an event counts in digits stays.
    #[test]
    fn other_figures_are_no_numbers() {
        for text in [
            "",
            "120 personnes",
            "2026-06-12",
            "12/06/2027",
            "12.06.2027",
            "01/06/2026 18 30",
            "01/06/2026 1830",
            "01 06 2026 18 h",
            "2026-06-12 10 30 50",
            "01/06/26 18 30",
            "du 01/06/2026 au 02/06/2026",
            "1 200 €",
            "12 500,50 €",
            "1 000 000 000 000 €",
            "+10 000 000 €",
            "+ 20 personnes",
            "732 829 320 00074",
            "552 100 054 00013 75",
            "73282932000074",
            "SIREN 005 520 135",
            "FR44732829320",
            "06 12 34 56 7",
            "0612345678901",
            "00 12 34 56 78",
            "06000 06100",
            "76000, 27000, 80000",
            "33 60 120 3456",
            "de 09:00 à 18:30",
            "09h00-18h30",
            "06 12 34\n56 78",
            "les 09, 10, 11, 12, 13",
            "2 x 5 heures à 0,50 €",
        ] {
            assert_eq!(found(text), [""; 0], "{text:?}");
        }
    }

    #[test]
    fn numbers_beside_other_figures_are_found_alone() {
        let table = [
            ("12/06/2027 06 12 34 56 78", "06 12 34 56 78"),
            ("06 12 34 56 78 12/06/2027", "06 12 34 56 78"),
            ("732 829 320 00074 06 12 34 56 78", "06 12 34 56 78"),
            ("06 12 34 56 78 120 personnes", "06 12 34 56 78"),
            ("en 2026 06 12 34 56 78", "06 12 34 56 78"),
        ];
        for (text, number) in table {
            assert_eq!(found(text), [number], "{text:?}");
        }
    }

    #[test]
    fn two_numbers_are_two() {
        assert_eq!(found("0612345678 0698765432").len(), 2);
        assert_eq!(found("06 12 34 56 78 / 01 23 45 67 89").len(), 2);
        assert_eq!(found("0612345678+33123456789").len(), 2);
    }
}
