//! The pages in a real browser: nothing sticks out at desktop and telephone width, in either direction, and what an
//! accessibility check asks for is there: language, landmarks, headings in order, names of pictures, contrast.
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
const channel = (value) => (value /= 255, value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const light = ([red, green, blue]) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
frame.onload = () => {
  const page = frame.contentDocument, root = page.documentElement;
  const all = (selector) => [...page.querySelectorAll(selector)];
  const ground = (element) => {
    for (; element; element = element.parentElement) {
      const colour = numbers(frame.contentWindow.getComputedStyle(element).backgroundColor);
      if (colour[3] !== 0) return colour;
    }
    return [255, 255, 255];
  };
  const isPale = (element) => {
    const one = light(numbers(frame.contentWindow.getComputedStyle(element).color)), other = light(ground(element));
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < 4.5;
  };
  const written = all("main *").filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const levels = all("h1, h2, h3, h4, h5, h6").map((heading) => Number(heading.tagName[1]));
  const faults = [
    [!page.title.trim(), "no title"],
    [all("main").length !== 1 || all("main h1").length !== 1, "not one main part with one heading"],
    [levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1), "headings skip a level"],
    [all("svg, img").some((picture) => !picture.getAttribute("aria-label") && !picture.getAttribute("alt")), "a picture without a name"],
    [all("dt").some((label) => label.nextElementSibling?.tagName !== "DD"), "a label without its value"],
    [written.some(isPale), "letters too pale: " + written.filter(isPale).map((element) => element.className || element.tagName)],
    [all("script, iframe, form, a[href], link").length > 0, "something that runs or leads away"],
  ].filter(([isWrong]) => isWrong).map(([, what]) => what);
  document.title = "measured";
  document.body.dataset.answer = `${root.scrollWidth}/${root.clientWidth}/${root.lang}/${root.dir}/${faults.join(", ")}`;
};
</script>"#;

#[test]
fn every_page_fits_its_reader_s_screen_and_eyes() {
    if Command::new("chromium").arg("--version").output().is_err() {
        eprintln!("skipped: chromium is not installed");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder of the test");
    let register = folder.path().join("register");
    complaints(folder.path(), &["demo", "register"]);
    for (language, direction) in [("fa", "rtl"), ("en", "ltr")] {
        for paper in [
            &["receipt", "60"][..],
            &["receipt", "60", "--print", "large"],
            &["receipt", "60", "--print", "plain"],
            &["letter", "20", "dossier"],
            &["form", "complaint-form"],
        ] {
            let arguments = [&["--lang", language], paper, &["--format", "html"]].concat();
            let page = complaints(&register, &arguments);
            for width in [390, 1280] {
                let answer = measure(folder.path(), &page, width);
                assert_eq!(answer, format!("{width}/{width}/{language}/{direction}/"), "{arguments:?}");
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

/// Returns scroll width, width, language, direction and faults of a page in a frame of so many pixels.
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
