//! Letters about one complaint and blank forms: which parts each kind has, and what each part says.
//!
//! A kind is a row of `LetterKind::parts`; the words stand in the locale under `letter-KIND-…`, the layouts in
//! `templates/letter.*`, one for each format. Nothing here reads the restricted layer.

pub mod lint;
mod parts;

use std::collections::BTreeMap;

use crate::document::page::page;
use crate::document::pdf::{self, Filling, Imprint, PdfError};
use crate::document::qr::{self, Drawing};
use crate::document::receipt::{COLUMNS, LINE_CELLS, Occasion, ReceiptFormat, line, our_phone, print_for, short};
use crate::document::shelf::Shelf;
use crate::document::template::{Field, TemplateError};
use crate::document::wrap::wrap;
use crate::domain::code::words;
use crate::domain::complaint::Complaint;
use crate::locale::Locale;
use parts::Part;

words! {
    /// What a letter is for.
    LetterKind, "letter" {
        /// News of how it stands.
        Progress => "progress",
        /// The response will be late, and when it comes.
        Delay => "delay",
        /// Facts, findings and evidence, for those who decide.
        InvestigationReport => "investigation-report",
        /// The outcome with its reasons, and where to go next.
        FinalResponse => "final-response",
        /// What was agreed when it was solved at once.
        ResolutionSummary => "resolution-summary",
        /// Whether it is really solved.
        FollowUp => "follow-up",
        /// What to say when asking that by telephone.
        CallScript => "call-script",
        /// A form with which the complainant asks for a review.
        ReviewRequest => "review-request",
        /// The review has been asked for.
        ReviewAcknowledgement => "review-acknowledgement",
        /// Somebody else has to decide it.
        Referral => "referral",
        /// An independent body looks at it.
        DisputeNotice => "dispute-notice",
        /// It is finished.
        ClosingNote => "closing-note",
        /// The complainant took it back.
        WithdrawalConfirmation => "withdrawal-confirmation",
        /// A request to keep the talk respectful.
        Conduct => "conduct",
        /// Everything about the handling, for an auditor.
        Dossier => "dossier",
    }
}

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
    opening: String,
    own_words: Option<String>,
    sections: Vec<Section>,
    message: String,
    print: crate::document::page::Print,
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
    /// A paragraph in the writer's own words.
    pub own_words: Option<&'a str>,
}

impl Letter {
    /// Returns a letter about a complaint for a reader of `locale`.
    pub fn new(draft: Draft<'_>, locale: &Locale) -> Self {
        let Draft { kind, complaint, occasion, own_words } = draft;
        let sections = kind.parts().iter().filter_map(|part| parts::section(*part, complaint, &occasion, locale));
        let name = complaint.personal.name.as_deref().and_then(line).filter(|_| kind.is_to_complainant());
        let greeting = locale.say("receipt-greeting");
        let mut heading = heading(&occasion, locale);
        heading.reference = Some((locale.number(complaint.reference), qr::draw(complaint.reference)));
        Self {
            title: locale.say(&format!("letter-{kind}-title")),
            greeting: name.map(|name| greeting.replace('…', &parts::isolated(&name, locale))),
            opening: locale.say(&format!("letter-{kind}-opening")),
            own_words: own_words.and_then(line),
            sections: sections.collect(),
            message: locale.say(&format!("letter-{kind}-message")),
            print: print_for(complaint),
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
            opening: locale.say(&format!("form-{kind}-opening")),
            own_words: None,
            // Nobody can reply to a blank paper: without a contact there is nothing to say about it.
            sections: parts
                .iter()
                .filter(|part| **part != Part::Contact || house.phone.is_some() || house.email.is_some())
                .map(|part| parts::general(*part, occasion, locale))
                .collect(),
            message: locale.say(&format!("form-{kind}-opening")),
            print: crate::document::page::Print::Usual,
        }
    }

    /// Returns the title, for the subject of a mail.
    pub fn title(&self) -> &str {
        &self.title
    }

    fn fields(&self) -> Vec<(&'static str, Field)> {
        let heading = &self.heading;
        let number = heading.reference.as_ref();
        let qr = number.map_or(Field::Absent, |(_, qr)| {
            Field::Group(vec![("view", qr.view.clone().into()), ("path", qr.path.clone().into())])
        });
        vec![
            ("title", self.title.clone().into()),
            ("organization", heading.organization.clone().into()),
            ("our_phone", heading.phone.clone().into()),
            ("our_email", heading.email.clone().into()),
            ("issued", heading.issued.clone().into()),
            ("form", heading.form.clone().into()),
            ("reference", number.map(|(reference, _)| reference.clone()).into()),
            ("qr", qr),
            ("greeting", self.greeting.clone().into()),
            ("opening", self.opening.clone().into()),
            ("own_words", self.own_words.clone().into()),
            ("sections", Field::Groups(self.sections.iter().map(Section::field).collect())),
            ("message", self.message.clone().into()),
        ]
    }
}

impl Section {
    fn field(&self) -> Field {
        Field::Group(vec![
            ("heading", self.heading.clone().into()),
            ("paragraphs", self.paragraphs.clone().into()),
            ("rows", Field::Groups(self.rows.iter().map(Row::field).collect())),
            ("entries", self.items.clone().into()),
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
            ("value", self.value.clone().into()),
            ("runs", runs.to_owned().into()),
        ])
    }
}

impl LetterKind {
    /// Returns whether the complainant gets it; the others are for colleagues and auditors.
    pub fn is_to_complainant(self) -> bool {
        !matches!(self, Self::InvestigationReport | Self::CallScript | Self::Dossier)
    }

    fn parts(self) -> &'static [Part] {
        use Part::{
            Assessment, Contact, Decision, Evidence, Heard, Matter, Particulars, Privacy, Promises, Remedies,
            ReviewBlanks, Says, Script, Standing, Story,
        };
        match self {
            Self::Progress | Self::Delay => &[Matter, Standing, Promises, Heard, Contact],
            Self::InvestigationReport => &[Particulars, Part::Complaint, Assessment, Evidence, Decision, Remedies],
            Self::FinalResponse => &[Matter, Decision, Remedies, Promises, Heard, Contact],
            Self::ResolutionSummary => &[Matter, Remedies, Promises, Heard, Contact],
            Self::FollowUp => &[Matter, Remedies, Says("how-asked"), Contact],
            Self::CallScript => &[Particulars, Part::Complaint, Remedies, Script],
            Self::ReviewRequest => &[Matter, ReviewBlanks, Contact, Privacy],
            Self::ReviewAcknowledgement => &[Matter, Says("how-review"), Contact],
            Self::Referral => &[Matter, Says("how-referral"), Privacy, Contact],
            Self::DisputeNotice => &[Matter, Says("how-dispute"), Contact],
            Self::ClosingNote => &[Matter, Decision, Remedies, Heard, Contact],
            Self::WithdrawalConfirmation => &[Matter, Contact, Privacy],
            Self::Conduct => &[Says("how-conduct"), Contact],
            Self::Dossier => &[Particulars, Part::Complaint, Assessment, Decision, Remedies, Promises, Evidence, Story],
        }
    }
}

/// Returns the letter in a format, with the locale it was made with.
pub fn render(letter: &Letter, format: ReceiptFormat, locale: &Locale, shelf: &Shelf) -> Result<String, TemplateError> {
    let paper = shelf.template("letter", format.as_str()).fill(letter.fields(), words(locale), locale.language)?;
    Ok(match format {
        ReceiptFormat::Text => wrap(&paper, COLUMNS),
        ReceiptFormat::Html => page(&letter.title, &paper, locale.language, letter.print),
        ReceiptFormat::Markdown | ReceiptFormat::Message => paper,
    })
}

/// Returns the letter as PDF, with the locale it was made with.
pub fn pdf(letter: &Letter, imprint: &Imprint, locale: &Locale) -> Result<Vec<u8>, PdfError> {
    let filling = Filling { layout: "letter.typ", fields: letter.fields(), words: words(locale), print: letter.print };
    pdf::print(filling, imprint, locale)
}

/// Returns the words of the layouts.
fn words(locale: &Locale) -> BTreeMap<String, String> {
    const WORDS: [&str; 10] =
        ["reference", "quote", "qr", "issued", "phone", "email", "reach", "reply", "form", "page"];
    WORDS.iter().map(|word| ((*word).to_owned(), locale.say(&format!("receipt-{word}")))).collect()
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
