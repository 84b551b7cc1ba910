//! The part of the environment that git listens to, as a plain map.
//!
//! It is handed in by the world and never read here, so that tests and cron jobs see exactly what they were given.

use std::collections::BTreeMap;
use std::ffi::OsString;

/// Variables that bind git to one repository, index or object store. A register is found from its folder, so a value that
/// came along (from a hook of another repository, say) would lead the programs we start astray.
const BINDING: [&str; 12] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
    "GIT_QUARANTINE_PATH",
    "GIT_GRAFT_FILE",
    "GIT_SHALLOW_FILE",
    "GIT_IMPLICIT_WORK_TREE",
];

/// A snapshot of environment variables.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    variables: BTreeMap<OsString, OsString>,
}

impl<K: Into<OsString>, V: Into<OsString>> FromIterator<(K, V)> for Environment {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(variables: I) -> Self {
        Self { variables: variables.into_iter().map(|(name, value)| (name.into(), value.into())).collect() }
    }
}

impl Environment {
    /// Returns a variable; one that is empty or no UTF-8 counts as not set.
    pub fn var(&self, name: &str) -> Option<&str> {
        self.variables.get(std::ffi::OsStr::new(name))?.to_str().filter(|value| !value.is_empty())
    }

    /// Returns the last value that `GIT_CONFIG_COUNT` and its companions give to a key, as `git -c` would.
    pub(super) fn configured(&self, key: &str) -> Option<&str> {
        let count: usize = self.var("GIT_CONFIG_COUNT")?.parse().ok()?;
        (0..count.min(1000)).rev().find_map(|index| {
            let matches = self.var(&format!("GIT_CONFIG_KEY_{index}"))?.eq_ignore_ascii_case(key);
            if matches { self.var(&format!("GIT_CONFIG_VALUE_{index}")) } else { None }
        })
    }

    /// Returns the variables for a program that works on the register.
    pub(super) fn for_programs(&self) -> impl Iterator<Item = (&OsString, &OsString)> {
        self.variables.iter().filter(|(name, _)| !BINDING.iter().any(|binding| *name == binding))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_variable_is_not_set() {
        let environment = Environment::from_iter([("A", ""), ("B", "b")]);
        assert_eq!(environment.var("A"), None);
        assert_eq!(environment.var("B"), Some("b"));
    }

    #[test]
    fn the_last_value_of_a_key_wins() {
        let environment = Environment::from_iter([
            ("GIT_CONFIG_COUNT", "2"),
            ("GIT_CONFIG_KEY_0", "user.name"),
            ("GIT_CONFIG_VALUE_0", "first"),
            ("GIT_CONFIG_KEY_1", "User.Name"),
            ("GIT_CONFIG_VALUE_1", "second"),
        ]);
        assert_eq!(environment.configured("user.name"), Some("second"));
        assert_eq!(environment.configured("user.email"), None);
    }

    #[test]
    fn programs_are_not_bound_to_another_repository() {
        let environment = Environment::from_iter([("GIT_DIR", "/elsewhere"), ("PATH", "/bin")]);
        let names: Vec<_> = environment.for_programs().map(|(name, _)| name.clone()).collect();
        assert_eq!(names, ["PATH"]);
    }
}
