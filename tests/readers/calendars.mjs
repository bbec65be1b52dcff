// Reads calendars/all.ics of a site with ical.js, in the time zone that the file itself describes, and
// prints for each UID the title, whether it is cancelled, every time at which it takes place, and
// the moment in Greenwich time of the first.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const text = readFileSync(`${process.argv[2]}/calendars/all.ics`, "utf8");
const calendar = new ICAL.Component(ICAL.parse(text));
const zones = calendar.getAllSubcomponents("vtimezone").map((zone) => new ICAL.Timezone(zone));
for (const zone of zones) ICAL.TimezoneService.register(zone);

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

const said = {};
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
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
process.stdout.write(JSON.stringify(said));
