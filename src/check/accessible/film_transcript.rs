//! A film has no transcript: a text of what is said and shown in it. Deaf people read it, blind people have it read out,
//! and everybody can search it. On a page in British Sign Language, the text of the page is the transcript.
//!
//! Wrong:
//!
//! ```yaml
//! films:
//!   - title: What happens in a guidance meeting
//!     link: https://films.example/guidance
//! ```
//!
//! Right:
//!
//! ```yaml
//! films:
//!   - title: What happens in a guidance meeting
//!     link: https://films.example/guidance
//!     transcript: A pupil and an adviser look at two routes on a laptop. The pupil leaves with a plan on one page.
//! ```

use crate::check::RuleInput;
use crate::programme::Film;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("film-transcript");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let programme = input.programme;
    let guidance = programme.guidance.iter().flat_map(|guidance| &guidance.films);
    let welcomes = programme.welcomes.iter().flat_map(|welcome| &welcome.films);
    let pages = programme.pages.iter().flat_map(|page| &page.films);
    // The text of a page in a sign language says what the film says.
    let translations = programme.translations.iter();
    let translations =
        translations.filter(|translation| !translation.language.is_signed() || translation.prose.is_empty());
    let translations = translations.flat_map(|translation| &translation.films);
    let films = guidance.chain(welcomes).chain(pages).chain(translations);
    films.filter(|film| film.transcript.is_none()).for_each(|film| report(film, findings));
}

fn report(film: &Film, findings: &mut Findings) {
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!("the film `{}` has no transcript", film.title),
        help: "Write in `transcript:` what is said and shown in it.".into(),
    };
    findings.advise(advice, film.at.clone());
}
