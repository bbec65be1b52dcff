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
            trail.push(LinkTo::new(Address::new("index.html"), "Careers home"));
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

    fn about(&self, text: &str) -> String {
        format!("{text} at {}.", self.school)
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
    let school = pages.school;
    let tagline = context.programme.institution.details.tagline.clone();
    let about = tagline.unwrap_or_else(|| format!("The careers programme of {school}."));
    pages.top("index.html", format!("Careers at {school}"), about, Body::Home(home(context).into()));
    for audience in Audience::ALL {
        let body = match audience {
            Audience::Pupils => Body::Pupils(pupils(context).into()),
            Audience::Parents => Body::Parents(parents(context).into()),
            Audience::Staff => Body::Staff(staff(context).into()),
            Audience::Employers => Body::Employers(employers(context).into()),
        };
        let name = audience.name(context.words());
        let own = context.programme.welcome(*audience).and_then(|welcome| welcome.form.title.clone());
        let title = own.unwrap_or_else(|| format!("Careers for {name}"));
        let description = pages.about(&format!("Careers for {name}"));
        pages.top(&format!("{}/index.html", audience.word()), title, description, body);
    }
    let below = staff_trail(context);
    let below: Vec<(&str, &str)> = below.iter().map(|(address, title)| (*address, title.as_str())).collect();
    let head = Head {
        address: Address::new("staff/year.html"),
        title: "Your part, term by term".into(),
        description: pages.about("What staff do for careers in each term"),
        below: &below,
        source: None,
        about: None,
    };
    pages.add(head, Body::StaffYear(staff_year(context).into()));
    let head = Head {
        address: Address::new("staff/matrix.html"),
        title: format!("The programme by benchmark and {}", context.words().group),
        description: pages.about("Which benchmark is met for whom, and when,"),
        below: &below,
        source: None,
        about: None,
    };
    pages.add(head, Body::Matrix(matrix(context).into()));
    if let Some(body) = subjects(context) {
        let head = Head {
            address: Address::new("staff/subjects.html"),
            title: "Subjects and careers".into(),
            description: pages.about("Where each subject meets careers"),
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
            let name = say::capital(audience.name(context.words()));
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
    let title = body.title.clone().unwrap_or_else(|| "The careers programme".into());
    let description = pages.about(&format!("The careers programme {}", context.year().label));
    let trail = [("programme/index.html", "Programme")];
    pages.top("programme/index.html", title, description, Body::Programme(body.into()));
    let head = Head {
        address: Address::new("programme/by-term.html"),
        title: "The programme by term".into(),
        description: pages.about("What happens in each term"),
        below: &trail,
        source: None,
        about: None,
    };
    pages.add(head, Body::ByTerm(by_term(context).into()));
    if let Some(body) = by_benchmark(context) {
        let head = Head {
            address: Address::new("programme/by-benchmark.html"),
            title: "The programme by benchmark".into(),
            description: pages.about("What is done for each of the eight Gatsby Benchmarks"),
            below: &trail,
            source: None,
            about: None,
        };
        pages.add(head, Body::ByBenchmark(body.into()));
    }
}

fn event_pages<'a>(context: &Context<'a>, pages: &mut Pages<'a, '_>) {
    let trail = [("events/index.html", "Events")];
    let description = pages.about("Careers events to come");
    pages.top(coming_address().as_str(), "Events", description, Body::Events(events(false, context).into()));
    if any_past(context) {
        let head = Head {
            address: past_address(),
            title: "Past events".into(),
            description: pages.about("Careers events that are over"),
            below: &trail,
            source: None,
            about: None,
        };
        pages.add(head, Body::Events(events(true, context).into()));
    }
    let description = pages.about("Calendars to subscribe to, to download and to print");
    pages.top(subscribe_address().as_str(), "Get the dates", description, Body::Subscribe(subscribe(context).into()));
    for audience in Audience::ALL {
        let name = audience.name(context.words());
        let entrance = format!("{}/index.html", audience.word());
        let head = Head {
            address: planner_address(*audience),
            title: format!("Calendar for {name}, {}", context.year().label),
            description: pages.about(&format!("A calendar to print for {name}")),
            below: &[(&entrance, &say::capital(name))],
            source: None,
            about: None,
        };
        pages.add(head, Body::Planner(planner(*audience, context).into()));
    }
    for one in &context.programme.events {
        let summary = one.form.summary.clone();
        let description = summary.unwrap_or_else(|| format!("{}, {}.", one.form.title, say::day(one.date).long));
        let address = context.event_address(one);
        let source = Some(&one.prose.place.source);
        let about = Some(linked_data::event(one, context));
        let head = Head { address, title: one.form.title.clone(), description, below: &trail, source, about };
        let for_whom = ForWhom::new(&one.form.audiences.0, &one.groups, context);
        pages.add_for(for_whom, head, Body::Event(event(one, context).into()));
    }
}

fn evaluation_pages<'a>(context: &Context<'a>, pages: &mut Pages<'a, '_>) {
    let trail = [("evaluation/index.html", "Evaluation")];
    let description = pages.about("How the careers programme is evaluated");
    pages.top("evaluation/index.html", "Evaluation", description, Body::Evaluation(evaluation(context).into()));
    if let Some(body) = benchmarks(context) {
        let head = Head {
            address: Address::new("evaluation/benchmarks.html"),
            title: "Benchmark results".into(),
            description: pages.about("Gatsby Benchmark results"),
            below: &trail,
            source: None,
            about: None,
        };
        pages.add(head, Body::Benchmarks(body.into()));
    }
    let head = Head {
        address: Address::new("evaluation/feedback.html"),
        title: "Feedback, and what came of it".into(),
        description: pages.about("What each group said about the careers programme, and what was done,"),
        below: &trail,
        source: None,
        about: None,
    };
    pages.add(head, Body::Feedback(feedback(context).into()));
    if let Some(body) = destinations(context) {
        let head = Head {
            address: Address::new("evaluation/destinations.html"),
            title: "Destinations".into(),
            description: pages.about("Where leavers went"),
            below: &trail,
            source: None,
            about: None,
        };
        pages.add(head, Body::Destinations(body.into()));
    }
}

fn people_pages<'a>(context: &Context<'a>, pages: &mut Pages<'a, '_>) {
    let description = pages.about("Who leads and carries the careers programme");
    pages.top("team.html", "The careers team", description, Body::Team(team(context).into()));
    if let Some(body) = guidance(context) {
        let description = pages.about("Personal careers guidance");
        pages.top("guidance.html", "Personal guidance", description, Body::Guidance(body.into()));
    }
    let name = say::capital(&context.words().employers);
    let head = Head {
        address: Address::new("employers/year.html"),
        title: format!("The year for {}", context.words().employers),
        description: pages.about("What employers have a part in, term by term,"),
        below: &[("employers/index.html", &name)],
        source: None,
        about: None,
    };
    pages.add(head, Body::EmployersYear(employers_year(context).into()));
    if let Some(body) = provider_access(context) {
        let employers = say::capital(&context.words().employers);
        let head = Head {
            address: Address::new("provider-access.html"),
            title: "Provider access".into(),
            description: pages.about("How providers of education and training can meet our pupils"),
            below: &[("employers/index.html", &employers)],
            source: None,
            about: None,
        };
        pages.add(head, Body::ProviderAccess(body.into()));
    }
}

fn text_pages<'a>(context: &Context<'a>, pages: &mut Pages<'a, '_>) {
    for further in &context.programme.pages {
        let about = further.form.summary.clone();
        let description = about.unwrap_or_else(|| pages.about(&further.form.title));
        let address = Address::new(format!("pages/{}.html", further.id));
        let source = Some(&further.prose.place.source);
        let head = Head { address, title: further.form.title.clone(), description, below: &[], source, about: None };
        let audiences = further.form.audiences.as_ref().map_or(&[][..], |audiences| &audiences.0);
        let for_whom = ForWhom::new(audiences, &GroupSet::new(), context);
        pages.add_for(for_whom, head, Body::Text(texts::text(further, context).into()));
    }
    if !context.programme.policies.is_empty() {
        let description = pages.about("Policies about careers");
        pages.top("policies/index.html", "Policies", description, Body::Policies(texts::policies(context).into()));
    }
    for policy in &context.programme.policies {
        if let (Some(body), PolicyBody::Text(prose)) = (texts::policy(policy, context), &policy.body) {
            let address = texts::policy_address(policy);
            let head = Head {
                address,
                title: policy.form.title.clone(),
                description: policy.form.summary.clone().unwrap_or_else(|| pages.about(&policy.form.title)),
                below: &[("policies/index.html", "Policies")],
                source: Some(&prose.place.source),
                about: None,
            };
            pages.add(head, Body::Text(body.into()));
        }
    }
    let description = pages.about("Each thing that the law and Benchmark 1 ask of a careers website, and where it is,");
    pages.top("evidence.html", "Evidence", description, Body::Evidence(evidence(context).into()));
    let description = pages.about("How accessible the careers website is");
    pages.top(
        "accessibility.html",
        "Accessibility statement",
        description,
        Body::Accessibility(accessibility(context).into()),
    );
    let description = pages.about("Search all pages about careers");
    let search = SearchPage { filters: filters(context) };
    pages.top("search.html", "Search", description, Body::Search(search.into()));
    let description = "This page does not exist.".to_owned();
    pages.top("404.html", "Page not found", description, Body::NotFound(NotFoundPage {}.into()));
}

/// Texts in further languages, each below the page that it translates.
fn translated_pages<'a>(context: &Context<'a>, pages: &mut Pages<'a, '_>) {
    let homes = super::homes(context.programme);
    for one in &context.programme.translations {
        let Some(original) = homes.get(&one.of) else { continue };
        let Some(page) = pages.pages.iter().find(|page| page.address == *original) else { continue };
        let (original, audience, for_whom) = (page.link(), page.audience, page.for_whom.clone());
        let body = translations::translation(one, original.clone(), context);
        let in_words = format!("{}, in {}", original.title, body.in_english);
        let language = body.language.clone();
        let head = Head {
            address: translations::address(one),
            title: one.title.clone(),
            description: one.summary().map(str::to_owned).unwrap_or_else(|| pages.about(&in_words)),
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
        title: "A to Z of all pages".into(),
        description: "Every page of this site.".into(),
        below: &[],
        source: None,
        about: None,
    };
    pages.add(head, Body::AToZ(texts::a_to_z(links).into()));
    pages.pages.remove(0)
}
