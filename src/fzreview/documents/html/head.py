"""What a page's head says about it: the fields that the sites of Chinese governments fill."""

from __future__ import annotations

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from fzreview.documents.dates import day_of
from fzreview.domain.reports.original import SourceMetadata

TELLING: Final = frozenset((b"meta", b"title", b"link"))
"""Elements that tell."""
_TELLING: Final = ",".join(sorted(name.decode() for name in TELLING))
_TITLE: Final = ("articletitle", "og:title", "dc.title", "title")
_DATE: Final = (
    "pubdate",
    "publishdate",
    "contentdate",
    "article:published_time",
    "dc.date",
    "date",
    "createdate",
)
_SOURCE: Final = ("contentsource", "source", "article:author", "dc.source")
_ADDRESS: Final = ("url", "og:url")
_SITE: Final = re.compile(r"\s*[_|｜]\s*|\s+[-–—]\s+|--+|(?<=[\u4e00-\u9fff）)])[-–—](?=[\u4e00-\u9fff])")
_LEAST: Final = 6
"""Characters of a title that is one by itself; what stands behind it is the site."""
_LONGEST: Final = 200


def told_by_head(tree: LexborHTMLParser, tags: int) -> SourceMetadata:
    """Title, address, day and source that a page's head tells; ``tags`` of its source are ``TELLING``."""
    fields: dict[str, str] = {}
    shown = canonical = None
    # Each question goes through all of what it is asked of: the body only where some of the tags are.
    nodes = tree.head.css(_TELLING) if tree.head is not None else []
    for node in nodes if len(nodes) >= tags else tree.css(_TELLING):
        if node.tag == "title":
            shown = shown or node
            continue
        attributes = node.attributes
        if node.tag == "link":
            if (attributes.get("rel") or "").lower() == "canonical" and "href" in attributes:
                canonical = canonical or node
            continue
        name = (attributes.get("name") or attributes.get("property") or "").strip().lower()
        value = " ".join((attributes.get("content") or "").split())[:_LONGEST]
        if name and value:
            fields.setdefault(name, value)
    address = (canonical.attributes.get("href") if canonical else None) or _first(fields, _ADDRESS)
    return SourceMetadata(
        title=_first(fields, _TITLE) or title_of_page(shown.text() if shown else ""),
        url=address if address and re.match(r"https?://\S+\Z", address) else None,
        publish_date=day_of(_first(fields, _DATE) or ""),
        source=_first(fields, _SOURCE),
    )


def title_of_page(shown: str) -> str | None:
    """The document's part of what a browser's tab shows: its site stands before or behind it."""
    parts = [part for part in _SITE.split(" ".join(shown.split())[:_LONGEST]) if part]
    if not parts:
        return None
    return parts[0] if len(parts[0]) >= _LEAST else max(parts, key=len)


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((fields[name] for name in names if fields.get(name)), None)
