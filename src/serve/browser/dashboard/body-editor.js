// Buttons above a text with Markdown, and a field that inserts links to the site's own pages and pictures. Without this
// script people type the marks, and copy what they found in the field.

const BUTTONS = [
  ["Heading", (area) => markLines(area, "## ", "A heading")],
  ["List", (area) => markLines(area, "- ", "An item")],
  ["Bold", (area) => wrap(area, "**", "bold words", "**")],
  ["Link", (area) => wrap(area, "[", "the words of the link", "](https://)", "https://")],
  ["Picture", (area) => wrap(area, "![", "What the picture shows", "](../media/)", "../media/")],
];

/** Replaces a part of the text, so that the browser can undo it, and selects a part of what is new. */
function replace(area, [start, end], text, [from, to]) {
  area.focus();
  area.setSelectionRange(start, end);
  // The only way that keeps the browser's own undo.
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, start, end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  area.setSelectionRange(start + from, start + to);
}

/** Puts marks around the selection or, if nothing is selected, around a sample. `blank` is what is to be typed next. */
function wrap(area, before, sample, after, blank) {
  const [start, end] = [area.selectionStart, area.selectionEnd];
  const words = area.value.slice(start, end);
  const text = before + (words || sample) + after;
  const at = words && blank ? text.lastIndexOf(blank) : before.length;
  replace(area, [start, end], text, [at, at + (words && blank ? blank : words || sample).length]);
}

/** Puts a mark at the start of each selected line. */
function markLines(area, mark, sample) {
  const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const next = area.value.indexOf("\n", area.selectionEnd);
  const end = next < 0 ? area.value.length : next;
  const lines = area.value.slice(start, end).split("\n");
  const marked = lines.map((line) => (line.startsWith(mark) ? line : mark + (line || sample))).join("\n");
  const isSample = lines.length === 1 && !lines[0];
  replace(area, [start, end], marked, isSample ? [mark.length, marked.length] : [marked.length, marked.length]);
}

function addButtons(area) {
  const group = document.createElement("div");
  group.className = "row-buttons";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "Marks for the text");
  for (const [name, press] of BUTTONS) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "secondary";
    button.textContent = name;
    button.addEventListener("click", () => press(area));
    group.append(button);
  }
  area.before(group);
}

/** Inserts what was chosen where the cursor was. */
function insertChosen(area, field) {
  const hint = document.getElementById(`${field.id}-hint`);
  hint.textContent = "Write a word of its title, and choose it. It is added to the text where you are in it.";
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  status.className = "meta";
  field.after(status);
  field.addEventListener("change", () => {
    const isKnown = [...field.list.options].some((option) => option.value === field.value);
    if (!isKnown) return;
    const [text, start, end] = [field.value, area.selectionStart, area.selectionEnd];
    field.value = "";
    replace(area, [start, end], text, [text.length, text.length]);
    status.textContent = `Added to the text: ${text}`;
  });
}

function prepare() {
  for (const area of document.querySelectorAll("textarea[data-markdown]:not([data-ready])")) {
    area.dataset.ready = "";
    addButtons(area);
    const field = document.getElementById(`${area.id}-own`);
    if (field) insertChosen(area, field);
  }
}

prepare();
// The fields are made again when a row is added.
new MutationObserver(prepare).observe(document.querySelector("main"), { childList: true, subtree: true });
