// Keeps a page of the preview up to date: loads it again when what it shows has changed, changes its style in
// place, and tells the panel what is to be mended. Never part of a built site.
import { Panel } from "./panel.js";

const script = document.getElementById("fingerpost-preview");
const RETURN = "fingerpost-return";
const panel = new Panel();
let style = script.dataset.style;
let events;

// Browsers allow a few streams for all pages together, so only pages that somebody sees have one.
function listen() {
  if (events || document.hidden) return;
  events = new EventSource("/.fingerpost/events" + location.pathname);
  events.addEventListener("message", (message) => show(JSON.parse(message.data)));
  events.addEventListener("error", () => {
    panel.lost();
    // Otherwise the browser tries again by itself.
    if (events?.readyState === EventSource.CLOSED) {
      rest();
      setTimeout(listen, 1000);
    }
  });
}

function rest() {
  events?.close();
  events = undefined;
}

function show(now) {
  if (now.mark !== script.dataset.mark) {
    rest();
    keepPlace();
    location.reload();
    return;
  }
  if (now.style && now.style !== style) changeStyle(now.style);
  panel.show(now.panel);
}

// The old style goes when the new one is there: nothing flickers.
function changeStyle(address) {
  const old = [...document.querySelectorAll("link[rel=stylesheet]")].find((link) => link.href.endsWith(style));
  style = address;
  if (!old) return;
  const link = old.cloneNode();
  link.href = address;
  link.addEventListener("load", () => old.remove());
  old.after(link);
}

// What a reader would lose when the page is loaded again: how far down they were, what had the focus, which
// parts they had opened.
function keepPlace() {
  const place = {
    page: location.pathname,
    x: scrollX,
    y: scrollY,
    focus: describe(document.activeElement),
    open: [...document.querySelectorAll("details")].map((details) => details.open),
    panel: panel.place(),
  };
  sessionStorage.setItem(RETURN, JSON.stringify(place));
}

function returnToPlace() {
  const place = JSON.parse(sessionStorage.getItem(RETURN) ?? "null");
  sessionStorage.removeItem(RETURN);
  if (place?.page !== location.pathname) return;
  const details = [...document.querySelectorAll("details")];
  if (details.length === place.open.length) details.forEach((one, index) => (one.open = place.open[index]));
  find(place.focus)?.focus({ preventScroll: true });
  panel.returnTo(place.panel);
  const scroll = () => scrollTo({ left: place.x, top: place.y, behavior: "instant" });
  scroll();
  // Pictures without a size move what stands below them.
  if (document.readyState !== "complete") addEventListener("load", scroll, { once: true });
}

const alike = (element) => `${element.getAttribute("href") ?? ""} ${element.textContent.trim()}`;

// An element in words that still fit when the page around it has changed.
function describe(element) {
  if (!element || element === document.body) return null;
  const peers = [...document.getElementsByTagName(element.tagName)];
  const same = peers.filter((peer) => alike(peer) === alike(element));
  return {
    id: element.id,
    tag: element.tagName,
    words: alike(element),
    nth: same.indexOf(element),
    at: peers.indexOf(element),
  };
}

function find(words) {
  if (!words) return null;
  const peers = [...document.getElementsByTagName(words.tag)];
  const same = peers.filter((peer) => alike(peer) === words.words);
  return (words.id && document.getElementById(words.id)) || same[words.nth] || same[0] || peers[words.at];
}

document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
addEventListener("pagehide", rest);
addEventListener("pageshow", listen);
returnToPlace();
listen();
