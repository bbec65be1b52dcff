// Finds and shows the sentences of result pages that have a query's words. search.js loads this script when
// the first results need it.

// The sentences of pages by address, each with the heading above it and the nearest id above that.
const sentencesOf = new Map();
const HEADINGS = "h2, h3, h4, h5, h6, dt, caption, summary, th[scope=row]";
const BLOCKS = `${HEADINGS}, p, li, dd, td, th`;

async function readSentences(address) {
  const response = await fetch(address);
  if (!response.ok) throw response;
  const main = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("main");
  const hidden = "nav, form, template, script, style, svg, [hidden], [aria-hidden=true]";
  for (const element of main.querySelectorAll(hidden)) element.remove();
  for (const lineBreak of main.querySelectorAll("br")) lineBreak.replaceWith(" ");
  for (const element of main.querySelectorAll(".meta")) element.before(" ");
  const found = [];
  let [heading, id, answers] = ["", "", false];
  for (const element of main.querySelectorAll(BLOCKS)) {
    const nodes = [...element.childNodes].filter((node) => !node.matches?.(BLOCKS) && !node.querySelector?.(BLOCKS));
    const textOf = (nodes) => nodes.map((node) => node.textContent).join("").replace(/\s+/g, " ").trim();
    id = element.id || id;
    const isHeading = element.matches(HEADINGS);
    // A heading keeps its name short: the facts in it are a sentence below it.
    const facts = nodes.filter((node) => isHeading && node.matches?.(".meta, small"));
    if (isHeading) heading = textOf(nodes.filter((node) => !facts.includes(node)));
    // What a heading asks is answered below it, unless it links to another page.
    if (isHeading) answers = element.matches("h2, h3, h4, h5, h6") && !element.querySelector("a");
    const isMeta = isHeading || element.matches(".meta");
    for (const sentence of textOf(isHeading ? facts : nodes).split(/(?<=[.!?۔؟])\s+/)) {
      if (sentence) found.push({ sentence, heading, id, answers, isMeta });
    }
  }
  return found;
}

// Shows the sentence of a page that has most of the words, and a link to its heading.
async function showSentence(item, { page: [address], words }) {
  if (!sentencesOf.has(address)) sentencesOf.set(address, readSentences(address));
  const has = (text, words) => fold(text).some((word) => words.includes(word));
  const count = (text) => words.filter((words) => has(text, words)).length;
  let best = [0.5];
  for (const one of await sentencesOf.get(address)) {
    const matched = Math.max(one.answers ? count(one.heading) / 5 : 0, count(one.sentence) / 10);
    const score = count(`${one.heading} ${one.sentence}`) + matched - (one.isMeta ? 0.05 : 0);
    if (score > best[0]) best = [score, one];
  }
  const [, match] = best;
  if (!match) throw new Error("The page has changed.");
  const line = item.querySelector("p:last-child");
  const parts = excerpt(match.sentence, (word) => has(word, words.flat())).map(([text, isFound]) => {
    if (!isFound) return text;
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
  line.replaceChildren(...parts);
  // What is above the first heading is found by the title.
  if (!match.heading) return;
  const link = item.querySelector("p a");
  // A browser that knows text fragments shows the sentence itself.
  const text = encodeURIComponent(match.sentence).replaceAll("-", "%2D");
  link.href = `${address}#${match.id}:~:text=${text}`;
  link.textContent = match.heading;
}

// At most about 120 characters of a sentence, split into words and what is between them, each with whether it is
// found.
function excerpt(sentence, isFound) {
  const parts = sentence.split(/(\p{L}[\p{L}\p{M}'’]*|\p{N}+)/u).map((text) => [text, isFound(text)]);
  const first = parts.findIndex(([, isFound]) => isFound);
  let start = sentence.length > 120 ? Math.max(0, first - 10) : 0;
  let end = start;
  for (let length = 0; end < parts.length && length < 120; end++) length += parts[end][0].length;
  if (start > 0) parts[start] = ["… ", false];
  if (end < parts.length) parts[end - 1] = [" …", false];
  return parts.slice(start, end);
}
