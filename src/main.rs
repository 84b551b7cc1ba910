//! The binary: hands the real world to the library and leaves with its exit code.

use std::process::ExitCode;

use complaints::world::World;

fn main() -> ExitCode {
    complaints::run(World::real()).into()
}
