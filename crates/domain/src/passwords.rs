//! What a password must be; how it is hashed is the api's business.

use crate::{refusal::Explanation, text};

/// The shortest password, in characters.
pub const LENGTH_MIN: usize = 10;
/// The longest password, in characters: long enough for a phrase, short enough to hash.
pub const LENGTH_MAX: usize = 128;

/// The passwords that are tried first everywhere, in lower case.
const COMMON: [&str; 12] = [
    "1234567890",
    "0123456789",
    "motdepasse",
    "motdepasse1",
    "password12",
    "password123",
    "azertyuiop",
    "qwertyuiop",
    "azerty1234",
    "qwerty1234",
    "jetaime123",
    "iloveyou12",
];

/// The password that was to be confirmed is not the one of the account.
#[must_use]
pub fn wrong() -> Explanation {
    Explanation::new(
        "wrong_password",
        "Ce n’est pas votre mot de passe actuel.",
        "This is not your current password.",
    )
}

/// Reads a new password: length counts, not symbols; what everyone tries first is refused, and so
/// are the person's own names.
pub fn parse(text: &str, own_words: &[&str]) -> Result<String, Explanation> {
    let length = text::filled(text)?.chars().count();
    if length < LENGTH_MIN {
        return Err(Explanation::new(
            "password_too_short",
            format!("Choisissez un mot de passe d’au moins {LENGTH_MIN} caractères."),
            format!("Choose a password of at least {LENGTH_MIN} characters."),
        ));
    }
    if length > LENGTH_MAX {
        return Err(Explanation::new(
            "password_too_long",
            format!("Un mot de passe compte au plus {LENGTH_MAX} caractères."),
            format!("A password has at most {LENGTH_MAX} characters."),
        ));
    }
    let lowered = text.to_lowercase();
    let one_character = text.chars().all(|c| text.starts_with(c));
    if one_character
        || COMMON.contains(&lowered.as_str())
        || own_words.iter().any(|word| lowered == word.to_lowercase())
    {
        return Err(Explanation::new(
            "password_too_common",
            "Ce mot de passe est trop facile à deviner.",
            "This password is too easy to guess.",
        ));
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_bounded_and_not_common() {
        let code = |text: &str| parse(text, &["ana@exemple.fr"]).map_err(|refused| refused.code);
        assert_eq!(code("123456789"), Err("password_too_short"));
        assert_eq!(code("tournesol7"), Ok("tournesol7".to_owned()));
        assert_eq!(code(&"ab".repeat(64)), Ok("ab".repeat(64)));
        assert_eq!(code(&"ab".repeat(65)), Err("password_too_long"));
        for common in ["MotDePasse", "aaaaaaaaaaaa", "ANA@exemple.fr"] {
            assert_eq!(code(common), Err("password_too_common"), "{common}");
        }
    }
}
