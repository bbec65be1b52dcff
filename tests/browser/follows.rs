//! Open pages follow changes to the files.

use crate::chromium::Browser;
use crate::preview::Preview;
use crate::until::until;

const YEAR_9: &str = "programme/year-9.md";
const WORDS: &str = "the first year with a real choice";

/// True once the main part of the page contains these words.
fn main_contains(words: &str) -> String {
    format!("document.querySelector('main').innerText.includes({words:?})")
}

/// True once the panel has its first message: from then on the page follows changes.
const FOLLOWS: &str = "document.querySelector('fingerpost-preview')?.shadowRoot.getElementById('day')";

fn open(preview: &Preview, page: &str) -> Browser {
    let browser = Browser::start();
    browser.go(&preview.address(page));
    browser.wait_for(FOLLOWS);
    browser
}

#[test]
fn an_edit_shows_immediately_and_keeps_the_scroll_position() {
    let preview = Preview::small();
    let browser = open(&preview, "pupils/year-9.html");
    browser.script(
        "const link = [...document.querySelectorAll('main a')].at(-1);
         link.focus();
         scrollTo({ top: 1000, behavior: 'instant' });",
    );
    let before = browser.script("return [scrollY, document.activeElement.textContent]");
    assert_eq!(before[0], 1000);
    preview.replace(YEAR_9, WORDS, "a year of good reasons");
    browser.wait_for(&main_contains("a year of good reasons"));
    browser.wait_for(FOLLOWS);
    assert_eq!(browser.script("return [scrollY, document.activeElement.textContent]"), before);
    // And again, from the page that was reloaded.
    preview.replace(YEAR_9, "a year of good reasons", WORDS);
    browser.wait_for(&main_contains(WORDS));
}

#[test]
fn each_open_page_follows_its_own_files_only() {
    let preview = Preview::small();
    let browser = open(&preview, "pupils/year-9.html");
    let first = browser.window();
    browser.script("window.untouched = true");
    let second = browser.open_window();
    browser.go(&preview.address("pages/about-this-example.html"));
    browser.wait_for(FOLLOWS);
    preview.replace("pages/about-this-example.md", "does not exist", "is made up");
    browser.wait_for(&main_contains("is made up"));
    browser.go_on_in(&first);
    preview.replace(YEAR_9, WORDS, "two kinds of reasons");
    browser.wait_for(&main_contains("two kinds of reasons"));
    browser.go_on_in(&second);
    browser.script("window.untouched = true");
    preview.replace("pages/about-this-example.md", "is made up", "is not real");
    browser.wait_for(&main_contains("is not real"));
    browser.go_on_in(&first);
    browser.script("window.untouched = true");
    // A change to another page leaves this one alone.
    preview.replace("pages/about-this-example.md", "is not real", "is invented");
    browser.go_on_in(&second);
    browser.wait_for(&main_contains("is invented"));
    browser.go_on_in(&first);
    assert_eq!(browser.script("return window.untouched"), true);
}

#[test]
fn a_new_style_applies_without_a_reload() {
    let preview = Preview::small();
    let browser = open(&preview, "index.html");
    browser.script("window.untouched = true");
    preview.save("theme/components/mine/mine.css", "main { outline: 3px solid rgb(1, 2, 3) }\n");
    browser.wait_for("getComputedStyle(document.querySelector('main')).outlineColor === 'rgb(1, 2, 3)'");
    browser.wait_for("document.querySelectorAll('link[href*=\"/style.\"]').length === 1");
    preview.save("theme/components/mine/mine.css", "main { outline: 3px solid rgb(4, 5, 6) }\n");
    browser.wait_for("getComputedStyle(document.querySelector('main')).outlineColor === 'rgb(4, 5, 6)'");
    assert_eq!(browser.script("return window.untouched"), true);
}

#[test]
fn renamed_and_deleted_files_take_their_pages_along() {
    let preview = Preview::small();
    // No other page links to it.
    preview.save("pages/visits.md", "---\ntitle: Our visits\n---\nTo farms.\n");
    let browser = open(&preview, "pages/visits.html");
    browser.wait_for("document.title.startsWith('Our visits')");
    browser.wait_for(FOLLOWS);
    preview.rename("pages/visits.md", "pages/trips.md");
    browser.wait_for("document.title.startsWith('Page not found')");
    browser.wait_for(FOLLOWS);
    preview.rename("pages/trips.md", "pages/visits.md");
    browser.wait_for("document.title.startsWith('Our visits')");
    browser.wait_for(FOLLOWS);
    let text = preview.read("pages/visits.md");
    preview.delete("pages/visits.md");
    browser.wait_for("document.title.startsWith('Page not found')");
    browser.wait_for(FOLLOWS);
    preview.save("pages/visits.md", &text);
    browser.wait_for("document.title.startsWith('Our visits')");
}

#[test]
fn a_thousand_changed_files_need_few_builds() {
    let preview = Preview::small();
    let browser = open(&preview, "a-to-z.html");
    let before = preview.builds();
    for number in 0..1000 {
        preview.save(&format!("pages/synced-{number}.md"), &format!("---\ntitle: Synced {number}\n---\nText.\n"));
    }
    browser.wait_for(&main_contains("Synced 999"));
    let titles =
        "return [...document.querySelectorAll('main a')].filter((a) => a.textContent.startsWith('Synced ')).length";
    assert_eq!(browser.script(titles), 1000);
    let builds = preview.builds() - before;
    // A busy machine may pause while writing, but there must not be a build for each file.
    assert!(builds <= 20, "{builds} builds for one sync");
}

#[test]
fn the_content_folder_may_go_and_come_back() {
    let preview = Preview::small();
    let browser = open(&preview, "pupils/year-9.html");
    let away = preview.content.with_file_name("elsewhere");
    std::fs::rename(&preview.content, &away).expect("moved away");
    browser.wait_for("document.querySelector('fingerpost-preview').shadowRoot.querySelector('.findings')");
    browser.wait_for(&main_contains(WORDS));
    std::fs::rename(&away, &preview.content).expect("moved back");
    browser.wait_for("!document.querySelector('fingerpost-preview').shadowRoot.querySelector('.findings')");
    preview.replace(YEAR_9, WORDS, "after the move");
    browser.wait_for(&main_contains("after the move"));
    // Deleted and recreated: another folder with the same name.
    crate::preview::copy(&preview.content, &away);
    std::fs::remove_dir_all(&preview.content).expect("deleted");
    browser.wait_for("document.querySelector('fingerpost-preview').shadowRoot.querySelector('.findings')");
    crate::preview::copy(&away, &preview.content);
    preview.replace(YEAR_9, "after the move", "written again");
    browser.wait_for(&main_contains("written again"));
}

#[test]
fn pages_reconnect_to_a_restarted_preview() {
    let mut preview = Preview::small();
    let browser = open(&preview, "pupils/year-9.html");
    preview.stop();
    browser.wait_for(
        "document.querySelector('fingerpost-preview').shadowRoot.getElementById('toggle').textContent === 'Preview stopped'",
    );
    preview.replace(YEAR_9, WORDS, "written while it was stopped");
    preview.start_again();
    browser.wait_for(&main_contains("written while it was stopped"));
    browser.wait_for(FOLLOWS);
    preview.replace(YEAR_9, "written while it was stopped", WORDS);
    browser.wait_for(&main_contains(WORDS));
}

#[test]
fn pages_work_below_a_path() {
    let preview = Preview::at("/careers/");
    let browser = open(&preview, "no/such/page.html");
    assert_eq!(browser.script("return document.title.startsWith('Page not found')"), true);
    let colour = "getComputedStyle(document.querySelector('.masthead')).backgroundColor";
    let unstyled = "rgba(0, 0, 0, 0)";
    assert_ne!(browser.script(&format!("return {colour}")), unstyled);
    browser.script("document.querySelector('a.home-link').click()");
    let home = preview.address("index.html");
    until(|| browser.address() == home).expect("the home page");
}
