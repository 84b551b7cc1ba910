//! What a write leaves behind.

use std::fs;

use super::{
    FIRST, Playground, environment, file_change, new_complaint, next_complaint, path, pen, pen_later, run, time, word,
};
use crate::register::Register;
use crate::register::change::{Change, Durability, Pen, Stop, Warning};
use crate::register::environment::Environment;
use crate::register::layout::MARKER;
use crate::register::trail::{self, Message};

#[test]
fn a_new_register_is_one_clean_commit() {
    let playground = Playground::empty();
    let committed = playground.init().expect("a register");
    assert!(committed.warnings.is_empty(), "{:?}", committed.warnings);
    playground.assert_clean();
    assert_eq!(playground.git(&["log", "--format=%s %an"]), "register: created Sara\n");
    assert_eq!(
        playground.git(&["ls-files"]),
        ".gitattributes\ncomplaints/register.yaml\ncomplaints/stations/01.yaml\n"
    );
    assert_eq!(playground.git(&["symbolic-ref", "HEAD"]), "refs/heads/main\n");
    assert_eq!(playground.git(&["config", "pull.rebase"]), "false\n");
}

#[test]
fn a_complaint_is_one_clean_commit() {
    let playground = Playground::with_register();
    let committed = new_complaint(&playground.register()).expect("a commit");
    assert!(committed.warnings.is_empty(), "{:?}", committed.warnings);
    playground.assert_clean();
    assert_eq!(playground.git(&["rev-parse", "HEAD"]).trim(), committed.id.to_string());
    assert_eq!(playground.read_file(FIRST), "format: 1\n\nreference: 1405-01-0001-7\n");
    assert_eq!(playground.git(&["show", "--stat", "--format=", "HEAD"]).lines().count(), 2);
    assert!(playground.git(&["reflog", "-1"]).contains("complaints: complaint 1405-01-0001-7: received"));
}

#[test]
fn a_write_with_all_syncs_is_the_same_commit() {
    let playground = Playground::with_register();
    let durable = Pen { durability: Durability::Full, ..pen() };
    playground.register().write(durable, next_complaint).expect("a commit");
    playground.assert_clean();
}

#[test]
fn a_record_is_replaced_and_keeps_its_mode() {
    let playground = Playground::with_register();
    let register = playground.register();
    new_complaint(&register).expect("a commit");
    register.write(pen(), file_change(FIRST, "format: 1\n")).expect("a commit");
    playground.assert_clean();
    assert_eq!(playground.read_file(FIRST), "format: 1\n");
    assert!(playground.git(&["ls-tree", "HEAD", FIRST]).starts_with("100644 "));
}

#[cfg(unix)]
#[test]
fn new_files_have_the_mode_that_git_gives() {
    use std::os::unix::fs::PermissionsExt;
    let playground = Playground::with_register();
    new_complaint(&playground.register()).expect("a commit");
    playground.write_file("by-hand", "");
    let mode = |name| fs::metadata(playground.path(name)).expect("a file").permissions().mode();
    assert_eq!(mode(FIRST), mode("by-hand"));
}

#[test]
fn several_files_are_one_commit() {
    let playground = Playground::with_register();
    let files = ["complaints/holidays.yaml", "complaints/1405/08/1405-01-0001-7/نامه.pdf", "templates/receipt.txt"];
    let files: Vec<_> = files.iter().map(|name| (path(name), b"x\n".to_vec())).collect();
    let change = Change { files, message: Message::about(&[word("test")], &word("written")) };
    playground.register().write(pen(), |_| Ok::<_, Stop>(change.clone())).expect("a commit");
    playground.assert_clean();
    assert_eq!(playground.git(&["rev-list", "--count", "HEAD"]), "2\n");
}

#[test]
fn a_persons_other_work_is_not_touched() {
    let playground = Playground::with_register();
    playground.write_file("README.md", "one\n");
    playground.git(&["add", "README.md"]);
    playground.git(&["commit", "-qm", "readme"]);
    playground.write_file("README.md", "two\n");
    playground.write_file("staged.txt", "staged\n");
    playground.git(&["add", "staged.txt"]);
    playground.write_file("intended.txt", "intended\n");
    playground.git(&["add", "-N", "intended.txt"]);
    playground.write_file("untracked.txt", "untracked\n");
    playground.git(&["rm", "-q", "--cached", "complaints/stations/01.yaml"]);
    playground.git(&["reset", "-q", "complaints/stations/01.yaml"]);
    let before = playground.git(&["status", "--porcelain"]);
    new_complaint(&playground.register()).expect("a commit");
    assert_eq!(playground.git(&["status", "--porcelain"]), before);
    assert_eq!(playground.git(&["show", "--format=", "--name-only", "HEAD"]).trim(), FIRST);
}

#[test]
fn a_rehearsal_writes_nothing() {
    let playground = Playground::with_register();
    let register = playground.register();
    let before = run(&playground.path(""), "find", &[".", "-printf", "%p %T@ %s\\n"]);
    let change = register.rehearse(next_complaint).expect("a change");
    assert_eq!(change.files[0].0.as_str(), FIRST);
    assert_eq!(run(&playground.path(""), "find", &[".", "-printf", "%p %T@ %s\\n"]), before);
}

#[test]
fn the_committers_date_never_goes_back() {
    let playground = Playground::with_register();
    let register = playground.register();
    register.write(pen_later(60), next_complaint).expect("a commit");
    register.write(pen(), next_complaint).expect("a commit");
    let dates = playground.git(&["log", "-2", "--format=%aI %cI"]);
    assert_eq!(
        dates,
        "2026-10-28T10:05:00+03:30 2026-10-28T11:05:00+03:30\n2026-10-28T11:05:00+03:30 2026-10-28T11:05:00+03:30\n"
    );
    let snapshot = register.snapshot_at(time("2026-10-28T10:30:00+03:30")).expect("no fault").expect("a commit");
    assert!(snapshot.records().expect("no fault").records.is_empty());
}

#[test]
fn git_reads_our_trailers_as_we_do() {
    let playground = Playground::with_register();
    let register = playground.register();
    new_complaint(&register).expect("a commit");
    let message = playground.git(&["log", "-1", "--format=%B"]);
    playground.write_file("message", &message);
    let by_git = playground.git(&["interpret-trailers", "--parse", "message"]);
    let ours = trail::trailers(&message);
    let ours: Vec<String> = ours.iter().map(|trailer| format!("{}: {}", trailer.key, trailer.value)).collect();
    assert_eq!(by_git.lines().collect::<Vec<_>>(), ours);
    assert_eq!(playground.git(&["log", "-1", "--format=%(trailers:key=Complaint,valueonly)"]).trim(), "1405-01-0001-7");
}

#[test]
fn the_identity_is_the_one_that_git_would_take() {
    let playground = Playground::with_register();
    playground.git(&["config", "user.name", "By Config"]);
    playground.git(&["config", "user.email", "config@alborz.example"]);
    playground.git(&["config", "author.email", "author@alborz.example"]);
    let quiet =
        [("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_AUTHOR_DATE", "@1000000000 +0000")];
    let register = Register::find(&playground.path(""), &Environment::from_iter(quiet)).expect("a register");
    new_complaint(&register).expect("a commit");
    assert_eq!(
        playground.git(&["log", "-1", "--format=%an <%ae> %at %cn <%ce>"]),
        "By Config <author@alborz.example> 1000000000 By Config <config@alborz.example>\n"
    );
}

#[test]
fn line_ends_of_the_computer_do_not_matter() {
    let playground = Playground::with_register();
    let register = playground.register();
    playground.git(&["config", "core.autocrlf", "true"]);
    new_complaint(&register).expect("a commit");
    playground.assert_clean();
    playground.write_file(FIRST, "format: 1\r\n\r\nreference: 1405-01-0001-7\r\n");
    register.write(pen(), file_change(FIRST, "format: 1\n")).expect("a commit");
    playground.assert_clean();
}

#[test]
fn a_register_may_be_a_folder_of_a_repository() {
    let playground = Playground::empty();
    playground.git(&["init", "-q", "-b", "trunk"]);
    playground.write_file("README.md", "");
    playground.git(&["add", "README.md"]);
    playground.git(&["commit", "-qm", "first"]);
    playground.init_in("customer care/شکایت").expect("a register");
    let inside = playground.path("customer care/شکایت/complaints/stations");
    let register = Register::find(&inside, &environment()).expect("a register");
    assert_eq!(register.prefix(), "customer care/شکایت");
    new_complaint(&register).expect("a commit");
    playground.assert_clean();
    assert_eq!(playground.git(&["rev-list", "--count", "trunk"]), "3\n");
    assert_eq!(register.history(&path(FIRST), 9).expect("no fault").len(), 1);
    assert!(playground.path("customer care/شکایت").join(FIRST).exists());
}

#[test]
fn a_linked_work_tree_writes_its_own_branch() {
    let playground = Playground::with_register();
    playground.git(&["worktree", "add", "-q", "-b", "other", "linked"]);
    let linked = Register::find(&playground.path("linked"), &environment()).expect("a register");
    new_complaint(&linked).expect("a commit");
    new_complaint(&playground.register()).expect("a commit");
    let head = |branch: &str| playground.git(&["ls-tree", "-r", "--name-only", branch, "complaints/1405"]);
    assert_eq!(head("other").trim(), FIRST);
    // The two work trees share the numbers that were given out.
    assert_eq!(head("main").trim(), "complaints/1405/08/1405-01-0002-5.yaml");
    assert_eq!(run(&playground.path("linked"), "git", &["status", "--porcelain"]).1, "");
}

#[test]
fn a_clone_without_its_files_can_be_written() {
    let playground = Playground::with_register();
    new_complaint(&playground.register()).expect("a commit");
    playground.git(&["clone", "-q", "--no-checkout", ".", "bare-looking"]);
    let folder = playground.path("bare-looking");
    assert!(run(&folder, "git", &["checkout", "-q", "HEAD", "--", MARKER]).0);
    let register = Register::find(&folder, &environment()).expect("a register");
    register.write(pen(), file_change("complaints/holidays.yaml", "format: 1\n")).expect("a commit");
    assert!(run(&folder, "git", &["cat-file", "-e", &format!("HEAD:{FIRST}")]).0);
    assert!(folder.join("complaints/holidays.yaml").exists());
}

#[test]
fn a_shallow_clone_can_be_written() {
    let playground = Playground::with_register();
    new_complaint(&playground.register()).expect("a commit");
    let url = format!("file://{}", playground.path("").display());
    playground.git(&["clone", "-q", "--depth=1", &url, "shallow"]);
    let register = Register::find(&playground.path("shallow"), &environment()).expect("a register");
    register.write(pen(), file_change(FIRST, "format: 1\n")).expect("a commit");
    assert_eq!(register.history(&path(FIRST), 9).expect("no fault").len(), 2);
    assert_eq!(run(&playground.path("shallow"), "git", &["status", "--porcelain"]).1, "");
}

#[test]
fn a_sparse_checkout_stays_sparse() {
    let playground = Playground::with_register();
    let register = playground.register();
    new_complaint(&register).expect("a commit");
    playground.git(&["status"]);
    playground.git(&["sparse-checkout", "set", "--no-cone", "complaints/register.yaml", "complaints/stations"]);
    assert!(!playground.path(FIRST).exists());
    // The next command reads the settings anew.
    let register = playground.register();
    let committed = register.write(pen(), file_change(FIRST, "format: 1\n")).expect("a commit");
    assert!(committed.warnings.is_empty(), "{:?}", committed.warnings);
    assert_eq!(playground.git(&["show", &format!("HEAD:{FIRST}")]), "format: 1\n");
    assert!(!playground.path(FIRST).exists());
    playground.assert_clean();
}

#[cfg(unix)]
#[test]
fn a_shared_repository_stays_shared() {
    use std::os::unix::fs::PermissionsExt;
    let playground = Playground::empty();
    playground.git(&["init", "-q", "-b", "main", "--shared=group"]);
    playground.init().expect("a register");
    new_complaint(&playground.register()).expect("a commit");
    for entry in walkdir::WalkDir::new(playground.path(".git")) {
        let entry = entry.expect("an entry");
        let mode = entry.metadata().expect("metadata").permissions().mode();
        let is_by_hand = entry.path().ends_with("config") || entry.path().ends_with("description");
        let is_object = entry.path().iter().any(|part| part == "objects") && entry.file_type().is_file();
        let wanted = if is_object || is_by_hand { 0o040 } else { 0o060 };
        assert_eq!(mode & wanted, wanted, "{}: {mode:o}", entry.path().display());
    }
    assert!(playground.git(&["ls-files", "--stage"]).contains(FIRST));
}

#[test]
fn a_commit_is_signed_when_git_would_sign_it() {
    let playground = Playground::with_register();
    let key = playground.path(".git/key");
    let key = key.to_str().expect("plain");
    let (made, output) = run(&playground.path(""), "ssh-keygen", &["-q", "-t", "ed25519", "-N", "", "-f", key]);
    assert!(made, "{output}");
    let public = playground.read_file(".git/key.pub");
    playground.write_file(".git/signers", &format!("sara@alborz.example {public}"));
    playground.git(&["config", "gpg.format", "ssh"]);
    playground.git(&["config", "user.signingKey", key]);
    playground.git(&["config", "gpg.ssh.allowedSignersFile", playground.path(".git/signers").to_str().expect("plain")]);
    playground.git(&["config", "commit.gpgSign", "true"]);
    new_complaint(&playground.register()).expect("a commit");
    playground.assert_clean();
    playground.git(&["verify-commit", "HEAD"]);
    assert_eq!(
        playground.git(&["log", "-1", "--format=%s %cI"]).trim(),
        "complaint 1405-01-0001-7: received 2026-10-28T10:05:00+03:30"
    );
}

#[cfg(unix)]
fn install_hook(playground: &Playground, name: &str, script: &str) {
    use std::os::unix::fs::PermissionsExt;
    let file = playground.path(".git/hooks").join(name);
    playground.write_file(&format!(".git/hooks/{name}"), &format!("#!/bin/sh\n{script}\n"));
    fs::set_permissions(file, fs::Permissions::from_mode(0o755)).expect("a mode");
}

#[cfg(unix)]
#[test]
fn the_users_hooks_are_asked() {
    let playground = Playground::with_register();
    install_hook(&playground, "pre-commit", "git diff --cached --name-only >seen; exit 0");
    install_hook(&playground, "commit-msg", "echo 'Change-Id: I1' >>\"$1\"");
    install_hook(&playground, "post-commit", "echo done; exit 3");
    playground.write_file("staged.txt", "");
    playground.git(&["add", "staged.txt"]);
    let committed = new_complaint(&playground.register()).expect("a commit");
    assert_eq!(playground.read_file("seen").trim(), FIRST);
    assert!(playground.git(&["log", "-1", "--format=%B"]).contains("\nChange-Id: I1\n"));
    assert!(matches!(&committed.warnings[..], [Warning::Hook { hook: "post-commit", output }] if output == "done"));
}

#[cfg(unix)]
#[test]
fn a_hook_that_refuses_leaves_nothing() {
    let playground = Playground::with_register();
    install_hook(&playground, "pre-commit", "echo 'not today' >&2; exit 1");
    let error = new_complaint(&playground.register()).expect_err("a refusal");
    assert_eq!(error.to_string(), "the hook `pre-commit` refused: not today");
    playground.assert_clean();
    assert_eq!(playground.git(&["rev-list", "--count", "HEAD"]), "1\n");
}

#[test]
fn the_guard_refuses_to_delete_a_complaint_and_nothing_else() {
    let playground = Playground::with_register();
    new_complaint(&playground.register()).expect("a commit");
    playground.write_file("notes.txt", "");
    playground.git(&["add", "notes.txt"]);
    playground.git(&["commit", "-qm", "a note"]);
    playground.git(&["rm", "-q", "notes.txt"]);
    playground.git(&["commit", "-qm", "no note"]);
    playground.git(&["rm", "-q", FIRST]);
    let (succeeded, output) = playground.try_git(&["commit", "-qm", "oops"]);
    assert!(!succeeded && output.contains(FIRST), "{output}");
    playground.git(&["checkout", "HEAD", "--", FIRST]);
    playground.git(&["mv", FIRST, "complaints/elsewhere.yaml"]);
    assert!(!playground.try_git(&["commit", "-qm", "moved"]).0);
}
