//! The only home of `std::process`: what goes through the `git` program because the library cannot do it.
//!
//! Signing, hooks, garbage collection, pushing. Arguments are passed as a list, never through a shell.
#![expect(clippy::disallowed_methods, reason = "the one home of programs")]

use std::ffi::{OsStr, OsString};
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::register::environment::Environment;
use crate::register::fault::Fault;
use crate::register::git::ObjectId;
use crate::register::git::objects::Draft;

/// Runs `git` in a register's root.
#[derive(Clone, Copy, Debug)]
pub(super) struct Programs<'a> {
    /// Where it runs.
    pub(super) root: &'a Path,
    /// What it sees of the environment.
    pub(super) environment: &'a Environment,
}

/// How a program ended, when it could be started at all.
#[derive(Debug)]
pub(super) enum Ended {
    /// Well, with this on stdout.
    Well(String),
    /// Badly, with this on stdout and stderr.
    Badly(String),
}

impl Programs<'_> {
    /// Writes a signed commit as `commit.gpgSign` asks for, by git itself: it knows keys, agents and formats.
    pub(super) fn write_signed_commit(&self, draft: &Draft<'_>) -> Result<ObjectId, Fault> {
        // Without this setting git syncs no loose object, and the commit would be the one that a power cut takes.
        let mut arguments = words(&["-c", "core.fsync=committed", "commit-tree", "-S", "-F", "-"]);
        if let Some(parent) = draft.parent {
            arguments.extend(words(&["-p", &parent.to_string()]));
        }
        arguments.push(draft.tree.to_string().into());
        let variables = [
            ("GIT_AUTHOR_NAME", draft.author.person.name.clone()),
            ("GIT_AUTHOR_EMAIL", draft.author.person.email.clone()),
            ("GIT_AUTHOR_DATE", draft.author.git_date()),
            ("GIT_COMMITTER_NAME", draft.committer.person.name.clone()),
            ("GIT_COMMITTER_EMAIL", draft.committer.person.email.clone()),
            ("GIT_COMMITTER_DATE", draft.committer.git_date()),
        ];
        let variables = variables.map(|(name, value)| (name, OsString::from(value)));
        let failed = |output| Fault::Program { program: "git commit-tree -S".to_owned(), output };
        match self.git(&arguments, &variables, draft.message.as_bytes())? {
            Ended::Well(output) => ObjectId::parse(output.trim()).ok_or_else(|| failed(output)),
            Ended::Badly(output) => Err(failed(output)),
        }
    }

    /// Runs a hook of the user, against an index of its own where one is given.
    pub(super) fn run_hook(&self, hook: &str, index: Option<&Path>, arguments: &[&OsStr]) -> Result<Ended, Fault> {
        let mut line = words(&["hook", "run", "--ignore-missing", hook]);
        if !arguments.is_empty() {
            line.push("--".into());
            line.extend(arguments.iter().map(|&argument| argument.to_owned()));
        }
        // As git tells a hook that nobody will be asked for a message.
        let mut variables = vec![("GIT_EDITOR", OsString::from(":"))];
        variables.extend(index.map(|index| ("GIT_INDEX_FILE", index.as_os_str().to_owned())));
        self.git(&line, &variables, b"")
    }

    /// Lets git tidy up if it thinks that there is enough to tidy; it goes on in the background by itself.
    pub(super) fn collect_garbage(&self) -> Result<Ended, Fault> {
        self.git(&words(&["gc", "--auto", "--quiet"]), &[], b"")
    }

    /// Fetches what others have published, without asking anybody anything.
    pub(super) fn fetch(&self, remote: &str) -> Result<Ended, Fault> {
        let variables = [("GIT_TERMINAL_PROMPT", OsString::from("0"))];
        self.git(&words(&["fetch", "--quiet", remote]), &variables, b"")
    }

    /// Pushes a branch to the one of the same name, without asking anybody anything.
    pub(super) fn push(&self, remote: &str, branch: &str) -> Result<Ended, Fault> {
        let variables = [("GIT_TERMINAL_PROMPT", OsString::from("0"))];
        self.git(&words(&["push", "--quiet", remote, branch]), &variables, b"")
    }

    /// Opens a file in the person's own editor, with the terminal handed over.
    pub(super) fn edit(&self, editor: &[String], file: &Path) -> Result<Ended, Fault> {
        let Some((program, arguments)) = editor.split_first() else { return Ok(Ended::Badly(String::new())) };
        let mut command = Command::new(program);
        command.args(arguments).arg(file).current_dir(self.root).env_clear().envs(self.environment.for_programs());
        let status = command.status().map_err(Fault::disk("run the program", Path::new(program)))?;
        Ok(if status.success() { Ended::Well(String::new()) } else { Ended::Badly(status.to_string()) })
    }

    /// Lets the system bring everything it holds back to the disk; where it can be asked for one disk alone, to that one.
    pub(super) fn sync_disks(&self) -> Result<(), Fault> {
        let only_this_one = if cfg!(target_os = "linux") { words(&["-f", "."]) } else { Vec::new() };
        match self.run("sync", &only_this_one, &[], b"")? {
            Ended::Well(_) => Ok(()),
            Ended::Badly(output) => Err(Fault::Program { program: "sync".to_owned(), output }),
        }
    }

    fn git(&self, arguments: &[OsString], variables: &[(&str, OsString)], input: &[u8]) -> Result<Ended, Fault> {
        self.run("git", arguments, variables, input)
    }

    fn run(
        &self,
        program: &'static str,
        arguments: &[OsString],
        variables: &[(&str, OsString)],
        input: &[u8],
    ) -> Result<Ended, Fault> {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(self.root).env_clear().envs(self.environment.for_programs());
        command.envs(variables.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let Output { status, stdout, stderr } =
            feed(&mut command, input).map_err(Fault::disk("run the program", Path::new(program)))?;
        let output = String::from_utf8_lossy(&stdout).into_owned();
        if status.success() {
            return Ok(Ended::Well(output));
        }
        Ok(Ended::Badly(format!("{}\n{output}", String::from_utf8_lossy(&stderr)).trim().to_owned()))
    }
}

fn feed(command: &mut Command, input: &[u8]) -> std::io::Result<Output> {
    let mut child = command.spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        match stdin.write_all(input) {
            // A program that does not want its input may have closed it already.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => return Err(error),
            _ => {}
        }
    }
    child.wait_with_output()
}

fn words(arguments: &[&str]) -> Vec<OsString> {
    arguments.iter().map(OsString::from).collect()
}
