//! What the commands that print papers share: what a paper is made with, the formats, where it goes, and the record that it
//! was sent.

use std::collections::BTreeMap;

use clap::Args;
use sha2::{Digest, Sha256};

use crate::cli::Recording;
use crate::commands::desk::Desk;
use crate::commands::standing::standing;
use crate::commands::step::word;
use crate::commands::{Context, recording, show, templates};
use crate::document::letter::{self, Letter};
use crate::document::locked::Locks;
use crate::document::mail::{self, Attachment, Envelope, MailError};
use crate::document::page::Print;
use crate::document::pdf::{Imprint, PdfError};
use crate::document::receipt::{self, Occasion, OpenRoute, Organization, OutsideBody, Receipt, ReceiptFormat};
use crate::document::shelf::Shelf;
use crate::document::template::TemplateError;
use crate::domain::Instant;
use crate::domain::code::words;
use crate::domain::complaint::Complaint;
use crate::domain::event::Facts;
use crate::domain::paper::{Clause, LetterKind, Paper};
use crate::domain::words::Channel;
use crate::error::CommandError;
use crate::exit::Exit;
use crate::locale::Locale;
use crate::register::local;

words! {
    /// The shape in which a paper is printed.
    PaperFormat, "format of a paper" {
        /// Plain text.
        Text => "txt",
        /// Markdown.
        Markdown => "md",
        /// A page for the browser and the printer.
        Html => "html",
        /// A document for the printer and the archive.
        Pdf => "pdf",
        /// A mail with text and page, for `sendmail -t`.
        Mail => "eml",
        /// The same with the PDF beside them.
        MailWithPdf => "eml+pdf",
        /// A message for a telephone.
        Message => "sms",
    }
}

impl PaperFormat {
    /// Returns the format of the layout that makes it; `None` where it is more than one text.
    pub(super) fn layout(self) -> Option<ReceiptFormat> {
        match self {
            Self::Text => Some(ReceiptFormat::Text),
            Self::Markdown => Some(ReceiptFormat::Markdown),
            Self::Html => Some(ReceiptFormat::Html),
            Self::Message => Some(ReceiptFormat::Message),
            Self::Pdf | Self::Mail | Self::MailWithPdf => None,
        }
    }

    /// Returns the format that goes by a way of contact.
    fn usual_by(way: Option<Channel>) -> Self {
        if matches!(way, Some(Channel::Sms | Channel::Messenger)) { Self::Message } else { Self::Text }
    }

    /// Returns whether it is made to be sent at once.
    pub(super) fn is_sent(self) -> bool {
        matches!(self, Self::Mail | Self::MailWithPdf | Self::Message)
    }
}

/// How a paper is printed, and where it goes.
#[derive(Debug, Args)]
pub struct PaperOptions {
    /// How to print it: txt, md, html (to print and to mail), pdf, eml or eml+pdf (for `sendmail -t`), or sms (messenger
    /// length; the default for whoever is reached by text message or messenger, else txt)
    #[arg(long, value_name = "FORMAT", value_parser = word(PaperFormat::ALL, PaperFormat::as_str))]
    pub format: Option<PaperFormat>,
    /// How a page looks: usual, large, or plain (default: what the complainant needs)
    #[arg(long, value_name = "LOOK", value_parser = word(Print::ALL, Print::as_str))]
    pub print: Option<Print>,
    /// Write it into a file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<String>,
}

/// A paper as it leaves the house.
pub(super) enum Printed {
    /// What can be read as it is.
    Text(String),
    /// A PDF.
    Pdf(Vec<u8>),
}

impl Printed {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Pdf(bytes) => bytes,
        }
    }
}

/// Prints a paper, or writes it into a file.
pub(super) fn deliver(context: &mut Context, printed: &Printed, out: Option<&str>) -> Result<(), CommandError> {
    match (printed, out) {
        (_, Some(file)) => context.write_out(file, printed.bytes())?,
        (Printed::Text(text), None) => context.ui.data(text),
        (Printed::Pdf(_), None) if context.world.terminal.output.is_read => return Err(not_for_the_screen()),
        (Printed::Pdf(bytes), None) => context.ui.bytes(bytes),
    }
    Ok(())
}

fn not_for_the_screen() -> CommandError {
    CommandError::new(Exit::Usage, "a PDF is not for the screen").hint("add --out paper.pdf")
}

/// Records that the complainant got a paper, and prints it. `propose` returns the complaint with the event in which the
/// paper went out, and the paper.
///
/// A paper that is to lie in a file lies there before anything is recorded: what could not be written was not sent.
pub(super) fn record(
    context: &mut Context,
    press: &Press<'_>,
    reference: &str,
    recording: &Recording,
    mut propose: impl FnMut(Complaint) -> Result<(Complaint, Sheet), CommandError>,
) -> Result<(), CommandError> {
    let (desk, format) = (press.desk, press.format);
    let out = press.options.out.as_deref().filter(|_| !recording.dry_run);
    if format == PaperFormat::Pdf && out.is_none() && context.world.terminal.output.is_read {
        return Err(not_for_the_screen());
    }
    let path = out.map(|file| context.world.directory.join(file));
    let (mut printed, mut is_written) = (None, false);
    let recorded = recording::change_one(context, desk, reference, recording, |complaint| {
        let (after, sheet) = propose(complaint)?;
        let (sealed, paper) = press.seal(after, &sheet)?;
        if let Some(path) = &path {
            is_written |= local::write_foreign(path, paper.bytes())?;
        }
        printed = Some(paper);
        Ok(sealed)
    });
    let after = recorded.map_err(|error| match out {
        Some(file) if is_written && error.exit() != Exit::InDoubt => error.detail(not_recorded(desk, file)),
        _ => error,
    })?;
    recording::say_recorded(context, desk, &after, recording);
    match (out, &printed) {
        (Some(file), _) if is_written => context.ui.status(file),
        (None, Some(paper)) if press.options.out.is_none() => deliver(context, paper, None)?,
        _ => {}
    }
    Ok(())
}

fn not_recorded(desk: &Desk, file: &str) -> String {
    desk.settings.locale.tell("paper-not-recorded", &[("file", file.into())])
}

/// What papers about one complaint are made with: the reader's words, the layouts in force, and the time.
pub(super) struct Press<'a> {
    /// The register.
    pub desk: &'a Desk,
    /// How the complainant is spoken to.
    pub locale: Locale,
    /// When the paper is issued: what it tells is what can be told then.
    pub now: Instant,
    /// The layouts in force.
    pub shelf: Shelf,
    /// How it is printed, as far as that was typed.
    pub options: &'a PaperOptions,
    /// The format: as typed, else what the complainant can be sent.
    pub format: PaperFormat,
}

/// A paper before it is laid out.
pub(super) enum Sheet {
    /// The receipt.
    Receipt(Box<Receipt>),
    /// A letter.
    Letter(LetterKind, Box<Letter>),
}

impl Sheet {
    fn paper(&self) -> Paper {
        match self {
            Self::Receipt(_) => Paper::Receipt,
            Self::Letter(kind, _) => Paper::Letter(*kind),
        }
    }

    fn title(&self, locale: &Locale) -> String {
        match self {
            Self::Receipt(_) => locale.say("receipt-title"),
            Self::Letter(_, letter) => letter.title().to_owned(),
        }
    }

    /// Returns the dates that it tells and that lie ahead.
    fn dates(&self) -> Vec<Instant> {
        match self {
            Self::Receipt(receipt) => receipt.dates.clone(),
            Self::Letter(_, letter) => letter.dates().to_vec(),
        }
    }
}

impl<'a> Press<'a> {
    /// Returns what papers about `complaint` are made with; `way` is how the complainant gets them.
    pub(super) fn of(
        context: &Context,
        desk: &'a Desk,
        complaint: &Complaint,
        options: &'a PaperOptions,
        way: Option<Channel>,
    ) -> Result<Self, CommandError> {
        let locale = show::spoken(context, desk, complaint);
        let now = context.now(&desk.settings)?;
        let format = options.format.unwrap_or_else(|| PaperFormat::usual_by(way));
        Ok(Self { desk, locale, now, shelf: templates::shelf(desk)?, options, format })
    }

    /// Returns the same for papers that went out when the recording says, however late that is recorded.
    pub(super) fn issued_by(self, recording: &Recording) -> Result<Self, CommandError> {
        let now = recording::happened_at(self.desk, recording, self.now)?;
        Ok(Self { now, ..self })
    }

    /// Returns what a paper that is issued at `now` says about a complaint and that the record alone does not know.
    pub(super) fn occasion(&self, complaint: &Complaint, paper: Paper, now: Instant) -> Result<Occasion, CommandError> {
        let settings = &self.desk.settings;
        let pack = self.desk.pack(complaint)?;
        let route = complaint.next_route();
        Ok(Occasion {
            due: standing(settings, complaint, now)?.response_due,
            handler: complaint.owner.as_deref().map(|owner| settings.member_name(owner)),
            product: complaint.product.as_deref().map(|code| settings.product_label(code, self.locale.language)),
            route: route.map(|route| OpenRoute { route, until: complaint.route_limit(pack, now) }),
            names: settings
                .members
                .iter()
                .map(|member| (member.id.clone(), settings.member_name(&member.id)))
                .collect(),
            bodies: self.bodies(),
            locks: Some(Locks::of(pack, paper)),
            print: self.options.print,
            ..blank_occasion(self.desk, paper.as_str(), now)
        })
    }

    /// Returns the bodies outside that the register lists, in the reader's language.
    fn bodies(&self) -> BTreeMap<String, OutsideBody> {
        let listed = self.desk.settings.providers.iter().map(|(code, provider)| {
            let name = provider.name(self.locale.language).to_owned();
            (code.clone(), OutsideBody { name, contact: provider.contact.clone(), cost: provider.cost.clone() })
        });
        listed.collect()
    }

    /// Returns a paper about a complaint in a format.
    pub(super) fn write(
        &self,
        complaint: &Complaint,
        sheet: &Sheet,
        format: PaperFormat,
    ) -> Result<Printed, CommandError> {
        if let Some(format) = format.layout() {
            return self.lay_out(complaint, sheet, format).map(Printed::Text);
        }
        let pdf = || self.pdf(complaint, sheet);
        match format {
            PaperFormat::MailWithPdf => self.mail(complaint, sheet, Some(&pdf()?)).map(Printed::Text),
            PaperFormat::Mail => self.mail(complaint, sheet, None).map(Printed::Text),
            _ => pdf().map(Printed::Pdf),
        }
    }

    fn lay_out(&self, complaint: &Complaint, sheet: &Sheet, format: ReceiptFormat) -> Result<String, CommandError> {
        let laid_out = match sheet {
            Sheet::Receipt(receipt) => receipt::render(receipt, format, &self.locale, &self.shelf),
            Sheet::Letter(_, letter) => letter::render(letter, format, &self.locale, &self.shelf),
        };
        laid_out.map_err(|error| not_laid_out(&error, complaint))
    }

    /// Returns the paper as PDF. It bears the time of the last event it can tell, so that it is the same bytes until
    /// something happens.
    fn pdf(&self, complaint: &Complaint, sheet: &Sheet) -> Result<Vec<u8>, CommandError> {
        // What the rule pack asks for and the record does not say is found here.
        self.lay_out(complaint, sheet, ReceiptFormat::Text)?;
        let imprint = Imprint {
            name: format!("{}/{}", complaint.reference, sheet.paper()),
            told_at: complaint.events.last().map(|event| event.at),
        };
        let pdf = match sheet {
            Sheet::Receipt(receipt) => receipt::pdf(receipt, &imprint, &self.locale),
            Sheet::Letter(_, letter) => letter::pdf(letter, &imprint, &self.locale),
        };
        pdf.map_err(|error| {
            let command = match sheet {
                Sheet::Receipt(_) => format!("complaints receipt {}", complaint.reference),
                Sheet::Letter(kind, _) => format!("complaints letter {} {kind}", complaint.reference),
            };
            not_in_pdf(&error, &command)
        })
    }

    /// Returns the fingerprint of a paper's plain text.
    pub(super) fn proof(&self, complaint: &Complaint, sheet: &Sheet) -> Result<String, CommandError> {
        self.lay_out(complaint, sheet, ReceiptFormat::Text).map(|text| fingerprint(&text))
    }

    fn mail(&self, complaint: &Complaint, sheet: &Sheet, pdf: Option<&[u8]>) -> Result<String, CommandError> {
        let text = self.lay_out(complaint, sheet, ReceiptFormat::Text)?;
        let html = self.lay_out(complaint, sheet, ReceiptFormat::Html)?;
        let reference = complaint.reference.to_string();
        let settings = &self.desk.settings;
        let envelope = Envelope {
            from: (&settings.organization, settings.contact.email.as_deref().unwrap_or_default()),
            to: complaint.personal.emails.first().map(String::as_str).unwrap_or_default(),
            subject: &format!("{} {reference}", sheet.title(&self.locale)),
            thread: &reference,
            paper: &format!("{}.{}", sheet.paper(), &fingerprint(&text)[..16]),
            sent_at: self.now,
        };
        let name = format!("{reference}-{}.pdf", sheet.paper());
        let attachment = pdf.map(|pdf| Attachment { name: &name, pdf });
        mail::mail(&envelope, &text, &html, attachment.as_ref()).map_err(|error| not_mailed(error, &reference))
    }

    /// Returns the complaint with the paper in its last event: which one, to whom, the dates told in it, and the fingerprint
    /// of its text; and the paper.
    ///
    /// The fingerprint is that of the plain text, whatever the paper looked like, and of a message as it is; so whoever
    /// prints it again can prove it. The same text is recorded once for each way and recipient.
    fn seal(&self, mut complaint: Complaint, sheet: &Sheet) -> Result<(Complaint, Printed), CommandError> {
        let format = self.format;
        let proven = if format == PaperFormat::Message { ReceiptFormat::Message } else { ReceiptFormat::Text };
        let text = self.lay_out(&complaint, sheet, proven)?;
        // What cannot be printed is not recorded.
        let printed = self.write(&complaint, sheet, format)?;
        let Some(mut event) = complaint.events.pop() else { return Ok((complaint, printed)) };
        let recipient = event.facts.method.and_then(|method| complaint.personal.reached_by(method)).map(str::to_owned);
        let method = event.facts.method;
        event.facts = Facts {
            paper: Some(sheet.paper()),
            recipient,
            dates: sheet.dates(),
            sha256: Some(fingerprint(&text)),
            ..event.facts
        };
        let is_same = |sent: &Facts| {
            let now = &event.facts;
            (sent.paper, &sent.sha256, sent.method, &sent.recipient) == (now.paper, &now.sha256, method, &now.recipient)
        };
        if let Some(sent) = complaint.valid_events().find(|sent| is_same(&sent.facts)) {
            return Err(self.sent_before(&complaint, sheet.paper(), sent.at));
        }
        complaint.events.push(event);
        Ok((complaint, printed))
    }

    fn sent_before(&self, complaint: &Complaint, paper: Paper, at: Instant) -> CommandError {
        let (locale, reference) = (&self.desk.settings.locale, complaint.reference.to_string());
        let (paper, when) = (locale.label("paper", paper.as_str()), locale.time(at));
        let words = [("reference", (&reference).into()), ("paper", (&paper).into()), ("when", (&when).into())];
        CommandError::new(Exit::Refused, locale.tell("paper-sent-before", &words))
            .hint(format!("complaints talk {reference} \"…\""))
    }
}

/// Returns what a paper about no complaint says.
pub(super) fn blank_occasion(desk: &Desk, form: &str, now: Instant) -> Occasion {
    let settings = &desk.settings;
    Occasion {
        organization: Organization {
            name: settings.organization.clone(),
            phone: settings.contact.phone.clone(),
            email: settings.contact.email.clone(),
        },
        issued_at: now,
        due: None,
        handler: None,
        product: None,
        form: settings.forms.get(form).cloned(),
        route: None,
        names: BTreeMap::new(),
        bodies: BTreeMap::new(),
        locks: None,
        print: None,
    }
}

/// Returns the SHA-256 of a text in hexadecimal: by it a letter that was sent can be proven.
fn fingerprint(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// Returns why a paper cannot be printed, and what to do about it.
fn not_laid_out(error: &TemplateError, complaint: &Complaint) -> CommandError {
    let (exit, hint) = match error {
        TemplateError::Fault { .. } | TemplateError::TooLong { .. } => {
            (Exit::Failed, "complaints templates test".to_owned())
        }
        TemplateError::LeftOut { name, .. } => {
            (Exit::Refused, format!("see how the built-in one prints it: complaints templates show {name} --built-in"))
        }
        TemplateError::Unsaid { clause: Clause::NextRoute | Clause::RouteLimit, paper, .. } => {
            (Exit::Refused, format!("complaints letter {} {paper} --next-route mediation", complaint.reference))
        }
        TemplateError::Unsaid { clause: Clause::Remedy, .. } => {
            (Exit::Refused, format!("complaints remedy {} apology --offered", complaint.reference))
        }
        TemplateError::Unsaid { .. } => (Exit::Refused, format!("complaints advance {}", complaint.reference)),
    };
    CommandError::of(exit, error).hint(hint)
}

/// Returns why a paper cannot be printed as PDF, and how else it can become one: `command` prints it.
pub(super) fn not_in_pdf(error: &PdfError, command: &str) -> CommandError {
    match error {
        PdfError::NotBuilt => CommandError::of(Exit::Refused, error)
            .hint(format!("let a browser print this page as PDF: {command} --format html --out paper.html")),
        PdfError::Layout(error) => CommandError::failed(error),
    }
}

fn not_mailed(error: MailError, reference: &str) -> CommandError {
    let hint = match error {
        MailError::NoSender => "add `contact:` with `email:` to complaints/register.yaml".to_owned(),
        MailError::NoRecipient => format!("complaints edit {reference} email=… --why \"…\""),
        MailError::Unwritable => return CommandError::failed(&error),
    };
    CommandError::of(Exit::Refused, &error).hint(hint)
}
