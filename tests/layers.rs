//! The folders of `src` are layers: a file imports only from its own layer and those below, and never in a circle.
//!
//! The test reads every path that starts with `crate`, `self`, `super`, a child module or an imported module, also
//! inside grouped imports and macros, and finds the file that defines what it names. Re-exports are followed, so a
//! `mod.rs` that only declares modules and re-exports names depends on nothing and nothing depends on it.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test reads source files and fails on the first surprise"
)]

#[path = "common/rust_source.rs"]
mod rust_source;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rust_source::{Token, TokenKind, files, tokens};

/// The layers from bottom to top; `lib` is `src/lib.rs`. A layer may import from those before it.
const LAYERS: [&str; 22] = [
    "report",
    "framework",
    "read",
    "programme",
    "text",
    "check",
    "language",
    "view",
    "render",
    "audit",
    "external",
    "publish",
    "scaffold",
    "edit",
    "editor",
    "import",
    "year",
    "explain",
    "pipeline",
    "lib",
    "serve",
    "cli",
];

/// Layers that must not import from each other, in either direction.
const FORBIDDEN: [(&str, &str); 6] = [
    ("read", "framework"),
    ("publish", "view"),
    // The preview runs the whole build and none of its stages.
    ("serve", "read"),
    ("serve", "check"),
    ("serve", "view"),
    ("serve", "publish"),
];

/// The path of a module from the root of the crate.
type Module = Vec<String>;

/// A file of the source, as far as paths are concerned.
#[derive(Default)]
struct SourceFile {
    /// Paths that the code names, each from the root of the crate. Test modules are left out.
    paths: BTreeSet<Module>,
    /// The same, of test modules.
    test_paths: BTreeSet<Module>,
    /// What `pub use` gives on: the new name and the path it stands for.
    re_exports: BTreeMap<String, Module>,
    /// Modules whose every public name `pub use module::*` gives on.
    glob_re_exports: Vec<Module>,
}

/// All files by the module that each one is.
struct Sources(BTreeMap<Module, SourceFile>);

impl Sources {
    /// Reads files given as a path below `src` and a text.
    fn new<'t>(files: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let texts: BTreeMap<Module, &str> = files.into_iter().map(|(path, text)| (module_of(path), text)).collect();
        let modules: BTreeSet<Module> = texts.keys().cloned().collect();
        Self(
            texts
                .into_iter()
                .map(|(module, text)| (module.clone(), Reader::new(&module, &modules).read(text)))
                .collect(),
        )
    }

    /// The module whose file defines what a path names.
    fn file_of(&self, path: &[String]) -> Module {
        self.resolve(path, 0)
    }

    fn resolve(&self, path: &[String], depth: usize) -> Module {
        let length = (0..=path.len()).rev().find(|length| self.0.contains_key(&path[..*length])).unwrap_or(0);
        let module = path[..length].to_vec();
        let (Some(file), Some(name)) = (self.0.get(&module), path.get(length)) else { return module };
        // Re-exports in a circle do not compile; the limit only keeps this test from hanging on one.
        if depth < 20 {
            if let Some(target) = file.re_exports.get(name) {
                return self.resolve(&[target, &path[length + 1..]].concat(), depth + 1);
            }
            for glob in &file.glob_re_exports {
                let inside = self.resolve(&[glob, &path[length..]].concat(), depth + 1);
                if inside != *glob {
                    return inside;
                }
            }
        }
        module
    }

    /// For each file, the other files that it depends on.
    fn dependencies(&self) -> BTreeMap<&Module, BTreeSet<Module>> {
        let of = |module: &Module, file: &SourceFile| {
            let targets = file.paths.iter().map(|path| self.file_of(path));
            targets.filter(|target| target != module).collect()
        };
        self.0.iter().map(|(module, file)| (module, of(module, file))).collect()
    }

    /// Imports from a higher layer or from a forbidden one, also those of test modules.
    fn wrong_layers(&self) -> Vec<String> {
        let level = |layer: &str| LAYERS.iter().position(|known| *known == layer);
        let mut wrong = Vec::new();
        for (module, file) in &self.0 {
            let own = layer_of(module);
            for path in file.paths.iter().chain(&file.test_paths) {
                let named = if path.len() > 1 { path.first().map(String::as_str) } else { None };
                for target in [layer_of(&self.file_of(path)), named.unwrap_or(own)] {
                    let is_upward = level(target).zip(level(own)).is_some_and(|(target, own)| target > own);
                    let is_forbidden = FORBIDDEN.iter().any(|pair| *pair == (own, target) || *pair == (target, own));
                    if is_upward || is_forbidden {
                        wrong.push(format!("{} uses crate::{}", file_name(module), path.join("::")));
                        break;
                    }
                }
            }
        }
        wrong
    }

    /// Groups of files that depend on each other in a circle, with the imports that close it.
    fn cycles(&self) -> Vec<String> {
        let dependencies = self.dependencies();
        let reachable: BTreeMap<&Module, BTreeSet<&Module>> =
            dependencies.keys().map(|module| (*module, reachable(module, &dependencies))).collect();
        let mut cycles = Vec::new();
        let mut done: BTreeSet<&Module> = BTreeSet::new();
        for (module, targets) in &reachable {
            if done.contains(module) || !targets.contains(module) {
                continue;
            }
            let members: Vec<&Module> =
                targets.iter().filter(|target| reachable[**target].contains(module)).copied().collect();
            done.extend(&members);
            let mut cycle = format!("{} files in a circle:", members.len());
            for member in &members {
                for target in dependencies[member].iter().filter(|target| members.contains(target)) {
                    cycle.push_str(&format!("\n    {} uses {}", file_name(member), file_name(target)));
                }
            }
            cycles.push(cycle);
        }
        cycles
    }
}

/// Every module that can be reached by following dependencies, at least one.
fn reachable<'d>(from: &Module, dependencies: &'d BTreeMap<&'d Module, BTreeSet<Module>>) -> BTreeSet<&'d Module> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&Module> = dependencies[from].iter().collect();
    while let Some(module) = open.pop() {
        if reached.insert(module) {
            open.extend(&dependencies[module]);
        }
    }
    reached
}

/// The module of a file below `src`: `view/mod.rs` and `view.rs` are both `view`.
fn module_of(path: &str) -> Module {
    let path = path.trim_end_matches(".rs");
    let path = path.strip_suffix("mod").map_or(path, |folder| folder.strip_suffix('/').unwrap_or(path));
    if path == "lib" { Module::new() } else { path.split('/').map(str::to_owned).collect() }
}

fn file_name(module: &Module) -> String {
    if module.is_empty() { "lib.rs".into() } else { module.join("/") }
}

fn layer_of(module: &Module) -> &str {
    module.first().map_or("lib", String::as_str)
}

/// Collects the paths of one file.
struct Reader<'m> {
    module: &'m Module,
    modules: &'m BTreeSet<Module>,
    file: SourceFile,
    /// Names that stand for modules in this file: its child modules and imported ones.
    aliases: BTreeMap<String, Module>,
    /// The paths of private `use` items: whether it is in a test module, the name it brings in, and the path.
    imports: Vec<(bool, String, Module)>,
}

/// A module written inside the file, while the reader is in it.
struct InlineModule {
    braces: usize,
    is_test: bool,
    name: String,
}

impl<'m> Reader<'m> {
    fn new(module: &'m Module, modules: &'m BTreeSet<Module>) -> Self {
        let children = modules.iter().filter(|other| other.len() == module.len() + 1 && other.starts_with(module));
        let aliases = children.filter_map(|child| Some((child.last()?.clone(), child.clone()))).collect();
        Self { module, modules, file: SourceFile::default(), aliases, imports: Vec::new() }
    }

    fn read(mut self, text: &str) -> SourceFile {
        let tokens: Vec<Token<'_>> =
            tokens(text).into_iter().filter(|token| token.kind != TokenKind::Comment).collect();
        self.walk(&tokens, true);
        for (is_test, name, path) in std::mem::take(&mut self.imports) {
            if self.modules.contains(&path) {
                // A module: what is used of it counts, found in the second walk.
                self.aliases.insert(name, path);
            } else {
                self.add(is_test, path);
            }
        }
        self.walk(&tokens, false);
        self.file
    }

    fn add(&mut self, is_test: bool, path: Module) {
        if is_test {
            self.file.test_paths.insert(path)
        } else {
            self.file.paths.insert(path)
        };
    }

    /// Goes through all tokens and takes either the `use` items or the other paths.
    fn walk(&mut self, tokens: &[Token<'_>], take_uses: bool) {
        let (mut at, mut braces) = (0, 0);
        let mut inline: Vec<InlineModule> = Vec::new();
        // A test module in a file of its own.
        let is_test_file = self.module.last().is_some_and(|name| name == "tests");
        while let Some(token) = tokens.get(at) {
            let is_test = is_test_file || inline.iter().any(|module| module.is_test);
            if token.is("{") {
                braces += 1;
            } else if token.is("}") {
                braces -= 1;
                if inline.last().is_some_and(|module| module.braces == braces) {
                    inline.pop();
                }
            } else if token.is_name("mod") && tokens.get(at + 2).is_some_and(|next| next.is("{")) {
                let name = tokens[at + 1].text.to_owned();
                inline.push(InlineModule { braces, is_test: has_cfg_test(&tokens[..at]), name });
                braces += 1;
                at += 3;
                continue;
            } else if token.is_name("use") {
                let end = tokens[at..].iter().position(|token| token.is(";")).map_or(tokens.len(), |end| at + end);
                if take_uses {
                    self.take_use(&tokens[at + 1..end], is_public(&tokens[..at]), is_test, &inline);
                }
                at = end;
                continue;
            } else if !take_uses
                && token.kind == TokenKind::Name
                && tokens.get(at + 1).is_some_and(|next| next.is("::"))
                && !(at > 0 && ["::", "$", "."].iter().any(|before| tokens[at - 1].is(before)))
            {
                let path = names(&tokens[at..]);
                if let Some(path) = self.absolute(&path, &inline) {
                    self.add(is_test, path);
                }
            }
            at += 1;
        }
    }

    fn take_use(&mut self, tree: &[Token<'_>], is_public: bool, is_test: bool, inline: &[InlineModule]) {
        let mut leaves = Vec::new();
        use_leaves(tree, &mut 0, &[], &mut leaves);
        for (path, name) in leaves {
            let Some(mut path) = self.absolute(&path, inline) else { continue };
            let is_glob = path.last().is_some_and(|last| last == "*");
            if is_glob {
                path.pop();
            }
            match (is_public && inline.is_empty(), is_glob) {
                (true, true) => self.file.glob_re_exports.push(path),
                (true, false) => drop(self.file.re_exports.insert(name, path)),
                (false, true) => self.add(is_test, path),
                (false, false) => self.imports.push((is_test, name, path)),
            }
        }
    }

    /// A path from the root of the crate, if it is one of this crate's.
    fn absolute(&self, path: &[String], inline: &[InlineModule]) -> Option<Module> {
        let (first, rest) = path.split_first()?;
        let mut here = self.module.clone();
        here.extend(inline.iter().map(|module| module.name.clone()));
        let mut rest = rest;
        match first.as_str() {
            "crate" => here.clear(),
            "self" => {}
            "super" => {
                here.pop();
                while let Some((next, after)) = rest.split_first().filter(|(next, _)| *next == "super") {
                    debug_assert_eq!(next, "super");
                    here.pop();
                    rest = after;
                }
            }
            name => {
                let target = self.aliases.get(name)?;
                return Some([target, rest].concat());
            }
        }
        here.extend_from_slice(rest);
        // What is written inside this file belongs to it.
        Some(if inline.is_empty() || !here.starts_with(self.module) { here } else { self.without_inline(here, inline) })
    }

    fn without_inline(&self, mut path: Module, inline: &[InlineModule]) -> Module {
        if path.get(self.module.len()).is_some_and(|name| inline.iter().any(|module| module.name == *name)) {
            path.truncate(self.module.len());
        }
        path
    }
}

/// The names of a path such as `crate::view::Site`.
fn names(tokens: &[Token<'_>]) -> Vec<String> {
    let mut names = Vec::new();
    let mut at = 0;
    while tokens.get(at).is_some_and(|token| token.kind == TokenKind::Name) {
        names.push(tokens[at].text.to_owned());
        if !tokens.get(at + 1).is_some_and(|token| token.is("::")) {
            break;
        }
        at += 2;
    }
    names
}

/// The paths of a `use` item, each with the name it brings in.
fn use_leaves(tree: &[Token<'_>], at: &mut usize, before: &[String], leaves: &mut Vec<(Vec<String>, String)>) {
    let mut path = before.to_vec();
    while let Some(token) = tree.get(*at) {
        if token.is("{") {
            *at += 1;
            while !tree.get(*at).is_none_or(|token| token.is("}")) {
                use_leaves(tree, at, &path, leaves);
                if tree.get(*at).is_some_and(|token| token.is(",")) {
                    *at += 1;
                }
            }
            *at += 1;
            return;
        }
        if token.is(",") || token.is("}") {
            break;
        }
        if token.is_name("as") {
            let name = tree.get(*at + 1).map(|token| token.text.to_owned()).unwrap_or_default();
            *at += 2;
            leaves.push((path, name));
            return;
        }
        if token.is("*") || token.kind == TokenKind::Name && (path.is_empty() || !token.is_name("self")) {
            path.push(token.text.to_owned());
        }
        *at += 1;
    }
    if let Some(name) = path.last().cloned() {
        leaves.push((path, name));
    }
}

/// True if the tokens before an item end in `#[cfg(test)]`.
fn has_cfg_test(before: &[Token<'_>]) -> bool {
    let texts: Vec<&str> = before.iter().rev().take(7).map(|token| token.text).collect();
    texts == ["]", ")", "test", "(", "cfg", "[", "#"]
}

/// True if the tokens before an item end in `pub` or `pub(…)`.
fn is_public(before: &[Token<'_>]) -> bool {
    match before.last() {
        Some(last) if last.is(")") => {
            before.iter().rposition(|token| token.is("(")).is_some_and(|at| at > 0 && before[at - 1].is_name("pub"))
        }
        Some(last) => last.is_name("pub"),
        None => false,
    }
}

/// The program's own source.
fn sources() -> Sources {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let texts: Vec<(String, String)> = files(&src, &["rs"])
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&src).expect("a path below src").to_string_lossy().replace('\\', "/");
            (name, std::fs::read_to_string(&path).expect("a source file"))
        })
        // The program and the build script are crates of their own.
        .filter(|(name, _)| name != "main.rs" && name != "build.rs")
        .collect();
    assert!(texts.len() > 50, "only {} source files", texts.len());
    Sources::new(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())))
}

#[test]
fn no_file_imports_from_a_higher_or_forbidden_layer() {
    let wrong = sources().wrong_layers();
    assert!(wrong.is_empty(), "{} imports break the order of layers:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let cycles = sources().cycles();
    assert!(cycles.is_empty(), "{}", cycles.join("\n"));
}

#[test]
fn every_folder_of_the_source_is_a_layer() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in std::fs::read_dir(src).expect("the source folder") {
        let path = entry.expect("a folder entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(!path.is_dir() || LAYERS.contains(&name.as_str()), "src/{name} is not in LAYERS");
    }
}

/// What these files do wrong, as `file uses path`.
fn wrong(files: &[(&str, &str)]) -> Vec<String> {
    Sources::new(files.iter().copied()).wrong_layers()
}

#[test]
fn upward_imports_are_found_in_every_form() {
    for text in [
        "use crate::view::Site;",
        "use crate::{report::Finding, view::{Site, page}};",
        "use crate::view;\nfn f() { view::site(); }",
        "use crate::view as v;\nfn f() { v::site(); }",
        "fn f() { crate::view::site(); }",
        "my_macro!(crate::view::Site);",
        "use super::view::Site;",
        "mod inner { use super::super::view::Site; }",
        "#[cfg(test)]\nmod tests { use crate::view::Site; }",
    ] {
        let found = wrong(&[("read/mod.rs", text), ("view/mod.rs", ""), ("report/mod.rs", ""), ("lib.rs", "")]);
        let is_upward = |line: &String| line.starts_with("read uses crate::view");
        assert!(!found.is_empty() && found.iter().all(is_upward), "{text}: {found:?}");
    }
    for text in [
        "// use crate::view::Site;",
        "const TEXT: &str = \"crate::view::Site\";",
        "use crate::report::Finding;",
        "use std::view::Site;",
    ] {
        let found = wrong(&[("read/mod.rs", text), ("view/mod.rs", ""), ("report/mod.rs", "")]);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
    assert_eq!(wrong(&[("serve/mod.rs", "use crate::read::read;"), ("read/mod.rs", "")]).len(), 1, "forbidden");
    assert_eq!(wrong(&[("read/mod.rs", "use crate::build;"), ("lib.rs", "pub fn build() {}")]).len(), 1, "lib.rs");
}

/// The circles among these files.
fn cycles(files: &[(&str, &str)]) -> Vec<String> {
    Sources::new(files.iter().copied()).cycles()
}

#[test]
fn circles_are_found_through_groups_re_exports_and_parents() {
    let circle = [("view/a.rs", "use super::{b::B, c};"), ("view/b.rs", "use crate::view::a::A;"), ("view/c.rs", "")];
    let found = cycles(&circle);
    assert_eq!(found, ["2 files in a circle:\n    view/a uses view/b\n    view/b uses view/a"]);
    let re_export = [
        ("view/mod.rs", "mod a;\nmod b;\npub(crate) use a::A;\npub use b::B;"),
        ("view/a.rs", "use super::B;"),
        ("view/b.rs", "use crate::view::A;"),
    ];
    assert_eq!(cycles(&re_export).len(), 1);
    let parent = [("view/mod.rs", "mod a;\nuse a::A;\npub struct Site(A);"), ("view/a.rs", "use super::Site;")];
    assert_eq!(cycles(&parent).len(), 1);
}

#[test]
fn declarations_and_re_exports_close_no_circle() {
    let facade = [
        ("view/mod.rs", "mod a;\nmod b;\npub use a::A;\npub use b::*;"),
        ("view/a.rs", "use super::B;"),
        ("view/b.rs", "pub struct B;\n#[cfg(test)]\nmod tests { use crate::view::A; }"),
    ];
    assert!(cycles(&facade).is_empty(), "{:?}", cycles(&facade));
}
