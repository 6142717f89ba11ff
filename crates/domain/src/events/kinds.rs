//! The kinds of events, with their names and a sample text for each (S1-033, « message type »).

use crate::{language::Language, words};

words! {
    /// What an event is.
    pub enum EventKind {
        /// Mariage.
        Wedding = "wedding",
        /// Fiançailles, PACS.
        Engagement = "engagement",
        /// Anniversaire.
        Birthday = "birthday",
        /// Baptême, communion.
        Baptism = "baptism",
        /// Fête de famille.
        FamilyParty = "family_party",
        /// Soirée d’entreprise.
        CompanyParty = "company_party",
        /// Séminaire.
        Seminar = "seminar",
        /// Conférence, congrès.
        Conference = "conference",
        /// Salon, foire.
        TradeFair = "trade_fair",
        /// Lancement de produit, inauguration.
        ProductLaunch = "product_launch",
        /// Gala, remise de prix.
        Gala = "gala",
        /// Arbre de Noël.
        ChristmasParty = "christmas_party",
        /// Fête communale, fête de quartier.
        TownFete = "town_fete",
        /// Fête d’école ou d’association.
        SchoolFete = "school_fete",
        /// Concert, spectacle.
        Concert = "concert",
        /// Festival.
        Festival = "festival",
        /// Événement sportif.
        SportsEvent = "sports_event",
        /// Autre.
        Other = "other",
    }
}

impl EventKind {
    /// Its name as a title.
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        let (french, english) = match self {
            Self::Wedding => ("Mariage", "Wedding"),
            Self::Engagement => ("Fiançailles ou PACS", "Engagement or civil union"),
            Self::Birthday => ("Anniversaire", "Birthday"),
            Self::Baptism => ("Baptême ou communion", "Baptism or communion"),
            Self::FamilyParty => ("Fête de famille", "Family party"),
            Self::CompanyParty => ("Soirée d’entreprise", "Company party"),
            Self::Seminar => ("Séminaire", "Seminar"),
            Self::Conference => ("Conférence ou congrès", "Conference or congress"),
            Self::TradeFair => ("Salon ou foire", "Trade fair"),
            Self::ProductLaunch => ("Lancement ou inauguration", "Launch or opening"),
            Self::Gala => ("Gala ou remise de prix", "Gala or award ceremony"),
            Self::ChristmasParty => ("Arbre de Noël", "Christmas party"),
            Self::TownFete => ("Fête communale", "Town fete"),
            Self::SchoolFete => ("Fête d’école ou d’association", "School or association fete"),
            Self::Concert => ("Concert ou spectacle", "Concert or show"),
            Self::Festival => ("Festival", "Festival"),
            Self::SportsEvent => ("Événement sportif", "Sports event"),
            Self::Other => ("Autre événement", "Other event"),
        };
        language.pick(french, english)
    }

    /// Its name inside a sentence, with its article.
    fn with_article(self, language: Language) -> &'static str {
        let (french, english) = match self {
            Self::Wedding => ("notre mariage", "our wedding"),
            Self::Engagement => ("nos fiançailles", "our engagement party"),
            Self::Birthday => ("un anniversaire", "a birthday party"),
            Self::Baptism => ("un baptême", "a baptism"),
            Self::FamilyParty => ("une fête de famille", "a family party"),
            Self::CompanyParty => ("une soirée d’entreprise", "a company party"),
            Self::Seminar => ("un séminaire", "a seminar"),
            Self::Conference => ("une conférence", "a conference"),
            Self::TradeFair => ("un salon", "a trade fair"),
            Self::ProductLaunch => ("un lancement de produit", "a product launch"),
            Self::Gala => ("une soirée de gala", "a gala evening"),
            Self::ChristmasParty => ("un arbre de Noël", "a Christmas party"),
            Self::TownFete => ("la fête de notre commune", "our town's fete"),
            Self::SchoolFete => ("la fête de notre école", "our school fete"),
            Self::Concert => ("un concert", "a concert"),
            Self::Festival => ("un festival", "a festival"),
            Self::SportsEvent => ("un événement sportif", "a sports event"),
            Self::Other => ("un événement", "an event"),
        };
        language.pick(french, english)
    }

    /// A text to begin from. It says what providers ask for: how the day goes, who comes, what the
    /// place offers, the style, the budget in mind. What stands in brackets is to be replaced.
    #[must_use]
    pub fn sample_text(self, language: Language) -> String {
        let occasion = self.with_article(language);
        language.pick(
            format!(
                "Bonjour, nous organisons {occasion} et cherchons des professionnels pour nous accompagner.\n\n\
                 Déroulement : [accueil à 18 h, vin d’honneur, repas assis à 20 h, soirée dansante jusqu’à 3 h].\n\
                 Invités : [80 adultes et 12 enfants de 3 à 10 ans].\n\
                 Lieu : [salle avec cuisine équipée et jardin / nous cherchons encore une salle dans un rayon de 20 km].\n\
                 Ambiance : [champêtre et décontractée, musique des années 80 à aujourd’hui].\n\
                 Repas : [buffet froid, deux menus végétariens, service à table].\n\
                 Budget : [1 500 € environ].\n\n\
                 Merci de détailler votre prestation et votre prix. Toutes les idées originales sont les bienvenues !"
            ),
            format!(
                "Hello, we are organizing {occasion} and are looking for professionals to help us.\n\n\
                 Programme: [welcome at 6 pm, drinks, seated dinner at 8 pm, dancing until 3 am].\n\
                 Guests: [80 adults and 12 children from 3 to 10].\n\
                 Venue: [hall with an equipped kitchen and a garden / we are still looking for one within 20 km].\n\
                 Mood: [country style and relaxed, music from the 80s to today].\n\
                 Food: [cold buffet, two vegetarian menus, table service].\n\
                 Budget: [about €1,500].\n\n\
                 Please detail your service and your price. Original ideas are most welcome!"
            ),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// S1-033.
    #[test]
    fn every_kind_has_names_and_a_sample_that_fits() {
        for &kind in EventKind::ALL {
            for language in [Language::Fr, Language::En] {
                assert!(!kind.name(language).is_empty());
                let sample = kind.sample_text(language);
                assert_eq!(crate::text::paragraphs(&sample, 5_000), Ok(sample));
            }
        }
    }
}
