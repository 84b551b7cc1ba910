//! What the commands that print papers share: the occasion, the formats, and where the paper goes.

use clap::Args;
use sha2::{Digest, Sha256};

use crate::commands::Context;
use crate::commands::desk::Desk;
use crate::commands::standing::standing;
use crate::commands::step::word;
use crate::document::mail::{self, Attachment, Envelope, MailError};
use crate::document::pdf::{Imprint, PdfError};
use crate::document::receipt::{Occasion, Organization, ReceiptFormat};
use crate::document::template::TemplateError;
use crate::domain::code::words;
use crate::domain::complaint::Complaint;
use crate::error::CommandError;
use crate::exit::Exit;
use crate::locale::Locale;

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
        /// The same with the PDF beside it.
        MailWithPdf => "eml+pdf",
        /// A message for a telephone.
        Message => "sms",
    }
}

impl PaperFormat {
    /// Returns whether it is made to be sent at once.
    pub(super) fn is_sent(self) -> bool {
        matches!(self, Self::Mail | Self::MailWithPdf | Self::Message)
    }
}

/// How a paper is printed, and where it goes.
#[derive(Debug, Args)]
pub struct PaperOptions {
    /// How to print it: txt, md, html (to print and to mail), pdf, eml or eml+pdf (for `sendmail -t`), or
    /// sms (messenger length)
    #[arg(long, value_name = "FORMAT", default_value = "txt", value_parser = word(PaperFormat::ALL, PaperFormat::as_str))]
    pub format: PaperFormat,
    /// Write it into a file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<String>,
}

impl PaperOptions {
    /// Prints a paper, or writes it into the file that was named.
    pub(super) fn deliver(&self, context: &mut Context, printed: &Printed) -> Result<(), CommandError> {
        deliver(context, printed, self.out.as_deref())
    }
}

/// A paper as it leaves the house.
pub(super) enum Printed {
    /// What can be read as it is.
    Text(String),
    /// A PDF.
    Pdf(Vec<u8>),
}

impl Printed {
    /// Returns the SHA-256 in hexadecimal: by it a letter that was sent can be proven.
    pub(super) fn fingerprint(&self) -> String {
        fingerprint(self.bytes())
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Pdf(bytes) => bytes,
        }
    }
}

/// Prints a paper, or writes it into a file.
pub(super) fn deliver(context: &mut Context, printed: &Printed, out: Option<&str>) -> Result<(), CommandError> {
    match (out, printed) {
        (Some(file), printed) => context.write_out(file, printed.bytes())?,
        (None, Printed::Text(text)) => context.ui.data(text),
        (None, Printed::Pdf(_)) if context.world.terminal.output.is_read => {
            return Err(CommandError::new(Exit::Usage, "a PDF is not for the screen").hint("--out paper.pdf"));
        }
        (None, Printed::Pdf(bytes)) => context.ui.bytes(bytes),
    }
    Ok(())
}

/// Returns what a paper called `form` says about a complaint that the record alone does not know.
pub(super) fn occasion(
    context: &Context,
    desk: &Desk,
    complaint: &Complaint,
    form: &str,
    locale: &Locale,
) -> Result<Occasion, CommandError> {
    let settings = &desk.settings;
    let now = context.now(settings)?;
    Ok(Occasion {
        due: standing(settings, complaint, now)?.response_due,
        handler: complaint.owner.as_deref().map(|owner| settings.member_name(owner)),
        product: complaint.product.as_deref().map(|product| settings.product_label(product, locale.language)),
        ..blank_occasion(context, desk, form)?
    })
}

/// Returns the same for a paper about no complaint.
pub(super) fn blank_occasion(context: &Context, desk: &Desk, form: &str) -> Result<Occasion, CommandError> {
    let settings = &desk.settings;
    Ok(Occasion {
        organization: Organization {
            name: settings.organization.clone(),
            phone: settings.contact.phone.clone(),
            email: settings.contact.email.clone(),
        },
        issued_at: context.now(settings)?,
        due: None,
        handler: None,
        product: None,
        form: settings.forms.get(form).cloned(),
    })
}

/// A paper that can be laid out in any format.
pub(super) struct Paper<'a> {
    /// Its code, such as `final-response`.
    pub code: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The complaint it is about; `None` for a blank one.
    pub complaint: Option<&'a Complaint>,
    /// Lays it out.
    pub layout: &'a dyn Fn(ReceiptFormat) -> Result<String, TemplateError>,
    /// Lays it out as PDF.
    pub pdf: &'a dyn Fn(&Imprint) -> Result<Vec<u8>, PdfError>,
}

impl Paper<'_> {
    fn text(&self, format: ReceiptFormat) -> Result<String, CommandError> {
        (self.layout)(format).map_err(|error| CommandError::failed(&error))
    }

    /// Returns the paper as PDF. It bears the time of the last event it could tell, so that it is the same bytes until
    /// something happens.
    fn pdf(&self) -> Result<Vec<u8>, CommandError> {
        let reference = self.complaint.map_or("blank".to_owned(), |complaint| complaint.reference.to_string());
        let imprint = Imprint {
            name: format!("{reference}/{}", self.code),
            told_at: self.complaint.and_then(|complaint| complaint.events.last()).map(|event| event.at),
        };
        (self.pdf)(&imprint).map_err(|error| match error {
            PdfError::NotBuilt => CommandError::of(Exit::Refused, &error)
                .hint("--format html --out paper.html, and let the browser print it into a PDF"),
            PdfError::Layout(error) => CommandError::failed(&error),
        })
    }
}

/// Returns a paper in a format.
pub(super) fn printed(
    context: &Context,
    desk: &Desk,
    paper: &Paper<'_>,
    format: PaperFormat,
) -> Result<Printed, CommandError> {
    let text = match format {
        PaperFormat::Text => paper.text(ReceiptFormat::Text),
        PaperFormat::Markdown => paper.text(ReceiptFormat::Markdown),
        PaperFormat::Html => paper.text(ReceiptFormat::Html),
        PaperFormat::Message => paper.text(ReceiptFormat::Message),
        PaperFormat::Mail => mailed(context, desk, paper, None),
        PaperFormat::MailWithPdf => mailed(context, desk, paper, Some(&paper.pdf()?)),
        PaperFormat::Pdf => return paper.pdf().map(Printed::Pdf),
    };
    text.map(Printed::Text)
}

fn mailed(context: &Context, desk: &Desk, paper: &Paper<'_>, pdf: Option<&[u8]>) -> Result<String, CommandError> {
    let (text, html) = (paper.text(ReceiptFormat::Text)?, paper.text(ReceiptFormat::Html)?);
    let complaint = paper.complaint.ok_or_else(|| CommandError::of(Exit::Refused, &MailError::NoRecipient))?;
    let reference = complaint.reference.to_string();
    let envelope = Envelope {
        from: (&desk.settings.organization, desk.settings.contact.email.as_deref().unwrap_or_default()),
        to: complaint.personal.emails.first().map(String::as_str).unwrap_or_default(),
        subject: &format!("{} {reference}", paper.title),
        thread: &reference,
        paper: &format!("{}.{}", paper.code, &fingerprint(text.as_bytes())[..16]),
        sent_at: context.now(&desk.settings)?,
    };
    let name = format!("{reference}-{}.pdf", paper.code);
    let attachment = pdf.map(|pdf| Attachment { name: &name, pdf });
    mail::mail(&envelope, &text, &html, attachment.as_ref()).map_err(|error| not_mailed(error, &reference))
}

fn fingerprint(paper: &[u8]) -> String {
    Sha256::digest(paper).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

fn not_mailed(error: MailError, reference: &str) -> CommandError {
    let hint = match error {
        MailError::NoSender => "add `contact:` with `email:` to complaints/register.yaml".to_owned(),
        MailError::NoRecipient => format!("complaints edit {reference} email=… --why \"…\""),
        MailError::Unwritable => return CommandError::failed(&error),
    };
    CommandError::of(Exit::Refused, &error).hint(hint)
}
