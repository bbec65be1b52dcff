// Searches the words of all pages. The search index is a script, because a page opened from a disk may
// load scripts but not data, and it is loaded only when somebody searches. src/render/search/words.rs
// describes its format.

// Splits a text into words to compare: lower case without accents, or digits.
// src/render/search/fold.rs does the same.
const fold = (text) =>
  text.normalize("NFKD").toLowerCase().replace(/[\p{M}\p{Cf}'’ʼ]/gu, "").match(/\p{L}+|\p{N}+/gu) ?? [];

// The edit distance (insertions, deletions, substitutions, swaps of neighbours) between `typed` and the
// best-matching prefix of `word`. Above `max` the exact number doesn't matter.
function prefixDistance(typed, word, max) {
  const prefix = word.slice(0, typed.length + max);
  let previous;
  let row = Array.from({ length: prefix.length + 1 }, (_, index) => index);
  for (let i = 1; i <= typed.length && Math.min(...row) <= max; i++) {
    const next = [i];
    for (let j = 1; j <= prefix.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (typed[i - 1] !== prefix[j - 1]));
      if (i > 1 && j > 1 && typed[i - 1] === prefix[j - 2] && typed[i - 2] === prefix[j - 1]) {
        next[j] = Math.min(next[j], previous[j - 2] + 1);
      }
    }
    [previous, row] = [row, next];
  }
  return Math.min(...row);
}

// How similar a word of a page is to the query's word: 1 if they are equal, less if it only begins with
// the query or has another suffix, 0 otherwise.
function similarity(query, word) {
  if (query === word) return 1;
  if (/\p{N}/u.test(query)) return 0;
  if (query.length > 1 && word.startsWith(query)) return 0.4 + (0.4 * query.length) / word.length;
  let shared = 0;
  while (shared < word.length && word[shared] === query[shared]) shared++;
  const [querySuffix, wordSuffix] = [query.length - shared, word.length - shared];
  const isInflected = wordSuffix
    ? shared > 4 && querySuffix < 4 && wordSuffix < 4
    : shared > 2 && querySuffix < 3;
  return isInflected ? 0.5 : 0;
}

class Index {
  constructor({ pages, words }) {
    this.pages = pages;
    this.titleLengths = pages.map(([, title]) => fold(title).length);
    this.wordCounts = pages.map(() => 0);
    // Each word with its pages: pairs of a page's number and the field it is in (T, H or X).
    this.words = new Map();
    const parts = words.split(" ");
    let word = "";
    for (let at = 1; at < parts.length; at += 2) {
      const [shared, ...suffix] = parts[at - 1];
      word = [...word].slice(0, parseInt(shared, 36)).concat(suffix).join("");
      const places = [];
      let page = -1;
      for (const [, skipped, field] of parts[at].matchAll(/([0-9a-z]*)([A-Z])/g)) {
        page += 1 + (parseInt(skipped, 36) || 0);
        places.push([page, field]);
        this.wordCounts[page]++;
      }
      this.words.set(word, places);
    }
    this.averageWordCount = this.wordCounts.reduce((sum, count) => sum + count, 0) / pages.length;
  }

  // Scores the pages with any of the words. Titles and headings weigh more than text, words of a short
  // page more than those of a long one, and rare words more than common ones.
  pagesWithAny(words) {
    const scores = new Map();
    for (const [word, similarity] of words) {
      for (const [page, field] of this.words.get(word)) {
        const text = 2 / (1 + this.wordCounts[page] / this.averageWordCount);
        const weight = { T: 6 + 6 / this.titleLengths[page], H: 2 + text, X: text }[field];
        scores.set(page, Math.max(scores.get(page) ?? 0, similarity * weight));
      }
    }
    const rarity = Math.log(1 + this.pages.length / scores.size);
    return new Map([...scores].map(([page, score]) => [page, score * rarity]));
  }

  // Keeps the pages that are in every map and adds up their scores.
  pagesInAll(maps) {
    const [first, ...others] = maps;
    const all = [...first].filter(([page]) => others.every((other) => other.has(page)));
    return new Map(all.map(([page, score]) => [page, others.reduce((sum, other) => sum + other.get(page), score)]));
  }

  // All words for which `measure` is above zero, with that measure.
  select(measure) {
    return [...this.words.keys()].map((word) => [word, measure(word)]).filter(([, value]) => value > 0);
  }

  // The scored pages for one word, and whether they are only near matches.
  searchWord(query) {
    const similar = this.select((word) => similarity(query, word));
    if (similar.length) return [this.pagesWithAny(similar), false];
    // Two words written as one.
    for (let at = 2; at < query.length - 1; at++) {
      const halves = [query.slice(0, at), query.slice(at)];
      if (halves.every((half) => this.words.has(half))) {
        const both = this.pagesInAll(halves.map((half) => this.pagesWithAny([[half, 1]])));
        if (both.size) return [both, false];
      }
    }
    const max = query.length < 4 ? 0 : query.length < 8 ? 1 : 2;
    const near = this.select((word) => (max && word.length > 2 ? max + 1 - prefixDistance(query, word, max) : 0));
    const best = Math.max(...near.map(([, value]) => value));
    return [this.pagesWithAny(near.filter(([, value]) => value === best)), true];
  }

  // The pages that have all words, best first, and whether they are only near matches.
  search(words) {
    const results = words.map((word) => this.searchWord(word));
    const found = [...this.pagesInAll(results.map(([pages]) => pages))];
    found.sort(([page, score], [otherPage, otherScore]) => otherScore - score || page - otherPage);
    return [found.map(([page]) => this.pages[page]), results.some(([, isNear]) => isNear)];
  }
}

const statusMessage = document.querySelector("[role=status]");
const list = document.getElementById("results");
const template = document.getElementById("result").content;

let index;
const loadIndex = () =>
  (index ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = () => resolve(new Index(globalThis.searchIndex));
    script.onerror = reject;
    script.src = list.dataset.index;
    document.head.append(script);
  }));

function resultItem([address, title, place, about]) {
  const item = template.cloneNode(true);
  const link = item.querySelector("a");
  link.href = address;
  link.textContent = title;
  const lines = item.querySelectorAll("p");
  [place, about].forEach((text, at) => {
    lines[at].textContent = text;
    lines[at].hidden = !text;
  });
  return item;
}

let latest;
document.getElementById("unscripted").hidden = true;
const form = openForm(async (values) => {
  latest = values;
  const words = fold(values.q);
  let [found, isNear] = [[], false];
  try {
    if (words.length) [found, isNear] = (await loadIndex()).search(words);
  } catch {
    statusMessage.textContent = statusMessage.dataset.failed;
    return;
  }
  // The visitor may have typed more while the index was loading.
  if (latest !== values) return;
  found = found.filter(([, , , , audiences, groups]) => matches(audiences, values.for) && matches(groups, values.group));
  list.replaceChildren(...found.map(resultItem));
  list.hidden = !found.length;
  const near = isNear && found.length ? [statusMessage.dataset.close] : [];
  statusMessage.textContent = words.length
    ? [...near, countMessage(statusMessage.dataset, found.length, values)].join(" ")
    : "";
});
form.addEventListener("focusin", () => loadIndex().catch(() => {}), { once: true });
