//! What the commands that print papers share: the occasion, the formats, and where the paper goes.

use clap::Args;
use sha2::{Digest, Sha256};

use crate::commands::Context;
use crate::commands::desk::Desk;
use crate::commands::standing::standing;
use crate::commands::step::word;
use crate::document::mail::{self, Envelope, MailError};
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
        /// A mail with text and page, for `sendmail -t`.
        Mail => "eml",
        /// A message for a telephone.
        Message => "sms",
    }
}

/// How a paper is printed, and where it goes.
#[derive(Debug, Args)]
pub struct PaperOptions {
    /// How to print it: txt, md, html (to print and to mail), eml (for `sendmail -t`), or sms (messenger length)
    #[arg(long, value_name = "FORMAT", default_value = "txt", value_parser = word(PaperFormat::ALL, PaperFormat::as_str))]
    pub format: PaperFormat,
    /// Write it into a file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<String>,
}

impl PaperOptions {
    /// Prints a paper, or writes it into the file that was named.
    pub(super) fn deliver(&self, context: &mut Context, text: &str) -> Result<(), CommandError> {
        match &self.out {
            Some(file) => context.write_out(file, text)?,
            None => context.ui.data(text),
        }
        Ok(())
    }
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
    /// Lays it out.
    pub layout: &'a dyn Fn(ReceiptFormat) -> Result<String, TemplateError>,
}

/// Returns a paper about a complaint in a format.
pub(super) fn written(
    context: &Context,
    desk: &Desk,
    complaint: &Complaint,
    paper: &Paper<'_>,
    format: PaperFormat,
) -> Result<String, CommandError> {
    let layout = |format| (paper.layout)(format).map_err(|error| CommandError::failed(&error));
    match format {
        PaperFormat::Text => layout(ReceiptFormat::Text),
        PaperFormat::Markdown => layout(ReceiptFormat::Markdown),
        PaperFormat::Html => layout(ReceiptFormat::Html),
        PaperFormat::Message => layout(ReceiptFormat::Message),
        PaperFormat::Mail => {
            let (text, html) = (layout(ReceiptFormat::Text)?, layout(ReceiptFormat::Html)?);
            let reference = complaint.reference.to_string();
            let envelope = Envelope {
                from: (&desk.settings.organization, desk.settings.contact.email.as_deref().unwrap_or_default()),
                to: complaint.personal.emails.first().map(String::as_str).unwrap_or_default(),
                subject: &format!("{} {reference}", paper.title),
                thread: &reference,
                paper: &format!("{}.{}", paper.code, &fingerprint(&text)[..16]),
                sent_at: context.now(&desk.settings)?,
            };
            mail::mail(&envelope, &text, &html).map_err(|error| not_mailed(error, &reference))
        }
    }
}

/// Returns the SHA-256 of a text in hexadecimal: by it a letter that was sent can be proven.
pub(super) fn fingerprint(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

fn not_mailed(error: MailError, reference: &str) -> CommandError {
    let hint = match error {
        MailError::NoSender => "add `contact:` with `email:` to complaints/register.yaml".to_owned(),
        MailError::NoRecipient => format!("complaints edit {reference} email=… --why \"…\""),
        MailError::Unwritable => return CommandError::failed(&error),
    };
    CommandError::of(Exit::Refused, &error).hint(hint)
}
