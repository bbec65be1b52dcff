//! The layout that all pages share: the school's name, the four audiences, contacts, menu and footer.

use serde::Serialize;

use crate::language::message;
use crate::programme::{Audience, Direction, Words};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::dates::DayInWords;
use crate::view::folders::AudienceFolders;
use crate::view::page::Page;
use crate::view::parts::arm::{Arm, arm};
use crate::view::parts::link::LinkTo;
use crate::view::parts::person_card::PersonCard;
use crate::view::parts::year_notice::year_notice;
use crate::view::routes::PageKind;

/// What every page shows, built once for the site.
#[derive(Debug, Serialize)]
pub struct Layout<'a> {
    pub name: &'a str,
    /// “Careers at Ridgeway School”.
    pub title: String,
    /// “Careers 2026-27”.
    pub careers_year: String,
    /// “Careers programme”, on the card that other websites show.
    pub card_line: String,
    pub short_name: &'a str,
    pub tagline: Option<&'a str>,
    pub language: String,
    pub direction: Direction,
    pub year: &'a str,
    /// That the year has ended, or has not begun yet.
    pub year_notice: Option<String>,
    pub address: Option<&'a str>,
    pub phone: Option<&'a str>,
    pub email: Option<&'a str>,
    pub website: Option<&'a str>,
    /// The address of this site, with a slash at the end.
    pub web_address: Option<String>,
    pub logo: Option<Address>,
    /// The school's colour, as written.
    pub colour: Option<&'a str>,
    pub words: Words,
    /// The folder of each audience in addresses.
    pub folders: AudienceFolders,
    pub capitals: Words,
    pub arms: Vec<Arm>,
    pub menu: Vec<LinkTo>,
    pub foot: Vec<LinkTo>,
    pub leaders: Vec<PersonCard>,
    pub next_review: Option<DayInWords>,
    pub last_updated: Option<DayInWords>,
    pub review_owner: Option<&'a str>,
    pub today: DayInWords,
    /// Pages that others link to, if the site has them.
    pub pages: LinkedPages,
}

/// The addresses of pages that a site may lack.
#[derive(Debug, Serialize)]
pub struct LinkedPages {
    pub by_term: Option<Address>,
    pub by_benchmark: Option<Address>,
    pub outcomes: Option<Address>,
    pub workplaces: Option<Address>,
    pub staff_year: Option<Address>,
    pub matrix: Option<Address>,
    pub employers: Option<Address>,
    pub employers_year: Option<Address>,
}

impl LinkedPages {
    fn new(pages: &[Page<'_>]) -> Self {
        let address = |kind: PageKind| pages.iter().find(|page| page.kind == kind).map(|page| page.address.clone());
        Self {
            by_term: address(PageKind::ByTerm),
            by_benchmark: address(PageKind::ByBenchmark),
            outcomes: address(PageKind::Outcomes),
            workplaces: address(PageKind::Workplaces),
            staff_year: address(PageKind::StaffYear),
            matrix: address(PageKind::Matrix),
            employers: address(PageKind::Employers),
            employers_year: address(PageKind::EmployersYear),
        }
    }
}

pub(crate) fn layout<'a>(pages: &[Page<'_>], context: &Context<'a>) -> Layout<'a> {
    let institution = &context.programme.institution;
    let details = &institution.details;
    let reviews = details.reviews.as_ref();
    let language = &context.language;
    Layout {
        name: &institution.name,
        title: message!(language, "careers_at", school = &institution.name),
        card_line: language.text("card_line").to_owned(),
        careers_year: message!(language, "careers_year", year = &context.programme.year.label),
        short_name: &institution.short_name,
        tagline: details.tagline.as_deref(),
        language: language.tag().to_owned(),
        direction: language.direction(),
        year: &context.programme.year.label,
        year_notice: year_notice(context),
        address: details.address.as_deref(),
        phone: details.phone.as_ref().map(|phone| phone.as_str()),
        email: details.email.as_ref().map(|email| email.as_str()),
        website: details.website.as_ref().map(|link| link.as_str()),
        web_address: context.web_address.as_ref().map(|site| site.as_str().to_owned()),
        logo: details.logo.as_ref().map(|path| Address::new(path.value.as_str())),
        colour: details.colour.as_ref().map(|colour| colour.as_str()),
        words: language.words().clone(),
        folders: context.folders.clone(),
        capitals: language.capitals().clone(),
        arms: Audience::ALL.iter().map(|audience| arm(*audience, context)).collect(),
        menu: menu(pages, context),
        foot: footer(pages, context),
        leaders: context.programme.team.leaders().map(|person| PersonCard::new(person, context)).collect(),
        next_review: reviews
            .and_then(|reviews| reviews.next_review.as_ref())
            .map(|next| context.language.date(&next.value)),
        last_updated: reviews
            .and_then(|reviews| reviews.last_updated.as_ref())
            .map(|day| context.language.date(&day.value)),
        review_owner: reviews.and_then(|reviews| reviews.owner.as_deref()),
        today: context.language.day(context.today),
        pages: LinkedPages::new(pages),
    }
}

/// The menu of every page. It has what governors, inspectors and providers look for, too.
const MENU: [PageKind; 8] = [
    PageKind::Programme,
    PageKind::Events,
    PageKind::Guidance,
    PageKind::Team,
    PageKind::Evaluation,
    PageKind::ProviderAccess,
    PageKind::Evidence,
    PageKind::Search,
];

fn menu(pages: &[Page<'_>], context: &Context<'_>) -> Vec<LinkTo> {
    let is_built = |kind: &PageKind| pages.iter().any(|page| page.kind == *kind);
    MENU.into_iter().filter(is_built).map(|kind| context.link(kind)).collect()
}

fn footer(pages: &[Page<'_>], context: &Context<'_>) -> Vec<LinkTo> {
    let is_built = |kind: &PageKind| pages.iter().any(|page| page.kind == *kind);
    let kinds = PageKind::ALL.iter().copied().filter(|kind| kind.is_in_footer() && is_built(kind));
    let data = LinkTo::new(Address::new("programme.json"), context.language.text("foot_data"));
    kinds.map(|kind| context.link(kind)).chain([data]).collect()
}
