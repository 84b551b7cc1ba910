//! Papers as PDF, read back by poppler: the same bytes everywhere, for every reader, with nothing of a stranger's at work.
//!
//! Needs the feature `pdf`, and `pdfinfo`, `pdftotext` and `pdftoppm`; without these tools it says so and only writes the papers.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "the test starts the program and poppler's tools, and says when there are none"
)]

mod support;

use std::fmt::Write;
use std::fs;
use std::iter;
use std::path::Path;
use std::process::Command;

use complaints::document::letter::FormKind;
use complaints::domain::paper::LetterKind;
use complaints::exit::Exit;
use expect_test::expect_file;
use sha2::{Digest, Sha256};
use support::TestRegister;

/// What would be markup, or turn a line around, if it were not text; and a piece of it that must be read on the paper.
const HOSTILE: [(&str, &str); 8] = [
    ("#eval(\"1+1\") #panic() #read(\"/etc/passwd\")", "#panic()"),
    ("$x^2$ *bold* _slanted_ = heading", "*bold*"),
    ("] } ) // comment /* open", "// comment"),
    ("\" \\ \\u{41} \\n `raw` @label <label>", "`raw` @label"),
    ("paid \u{202E}0001\u{202C} \u{2067}unbalanced", "paid 0001 unbalanced"),
    ("سلام #text(red)[دنیا] 12-34 (x)", "text(red)"),
    ("A 😀 Привет 你好 \u{FEFF}\u{E000}", "A \u{FFFD}"),
    (
        "https://shop.example/a/very/long/address/without/any/place/to/break/it/0123456789012345678901234567890123456789",
        "https://shop.example",
    ),
];

/// The papers that are looked at.
const PAPERS: [&str; 6] = [
    "receipt 1",
    "letter 1 final-response",
    "letter 1 dossier",
    "letter 1 review-request",
    "form complaint-form",
    "form how-to-complain",
];

#[test]
fn every_paper_in_both_languages_is_these_bytes() {
    let kinds = LetterKind::ALL.iter().map(|kind| format!("letter 1 {kind}"));
    let forms = FormKind::ALL.iter().map(|kind| format!("form {kind}"));
    let papers: Vec<String> = iter::once("receipt 1".to_owned()).chain(kinds).chain(forms).collect();
    let mut table = String::new();
    for (language, register) in
        [("en", TestRegister::with_a_complaint()), ("fa", TestRegister::with_a_persian_complaint())]
    {
        let mut register = answered(register);
        for paper in &papers {
            let bytes = pdf(&mut register, &format!("{paper} --now '2026-10-28 12:00'"));
            let print: Vec<u8> = Sha256::digest(&bytes).iter().take(8).copied().collect();
            let print = u64::from_be_bytes(print.try_into().expect("eight bytes"));
            let name = paper.rsplit(' ').find(|word| *word != "1").unwrap_or_default();
            writeln!(table, "{print:016x} {name}.{language}").expect("a string grows");
        }
    }
    expect_file!["data/pdf.sha256"].assert_eq(&table);
}

#[test]
fn the_same_paper_is_the_same_bytes_until_something_happens() {
    let mut register = TestRegister::with_a_persian_complaint();
    let first = pdf(&mut register, "receipt 1");
    assert_eq!(first, pdf(&mut register, "receipt 1"));
    register.done("note 1 'پیک پاسخ نداد'");
    assert_ne!(first, pdf(&mut register, "receipt 1"), "the PDF bears the time of what it tells");
    assert_eq!(pdf(&mut register, "form complaint-form"), pdf(&mut register, "form complaint-form"));
}

#[test]
fn another_machine_writes_the_same_bytes() {
    let register = TestRegister::with_a_persian_complaint();
    let write = |zone: &str, language: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_complaints"))
            .args(["receipt", "1", "--format", "pdf"])
            .current_dir(register.folder())
            .env_clear()
            .envs([("TZ", zone), ("LANG", language), ("LC_ALL", language)])
            .output()
            .expect("the program starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    assert_eq!(write("UTC", "C"), write("Asia/Tokyo", "fa_IR.UTF-8"));
}

#[test]
fn every_paper_can_be_read_aloud_and_fits_its_sheets() {
    for mut register in [answered(TestRegister::with_a_complaint()), answered(TestRegister::with_a_persian_complaint())]
    {
        for paper in PAPERS {
            let bytes = pdf(&mut register, paper);
            assert!(has(&bytes, b"pdfuaid:part"), "{paper}: no mark of PDF/UA");
            let Some(about) = poppler(&register, &["pdfinfo", "paper.pdf"]) else { return };
            assert!(about.contains("Tagged:          yes"), "{paper}: {about}");
            assert!(about.contains("(A4)"), "{paper}: {about}");
            let pages = if paper.contains("dossier") || paper.contains("complaint-form") { 2 } else { 1 };
            let counted = about.lines().find_map(|line| line.strip_prefix("Pages:")).map(str::trim);
            assert!(
                counted.and_then(|count| count.parse().ok()).is_some_and(|count: u32| count <= pages),
                "{paper}: {about}"
            );
        }
    }
}

#[test]
fn words_and_numbers_stand_in_the_order_in_which_they_are_read() {
    // Without joiners, hamzas and lam with alef: their places in a line are told differently by each reader of PDF.
    let persian = [
        "رسید دریافت شکایت",
        "۱۴۰۵-۰۱-۰۰۰۱-۷",
        "آنچه به ما گفتید",
        "چهارشنبه",
        "۱۴۰۵/۰۸/۰۶",
        "مریم رضایی",
        "۰۹۱۲۰۰۰۰۱۲۳",
        "حریم خصوصی شما",
    ];
    let english = [
        "Receipt for your complaint",
        "2026-01-0001-2",
        "What you told us",
        "Late delivery",
        "Maryam Rezaei",
        "Your privacy",
    ];
    for (mut register, pieces) in
        [(TestRegister::with_a_persian_complaint(), &persian[..]), (TestRegister::with_a_complaint(), &english)]
    {
        pdf(&mut register, "receipt 1");
        let Some(text) = poppler(&register, &["pdftotext", "-layout", "paper.pdf", "-"]) else { return };
        let text = text.replace(is_direction_mark, "");
        let mut rest = text.as_str();
        for piece in pieces {
            let found = rest.find(piece).unwrap_or_else(|| panic!("`{piece}` is not in its place in\n{text}"));
            rest = &rest[found..];
        }
    }
}

#[test]
fn persian_begins_at_the_right_and_english_at_the_left() {
    for (mut register, begins_at_the_right) in
        [(TestRegister::with_a_persian_complaint(), true), (TestRegister::with_a_complaint(), false)]
    {
        pdf(&mut register, "receipt 1");
        let Some(sheet) = sheet(&register) else { return };
        // The title stands alone at its side of the first lines.
        let (left, right) = sheet.ink_of_title();
        assert_eq!(right > left, begins_at_the_right, "{left} {right}");
    }
}

#[test]
fn what_a_stranger_wrote_is_text_and_stays_on_the_sheet() {
    for (hostile, piece) in HOSTILE {
        let mut register = TestRegister::persian();
        let name = hostile.split(' ').next().unwrap_or_default();
        let arguments = ["new", "--channel", "phone", "--name", name, "--subject", hostile, "--statement", hostile];
        let said = register.run_words(
            arguments.into_iter().chain(["--order", hostile, "--address", hostile, "--phone", "09120000123"]),
            b"",
        );
        assert_eq!(said.exit, Exit::Ok, "{said}");
        for paper in ["receipt 1", "letter 1 dossier", "receipt 1 --lang en"] {
            pdf(&mut register, paper);
            let Some(text) = poppler(&register, &["pdftotext", "-raw", "paper.pdf", "-"]) else { return };
            assert!(text.replace(is_direction_mark, "").contains(piece), "{paper}: `{piece}` is missing in\n{text}");
            let sheet = sheet(&register).expect("where there is pdftotext there is pdftoppm");
            assert!(sheet.margins_are_white(), "{paper}: {hostile} sticks out");
        }
    }
}

#[test]
fn a_mail_can_carry_the_pdf() {
    let mut register = TestRegister::english();
    register.write("complaints/register.yaml", {
        let settings = register.read("complaints/register.yaml");
        settings + "contact:\n  email: help@alborz.example\n"
    });
    register.git(&["commit", "-qam", "Say where letters come from"]);
    register.done("new --channel email --email m@mail.example --statement 'It came late.'");
    let mail = register.run("letter 1 progress --format eml+pdf").stdout();
    for line in ["multipart/mixed", "application/pdf", "2026-01-0001-2-progress.pdf", "JVBERi0x"] {
        assert!(mail.contains(line), "{line} is missing");
    }
}

/// Brings the complaint to a decision, so that letters have something to say.
fn answered(mut register: TestRegister) -> TestRegister {
    for line in [
        "advance 1 acknowledge --method phone",
        "categorize 1 --category delivery --severity 3 --impact several",
        "remedy 1 refund --offered 450000t",
        "advance 1 investigate",
        "advance 1 decide --finding upheld --why 'The log of the courier shows it'",
    ] {
        register.run(line).done();
    }
    register
}

/// Returns a paper as PDF, and leaves it in `paper.pdf`.
#[track_caller]
fn pdf(register: &mut TestRegister, paper: &str) -> Vec<u8> {
    let said = register.run(&format!("{paper} --format pdf --out paper.pdf"));
    assert_eq!(said.exit, Exit::Ok, "{paper}: {said}");
    fs::read(register.path("paper.pdf")).expect("the paper was written")
}

fn is_direction_mark(letter: char) -> bool {
    matches!(letter, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn has(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

/// Runs one of poppler's tools in the register's folder and returns what it prints; `None` where it is not installed.
fn poppler(register: &TestRegister, words: &[&str]) -> Option<String> {
    let [tool, arguments @ ..] = words else { return None };
    let Ok(output) = Command::new(tool).args(arguments).current_dir(register.folder()).output() else {
        eprintln!("skipped: {tool} is not installed");
        return None;
    };
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first page as grey points.
struct Sheet {
    width: usize,
    points: Vec<u8>,
}

/// Draws the first page at 40 points to the inch.
fn sheet(register: &TestRegister) -> Option<Sheet> {
    poppler(register, &["pdftoppm", "-gray", "-r", "40", "-f", "1", "-singlefile", "paper.pdf", "page"])?;
    Some(Sheet::read(&register.path("page.pgm")))
}

impl Sheet {
    fn read(path: &Path) -> Self {
        let bytes = fs::read(path).expect("the picture was drawn");
        let mut lines = bytes.splitn(4, |byte| *byte == b'\n');
        assert_eq!(lines.next(), Some(&b"P5"[..]), "a grey picture");
        let size = String::from_utf8_lossy(lines.next().unwrap_or_default()).into_owned();
        let width = size.split(' ').next().and_then(|width| width.parse().ok()).expect("the picture has a width");
        let points = lines.nth(1).unwrap_or_default().to_vec();
        Self { width, points }
    }

    /// Returns how much ink stands at the left and at the right of the title's line, without the middle.
    fn ink_of_title(&self) -> (usize, usize) {
        let title = self.points.chunks(self.width).skip(24).take(12);
        let third = self.width / 3;
        title.fold((0, 0), |(left, right), row| (left + ink(&row[..third]), right + ink(&row[row.len() - third..])))
    }

    fn margins_are_white(&self) -> bool {
        // 18 mm are 28 points; a letter may lean out of its place a little.
        let margin = 26;
        self.points.chunks(self.width).all(|row| ink(&row[..margin]) + ink(&row[row.len() - margin..]) == 0)
    }
}

fn ink(points: &[u8]) -> usize {
    points.iter().map(|point| usize::from(255 - point)).sum()
}
