//! The list of all pages: each with its address, its title and the pages above it.

use crate::language::message;
use crate::programme::Audience;
use crate::programme::GroupSet;
use crate::programme::PolicyBody;
use crate::view::address::Address;
use crate::view::collect::Head;
use crate::view::collect::Pages;
use crate::view::context::Context;
use crate::view::exports::linked_data;
use crate::view::format;
use crate::view::page::Body;
use crate::view::page::Page;
use crate::view::pages::a_to_z;
use crate::view::pages::accessibility::accessibility;
use crate::view::pages::benchmarks::benchmarks;
use crate::view::pages::by_benchmark::by_benchmark;
use crate::view::pages::by_term::by_term;
use crate::view::pages::destinations::destinations;
use crate::view::pages::employers::employers;
use crate::view::pages::employers_year::employers_year;
use crate::view::pages::evaluation::evaluation;
use crate::view::pages::event::event;
use crate::view::pages::events::any_past;
use crate::view::pages::events::coming_address;
use crate::view::pages::events::events;
use crate::view::pages::events::past_address;
use crate::view::pages::evidence::evidence;
use crate::view::pages::feedback::feedback;
use crate::view::pages::further_page;
use crate::view::pages::guidance::guidance;
use crate::view::pages::home::home;
use crate::view::pages::matrix::matrix;
use crate::view::pages::not_found::NotFoundPage;
use crate::view::pages::parent_group::parent_group;
use crate::view::pages::parents::parents;
use crate::view::pages::planner::planner;
use crate::view::pages::planner::planner_address;
use crate::view::pages::policies;
use crate::view::pages::programme::programme;
use crate::view::pages::provider_access::provider_access;
use crate::view::pages::pupil_group::pupil_group;
use crate::view::pages::pupils::pupils;
use crate::view::pages::search::SearchPage;
use crate::view::pages::staff::staff;
use crate::view::pages::staff_year::staff_year;
use crate::view::pages::subjects::subjects;
use crate::view::pages::subscribe::subscribe;
use crate::view::pages::team::team;
use crate::view::pages::translation;
use crate::view::parts::calendar_links::subscribe_address;
use crate::view::parts::filters::ForWhom;
use crate::view::parts::filters::filters;
use crate::view::parts::group_year::group_description;
use crate::view::parts::group_year::group_title;
use crate::view::parts::link::LinkTo;

/// Every page but A to Z, which needs to know them.
pub(crate) fn all<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let mut pages = Pages::new(context);
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
        let own = context.programme.welcome(*audience).and_then(|welcome| welcome.title.clone());
        let title = own.unwrap_or_else(|| message!(language, "careers_for", audience = name));
        let description = message!(language, "desc_audience", audience = name, school = school);
        pages.top(&format!("{}/index.html", audience.word()), title, description, body);
    }
    let below = staff_trail(context);
    let below: Vec<(&str, &str)> = below.iter().map(|(address, title)| (*address, title.as_str())).collect();
    let head =
        Head { below: &below, ..pages.head(Address::new("staff/year.html"), ["page_staff_year", "desc_staff_year"]) };
    pages.add(head, Body::StaffYear(staff_year(context).into()));
    let head = Head { below: &below, ..pages.head(Address::new("staff/matrix.html"), ["page_matrix", "desc_matrix"]) };
    pages.add(head, Body::Matrix(matrix(context).into()));
    if let Some(body) = subjects(context) {
        let head = Head {
            below: &below,
            ..pages.head(Address::new("staff/subjects.html"), ["page_subjects", "desc_subjects"])
        };
        pages.add(head, Body::Subjects(body.into()));
    }
}

fn staff_trail(context: &Context<'_>) -> [(&'static str, String); 1] {
    [("staff/index.html", format::capital(&context.words().staff))]
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
            let name = format::capital(context.language.audience(audience));
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
    let description = message!(language, "desc_programme", year = &context.year().label, school = pages.school);
    let trail = [("programme/index.html", language.text("menu_programme"))];
    pages.top("programme/index.html", title, description, Body::Programme(body.into()));
    let head =
        Head { below: &trail, ..pages.head(Address::new("programme/by-term.html"), ["page_by_term", "desc_by_term"]) };
    pages.add(head, Body::ByTerm(by_term(context).into()));
    if let Some(body) = by_benchmark(context) {
        let head = Head {
            below: &trail,
            ..pages.head(Address::new("programme/by-benchmark.html"), ["page_by_benchmark", "desc_by_benchmark"])
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
        let head = Head { below: &trail, ..pages.head(past_address(), ["page_past_events", "desc_past_events"]) };
        pages.add(head, Body::Events(events(true, context).into()));
    }
    pages.add(
        pages.head(subscribe_address(), ["page_subscribe", "desc_subscribe"]),
        Body::Subscribe(subscribe(context).into()),
    );
    for audience in Audience::ALL {
        let name = language.audience(*audience);
        let entrance = format!("{}/index.html", audience.word());
        let head = Head {
            address: planner_address(*audience),
            title: message!(language, "page_planner", audience = name, year = &context.year().label),
            description: message!(language, "desc_planner", audience = name, school = pages.school),
            below: &[(&entrance, &format::capital(name))],
            source: None,
            about: None,
        };
        pages.add(head, Body::Planner(planner(*audience, context).into()));
    }
    for one in &context.programme.events {
        let summary = one.summary.clone();
        let description = summary.unwrap_or_else(|| {
            message!(language, "desc_event", title = &one.title, day = &language.day(one.date).long)
        });
        let address = context.event_address(one);
        let source = Some(&one.prose.place.source);
        let about = Some(linked_data::event(one, context));
        let head = Head { address, title: one.title.clone(), description, below: &trail, source, about };
        let for_whom = ForWhom::new(&one.audiences.0, &one.groups, context);
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
            below: &trail,
            ..pages.head(Address::new("evaluation/benchmarks.html"), ["page_benchmarks", "desc_benchmarks"])
        };
        pages.add(head, Body::Benchmarks(body.into()));
    }
    let head = Head {
        below: &trail,
        ..pages.head(Address::new("evaluation/feedback.html"), ["page_feedback", "desc_feedback"])
    };
    pages.add(head, Body::Feedback(feedback(context).into()));
    if let Some(body) = destinations(context) {
        let head = Head {
            below: &trail,
            ..pages.head(Address::new("evaluation/destinations.html"), ["page_destinations", "desc_destinations"])
        };
        pages.add(head, Body::Destinations(body.into()));
    }
}

fn people_pages<'a>(context: &Context<'a>, pages: &mut Pages<'a, '_>) {
    pages.add(pages.head(Address::new("team.html"), ["page_team", "desc_team"]), Body::Team(team(context).into()));
    if let Some(body) = guidance(context) {
        pages.add(
            pages.head(Address::new("guidance.html"), ["page_guidance", "desc_guidance"]),
            Body::Guidance(body.into()),
        );
    }
    let name = format::capital(&context.words().employers);
    let head = Head {
        below: &[("employers/index.html", &name)],
        ..pages.head(Address::new("employers/year.html"), ["page_employers_year", "desc_employers_year"])
    };
    pages.add(head, Body::EmployersYear(employers_year(context).into()));
    if let Some(body) = provider_access(context) {
        let employers = format::capital(&context.words().employers);
        let head = Head {
            below: &[("employers/index.html", &employers)],
            ..pages.head(Address::new("provider-access.html"), ["page_provider_access", "desc_provider_access"])
        };
        pages.add(head, Body::ProviderAccess(body.into()));
    }
}

fn text_pages<'a>(context: &Context<'a>, pages: &mut Pages<'a, '_>) {
    let language = &context.language;
    let of_school = |title: &str, school: &str| message!(language, "desc_text", title = title, school = school);
    for further in &context.programme.pages {
        let about = further.summary.clone();
        let description = about.unwrap_or_else(|| of_school(&further.title, pages.school));
        let address = Address::new(format!("pages/{}.html", further.id));
        let source = Some(&further.prose.place.source);
        let head = Head { address, title: further.title.clone(), description, below: &[], source, about: None };
        let audiences = further.audiences.as_ref().map_or(&[][..], |audiences| &audiences.0);
        let for_whom = ForWhom::new(audiences, &GroupSet::new(), context);
        pages.add_for(for_whom, head, Body::Text(further_page::text(further, context).into()));
    }
    if !context.policies.is_empty() {
        pages.add(
            pages.head(Address::new("policies/index.html"), ["page_policies", "desc_policies"]),
            Body::Policies(policies::policies(context).into()),
        );
    }
    for policy in context.policies.iter().copied() {
        if let (Some(body), PolicyBody::Text(prose)) = (policies::policy(policy, context), &policy.body) {
            let address = policies::policy_address(policy);
            let head = Head {
                address,
                title: policy.title.clone(),
                description: policy.summary.clone().unwrap_or_else(|| of_school(&policy.title, pages.school)),
                below: &[("policies/index.html", language.text("page_policies"))],
                source: Some(&prose.place.source),
                about: None,
            };
            pages.add(head, Body::Text(body.into()));
        }
    }
    pages.add(
        pages.head(Address::new("evidence.html"), ["page_evidence", "desc_evidence"]),
        Body::Evidence(evidence(context).into()),
    );
    pages.add(
        pages.head(Address::new("accessibility.html"), ["page_accessibility", "desc_accessibility"]),
        Body::Accessibility(accessibility(context).into()),
    );
    let search = SearchPage { filters: filters(context) };
    pages.add(pages.head(Address::new("search.html"), ["page_search", "desc_search"]), Body::Search(search.into()));
    let description = language.text("desc_not_found").to_owned();
    pages.top("404.html", language.text("page_not_found"), description, Body::NotFound(NotFoundPage {}.into()));
}

/// Texts in further languages, each below the page that it translates.
fn translated_pages<'a>(context: &Context<'a>, pages: &mut Pages<'a, '_>) {
    let homes = crate::view::site::homes(context);
    for one in &context.programme.translations {
        let Some(original) = homes.get(&one.of) else { continue };
        let Some(page) = pages.pages.iter().find(|page| page.address == *original) else { continue };
        let (original, audience, for_whom) = (page.link(), page.audience, page.for_whom.clone());
        let body = translation::translation(one, original.clone(), context);
        let language = body.language.clone();
        let describe = |title: &str, body: &translation::TranslationPage<'_>| {
            let (english, own) = (&body.in_english, &body.language.name);
            let school = pages.school;
            message!(
                context.language,
                "desc_translation",
                title = title,
                language = english,
                own = own,
                school = school
            )
        };
        let head = Head {
            address: translation::address(one),
            title: one.title.clone(),
            description: one.summary.clone().unwrap_or_else(|| describe(&original.title, &body)),
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
pub(crate) fn root_the_404(pages: &mut [Page<'_>], context: &Context<'_>) {
    let Some(web_address) = &context.programme.institution.details.web_address else { return };
    let path = web_address.as_str().splitn(4, '/').nth(3).unwrap_or_default().trim_end_matches('/');
    for page in pages.iter_mut().filter(|page| matches!(page.body, Body::NotFound(_))) {
        page.root = if path.is_empty() { "/".into() } else { format!("/{path}/") };
    }
}

/// The page that lists all others.
pub(crate) fn a_to_z_page<'a>(links: impl Iterator<Item = LinkTo>, context: &Context<'a>) -> Page<'a> {
    let mut pages = Pages::new(context);
    let head = Head {
        address: Address::new("a-to-z.html"),
        title: context.language.text("page_a_to_z").to_owned(),
        description: context.language.text("desc_a_to_z").to_owned(),
        below: &[],
        source: None,
        about: None,
    };
    pages.add(head, Body::AToZ(a_to_z::a_to_z(links).into()));
    pages.pages.remove(0)
}
