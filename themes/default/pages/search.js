// Searches the words of all pages and shows the results. The search index is a script, because a page opened
// from a disk may load scripts but not data. It and the scripts that rank results (search-ranking.js) and find
// sentences (search-sentences.js) are loaded only when somebody searches.

// Splits a text into words to compare: lower case without accents, or digits.
// src/text/fold.rs does the same.
const fold = (text) =>
  text.normalize("NFKD").toLowerCase().replace(/[\p{M}\p{Cf}'’ʼ]/gu, "").match(/\p{L}+|\p{N}+/gu) ?? [];

const statusMessage = document.querySelector("[role=status]");
const list = document.getElementById("results");
const template = document.getElementById("result").content;

const loaded = new Set();
const loadScript = (address) =>
  new Promise((resolve, reject) => {
    // A script that has run declares its names, and can't run twice.
    if (loaded.has(address)) return resolve();
    const script = document.createElement("script");
    const done = () => {
      loaded.add(address);
      resolve();
    };
    [script.onload, script.onerror, script.src] = [done, reject, address];
    document.head.append(script);
  });

let index;
const loadIndex = () =>
  (index ??= Promise.all([loadScript(list.dataset.index), loadScript(list.dataset.ranking)]).then(
    () => new Index(globalThis.searchIndex),
    (error) => {
      // The next search tries again.
      index = undefined;
      throw error;
    },
  ));

let sentences;
const loadSentences = () => (sentences ??= loadScript(list.dataset.sentences));

function resultItem(result) {
  const [address, title, place, about, , , rank, overAt] = result.page;
  const item = template.cloneNode(true).querySelector("li");
  const link = item.querySelector("a");
  link.href = address;
  link.textContent = title;
  const { over, cancelled } = list.dataset;
  const state = rank === CANCELLED ? cancelled : isOver(result.page) ? over : "";
  const [line, heading, last] = item.querySelectorAll("p");
  line.textContent = [place, state].filter((part) => part).join(" · ");
  last.textContent = about;
  for (const each of [line, heading, last]) each.hidden = !each.textContent;
  // A title with all words needs no sentence, and pages opened from a disk can't be read.
  const shown = fold(title);
  const isAnswered = about && result.words.every((words) => words.some((word) => shown.includes(word)));
  if (!isAnswered && location.protocol !== "file:") {
    waiting.set(item, result);
    item.className = "has-sentence";
    for (const each of [heading, last]) each.hidden = false;
  }
  return item;
}

// Results whose sentence is read when they are about to come into view.
const waiting = new Map();
const showSentences = (entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting || !waiting.has(target)) continue;
    const result = waiting.get(target);
    waiting.delete(target);
    loadSentences()
      .then(() => showSentence(target, result))
      // If a page can't be read, its description stays.
      .catch(() => target.classList.remove("has-sentence"));
  }
};
const observer = new IntersectionObserver(showSentences, { rootMargin: "0px 0px 50%" });

let latest;
document.getElementById("unscripted").hidden = true;
const form = openForm(async (values) => {
  latest = values;
  const words = fold(values.q);
  let [found, isNear] = [[], false];
  try {
    if (words.length) [found, isNear] = (await loadIndex()).search(words);
  } catch {
    list.hidden = true;
    statusMessage.textContent = statusMessage.dataset.failed;
    return;
  }
  // The visitor may have typed more while the index was loading.
  if (latest !== values) return;
  found = found.filter(
    ({ page: [, , , , audiences, groups] }) => matches(audiences, values.for) && matches(groups, values.group),
  );
  observer.disconnect();
  waiting.clear();
  list.replaceChildren(...found.map(resultItem));
  for (const item of waiting.keys()) observer.observe(item);
  list.hidden = !found.length;
  const near = isNear && found.length ? [statusMessage.dataset.close] : [];
  statusMessage.textContent = words.length
    ? [...near, countMessage(statusMessage.dataset, found.length, values)].join(" ")
    : "";
});
form.addEventListener("focusin", () => loadIndex().catch(() => {}), { once: true });
