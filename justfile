# The menu. Everything here also runs by plain cargo; nobody needs just.

# What this menu offers.
default:
    @just --list --unsorted

# Everything a change must pass, cheapest first.
check:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings
    cargo test
    RUSTDOCFLAGS='-D warnings' cargo doc --no-deps --document-private-items

# Run the tests, or those whose name contains FILTER.
test *FILTER:
    cargo test {{ FILTER }}

# Break every call to the system, watch the order of syncs, run many at once. Minutes; needs strace.
proof:
    cargo test --test faults --test durability --test concurrency -- --nocapture

# Look over and test the papers as PDF, in one build of the typesetter; needs poppler.
pdf:
    RUSTC_WORKSPACE_WRAPPER=clippy-driver CLIPPY_ARGS="-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__" cargo test --features pdf --profile plain --test pdf

# Rewrite the expected texts inside the tests to what the program says now; read the diff before you commit it.
accept *FILTER:
    UPDATE_EXPECT=1 cargo test {{ FILTER }}

# Measure. Read ratios, not milliseconds (see benches/README.md).
bench *FILTER:
    cargo bench {{ FILTER }}

# Throw random input at one parser for a minute. Needs nightly and cargo-fuzz.
fuzz TARGET='record' SECONDS='60':
    cargo +nightly fuzz run {{ TARGET }} -- -max_total_time={{ SECONDS }}

# Open the map of the code in a browser.
docs:
    cargo doc --no-deps --document-private-items --open

# Licences, advisories, doubled and forbidden crates. Needs cargo-deny.
deny:
    cargo deny check

# Build what we give away.
release:
    cargo build --release --locked

# Play half a year of complaints into ./demo-register and look at it.
demo:
    cargo run -- demo demo-register
    cargo run -- -C demo-register list
