//! What a provider accepts when it gives its mandate, in both languages. The French text binds. A change of its sense is a
//! new version: those who accepted an older one keep it until they accept again.

/// The version in force.
pub const MANDATE_VERSION: &str = "2026-12-01";

/// A paragraph of the mandate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Its heading, in French and in English.
    pub title: (&'static str, &'static str),
    /// What it says, in French and in English.
    pub text: (String, String),
}

fn article(title: (&'static str, &'static str), french: String, english: String) -> Article {
    Article { title, text: (french, english) }
}

/// The mandate that is given to an agent.
#[must_use]
pub fn mandate_articles(agent: &str) -> Vec<Article> {
    vec![
        article(
            ("Objet", "What it is"),
            format!("Vous donnez mandat à {agent} d’établir et d’émettre, en votre nom et pour votre compte, les factures et les avoirs des commandes passées par son intermédiaire (art. 289, I-2 du code général des impôts)."),
            format!("You mandate {agent} to draw up and issue, in your name and on your behalf, the invoices and credit notes of the orders placed through it (article 289, I-2 of the French tax code)."),
        ),
        article(
            ("Émission", "Issue"),
            "Une facture est émise à l’acceptation de chaque livraison, ou à l’encaissement d’un acompte. Elle porte la mention « Facture émise au nom et pour le compte de » suivie de votre nom, et vous la recevez en même temps que votre client.".to_owned(),
            "An invoice is issued when each delivery is accepted, or when a deposit is received. It says that it was issued in your name and on your behalf, and you get it at the same time as your client.".to_owned(),
        ),
        article(
            ("Numérotation", "Numbers"),
            "Ces factures suivent une séquence chronologique et continue, propre à votre entreprise et distincte de la vôtre : vous restez libre d’émettre les autres avec vos propres numéros.".to_owned(),
            "These invoices follow a chronological sequence without gaps, of your business alone and distinct from your own: you stay free to issue others under your own numbers.".to_owned(),
        ),
        article(
            ("Vos obligations", "Your duties"),
            "Vous restez seul responsable de vos obligations en matière de facturation et de TVA : vous déclarez et versez la taxe qui figure sur ces factures, vous signalez sans délai tout changement de votre identification (nom, adresse, SIRET, régime de TVA) et vous réclamez toute facture qui ne vous serait pas parvenue.".to_owned(),
            "You alone stay responsible for your duties in invoicing and VAT: you declare and pay the tax that these invoices show, you report any change of your identification (name, address, SIRET, VAT regime) at once, and you claim any invoice that did not reach you.".to_owned(),
        ),
        article(
            ("Contestation", "Objections"),
            "Vous disposez de quinze jours après l’émission d’une facture pour en contester le contenu. Passé ce délai, elle est réputée acceptée. Une facture émise ne change plus : une erreur se corrige par un avoir.".to_owned(),
            "You have fifteen days after the issue of an invoice to object to what it says. After that it counts as accepted. An issued invoice does not change any more: a mistake is corrected by a credit note.".to_owned(),
        ),
        article(
            ("Conservation", "Keeping"),
            "Les factures sont conservées dix ans, même si votre compte est supprimé. Vous pouvez les télécharger à tout moment, une à une ou par année.".to_owned(),
            "Invoices are kept for ten years, even if your account is deleted. You can download them at any time, one by one or by year.".to_owned(),
        ),
        article(
            ("Durée", "How long"),
            "Le mandat vaut à partir de son acceptation, sans limite de durée. Vous le révoquez quand vous le voulez, avec effet immédiat : les factures déjà émises restent valables, et vous émettez vous-même les suivantes.".to_owned(),
            "The mandate holds from its acceptance, without an end. You revoke it whenever you want, with immediate effect: invoices that were issued stay valid, and you issue the next ones yourself.".to_owned(),
        ),
    ]
}
