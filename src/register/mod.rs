//! Disk and git: the only way to a register.
