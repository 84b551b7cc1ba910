//! The receipt: what a complainant is handed when a complaint has arrived (ISO 10002:2018, 7.4; S35-S40).
//!
//! It says the number, what we understood, by when we respond, where the matter stands, who handles it, how to add to it,
//! what we do with the data and how to be heard again (S140, S151, S154). It never takes anything from the restricted
//! layer. How the lines are laid out is the templates' business, which words they use the locale's.

use std::collections::BTreeMap;

use crate::document::locked::Locks;
use crate::document::page::{Print, page};
use crate::document::pdf::{self, Filling, Imprint, PdfError};
use crate::document::qr::{self, Drawing};
use crate::document::shelf::Shelf;
use crate::document::template::{Field, TemplateError};
use crate::document::wrap::wrap;
use crate::domain::Instant;
use crate::domain::clock::DueBy;
use crate::domain::code::words;
use crate::domain::complaint::{Complaint, Promise};
use crate::domain::paper::Clause;
use crate::domain::words::{Accommodation, PromiseState, Promised, Route};
use crate::locale::Locale;
use crate::text::digits;
use crate::text::sanitize;
use crate::text::width::truncate;

words! {
    /// The shape of a receipt.
    ReceiptFormat, "format of a receipt" {
        /// Plain text for paper and mail.
        Text => "txt",
        /// Markdown.
        Markdown => "md",
        /// A page for the browser and the printer.
        Html => "html",
        /// A message of three lines for a telephone.
        Message => "sms",
    }
}

/// The width of the plain text: what fits an A4 sheet and survives being quoted in a mail.
pub(super) const COLUMNS: usize = 72;

/// How much of a complaint in its own words the receipt repeats, in terminal cells: a description in short (S38).
pub(super) const SUMMARY_CELLS: usize = 400;

/// The longest line taken from a record: an e-mail address can have 254 characters.
pub(super) const LINE_CELLS: usize = 254;

/// The words of the templates: `words.add_how` there stands under `receipt-add-how` in the locale.
const WORDS: [(&str, &str); 35] = [
    ("title", "title"),
    ("greeting", "greeting"),
    ("opening", "opening"),
    ("recorded", "recorded"),
    ("reference", "reference"),
    ("quote", "quote"),
    ("qr", "qr"),
    ("anonymous", "anonymous"),
    ("told", "told"),
    ("received", "received"),
    ("channel", "channel"),
    ("product", "product"),
    ("order", "order"),
    ("summary", "summary"),
    ("wants", "wants"),
    ("you", "you"),
    ("name", "name"),
    ("phone", "phone"),
    ("email", "email"),
    ("address", "address"),
    ("future", "future"),
    ("stage", "stage"),
    ("next", "next"),
    ("handler", "handler"),
    ("add", "add"),
    ("add_how", "add-how"),
    ("reach", "reach"),
    ("reply", "reply"),
    ("heard", "heard"),
    ("heard_how", "heard-how"),
    ("privacy", "privacy"),
    ("privacy_how", "privacy-how"),
    ("issued", "issued"),
    ("form", "form"),
    ("page", "page"),
];

/// The organization as its papers name it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organization {
    /// Its name.
    pub name: String,
    /// The telephone number for complainants.
    pub phone: Option<String>,
    /// The e-mail address for complainants.
    pub email: Option<String>,
}

/// What a receipt says and the record alone does not know.
#[derive(Clone, Debug)]
pub struct Occasion {
    /// Who hands it out.
    pub organization: Organization,
    /// When it is handed out.
    pub issued_at: Instant,
    /// By when the response is due, and who says so; `None` without a clock.
    pub due: Option<(Instant, DueBy)>,
    /// The name of the owner, as complainants may know it.
    pub handler: Option<String>,
    /// The name of the product in the reader's language.
    pub product: Option<String>,
    /// The code and revision of the form, as the house numbers its papers.
    pub form: Option<String>,
    /// Where the complainant can go next, and until when.
    pub route: Option<OpenRoute>,
    /// The names of the members of the register, by their short ones.
    pub names: BTreeMap<String, String>,
    /// The bodies outside that the register lists, by their codes.
    pub bodies: BTreeMap<String, OutsideBody>,
    /// What the rule pack asks of the paper; nothing of a blank form.
    pub locks: Option<Locks>,
    /// How a page looks, when that was said.
    pub print: Option<Print>,
}

impl Occasion {
    /// Returns the name of somebody who is named in a record: a member by the short name, or in words.
    pub(super) fn person<'a>(&'a self, named: &'a str) -> &'a str {
        self.names.get(named).map_or(named, String::as_str)
    }
}

/// A body outside with which disputes are resolved, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutsideBody {
    /// Its name.
    pub name: String,
    /// How to reach it.
    pub contact: Option<String>,
    /// What it costs, and who pays.
    pub cost: Option<String>,
}

/// A way that is open to a complainant who disagrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenRoute {
    /// Where it leads.
    pub route: Route,
    /// When it ends; `None` where it does not.
    pub until: Option<Instant>,
}

/// A receipt in the words, calendar and digits of its reader; all that came from strangers is one harmless line.
///
/// It holds personal data and therefore has no `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Who hands it out.
    pub organization: Organization,
    /// The day on which it is handed out.
    pub issued: String,
    /// The number of the complaint, in the reader's digits.
    pub reference: String,
    /// The reference, to be read by a telephone.
    pub qr: Drawing,
    /// How large the page is printed: what the complainant needs decides.
    pub print: Print,
    /// The complainant's name.
    pub name: Option<String>,
    /// The complainant's telephone numbers.
    pub phones: Vec<String>,
    /// The complainant's e-mail addresses.
    pub emails: Vec<String>,
    /// The complainant's postal address.
    pub address: Option<String>,
    /// The product or service.
    pub product: Option<String>,
    /// The order or invoice number, as the complainant gave it.
    pub order: Option<String>,
    /// The day and hour of receipt.
    pub received: String,
    /// The way by which it arrived.
    pub channel: String,
    /// The complaint in short: its subject, else the beginning of the statement.
    pub summary: String,
    /// What the complainant expects.
    pub wants: Option<String>,
    /// A sentence: by when the response comes, or when it came.
    pub response: String,
    /// What else was promised, with its date.
    pub promises: Vec<String>,
    /// Where the complaint stands.
    pub stage: String,
    /// A sentence: what is done next.
    pub next: String,
    /// Who handles it.
    pub handler: Option<String>,
    /// The code and revision of the form.
    pub form: Option<String>,
    /// What the rule pack asks of it.
    pub locks: Option<Locks>,
    /// The dates that it tells and that lie ahead.
    pub dates: Vec<Instant>,
}

impl Receipt {
    /// Returns the receipt of a complaint for a reader of `locale`.
    pub fn new(complaint: &Complaint, occasion: Occasion, locale: &Locale) -> Self {
        let personal = &complaint.personal;
        Self {
            issued: locale.day(locale.day_of(occasion.issued_at)),
            reference: locale.number(complaint.reference),
            qr: qr::draw(complaint.reference),
            print: print_for(complaint, &occasion),
            dates: response_date(complaint, &occasion).into_iter().chain(promise_dates(complaint)).collect(),
            name: personal.name.as_deref().and_then(line),
            phones: personal.phones.iter().filter_map(|phone| line(&phone_in_digits(phone, locale))).collect(),
            emails: personal.emails.iter().filter_map(|email| line(email)).collect(),
            address: personal.address.as_deref().and_then(line),
            product: occasion.product.as_deref().and_then(line),
            order: personal.order.as_deref().and_then(|order| line(&in_digits(order, locale))),
            received: locale.long_time(complaint.received_at),
            channel: locale.label("channel", complaint.channel.as_str()),
            summary: summary(complaint),
            wants: personal.wants.as_deref().map(|wants| short(wants, SUMMARY_CELLS)).filter(|wants| !wants.is_empty()),
            response: response(complaint, &occasion, locale),
            promises: promises(complaint, locale),
            stage: locale.label("state", complaint.state().as_str()),
            next: locale.say(&format!("receipt-next-{}", complaint.state())),
            handler: occasion.handler.and_then(|handler| line(&handler)),
            form: occasion.form.as_deref().and_then(line),
            locks: occasion.locks,
            organization: Organization {
                name: short(&occasion.organization.name, LINE_CELLS),
                phone: our_phone(&occasion.organization, locale),
                email: occasion.organization.email.as_deref().and_then(line),
            },
        }
    }

    /// Returns the receipt as the templates see it; their names are a contract with whoever edits one.
    fn fields(&self) -> Vec<(&'static str, Field)> {
        let house = self.organization.clone();
        let promises = self.promises.iter().map(|promise| Field::Locked(Clause::Dates, promise.clone()));
        vec![
            ("organization", house.name.into()),
            ("our_phone", house.phone.into()),
            ("our_email", house.email.into()),
            ("issued", self.issued.clone().into()),
            ("reference", Field::Locked(Clause::Reference, self.reference.clone())),
            ("qr", Field::Group(vec![("view", self.qr.view.clone().into()), ("path", self.qr.path.clone().into())])),
            ("name", self.name.clone().into()),
            ("phones", self.phones.clone().into()),
            ("emails", self.emails.clone().into()),
            ("address", self.address.clone().into()),
            ("product", self.product.clone().into()),
            ("order", self.order.clone().into()),
            ("received", self.received.clone().into()),
            ("channel", self.channel.clone().into()),
            ("summary", self.summary.clone().into()),
            ("wants", self.wants.clone().into()),
            ("response", Field::Locked(Clause::Dates, self.response.clone())),
            ("promises", Field::List(promises.collect())),
            ("stage", self.stage.clone().into()),
            ("next", self.next.clone().into()),
            ("handler", self.handler.clone().into()),
            ("form", self.form.clone().into()),
        ]
    }
}

/// Returns the receipt in a format, with the locale it was made with.
pub fn render(
    receipt: &Receipt,
    format: ReceiptFormat,
    locale: &Locale,
    shelf: &Shelf,
) -> Result<String, TemplateError> {
    let locks = match format {
        ReceiptFormat::Message => receipt.locks.as_ref().map(Locks::of_message),
        ReceiptFormat::Text | ReceiptFormat::Markdown | ReceiptFormat::Html => receipt.locks.clone(),
    };
    let paper = shelf.template("receipt", format.as_str()).fill(
        receipt.fields(),
        words(locale),
        locks.as_ref(),
        locale.language,
    )?;
    Ok(match format {
        ReceiptFormat::Text => wrap(&paper, COLUMNS),
        ReceiptFormat::Html => page(&locale.say("receipt-title"), &paper, locale.language, receipt.print),
        ReceiptFormat::Markdown | ReceiptFormat::Message => paper,
    })
}

/// Returns the receipt as PDF, with the locale it was made with.
pub fn pdf(receipt: &Receipt, imprint: &Imprint, locale: &Locale) -> Result<Vec<u8>, PdfError> {
    let filling =
        Filling { layout: "receipt.typ", fields: receipt.fields(), words: words(locale), print: receipt.print };
    pdf::print(filling, imprint, locale)
}

fn words(locale: &Locale) -> BTreeMap<&'static str, Field> {
    WORDS.iter().map(|(name, key)| (*name, word(key, locale))).collect()
}

/// Returns the words of the receipt under a key; some of them are what a rule pack asks for.
fn word(key: &str, locale: &Locale) -> Field {
    let words = locale.say(&format!("receipt-{key}"));
    match key {
        "heard-how" => Field::Locked(Clause::NextRoute, words),
        "privacy-how" => Field::Locked(Clause::Privacy, words),
        _ => Field::Text(words),
    }
}

/// Says by when the response comes. A date that has passed is not announced as if it lay ahead.
pub(super) fn response(complaint: &Complaint, occasion: &Occasion, locale: &Locale) -> String {
    let dated = |key: &str, when: Instant| locale.tell(key, &[("when", (&locale.long_time(when)).into())]);
    match (complaint.answered_at(), occasion.due) {
        (Some(answered_at), _) => dated("receipt-response-given", answered_at),
        (None, _) if !complaint.state().is_open() => locale.say("receipt-response-ended"),
        (None, None) => locale.say("receipt-response-undated"),
        (None, Some((due, _))) if due < occasion.issued_at => dated("receipt-response-late", due),
        (None, Some((due, DueBy::Told))) => dated("receipt-response-told", due),
        (None, Some((due, DueBy::Pack))) => dated("receipt-response-pack", due),
    }
}

/// Says what was promised beside the response and is not yet done.
pub(super) fn promises(complaint: &Complaint, locale: &Locale) -> Vec<String> {
    let told = open_promises(complaint).map(|promise| {
        let what = locale.label("promise", promise.what.as_str());
        let when = locale.long_time(promise.due);
        locale.tell("receipt-promise", &[("what", (&what).into()), ("when", (&when).into())])
    });
    told.collect()
}

fn open_promises(complaint: &Complaint) -> impl Iterator<Item = &Promise> {
    let waiting = complaint.promises.iter().filter(|promise| promise.state == PromiseState::Open);
    waiting.filter(|promise| promise.what != Promised::Response)
}

/// Returns the complaint in short: its subject, else the beginning of the statement.
pub(super) fn summary(complaint: &Complaint) -> String {
    let personal = &complaint.personal;
    let subject = personal.subject.as_deref().filter(|subject| !subject.trim().is_empty());
    short(subject.unwrap_or(&personal.statement), SUMMARY_CELLS)
}

/// Returns the telephone number for complainants.
pub(super) fn our_phone(house: &Organization, locale: &Locale) -> Option<String> {
    house.phone.as_deref().and_then(|phone| line(&phone_in_digits(phone, locale)))
}

/// Returns how a page looks that the complainant can read, unless it was said.
pub(super) fn print_for(complaint: &Complaint, occasion: &Occasion) -> Print {
    let needs = |need: Accommodation| complaint.needs.contains(&need);
    let needed = if needs(Accommodation::Vision) || needs(Accommodation::LargePrint) {
        Print::Large
    } else if needs(Accommodation::Cognitive) || needs(Accommodation::Literacy) {
        Print::Plain
    } else {
        Print::Usual
    };
    occasion.print.unwrap_or(needed)
}

/// Returns the date of the response, when it is told and lies ahead.
pub(super) fn response_date(complaint: &Complaint, occasion: &Occasion) -> Option<Instant> {
    occasion.due.map(|(due, _)| due).filter(|due| complaint.awaits_answer() && *due >= occasion.issued_at)
}

/// Returns the dates of what was promised beside the response and is not yet done.
pub(super) fn promise_dates(complaint: &Complaint) -> impl Iterator<Item = Instant> {
    open_promises(complaint).map(|promise| promise.due)
}

/// Returns a number in the reader's digits; what has letters in it is a mark of somebody else and stays as it is.
pub(super) fn in_digits(number: &str, locale: &Locale) -> String {
    let has_letters = number.chars().any(char::is_alphabetic);
    if has_letters { number.to_owned() } else { phone_in_digits(number, locale) }
}

pub(super) fn phone_in_digits(phone: &str, locale: &Locale) -> String {
    locale.digits.write(&digits::to_ascii(phone))
}

/// Returns a stranger's text as one harmless line; `None` where nothing is left of it.
pub(super) fn line(text: &str) -> Option<String> {
    Some(short(text, LINE_CELLS)).filter(|line| !line.is_empty())
}

pub(super) fn short(text: &str, cells: usize) -> String {
    let words: Vec<String> = sanitize::line(text).split_whitespace().map(str::to_owned).collect();
    truncate(&words.join(" "), cells).into_owned()
}

#[cfg(test)]
pub(in crate::document) mod tests;
