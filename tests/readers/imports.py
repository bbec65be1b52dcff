"""Prints every time of the events in a folder of calendars, in British time."""
import datetime
import json
import pathlib
import sys
import zoneinfo

import icalendar
import recurring_ical_events

LONDON = zoneinfo.ZoneInfo("Europe/London")


def local(moment):
    if not isinstance(moment, datetime.datetime):
        return moment.isoformat()
    if moment.tzinfo:
        moment = moment.astimezone(LONDON)
    return moment.strftime("%Y-%m-%dT%H:%M")


def main():
    times = {}
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.ics")):
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        found = recurring_ical_events.of(calendar).between((2026, 9, 1), (2027, 9, 1))
        times[path.name] = sorted(f"{local(one.start)} {local(one.end)}" for one in found)
    json.dump(times, sys.stdout)


if __name__ == "__main__":
    main()
