//! Changes pages on their way to the browser: adds the preview's script, and allows it in the page's policy.

use super::route::PREVIEW_ROOT;

/// Adds the script that keeps the page up to date. `content_hash` identifies what the page shows, `style` is the address
/// of its stylesheet.
pub(super) fn inject_script(html: &str, content_hash: u64, style: Option<&str>) -> String {
    let script = format!(
        "<script type=\"module\" src=\"{}live.js\" id=\"fingerpost-preview\" data-content-hash=\"{content_hash:016x}\" \
         data-style=\"{}\"></script>",
        PREVIEW_ROOT,
        style.unwrap_or_default(),
    );
    let at = ["</head>", "</body>"].iter().find_map(|end| html.find(end)).unwrap_or(html.len());
    let (before, after) = html.split_at_checked(at).unwrap_or((html, ""));
    allow_script(&[before, &script, after].concat())
}

/// A theme's Content-Security-Policy may forbid scripts. Allows those of the page's own server.
fn allow_script(html: &str) -> String {
    let Some((start, end)) = policy_span(html) else { return html.to_owned() };
    let (Some(before), Some(policy), Some(after)) = (html.get(..start), html.get(start..end), html.get(end..)) else {
        return html.to_owned();
    };
    [before, &relax_csp(policy), after].concat()
}

fn policy_span(html: &str) -> Option<(usize, usize)> {
    let name = html.to_ascii_lowercase().find("content-security-policy")?;
    let tag = html.get(..name)?.rfind('<')?;
    let value = tag + html.get(tag..)?.to_ascii_lowercase().find(" content=")? + " content=".len();
    let quote = html.get(value..)?.chars().next().filter(|quote| ['"', '\''].contains(quote))?;
    let length = html.get(value + 1..)?.find(quote)?;
    Some((value + 1, value + 1 + length))
}

/// Adds `'self'` to the directives that the preview's script and styles need, where they forbid it.
fn relax_csp(policy: &str) -> String {
    let mut directives: Vec<Vec<&str>> = policy
        .split(';')
        .map(|directive| directive.split_whitespace().collect::<Vec<_>>())
        .filter(|words| !words.is_empty())
        .collect();
    let find = |directives: &[Vec<&str>], name: &str| {
        directives.iter().position(|words| words.first().is_some_and(|word| word.eq_ignore_ascii_case(name)))
    };
    let mut changed = false;
    for name in ["script-src", "connect-src", "style-src"] {
        let existing = find(&directives, name);
        let Some(words) = existing.or(find(&directives, "default-src")).and_then(|at| directives.get(at)) else {
            continue;
        };
        if words.iter().any(|word| ["'self'", "*"].contains(word)) {
            continue;
        }
        let sources = words.iter().skip(1).filter(|word| !word.eq_ignore_ascii_case("'none'"));
        let words: Vec<&str> = [name].into_iter().chain(sources.copied()).chain(["'self'"]).collect();
        match existing.and_then(|at| directives.get_mut(at)) {
            Some(directive) => *directive = words,
            None => directives.push(words),
        }
        changed = true;
    }
    if !changed {
        return policy.to_owned();
    }
    directives.iter().map(|words| words.join(" ")).collect::<Vec<_>>().join("; ")
}

/// Rewrites the links of the 404 page to start at the preview's root: in the file they start at the site's root on its
/// web host.
pub(super) fn rebase_links(html: &str, base: &str, style: Option<&str>) -> String {
    let stylesheet = style.and_then(|style| html.split_once(&format!("{style}\""))).map(|(before, _)| before);
    let root = stylesheet.and_then(|before| before.rsplit('"').next()).unwrap_or_default();
    let mut rebased = String::with_capacity(html.len());
    let mut remaining = html;
    while let Some(at) =
        [" href=\"", " src=\""].iter().filter_map(|name| Some(remaining.find(name)? + name.len())).min()
    {
        let (before, value) = remaining.split_at_checked(at).unwrap_or((remaining, ""));
        rebased.push_str(before);
        remaining = value;
        let relative = remaining.strip_prefix(root).filter(|after| !root.is_empty() || is_relative(after));
        if let Some(after) = relative {
            rebased.push_str(base);
            remaining = after;
        }
    }
    rebased + remaining
}

/// True if a link points to another file of the site.
fn is_relative(link: &str) -> bool {
    let end = link.find(['"', '/', '#', '?']).unwrap_or(link.len());
    !link.starts_with(['/', '#']) && !link.get(..end).unwrap_or(link).contains(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRICT: &str = "default-src 'none'; style-src 'self'; img-src 'self'";

    #[test]
    fn script_is_added_to_the_head_and_nothing_else_changes() {
        let html = "<html><head><title>T</title></head><body>B</body></html>";
        let injected = inject_script(html, 7, Some("/assets/style.1.css"));
        let (before, after) = injected.split_once("<script ").expect("a script");
        let (script, after) = after.split_once("</script>").expect("the end of the script");
        assert_eq!(format!("{before}{after}"), html);
        assert!(after.starts_with("</head>"));
        assert!(script.contains("data-content-hash=\"0000000000000007\" data-style=\"/assets/style.1.css\""));
    }

    #[test]
    fn policy_that_forbids_scripts_allows_the_previews_own() {
        assert_eq!(relax_csp(STRICT), format!("{STRICT}; script-src 'self'; connect-src 'self'"));
        assert_eq!(relax_csp("script-src 'none'"), "script-src 'self'");
        let ours = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'";
        assert_eq!(relax_csp(ours), ours);
        let html = format!("<meta http-equiv='Content-Security-Policy' content=\"{STRICT}\"></head>");
        assert!(inject_script(&html, 0, None).contains("; connect-src 'self'\"><script"));
    }

    #[test]
    fn not_found_page_works_at_any_depth() {
        let rebase = |root: &str| {
            let html = format!(
                "<link href=\"{root}assets/style.1.css\"><a href=\"#main\">m</a><a href=\"{root}index.html\">h</a>\
                 <a href=\"mailto:a@b.example\">w</a><img src=\"{root}media/a.svg\"><a href=\"https://e.example/a\">e</a>"
            );
            rebase_links(&html, "/try/", Some("assets/style.1.css"))
        };
        let expected = "<link href=\"/try/assets/style.1.css\"><a href=\"#main\">m</a><a href=\"/try/index.html\">h</a>\
                      <a href=\"mailto:a@b.example\">w</a><img src=\"/try/media/a.svg\"><a href=\"https://e.example/a\">e</a>";
        assert_eq!(rebase(""), expected);
        assert_eq!(rebase("/"), expected);
        assert_eq!(rebase("/careers/"), expected);
    }
}
