//! Letters about one complaint and blank forms: which parts each kind has, and what each part says.
//!
//! A kind is a row of `LetterKind::parts`; the words stand in the locale under `letter-KIND-…`, the layouts in
//! `templates/letter.*`, one for each format. Nothing here reads the restricted layer.

pub mod lint;
mod parts;

use std::collections::BTreeMap;

use crate::document::locked::Locks;
use crate::document::page::{Print, page};
use crate::document::pdf::{self, Filling, Imprint, PdfError};
use crate::document::qr::{self, Drawing};
use crate::document::receipt::{self, COLUMNS, LINE_CELLS, Occasion, ReceiptFormat, line, our_phone, print_for, short};
use crate::document::shelf::Shelf;
use crate::document::template::{Field, TemplateError};
use crate::document::wrap::wrap;
use crate::domain::Instant;
use crate::domain::code::words;
use crate::domain::complaint::Complaint;
use crate::domain::paper::{Clause, LetterKind};
use crate::locale::Locale;
use parts::{Part, Reader, TEXT_CELLS};

words! {
    /// A blank paper for people who have not complained yet.
    FormKind, "form" {
        /// To be filled in by hand.
        ComplaintForm => "complaint-form",
        /// A leaflet: the ways to complain and what follows.
        HowToComplain => "how-to-complain",
    }
}

/// One paper in the words of its reader: what the layouts print.
///
/// It holds personal data and therefore has no `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    title: String,
    heading: Heading,
    greeting: Option<String>,
    /// What the complainant is asked to do with the number.
    quote: Option<String>,
    opening: String,
    /// What the writer adds, paragraph by paragraph.
    own_words: Vec<String>,
    sections: Vec<Section>,
    message: String,
    print: Print,
    /// What the rule pack asks of it; nothing of a blank form.
    locks: Option<Locks>,
    /// The dates that it tells and that lie ahead.
    dates: Vec<Instant>,
}

/// Who writes, when, under which number and form.
#[derive(Clone, PartialEq, Eq)]
struct Heading {
    organization: String,
    phone: Option<String>,
    email: Option<String>,
    issued: String,
    reference: Option<(String, Drawing)>,
    form: Option<String>,
}

/// A part of a paper under its own heading.
#[derive(Clone, Default, PartialEq, Eq)]
struct Section {
    heading: String,
    paragraphs: Vec<String>,
    rows: Vec<Row>,
    items: Vec<String>,
    /// The clause that its paragraphs and items say.
    clause: Option<Clause>,
    /// Places to fill in by hand.
    blanks: Vec<String>,
    /// Room for many lines, under this label.
    room: Option<String>,
}

/// A fact with its label.
#[derive(Clone, PartialEq, Eq)]
struct Row {
    label: String,
    value: String,
    runs: Runs,
    /// The clause that it says.
    clause: Option<Clause>,
}

/// Which way a value runs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Runs {
    /// As the words of the paper.
    Along,
    /// As its own first letter.
    Itself,
    /// Left to right, in one piece.
    Number,
}

/// A letter to be written.
pub struct Draft<'a> {
    /// What it is for.
    pub kind: LetterKind,
    /// The complaint.
    pub complaint: &'a Complaint,
    /// What the record alone does not know.
    pub occasion: Occasion,
    /// What the writer adds; blank lines part its paragraphs.
    pub own_words: Option<&'a str>,
}

impl Letter {
    /// Returns a letter about a complaint for a reader of `locale`.
    pub fn new(draft: Draft<'_>, locale: &Locale) -> Self {
        let Draft { kind, complaint, occasion, own_words } = draft;
        let reader = if kind.is_to_complainant() { Reader::Complainant } else { Reader::Colleague };
        let parts = kind.parts().iter();
        let sections = parts.filter_map(|part| parts::section(*part, complaint, &occasion, reader, locale));
        let name = complaint.personal.name.as_deref().and_then(line).filter(|_| kind.is_to_complainant());
        let greeting = locale.say("receipt-greeting");
        let mut heading = heading(&occasion, locale);
        heading.reference = Some((locale.number(complaint.reference), qr::draw(complaint.reference)));
        Self {
            title: locale.say(&format!("letter-{kind}-title")),
            greeting: name.map(|name| greeting.replace('…', &parts::isolated(&name, locale))),
            quote: kind.is_to_complainant().then(|| locale.say("receipt-quote")),
            opening: locale.say(&format!("letter-{kind}-opening")),
            own_words: own_words.map(paragraphs).unwrap_or_default(),
            sections: sections.collect(),
            message: locale.say(&format!("letter-{kind}-message")),
            print: print_for(complaint, &occasion),
            dates: kind.dates(complaint, &occasion),
            locks: occasion.locks,
            heading,
        }
    }

    /// Returns a blank form of an organization for a reader of `locale`.
    pub fn blank(kind: FormKind, occasion: &Occasion, locale: &Locale) -> Self {
        let parts: &[Part] = match kind {
            FormKind::ComplaintForm => &[Part::FormPerson, Part::FormMatter, Part::Contact, Part::Privacy],
            FormKind::HowToComplain => {
                const WAYS: &[Part] = &[
                    Part::Says("how-ways"),
                    Part::Contact,
                    Part::Says("how-tell"),
                    Part::Says("how-follows"),
                    Part::Heard,
                    Part::Privacy,
                ];
                WAYS
            }
        };
        let house = &occasion.organization;
        Self {
            title: locale.say(&format!("form-{kind}-title")),
            heading: heading(occasion, locale),
            greeting: None,
            quote: None,
            opening: locale.say(&format!("form-{kind}-opening")),
            own_words: Vec::new(),
            // Nobody can reply to a blank paper: without a contact there is nothing to say about it.
            sections: parts
                .iter()
                .filter(|part| **part != Part::Contact || house.phone.is_some() || house.email.is_some())
                .map(|part| parts::general(*part, occasion, locale))
                .collect(),
            message: locale.say(&format!("form-{kind}-opening")),
            print: occasion.print.unwrap_or(Print::Usual),
            locks: None,
            dates: Vec::new(),
        }
    }

    /// Returns the title, for the subject of a mail.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Returns the dates that it tells and that lie ahead.
    pub fn dates(&self) -> &[Instant] {
        &self.dates
    }

    fn fields(&self) -> Vec<(&'static str, Field)> {
        let heading = &self.heading;
        let number = heading.reference.as_ref();
        let qr = number.map_or(Field::Absent, |(_, qr)| {
            Field::Group(vec![("view", qr.view.clone().into()), ("path", qr.path.clone().into())])
        });
        let reference = number.map_or(Field::Absent, |(number, _)| Field::Locked(Clause::Reference, number.clone()));
        vec![
            ("title", self.title.clone().into()),
            ("organization", heading.organization.clone().into()),
            ("our_phone", heading.phone.clone().into()),
            ("our_email", heading.email.clone().into()),
            ("issued", heading.issued.clone().into()),
            ("form", heading.form.clone().into()),
            ("reference", reference),
            ("qr", qr),
            ("quote", self.quote.clone().into()),
            ("greeting", self.greeting.clone().into()),
            ("opening", self.opening.clone().into()),
            ("own_words", self.own_words.iter().cloned().collect()),
            ("sections", Field::List(self.sections.iter().map(Section::field).collect())),
            ("message", self.message.clone().into()),
        ]
    }
}

impl Section {
    /// Returns whether anything stands under its heading.
    fn says_something(&self) -> bool {
        let texts = [&self.paragraphs, &self.items, &self.blanks];
        texts.iter().any(|texts| !texts.is_empty()) || !self.rows.is_empty() || self.room.is_some()
    }

    fn field(&self) -> Field {
        let said = |texts: &[String]| Field::List(texts.iter().map(|text| field(self.clause, text)).collect());
        Field::Group(vec![
            ("heading", self.heading.clone().into()),
            ("paragraphs", said(&self.paragraphs)),
            ("rows", Field::List(self.rows.iter().map(Row::field).collect())),
            ("entries", said(&self.items)),
            ("blanks", self.blanks.clone().into()),
            ("room", self.room.clone().into()),
        ])
    }
}

impl Row {
    fn field(&self) -> Field {
        let runs = match self.runs {
            Runs::Along => "along",
            Runs::Itself => "itself",
            Runs::Number => "number",
        };
        Field::Group(vec![
            ("label", self.label.clone().into()),
            ("value", field(self.clause, &self.value)),
            ("runs", runs.to_owned().into()),
        ])
    }
}

/// Returns a text as the layouts see it.
fn field(clause: Option<Clause>, text: &str) -> Field {
    let text = text.to_owned();
    clause.map_or(Field::Text(text.clone()), |clause| Field::Locked(clause, text))
}

impl LetterKind {
    /// Returns whether the complainant gets it; the others are for colleagues and auditors.
    pub fn is_to_complainant(self) -> bool {
        !matches!(self, Self::InvestigationReport | Self::CallScript | Self::Dossier)
    }

    /// Returns whether it says by when the response comes.
    pub fn tells_response(self) -> bool {
        self.parts().contains(&Part::Standing)
    }

    /// Returns whether it says where the complainant can go after this answer.
    pub fn tells_route(self) -> bool {
        self.parts().contains(&Part::NextRoute)
    }

    fn dates(self, complaint: &Complaint, occasion: &Occasion) -> Vec<Instant> {
        let response = receipt::response_date(complaint, occasion).filter(|_| self.tells_response());
        let has_promises = self.parts().iter().any(|part| matches!(part, Part::Promises | Part::Outstanding));
        let promised = receipt::promise_dates(complaint).filter(|_| has_promises);
        response.into_iter().chain(promised).collect()
    }

    fn parts(self) -> &'static [Part] {
        use Part::{
            Assessment, Contact, Decision, Duties, Ending, Evidence, Examination, Heard, Matter, NextRoute, Outside,
            Outstanding, Particulars, Privacy, Promises, Referral, Remedies, Restriction, Review, ReviewBlanks, Says,
            Script, Standing, Story,
        };
        match self {
            Self::Progress | Self::Delay => &[Matter, Standing, Promises, Heard, Contact],
            Self::InvestigationReport => {
                const REPORT: &[Part] =
                    &[Particulars, Part::Complaint, Assessment, Examination, Evidence, Decision, Remedies];
                REPORT
            }
            Self::FinalResponse => &[Matter, Review, Decision, Remedies, Outstanding, NextRoute, Contact],
            Self::ResolutionSummary => &[Matter, Remedies, Outstanding, NextRoute, Contact],
            Self::FollowUp => &[Matter, Remedies, Says("how-asked"), Contact],
            Self::CallScript => &[Particulars, Part::Complaint, Remedies, Script],
            Self::ReviewRequest => &[Matter, ReviewBlanks, Contact, Privacy],
            Self::ReviewAcknowledgement => &[Matter, Review, Says("how-review"), Contact],
            Self::Referral => &[Matter, Referral, Says("how-referral"), Privacy, Contact],
            Self::DisputeNotice => &[Matter, Outside, Says("how-dispute"), Contact],
            Self::ClosingNote => &[Matter, Ending, Decision, Remedies, Outside, NextRoute, Contact],
            Self::WithdrawalConfirmation => &[Matter, Ending, Contact, Privacy],
            Self::Conduct => &[Restriction, Says("how-conduct"), Contact],
            Self::Dossier => {
                const ALL: &[Part] = &[
                    Particulars,
                    Part::Complaint,
                    Assessment,
                    Examination,
                    Decision,
                    Review,
                    Outside,
                    Duties,
                    Evidence,
                    Ending,
                    Story,
                ];
                ALL
            }
        }
    }
}

/// Returns the letter in a format, with the locale it was made with.
pub fn render(letter: &Letter, format: ReceiptFormat, locale: &Locale, shelf: &Shelf) -> Result<String, TemplateError> {
    let locks = match format {
        ReceiptFormat::Message => letter.locks.as_ref().map(Locks::of_message),
        ReceiptFormat::Text | ReceiptFormat::Markdown | ReceiptFormat::Html => letter.locks.clone(),
    };
    let template = shelf.template("letter", format.as_str());
    let paper = template.fill(letter.fields(), words(locale), locks.as_ref(), locale.language)?;
    Ok(match format {
        ReceiptFormat::Text => wrap(&paper, COLUMNS),
        ReceiptFormat::Html => page(&letter.title, &paper, locale.language, letter.print),
        ReceiptFormat::Markdown | ReceiptFormat::Message => paper,
    })
}

/// Returns the paragraphs of a text, each as one harmless line.
fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let paragraphs = lines.split(|line| line.is_empty()).map(|lines| short(&lines.join(" "), TEXT_CELLS));
    paragraphs.filter(|paragraph| !paragraph.is_empty()).collect()
}

/// Returns the letter as PDF, with the locale it was made with.
pub fn pdf(letter: &Letter, imprint: &Imprint, locale: &Locale) -> Result<Vec<u8>, PdfError> {
    let filling = Filling { layout: "letter.typ", fields: letter.fields(), words: words(locale), print: letter.print };
    pdf::print(filling, imprint, locale)
}

/// Returns the words of the layouts.
fn words(locale: &Locale) -> BTreeMap<&'static str, Field> {
    const WORDS: [&str; 9] = ["reference", "qr", "issued", "phone", "email", "reach", "reply", "form", "page"];
    WORDS.iter().map(|word| (*word, locale.say(&format!("receipt-{word}")).into())).collect()
}

fn heading(occasion: &Occasion, locale: &Locale) -> Heading {
    let house = &occasion.organization;
    Heading {
        organization: short(&house.name, LINE_CELLS),
        phone: our_phone(house, locale),
        email: house.email.as_deref().and_then(line),
        issued: locale.day(locale.day_of(occasion.issued_at)),
        reference: None,
        form: occasion.form.as_deref().and_then(line),
    }
}

#[cfg(test)]
pub(in crate::document) mod tests;
