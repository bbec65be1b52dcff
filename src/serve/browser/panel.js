// The panel of the preview: what is to be mended on this page, where the page comes from, and how to see it on
// another day. It stands in a tree of its own, so that the site's styles and the panel's never meet. All that comes
// from files is put in as text, never as HTML.

const DISMISSED = "fingerpost-dismissed";

export class Panel {
  #host = document.createElement("fingerpost-preview");
  #root = this.#host.attachShadow({ mode: "open" });
  #button;
  #body;
  #status;
  #alert;
  #said = "";
  #now;
  #lost = false;

  constructor() {
    const style = make("link", { rel: "stylesheet", href: "/.fingerpost/panel.css" });
    this.#status = make("p", { class: "announced", role: "status" });
    this.#alert = make("p", { class: "announced", role: "alert" });
    this.#button = make("button", { type: "button", id: "toggle", "aria-expanded": "false", "aria-controls": "body" }, "Preview");
    this.#button.addEventListener("click", () => this.#open(this.#body.hidden));
    this.#body = make("div", { id: "body" });
    this.#body.hidden = true;
    const panel = make("section", { "aria-label": "Preview" }, this.#button, this.#body);
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.#body.hidden) return;
      this.#dismiss();
    });
    this.#root.append(style, this.#status, this.#alert, panel);
    document.body.append(this.#host);
  }

  // Shows what the server says of this page.
  show(now) {
    const same = !this.#lost && JSON.stringify(now) === JSON.stringify(this.#now);
    this.#lost = false;
    if (same) return;
    const before = this.#now;
    this.#now = now;
    const words = summary(now);
    this.#button.textContent = words;
    this.#button.dataset.state = now.notices.length > 0 ? now.notices[0].severity : "well";
    const focused = this.#root.activeElement?.id;
    this.#body.replaceChildren(...this.#parts(now));
    this.#root.getElementById(focused)?.focus({ preventScroll: true });
    const dismissed = sessionStorage.getItem(DISMISSED) === wording(now);
    if (now.notices.length > 0) this.#open(!dismissed);
    else if (before?.notices.length > 0) this.#open(false);
    if (now.notices.length > 0 && !dismissed) this.#announce(this.#alert, words);
    else if (before?.notices.length > 0) this.#announce(this.#status, "All is mended.");
  }

  // The server is not there at the moment.
  lost() {
    if (this.#lost) return;
    this.#lost = true;
    this.#button.textContent = "Preview stopped";
    this.#button.dataset.state = "lost";
    this.#announce(this.#status, "The preview has stopped. This page follows again as soon as fingerpost serve runs.");
  }

  // What is to be kept when the page is loaded again.
  place() {
    return { open: !this.#body.hidden, focus: this.#root.activeElement?.id, said: this.#said };
  }

  returnTo(place) {
    if (!place) return;
    this.#said = place.said;
    this.#open(place.open);
    if (place.focus) this.#button.focus({ preventScroll: true });
  }

  #open(open) {
    this.#body.hidden = !open;
    this.#button.setAttribute("aria-expanded", String(open));
  }

  // Out of the way until there is something else to say.
  #dismiss() {
    if (this.#now) sessionStorage.setItem(DISMISSED, wording(this.#now));
    this.#open(false);
    this.#button.focus({ preventScroll: true });
  }

  // The same words are said once, however often the page is loaded.
  #announce(place, words) {
    if (words === this.#said) return;
    this.#said = words;
    (place === this.#alert ? this.#status : this.#alert).textContent = "";
    place.textContent = words;
  }

  #parts(now) {
    const close = make("button", { type: "button", id: "close" }, "Close");
    close.addEventListener("click", () => this.#dismiss());
    const parts = [make("div", { class: "top" }, make("h2", {}, summary(now)), close)];
    const standing = STANDING[now.state];
    if (standing) parts.push(make("p", {}, standing));
    if (now.notices.length > 0) {
      parts.push(make("ol", { class: "notices" }, ...now.notices.map((notice, index) => this.#notice(notice, `notice-${index}`))));
    }
    if (now.others > 0) parts.push(make("p", {}, others(now.others)));
    parts.push(...this.#sources(now), this.#days(now), audiences(now));
    return parts;
  }

  #notice(notice, id) {
    const file = notice.file === "." ? "the content folder" : notice.file;
    const at = notice.line ? `${file}, line ${notice.line}` : file;
    const item = make(
      "li",
      { class: notice.severity },
      make("h3", {}, make("span", { class: "severity" }, WORDS[notice.severity] ?? notice.severity), " ", ...marked(notice.message)),
      make("p", { class: "place" }, at),
    );
    if (notice.excerpt) item.append(make("pre", {}, make("code", {}, notice.excerpt)));
    if (notice.label) item.append(make("p", {}, notice.label));
    item.append(make("p", {}, ...marked(notice.help)));
    if (notice.editable) item.append(this.#edit(notice.file, id));
    return item;
  }

  #sources(now) {
    if (now.sources.length === 0) return [];
    const lines = now.sources.map((file, index) => {
      const button = file.editable ? this.#edit(file.name, `source-${index}`) : "";
      return make("li", {}, make("span", {}, file.name), " ", button);
    });
    const first = make("ul", { class: "sources" }, ...lines.slice(0, FIRST_SOURCES));
    const parts = [make("h3", {}, "This page is made from"), first];
    if (lines.length > FIRST_SOURCES) {
      const words = make("summary", { id: "more-sources" }, `${lines.length - FIRST_SOURCES} more files`);
      parts.push(make("details", {}, words, make("ul", { class: "sources" }, ...lines.slice(FIRST_SOURCES))));
    }
    return parts;
  }

  // A button that opens a file in the editor of the computer that the preview runs on.
  #edit(file, id) {
    if (!this.#now.token) return "";
    const button = make("button", { type: "button", id, "aria-label": `Open ${file} in your editor` }, "Open");
    button.addEventListener("click", async () => {
      const address = "/.fingerpost/edit/" + file.split("/").map(encodeURIComponent).join("/");
      const answer = await fetch(address, { headers: { "Fingerpost-Token": this.#now.token } }).catch(() => undefined);
      const words = answer ? (await answer.text()).trim() : "The preview has stopped.";
      this.#said = "";
      this.#announce(this.#status, answer?.ok ? `${file} is open in your editor.` : words);
      button.textContent = answer?.ok ? "Opened" : "Could not open";
    });
    return button;
  }

  // The same page as of another day. Links from there stay on that day.
  #days(now) {
    const input = make("input", { type: "date", id: "day", value: now.day });
    const label = make("label", { for: "day" }, "Show the site as of");
    const form = make("div", { class: "days" }, label, " ", input);
    const go = () => {
      if (input.value && input.value !== now.day) location.assign(`/.fingerpost/on/${input.value}/${encodeURI(now.path)}`);
    };
    const button = make("button", { type: "button", id: "show-day" }, "Show");
    button.addEventListener("click", go);
    input.addEventListener("keydown", (event) => event.key === "Enter" && go());
    form.append(" ", button);
    if (location.pathname.startsWith("/.fingerpost/on/")) {
      form.append(" ", make("a", { id: "now", href: encodeURI(now.now) }, "Back to today"));
    }
    return form;
  }
}

const FIRST_SOURCES = 4;

const WORDS = { error: "Error", must: "Must be mended" };

const STANDING = {
  kept: "Behind this panel is the last good version. Your latest changes are not in it.",
  rough: "The site cannot be built yet. What you see may not be complete.",
};

function summary(now) {
  const count = now.notices.length;
  if (count === 0) return location.pathname.startsWith("/.fingerpost/on/") ? `Preview as of ${now.day}` : "Preview";
  return count === 1 ? "1 thing to mend" : `${count} things to mend`;
}

function others(count) {
  const things = count === 1 ? "1 smaller thing is" : `${count} smaller things are`;
  return `${things} told in the window where the preview runs.`;
}

// What stands between backticks in a message is written as it is in a file.
function marked(text) {
  return text.split("`").map((part, index, parts) => {
    if (index % 2 === 0) return part;
    return index === parts.length - 1 ? "`" + part : make("code", {}, part);
  });
}

// What a reader who closed the panel has seen of it.
const wording = (now) => JSON.stringify(now.notices.map((notice) => [notice.file, notice.line, notice.message]));

function audiences(now) {
  const links = now.audiences.map((one) => make("a", { href: encodeURI(one.address), id: `for-${one.name}` }, one.name));
  const items = links.map((link) => make("li", {}, link));
  return make("nav", { "aria-label": "Audiences" }, make("h3", {}, "Go to the pages for"), make("ul", { class: "audiences" }, ...items));
}

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
