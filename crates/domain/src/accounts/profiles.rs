//! What a person changes about itself: its names, its phone, its language, the mails it wants, its password.
//!
//! The e-mail is the login and stays; a change leaves what it does not name.

use super::{Account, Alerts};
use crate::{
    actor::OrganizationKind,
    change::Change,
    facts::Fact,
    fields::Fields,
    identifiers::Phone,
    language::Language,
    refusal::{Explain, Explanation},
    text,
};

/// What a person typed; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct ProfileForm {
    /// First name.
    pub given_name: Option<String>,
    /// Last name.
    pub family_name: Option<String>,
    /// Any usual form of a phone number.
    pub phone: Option<String>,
    /// `fr` or `en`.
    pub language: Option<String>,
    /// Mails about created events.
    pub alert_tenders: Option<bool>,
    /// Private e-mails.
    pub alert_messages: Option<bool>,
}

/// A change of a profile without a fault.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    given_name: Option<String>,
    family_name: Option<String>,
    phone: Option<String>,
    language: Option<Language>,
    alert_tenders: Option<bool>,
    alert_messages: Option<bool>,
}

impl Profile {
    /// Reads what a person typed.
    pub fn parse(form: &ProfileForm) -> Result<Self, Fields> {
        let mut fields = Fields::default();
        let name = |text: &str| text::line(text, 80);
        let profile = Self {
            given_name: fields.take_given("/given_name", form.given_name.as_deref(), name),
            family_name: fields.take_given("/family_name", form.family_name.as_deref(), name),
            phone: fields.take_given("/phone", form.phone.as_deref(), |text| {
                Phone::parse(text).map(|phone| phone.to_string()).map_err(|error| error.explain())
            }),
            language: fields.take_given("/language", form.language.as_deref(), |code| {
                Language::from_code(code).ok_or_else(text::unknown_choice)
            }),
            alert_tenders: form.alert_tenders,
            alert_messages: form.alert_messages,
        };
        fields.check()?;
        Ok(profile)
    }
}

impl Account {
    /// Takes a change of its profile over.
    #[must_use]
    pub fn edit(self, profile: Profile) -> Change<Self> {
        Change::silent(Self {
            given_name: profile.given_name.unwrap_or(self.given_name),
            family_name: profile.family_name.unwrap_or(self.family_name),
            phone: profile.phone.unwrap_or(self.phone),
            language: profile.language.unwrap_or(self.language),
            alerts: Alerts {
                tenders: profile.alert_tenders.unwrap_or(self.alerts.tenders),
                messages: profile.alert_messages.unwrap_or(self.alerts.messages),
            },
            ..self
        })
    }

    /// Takes a new password; the caller ends the sessions and the keys that the old one opened.
    #[must_use]
    pub fn change_password(self, password_hash: String) -> Change<Self> {
        let fact = Fact::PasswordChanged { account: self.id };
        Change::new(Self { password_hash, ..self }, fact)
    }

    /// What this person should know about its own settings.
    #[must_use]
    pub fn warnings(&self, kind: OrganizationKind) -> Vec<Explanation> {
        let mut warnings = Vec::new();
        if kind == OrganizationKind::Provider && !self.alerts.tenders {
            warnings.push(Explanation::new(
                "tender_mails_stopped",
                "Vous ne recevrez plus d’e-mails d’appels d’offres. Les offres potentielles restent visibles sur le site.",
                "You will no longer receive tender e-mails. Potential tenders still show on the site.",
            ));
        }
        warnings
    }
}
