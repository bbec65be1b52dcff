// The script of every page of the dashboard. All of them work without it.

// The program ends once no page has been open for a while.
const PING_INTERVAL = 60_000;

function ping() {
  fetch("/-/alive").catch(() => {});
}

ping();
setInterval(ping, PING_INTERVAL);
if (document.querySelector("form[data-live]")) import("./form.js");
if (document.querySelector("textarea[data-markdown]")) import("./body-editor.js");
