//! Where a link of a finished page leads.

use std::borrow::Cow;
use std::collections::HashMap;

use percent_encoding::percent_decode_str;

/// Every file of the site by its path.
pub(super) type Paths<'a> = HashMap<&'a str, usize>;

/// Where a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// Out of the site: to another website, mail, telephone.
    Elsewhere,
    /// To the page it stands on.
    Here,
    /// To the file of this number.
    File(usize),
    /// To a file that is not there.
    Nowhere,
    /// To a folder: only a web host would show a page for it.
    Folder,
    /// To the root of whatever host the site is on.
    Root,
}

/// Where a page stands, for the links on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing<'a> {
    /// Its path below the site's root.
    pub(super) path: &'a str,
    /// The way up to the site's root that its own links take. Begins with `/` on the page that a
    /// host shows at any depth.
    pub(super) root: &'a str,
}

/// Where links of the pages in one folder lead. Most of them stand on every page: each is looked up once.
#[derive(Debug, Default)]
pub(super) struct Leads {
    standing: String,
    known: HashMap<String, Lead>,
}

impl Leads {
    /// Where `target` leads, and the anchor behind its `#`.
    pub(super) fn of<'t>(
        &mut self,
        target: &'t str,
        from: Standing<'_>,
        paths: &Paths<'_>,
    ) -> (Lead, Option<Cow<'t, str>>) {
        let (way, anchor) = target.split_once('#').map_or((target, None), |(way, anchor)| (way, Some(anchor)));
        let lead = self.lead(way, from, paths);
        let anchor = anchor.filter(|anchor| lead != Lead::Elsewhere && is_a_part(anchor));
        (lead, anchor.map(|anchor| percent_decode_str(anchor).decode_utf8_lossy()))
    }

    fn lead(&mut self, way: &str, from: Standing<'_>, paths: &Paths<'_>) -> Lead {
        if self.standing != from.folder() {
            self.known.clear();
            from.folder().clone_into(&mut self.standing);
        }
        // The page that a host shows at any depth goes its own ways.
        if from.root.starts_with('/') {
            return lead(way, from, paths);
        }
        if let Some(known) = self.known.get(way) {
            return *known;
        }
        let lead = lead(way, from, paths);
        self.known.insert(way.to_owned(), lead);
        lead
    }
}

impl<'a> Standing<'a> {
    fn folder(self) -> &'a str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

fn lead(way: &str, from: Standing<'_>, paths: &Paths<'_>) -> Lead {
    let way = way.split('?').next().unwrap_or(way);
    if way.is_empty() {
        return Lead::Here;
    }
    if has_scheme(way) {
        return Lead::Elsewhere;
    }
    let (folder, way) = match way.strip_prefix(from.root).filter(|_| from.root.starts_with('/')) {
        Some(below_the_root) => ("", below_the_root),
        None if way.starts_with('/') => return Lead::Root,
        None => (from.folder(), way),
    };
    let way = percent_decode_str(way).decode_utf8_lossy();
    let Some(path) = join(folder, &way) else { return Lead::Nowhere };
    match paths.get(path.as_str()) {
        Some(number) if !way.ends_with('/') => Lead::File(*number),
        None if path.is_empty() || paths.contains_key(format!("{path}/index.html").as_str()) => Lead::Folder,
        _ => Lead::Nowhere,
    }
}

/// Browsers go to the top of the page for `#` and `#top`, and look for words behind `#:~:`.
fn is_a_part(anchor: &str) -> bool {
    !anchor.is_empty() && !anchor.eq_ignore_ascii_case("top") && !anchor.starts_with(":~:")
}

fn has_scheme(way: &str) -> bool {
    way.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter))
    })
}

/// A path from a folder; `None` if it leads out of the site.
fn join(folder: &str, way: &str) -> Option<String> {
    let mut path = String::with_capacity(folder.len() + way.len() + 1);
    path.push_str(folder);
    for part in way.split('/') {
        match part {
            "" | "." => {}
            ".." if path.is_empty() => return None,
            ".." => path.truncate(path.rfind('/').unwrap_or(0)),
            part => {
                if !path.is_empty() {
                    path.push('/');
                }
                path.push_str(part);
            }
        }
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths() -> Paths<'static> {
        ["index.html", "pupils/index.html", "pupils/year-9.html", "media/a b.png"].into_iter().zip(0..).collect()
    }

    fn from_year(target: &str) -> Lead {
        lead(target, Standing { path: "pupils/year-9.html", root: "../" }, &paths())
    }

    #[test]
    fn links_lead_to_files() {
        assert_eq!(from_year("index.html"), Lead::File(1));
        assert_eq!(from_year("../index.html?x=1#a"), Lead::File(0));
        assert_eq!(from_year("./../pupils//year-9.html"), Lead::File(2));
        assert_eq!(from_year("../media/a%20b.png"), Lead::File(3));
        assert_eq!(from_year(""), Lead::Here);
        assert_eq!(from_year("mailto:a@b.example"), Lead::Elsewhere);
    }

    #[test]
    fn links_that_break_are_told_apart() {
        assert_eq!(from_year("year-8.html"), Lead::Nowhere);
        assert_eq!(from_year("../../index.html"), Lead::Nowhere);
        assert_eq!(from_year("index.html/"), Lead::Nowhere);
        assert_eq!(from_year("../"), Lead::Folder);
        assert_eq!(from_year("../pupils"), Lead::Folder);
        assert_eq!(from_year("/index.html"), Lead::Root);
        assert_eq!(from_year("//other.example/"), Lead::Root);
    }

    #[test]
    fn the_page_for_what_is_not_there_begins_at_the_root() {
        let at = |root, target| lead(target, Standing { path: "404.html", root }, &paths());
        assert_eq!(at("/", "/pupils/index.html"), Lead::File(1));
        assert_eq!(at("/careers/", "/careers/index.html"), Lead::File(0));
        assert_eq!(at("/careers/", "/index.html"), Lead::Root);
        assert_eq!(at("/", "/pupils/year-7.html"), Lead::Nowhere);
    }

    #[test]
    fn what_is_known_of_one_folder_is_not_taken_for_another() {
        let mut leads = Leads::default();
        let mut from = |path| leads.of("index.html", Standing { path, root: "" }, &paths()).0;
        assert_eq!(from("index.html"), Lead::File(0));
        assert_eq!(from("pupils/year-9.html"), Lead::File(1));
        assert_eq!(from("index.html"), Lead::File(0));
    }

    #[test]
    fn anchors_are_read_as_browsers_do() {
        let home = Standing { path: "index.html", root: "" };
        let anchor = |target: &'static str| Leads::default().of(target, home, &paths()).1;
        assert_eq!(anchor("#caf%C3%A9").as_deref(), Some("café"));
        for target in ["#", "#top", "#:~:text=a", "index.html", "mailto:a@b.example#c"] {
            assert_eq!(anchor(target), None, "{target}");
        }
    }
}
