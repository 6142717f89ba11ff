//! Why a file is refused.

use crate::refusal::{Explain, Explanation};

macro_rules! file_refusals {
    ($($(#[$doc:meta])* $variant:ident = $code:literal: $french:literal, $english:literal;)+) => {
        /// Why a wish about a file was refused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum FileRefusal {
            $($(#[$doc])* $variant,)+
        }

        impl Explain for FileRefusal {
            fn explain(&self) -> Explanation {
                match self {
                    $(Self::$variant => Explanation::new($code, $french, $english),)+
                }
            }
        }
    };
}

file_refusals! {
    /// It is larger than what is taken.
    TooLarge = "file_too_large":
        "Ce fichier dépasse 20 Mo. Réduisez-le, ou envoyez-le en plusieurs parties.",
        "This file is larger than 20 MB. Make it smaller, or send it in parts.";
    /// There is nothing in it.
    Empty = "file_empty":
        "Ce fichier est vide.",
        "This file is empty.";
    /// It is none of the kinds that are taken.
    UnknownType = "file_type_not_taken":
        "Ce type de fichier n’est pas accepté. Envoyez une photo (JPEG, PNG, WebP), un PDF, un document LibreOffice ou Office, un texte, un son (MP3, M4A, WAV) ou une vidéo MP4.",
        "This type of file is not taken. Send a photo (JPEG, PNG, WebP), a PDF, a LibreOffice or Office document, a text, a sound (MP3, M4A, WAV) or an MP4 video.";
    /// It says that it is a picture and cannot be drawn.
    PictureUnreadable = "picture_unreadable":
        "Cette image est abîmée : elle n’a pas pu être lue.",
        "This picture is damaged: it could not be read.";
    /// It has more pixels than can be drawn here.
    PictureTooLarge = "picture_too_large":
        "Cette image compte plus de 50 millions de pixels. Réduisez-la, puis envoyez-la de nouveau.",
        "This picture has more than 50 million pixels. Make it smaller, then send it again.";
    /// Only pictures show what a service looks like.
    NotAPicture = "not_a_picture":
        "Choisissez une photo : JPEG, PNG ou WebP.",
        "Choose a photo: JPEG, PNG or WebP.";
    /// Too many files hang on nothing.
    TooManyLoose = "too_many_loose_files":
        "Votre organisation a trop de fichiers qui ne sont joints à rien. Envoyez vos messages en cours ; ce qui n’est pas joint est effacé au bout de 24 heures.",
        "Your organization has too many files that are attached to nothing. Send your messages first; what is not attached is erased after 24 hours.";
    /// It hangs on something else.
    AlreadyAttached = "file_already_attached":
        "Ce fichier est déjà joint ailleurs. Envoyez-le de nouveau pour le joindre ici.",
        "This file is attached elsewhere already. Send it again to attach it here.";
    /// It left, or never came whole.
    Gone = "file_gone":
        "Ce fichier n’est plus là. Envoyez-le de nouveau.",
        "This file is gone. Send it again.";
    /// It is somebody else's.
    NotYours = "not_your_file":
        "Ce fichier n’est pas le vôtre.",
        "This file is not yours.";
    /// Operators take no part in what people send each other.
    NotOperators = "no_files_of_operators":
        "Un compte d’opérateur n’envoie pas de fichier.",
        "An operator's account sends no files.";
    /// What is sent for a delivery is not shown elsewhere, and the other way round.
    SentForOther = "file_sent_for_other":
        "Ce fichier a été envoyé pour un autre usage : une livraison ou une campagne prend les fichiers envoyés pour elle, un message ou une prestation les autres. Envoyez-le de nouveau ici.",
        "This file was sent for something else: a delivery or a campaign takes files that were sent for it, a message or a service the others. Send it again here.";
    /// Only a provider has something to deliver.
    ProvidersDeliver = "providers_deliver":
        "Seul un prestataire envoie des fichiers à livrer.",
        "Only a provider sends files to be delivered.";
    /// Only a provider has campaigns.
    ProvidersAdvertise = "providers_advertise":
        "Seul un prestataire envoie une bannière publicitaire.",
        "Only a provider sends an advertising banner.";
    /// It has the proportions of no size, or is smaller than it.
    NotABanner = "not_a_banner":
        "Une bannière mesure 728 × 90 ou 300 × 250 pixels, ou davantage dans les mêmes proportions.",
        "A banner measures 728 × 90 or 300 × 250 pixels, or more in the same proportions.";
}
