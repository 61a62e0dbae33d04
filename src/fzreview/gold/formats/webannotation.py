"""``webannotation``: one W3C Annotation Collection in JSON-LD, with position and quote selectors.

A collection with its page embedded is one valid document for every JSON-LD reader and can still be written
annotation by annotation. Positions are code points, as the Web Annotation Data Model demands.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections import Counter
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from fzreview import __version__
from fzreview.domain.gold.fields import carried_row, carried_section
from fzreview.domain.gold.records import GoldDocument, GoldRecord, ReadSection
from fzreview.domain.gold.returned import record_label
from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.gold.files.json_text import json_text
from fzreview.gold.making.reviewed import cuts
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.manifest import Manifest

FOLDER: Final = "webannotation"
FILE_NAME: Final = "annotations.jsonld"
CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
COLLECTION: Final = "urn:fzreview:gold"

_TERMS: Final = {
    "title": "dcterms:title",
    "issuer": "dcterms:publisher",
    "region": "dcterms:spatial",
    "year": "dcterms:temporal",
    "publish_date": "dcterms:issued",
    "sign_date": "dcterms:dateSubmitted",
}
"""What a report says of itself → the term for it; the context of annotations knows their prefix."""

_AROUND: Final = 32
"""Characters of prefix and suffix."""


class WebAnnotationWriter:
    """Writes ``webannotation/annotations.jsonld``."""

    def __init__(self, folder: Path, options: FormatOptions) -> None:
        place = folder / FOLDER
        place.mkdir(parents=True, exist_ok=True)
        self._file = AtomicFile(place / FILE_NAME)
        self.files = [self._file]
        self.not_held: Counter[str] = Counter()
        self._total = 0
        head = json_text(
            {"@context": CONTEXT, "id": COLLECTION, "type": "AnnotationCollection", "label": "fzreview gold"}
        )
        page = json_text({"id": f"{COLLECTION}:page1", "type": "AnnotationPage", "startIndex": 0})
        self._file.write(f'{head[:-1]}, "first": {page[:-1]}, "items": ['.encode())

    def add(self, document: GoldDocument) -> None:
        for record in document.records:
            if cuts(document.text, record):
                self._write(_figure(document, record))
            else:
                self.not_held["span"] += 1
        for section in document.read:
            self._write(_section(document, section))

    def close(self, manifest: Manifest) -> None:
        self._file.write(f'\n]}}, "total": {self._total}}}\n'.encode())

    def _write(self, annotation: dict[str, Any]) -> None:
        self._file.write(f"{',' if self._total else ''}\n{json_text(annotation)}".encode())
        self._total += 1


def source_iri(sha256: str) -> str:
    """The report by the hash of its bytes (RFC 6920)."""
    return "ni:///sha-256;" + urlsafe_b64encode(bytes.fromhex(sha256)).decode("ascii").rstrip("=")


def _figure(document: GoldDocument, record: GoldRecord) -> dict[str, Any]:
    # The span as extracted or added is whose the decision is: nobody decides twice on one.
    held = record.machine or record.figure
    figure = record.figure
    is_figure = record.decision != "rejected"
    bodies: list[dict[str, Any]] = [
        {
            "type": "TextualBody",
            "purpose": "classifying" if is_figure else "assessing",
            "value": record_label(record),
        },
        _data(carried_row(record)),
    ]
    if record.comment is not None:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": record.comment})
    return _annotation(
        document,
        f"{held.start}-{held.end}:{figure.start}-{figure.end}",
        "classifying" if is_figure else "assessing",
        record.reviewer,
        record.decided_at,
        bodies,
        (figure.start, figure.end),
    )


def _section(document: GoldDocument, section: ReadSection) -> dict[str, Any]:
    bodies = [
        {"type": "TextualBody", "purpose": "assessing", "value": "complete"},
        _data(carried_section(section)),
    ]
    return _annotation(
        document,
        f"section:{section.start}-{section.end}",
        "assessing",
        section.reviewer,
        section.signed_at,
        bodies,
        (section.start, section.until),
    )


def _data(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "application/json",
        "value": json_text(row),
    }


def _annotation(
    document: GoldDocument,
    name: str,
    motivation: str,
    reviewer: str,
    at: str,
    bodies: list[dict[str, Any]],
    span: tuple[int, int],
) -> dict[str, Any]:
    start, end = span
    text = document.text
    source: dict[str, Any] = {
        "id": source_iri(document.sha256),
        "type": "Text",
        "format": "text/plain",
        "language": "zh",
    }
    if document.url:
        source["via"] = document.url
    about = document.about()
    source |= {term: about[name] for name, term in _TERMS.items() if about[name] is not None}
    return {
        "id": f"urn:fzreview:gold:{document.sha256}:{name}:{quote(reviewer, safe='', errors='replace')}",
        "type": "Annotation",
        "motivation": motivation,
        "creator": {"type": "Person", "name": reviewer},
        "created": at,
        "generator": {"type": "Software", "name": f"fzreview {__version__}"},
        "body": bodies,
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - _AROUND) : start],
                    "suffix": text[end : end + _AROUND],
                },
            ],
        },
    }


writer = WebAnnotationWriter
