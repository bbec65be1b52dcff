// Keeps a page of the preview up to date: reloads it when its content has changed, swaps its stylesheet in place, and
// passes findings to the panel. Never part of a built site.
import { Panel, store, stored } from "./panel.js";

const script = document.getElementById("fingerpost-preview");
const POSITION_KEY = "fingerpost-return";
const panel = new Panel();
let style = script.dataset.style;
let events;

// Browsers allow only a few streams for all pages together, so hidden pages close theirs.
function listen() {
  if (events || document.hidden) return;
  events = new EventSource("/.fingerpost/events" + location.pathname);
  events.addEventListener("message", (message) => show(JSON.parse(message.data)));
  events.addEventListener("error", () => {
    panel.showDisconnected();
    // In any other state the browser reconnects by itself.
    if (events?.readyState === EventSource.CLOSED) {
      stopListening();
      setTimeout(listen, 1000);
    }
  });
}

function stopListening() {
  events?.close();
  events = undefined;
}

function show(update) {
  if (update.content_hash !== script.dataset.contentHash) {
    stopListening();
    savePosition();
    location.reload();
    return;
  }
  if (update.style && update.style !== style) changeStyle(update.style);
  panel.show(update.panel);
}

// Removes the old stylesheet only when the new one has loaded, so that nothing flickers.
function changeStyle(address) {
  const old = [...document.querySelectorAll("link[rel=stylesheet]")].find((link) => link.href.endsWith(style));
  style = address;
  if (!old) return;
  const link = old.cloneNode();
  link.href = address;
  link.addEventListener("load", () => old.remove());
  old.after(link);
}

// Saves what a reload would lose: the scroll position, the focus, and which parts are open.
function savePosition() {
  const position = {
    page: location.pathname,
    x: scrollX,
    y: scrollY,
    focus: describe(document.activeElement),
    open: [...document.querySelectorAll("details")].map((details) => details.open),
    panel: panel.saveState(),
  };
  store(POSITION_KEY, JSON.stringify(position));
}

function restorePosition() {
  const position = JSON.parse(stored(POSITION_KEY) ?? "null");
  store(POSITION_KEY, "null");
  if (position?.page !== location.pathname) return;
  const details = [...document.querySelectorAll("details")];
  if (details.length === position.open.length) details.forEach((element, index) => (element.open = position.open[index]));
  find(position.focus)?.focus({ preventScroll: true });
  panel.restoreState(position.panel);
  const scroll = () => scrollTo({ left: position.x, top: position.y, behavior: "instant" });
  scroll();
  // Pictures without a size move the content below them.
  if (document.readyState !== "complete") addEventListener("load", scroll, { once: true });
}

const signature = (element) => `${element.getAttribute("href") ?? ""} ${element.textContent.trim()}`;

// Describes an element so that it can be found again when the page around it has changed.
function describe(element) {
  if (!element || element === document.body) return null;
  const peers = [...document.getElementsByTagName(element.tagName)];
  const same = peers.filter((peer) => signature(peer) === signature(element));
  return {
    id: element.id,
    tag: element.tagName,
    signature: signature(element),
    nth: same.indexOf(element),
    at: peers.indexOf(element),
  };
}

function find(description) {
  if (!description) return null;
  const peers = [...document.getElementsByTagName(description.tag)];
  const same = peers.filter((peer) => signature(peer) === description.signature);
  return (description.id && document.getElementById(description.id)) || same[description.nth] || same[0] || peers[description.at];
}

// The program ends once no page has been open for a while, and hidden pages have no stream.
setInterval(() => fetch("/-/alive").catch(() => {}), 60_000);

document.addEventListener("visibilitychange", () => (document.hidden ? stopListening() : listen()));
addEventListener("pagehide", stopListening);
addEventListener("pageshow", listen);
restorePosition();
listen();
