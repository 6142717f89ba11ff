//! What can happen in the demo.

use chrono::NaiveDate;
use estrade_domain::contact_messages::ContactForm;

use super::{
    bargains::Bargain,
    campaigns::Advertised,
    cast::Person,
    plots::{Plot, Verb},
    quotes::Quote,
    shelves::Offered,
};

/// One decision of one person; an evening is the worker's.
#[derive(Debug, Clone)]
pub enum Scene {
    /// Someone opens an account.
    Register { person: Box<Person>, number: u32 },
    /// Someone opens the mailed link.
    Activate { who: String },
    /// A provider takes FREE.
    SubscribeFree { who: String },
    /// The operator grants VIP+ for a year.
    GrantVipPlus { who: String },
    /// A provider writes its sheet.
    WriteSheet { person: Box<Person> },
    /// A provider puts a service on its shelf; without a plan it stays a draft.
    Shelve { who: String, offered: Box<Offered> },
    /// A client begins a draft.
    Begin { tender: usize, plot: Box<Plot>, today: NaiveDate },
    /// It publishes it.
    Publish { tender: usize },
    /// It changes the number of guests.
    ReviseTender { tender: usize, guests: i32 },
    /// It ends it.
    Close { tender: usize, reason: String, note: String },
    /// A provider takes it out of its list.
    Hide { tender: usize, who: String },
    /// Something happens to a lot.
    Step { tender: usize, lot: usize, verb: Verb, words: String, today: NaiveDate },
    /// A client asks a provider, is made an offer and accepts it.
    Agree { number: usize, bargain: Box<Bargain> },
    /// The provider hands the work over, the client approves it.
    HandOver { number: usize },
    /// A client asks a provider for a quote.
    AskQuote { number: usize, quote: Box<Quote> },
    /// The provider accepts at the client's price.
    AcceptQuote { number: usize },
    /// A provider creates a campaign and pays it.
    Advertise { advertised: Box<Advertised> },
    /// A client asks for its deletion.
    AskDeletion { who: String },
    /// The operator bars a domain.
    Bar,
    /// Someone writes to the operator; a visitor has no account.
    WriteToOperator { who: Option<&'static str>, words: ContactForm },
    /// The operator answers the message that waits longest.
    AnswerMessage { answer: &'static str },
    /// A provider has its invoices issued in its name.
    GiveMandate { who: String },
    /// Timers that are due fire, mails and notices go out.
    Evening,
}
