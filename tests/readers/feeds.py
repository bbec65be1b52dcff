"""Reads the feeds and the sitemap of a site: with feedparser, and by what RFC 4287 requires."""

import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

import feedparser

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
FEED_ONCE = {"id", "title", "updated", "generator", "icon", "logo", "rights", "subtitle"}
ENTRY_ONCE = {"id", "title", "updated", "published", "content", "summary", "rights", "source"}


def names(element):
    return [child.tag.removeprefix(ATOM) for child in element]


def check(element, once, what):
    inside = names(element)
    for name in ("id", "title", "updated"):
        assert inside.count(name) == 1, f"{what}: {inside.count(name)} times {name}"
    for name in once:
        assert inside.count(name) <= 1, f"{what}: {name} more than once"
    unknown = set(inside) - once - {"author", "category", "contributor", "link", "entry"}
    assert not unknown, f"{what}: {unknown}"
    assert re.match(r"[a-z][a-z0-9+.-]*:\S+$", element.findtext(ATOM + "id")), what
    assert MOMENT.fullmatch(element.findtext(ATOM + "updated")), what
    links = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in element.findall(ATOM + "link")]
    alternates = [link for link in links if link[0] in (None, "alternate")]
    assert len(alternates) == len(set(alternates)), f"{what}: two links of one kind"
    assert alternates or element.find(ATOM + "content") is not None, f"{what}: neither link nor content"
    for link in element.findall(ATOM + "link"):
        assert link.get("href", "").startswith("https://"), what
    for text in ("title", "summary", "content"):
        found = element.find(ATOM + text)
        if found is not None and found.get("type", "text") == "text":
            assert len(found) == 0, f"{what}: {text} has elements"


def read(path):
    root = ElementTree.fromstring(path.read_bytes())
    assert root.tag == ATOM + "feed", path
    check(root, FEED_ONCE, path)
    entries = root.findall(ATOM + "entry")
    for entry in entries:
        check(entry, ENTRY_ONCE, f"{path}: {entry.findtext(ATOM + 'id')}")
        assert root.find(ATOM + "author/" + ATOM + "name") is not None or entry.find(ATOM + "author") is not None
    ids = [entry.findtext(ATOM + "id") for entry in entries]
    assert len(ids) == len(set(ids)), f"{path} has an id twice"
    newest = max([entry.findtext(ATOM + "updated") for entry in entries], default="")
    assert root.findtext(ATOM + "updated") >= newest, path
    own = [link.get("href") for link in root.findall(ATOM + "link") if link.get("rel") == "self"]
    assert len(own) == 1 and own[0].endswith(f"feeds/{path.name}"), own

    feed = feedparser.parse(path.read_bytes())
    assert not feed.bozo, f"{path}: {feed.get('bozo_exception')}"
    assert feed.version == "atom10", feed.version
    assert len(feed.entries) == len(entries), path
    return [
        {"id": entry.id, "title": entry.title, "page": entry.link, "updated": entry.updated[:10],
         "text": entry.content[0].value if "content" in entry else ""}
        for entry in feed.entries
    ]


def sitemap(path):
    root = ElementTree.fromstring(path.read_bytes())
    assert root.tag == SITEMAP + "urlset", root.tag
    pages = [url.findtext(SITEMAP + "loc") for url in root]
    assert all(len(page) < 2048 for page in pages) and len(pages) == len(set(pages))
    return pages


site = pathlib.Path(sys.argv[1])
feeds = {path.stem: read(path) for path in sorted(site.glob("feeds/*.xml"))}
json.dump({"feeds": feeds, "sitemap": sitemap(site / "sitemap.xml")}, sys.stdout)
