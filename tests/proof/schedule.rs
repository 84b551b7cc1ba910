//! Two processes under one hand: each is stopped at a chosen call and goes on when told to, so that every order of their
//! steps can be tried and none is left to chance.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::strace::Call;
use super::{Ended, Ground};

/// Between two looks at a process.
const PAUSE: Duration = Duration::from_millis(2);
/// As long as one is waited for that may itself wait for the other.
const MOMENT: Duration = Duration::from_millis(200);
/// As long as any command may take.
const LONG: Duration = Duration::from_mins(1);

/// A process that stops in a call.
#[derive(Debug)]
pub(crate) struct Puppet {
    tracer: Child,
    log: PathBuf,
    is_free: bool,
}

impl Puppet {
    /// Starts a program that will stop when it has made a call.
    pub(crate) fn start(ground: &Ground, name: &str, stop: &Call, program: &[&str]) -> Self {
        let log = ground.beside(name);
        drop(fs::remove_file(&log));
        let mut command = ground.command("strace");
        let Call { name, ordinal, .. } = stop;
        let (trace, inject) = (format!("trace={name}"), format!("inject={name}:signal=SIGSTOP:when={ordinal}"));
        command.args(["-f", "-qq", "-e", &trace, "-e", &inject, "-o"]).arg(&log).args(program);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        Self { tracer: command.spawn().expect("strace"), log, is_free: false }
    }

    /// Waits until it has stopped or ended, at most for a moment: it may wait for the other.
    pub(crate) fn run_to_stop(&mut self) {
        self.wait(MOMENT, |puppet| puppet.has_stopped());
    }

    /// Lets it go on, and waits until it has ended, at most for a moment.
    pub(crate) fn go_on(&mut self) {
        self.wait(MOMENT, |puppet| {
            puppet.pull();
            false
        });
    }

    /// Waits for its end.
    pub(crate) fn end(mut self) -> Ended {
        let has_ended = self.wait(LONG, |puppet| {
            puppet.pull();
            false
        });
        assert!(has_ended, "{}", self.calls());
        self.tracer.wait_with_output().expect("its end").into()
    }

    fn calls(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    fn has_stopped(&self) -> bool {
        self.calls().contains("--- stopped by SIGSTOP ---")
    }

    /// Lets it go on if it has stopped: it may have come to its stop only now.
    fn pull(&mut self) {
        let calls = self.calls();
        let stop = calls.lines().find(|line| line.ends_with("--- stopped by SIGSTOP ---"));
        let process = stop.and_then(|line| line.split_whitespace().next()).filter(|_| !self.is_free);
        if let Some(process) = process {
            let sent = Command::new("kill").args(["-CONT", process]).stderr(Stdio::null()).status();
            self.is_free = sent.is_ok_and(|status| status.success());
        }
    }

    /// Waits for its end, or until something is there; returns whether it has ended.
    fn wait(&mut self, limit: Duration, mut is_there: impl FnMut(&mut Self) -> bool) -> bool {
        let mut waited = Duration::ZERO;
        while waited < limit {
            if self.tracer.try_wait().expect("its state").is_some() {
                return true;
            }
            if is_there(self) {
                return false;
            }
            std::thread::sleep(PAUSE);
            waited += PAUSE;
        }
        false
    }
}
