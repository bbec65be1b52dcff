// Searches the words of all pages. They come in a script, which a page opened from a disk may load,
// too, and only when somebody searches. src/render/search/words.rs says how they are written.

// A text's words as they are compared: small letters without accents, or digits.
// src/render/search/fold.rs does the same.
const fold = (text) =>
  text.normalize("NFKD").toLowerCase().replace(/[\p{M}\p{Cf}'’ʼ]/gu, "").match(/\p{L}+|\p{N}+/gu) ?? [];

// How many letters must be added, left out, changed or swapped to turn `typed` into the beginning of
// `whole`; if it is more than `most`, some number above that.
function mistakes(typed, whole, most) {
  const word = whole.slice(0, typed.length + most);
  let before;
  let row = Array.from({ length: word.length + 1 }, (_, index) => index);
  for (let i = 1; i <= typed.length && Math.min(...row) <= most; i++) {
    const next = [i];
    for (let j = 1; j <= word.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (typed[i - 1] !== word[j - 1]));
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    [before, row] = [row, next];
  }
  return Math.min(...row);
}

// How well a word of a page answers a word that is wanted: 1 for the same, less for one that goes on
// or ends in another way, 0 for any other.
function likeness(wanted, word) {
  if (wanted === word) return 1;
  if (/\p{N}/u.test(wanted)) return 0;
  if (wanted.length > 1 && word.startsWith(wanted)) return 0.4 + (0.4 * wanted.length) / word.length;
  let shared = 0;
  while (shared < word.length && word[shared] === wanted[shared]) shared++;
  const [rest, other] = [wanted.length - shared, word.length - shared];
  const ends = other ? shared > 4 && rest < 4 && other < 4 : shared > 2 && rest < 3;
  return ends ? 0.5 : 0;
}

class Index {
  constructor({ pages, words }) {
    this.pages = pages;
    this.titles = pages.map(([, title]) => fold(title).length);
    this.lengths = pages.map(() => 0);
    this.words = new Map();
    const parts = words.split(" ");
    let word = "";
    for (let at = 1; at < parts.length; at += 2) {
      const [shared, ...rest] = parts[at - 1];
      word = [...word].slice(0, parseInt(shared, 36)).concat(rest).join("");
      const places = [];
      let page = -1;
      for (const [, distance, standing] of parts[at].matchAll(/([0-9a-z]*)([A-Z])/g)) {
        page += 1 + (parseInt(distance, 36) || 0);
        places.push([page, standing]);
        this.lengths[page]++;
      }
      this.words.set(word, places);
    }
    this.usual = this.lengths.reduce((sum, length) => sum + length, 0) / pages.length;
  }

  // The pages with one of some words, and how well they answer: titles and headings count for more, so
  // does a word of a short page, and so do words that few pages have.
  pagesWith(words) {
    const found = new Map();
    for (const [word, fit] of words) {
      for (const [page, standing] of this.words.get(word)) {
        const text = 2 / (1 + this.lengths[page] / this.usual);
        const weight = { T: 6 + 6 / this.titles[page], H: 2 + text, X: text }[standing];
        found.set(page, Math.max(found.get(page) ?? 0, fit * weight));
      }
    }
    const rarity = Math.log(1 + this.pages.length / found.size);
    return new Map([...found].map(([page, score]) => [page, score * rarity]));
  }

  // The same for words that must all be there.
  pagesWithAll(pages) {
    const [first, ...others] = pages;
    const all = [...first].filter(([page]) => others.every((other) => other.has(page)));
    return new Map(all.map(([page, score]) => [page, others.reduce((sum, other) => sum + other.get(page), score)]));
  }

  // The words of pages for which a measure of theirs is more than nothing.
  select(measure) {
    return [...this.words.keys()].map((word) => [word, measure(word)]).filter(([, fit]) => fit > 0);
  }

  // The pages that answer one word, and whether they only come close.
  answer(wanted) {
    const alike = this.select((word) => likeness(wanted, word));
    if (alike.length) return [this.pagesWith(alike), false];
    for (let at = 2; at < wanted.length - 1; at++) {
      const halves = [wanted.slice(0, at), wanted.slice(at)];
      if (halves.every((half) => this.words.has(half))) {
        const both = this.pagesWithAll(halves.map((half) => this.pagesWith([[half, 1]])));
        if (both.size) return [both, false];
      }
    }
    const most = wanted.length < 4 ? 0 : wanted.length < 8 ? 1 : 2;
    const near = this.select((word) => (most && word.length > 2 ? most + 1 - mistakes(wanted, word, most) : 0));
    const best = Math.max(...near.map(([, fit]) => fit));
    return [this.pagesWith(near.filter(([, fit]) => fit === best)), true];
  }

  // The pages that have all words, the best first, and whether they only come close.
  search(words) {
    const answers = words.map((word) => this.answer(word));
    const found = [...this.pagesWithAll(answers.map(([pages]) => pages))];
    found.sort(([page, score], [otherPage, otherScore]) => otherScore - score || page - otherPage);
    return [found.map(([page]) => this.pages[page]), answers.some(([, isClose]) => isClose)];
  }
}

const told = document.querySelector("[role=status]");
const list = document.getElementById("results");
const empty = document.getElementById("result").content;

let index;
const load = () =>
  (index ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.onload = () => done(new Index(globalThis.searchIndex));
    script.onerror = failed;
    script.src = list.dataset.index;
    document.head.append(script);
  }));

function show([address, title, place, about]) {
  const result = empty.cloneNode(true);
  const link = result.querySelector("a");
  link.href = address;
  link.textContent = title;
  const lines = result.querySelectorAll("p");
  [place, about].forEach((text, at) => {
    lines[at].textContent = text;
    lines[at].hidden = !text;
  });
  return result;
}

let last;
document.getElementById("unscripted").hidden = true;
const form = openForm(async (values) => {
  last = values;
  const words = fold(values.q);
  let [found, isClose] = [[], false];
  try {
    if (words.length) [found, isClose] = (await load()).search(words);
  } catch {
    told.textContent = told.dataset.failed;
    return;
  }
  // While the words were loaded more may have been typed.
  if (last !== values) return;
  found = found.filter(([, , , , audiences, groups]) => isFor(audiences, values.for) && isFor(groups, values.group));
  list.replaceChildren(...found.map(show));
  list.hidden = !found.length;
  const close = isClose && found.length ? [told.dataset.close] : [];
  told.textContent = words.length ? [...close, count(told.dataset, found.length, values)].join(" ") : "";
});
form.addEventListener("focusin", () => load().catch(() => {}), { once: true });
