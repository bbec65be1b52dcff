//! The list of all pages: each with its address, its title and the pages above it.

use super::accessibility::accessibility;
use super::address::Address;
use super::benchmarks::benchmarks;
use super::cards::LinkTo;
use super::context::Context;
use super::destinations::destinations;
use super::employers::{employers, employers_year, provider_access};
use super::evaluation::evaluation;
use super::events::{any_past, coming_address, event, events, past_address};
use super::evidence::evidence;
use super::families::{group_description, group_title, parent_group, parents, pupil_group, pupils};
use super::feedback::feedback;
use super::home::home;
use super::linked_data::{self, LinkedData, Node};
use super::page::{Body, Page};
use super::people::{guidance, team};
use super::planner::{planner, planner_address};
use super::programme::{by_benchmark, by_term, programme};
use super::say;
use super::search::{ForWhom, SearchPage, filters};
use super::staff::{matrix, staff, staff_year, subjects};
use super::subscribe::{subscribe, subscribe_address};
use super::texts::{self, NotFoundPage};
use super::translations;
use crate::language::say as said;
use crate::programme::{Audience, GroupSet, PolicyBody};
use crate::report::Source;

/// Collects pages.
struct Pages<'a, 'c> {
    school: &'a str,
    context: &'c Context<'a>,
    pages: Vec<Page<'a>>,
}

/// What a page is called, and below which pages it stands.
struct Head<'a, 'h> {
    address: Address,
    title: String,
    description: String,
    below: &'h [(&'h str, &'h str)],
    /// The file that it is made from, if it is one.
    source: Option<&'a Source>,
    /// What search engines are told besides where it stands.
    about: Option<Node>,
}

impl<'a> Pages<'a, '_> {
    /// Adds a page that is for all groups and for the audience of its folder.
    fn add(&mut self, head: Head<'a, '_>, body: Body<'a>) {
        let for_whom = of_folder(&head.address)
            .map_or_else(ForWhom::default, |audience| ForWhom::new(&[audience], &GroupSet::new(), self.context));
        self.add_for(for_whom, head, body);
    }

    fn add_for(&mut self, for_whom: ForWhom, head: Head<'a, '_>, body: Body<'a>) {
        let address = head.address;
        let is_home = address.as_str() == "index.html";
        let mut trail = Vec::new();
        if !is_home {
            trail.push(LinkTo::new(Address::new("index.html"), self.context.language.text("careers_home")));
        }
        trail.extend(head.below.iter().map(|(address, title)| LinkTo::new(Address::new(*address), *title)));
        let audience = of_folder(&address);
        let root = address.root();
        let mut said: Vec<Node> = linked_data::trail(&root, &head.title, &trail, self.context).into_iter().collect();
        if is_home {
            said.extend(linked_data::home(self.context));
        }
        said.extend(head.about);
        self.pages.push(Page {
            root,
            address,
            dated: body.shows_events(),
            language: None,
            languages: Vec::new(),
            linked_data: LinkedData::new(said),
            title: head.title,
            description: head.description,
            audience,
            for_whom,
            trail,
            body,
            source: head.source,
        });
    }

    /// A page straight below the home page.
    fn top(&mut self, address: &str, title: impl Into<String>, description: String, body: Body<'a>) {
        self.add(
            Head {
                address: Address::new(address),
                title: title.into(),
                description,
                below: &[],
                source: None,
                about: None,
            },
            body,
        );
    }

    /// A message that names the school.
    fn about(&self, key: &str) -> String {
        said!(self.context.language, key, school = self.school)
    }
}

/// The audience whose folder a page lies in.
fn of_folder(address: &Address) -> Option<Audience> {
    let folder = address.as_str().split('/').next();
    Audience::ALL.iter().copied().find(|audience| folder == Some(audience.word()))
}

/// Every page but A to Z, which needs to know them.
pub(super) fn all<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let mut pages = Pages { school: &context.programme.institution.name, context, pages: Vec::new() };
    audiences(context, &mut pages);
    groups(context, &mut pages);
    programme_pages(context, &mut pages);
    event_pages(context, &mut pages);
    evaluation_pages(context, &mut pages);
    people_pages(context, &mut pages);
    text_pages(context, &mut pages);
    translated_pages(context, &mut pages);
    pages.pages
}

fn audiences<'a>(context: &Context<'a>, pages: &mut Pages<'a, '_>) {
    let language = &context.language;
    let school = pages.school;
    let tagline = context.programme.institution.details.tagline.clone();
    let about = tagline.unwrap_or_else(|| pages.about("desc_home"));
    pages.top("index.html", pages.about("careers_at"), about, Body::Home(home(context).into()));
    for audience in Audience::ALL {
        let body = match audience {
            Audience::Pupils => Body::Pupils(pupils(context).into()),
            Audience::Parents => Body::Parents(parents(context).into()),
            Audience::Staff => Body::Staff(staff(context).into()),
            Audience::Employers => Body::Employers(employers(context).into()),
        };
        let name = language.audience(*audience);
        let own = context.programme.welcome(*audience).and_then(|welcome| welcome.form.title.clone());
        let title = own.unwrap_or_else(|| said!(language, "careers_for", audience = name));
        let description = said!(language, "desc_audience", audience = name, school = school);
        pages.top(&format!("{}/index.html", audience.word()), title, description, body);
    }
    let below = staff_trail(context);
    let below: Vec<(&str, &str)> = below.iter().map(|(address, title)| (*address, title.as_str())).collect();
    let head = Head {
        address: Address::new("staff/year.html"),
        title: language.text("page_staff_year").to_owned(),
        description: pages.about("desc_staff_year"),
        below: &below,
        source: None,
        about: None,
    };
    pages.add(head, Body::StaffYear(staff_year(context).into()));
    let head = Head {
        address: Address::new("staff/matrix.html"),
        title: language.text("page_matrix").to_owned(),
        description: pages.about("desc_matrix"),
        below: &below,
        source: None,
        about: None,
    };
    pages.add(head, Body::Matrix(matrix(context).into()));
    if let Some(body) = subjects(context) {
        let head = Head {
            address: Address::new("staff/subjects.html"),
            title: language.text("page_subjects").to_owned(),
            description: pages.about("desc_subjects"),
            below: &below,
            source: None,
            about: None,
        };
        pages.add(head, Body::Subjects(body.into()));
    }
}

fn staff_trail(context: &Context<'_>) -> [(&'static str, String); 1] {
    [("staff/index.html", say::capital(&context.words().staff))]
}

fn groups<'a>(context: &Context<'a>, pages: &mut Pages<'a, '_>) {
    for (index, group) in context.groups().iter().enumerate() {
        for audience in [Audience::Pupils, Audience::Parents] {
            let body = match audience {
                Audience::Pupils => pupil_group(index, context).map(|page| Body::PupilGroup(page.into())),
                _ => parent_group(index, context).map(|page| Body::ParentGroup(page.into())),
            };
            let Some(body) = body else { continue };
            let entrance = format!("{}/index.html", audience.word());
            let name = say::capital(context.language.audience(audience));
            let head = Head {
                address: context.group_address(audience, group),
                title: group_title(index, audience, context),
                description: group_description(index, audience, context),
                below: &[(&entrance, &name)],
                source: context.programme.plan_of(index).map(|plan| &plan.prose.place.source),
                about: None,
            };
            pages.add_for(ForWhom::new(&[audience], &vec![index], context), head, body);
        }
    }
}

fn programme_pages<'a>(context: &Context<'a>, pages: &mut Pages<'a, '_>) {
    let body = programme(context);
    let language = &context.language;
    let title = body.title.clone().unwrap_or_else(|| language.text("page_programme").to_owned());
    let description = said!(language, "desc_programme", year = &context.year().label, school = pages.school);
    let trail = [("programme/index.html", language.text("menu_programme"))];
    pages.top("programme/index.html", title, description, Body::Programme(body.into()));
    let head = Head {
        address: Address::new("programme/by-term.html"),
        title: language.text("page_by_term").to_owned(),
        description: pages.about("desc_by_term"),
        below: &trail,
        source: None,
        about: None,
    };
    pages.add(head, Body::ByTerm(by_term(context).into()));
    if let Some(body) = by_benchmark(context) {
        let head = Head {
            address: Address::new("programme/by-benchmark.html"),
            title: language.text("page_by_benchmark").to_owned(),
            description: pages.about("desc_by_benchmark"),
            below: &trail,
            source: None,
            about: None,
        };
        pages.add(head, Body::ByBenchmark(body.into()));
    }
}

fn event_pages<'a>(context: &Context<'a>, pages: &mut Pages<'a, '_>) {
    let language = &context.language;
    let title = language.text("page_events");
    let trail = [("events/index.html", title)];
    let description = pages.about("desc_events");
    pages.top(coming_address().as_str(), title, description, Body::Events(events(false, context).into()));
    if any_past(context) {
        let head = Head {
            address: past_address(),
            title: language.text("page_past_events").to_owned(),
            description: pages.about("desc_past_events"),
            below: &trail,
            source: None,
            about: None,
        };
        pages.add(head, Body::Events(events(true, context).into()));
    }
    let description = pages.about("desc_subscribe");
    pages.top(
        subscribe_address().as_str(),
        language.text("page_subscribe"),
        description,
        Body::Subscribe(subscribe(context).into()),
    );
    for audience in Audience::ALL {
        let name = language.audience(*audience);
        let entrance = format!("{}/index.html", audience.word());
        let head = Head {
            address: planner_address(*audience),
            title: said!(language, "page_planner", audience = name, year = &context.year().label),
            description: said!(language, "desc_planner", audience = name, school = pages.school),
            below: &[(&entrance, &say::capital(name))],
            source: None,
            about: None,
        };
        pages.add(head, Body::Planner(planner(*audience, context).into()));
    }
    for one in &context.programme.events {
        let summary = one.form.summary.clone();
        let description = summary.unwrap_or_else(|| {
            said!(language, "desc_event", title = &one.form.title, day = &language.day(one.date).long)
        });
        let address = context.event_address(one);
        let source = Some(&one.prose.place.source);
        let about = Some(linked_data::event(one, context));
        let head = Head { address, title: one.form.title.clone(), description, below: &trail, source, about };
        let for_whom = ForWhom::new(&one.form.audiences.0, &one.groups, context);
        pages.add_for(for_whom, head, Body::Event(event(one, context).into()));
    }
}

fn evaluation_pages<'a>(context: &Context<'a>, pages: &mut Pages<'a, '_>) {
    let language = &context.language;
    let title = language.text("page_evaluation");
    let trail = [("evaluation/index.html", title)];
    let description = pages.about("desc_evaluation");
    pages.top("evaluation/index.html", title, description, Body::Evaluation(evaluation(context).into()));
    if let Some(body) = benchmarks(context) {
        let head = Head {
            address: Address::new("evaluation/benchmarks.html"),
            title: language.text("page_benchmarks").to_owned(),
            description: pages.about("desc_benchmarks"),
            below: &trail,
            source: None,
            about: None,
        };
        pages.add(head, Body::Benchmarks(body.into()));
    }
    let head = Head {
        address: Address::new("evaluation/feedback.html"),
        title: language.text("page_feedback").to_owned(),
        description: pages.about("desc_feedback"),
        below: &trail,
        source: None,
        about: None,
    };
    pages.add(head, Body::Feedback(feedback(context).into()));
    if let Some(body) = destinations(context) {
        let head = Head {
            address: Address::new("evaluation/destinations.html"),
            title: language.text("page_destinations").to_owned(),
            description: pages.about("desc_destinations"),
            below: &trail,
            source: None,
            about: None,
        };
        pages.add(head, Body::Destinations(body.into()));
    }
}

fn people_pages<'a>(context: &Context<'a>, pages: &mut Pages<'a, '_>) {
    let language = &context.language;
    let description = pages.about("desc_team");
    pages.top("team.html", language.text("page_team"), description, Body::Team(team(context).into()));
    if let Some(body) = guidance(context) {
        let description = pages.about("desc_guidance");
        pages.top("guidance.html", language.text("page_guidance"), description, Body::Guidance(body.into()));
    }
    let name = say::capital(&context.words().employers);
    let head = Head {
        address: Address::new("employers/year.html"),
        title: language.text("page_employers_year").to_owned(),
        description: pages.about("desc_employers_year"),
        below: &[("employers/index.html", &name)],
        source: None,
        about: None,
    };
    pages.add(head, Body::EmployersYear(employers_year(context).into()));
    if let Some(body) = provider_access(context) {
        let employers = say::capital(&context.words().employers);
        let head = Head {
            address: Address::new("provider-access.html"),
            title: language.text("page_provider_access").to_owned(),
            description: pages.about("desc_provider_access"),
            below: &[("employers/index.html", &employers)],
            source: None,
            about: None,
        };
        pages.add(head, Body::ProviderAccess(body.into()));
    }
}

fn text_pages<'a>(context: &Context<'a>, pages: &mut Pages<'a, '_>) {
    let language = &context.language;
    let of_school = |title: &str, school: &str| said!(language, "desc_text", title = title, school = school);
    for further in &context.programme.pages {
        let about = further.form.summary.clone();
        let description = about.unwrap_or_else(|| of_school(&further.form.title, pages.school));
        let address = Address::new(format!("pages/{}.html", further.id));
        let source = Some(&further.prose.place.source);
        let head = Head { address, title: further.form.title.clone(), description, below: &[], source, about: None };
        let audiences = further.form.audiences.as_ref().map_or(&[][..], |audiences| &audiences.0);
        let for_whom = ForWhom::new(audiences, &GroupSet::new(), context);
        pages.add_for(for_whom, head, Body::Text(texts::text(further, context).into()));
    }
    if !context.programme.policies.is_empty() {
        let description = pages.about("desc_policies");
        pages.top(
            "policies/index.html",
            language.text("page_policies"),
            description,
            Body::Policies(texts::policies(context).into()),
        );
    }
    for policy in &context.programme.policies {
        if let (Some(body), PolicyBody::Text(prose)) = (texts::policy(policy, context), &policy.body) {
            let address = texts::policy_address(policy);
            let head = Head {
                address,
                title: policy.form.title.clone(),
                description: policy.form.summary.clone().unwrap_or_else(|| of_school(&policy.form.title, pages.school)),
                below: &[("policies/index.html", language.text("page_policies"))],
                source: Some(&prose.place.source),
                about: None,
            };
            pages.add(head, Body::Text(body.into()));
        }
    }
    let description = pages.about("desc_evidence");
    pages.top("evidence.html", language.text("page_evidence"), description, Body::Evidence(evidence(context).into()));
    let description = pages.about("desc_accessibility");
    pages.top(
        "accessibility.html",
        language.text("page_accessibility"),
        description,
        Body::Accessibility(accessibility(context).into()),
    );
    let search = SearchPage { filters: filters(context) };
    let description = pages.about("desc_search");
    pages.top("search.html", language.text("page_search"), description, Body::Search(search.into()));
    let description = language.text("desc_not_found").to_owned();
    pages.top("404.html", language.text("page_not_found"), description, Body::NotFound(NotFoundPage {}.into()));
}

/// Texts in further languages, each below the page that it translates.
fn translated_pages<'a>(context: &Context<'a>, pages: &mut Pages<'a, '_>) {
    let homes = super::homes(context.programme);
    for one in &context.programme.translations {
        let Some(original) = homes.get(&one.of) else { continue };
        let Some(page) = pages.pages.iter().find(|page| page.address == *original) else { continue };
        let (original, audience, for_whom) = (page.link(), page.audience, page.for_whom.clone());
        let body = translations::translation(one, original.clone(), context);
        let language = body.language.clone();
        let describe = |title: &str, body: &translations::TranslationPage<'_>| {
            let (english, own) = (&body.in_english, &body.language.name);
            let school = pages.school;
            said!(context.language, "desc_translation", title = title, language = english, own = own, school = school)
        };
        let head = Head {
            address: translations::address(one),
            title: one.title.clone(),
            description: one.summary().map(str::to_owned).unwrap_or_else(|| describe(&original.title, &body)),
            below: &[(original.address.as_str(), &original.title)],
            source: Some(&one.prose.place.source),
            about: None,
        };
        pages.add_for(for_whom, head, Body::Translation(body.into()));
        if let Some(page) = pages.pages.last_mut() {
            page.audience = audience;
            page.language = Some(language);
        }
    }
}

/// A host shows the 404 page at any depth: its links begin at the root of the host, if that is known.
pub(super) fn root_the_404(pages: &mut [Page<'_>], context: &Context<'_>) {
    let Some(web_address) = &context.programme.institution.details.web_address else { return };
    let path = web_address.as_str().splitn(4, '/').nth(3).unwrap_or_default().trim_end_matches('/');
    for page in pages.iter_mut().filter(|page| matches!(page.body, Body::NotFound(_))) {
        page.root = if path.is_empty() { "/".into() } else { format!("/{path}/") };
    }
}

/// The page that lists all others.
pub(super) fn a_to_z<'a>(links: impl Iterator<Item = LinkTo>, context: &Context<'a>) -> Page<'a> {
    let mut pages = Pages { school: "", context, pages: Vec::new() };
    let head = Head {
        address: Address::new("a-to-z.html"),
        title: context.language.text("page_a_to_z").to_owned(),
        description: context.language.text("desc_a_to_z").to_owned(),
        below: &[],
        source: None,
        about: None,
    };
    pages.add(head, Body::AToZ(texts::a_to_z(links).into()));
    pages.pages.remove(0)
}
