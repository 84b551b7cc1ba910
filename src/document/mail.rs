//! A paper as a mail, ready for `sendmail -t`. Nothing is sent from here.
//!
//! All letters about one complaint name the same first message, so that they and their answers stand in one thread; the
//! same paper at the same time makes the same bytes.

use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::message_id::MessageId;
use mail_builder::mime::MimePart;

use crate::domain::Instant;
use crate::text::sanitize;

/// What stands on the envelope.
pub struct Envelope<'a> {
    /// The organization's name and e-mail address.
    pub from: (&'a str, &'a str),
    /// The complainant's e-mail address.
    pub to: &'a str,
    /// What the paper is called, with the reference.
    pub subject: &'a str,
    /// The reference: the thread.
    pub thread: &'a str,
    /// A name for this paper that no other of the thread has.
    pub paper: &'a str,
    /// When it is sent.
    pub sent_at: Instant,
}

/// A PDF that comes with a mail.
pub struct Attachment<'a> {
    /// The name of its file.
    pub name: &'a str,
    /// What is in it.
    pub pdf: &'a [u8],
}

/// Why a mail cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// There is no sender.
    #[error("the settings have no e-mail address from which letters are sent")]
    NoSender,
    /// There is nobody to send it to.
    #[error("the complaint has no e-mail address to which a letter can be sent")]
    NoRecipient,
    /// The mail cannot be written.
    #[error("the mail cannot be written")]
    Unwritable,
}

/// Returns the mail with the paper as plain text and as a page, and once more as what can be kept.
pub fn mail(
    envelope: &Envelope<'_>,
    text: &str,
    html: &str,
    attachment: Option<&Attachment<'_>>,
) -> Result<String, MailError> {
    let from = address(envelope.from.1).ok_or(MailError::NoSender)?;
    let to = address(envelope.to).ok_or(MailError::NoRecipient)?;
    let domain = from.rsplit('@').next().unwrap_or_default();
    let thread = format!("{}@{domain}", envelope.thread);
    let id = format!("{}.{}@{domain}", envelope.thread, envelope.paper);
    let parts = |kind: &str, boundary: String, parts: Vec<MimePart<'static>>| {
        MimePart::new(ContentType::new(format!("multipart/{kind}")).attribute("boundary", boundary), parts)
    };
    let texts = vec![MimePart::new("text/plain", text.to_owned()), MimePart::new("text/html", html.to_owned())];
    let read = parts("alternative", format!("=_{}", envelope.paper), texts);
    let body = match attachment {
        None => read,
        Some(Attachment { name, pdf }) => {
            let pdf = MimePart::new("application/pdf", pdf.to_vec()).attachment(sanitize::line(name));
            parts("mixed", format!("=_mixed.{}", envelope.paper), vec![read, pdf])
        }
    };
    MessageBuilder::new()
        .from(Address::new_address(Some(sanitize::line(envelope.from.0)), from))
        .to(Address::new_address(None::<&str>, to))
        .subject(sanitize::line(envelope.subject))
        .date(envelope.sent_at.timestamp())
        .message_id(MessageId::new(id))
        .in_reply_to(MessageId::new(thread.clone()))
        .references(MessageId::new(thread))
        .body(body)
        .write_to_string()
        .map_err(|_| MailError::Unwritable)
}

/// Returns a plain address; `None` for what could say more than one address, or a header.
fn address(typed: &str) -> Option<&str> {
    let typed = typed.trim();
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || ".-_+%'@".contains(letter);
    let (local, domain) = typed.split_once('@')?;
    let is_one = !local.is_empty() && domain.contains('.') && !domain.contains('@') && typed.chars().all(is_plain);
    (is_one && typed.len() <= 254).then_some(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn envelope<'a>(to: &'a str, name: &'a str) -> Envelope<'a> {
        Envelope {
            from: (name, "help@alborz.example"),
            to,
            subject: "پاسخ نهایی به شکایت شما 1405-01-0147-1",
            thread: "1405-01-0147-1",
            paper: "final-response.0123abcd",
            sent_at: Instant::parse_from_rfc3339("2026-10-28T10:20:00+03:30").expect("a time"),
        }
    }

    #[test]
    fn the_same_letter_is_the_same_mail_in_the_thread_of_its_complaint() {
        let write =
            || mail(&envelope("m.rezaei@mail.example", "البرز"), "متن\n", "<p>متن</p>\n", None).expect("a mail");
        let first = write();
        assert_eq!(first, write());
        for line in [
            "To: <m.rezaei@mail.example>\r\n",
            "Message-ID: <1405-01-0147-1.final-response.0123abcd@alborz.example>\r\n",
            "In-Reply-To: <1405-01-0147-1@alborz.example>\r\n",
            "References: <1405-01-0147-1@alborz.example>\r\n",
            "Date: Wed, 28 Oct 2026 06:50:00 +0000\r\n",
            "boundary=\"=_final-response.0123abcd\"",
        ] {
            assert!(first.contains(line), "{line}\n{first}");
        }
        assert!(first.is_ascii(), "a mail travels as seven bits");
    }

    #[test]
    fn a_pdf_comes_beside_the_texts() {
        let attachment = Attachment { name: "1405-01-0147-1.pdf", pdf: b"%PDF-1.7" };
        let write = || mail(&envelope("a@b.example", "Alborz"), "text\n", "<p>\n", Some(&attachment)).expect("a mail");
        let written = write();
        assert_eq!(written, write());
        for line in [
            "boundary=\"=_mixed.final-response.0123abcd\"",
            "Content-Type: application/pdf",
            "attachment; filename=\"1405-01-0147-1.pdf\"",
            "JVBERi0xLjc=",
        ] {
            assert!(written.contains(line), "{line}\n{written}");
        }
    }

    #[test]
    fn no_stranger_adds_a_header_or_a_reader() {
        for to in [
            "a@b.example\r\nBcc: x@y.example",
            "a@b.example, x@y.example",
            "a b@c.example",
            "<a@b.example>",
            "nobody",
            "",
        ] {
            assert_eq!(mail(&envelope(to, "Alborz"), "", "", None), Err(MailError::NoRecipient), "{to}");
        }
        let named = mail(&envelope("a@b.example", "Alborz\r\nBcc: x@y.example"), "", "", None).expect("a mail");
        assert!(!named.contains("\nBcc"));
    }
}
