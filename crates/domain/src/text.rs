//! Texts that people type, parsed once at the edge. What shows nothing is left out of them.

mod invisible;
mod reserved;

use std::fmt;

use serde::Serialize;
use validator::ValidateEmail;

use crate::{contacts::find_contacts, refusal::Explanation};

/// A field that must be filled is empty.
#[must_use]
pub fn missing() -> Explanation {
    Explanation::new("required", "Ce champ est obligatoire.", "This field is required.")
}

/// What was given, unless that is nothing.
pub fn filled(text: &str) -> Result<&str, Explanation> {
    if text.trim().is_empty() { Err(missing()) } else { Ok(text) }
}

/// No day of the calendar.
#[must_use]
pub fn invalid_date() -> Explanation {
    Explanation::new("invalid_date", "Cette date n’existe pas.", "There is no such date.")
}

/// A word that is not one of a list.
#[must_use]
pub fn unknown_choice() -> Explanation {
    Explanation::new(
        "unknown_choice",
        "Cette valeur ne fait pas partie des choix proposés.",
        "This value is not one of the choices.",
    )
}

/// More entries than a list takes.
#[must_use]
pub fn too_many(limit: usize) -> Explanation {
    Explanation::new(
        "too_many",
        format!("Cette liste compte au plus {limit} éléments."),
        format!("This list has at most {limit} entries."),
    )
}

fn too_long(limit: usize) -> Explanation {
    Explanation::new(
        "too_long",
        format!("Ce texte dépasse {limit} caractères."),
        format!("This text is longer than {limit} characters."),
    )
}

fn control_characters() -> Explanation {
    Explanation::new(
        "control_characters",
        "Ce texte contient des caractères invisibles interdits.",
        "This text contains invisible characters that are not allowed.",
    )
}

fn letters_due() -> Explanation {
    Explanation::new(
        "letters_due",
        "Écrivez au moins une lettre ou un chiffre.",
        "Write at least one letter or digit.",
    )
}

/// Whether a text has a letter or a digit: signs alone name nothing.
#[must_use]
pub fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// A filled line of at most `limit` characters, trimmed, with a letter or a digit in it.
pub fn line(text: &str, limit: usize) -> Result<String, Explanation> {
    let text = optional_line(filled(text)?, limit)?;
    match text.as_str() {
        "" => Err(missing()),
        _ if !has_letters(&text) => Err(letters_due()),
        _ => Ok(text),
    }
}

/// A line that may be empty.
pub fn optional_line(text: &str, limit: usize) -> Result<String, Explanation> {
    let text = invisible::left_out(text);
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    checked(text.trim(), limit, breaks)
}

/// A line that everyone reads before anyone has agreed on anything: it names something and needs no contact.
pub fn label(text: &str, limit: usize) -> Result<String, Explanation> {
    without_contacts(line(text, limit)?)
}

/// A label that may be empty.
pub fn optional_label(text: &str, limit: usize) -> Result<String, Explanation> {
    without_contacts(optional_line(text, limit)?)
}

fn without_contacts(text: String) -> Result<String, Explanation> {
    if find_contacts(&text).is_empty() {
        return Ok(text);
    }
    Err(Explanation::new(
        "contacts_in_label",
        "Ce texte est public : retirez-en l’adresse e-mail ou le numéro de téléphone. Les coordonnées \
         s’échangent quand une prestation est en travail.",
        "This text is public: take the e-mail address or the phone number out of it. Contact details are \
         exchanged once a mission is in work.",
    ))
}

/// A filled text of several lines, at most `limit` characters, trimmed, with something to see in it.
pub fn paragraphs(text: &str, limit: usize) -> Result<String, Explanation> {
    let text = optional_paragraphs(text, limit)?;
    if text.chars().any(invisible::is_visible) { Ok(text) } else { Err(missing()) }
}

/// A text of several lines that may be empty.
pub fn optional_paragraphs(text: &str, limit: usize) -> Result<String, Explanation> {
    let text = invisible::left_out(text).replace("\r\n", "\n");
    checked(text.trim(), limit, |c| c.is_control() && c != '\n' && c != '\t')
}

fn checked(
    text: &str,
    limit: usize,
    forbidden: impl Fn(char) -> bool,
) -> Result<String, Explanation> {
    match text {
        _ if text.chars().count() > limit => Err(too_long(limit)),
        _ if text.chars().any(forbidden) => Err(control_characters()),
        _ => Ok(text.to_owned()),
    }
}

/// The address of a site, or none: `https://` is put before what people type without it.
pub fn website(text: &str) -> Result<Option<String>, Explanation> {
    let text = optional_line(text, 200)?;
    if text.is_empty() {
        return Ok(None);
    }
    let lowered = text.to_ascii_lowercase();
    let full = if lowered.starts_with("https://") || lowered.starts_with("http://") {
        text
    } else {
        format!("https://{text}")
    };
    let host = full.split("://").nth(1).and_then(|rest| rest.split(['/', '?', '#']).next());
    let is_site = host.is_some_and(|host| {
        let known = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
        host.contains('.')
            && host.chars().all(known)
            && host.split('.').all(|label| !label.is_empty())
    });
    if is_site && !full.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')) {
        return Ok(Some(full));
    }
    Err(Explanation::new(
        "invalid_website",
        "Cette adresse de site n’est pas valable, par exemple https://www.exemple.fr.",
        "This is not a valid site address, for example https://www.example.com.",
    ))
}

/// An e-mail address, in lower case: one person types it in several ways.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Email(String);

impl Email {
    /// Reads an address as people type it.
    pub fn parse(text: &str) -> Result<Self, Explanation> {
        let text = line(text, 254)?.to_lowercase();
        // A host without a dot is lawful in the standard and a slip of the hand in a form.
        let has_domain = text.rsplit_once('@').is_some_and(|(_, host)| host.contains('.'));
        if has_domain && text.is_ascii() && text.validate_email() {
            return Ok(Self(text));
        }
        Err(Explanation::new(
            "invalid_email",
            "Cette adresse e-mail n’est pas valable.",
            "This e-mail address is not valid.",
        ))
    }

    /// An address that is nobody's and that no mail reaches (`.invalid` is reserved for that).
    pub(crate) fn placeholder(name: impl fmt::Display) -> Self {
        Self(format!("{name}@gone.invalid"))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A pseudo: chosen at registration, public, never changed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Handle(String);

impl Handle {
    /// 3 to 30 of `a-z 0-9 -`, beginning with a letter; capitals are lowered.
    pub fn parse(text: &str) -> Result<Self, Explanation> {
        let text = line(text, 30)?.to_lowercase();
        let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let sound = text.len() >= 3
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && !text.ends_with('-')
            && !text.contains("--")
            && text.chars().all(known);
        if sound {
            return Ok(Self(text));
        }
        Err(Explanation::new(
            "invalid_handle",
            "Le pseudo compte 3 à 30 lettres sans accent, chiffres ou tirets et commence par une lettre.",
            "A handle has 3 to 30 unaccented letters, digits or hyphens and begins with a letter.",
        ))
    }

    /// A pseudo that tells nothing: the end of an id, which is random.
    pub(crate) fn placeholder(id: impl fmt::Display) -> Self {
        let id = id.to_string();
        Self(format!("efface-{}", &id[id.len().saturating_sub(16)..]))
    }

    /// The pseudo.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_lowered_and_checked() {
        assert_eq!(Email::parse(" Ana.Roux@Exemple.FR ").unwrap().as_str(), "ana.roux@exemple.fr");
        for wrong in
            ["ana", "ana@", "@exemple.fr", "ana@exemple", "a b@exemple.fr", "ana@exemple.fr\n.x"]
        {
            assert!(Email::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_website_is_an_address_of_the_web() {
        assert_eq!(website("www.exemple.fr/dj"), Ok(Some("https://www.exemple.fr/dj".to_owned())));
        assert_eq!(website("http://exemple.fr"), Ok(Some("http://exemple.fr".to_owned())));
        assert_eq!(website("  "), Ok(None));
        for wrong in [
            "javascript:alert(1)",
            "https://",
            "https://localhost",
            "https://a..fr",
            "ftp://exemple.fr",
            "https://moi:secret@example.fr",
            "https://exemple.fr/a b",
        ] {
            assert_eq!(website(wrong).unwrap_err().code, "invalid_website", "{wrong}");
        }
    }

    #[test]
    fn a_handle_has_a_narrow_alphabet() {
        assert_eq!(Handle::parse("DJ-Max76").unwrap().as_str(), "dj-max76");
        for wrong in ["ab", "1abc", "é-tienne", "a--b", "abc-", "a b c", &"a".repeat(31)] {
            assert!(Handle::parse(wrong).is_err(), "{wrong}");
        }
    }

    /// S1-083: a public label holds no contact; the figures of names and places are none.
    #[test]
    fn a_label_holds_no_contact() {
        for name in [
            "DJ 2000",
            "Salle 1900",
            "76000 Rouen",
            "Studio 54 & Co",
            "Anniversaire 18-20 h, le 12/06/2027",
            "24h Chrono 3.0",
            "Sono.com",
            "La Fabrique @ Rouen",
        ] {
            assert_eq!(label(name, 80).as_deref(), Ok(name));
        }
        assert_eq!(label(" ", 80).unwrap_err().code, "required");
        assert_eq!(optional_label(" ", 80).as_deref(), Ok(""));
        for name in
            ["DJ Max 06 12 34 56 78", "dj.max@exemple.fr", "Rouen, max (at) gmail point com"]
        {
            assert_eq!(label(name, 80).unwrap_err().code, "contacts_in_label", "{name}");
            assert_eq!(optional_label(name, 80).unwrap_err().code, "contacts_in_label", "{name}");
        }
        assert_eq!(Handle::choose("dj-0612345678").unwrap_err().code, "contacts_in_label");
        assert_eq!(Handle::choose("DJ-Max76").unwrap().as_str(), "dj-max76");
    }

    #[test]
    fn a_line_is_bounded_on_both_sides() {
        assert_eq!(line(&"é".repeat(80), 80).unwrap().chars().count(), 80);
        assert_eq!(line(&"é".repeat(81), 80).unwrap_err().code, "too_long");
        assert_eq!(line("  ", 80).unwrap_err().code, "required");
        assert_eq!(line("a\u{0}b", 80).unwrap_err().code, "control_characters");
    }

    /// S1-006: what nobody sees fills nothing.
    #[test]
    fn a_filled_text_shows_something() {
        for blank in ["\u{200b}", "\u{2800}", " \u{3164} ", "\u{301}", "\u{202e}\u{202c}"] {
            assert!(line(blank, 80).is_err(), "{blank:?}");
            assert_eq!(paragraphs(blank, 80).unwrap_err().code, "required", "{blank:?}");
        }
        assert_eq!(line("\u{200b}", 80).unwrap_err().code, "required");
        assert_eq!(optional_line("\u{200b}", 80), Ok(String::new()));
        assert_eq!(line("—", 80).unwrap_err().code, "letters_due");
        assert_eq!(optional_line("?", 80), Ok("?".to_owned()));
        assert_eq!(paragraphs("👍", 80), Ok("👍".to_owned()));
        assert_eq!(line("\u{202e}Ana", 80), Ok("Ana".to_owned()));
        assert_eq!(line("a\u{2028}b", 80).unwrap_err().code, "control_characters");
    }
}
