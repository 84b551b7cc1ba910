//! What the real git says: every state a repository can be in when somebody types one of our commands.
//!
//! Each test is a sentence about a person who uses plain git beside the program. The real binary runs, and git alone judges.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "the proofs are the outside world of the program")]

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use rayon::prelude::*;

use crate::proof::{self, Ended, Ground, NEW, is_there, numbers_are_whole, say, set_mode};

const ADVANCE: [&str; 3] = ["advance", "1", "acknowledge"];

/// Returns a register with one complaint, and where that lies.
fn with_complaint() -> (Ground, String) {
    let ground = Ground::with_register();
    ground.new_complaint();
    let places = ground.complaints_at("HEAD");
    (ground, places[0].clone())
}

/// Asserts that the last commit holds one file, and which.
#[track_caller]
fn assert_last_commit_holds_only(ground: &Ground, place: &str) {
    assert_eq!(ground.git(&["show", "--format=", "--name-only", "HEAD"]).trim(), place);
}

#[test]
fn staged_changed_intended_and_untracked_work_stays_as_it_is() {
    let (ground, place) = with_complaint();
    for name in ["changed.txt", "deleted.txt", "both.txt"] {
        ground.write_file(name, "one\n");
    }
    ground.git(&["add", "."]);
    ground.git(&["commit", "-q", "-m", "files of a person"]);
    ground.write_file("changed.txt", "two\n");
    ground.write_file("both.txt", "two\n");
    ground.write_file("staged.txt", "staged\n");
    ground.git(&["add", "both.txt", "staged.txt"]);
    ground.write_file("both.txt", "three\n");
    ground.git(&["rm", "-q", "deleted.txt"]);
    ground.write_file("intended.txt", "intended\n");
    ground.git(&["add", "-N", "intended.txt"]);
    ground.write_file("untracked.txt", "untracked\n");
    let work = || (ground.git(&["status", "--porcelain"]), ground.git(&["diff"]), ground.git(&["diff", "--cached"]));
    let before = work();
    ground.new_complaint();
    assert!(ground.complaints_at("HEAD").len() == 2);
    ground.complaints(&ADVANCE).expect_code(0);
    assert_last_commit_holds_only(&ground, &place);
    assert_eq!(work(), before);
}

#[test]
fn a_record_that_a_person_has_edited_staged_or_left_in_conflict_is_not_written_over() {
    let (ground, place) = with_complaint();
    let text = ground.read_file(&place);
    ground.write_file(&place, &text.replace("Mary Jones", "Mary Smith"));
    ground.assert_refused(&ADVANCE, "has changes that are not committed");
    ground.git(&["add", &place]);
    ground.assert_refused(&ADVANCE, "not committed");
    ground.write_file(&place, &text);
    ground.assert_refused(&ADVANCE, "staged and not committed");
    ground.git(&["reset", "-q"]);
    ground.complaints(&ADVANCE).expect_code(0);
    ground.assert_clean();
}

#[test]
fn a_file_that_lies_where_the_next_complaint_would_go_keeps_its_number() {
    let (ground, place) = with_complaint();
    let stray = place.replace("0001-2", "0002-0");
    ground.write_file(&stray, "somebody's notes\n");
    assert!(ground.new_complaint().ends_with("0003-6"));
    assert_eq!(ground.read_file(&stray), "somebody's notes\n");
}

#[test]
fn what_a_person_has_begun_in_git_is_finished_first() {
    let begin: [(&str, &[&[&str]]); 5] = [
        ("merge", &[&["merge", "-q", "--no-ff", "--no-commit", "other"]]),
        ("cherry-pick", &[&["cherry-pick", "clash"]]),
        ("revert", &[&["revert", "--no-edit", "HEAD~1"]]),
        ("bisect", &[&["bisect", "start", "HEAD", "HEAD~2"]]),
        ("rebase", &[&["rebase", "-q", "--exec", "false", "HEAD~1"]]),
    ];
    begin.par_iter().for_each(|&(operation, commands)| {
        let (ground, _) = with_complaint();
        for (branch, text) in [("other", "other\n"), ("clash", "clash\n")] {
            ground.git(&["checkout", "-q", "-b", branch, "main"]);
            ground.write_file(if branch == "clash" { "a.txt" } else { "b.txt" }, text);
            ground.git(&["add", "."]);
            ground.git(&["commit", "-q", "-m", branch]);
        }
        ground.git(&["checkout", "-q", "main"]);
        for text in ["one\n", "two\n", "three\n"] {
            ground.write_file("a.txt", text);
            ground.git(&["add", "."]);
            ground.git(&["commit", "-q", "-m", text]);
        }
        for command in commands {
            drop(ground.try_git(command));
        }
        let words = if operation == "rebase" || operation == "bisect" { "" } else { operation };
        ground.assert_refused(&NEW, words);
        ground.assert_refused(&ADVANCE, words);
        let abort: &[&str] = if operation == "bisect" { &["bisect", "reset"] } else { &[operation, "--abort"] };
        ground.git(abort);
        ground.complaints(&ADVANCE).expect_code(0);
        assert_eq!(ground.unclean(), Vec::<String>::new(), "{operation}");
    });
}

#[test]
fn a_detached_head_and_a_branch_without_a_commit_are_refused() {
    let (ground, _) = with_complaint();
    ground.git(&["checkout", "-q", "--detach"]);
    ground.assert_refused(&NEW, "no branch is checked out");
    ground.git(&["checkout", "-q", "main"]);
    ground.new_complaint();
    ground.git(&["checkout", "-q", "--orphan", "empty"]);
    ground.assert_refused(&NEW, "no commit yet");
}

#[test]
fn a_linked_work_tree_writes_its_own_branch_and_shares_the_numbers() {
    let (ground, _) = with_complaint();
    let linked = ground.beside("linked");
    ground.git(&["worktree", "add", "-q", "-b", "other", linked.to_str().expect("plain")]);
    let in_linked = ground.complaints_in(&linked, &NEW).expect_code(0).last_line().to_owned();
    let in_main = ground.new_complaint();
    assert_ne!(in_linked, in_main);
    assert_eq!(ground.complaints_at("main").len(), 2);
    assert_eq!(ground.complaints_at("other").len(), 2);
    assert_eq!(ground.git_in(&linked, &["status", "--porcelain"]), "");
    ground.git(&["merge", "-q", "other"]);
    assert!(numbers_are_whole(&ground.complaints_at("HEAD")));
    ground.assert_clean();
}

#[test]
fn a_register_in_a_folder_of_a_repository_touches_nothing_above_it() {
    let ground = Ground::empty();
    ground.git(&["init", "-q"]);
    ground.write_file("README.md", "the shop\n");
    ground.git(&["add", "."]);
    ground.git(&["commit", "-q", "-m", "the shop"]);
    ground.write_file("README.md", "the shop, changed\n");
    ground.write_file("staged.txt", "staged\n");
    ground.git(&["add", "staged.txt"]);
    let folder = ground.path("customer care/شکایت");
    fs::create_dir_all(&folder).expect("a folder");
    ground.complaints_in(&folder, &["init", "--organization", "Alborz"]).expect_code(0);
    ground.complaints_in(&folder, &NEW).expect_code(0);
    ground.complaints_in(&folder.join("complaints/stations"), &ADVANCE).expect_code(0);
    assert_eq!(ground.git(&["status", "--porcelain"]), " M README.md\nA  staged.txt\n");
    let touched = ground.git(&["-c", "core.quotePath=false", "log", "--format=", "--name-only", "-3"]);
    assert!(touched.lines().all(|line| line.starts_with("customer care/شکایت/")), "{touched}");
}

#[test]
fn a_register_in_a_submodule_is_written_there() {
    let (inner, _) = with_complaint();
    let ground = Ground::empty();
    ground.git(&["init", "-q"]);
    let source = inner.root.to_str().expect("plain");
    ground.git(&["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", source, "care"]);
    ground.git(&["commit", "-q", "-m", "with a register"]);
    let care = ground.path("care");
    ground.complaints_in(&care, &NEW).expect_code(0);
    assert_eq!(ground.git_in(&care, &["status", "--porcelain"]), "");
    assert_eq!(ground.git(&["status", "--porcelain"]), " M care\n");
}

#[test]
fn what_git_ignores_filters_or_finds_linked_is_refused() {
    let (ground, place) = with_complaint();
    ground.write_file(".git/info/exclude", "complaints/2*\n");
    ground.assert_refused(&NEW, "is ignored by git");
    ground.complaints(&["note", "1", "what is known to git already goes on"]).expect_code(0);
    ground.write_file(".git/info/exclude", "");
    ground.write_file(".git/info/attributes", "complaints/** filter=git-crypt\n");
    ground.assert_refused(&ADVANCE, "filter=git-crypt");
    ground.write_file(".git/info/attributes", "");
    let folder = Path::new(&place).parent().expect("a folder");
    let elsewhere = ground.beside("elsewhere");
    fs::rename(ground.root.join(folder), &elsewhere).expect("a rename");
    std::os::unix::fs::symlink(&elsewhere, ground.root.join(folder)).expect("a link");
    ground.assert_refused(&NEW, "is no ordinary file or folder");
}

#[test]
fn line_ends_of_a_computer_do_not_get_into_history() {
    for setting in ["true", "input"] {
        let (ground, place) = with_complaint();
        ground.git(&["config", "core.autocrlf", setting]);
        ground.new_complaint();
        ground.complaints(&ADVANCE).expect_code(0);
        ground.assert_clean();
        let text = ground.read_file(&place);
        ground.write_file(&place, &text.replace('\n', "\r\n"));
        ground.complaints(&["note", "1", "after an editor changed the line ends"]).expect_code(0);
        ground.assert_clean();
        assert!(!ground.git(&["show", &format!("HEAD:{place}")]).contains('\r'));
    }
}

#[test]
fn a_shared_repository_stays_shared_under_a_closed_umask() {
    let ground = Ground::empty();
    ground.git(&["init", "-q", "--shared=group"]);
    ground.complaints(&["init", "--organization", "Alborz"]).expect_code(0);
    let script = "umask 077; \"$0\" \"$@\"";
    for arguments in [&NEW[..], &ADVANCE] {
        let mut command = ground.command("sh");
        command.args(["-c", script, proof::BINARY]).args(arguments);
        Ended::from(command.output().expect("a shell")).expect_code(0);
    }
    for entry in walkdir::WalkDir::new(ground.path(".git")).into_iter().filter_map(Result::ok) {
        let mode = entry.metadata().expect("metadata").permissions().mode();
        let is_read = mode & 0o040 != 0;
        let is_entered = !entry.file_type().is_dir() || mode & 0o070 == 0o070;
        assert!(is_read && is_entered, "{}: {mode:o}", entry.path().display());
    }
}

#[test]
fn commits_are_signed_with_an_ssh_key_when_git_is_told_to() {
    if !is_there("ssh-keygen", "signing with ssh") {
        return;
    }
    let (ground, _) = with_complaint();
    let key = ground.beside("key");
    let key = key.to_str().expect("plain");
    let mut command = ground.command("ssh-keygen");
    assert!(command.args(["-q", "-t", "ed25519", "-N", "", "-f", key]).status().expect("a key").success());
    let public = fs::read_to_string(format!("{key}.pub")).expect("a key");
    let signers = ground.beside("signers");
    fs::write(&signers, format!("sara@alborz.example {public}")).expect("a file");
    ground.git(&["config", "gpg.format", "ssh"]);
    ground.git(&["config", "user.signingKey", key]);
    ground.git(&["config", "gpg.ssh.allowedSignersFile", signers.to_str().expect("plain")]);
    ground.git(&["config", "commit.gpgSign", "true"]);
    ground.new_complaint();
    ground.complaints(&ADVANCE).expect_code(0);
    ground.assert_clean();
    assert_eq!(ground.git(&["log", "--format=%G?", "-3"]), "G\nG\nN\n");
    fs::remove_file(key).expect("a removal");
    ground.assert_refused(&NEW, "commit-tree -S");
    ground.git(&["config", "commit.gpgSign", "false"]);
    ground.new_complaint();
}

#[test]
fn commits_are_signed_with_gpg_when_git_is_told_to() {
    if !is_there("gpg", "signing with gpg") {
        return;
    }
    let (ground, _) = with_complaint();
    // The socket of its agent needs a short path.
    let keys = tempfile::Builder::new().prefix("gpg-").tempdir_in("/tmp").expect("a folder");
    set_mode(keys.path(), 0o700);
    let gpg = |arguments: &[&str]| -> Ended {
        let mut command = ground.command("gpg");
        command.env("GNUPGHOME", keys.path()).args(["--batch", "--quiet", "--passphrase", ""]).args(arguments);
        command.output().expect("gpg").into()
    };
    gpg(&["--quick-generate-key", "Sara <sara@alborz.example>", "ed25519", "sign", "never"]).expect_code(0);
    ground.git(&["config", "commit.gpgSign", "true"]);
    let mut command = ground.command(proof::BINARY);
    let ended: Ended = command.env("GNUPGHOME", keys.path()).args(NEW).output().expect("the program").into();
    ended.expect_code(0);
    ground.assert_clean();
    let mut command = ground.command("git");
    let verified = command.env("GNUPGHOME", keys.path()).args(["verify-commit", "HEAD"]).output().expect("git");
    Ended::from(verified).expect_code(0);
    let mut command = ground.command("gpgconf");
    drop(command.env("GNUPGHOME", keys.path()).args(["--kill", "gpg-agent"]).status());
}

#[test]
fn the_identity_is_the_one_that_git_would_take() {
    let (ground, _) = with_complaint();
    let mut command = ground.command(proof::BINARY);
    command.args(NEW).envs([
        ("GIT_AUTHOR_NAME", "An Author"),
        ("GIT_AUTHOR_EMAIL", "author@alborz.example"),
        ("GIT_COMMITTER_NAME", "A Committer"),
        ("GIT_COMMITTER_EMAIL", "committer@alborz.example"),
        ("GIT_AUTHOR_DATE", "@1700000000 +0330"),
    ]);
    Ended::from(command.output().expect("the program")).expect_code(0);
    let said = ground.git(&["log", "-1", "--format=%an <%ae> %ad / %cn <%ce>", "--date=raw"]);
    assert_eq!(said, "An Author <author@alborz.example> 1700000000 +0330 / A Committer <committer@alborz.example>\n");
    fs::write(ground.home().join(".gitconfig"), "").expect("a file");
    let before = ground.git(&["rev-parse", "HEAD"]);
    let ended = ground.complaints(&NEW).expect_code(1);
    assert!(ended.stderr.contains("git does not know who you are"), "{}", ended.stderr);
    assert!(ended.stderr.contains("hint: git config --global user."), "{}", ended.stderr);
    assert_eq!(ground.git(&["rev-parse", "HEAD"]), before);
}

#[test]
fn the_hooks_of_a_person_are_asked_and_obeyed() {
    let (ground, _) = with_complaint();
    ground.write_file("staged.txt", "staged\n");
    ground.git(&["add", "staged.txt"]);
    ground.install_hook("pre-commit", "git diff --cached --name-only >\"$HOME/seen\"");
    ground.install_hook("commit-msg", "printf 'Change-Id: I1\\n' >>\"$1\"");
    ground.install_hook("post-commit", "echo loud; exit 3");
    let ended = ground.complaints(&NEW).expect_code(0);
    assert!(ended.stderr.contains("warning: the hook `post-commit` failed"), "{}", ended.stderr);
    let seen = fs::read_to_string(ground.home().join("seen")).expect("a file");
    assert_eq!(seen.trim(), ground.complaints_at("HEAD")[1], "the hook sees the commit, not the person's index");
    assert!(ground.git(&["log", "-1", "--format=%B"]).contains("Change-Id: I1"));
    ground.install_hook("pre-commit", "echo not today >&2; exit 1");
    ground.assert_refused(&NEW, "the hook `pre-commit` refused: not today");
    ground.install_hook("pre-commit", "exit 0");
    ground.install_hook("commit-msg", "echo hello >\"$1\"");
    ground.assert_refused(&NEW, "changed the message beyond recognition");
    fs::create_dir(ground.beside("hooks")).expect("a folder");
    ground.git(&["config", "core.hooksPath", ground.beside("hooks").to_str().expect("plain")]);
    let ended = ground.complaints(&NEW).expect_code(0);
    assert!(!ended.stderr.contains("warning"), "{}", ended.stderr);
    ground.git(&["config", "core.hooksPath", "/dev/null"]);
    ground.complaints(&NEW).expect_code(0);
}

#[test]
fn a_plain_commit_or_merge_cannot_delete_a_complaint() {
    let (ground, place) = with_complaint();
    ground.git(&["rm", "-q", &place]);
    let ended = ground.try_git(&["commit", "-q", "-m", "oops"]);
    assert!(ended.code == Some(1) && ended.stderr.contains(&place), "{ended:?}");
    ground.git(&["checkout", "-q", "HEAD", "--", &place]);
    ground.git(&["checkout", "-q", "-b", "other"]);
    ground.git(&["rm", "-q", &place]);
    ground.git(&["commit", "-q", "--no-verify", "-m", "gone"]);
    ground.git(&["checkout", "-q", "main"]);
    ground.new_complaint();
    let ended = ground.try_git(&["merge", "-q", "--no-edit", "other"]);
    assert!(ended.code != Some(0) && ended.stderr.contains(&place), "{ended:?}");
    ground.git(&["merge", "--abort"]);
    ground.assert_clean();
}

#[test]
fn repositories_that_cannot_be_written_are_explained() {
    let explained = |prepare: &[&str], words: &str, hint: &str| {
        let ground = Ground::empty();
        if ground.try_git(prepare).code != Some(0) {
            say(&format!("SKIPPED: {prepare:?}: this git cannot do it"));
            return;
        }
        ground.write_file("complaints/register.yaml", "format: 1\n");
        let ended = ground.complaints(&["list"]).expect_code(1);
        assert!(ended.stderr.contains(words), "{}", ended.stderr);
        assert!(ended.stderr.contains(hint), "{}", ended.stderr);
    };
    explained(&["init", "-q", "--ref-format=reftable"], "reftable", "refs migrate --ref-format=files");
    explained(&["init", "-q", "--object-format=sha256"], "SHA-256", "git init --object-format=sha1");
    explained(&["init", "-q", "--bare", "."], "bare", "hint:");
    let (ground, _) = with_complaint();
    ground.git(&["update-index", "--split-index"]);
    ground.assert_refused(&ADVANCE, "the index is split");
    ground.git(&["update-index", "--no-split-index"]);
    ground.complaints(&ADVANCE).expect_code(0);
    ground.git(&["sparse-checkout", "set", "--sparse-index", "complaints"]);
    let ended = ground.complaints(&["note", "1", "in a sparse index"]);
    assert!(ended.code == Some(0) || ended.stderr.contains("the index is sparse"), "{ended:?}");
    ground.git(&["sparse-checkout", "disable"]);
    ground.new_complaint();
    ground.assert_clean();
}

#[test]
fn a_reftable_repository_can_be_written_after_what_the_hint_says() {
    let (ground, _) = with_complaint();
    // git before 2.48 cannot take the logs of branches along.
    ground.git(&["config", "core.logAllRefUpdates", "false"]);
    fs::remove_dir_all(ground.path(".git/logs")).expect("a removal");
    if ground.try_git(&["refs", "migrate", "--ref-format=reftable"]).code != Some(0) {
        say("SKIPPED: a register that was moved to reftable: this git cannot do it");
        return;
    }
    let ended = ground.complaints(&NEW).expect_code(1);
    assert!(ended.stderr.contains("git -C"), "{}", ended.stderr);
    ground.git(&["refs", "migrate", "--ref-format=files"]);
    ground.new_complaint();
    ground.assert_clean();
}

#[test]
fn a_repository_of_somebody_else_is_not_opened() {
    let (ground, _) = with_complaint();
    if fs::metadata(&ground.root).expect("metadata").uid() != 0 {
        say("SKIPPED: a repository of somebody else: only root can give a folder away");
        return;
    }
    for entry in walkdir::WalkDir::new(&ground.root).into_iter().filter_map(Result::ok) {
        std::os::unix::fs::lchown(entry.path(), Some(12345), Some(12345)).expect("a new owner");
    }
    assert_ne!(ground.try_git(&["status"]).code, Some(0), "git itself opens it");
    let ended = ground.complaints(&["list"]).expect_code(1);
    assert!(ended.stderr.contains("safe.directory"), "{}", ended.stderr);
    let ended = ground.complaints(&NEW).expect_code(1);
    assert!(ended.stderr.contains("run this as the owner"), "{}", ended.stderr);
    let root = fs::canonicalize(&ground.root).expect("a path");
    ground.git(&["config", "--global", "safe.directory", root.to_str().expect("plain")]);
    ground.new_complaint();
}

#[test]
fn a_lock_that_git_holds_for_a_moment_is_waited_for() {
    let (ground, _) = with_complaint();
    ground.write_file(".git/index.lock", "");
    std::thread::scope(|scope| {
        let ours = scope.spawn(|| ground.complaints(&NEW));
        std::thread::sleep(std::time::Duration::from_millis(300));
        let during = ground.complaints_at("HEAD");
        fs::remove_file(ground.path(".git/index.lock")).expect("a removal");
        assert_eq!(during.len(), 1, "recorded while git held its lock");
        ours.join().expect("no panic").expect_code(0);
    });
    ground.assert_clean();
}

#[test]
fn packed_branches_packed_objects_and_a_shallow_clone_are_written_like_any_other() {
    let (ground, _) = with_complaint();
    ground.git(&["gc", "--quiet", "--prune=now"]);
    ground.git(&["pack-refs", "--all"]);
    ground.new_complaint();
    ground.complaints(&ADVANCE).expect_code(0);
    ground.assert_clean();
    let clone = ground.beside("shallow");
    let source = format!("file://{}", ground.root.display());
    ground.git(&["clone", "-q", "--depth=1", &source, clone.to_str().expect("plain")]);
    ground.complaints_in(&clone, &NEW).expect_code(0);
    assert_eq!(ground.git_in(&clone, &["status", "--porcelain"]), "");
}

#[test]
fn a_variable_that_binds_git_elsewhere_does_not_lead_a_command_astray() {
    let (ground, _) = with_complaint();
    let (other, _) = with_complaint();
    let before = other.picture();
    let mut command = ground.command(proof::BINARY);
    command.args(NEW).env("GIT_DIR", other.path(".git")).env("GIT_WORK_TREE", &other.root);
    Ended::from(command.output().expect("the program")).expect_code(0);
    assert_eq!(other.picture(), before);
    ground.assert_clean();
    let mut command = ground.command(proof::BINARY);
    let ended: Ended = command.args(NEW).env("GIT_INDEX_FILE", "elsewhere").output().expect("the program").into();
    assert!(ended.expect_code(1).stderr.contains("GIT_INDEX_FILE"));
    ground.assert_clean();
}

/// A team of two: a clone of the register by a colleague, with its own identity.
fn colleague(ground: &Ground) -> std::path::PathBuf {
    let clone = ground.beside("colleague");
    ground.git(&["clone", "-q", ground.root.to_str().expect("plain"), clone.to_str().expect("plain")]);
    ground.git_in(&clone, &["config", "user.name", "Reza"]);
    ground.git_in(&clone, &["config", "user.email", "reza@alborz.example"]);
    clone
}

#[test]
fn a_colleague_claims_a_station_and_two_clones_merge_by_plain_git_in_any_order() {
    let (ground, _) = with_complaint();
    let clone = colleague(&ground);
    let theirs: Vec<String> =
        (0..2).map(|_| ground.complaints_in(&clone, &NEW).expect_code(0).last_line().to_owned()).collect();
    assert!(theirs[0].contains("-02-0001-") && theirs[1].contains("-02-0002-"), "{theirs:?}");
    let claims = ground.git_in(&clone, &["log", "--format=%s %an", "--", "complaints/stations/02.yaml"]);
    assert_eq!(claims, "station 02: claimed Reza\n");
    ground.new_complaint();
    ground.complaints(&ADVANCE).expect_code(0);
    ground.complaints_in(&clone, &["assign", "02-0001", "reza"]).expect_code(0);
    let pull = ["pull", "-q", "--no-rebase", "--no-edit"];
    ground.git_in(&clone, &pull);
    let path = clone.to_str().expect("plain");
    ground.git(&[&pull[..], &[path, "main"]].concat());
    assert_eq!(ground.git(&["rev-parse", "HEAD^{tree}"]), ground.git_in(&clone, &["rev-parse", "HEAD^{tree}"]));
    assert_eq!(ground.complaints_at("HEAD").len(), 4);
    ground.assert_clean();
    ground.complaints(&["check"]).expect_code(0);
    ground.complaints_in(&clone, &NEW).expect_code(0);
}

#[test]
fn two_clones_that_claimed_one_station_offline_clash_where_git_sees_it() {
    let (ground, _) = with_complaint();
    let clone = colleague(&ground);
    let third = ground.beside("third");
    ground.git(&["clone", "-q", ground.root.to_str().expect("plain"), third.to_str().expect("plain")]);
    // No way to push: the claims cannot be seen by each other.
    for folder in [&clone, &third] {
        ground.git_in(folder, &["remote", "set-url", "origin", "/nowhere"]);
        let ended = ground.complaints_in(folder, &NEW).expect_code(0);
        assert!(ended.stderr.contains("warning: station 02 is claimed here but not pushed"), "{}", ended.stderr);
    }
    let pulled =
        ground.try_git_in(&third, &["pull", "-q", "--no-rebase", "--no-edit", clone.to_str().expect("plain"), "main"]);
    assert_ne!(pulled.code, Some(0), "the same station twice must be seen, and it is seen by git");
    assert!(ground.git_in(&third, &["status", "--porcelain"]).contains("AA complaints/stations/02.yaml"));
}

#[test]
fn a_clone_that_is_behind_claims_a_station_that_nobody_has() {
    let (ground, _) = with_complaint();
    let hub = ground.beside("hub.git");
    let hub = hub.to_str().expect("plain");
    ground.git(&["clone", "-q", "--bare", ground.root.to_str().expect("plain"), hub]);
    let numbers = ["second", "third"].map(|name| {
        let clone = ground.beside(name);
        ground.git(&["clone", "-q", ground.root.to_str().expect("plain"), clone.to_str().expect("plain")]);
        ground.git_in(&clone, &["remote", "set-url", "origin", hub]);
        clone
    });
    let numbers = numbers.map(|clone| {
        let number = ground.complaints_in(&clone, &NEW).expect_code(0).last_line().to_owned();
        ground.try_git_in(&clone, &["push", "-q", "origin", "main"]);
        number
    });
    assert!(numbers[0].contains("-02-") && numbers[1].contains("-03-"), "{numbers:?}");
}

#[test]
fn a_copied_clone_does_not_give_out_the_numbers_of_the_original() {
    let (ground, _) = with_complaint();
    let copy = ground.beside("copy");
    let mut command = ground.command("cp");
    assert!(command.args(["-a", "."]).arg(&copy).status().expect("a copy").success());
    let ended = ground.complaints_in(&copy, &NEW);
    assert!(ended.code == Some(1) && ended.stderr.contains("copied from one that holds station 01"), "{ended:?}");
    ground.complaints_in(&copy, &ADVANCE).expect_code(0);
}

#[test]
fn a_stash_a_reset_and_an_amend_of_a_person_lead_to_no_number_twice() {
    let (ground, _) = with_complaint();
    let second = ground.new_complaint();
    ground.git(&["reset", "-q", "--hard", "HEAD~1"]);
    let third = ground.new_complaint();
    assert_ne!(second, third);
    ground.git(&["commit", "-q", "--amend", "-m", "in my own words"]);
    assert_ne!(ground.new_complaint(), third);
    ground.write_file("notes.txt", "notes\n");
    ground.git(&["add", "notes.txt"]);
    ground.git(&["stash", "-q"]);
    ground.new_complaint();
    ground.git(&["stash", "pop", "-q", "--index"]);
    assert_eq!(ground.git(&["status", "--porcelain"]), "A  notes.txt\n");
}
