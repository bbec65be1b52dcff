//! Console sessions: what a teacher did, and what the program says. Each lies in `tests/cases`.

#[test]
fn every_session_says_what_it_should() {
    trycmd::TestCases::new().case("tests/cases/*/session.md");
}
