//! Days, months, working time. Pure.
