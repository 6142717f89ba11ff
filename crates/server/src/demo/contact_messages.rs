//! What people wrote to the operator: one was answered, two wait.

use estrade_domain::contact_messages::ContactForm;

use super::scenes::Scene;

/// Each with its day, counted from today.
pub fn contact_messages() -> Vec<(i64, Scene)> {
    let words = |topic: &str, subject: &str, text: &str| ContactForm {
        topic: topic.to_owned(),
        subject: subject.to_owned(),
        text: text.to_owned(),
        ..ContactForm::default()
    };
    let visitor = ContactForm {
        name: "Hélène Marchand".to_owned(),
        email: "helene.marchand@exemple.fr".to_owned(),
        ..words(
            "usage",
            "Une fête de village",
            "Notre comité des fêtes peut-il s’inscrire comme association ? Nous cherchons un \
             orchestre et un traiteur pour deux cents personnes en juillet.",
        )
    };
    let invoice = words(
        "payment",
        "Facture d’acompte",
        "Où puis-je retrouver la facture d’acompte de mon traiteur ? Ma banque me la demande.",
    );
    let second_phone = words(
        "account",
        "Changer de numéro",
        "Mon numéro de téléphone a changé. Faut-il prévenir les clients dont la mission est en cours ?",
    );
    let answer = "Vos factures sont dans votre compte, sous « Factures » : celle de l’acompte y \
                  arrive dès que le prestataire a commencé. Si elle n’y est pas, c’est qu’il \
                  n’a pas confié ses factures à Estrade ; demandez-la-lui dans la messagerie.\n\n\
                  Bonne préparation !";
    vec![
        (-12, Scene::WriteToOperator { who: Some("camille-martel"), words: invoice }),
        (-11, Scene::AnswerMessage { answer }),
        (-3, Scene::WriteToOperator { who: None, words: visitor }),
        (-1, Scene::WriteToOperator { who: Some("leo-platines"), words: second_phone }),
    ]
}
