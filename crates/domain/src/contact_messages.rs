//! « Écrivez-nous »: what people write to those who run the marketplace, with or without an account (S4-022).
//!
//! `open → answered | dismissed`. Invariants: a small sum was solved for it, and serves once; it is answered once;
//! nothing is mailed to the sender's address, which nobody confirmed, until a person answers.

use crate::{
    accounts::Account,
    actor::Actor,
    change::Change,
    facts::Fact,
    fields::Fields,
    ids::{AccountId, ContactMessageId, SumId},
    language::Language,
    refusal::{Explain, Explanation},
    text::{self, Email},
    words,
    world::Instant,
};

/// At most so many characters in a message or its answer.
const MAX_TEXT: usize = 4000;

words! {
    /// What a message is about.
    pub enum ContactTopic {
        /// How to use the site.
        Usage = "usage",
        /// An order or a payment.
        Payment = "payment",
        /// A dispute with the other side.
        Dispute = "dispute",
        /// The sender's account and data.
        Account = "account",
        /// Something else.
        Other = "other",
    }

    /// Where a message stands.
    pub enum ContactStatus {
        /// Waits for the operator.
        Open = "open",
        /// The operator answered.
        Answered = "answered",
        /// The operator closed it without an answer.
        Dismissed = "dismissed",
    }

    /// What may be done about a message.
    pub enum ContactAction {
        /// Answer it in writing.
        Answer = "answer",
        /// Close it without an answer.
        Dismiss = "dismiss",
    }
}

/// A small sum that a person solves before it writes: « 12 + 9 = ».
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// Its id: a message names it, and no other message may.
    pub id: SumId,
    /// The first number.
    pub left: u8,
    /// The second number.
    pub right: u8,
}

/// Who writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// Its account; none for a visitor.
    pub account: Option<AccountId>,
    /// What it is called.
    pub name: String,
    /// Where the answer goes.
    pub email: Email,
    /// In which language.
    pub language: Language,
}

/// How a message ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// Which operator.
    pub by: AccountId,
    /// When.
    pub at: Instant,
}

/// Where a message stands, with what is true there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContactState {
    /// Waits for the operator.
    Open,
    /// The operator answered.
    Answered {
        /// What was answered.
        answer: String,
        /// By whom and when.
        ended: Ended,
    },
    /// The operator closed it without an answer.
    Dismissed(Ended),
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactMessage {
    /// Its id.
    pub id: ContactMessageId,
    /// How often it was written.
    pub version: i32,
    /// The sum that was solved for it.
    pub sum: SumId,
    /// Who wrote.
    pub sender: Sender,
    /// What it is about.
    pub topic: ContactTopic,
    /// In a line.
    pub subject: String,
    /// In full.
    pub text: String,
    /// When it was sent.
    pub sent_at: Instant,
    /// Where it stands.
    pub state: ContactState,
}

/// What a person typed.
#[derive(Debug, Clone, Default)]
pub struct ContactForm {
    /// A visitor's name.
    pub name: String,
    /// A visitor's address.
    pub email: String,
    /// A word of `ContactTopic`.
    pub topic: String,
    /// In a line.
    pub subject: String,
    /// In full.
    pub text: String,
    /// What the sum makes.
    pub answer: String,
}

/// A message that was read, its sum solved.
#[derive(Debug, Clone)]
pub struct NewContactMessage {
    sum: SumId,
    sender: Sender,
    topic: ContactTopic,
    subject: String,
    text: String,
}

impl Sum {
    /// Two numbers that a person adds in its head, the second of one digit; of a secret that nobody can guess.
    #[must_use]
    pub fn draw(id: SumId, secret: [u8; 32]) -> Self {
        Self { id, left: 2 + secret[0] % 18, right: 2 + secret[1] % 8 }
    }

    /// As it is asked: « 12 + 9 = ».
    #[must_use]
    pub fn question(&self) -> String {
        format!("{} + {} =", self.left, self.right)
    }

    fn solve(&self, answer: &str) -> Result<(), Explanation> {
        let made = u16::from(self.left) + u16::from(self.right);
        if text::filled(answer)?.trim().parse() == Ok(made) { Ok(()) } else { Err(wrong_sum()) }
    }
}

impl Sender {
    /// Who is signed in: what the account says is not typed again.
    #[must_use]
    pub fn of(account: &Account) -> Self {
        Self {
            account: Some(account.id),
            name: format!("{} {}", account.given_name, account.family_name),
            email: account.email.clone(),
            language: account.language,
        }
    }

    fn visitor(form: &ContactForm, language: Language, fields: &mut Fields) -> Option<Self> {
        let name = fields.take("/name", text::line(&form.name, 120));
        let email = fields.take("/email", Email::parse(&form.email));
        Some(Self { account: None, name: name?, email: email?, language })
    }
}

impl ContactForm {
    /// Reads it; `known` is who is signed in, `language` a visitor's. A wrong sum is told with the other fields.
    /// None when they are right but the sum is over: another one is to be solved.
    pub fn parse(
        &self,
        sum: Option<Sum>,
        known: Option<Sender>,
        language: Language,
    ) -> Result<Option<NewContactMessage>, Fields> {
        let mut fields = Fields::default();
        let sender = known.or_else(|| Sender::visitor(self, language, &mut fields));
        let topic = text::filled(&self.topic)
            .and_then(|word| ContactTopic::from_word(word).ok_or_else(text::unknown_choice));
        let topic = fields.take("/topic", topic);
        let subject = fields.take("/subject", text::line(&self.subject, 120));
        let text = fields.take("/text", text::paragraphs(&self.text, MAX_TEXT));
        let solved = sum.map_or(Ok(()), |sum| sum.solve(&self.answer));
        let solved = fields.take("/answer", solved);
        let (Some(sender), Some(topic), Some(subject), Some(text), Some(())) =
            (sender, topic, subject, text, solved)
        else {
            return Err(fields);
        };
        let message = |sum: Sum| NewContactMessage { sum: sum.id, sender, topic, subject, text };
        Ok(sum.map(message))
    }
}

impl NewContactMessage {
    /// Sends it.
    #[must_use]
    pub fn send(self, id: ContactMessageId, now: Instant) -> Change<ContactMessage> {
        let Self { sum, sender, topic, subject, text } = self;
        let message = ContactMessage {
            id,
            version: 1,
            sum,
            sender,
            topic,
            subject,
            text,
            sent_at: now,
            state: ContactState::Open,
        };
        Change::new(message, Fact::ContactMessageSent { message: id })
    }
}

/// Reads an answer.
pub fn parse_answer(typed: &str) -> Result<String, Fields> {
    text::paragraphs(typed, MAX_TEXT).map_err(|wrong| Fields::one("/text", wrong))
}

impl ContactState {
    /// Its word.
    #[must_use]
    pub fn status(&self) -> ContactStatus {
        match self {
            Self::Open => ContactStatus::Open,
            Self::Answered { .. } => ContactStatus::Answered,
            Self::Dismissed(_) => ContactStatus::Dismissed,
        }
    }

    /// What was answered; empty without an answer.
    #[must_use]
    pub fn answer(&self) -> &str {
        match self {
            Self::Answered { answer, .. } => answer,
            Self::Open | Self::Dismissed(_) => "",
        }
    }

    /// By whom and when it was ended.
    #[must_use]
    pub fn ended(&self) -> Option<Ended> {
        match self {
            Self::Open => None,
            Self::Answered { ended, .. } | Self::Dismissed(ended) => Some(*ended),
        }
    }
}

impl ContactMessage {
    /// Whether this person may do this: both acts are the operator's, and end it.
    pub fn permits(&self, _action: ContactAction, actor: &Actor) -> Result<(), ContactRefusal> {
        match &self.state {
            _ if !actor.is_operator() => Err(ContactRefusal::OperatorAnswers),
            ContactState::Open => Ok(()),
            ContactState::Answered { .. } => Err(ContactRefusal::AlreadyAnswered),
            ContactState::Dismissed(_) => Err(ContactRefusal::Dismissed),
        }
    }

    /// Answers it.
    pub fn answer(
        self,
        actor: &Actor,
        answer: String,
        now: Instant,
    ) -> Result<Change<Self>, ContactRefusal> {
        self.permits(ContactAction::Answer, actor)?;
        let fact = Fact::ContactMessageAnswered { message: self.id };
        let state = ContactState::Answered { answer, ended: Ended { by: actor.account, at: now } };
        Ok(Change::new(Self { state, ..self }, fact))
    }

    /// Closes it without an answer: nobody is told.
    pub fn dismiss(self, actor: &Actor, now: Instant) -> Result<Change<Self>, ContactRefusal> {
        self.permits(ContactAction::Dismiss, actor)?;
        let fact = Fact::ContactMessageDismissed { message: self.id };
        let state = ContactState::Dismissed(Ended { by: actor.account, at: now });
        Ok(Change::new(Self { state, ..self }, fact))
    }
}

fn wrong_sum() -> Explanation {
    Explanation::new(
        "wrong_sum",
        "Ce n’est pas le bon résultat. Refaites l’addition.",
        "That is not what it makes. Add it up again.",
    )
}

/// Why a wish about a message was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactRefusal {
    /// The sum was asked too long ago, or not by us.
    SumExpired,
    /// A message was sent with it.
    SumUsed,
    /// Only the operator answers.
    OperatorAnswers,
    /// It was answered.
    AlreadyAnswered,
    /// It was closed without an answer.
    Dismissed,
}

impl Explain for ContactRefusal {
    fn explain(&self) -> Explanation {
        match self {
            Self::SumExpired => Explanation::new(
                "sum_expired",
                "Ce calcul n’est plus valable. Demandez-en un autre, puis renvoyez votre message.",
                "This sum is no longer good. Ask for another one, then send your message again.",
            ),
            Self::SumUsed => Explanation::new(
                "sum_used",
                "Ce calcul a déjà servi à un message, qui nous est parvenu. Pour en envoyer un autre, \
                 demandez un autre calcul.",
                "This sum was already used for a message, which reached us. To send another one, ask for \
                 another sum.",
            ),
            Self::OperatorAnswers => Explanation::new(
                "operator_answers",
                "Seul l’opérateur répond aux messages.",
                "Only the operator answers messages.",
            ),
            Self::AlreadyAnswered => Explanation::new(
                "contact_message_answered",
                "Ce message a déjà reçu une réponse.",
                "This message was already answered.",
            ),
            Self::Dismissed => Explanation::new(
                "contact_message_dismissed",
                "Ce message a été classé sans réponse.",
                "This message was closed without an answer.",
            ),
        }
    }
}

#[cfg(test)]
mod tests;
