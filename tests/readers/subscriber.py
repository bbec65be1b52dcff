"""A phone that subscribes: reads one build after the other, and keeps of each UID what is newest.

What is newest is decided as RFC 5546, section 2.1.5, says: by SEQUENCE, then by DTSTAMP. An entry that
is older than the one held is refused. Prints what the phone shows in the end.
"""

import json
import pathlib
import sys

import icalendar

held = {}
for path in sys.argv[1:]:
    for event in icalendar.Calendar.from_ical(pathlib.Path(path).read_bytes()).walk("VEVENT"):
        uid, rank = str(event["UID"]), (int(event["SEQUENCE"]), event["DTSTAMP"].dt)
        if uid not in held or held[uid][0] < rank:
            held[uid] = (rank, event)
shown = [
    {
        "uid": uid,
        "title": str(event["SUMMARY"]),
        "status": str(event["STATUS"]),
        "starts": event["DTSTART"].dt.isoformat(),
    }
    for uid, (_, event) in held.items()
]
json.dump(shown, sys.stdout)
