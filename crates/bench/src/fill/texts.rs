//! What people would have written: sentences of a few kinds, and rare words, so that a search has something to
//! tell apart.

use super::chance::{draw, one_of};

const TOWNS: [&str; 12] = [
    "Rouen",
    "Paris",
    "Saint-Étienne-du-Rouvray",
    "Lyon",
    "Nantes",
    "Le Mans",
    "Albi",
    "Quimper",
    "Villefranche-sur-Saône",
    "Metz",
    "Bourg-en-Bresse",
    "Gap",
];
const HOUSES: [&str; 12] = [
    "Maison",
    "Atelier",
    "Studio",
    "Compagnie",
    "Les Ateliers",
    "La Fabrique",
    "Collectif",
    "Le Comptoir",
    "L’Agence",
    "Les Frères",
    "La Troupe",
    "Le Domaine",
];
const OCCASIONS: [&str; 8] = [
    "Mariage champêtre",
    "Anniversaire de Camille",
    "Séminaire d’automne",
    "Fête du village",
    "Soirée d’entreprise",
    "Cinquante ans de mariage",
    "Gala de l’association",
    "Kermesse de l’école",
];
const SENTENCES: [&str; 12] = [
    "Vingt ans de mariages, de fêtes et de soirées d’entreprise.",
    "Nous préparons chaque événement avec vous, sur place et à l’avance.",
    "Matériel récent, entretenu et assuré ; installation la veille si la salle le permet.",
    "Une équipe de cinq personnes, des bénévoles de l’association aux techniciens confirmés.",
    "Produits de saison, fournisseurs de la région, cuisine faite maison.",
    "Nous jouons du swing, de la chanson française et tout ce qui fait danser.",
    "Devis détaillé sous deux jours, sans frais de déplacement dans le département.",
    "Reportage complet, de la préparation aux dernières danses.",
    "Lumières douces, guirlandes et projecteurs, pour l’intérieur comme pour le jardin.",
    "Nous parlons français, anglais et espagnol.",
    "Accès facile aux personnes à mobilité réduite et stationnement sur place.",
    "Références de mairies, de comités d’entreprise et de particuliers.",
];
const SYLLABLES: [&str; 24] = [
    "ba", "bel", "bru", "ca", "cor", "da", "del", "fa", "fla", "gar", "jo", "la", "lin", "ma",
    "mon", "na", "por", "ri", "ro", "sa", "tel", "tri", "va", "ver",
];

/// A name that few share.
pub fn rare_word(number: usize, question: u64) -> String {
    (0..3).map(|place| one_of(number, question * 3 + place, &SYLLABLES)).collect()
}

/// A town.
pub fn town(number: usize) -> &'static str {
    one_of(number, 20, &TOWNS)
}

/// The name of a provider.
pub fn house(number: usize) -> String {
    let mut name = rare_word(number, 21);
    name[..1].make_ascii_uppercase();
    format!("{} {name}", one_of(number, 22, &HOUSES))
}

/// What an event is called.
pub fn occasion(number: usize) -> String {
    format!("{} {}", one_of(number, 23, &OCCASIONS), rare_word(number, 24))
}

/// Some sentences and a rare word.
pub fn paragraph(number: usize, question: u64) -> String {
    let sentences = 2 + u64::try_from(draw(number, question, 4)).unwrap_or_default();
    let mut text: Vec<&str> =
        (0..sentences).map(|place| one_of(number, question + 1 + place, &SENTENCES)).collect();
    let rare = format!("Demandez {}.", rare_word(number, question));
    text.push(&rare);
    text.join(" ")
}
