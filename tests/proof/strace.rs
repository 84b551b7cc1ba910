//! Faults by order: the n-th call to the system is refused, or the process dies in it. Made by strace, so that the program
//! that is proven knows nothing of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{BINARY, Ended, Ground, say};

/// The calls by which something can be changed. `openat` is among them when it creates or writes.
pub(crate) const WRITING: [&str; 28] = [
    "openat",
    "write",
    "pwrite64",
    "writev",
    "copy_file_range",
    "sendfile",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "unlink",
    "unlinkat",
    "mkdir",
    "mkdirat",
    "rmdir",
    "fsync",
    "fdatasync",
    "ftruncate",
    "fallocate",
    "chmod",
    "fchmod",
    "fchmodat",
    "utimensat",
    "flock",
    "fcntl",
];

/// The calls by which the program learns what is there.
pub(crate) const READING: [&str; 9] =
    ["openat", "read", "pread64", "newfstatat", "statx", "access", "faccessat2", "getdents64", "readlink"];

/// A call that was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Call {
    /// Its name.
    pub(crate) name: String,
    /// How many of this name came before it, and itself: from 1.
    pub(crate) ordinal: usize,
    /// Its arguments and its result.
    pub(crate) text: String,
}

impl Call {
    /// Returns whether it can change something.
    pub(crate) fn writes(&self) -> bool {
        match &*self.name {
            "openat" => ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"].iter().any(|flag| self.text.contains(flag)),
            // Asking for the flags of a stream is no writing.
            "fcntl" => ["F_SETLK", "F_OFD_SETLK"].iter().any(|flag| self.text.contains(flag)),
            name => WRITING.contains(&name),
        }
    }

    /// Returns whether it speaks to the streams that people read.
    pub(crate) fn is_speech(&self) -> bool {
        self.name == "write" && (self.text.starts_with("1, ") || self.text.starts_with("2, "))
    }

    /// Returns whether nobody but the process itself can see what it changes: speech, and `/dev/null`.
    pub(crate) fn is_harmless(&self) -> bool {
        self.is_speech() || self.text.contains("\"/dev/null\"")
    }

    /// Returns whether it was disturbed: its result was not the system's own, or the process died in it.
    pub(crate) fn is_disturbed(&self) -> bool {
        self.text.ends_with("(INJECTED)") || self.text.ends_with("= ?")
    }
}

/// Returns whether processes may be traced here; says loudly that something is not proven when they may not.
pub(crate) fn is_permitted(what: &str) -> bool {
    let traced = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).stderr(Stdio::null()).status();
    let is_permitted = traced.is_ok_and(|status| status.success());
    if !is_permitted {
        say(&format!("SKIPPED: {what}: strace is not there or may not trace"));
    }
    is_permitted
}

/// Runs the program under strace, with these injections; returns how it ended and what it called.
pub(crate) fn run(ground: &Ground, log: &Path, injections: &[String], arguments: &[&str]) -> (Ended, Vec<Call>) {
    let mut command = ground.command("strace");
    // Not with `--seccomp-bpf`: strace 6.1 then sends no signals.
    command.args(["-f", "-qq", "-s", "12", "-o"]).arg(log).arg("-e");
    command.arg(format!("trace={},{}", WRITING.join(","), READING.join(",")));
    for injection in injections {
        command.arg("-e").arg(format!("inject={injection}"));
    }
    let ended = command.arg(BINARY).args(arguments).output().expect("strace").into();
    let calls = fs::read_to_string(log).unwrap_or_default();
    (ended, parse(&calls))
}

/// Reads `PID name(arguments) = result`; a call in which another thread got a word in stands in two lines.
pub(crate) fn parse(log: &str) -> Vec<Call> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut calls: Vec<(&str, Call)> = Vec::new();
    for line in log.lines() {
        let Some((process, call)) = line.trim_start().split_once(' ') else { continue };
        let call = call.trim_start();
        if let Some((name, end)) = call.strip_prefix("<... ").and_then(|rest| rest.split_once(" resumed>")) {
            let begun = calls.iter_mut().rfind(|(by, begun)| *by == process && begun.name == name);
            if let Some((_, begun)) = begun {
                begun.text.push_str(end);
            }
            continue;
        }
        let Some((name, text)) = call.split_once('(') else { continue };
        if name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            let ordinal = seen.entry(name.to_owned()).or_default();
            *ordinal += 1;
            calls.push((process, Call { name: name.to_owned(), ordinal: *ordinal, text: text.to_owned() }));
        }
    }
    calls.into_iter().map(|(_, call)| call).collect()
}
