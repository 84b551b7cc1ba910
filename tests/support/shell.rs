//! A very small shell: what a console block of a document types.
//!
//! It knows `complaints …`, `cargo run --release -- …`, `git …`, `cat FILE`, `cd FOLDER`, `NAME=$(complaints …)`, `echo $?`, `$NAME`, and lines that end with `\`.

use std::collections::BTreeMap;

use super::TestRegister;

/// A register in which a document's commands are typed.
pub(crate) struct Shell {
    /// The register.
    pub(crate) register: TestRegister,
    variables: BTreeMap<String, String>,
}

impl Shell {
    /// Returns a shell in a folder.
    pub(crate) fn new(register: TestRegister) -> Self {
        Self { register, variables: BTreeMap::new() }
    }

    /// Types a line and returns what a terminal would show.
    #[track_caller]
    pub(crate) fn type_in(&mut self, line: &str) -> String {
        if let Some((name, command)) = line.split_once("=$(")
            && let Some(command) = command.strip_suffix(')')
            && name.chars().all(char::is_alphanumeric)
        {
            let output = self.register.run_words(self.words(command).into_iter().skip(1), b"");
            self.variables.insert(name.to_owned(), output.stdout().trim_end().to_owned());
            return output.stderr();
        }
        let words = self.words(line);
        let rest: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
        match words.first().map(String::as_str) {
            Some("complaints") => {
                let output = self.register.run_words(&rest, b"");
                self.variables.insert("?".to_owned(), output.exit.code().to_string());
                output.both()
            }
            // What the binary does, as it is typed in a checkout.
            Some("cargo") if rest.starts_with(&["run", "--release", "--"]) => {
                self.register.run_words(&rest[3..], b"").both()
            }
            Some("cd") => {
                self.register.enter(rest[0]);
                String::new()
            }
            Some("git") => self.register.run_git(&rest).0,
            Some("cat") => rest.iter().map(|file| self.register.read(file)).collect(),
            Some("echo") => rest.join(" ") + "\n",
            _ => panic!("this shell does not know `{line}`"),
        }
    }

    #[track_caller]
    fn words(&self, line: &str) -> Vec<String> {
        let mut line = line.to_owned();
        for (name, value) in &self.variables {
            line = line.replace(&format!("${name}"), value);
        }
        shlex::split(&line).unwrap_or_else(|| panic!("a quote is open in `{line}`"))
    }
}
