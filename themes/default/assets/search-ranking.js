// Finds the pages that have the words of a query, and ranks them. search.js loads this script with the index.
// src/render/search/encoding.rs describes the index's words, and search_index.rs the rest.

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
// the query or has another ending, 0 otherwise.
function similarity(query, word) {
  if (query === word) return 1;
  if (query[0] <= "9") return 0;
  if (query.length > 1 && word.startsWith(query)) return 0.52 + (0.28 * query.length) / word.length;
  let shared = 0;
  while (shared < word.length && word[shared] === query[shared]) shared++;
  const [querySuffix, wordSuffix] = [query.length - shared, word.length - shared];
  if (!wordSuffix) return shared > 2 && querySuffix < 3 ? 0.7 : 0;
  return shared > 4 && querySuffix < 4 && wordSuffix < 4 ? 0.5 : 0;
}

// The same for a word typed with one or two slips, if it is long.
function nearness(query, word) {
  const max = query.length < 4 || word.length < 3 ? 0 : query.length < 8 ? 1 : 2;
  const distance = max ? prefixDistance(query, word, max) : 1;
  return distance > max ? 0 : 0.95 - 0.25 * distance;
}

// Of words on fewer pages than about these, the rarer one does not weigh much more.
const FEW = 5;

// How a page ranks, in the index.
const REPEATS = 1;
const CANCELLED = 2;

// True for an event that is over or does not take place.
const isOver = ([, , , , , , rank, overAt]) => rank === CANCELLED || Date.parse(overAt) < Date.now();

class Index {
  constructor({ language, pages, words }) {
    this.pages = pages;
    this.ignored = new Set(language.ignored);
    this.synonyms = language.synonyms.map((meaning) => meaning.map((phrase) => this.important(phrase.split(" "))));
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

  // Leaves out the words that are ignored, unless there are no others.
  important(words) {
    const important = words.filter((word) => !this.ignored.has(word));
    return important.length ? important : words;
  }

  // Scores the pages with any of the words. Titles and headings weigh more than text, words of a short
  // page more than those of a long one, and rare words more than common ones. What a page only repeats
  // weighs little.
  pagesWithAny(words) {
    const scores = new Map();
    for (const [word, similarity] of words) {
      for (const [page, field] of this.words.get(word)) {
        const text = 2 / (1 + this.wordCounts[page] / this.averageWordCount);
        const [ownTitle, ownText] = this.pages[page][6] === REPEATS ? [0.7, 0.1] : [1, 1];
        const title = ownTitle * (6 + 6 / this.titleLengths[page]);
        const weight = { T: title, H: ownText * (2 + text), X: ownText * text }[field];
        scores.set(page, Math.max(scores.get(page) ?? 0, similarity * weight));
      }
    }
    const rarity = Math.log(1 + this.pages.length / (scores.size + FEW));
    return new Map([...scores].map(([page, score]) => [page, score * rarity]));
  }

  // All words for which `measure` is above zero, with that measure.
  select(measure) {
    return [...this.words.keys()].map((word) => [word, measure(word)]).filter(([, value]) => value > 0);
  }

  // The words of pages that one word of a query means, each with its similarity, and whether they are
  // only near matches.
  wordsFor(query) {
    const similar = this.select((word) => similarity(query, word));
    if (similar.some(([, value]) => value > 0.5)) return [similar, false];
    const near = this.select((word) => Math.max(similarity(query, word), nearness(query, word)));
    const best = Math.max(...near.map(([, value]) => value));
    return [near.filter(([, value]) => value > best - 0.24), best > 0.5 || !similar.length];
  }

  // Splits a word that is two words written as one.
  split(query) {
    const [similar, isNear] = this.wordsFor(query);
    for (let at = 2; isNear && !similar.some(([, value]) => value > 0.5) && at < query.length - 1; at++) {
      const halves = [query.slice(0, at), query.slice(at)];
      if (halves.every((half) => this.words.has(half))) return halves;
    }
    return [query];
  }

  // The query, and the same with other words of the same meaning, each with its weight.
  variants(query) {
    const isSame = (typed, word) =>
      similarity(typed, word) >= 0.7 || (!this.words.has(typed) && nearness(typed, word) >= 0.7);
    const isKnown = (word) => this.words.has(word) || [...this.words.keys()].some((other) => other.startsWith(word));
    const all = [[query, 1]];
    for (const meaning of this.synonyms) {
      for (const phrase of meaning) {
        const at = query.findIndex((_, at) => phrase.every((word, i) => isSame(query[at + i] ?? "", word)));
        if (at < 0) continue;
        for (const other of meaning) {
          if (other === phrase || !other.every(isKnown)) continue;
          all.push([[...query.slice(0, at), ...other, ...query.slice(at + phrase.length)], 0.8]);
        }
      }
    }
    return all;
  }

  // Finds the pages that have all words of a query or of a variant, or else most words, best first: each with
  // the words that it was found by. Also returns whether none has just the words of the query.
  search(typed) {
    const query = this.important(typed).flatMap((word) => this.split(word));
    const known = new Map();
    const find = (word) => {
      if (!known.has(word)) {
        const [words, isNear] = this.wordsFor(word);
        known.set(word, { words: words.map(([word]) => word), isNear, scores: this.pagesWithAny(words) });
      }
      return known.get(word);
    };
    const results = new Map();
    let isNear = true;
    for (const [words, weight] of this.variants(query)) {
      const finds = words.map(find);
      const isExact = weight === 1 && finds.every(({ isNear }) => !isNear);
      for (const page of new Set(finds.flatMap(({ scores }) => [...scores.keys()]))) {
        const having = finds.filter(({ scores }) => scores.has(page));
        const share = having.length / words.length;
        const sum = having.reduce((sum, { scores }) => sum + scores.get(page), 0);
        const score = (weight * sum) / words.length / (isOver(this.pages[page]) ? 2.5 : 1);
        if (isExact && share === 1) isNear = false;
        const best = results.get(page);
        if (!best || share > best.share || (share === best.share && score > best.score)) {
          results.set(page, { page, share, score, isOwn: weight === 1, words: having.map(({ words }) => words) });
        }
      }
    }
    const all = [...results.values()];
    const most = Math.max(...all.map(({ share }) => share));
    const best = Math.max(...all.map(({ share, score }) => (share === most ? score : 0)));
    // Of pages with other words of the same meaning, only the good ones help.
    const isUseful = ({ isOwn, score }) => isOwn || score > best / 3;
    const found = all.filter((one) => one.share === most && most >= 0.5 && isUseful(one));
    found.sort((one, other) => other.score - one.score || one.page - other.page);
    return [found.map(({ page, words }) => ({ page: this.pages[page], words })), isNear];
  }
}
