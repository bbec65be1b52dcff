// The script of a form. It keeps a draft while somebody types, and adds and moves rows without loading the page again. Forms
// work without it.

// How long to wait after the last key, and at most.
const PAUSE = 1500;
const MAX_WAIT = 5000;
const PING_INTERVAL = 60_000;

const form = document.querySelector("form[data-live]");
const fields = form.querySelector(".fields");
const state = form.querySelector(".live-state");
const note = form.querySelector(".live-note");
const done = form.querySelector(".live-done");

// Without this script nothing appears there.
document.querySelector(".preview")?.removeAttribute("hidden");

let typedSince;
let timer;
let isSending = false;
let isSent = false;

function body(entries) {
  const data = new URLSearchParams(new FormData(form));
  Object.entries(entries).forEach(([name, value]) => data.set(name, value));
  return data;
}

function show(element, text) {
  // A region is read out when its text changes, so the same text is not written twice.
  if (element.textContent !== text) element.textContent = text;
}

async function send(live) {
  isSending = true;
  if (live === "typed") typedSince = undefined;
  try {
    const response = await fetch(form.dataset.live, { method: "POST", body: body({ live }) });
    if (response.status === 403) {
      show(note, "Fingerpost was started again since you opened this page. Save to keep what you typed.");
    } else if (response.ok) {
      receive(live, await response.json());
    } else {
      show(note, "What you have typed since is not kept as a draft. Copy it somewhere safe, then save.");
    }
  } catch {
    show(note, "Fingerpost is not running. Start it again before you save. What you typed is still here.");
  }
  isSending = false;
  if (typedSince !== undefined) schedule();
}

function receive(live, answer) {
  show(note, answer.note ?? "");
  if (live !== "typed") return;
  show(state, answer.kept ? `Not saved yet. Kept as a draft at ${answer.kept}.` : "");
  if (answer.findings) showFindings(answer.findings);
  if (answer.page) showPage(answer.page);
}

// Puts the findings next to their fields. The number of them is announced, because the focus stays where it is.
function showFindings(findings) {
  const before = fields.querySelectorAll(".finding").length;
  fields.querySelectorAll(".finding").forEach((finding) => finding.remove());
  const of = (name) => document.getElementById(`field-${name}`);
  Object.entries(findings).forEach(([name, tasks]) => {
    const field = of(name)?.closest(".field") ?? of(name);
    if (!field) return;
    for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const id = `field-${name}-findings`;
    const list = document.getElementById(id) ?? document.createElement("div");
    list.id = id;
    tasks.forEach((task) => {
      const finding = document.createElement("p");
      finding.className = `finding ${task.severity}`;
      finding.textContent = `${task.message}\n${task.help}`;
      list.append(finding);
    });
    if (!list.isConnected) (field.querySelector(":scope > .hint") ?? field.firstElementChild).after(list);
    describe(field.querySelector(`[id="${CSS.escape(`field-${name}`)}"]`), id);
  });
  const now = fields.querySelectorAll(".finding").length;
  if (now !== before) show(done, now === 0 ? "Nothing to put right" : now === 1 ? "1 thing to look at" : `${now} things to look at`);
}

function describe(input, id) {
  const ids = (input?.getAttribute("aria-describedby") ?? "").split(" ").filter((other) => other && other !== id);
  input?.setAttribute("aria-describedby", [...ids, id].join(" "));
}

// Loads the page next to the form again, where it was.
function showPage(address) {
  const frame = document.querySelector(".preview iframe");
  if (!frame?.parentElement.checkVisibility()) return;
  // A new file has no page before it has a name.
  document.querySelector(".preview-empty")?.remove();
  frame.hidden = false;
  const { contentWindow } = frame;
  let top = 0;
  let path = "";
  // After a link to another website the page in the frame can't be read.
  try {
    [top, path] = [contentWindow.scrollY, contentWindow.location.pathname];
  } catch {
    // It is loaded again from its address.
  }
  const isDraft = path.startsWith(address.slice(0, address.indexOf("/", "/.fingerpost/draft/".length)));
  frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, top), { once: true });
  if (isDraft) contentWindow.location.reload();
  else frame.src = address;
}

// Waits for a pause in typing, and sends one request at a time.
function schedule() {
  clearTimeout(timer);
  if (isSending) return;
  const waited = Date.now() - typedSince;
  timer = setTimeout(() => send("typed"), Math.max(0, Math.min(PAUSE, MAX_WAIT - waited)));
}

function typed() {
  typedSince ??= Date.now();
  schedule();
}

const ROW_BUTTON = /^(add|remove|up|down|copy):(.+)$/;

// What a button does, as it is announced.
const DONE = { add: "Added", remove: "Removed", up: "Moved up", down: "Moved down", copy: "Copied" };

async function changeRows(button, what, name) {
  const open = [...fields.querySelectorAll("details")].map((details) => [details.id, details.open]);
  const before = [...fields.querySelectorAll("[id]")].map((element) => element.id);
  const label = button.querySelector(".visually-hidden")?.textContent.trim() ?? button.textContent.split(": ").pop();
  // A second press, or what is typed meanwhile, would be lost.
  fields.inert = true;
  const response = await fetch(form.dataset.live, { method: "POST", body: body({ do: button.value }) }).catch(() => {});
  const html = response?.ok ? await response.text().catch(() => {}) : undefined;
  fields.inert = false;
  if (html === undefined) {
    // The page that answers says what is wrong.
    isSent = true;
    form.requestSubmit(button);
    return;
  }
  fields.innerHTML = html;
  open.filter(([id]) => id).forEach(([id, wasOpen]) => {
    const details = document.getElementById(id);
    if (details) details.open = wasOpen;
  });
  focusAfter(what, name, before);
  show(done, `${DONE[what]}: ${label}`);
  typed();
}

// The new row, the row that has moved, or the list that a row is gone from.
function focusAfter(what, name, before) {
  const isInput = "input:not([type=hidden]), textarea, select";
  if (what === "add" || what === "copy") {
    const list = what === "add" ? name : name.slice(0, name.lastIndexOf("."));
    const all = [...fields.querySelectorAll(isInput)];
    const added = all.find((input) => input.name.startsWith(`${list}.`) && !before.includes(input.id));
    return added?.focus();
  }
  if (what === "up" || what === "down") {
    const values = [`${what}:${name}`, `${what === "up" ? "down" : "up"}:${name}`];
    const buttons = values.map((value) => fields.querySelector(`button[value="${CSS.escape(value)}"]`));
    return buttons.find((button) => button)?.focus();
  }
  document.getElementById(`field-${name.slice(0, name.lastIndexOf("."))}`)?.focus();
}

// The weekday below a date is that of the date as the page came.
function updateNote(input) {
  const note = document.getElementById(`${input.id}-note`);
  if (!note) return;
  note.dataset.text ??= note.textContent;
  show(note, input.value === input.defaultValue ? note.dataset.text : "");
}

form.addEventListener("input", (event) => {
  updateNote(event.target);
  typed();
});
form.addEventListener("submit", (event) => {
  const match = ROW_BUTTON.exec(event.submitter?.value ?? "");
  if (match && fields && !isSent) {
    event.preventDefault();
    changeRows(event.submitter, match[1], match[2]);
    return;
  }
  isSent = true;
  clearTimeout(timer);
});

addEventListener("pagehide", () => {
  clearTimeout(timer);
  const live = typedSince !== undefined && !isSent ? "typed-and-closed" : "closed";
  const data = body({ live });
  // Browsers refuse beacons above 64 KiB.
  if (!navigator.sendBeacon(form.dataset.live, data)) fetch(form.dataset.live, { method: "POST", body: data }).catch(() => {});
});
addEventListener("pageshow", (event) => {
  isSent = false;
  if (event.persisted) send("open");
});
if ("draft" in form.dataset) typed();
setTimeout(() => typedSince === undefined && send("open"), 1000);
setInterval(() => !isSending && send("open"), PING_INTERVAL);
