//! Baselines for builds: the floor, and a loop that does only what no generator can leave out.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::Deserialize;

/// The floor: writes every file of a finished site again, on all threads. Returns the job; reading the files is not
/// part of it.
pub(crate) fn floor(reference: &Path, out: &Path) -> impl FnOnce() + use<> {
    let mut files = Vec::new();
    gather(reference, &mut files);
    let loaded: Vec<(PathBuf, Vec<u8>)> = files
        .iter()
        .map(|file| {
            let relative = file.strip_prefix(reference).expect("below the reference");
            (out.join(relative), std::fs::read(file).expect("it can be read"))
        })
        .collect();
    move || {
        let folders: BTreeSet<&Path> = loaded.iter().filter_map(|(path, _)| path.parent()).collect();
        for folder in folders {
            std::fs::create_dir_all(folder).expect("a folder is made");
        }
        loaded.par_iter().for_each(|(path, bytes)| std::fs::write(path, bytes).expect("it is written"));
    }
}

/// Reads every content file, on all threads.
pub(crate) fn read_all(content: &Path) {
    let mut files = Vec::new();
    gather(content, &mut files);
    let bytes: usize = files.par_iter().map(|file| std::fs::read(file).expect("it can be read").len()).sum();
    assert!(bytes > 0, "there is something to read");
}

#[derive(Deserialize)]
struct Front {
    title: String,
}

/// Front matter, Markdown and one template: no checks, lists or audiences.
pub(crate) fn bare_loop(content: &Path, out: &Path) {
    let mut tera = tera::Tera::new();
    tera.add_raw_template("page.html", SHELL).expect("the template parses");
    let mut files = Vec::new();
    gather(content, &mut files);
    files.retain(|file| file.extension().is_some_and(|extension| extension == "md"));
    let relative = |file: &PathBuf| out.join(file.strip_prefix(content).expect("below the content"));
    let folders: BTreeSet<PathBuf> =
        files.iter().filter_map(|file| relative(file).parent().map(Path::to_owned)).collect();
    for folder in folders {
        std::fs::create_dir_all(folder).expect("a folder is made");
    }
    files.par_iter().for_each(|file| {
        let text = std::fs::read_to_string(file).expect("it can be read");
        let (front, body) = text.trim_start_matches("---\n").split_once("---\n").expect("front matter");
        let title = serde_yaml::from_str::<Front>(front).map_or_else(|_| String::new(), |front| front.title);
        let mut html = String::with_capacity(body.len() * 2);
        pulldown_cmark::html::push_html(
            &mut html,
            pulldown_cmark::Parser::new_ext(body, pulldown_cmark::Options::ENABLE_TABLES),
        );
        let mut context = tera::Context::new();
        context.insert("title", &title);
        context.insert("body", &html);
        let page = tera.render("page.html", &context).expect("rendering the page");
        let relative = file.strip_prefix(content).expect("below the content").with_extension("html");
        std::fs::write(out.join(relative), page).expect("it is written");
    });
}

/// A page layout of about the usual size.
const SHELL: &str = concat!(
    "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>{{ title }}</title></head><body>",
    "<header>{% for arm in [\"pupils\", \"parents\", \"staff\", \"employers\"] %}<a href=\"../{{ arm }}/index.html\">{{ arm }}</a>{% endfor %}</header>",
    "<main><h1>{{ title }}</h1>{{ body | safe }}</main><footer>",
    "<p>Help and contact: the careers leader, on the telephone or by e-mail, is glad to hear from you at any time.</p>",
    "</footer></body></html>",
);

pub(crate) fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, files);
        } else {
            files.push(path);
        }
    }
}
