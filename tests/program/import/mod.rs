//! Imports: form exports, spreadsheets and calendars, as other programs write them.
//!
//! `tests/fixtures/import/make.py` wrote the sheets and the expected counts.

mod audit_forms;
mod calendars;
mod files;
#[cfg(all(target_os = "linux", feature = "slow-tests"))]
mod large;
mod surveys;

use camino::Utf8PathBuf;

/// The bytes of a sheet that another program wrote.
fn fixture(name: &str) -> Vec<u8> {
    let path = Utf8PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import").join(name);
    std::fs::read(path).expect("a fixture")
}
