//! What a page gets on its way to the browser, and what no built site has: the script that keeps it up to date.

/// The script's tag. `mark` is what the page shows now, `style` the address of its style.
pub(super) fn dress(html: &str, mark: u64, style: Option<&str>) -> String {
    let script = format!(
        "<script type=\"module\" src=\"{}live.js\" id=\"fingerpost-preview\" data-mark=\"{mark:016x}\" data-style=\"{}\"></script>",
        super::OWN,
        style.unwrap_or_default(),
    );
    let at = ["</head>", "</body>"].iter().find_map(|end| html.find(end)).unwrap_or(html.len());
    let (before, after) = html.split_at_checked(at).unwrap_or((html, ""));
    admit_script(&[before, &script, after].concat())
}

/// A theme's own policy may forbid scripts. In the preview's copy of the page, ours is allowed.
fn admit_script(html: &str) -> String {
    let Some((start, end)) = policy_span(html) else { return html.to_owned() };
    let (Some(before), Some(policy), Some(after)) = (html.get(..start), html.get(start..end), html.get(end..)) else {
        return html.to_owned();
    };
    [before, &widened(policy), after].concat()
}

/// Where the value of the page's Content-Security-Policy stands.
fn policy_span(html: &str) -> Option<(usize, usize)> {
    let named = html.to_ascii_lowercase().find("content-security-policy")?;
    let tag = html.get(..named)?.rfind('<')?;
    let value = tag + html.get(tag..)?.to_ascii_lowercase().find(" content=")? + " content=".len();
    let quote = html.get(value..)?.chars().next().filter(|quote| ['"', '\''].contains(quote))?;
    let length = html.get(value + 1..)?.find(quote)?;
    Some((value + 1, value + 1 + length))
}

/// A policy that also allows what comes from the page's own server, where that was forbidden.
fn widened(policy: &str) -> String {
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
        let own = find(&directives, name);
        let Some(words) = own.or(find(&directives, "default-src")).and_then(|at| directives.get(at)) else { continue };
        if words.iter().any(|word| ["'self'", "*"].contains(word)) {
            continue;
        }
        let kept = words.iter().skip(1).filter(|word| !word.eq_ignore_ascii_case("'none'"));
        let words: Vec<&str> = [name].into_iter().chain(kept.copied()).chain(["'self'"]).collect();
        match own.and_then(|at| directives.get_mut(at)) {
            Some(own) => *own = words,
            None => directives.push(words),
        }
        changed = true;
    }
    if !changed {
        return policy.to_owned();
    }
    directives.iter().map(|words| words.join(" ")).collect::<Vec<_>>().join("; ")
}

/// The page for what does not exist, with its links from the preview's root. The site's own begin at the root that
/// it has on its host.
pub(super) fn rooted(html: &str, base: &str, style: Option<&str>) -> String {
    let stylesheet = style.and_then(|style| html.split_once(&format!("{style}\""))).map(|(before, _)| before);
    let root = stylesheet.and_then(|before| before.rsplit('"').next()).unwrap_or_default();
    let mut rooted = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = [" href=\"", " src=\""].iter().filter_map(|name| Some(rest.find(name)? + name.len())).min() {
        let (before, value) = rest.split_at_checked(at).unwrap_or((rest, ""));
        rooted.push_str(before);
        rest = value;
        let relative = rest.strip_prefix(root).filter(|after| !root.is_empty() || is_relative(after));
        if let Some(after) = relative {
            rooted.push_str(base);
            rest = after;
        }
    }
    rooted + rest
}

/// True if a link leads to another file of the site.
fn is_relative(link: &str) -> bool {
    let end = link.find(['"', '/', '#', '?']).unwrap_or(link.len());
    !link.starts_with(['/', '#']) && !link.get(..end).unwrap_or(link).contains(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRICT: &str = "default-src 'none'; style-src 'self'; img-src 'self'";

    #[test]
    fn the_script_stands_in_the_head_and_nothing_else_changes() {
        let html = "<html><head><title>T</title></head><body>B</body></html>";
        let dressed = dress(html, 7, Some("/assets/style.1.css"));
        let (before, after) = dressed.split_once("<script ").expect("a script");
        let (script, after) = after.split_once("</script>").expect("its end");
        assert_eq!(format!("{before}{after}"), html);
        assert!(after.starts_with("</head>"));
        assert!(script.contains("data-mark=\"0000000000000007\" data-style=\"/assets/style.1.css\""));
    }

    #[test]
    fn a_policy_that_forbids_scripts_lets_ours_in() {
        assert_eq!(widened(STRICT), format!("{STRICT}; script-src 'self'; connect-src 'self'"));
        assert_eq!(widened("script-src 'none'"), "script-src 'self'");
        let ours = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'";
        assert_eq!(widened(ours), ours);
        let html = format!("<meta http-equiv='Content-Security-Policy' content=\"{STRICT}\"></head>");
        assert!(dress(&html, 0, None).contains("; connect-src 'self'\"><script"));
    }

    #[test]
    fn the_page_for_what_does_not_exist_works_at_any_depth() {
        let on_try = |root: &str| {
            let html = format!(
                "<link href=\"{root}assets/style.1.css\"><a href=\"#main\">m</a><a href=\"{root}index.html\">h</a>\
                 <a href=\"mailto:a@b.example\">w</a><img src=\"{root}media/a.svg\"><a href=\"https://e.example/a\">e</a>"
            );
            rooted(&html, "/try/", Some("assets/style.1.css"))
        };
        let wanted = "<link href=\"/try/assets/style.1.css\"><a href=\"#main\">m</a><a href=\"/try/index.html\">h</a>\
                      <a href=\"mailto:a@b.example\">w</a><img src=\"/try/media/a.svg\"><a href=\"https://e.example/a\">e</a>";
        assert_eq!(on_try(""), wanted);
        assert_eq!(on_try("/"), wanted);
        assert_eq!(on_try("/careers/"), wanted);
    }
}
