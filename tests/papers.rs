//! The pages in a real browser: nothing sticks out at desktop and telephone width, in either direction.
//!
//! Needs `chromium`; without it the test says so and is skipped. It knows the program only by its command line.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "the test starts the program and a browser, and says when there is none"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

/// Measures a page in a frame of a telephone's or a desktop's width and writes the answer into the frame's own page.
const FRAME: &str = r#"<!DOCTYPE html><title>measure</title><iframe id="page" style="width:WIDTHpx;height:900px;border:0" srcdoc="PAGE"></iframe>
<script>
const frame = document.getElementById("page");
frame.onload = () => {
  const root = frame.contentDocument.documentElement;
  document.title = "measured";
  document.body.dataset.answer = `${root.scrollWidth}/${root.clientWidth}/${root.dir}/${frame.contentDocument.querySelectorAll("main h1").length}`;
};
</script>"#;

#[test]
fn no_page_is_wider_than_its_reader_s_screen() {
    if Command::new("chromium").arg("--version").output().is_err() {
        eprintln!("skipped: chromium is not installed");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder of the test");
    let register = folder.path().join("register");
    complaints(folder.path(), &["demo", "register"]);
    for (language, direction) in [("fa", "rtl"), ("en", "ltr")] {
        for paper in [&["receipt", "60"][..], &["letter", "20", "dossier"], &["form", "complaint-form"]] {
            let arguments = [&["--lang", language], paper, &["--format", "html"]].concat();
            let page = complaints(&register, &arguments);
            for width in [390, 1280] {
                let answer = measure(folder.path(), &page, width);
                assert_eq!(answer, format!("{width}/{width}/{direction}/1"), "{arguments:?}");
            }
        }
    }
}

fn complaints(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_complaints"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("pages are UTF-8")
}

/// Returns scroll width, width, direction and number of headings of a page in a frame of so many pixels.
fn measure(folder: &Path, page: &str, width: u32) -> String {
    let quoted = page.replace('&', "&amp;").replace('"', "&quot;");
    let file = folder.join("frame.html");
    let frame = FRAME.replace("WIDTH", &width.to_string()).replace("PAGE", &quoted);
    fs::write(&file, frame).expect("the frame is written");
    let output = Command::new("chromium")
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--virtual-time-budget=5000",
            "--dump-dom",
        ])
        .arg(format!("--user-data-dir={}", folder.join("browser").display()))
        .arg(format!("file://{}", file.display()))
        .output()
        .expect("the browser starts");
    let dom = String::from_utf8_lossy(&output.stdout).into_owned();
    let (_, answer) = dom.split_once("data-answer=\"").unwrap_or_else(|| panic!("no answer at {width} px"));
    answer.split('"').next().unwrap_or_default().to_owned()
}
