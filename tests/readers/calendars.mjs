// Reads every calendar of a site with ical.js, in the time zone that the file itself describes, and
// prints what calendars/all.ics and each event's own file say: for each UID the title, whether it is
// cancelled, every time at which it takes place, and the moment in Greenwich time of the first.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";

let zone;

function read(path) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  const zones = calendar.getAllSubcomponents("vtimezone");
  if (zones.length !== 1) throw new Error(`${path} describes ${zones.length} time zones`);
  // To work out a zone takes long, and all files should have the same.
  if (zone !== String(zones[0])) {
    zone = String(zones[0]);
    ICAL.TimezoneService.reset();
    ICAL.TimezoneService.register(new ICAL.Timezone(zones[0]));
  }
  const entries = calendar.getAllSubcomponents("vevent");
  const uids = new Set(entries.map((entry) => entry.getFirstPropertyValue("uid")));
  if (uids.size !== entries.length) throw new Error(`${path} has an UID twice`);
  return entries;
}

const minute = (time) => time.toString().slice(0, 16);

function time(start, end) {
  if (start.isDate) {
    const last = end.clone();
    last.adjust(-1, 0, 0, 0);
    return `${start}|${last}`;
  }
  if (start.zone.tzid !== "Europe/London") throw new Error(`a zone of ${start.zone.tzid}`);
  return `${minute(start)}|${end.compare(start) > 0 ? minute(end) : ""}`;
}

function say(component, said) {
  // Our entries have no exceptions of their own; to look for them takes long.
  const event = new ICAL.Event(component, { exceptions: [] });
  const times = [];
  if (event.isRecurring()) {
    const days = event.iterator();
    for (let day = days.next(); day; day = days.next()) {
      const { startDate, endDate } = event.getOccurrenceDetails(day);
      times.push(time(startDate, endDate));
    }
  } else {
    times.push(time(event.startDate, event.endDate));
  }
  said[event.uid] = {
    title: event.summary.replace(/^Cancelled: /, ""),
    cancelled: component.getFirstPropertyValue("status") === "CANCELLED",
    times: times.sort(),
    moment: event.startDate.isDate ? null : event.startDate.toJSDate().toISOString(),
  };
}

const site = process.argv[2];
const whole = {};
const singles = {};
for (const path of readdirSync(site, { recursive: true }).filter((path) => path.endsWith(".ics"))) {
  const entries = read(join(site, path));
  if (path === "calendars/all.ics") entries.forEach((entry) => say(entry, whole));
  if (path.startsWith("events/")) entries.forEach((entry) => say(entry, singles));
}
process.stdout.write(JSON.stringify({ whole, singles }));
