// Buttons above a text with Markdown, and a field that inserts links to the site's own pages and pictures. Without this
// script people type the marks, and copy what they found in the field.

const BUTTONS = [
  ["Heading", (area) => markLines(area, "## ", "A heading")],
  ["List", (area) => markLines(area, "- ", "An item")],
  ["Bold", (area) => wrap(area, "**", "bold words", "**")],
  ["Link", (area) => wrap(area, "[", "the words of the link", "](https://)", "https://")],
  ["Picture", choosePicture],
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

/** The field that finds the site's own pages and pictures, and the line that says what it did. */
function ownOf(area) {
  return { field: document.getElementById(`${area.id}-own`), status: document.getElementById(`${area.id}-own-status`) };
}

const PICTURES = "own-pictures";

/** Leads to the field with only the pictures in it: a path that somebody guesses leads nowhere. */
function choosePicture(area) {
  const { field, status } = ownOf(area);
  const all = document.getElementById("own-links");
  const pictures = [...(all?.options ?? [])].filter((option) => option.value.startsWith("!["));
  if (!document.getElementById(PICTURES)) {
    const list = document.createElement("datalist");
    list.id = PICTURES;
    list.append(...pictures.map((option) => option.cloneNode()));
    document.querySelector("main").append(list);
  }
  field.setAttribute("list", PICTURES);
  status.textContent = pictures.length
    ? "Write a word of what the picture shows or of its file name, and choose it here."
    : "You have no pictures yet. Add one from “Add something new”.";
  field.focus();
}

/** The link that is meant: the one that is chosen, or the only one with these words. */
function linkFor(field) {
  const links = [...(field.list?.options ?? [])].map((option) => option.value);
  const words = field.value.trim().toLowerCase();
  const titled = (link) => link.toLowerCase().replace(/^!/, "").startsWith(`[${words}](`);
  if (links.includes(field.value)) return { link: field.value, count: 1 };
  const found = links.filter((link) => link.toLowerCase().includes(words));
  const exact = found.filter(titled);
  const best = exact.length ? exact : found;
  return { link: best.length === 1 ? best[0] : undefined, count: best.length };
}

/** Inserts what was chosen where the cursor was. */
function insertChosen(area, own) {
  const hint = document.getElementById(`${own.id}-hint`);
  hint.textContent = "Write a word of its title, and choose it. It is added to the text where you are in it.";
  const status = document.createElement("p");
  status.id = `${own.id}-status`;
  status.setAttribute("role", "status");
  status.className = "meta";
  own.after(status);
  const add = (text) => {
    const [start, end] = [area.selectionStart, area.selectionEnd];
    own.value = "";
    own.setAttribute("list", "own-links");
    replace(area, [start, end], text, [text.length, text.length]);
    status.textContent = `Added to the text: ${text}`;
  };
  // After “Picture” it has only the pictures.
  own.addEventListener("blur", () => own.value || own.setAttribute("list", "own-links"));
  own.addEventListener("change", () => {
    if ([...(own.list?.options ?? [])].some((option) => option.value === own.value)) add(own.value);
  });
  own.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    // It would save the form.
    event.preventDefault();
    // Later, because the browser may be about to fill in what is chosen in its list.
    setTimeout(() => {
      if (!own.value.trim()) return;
      const { link, count } = linkFor(own);
      if (link) add(link);
      else if (count) status.textContent = `${count} have these words. Write more of the title, or choose one in the list.`;
      else status.textContent = "None of your pages and pictures has these words.";
    });
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
