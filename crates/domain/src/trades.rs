//! The trades of the event business: what a lot asks for and what a provider lives from.
//!
//! A trade is known by its slug, which is stored, stands in URLs and never changes; names may be
//! improved. The flags say which terms of an offer make sense by default in the trade: a fixed
//! price always does. They are defaults only: an operator may switch them per trade (S2-009).
//!
//! Invariant, checked when this file compiles: sorted by slug, no slug twice.

/// A group of trades, as the directory presents them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// Places and what furnishes them.
    Venues,
    /// Food and drink.
    Catering,
    /// Bands and sound.
    Music,
    /// Entertainment.
    Activities,
    /// Photo and film.
    Image,
    /// Flowers and decoration.
    Decor,
    /// Light, sound and safety.
    Technical,
    /// Officiants and beauty.
    Ceremony,
    /// Staff and transport.
    Hospitality,
}

use Family::{Activities, Catering, Ceremony, Decor, Hospitality, Image, Music, Technical, Venues};

impl Family {
    /// Every family once, in the order the directory shows them.
    pub const ALL: [Self; 9] =
        [Venues, Catering, Music, Activities, Image, Decor, Technical, Ceremony, Hospitality];

    /// The stable key of the family in URLs and in the API.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Venues => "lieux",
            Catering => "restauration",
            Music => "musique",
            Activities => "animations",
            Image => "image",
            Decor => "decoration",
            Technical => "technique",
            Ceremony => "ceremonie",
            Hospitality => "accueil",
        }
    }

    /// The name shown to French readers.
    #[must_use]
    pub const fn name_fr(self) -> &'static str {
        match self {
            Venues => "Lieux et matériel",
            Catering => "Restauration et boissons",
            Music => "Musique et spectacles",
            Activities => "Animations et intervenants",
            Image => "Photo et vidéo",
            Decor => "Décoration et papeterie",
            Technical => "Technique et scène",
            Ceremony => "Organisation, cérémonie et beauté",
            Hospitality => "Accueil, sécurité et transport",
        }
    }

    /// The name shown to English readers.
    #[must_use]
    pub const fn name_en(self) -> &'static str {
        match self {
            Venues => "Venues and furniture",
            Catering => "Food and drinks",
            Music => "Music and shows",
            Activities => "Activities and speakers",
            Image => "Photo and video",
            Decor => "Decoration and stationery",
            Technical => "Stage and technical",
            Ceremony => "Planning, ceremony and beauty",
            Hospitality => "Reception, security and transport",
        }
    }
}

/// A trade of the catalogue.
#[derive(Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each flag answers its own question and any combination of them is a real trade"
)]
pub struct Trade {
    /// Stable key, kebab-case ASCII.
    pub slug: &'static str,
    /// French name, singular, as a provider would introduce itself or its service.
    pub name_fr: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Where the directory shows it.
    pub family: Family,
    /// The work spreads over stages that can be paid one by one.
    pub milestones: bool,
    /// The service is commonly repeated for the same client.
    pub subscriptions: bool,
    /// The work is commonly billed by the hour.
    pub hourly: bool,
    /// The price depends on the number of guests.
    pub per_guest: bool,
}

impl Trade {
    const fn milestones(mut self) -> Self {
        self.milestones = true;
        self
    }

    const fn subscriptions(mut self) -> Self {
        self.subscriptions = true;
        self
    }

    const fn hourly(mut self) -> Self {
        self.hourly = true;
        self
    }

    const fn per_guest(mut self) -> Self {
        self.per_guest = true;
        self
    }
}

const fn trade(
    slug: &'static str,
    name_fr: &'static str,
    name_en: &'static str,
    family: Family,
) -> Trade {
    Trade {
        slug,
        name_fr,
        name_en,
        family,
        milestones: false,
        subscriptions: false,
        hourly: false,
        per_guest: false,
    }
}

/// The trade with this exact slug.
#[must_use]
pub fn find(slug: &str) -> Option<&'static Trade> {
    let index = TRADES.binary_search_by_key(&slug, |it| it.slug).ok()?;
    TRADES.get(index)
}

/// Every trade, sorted by slug.
// One line per trade is what makes the table readable.
#[rustfmt::skip]
pub static TRADES: &[Trade] = &[
    trade("agence-evenementielle", "Agence événementielle", "Event agency", Ceremony).milestones().subscriptions(),
    trade("animateur-enfants", "Animateur pour enfants", "Children's entertainer", Activities).subscriptions().hourly(),
    trade("animateur-soiree", "Animateur de soirée", "Party host", Activities).hourly(),
    trade("artificier", "Artificier", "Fireworks operator", Technical).milestones(),
    trade("bar-a-cocktails", "Bar à cocktails", "Cocktail bar", Catering).per_guest(),
    trade("barman", "Barman", "Bartender", Catering).hourly(),
    trade("cabaret", "Cabaret et revue", "Cabaret and revue", Music),
    trade("cadeaux-d-invites", "Cadeaux d’invités et objets personnalisés", "Guest favours and branded gifts", Decor).per_guest(),
    trade("cake-designer", "Cake designer et pièce montée", "Cake designer", Catering).per_guest(),
    trade("captation-live", "Captation et diffusion en direct", "Live capture and streaming", Image).milestones().subscriptions().hourly(),
    trade("caricaturiste", "Caricaturiste", "Caricature artist", Activities).hourly(),
    trade("casino-et-jeux", "Casino factice et jeux", "Fun casino and games", Activities).per_guest(),
    trade("chanteur", "Chanteur ou chanteuse", "Singer", Music).subscriptions().hourly(),
    trade("chef-a-domicile", "Chef à domicile", "Private chef", Catering).subscriptions().hourly().per_guest(),
    trade("chorale-gospel", "Chorale et gospel", "Choir and gospel", Music),
    trade("cirque", "Artiste de cirque", "Circus performer", Music).milestones(),
    trade("coiffure", "Coiffure", "Hairdresser", Ceremony).hourly(),
    trade("conferencier", "Conférencier", "Keynote speaker", Activities).hourly(),
    trade("cours-de-danse", "Cours de danse", "Dance lessons", Activities).subscriptions().hourly(),
    trade("danse-et-spectacle", "Danse et spectacle", "Dance and show", Music).milestones(),
    trade("decorateur", "Décorateur", "Decorator", Decor).milestones().hourly(),
    trade("decoration-ballons", "Décoration en ballons", "Balloon decoration", Decor),
    trade("dj", "DJ", "DJ", Music).subscriptions().hourly(),
    trade("eclairage", "Éclairage", "Lighting", Technical).milestones().hourly(),
    trade("fanfare", "Fanfare et déambulation", "Marching band", Music),
    trade("fleuriste", "Fleuriste", "Florist", Decor).milestones().subscriptions(),
    trade("food-truck", "Food truck", "Food truck", Catering).subscriptions().per_guest(),
    trade("garde-d-enfants", "Garde d’enfants", "Childcare", Hospitality).hourly(),
    trade("glacier-et-desserts", "Glacier et bar à desserts", "Ice cream and dessert bar", Catering).per_guest(),
    trade("graveur-et-faire-part", "Graveur et faire-part", "Engraver and invitations", Decor).milestones().per_guest(),
    trade("groupe-electrogene", "Groupe électrogène", "Power generator hire", Technical),
    trade("groupe-live", "Groupe de musique live", "Live band", Music).milestones().subscriptions(),
    trade("hebergement", "Hébergement des invités", "Guest accommodation", Venues).per_guest(),
    trade("hotes-et-hotesses", "Hôtes et hôtesses d’accueil", "Reception hosts", Hospitality).subscriptions().hourly(),
    trade("humoriste", "Humoriste", "Comedian", Music),
    trade("illustrateur-en-direct", "Illustrateur en direct et facilitation graphique", "Live illustrator", Activities).hourly(),
    trade("karaoke", "Karaoké", "Karaoke", Activities).subscriptions().hourly(),
    trade("location-de-mobilier", "Location de mobilier", "Furniture hire", Venues).per_guest(),
    trade("location-de-salle", "Location de salle", "Venue hire", Venues).milestones().subscriptions(),
    trade("location-de-tente", "Location de tente et chapiteau", "Marquee and tent hire", Venues).milestones(),
    trade("location-de-vaisselle", "Location de vaisselle et linge", "Tableware and linen hire", Venues).per_guest(),
    trade("magicien", "Magicien", "Magician", Music).hourly(),
    trade("maitre-de-ceremonie", "Maître de cérémonie", "Master of ceremonies", Ceremony).hourly(),
    trade("maquillage", "Maquillage", "Make-up artist", Ceremony).hourly(),
    trade("musiciens-classiques", "Musiciens classiques et quatuor", "Classical musicians and quartet", Music).hourly(),
    trade("navette", "Navette et autocar", "Shuttle and coach", Hospitality).subscriptions().hourly().per_guest(),
    trade("nettoyage", "Nettoyage", "Cleaning", Hospitality).subscriptions().hourly(),
    trade("officiant", "Officiant de cérémonie laïque", "Wedding celebrant", Ceremony).milestones(),
    trade("orchestre", "Orchestre", "Orchestra", Music).milestones(),
    trade("pere-noel", "Père Noël et mascottes", "Santa Claus and mascots", Activities).hourly(),
    trade("photobooth", "Photobooth", "Photo booth", Image),
    trade("photographe", "Photographe", "Photographer", Image).milestones().subscriptions().hourly(),
    trade("pilote-de-drone", "Pilote de drone", "Drone pilot", Image).hourly(),
    trade("poste-de-secours", "Secours et poste de secours", "First aid post", Hospitality).subscriptions().hourly(),
    trade("projection-video", "Écrans et projection vidéo", "Screens and video projection", Technical).hourly(),
    trade("regisseur", "Régisseur", "Stage manager", Technical).milestones().subscriptions().hourly(),
    trade("robe-et-costume", "Robe et costume", "Dress and suit", Ceremony).milestones(),
    trade("scene-et-structure", "Scène et structure", "Stage and rigging", Technical).milestones(),
    trade("securite", "Sécurité", "Security", Hospitality).subscriptions().hourly(),
    trade("serveur", "Serveur et maître d’hôtel", "Waiter and head waiter", Catering).hourly(),
    trade("signaletique", "Signalétique et impression", "Signage and printing", Decor).milestones(),
    trade("sommelier", "Sommelier", "Sommelier", Catering).hourly(),
    trade("sonorisation", "Sonorisation", "Sound system", Technical).milestones().hourly(),
    trade("stand-d-exposition", "Stand d’exposition", "Exhibition stand", Decor).milestones(),
    trade("structures-gonflables", "Structures gonflables", "Bouncy castles and inflatables", Activities),
    trade("team-building", "Team building", "Team building", Activities).milestones().subscriptions().per_guest(),
    trade("toilettes-mobiles", "Toilettes mobiles", "Mobile toilets", Venues),
    trade("traducteur", "Traducteur et interprète", "Translator and interpreter", Activities).milestones().hourly(),
    trade("traiteur", "Traiteur", "Caterer", Catering).milestones().subscriptions().per_guest(),
    trade("vestiaire", "Vestiaire", "Cloakroom", Hospitality).hourly().per_guest(),
    trade("videaste", "Vidéaste", "Videographer", Image).milestones().subscriptions().hourly(),
    trade("vins-et-boissons", "Vins, champagne et boissons", "Wines, champagne and drinks", Catering).subscriptions().per_guest(),
    trade("voiture-avec-chauffeur", "Location de voiture avec chauffeur", "Chauffeured car", Hospitality).hourly(),
    trade("voiturier", "Voiturier", "Valet parking", Hospitality).hourly(),
    trade("wedding-planner", "Wedding planner", "Wedding planner", Ceremony).milestones().hourly(),
];

const _: () = assert!(is_strictly_sorted(TRADES), "trades are sorted by slug, each one once");

const fn is_strictly_sorted(trades: &[Trade]) -> bool {
    let mut index = 1;
    while index < trades.len() {
        if !is_before(trades[index - 1].slug.as_bytes(), trades[index].slug.as_bytes()) {
            return false;
        }
        index += 1;
    }
    true
}

// Byte order, written out because `Ord` cannot be called while compiling.
const fn is_before(left: &[u8], right: &[u8]) -> bool {
    let mut index = 0;
    while index < left.len() && index < right.len() {
        if left[index] != right[index] {
            return left[index] < right[index];
        }
        index += 1;
    }
    left.len() < right.len()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn slugs_are_sorted_unique_kebab_ascii() {
        assert!(TRADES.len() >= 48);
        assert!(TRADES.windows(2).all(|pair| pair[0].slug < pair[1].slug));
        for it in TRADES {
            let words: Vec<_> = it.slug.split('-').collect();
            assert!(words.iter().all(|word| !word.is_empty()), "{}", it.slug);
            assert!(words.concat().chars().all(|c| c.is_ascii_lowercase()), "{}", it.slug);
        }
    }

    #[test]
    fn names_are_present_and_unique_in_each_language() {
        let french: HashSet<_> = TRADES.iter().map(|it| it.name_fr).collect();
        let english: HashSet<_> = TRADES.iter().map(|it| it.name_en).collect();
        assert_eq!((french.len(), english.len()), (TRADES.len(), TRADES.len()));
        assert!(!french.contains("") && !english.contains(""));
    }

    #[test]
    fn find_knows_every_slug_and_nothing_else() {
        for it in TRADES {
            assert_eq!(find(it.slug), Some(it));
        }
        for slug in ["", "DJ", "djs", "d", "traiteurs", "zzz"] {
            assert_eq!(find(slug), None, "{slug}");
        }
    }

    #[test]
    fn every_family_has_at_least_four_trades() {
        for family in Family::ALL {
            let count = TRADES.iter().filter(|it| it.family == family).count();
            assert!(count >= 4, "{family:?} has {count}");
        }
        assert_eq!(Family::ALL.iter().map(|it| it.slug()).collect::<HashSet<_>>().len(), 9);
    }

    #[test]
    fn flags_follow_the_trade() {
        let flags = |slug| {
            let it = find(slug).expect(slug);
            (it.milestones, it.subscriptions, it.hourly, it.per_guest)
        };
        assert_eq!(flags("traiteur"), (true, true, false, true));
        assert_eq!(flags("serveur"), (false, false, true, false));
        assert_eq!(flags("photographe"), (true, true, true, false));
        assert_eq!(flags("photobooth"), (false, false, false, false));
    }

    #[test]
    fn a_prefix_stands_before_the_longer_slug() {
        assert!(is_before(b"bar", b"barman") && !is_before(b"barman", b"bar"));
        assert!(!is_before(b"dj", b"dj"));
    }
}
