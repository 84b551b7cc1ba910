//! Every paper as a mail, in both languages: headers, parts and text as a reader of mail sees them, in `mail/`.
//! The page in them is cut off: it is the one of the golden files of letters and receipts.

use expect_test::expect_file;

use crate::support::TestRegister;

/// The papers that a complainant can get by mail.
const PAPERS: [&str; 13] = [
    "receipt 1",
    "letter 1 progress",
    "letter 1 delay",
    "letter 1 final-response",
    "letter 1 resolution-summary",
    "letter 1 follow-up",
    "letter 1 review-request",
    "letter 1 review-acknowledgement",
    "letter 1 referral",
    "letter 1 dispute-notice",
    "letter 1 closing-note",
    "letter 1 withdrawal-confirmation",
    "letter 1 conduct",
];

#[test]
fn every_mail_looks_like_this_in_both_languages() {
    for (language, mut register) in
        [("en", TestRegister::with_a_complaint()), ("fa", TestRegister::with_a_persian_complaint())]
    {
        let settings = register.read("complaints/register.yaml");
        register.write("complaints/register.yaml", settings + "contact:\n  email: help@alborz.example\n");
        register.git(&["commit", "--quiet", "--all", "--message", "Say where letters come from"]);
        register.done("edit 1 email=maryam@mail.example --why 'She told us'");
        register.done("categorize 1 --category delivery --severity 2");
        register.done("advance 1 decide --finding upheld --why 'The log shows it'");
        for paper in PAPERS {
            let mail = register.run(&format!("{paper} --format eml --now '2026-10-28 12:00'")).stdout();
            let name = paper.rsplit(' ').find(|word| *word != "1").unwrap_or_default();
            expect_file![format!("mail/{name}.{language}.eml")].assert_eq(&as_read(&mail));
        }
    }
}

/// Returns a mail with its words decoded and its page cut off.
fn as_read(mail: &str) -> String {
    let mail = mail.replace("\r\n", "\n");
    let (headers, body) = mail.split_once("\n\n").expect("headers and a body");
    let headers = headers.replace("?=\n =?utf-8?B?", "");
    let headers: Vec<String> = headers.lines().map(decoded_words).collect();
    let parts: Vec<String> = body.split("--=_").map(part_as_read).collect();
    format!("{}\n\n{}", headers.join("\n"), parts.join("--=_"))
}

fn part_as_read(part: &str) -> String {
    match part.split_once("\n\n") {
        Some((headers, _)) if headers.contains("text/html") => format!("{headers}\n\n…\n"),
        Some((headers, text)) if headers.ends_with("base64") => format!("{headers}\n\n{}\n", decoded(text)),
        _ => part.to_owned(),
    }
}

/// Returns a line of a header with its encoded words as text.
fn decoded_words(line: &str) -> String {
    let Some((before, rest)) = line.split_once("=?utf-8?B?") else { return line.to_owned() };
    let (word, after) = rest.split_once("?=").unwrap_or((rest, ""));
    format!("{before}{}{after}", decoded(word))
}

/// Returns what was encoded in base64, with the marks of direction written out.
fn decoded(encoded: &str) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::new());
    for sextet in encoded.bytes().filter_map(|letter| LETTERS.iter().position(|known| *known == letter)) {
        bits = bits << 6 | u32::try_from(sextet).unwrap_or_default();
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xFF).unwrap_or_default());
        }
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    [('\u{2066}', "⟨LRI⟩"), ('\u{2068}', "⟨FSI⟩"), ('\u{2069}', "⟨PDI⟩"), ('\u{200C}', "⟨ZWNJ⟩")]
        .iter()
        .fold(text, |text, (mark, name)| text.replace(*mark, name))
}
