//! How somebody works with the pages of the dashboard: through the page, or with the keyboard alone.

use crate::chromium::Browser;

const BACKSPACE: &str = "\u{e003}";
const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const SHIFT: &str = "\u{e008}";
const CONTROL: &str = "\u{e009}";

/// The first element that a selector finds and that is shown, or else the first in a fold.
const FIND: &str = "const find = (selector) => {
        const all = [...document.querySelectorAll(selector)];
        return all.find((one) => one.checkVisibility()) ?? all[0];
    };
    const fold = (element) => {
        let closed = null;
        for (let around = element.parentElement; around; around = around.parentElement) {
            if (around.matches('details:not([open])') && !(around === element.parentElement && element.matches('summary')))
                closed = around;
        }
        return closed?.querySelector('summary');
    };";

/// How far the focus is from an element, in presses of Tab. Zero on the element itself.
const STEPS: &str = "const target = window.target ?? document.querySelector('[data-target]');
    if (document.activeElement === target) return 0;
    const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex=\"0\"]';
    const isStop = (one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0
        && (one.type !== 'radio' || one.checked);
    const stops = [...document.querySelectorAll(all)].filter(isStop);
    const after = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
    const from = document.activeElement;
    if (from === document.body) return stops.indexOf(target) + 1;
    return after(from, target)
        ? stops.filter((stop) => after(from, stop) && after(stop, target)).length + 1
        : -stops.filter((stop) => after(target, stop) && after(stop, from)).length - 1;";

/// How words are typed and buttons pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hands {
    /// Values are set, and links and buttons clicked, with the mouse as it were.
    Pointer,
    /// Tab, Enter, the space bar and letters, and nothing else.
    Keyboard,
}

/// Somebody at a browser.
pub(crate) struct Person {
    pub(crate) browser: Browser,
    pub(crate) hands: Hands,
}

impl Person {
    /// Follows a link, and waits for the page.
    pub(crate) fn follow(&self, link: &str) {
        self.leave(link);
    }

    /// Presses a button that sends its form, and waits for the next page.
    pub(crate) fn send(&self, button: &str) {
        self.leave(button);
    }

    /// Saves the form, which must work.
    pub(crate) fn save(&self) {
        self.send("main form button[value=save]");
        self.browser.wait_for("location.search.includes('saved=') && !document.querySelector('.conflict')");
    }

    /// Writes into the field with this identifier, in place of what is there.
    pub(crate) fn write(&self, field: &str, words: &str) {
        let selector = format!("[id=\"{field}\"]");
        self.show(&selector);
        match self.hands {
            Hands::Pointer => {
                self.script(&selector, &format!("element.value = {};", serde_json::json!(words)));
                self.script(&selector, "element.dispatchEvent(new Event('input', { bubbles: true }))");
            }
            Hands::Keyboard => {
                self.reach(&selector);
                self.browser.press_with(CONTROL, &["a"]);
                self.browser.press(&[BACKSPACE]);
                let enter = |ch: char| if ch == '\n' { ENTER.to_owned() } else { ch.to_string() };
                let keys: Vec<String> = words.chars().map(enter).collect();
                self.browser.press(&keys.iter().map(String::as_str).collect::<Vec<_>>());
            }
        }
        assert_eq!(self.script(&selector, "return element.value"), words, "{field}");
    }

    /// Chooses from the list with this identifier by the words that are shown.
    pub(crate) fn choose(&self, field: &str, label: &str) {
        let selector = format!("[id=\"{field}\"]");
        self.show(&selector);
        match self.hands {
            Hands::Pointer => {
                let option = format!("[...element.options].find((option) => option.label === '{label}')");
                self.script(&selector, &format!("{option}.selected = true"));
                self.script(&selector, "element.dispatchEvent(new Event('input', { bubbles: true }))");
            }
            Hands::Keyboard => {
                self.reach(&selector);
                let keys: Vec<String> = label.chars().map(String::from).collect();
                self.browser.press(&keys.iter().map(String::as_str).collect::<Vec<_>>());
            }
        }
        assert_eq!(self.script(&selector, "return element.selectedOptions[0].label"), label, "{field}");
    }

    /// Ticks the box of this name and value.
    pub(crate) fn tick(&self, name: &str, value: &str) {
        let selector = format!("input[name=\"{name}\"][value=\"{value}\"]");
        self.show(&selector);
        match self.hands {
            Hands::Pointer => {
                self.script(&selector, "element.click()");
            }
            Hands::Keyboard => {
                self.reach(&selector);
                self.browser.press(&[" "]);
            }
        }
        assert_eq!(self.script(&selector, "return element.checked"), true, "{name}: {value}");
    }

    /// The text of the page.
    pub(crate) fn page_text(&self) -> String {
        self.script("main", "return element.textContent").as_str().expect("a text").to_owned()
    }

    /// Presses a link or button, and waits until another page has loaded.
    fn leave(&self, selector: &str) {
        self.show(selector);
        self.browser.script("document.documentElement.dataset.left = ''");
        match self.hands {
            Hands::Pointer => {
                self.script(selector, "element.click()");
            }
            Hands::Keyboard => {
                self.reach(selector);
                self.browser.press(&[ENTER]);
            }
        }
        self.browser.wait_for("!('left' in document.documentElement.dataset) && document.readyState === 'complete'");
    }

    /// Opens the folds around an element.
    fn show(&self, selector: &str) {
        while self.script(selector, "return fold(element) !== undefined") == true {
            match self.hands {
                Hands::Pointer => {
                    self.script(selector, "fold(element).click()");
                }
                Hands::Keyboard => {
                    self.script(selector, "fold(element).dataset.target = ''");
                    self.tab_to_target(selector);
                    self.browser.press(&[ENTER]);
                }
            }
        }
    }

    /// Presses Tab until an element has the focus.
    fn reach(&self, selector: &str) {
        self.script(selector, "element.dataset.target = ''");
        self.tab_to_target(selector);
    }

    fn tab_to_target(&self, selector: &str) {
        // A few more are needed if the focus was on a place without a stop, or is inside a frame.
        for _ in 0..100 {
            let steps = self.browser.script(STEPS).as_i64().expect("a number");
            let tabs = vec![TAB; usize::try_from(steps.abs()).expect("a number")];
            match steps {
                0 => {
                    self.browser.script("delete document.activeElement.dataset.target");
                    return;
                }
                1.. => self.browser.press(&tabs),
                _ => self.browser.press_with(SHIFT, &tabs),
            }
        }
        panic!("{selector} cannot be reached with Tab");
    }

    /// Runs a script with `element` and `fold`.
    fn script(&self, selector: &str, body: &str) -> serde_json::Value {
        let selector_text = serde_json::json!(selector);
        let missing = "if (!element) throw new Error('There is no ' + selector + ' on ' + location.href);";
        self.browser.script(&format!(
            "{FIND} const selector = {selector_text}; const element = find(selector); {missing} {body}"
        ))
    }
}
