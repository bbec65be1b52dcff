// The panel of the preview: findings on this page, the files it is made from, and a way to see it on another day. It is
// in a shadow tree, so that the site's styles and the panel's don't affect each other. Everything that comes from
// files is inserted as text, never as HTML.

const DISMISSED_KEY = "fingerpost-dismissed";

// What is kept for this tab. Some browsers are set to keep nothing, and fail.
export function stored(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

export function store(key, value) {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // The page works without it.
  }
}

export class Panel {
  #host = document.createElement("fingerpost-preview");
  #root = this.#host.attachShadow({ mode: "open" });
  #button;
  #body;
  #back;
  #status;
  #alert;
  #announced = "";
  #state;
  #disconnected = false;

  constructor() {
    const style = make("link", { rel: "stylesheet", href: "/.fingerpost/panel.css" });
    this.#status = make("p", { class: "announced", role: "status" });
    this.#alert = make("p", { class: "announced", role: "alert" });
    this.#button = make("button", { type: "button", id: "toggle", "aria-expanded": "false", "aria-controls": "body" }, "Preview");
    this.#button.addEventListener("click", () => this.#open(this.#body.hidden));
    this.#body = make("div", { id: "body" });
    this.#body.hidden = true;
    this.#back = make("a", { href: "/-/", id: "dashboard", class: "back" }, "Back to the dashboard");
    this.#back.hidden = true;
    const bar = make("div", { class: "bar" }, this.#back, this.#button);
    const panel = make("section", { "aria-label": "Preview" }, bar, this.#body);
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.#body.hidden) return;
      this.#dismiss();
    });
    this.#root.append(style, this.#status, this.#alert, panel);
    document.body.append(this.#host);
  }

  // Shows the state of this page that the server sent.
  show(state) {
    const same = !this.#disconnected && JSON.stringify(state) === JSON.stringify(this.#state);
    this.#disconnected = false;
    if (same) return;
    const before = this.#state;
    this.#state = state;
    const label = summary(state);
    this.#button.textContent = label;
    const isBusy = hasThingsToDo(state);
    const wasBusy = before !== undefined && hasThingsToDo(before);
    this.#button.dataset.state = isBusy ? (state.findings[0]?.severity ?? "must") : "ok";
    const focused = this.#root.activeElement?.id;
    this.#body.replaceChildren(...this.#parts(state));
    this.#root.getElementById(focused)?.focus({ preventScroll: true });
    const dismissed = stored(DISMISSED_KEY) === findingsKey(state);
    this.#back.hidden = !state.token;
    // What is only to be written covers no page by itself.
    const opens = state.findings.some((finding) => before !== undefined || finding.severity === "error");
    if (isBusy && (dismissed || opens)) this.#open(!dismissed);
    else if (wasBusy && !isBusy) this.#open(false);
    if (isBusy && !dismissed) this.#announce(this.#alert, label);
    else if (wasBusy && !isBusy) this.#announce(this.#status, "Everything is fixed.");
  }

  // The server isn't running at the moment.
  showDisconnected() {
    if (this.#disconnected) return;
    this.#disconnected = true;
    this.#button.textContent = "Preview stopped";
    this.#button.dataset.state = "disconnected";
    this.#announce(this.#status, "The preview has stopped. This page updates again when you restart fingerpost serve.");
  }

  // The state to restore after a reload.
  saveState() {
    return { open: !this.#body.hidden, focus: this.#root.activeElement?.id, announced: this.#announced };
  }

  restoreState(state) {
    if (!state) return;
    this.#announced = state.announced;
    this.#open(state.open);
    if (state.focus) this.#button.focus({ preventScroll: true });
  }

  #open(open) {
    this.#body.hidden = !open;
    this.#button.setAttribute("aria-expanded", String(open));
  }

  // Closes the panel until its findings change.
  #dismiss() {
    if (this.#state) store(DISMISSED_KEY, findingsKey(this.#state));
    this.#open(false);
    this.#button.focus({ preventScroll: true });
  }

  // Announces a text once, however often the page is reloaded.
  #announce(region, text) {
    if (text === this.#announced) return;
    this.#announced = text;
    (region === this.#alert ? this.#status : this.#alert).textContent = "";
    region.textContent = text;
  }

  #parts(state) {
    const close = make("button", { type: "button", id: "close" }, "Close");
    close.addEventListener("click", () => this.#dismiss());
    const parts = [make("div", { class: "top" }, make("h2", {}, summary(state)), close)];
    const note = STATE_NOTES[state.state];
    if (note) parts.push(make("p", {}, note));
    if (state.steps.length > 0) parts.push(make("ol", { class: "steps" }, ...state.steps.map(step)));
    if (state.findings.length > 0) {
      parts.push(make("ol", { class: "findings" }, ...state.findings.map((finding, index) => this.#finding(finding, `finding-${index}`))));
    }
    if (state.others > 0) parts.push(make("p", {}, this.#others(state)));
    parts.push(...this.#sources(state), this.#days(state), audiences(state));
    return parts;
  }

  #others({ token, others }) {
    if (!token) return `${others} to look at on the computer that runs the preview`;
    return make("a", { href: "/-/#todo", id: "others" }, `${others} more on the dashboard`);
  }

  #finding(finding, id) {
    const file = finding.file === "." ? "the content folder" : finding.file;
    const at = finding.line ? `${file}, line ${finding.line}` : file;
    const item = make(
      "li",
      { class: finding.severity },
      make("h3", {}, make("span", { class: "severity" }, SEVERITY_NAMES[finding.severity] ?? finding.severity), " ", ...withCode(finding.message)),
      make("p", { class: "place" }, at),
    );
    if (finding.excerpt) item.append(make("pre", {}, make("code", {}, finding.excerpt)));
    if (finding.label) item.append(make("p", {}, finding.label));
    item.append(make("p", {}, ...withCode(finding.help)));
    if (finding.form) item.append(this.#form(finding.form, "Fix this"));
    if (finding.editable) item.append(this.#edit(finding.file, id));
    return item;
  }

  #sources(state) {
    if (state.sources.length === 0) return [];
    const lines = state.sources.map((file, index) => {
      const button = file.editable ? this.#edit(file.name, `source-${index}`) : "";
      return make("li", {}, make("span", {}, file.name), " ", file.form ? this.#form(file.form, "Edit") : "", " ", button);
    });
    const main = state.sources[0];
    const what = main.name.startsWith("events/") ? "Edit this event" : "Edit this page";
    const edit = main.form && state.token ? [make("p", {}, make("a", { href: main.form, id: "edit-page" }, what))] : [];
    const first = make("ul", { class: "sources" }, ...lines.slice(0, FIRST_SOURCES));
    const parts = [...edit, make("h3", {}, "This page is made from"), first];
    if (lines.length > FIRST_SOURCES) {
      const more = make("summary", { id: "more-sources" }, `${lines.length - FIRST_SOURCES} more files`);
      parts.push(make("details", {}, more, make("ul", { class: "sources" }, ...lines.slice(FIRST_SOURCES))));
    }
    return parts;
  }

  // A link to a form of the dashboard, which only this computer can use.
  #form(address, words) {
    return this.#state.token ? make("a", { href: address }, words) : "";
  }

  // A button that opens a file in an editor on the computer that runs the preview.
  #edit(file, id) {
    if (!this.#state.token) return "";
    const button = make("button", { type: "button", id, "aria-label": `Open ${file} in your editor` }, "Open");
    button.addEventListener("click", async () => {
      const address = "/.fingerpost/edit/" + file.split("/").map(encodeURIComponent).join("/");
      const response = await fetch(address, { headers: { "Fingerpost-Token": this.#state.token } }).catch(() => undefined);
      const message = response ? (await response.text()).trim() : "The preview has stopped.";
      this.#announced = "";
      this.#announce(this.#status, response?.ok ? `${file} is open in your editor.` : message);
      const words = response?.ok ? "Opened" : "Could not open";
      button.textContent = words;
      button.setAttribute("aria-label", `${words} ${file} in your editor`);
    });
    return button;
  }

  // A form to show the same page for another day. Links from there stay on that day.
  #days(state) {
    const input = make("input", { type: "date", id: "day", value: state.day });
    const label = make("label", { for: "day" }, "Show the site for");
    const form = make("div", { class: "days" }, label, " ", input);
    const go = () => {
      if (input.value && input.value !== state.day) location.assign(`/.fingerpost/on/${input.value}/${encodeURI(state.path)}`);
    };
    const button = make("button", { type: "button", id: "show-day" }, "Show");
    button.addEventListener("click", go);
    input.addEventListener("keydown", (event) => event.key === "Enter" && go());
    form.append(" ", button);
    if (location.pathname.startsWith("/.fingerpost/on/")) {
      form.append(" ", make("a", { id: "now", href: encodeURI(state.today_address) }, "Back to today"));
    }
    return form;
  }
}

const FIRST_SOURCES = 4;

const SEVERITY_NAMES = { error: "Error", must: "Must be fixed" };

const STATE_NOTES = {
  stale: "This page is the last good version. Your latest changes are not in it.",
  partial: "The site can’t be built yet. This page may not be complete.",
};

function summary(state) {
  if (state.steps.length > 0) return `Write this first: ${state.steps[0].title}`;
  const count = state.findings.length;
  if (count === 0) return location.pathname.startsWith("/.fingerpost/on/") ? `Preview for ${state.day}` : "Preview";
  return count === 1 ? "1 thing to fix" : `${count} things to fix`;
}

// Shows the parts of a message between backticks as code.
function withCode(text) {
  return text.split("`").map((part, index, parts) => {
    if (index % 2 === 0) return part;
    return index === parts.length - 1 ? "`" + part : make("code", {}, part);
  });
}

// Identifies the findings that a reader has seen when closing the panel.
const findingsKey = (state) => JSON.stringify([state.steps, state.findings.map((finding) => [finding.file, finding.line, finding.message])]);

const hasThingsToDo = (state) => state.steps.length + state.findings.length > 0;

const step = ({ title, things }) => make("li", {}, make("strong", {}, title), `: ${things}`);

function audiences(state) {
  const links = state.audiences.map((audience) => make("a", { href: encodeURI(audience.address), id: `for-${audience.name}` }, audience.name));
  const items = links.map((link) => make("li", {}, link));
  return make("nav", { "aria-label": "Audiences" }, make("h3", {}, "Go to the pages for"), make("ul", { class: "audiences" }, ...items));
}

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
