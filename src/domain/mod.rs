//! What a complaint is and which moves are right. Pure: no clock, disk, git, terminal, serde or clap.

pub mod reference;
