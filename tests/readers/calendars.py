"""Reads every calendar of a site with icalendar and recurring-ical-events.

Checks what RFC 5545 asks of a file's bytes, and prints what calendars/all.ics and the events' own
files say: for each UID the title, whether it is cancelled, and every time at which it takes place.
"""

import concurrent.futures
import datetime
import json
import pathlib
import sys

import icalendar
import recurring_ical_events

LONG_AGO, FAR_AHEAD = datetime.date(2020, 1, 1), datetime.date(2035, 1, 1)


def check_bytes(path):
    data = path.read_bytes()
    assert data.endswith(b"END:VCALENDAR\r\n"), f"{path} does not end in order"
    assert b"\n" not in data.replace(b"\r\n", b""), f"{path} has a bare line feed"
    for line in data.split(b"\r\n"):
        assert len(line) <= 75, f"{path}: a line has {len(line)} octets"
        line.decode("utf-8")
        assert b"\r" not in line and b"\t" not in line, f"{path} has a control character"
    return data


def time(start, end):
    if not isinstance(start, datetime.datetime):
        return f"{start}|{end - datetime.timedelta(days=1)}"
    local = "%Y-%m-%dT%H:%M"
    assert str(start.tzinfo) == "Europe/London", start.tzinfo
    return f"{start.strftime(local)}|{end.strftime(local) if end and end > start else ''}"


def read(path):
    calendar = icalendar.Calendar.from_ical(check_bytes(path))
    for key in ("VERSION", "PRODID", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL"):
        assert calendar.get(key), f"{path} has no {key}"
    assert calendar["NAME"] == calendar["X-WR-CALNAME"], path
    zones = [zone["TZID"] for zone in calendar.walk("VTIMEZONE")]
    assert zones == ["Europe/London"], f"{path}: {zones}"
    events = list(calendar.walk("VEVENT"))
    for event in events:
        for key in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "LAST-MODIFIED", "STATUS"):
            assert key in event, f"{path}: {event.get('UID')} has no {key}"
        assert not event.errors, f"{path}: {event.errors}"
    uids = [str(event["UID"]) for event in events]
    assert len(uids) == len(set(uids)), f"{path} has an UID twice"
    return calendar, events


def said(calendar, events):
    times = {}
    for one in recurring_ical_events.of(calendar, skip_bad_series=False).between(LONG_AGO, FAR_AHEAD):
        end = one["DTEND"].dt if "DTEND" in one else None
        times.setdefault(str(one["UID"]), []).append(time(one["DTSTART"].dt, end))
    return {
        str(event["UID"]): {
            "title": str(event["SUMMARY"]).removeprefix("Cancelled: "),
            "cancelled": event["STATUS"] == "CANCELLED",
            "times": sorted(times[str(event["UID"])]),
        }
        for event in events
    }


def single(path):
    return said(*read(path))


def accept(path):
    return read(path) is not None


def main():
    site = pathlib.Path(sys.argv[1])
    whole = said(*read(site / "calendars/all.ics"))
    singles = {}
    with concurrent.futures.ProcessPoolExecutor() as readers:
        # It reads a few hundred entries a second: of a very large site it takes a part, ical.js all.
        paths = sorted(site.glob("calendars/**/*.ics")) + sorted(site.glob("events/*.ics"))
        step = 1 if len(paths) < 1000 else 20
        others = readers.map(accept, [path for path in paths if path.stat().st_size < 1_000_000][::step])
        for one in readers.map(single, sorted(site.glob("events/*.ics"))[::step], chunksize=64):
            assert len(one) == 1, one
            singles.update(one)
        assert all(others)
    json.dump({"whole": whole, "singles": singles}, sys.stdout)


if __name__ == "__main__":
    main()
