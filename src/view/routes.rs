//! The kinds of page: where each is, what it is called, and which content files it shows. Generated
//! from the table in `pages/mod.rs`.

use super::address::Address;
use super::content_set::ContentSet;
use super::pages::page_table;
use crate::programme::{Audience, Plan, Policy, PolicyBody, Translation, slug};

macro_rules! page_kinds {
    ($($kind:ident {
        module: $module:ident, page: $page:ident $(<$life:lifetime>)?,
        $(body: $body:ident,)? $(build: $build:ident($($input:ident)?),)?
        address: $address:literal, template: $template:literal, $(parent: $parent:ident,)?
        $(title: $title:literal,)? $(label: $label:literal,)? description: $description:literal,
        $(page_of: [$($of:ident),*],)? $(also_shows: [$($also:ident),*],)? $(shows_events: $shows_events:literal,)?
        $(repeats_others: $repeats_others:literal,)? $(in_footer: $in_footer:literal,)?
    })*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum PageKind { $($kind),* }

        impl PageKind {
            /// All kinds, in the order of the site.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// The template that renders it, below `pages/`.
            pub fn template(self) -> &'static str {
                match self { $(Self::$kind => $template),* }
            }

            /// The address, or its pattern for kinds with several pages.
            fn pattern(self) -> &'static str {
                match self { $(Self::$kind => $address),* }
            }

            /// The page above it; `None` for the home page.
            pub(super) fn parent(self) -> Option<Self> {
                match self { $(Self::$kind => [$(Self::$parent)?].first().copied()),* }
            }

            /// The message key of its title; empty if each page has its own.
            pub(super) fn title(self) -> &'static str {
                match self { $(Self::$kind => concat!("" $(, $title)?)),* }
            }

            /// The message key of the text of links to it.
            pub(super) fn label(self) -> &'static str {
                let label = match self { $(Self::$kind => concat!("" $(, $label)?)),* };
                if label.is_empty() { self.title() } else { label }
            }

            pub(super) fn description(self) -> &'static str {
                match self { $(Self::$kind => $description),* }
            }

            /// The content files that it presents.
            pub(super) fn page_of(self) -> &'static [ContentSet] {
                match self { $(Self::$kind => &[$($(ContentSet::$of),*)?]),* }
            }

            /// Other content files that it uses.
            pub(super) fn also_shows(self) -> &'static [ContentSet] {
                match self { $(Self::$kind => &[$($(ContentSet::$also),*)?]),* }
            }

            /// True if it lists events, which may pass between two builds.
            pub(super) fn shows_events(self) -> bool {
                match self { $(Self::$kind => false $(|| $shows_events)?),* }
            }

            /// True if what it shows is on other pages, too.
            pub fn repeats_others(self) -> bool {
                match self { $(Self::$kind => false $(|| $repeats_others)?),* }
            }

            /// True if the footer of every page links to it.
            pub(super) fn is_in_footer(self) -> bool {
                match self { $(Self::$kind => false $(|| $in_footer)?),* }
            }
        }
    };
}

page_table!(page_kinds);

impl PageKind {
    pub(super) fn address(self) -> Address {
        Address::new(self.pattern())
    }

    /// The address of one of several pages of a kind.
    pub(super) fn address_of(self, name: &str) -> Address {
        Address::new(self.pattern().replace("{}", name))
    }

    pub(super) fn landing(audience: Audience) -> Self {
        match audience {
            Audience::Pupils => Self::Pupils,
            Audience::Parents => Self::Parents,
            Audience::Staff => Self::Staff,
            Audience::Employers => Self::Employers,
        }
    }

    pub(super) fn landing_for(self) -> Option<Audience> {
        Audience::ALL.iter().copied().find(|audience| Self::landing(*audience) == self)
    }

    pub(super) fn planner(audience: Audience) -> Address {
        Self::Planner.address_of(audience.as_str())
    }
}

/// The name of a shared plan's part of a page, which no other part has.
pub(super) fn plan_part(plan: &Plan) -> String {
    format!("plan-{}", slug(plan.prose.path().stem()))
}

pub(super) fn policy_address(policy: &Policy) -> Address {
    match &policy.body {
        PolicyBody::Text(_) => PageKind::Policy.address_of(&policy.id),
        PolicyBody::Document(file) => Address::new(file.path.as_str()),
    }
}

/// The address of a translation, in the folder of its language: `parents.ur.md` becomes `ur/parents.html`.
/// No group, page or folder of the site can have the same address.
pub(super) fn translation_address(translation: &Translation) -> Address {
    let name = slug(translation.of.stem());
    let folder = translation.language.tag().to_lowercase();
    PageKind::Translation.address_of(&match translation.of.top_folder() {
        top @ ("pages" | "policies") => format!("{folder}/{top}/{name}"),
        _ => format!("{folder}/{name}"),
    })
}
