//! Collects pages: what each is called, where it stands, and whom it is for.

use crate::language::message;
use crate::programme::Audience;
use crate::programme::GroupSet;
use crate::report::Source;
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::exports::linked_data;
use crate::view::exports::linked_data::LinkedData;
use crate::view::exports::linked_data::Node;
use crate::view::page::Body;
use crate::view::page::Page;
use crate::view::parts::filters::ForWhom;
use crate::view::parts::link::LinkTo;

/// The pages so far.
pub(crate) struct Pages<'a, 'c> {
    pub(crate) school: &'a str,
    context: &'c Context<'a>,
    pub(crate) pages: Vec<Page<'a>>,
}

/// What a page is called, and below which pages it stands.
pub(crate) struct Head<'a, 'h> {
    pub(crate) address: Address,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) below: &'h [(&'h str, &'h str)],
    /// The file that it is made from, if it is one.
    pub(crate) source: Option<&'a Source>,
    /// What search engines are told besides where it stands.
    pub(crate) about: Option<Node>,
}

impl<'a, 'c> Pages<'a, 'c> {
    /// None yet.
    pub(crate) fn new(context: &'c Context<'a>) -> Self {
        Self { school: &context.programme.institution.name, context, pages: Vec::new() }
    }

    /// Adds a page that is for all groups and for the audience of its folder.
    pub(crate) fn add(&mut self, head: Head<'a, '_>, body: Body<'a>) {
        let for_whom = of_folder(&head.address)
            .map_or_else(ForWhom::default, |audience| ForWhom::new(&[audience], &GroupSet::new(), self.context));
        self.add_for(for_whom, head, body);
    }

    pub(crate) fn add_for(&mut self, for_whom: ForWhom, head: Head<'a, '_>, body: Body<'a>) {
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
    pub(crate) fn top(&mut self, address: &str, title: impl Into<String>, description: String, body: Body<'a>) {
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

    /// What a page straight below the home page is called, by its two messages: its title, and a line about it that
    /// names the school.
    pub(crate) fn head<'h>(&self, address: Address, [title, about]: [&str; 2]) -> Head<'a, 'h> {
        let title = self.context.language.text(title).to_owned();
        Head { address, title, description: self.about(about), below: &[], source: None, about: None }
    }

    /// A message that names the school.
    pub(crate) fn about(&self, key: &str) -> String {
        message!(self.context.language, key, school = self.school)
    }
}

/// The audience whose folder a page lies in.
fn of_folder(address: &Address) -> Option<Audience> {
    let folder = address.as_str().split('/').next();
    Audience::ALL.iter().copied().find(|audience| folder == Some(audience.word()))
}
