"""``conll`` read back: sentences from their tags, everything else from the comments above them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from fzreview.domain.gold.returned import REJECTED, Returned, ReturnedFigure, ReturnedReport, Unreadable
from fzreview.errors import InputRefused
from fzreview.gold.formats.conll import FOLDER, SUFFIX
from fzreview.gold.labels.bio_tags import TAGS
from fzreview.gold.packages.format_options import Units
from fzreview.gold.packages.returned_rows import (
    Span,
    lines_of,
    located,
    paired,
    parsed_object,
    report_of,
    sections_of,
)

_COMMENT: Final = re.compile(r"# (?P<name>unit|read|figure|untagged|rejected) = (?P<json>\{.*\})")
_TOKEN: Final = re.compile(r"(?P<char>[^\\]|\\u[0-9a-f]{4}|\\U[0-9a-f]{8})\t(?P<tag>\S+)")


@dataclass
class Block:
    """One sentence with its comments."""

    name: str
    """Of its first line."""
    unit: dict[str, Any] = field(default_factory=dict)
    read: list[dict[str, Any]] = field(default_factory=list)
    figure: list[dict[str, Any]] = field(default_factory=list)
    untagged: list[dict[str, Any]] = field(default_factory=list)
    rejected: list[dict[str, Any]] = field(default_factory=list)
    chars: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


def read(path: Path, units: Units | None = None) -> Iterator[Returned]:
    """What the files tell. Raises FzError where there is nothing to read."""
    for file in located(path, f"*{SUFFIX}", FOLDER):
        yield from _file(file)


def _file(path: Path) -> Iterator[Returned]:
    for block in blocks(path):
        if isinstance(block, Unreadable):
            yield block
        else:
            yield from _returned(block)


def blocks(path: Path) -> Iterator[Block | Unreadable]:
    """The sentences of a file. Raises FzError where it cannot be read."""
    block: Block | None = None
    broken = False
    for name, line in lines_of(path):
        if isinstance(line, str) and not line:
            if block is not None and not broken:
                yield block
            block, broken = None, False
            continue
        block = block or Block(name)
        try:
            if isinstance(line, Unreadable):
                raise line.error
            _take(block, name, line)
        except InputRefused as error:
            # A sentence with a broken line has no offsets any more.
            broken = True
            yield Unreadable(error)
    if block is not None and not broken:
        yield block


def _take(block: Block, name: str, line: str) -> None:
    if line.startswith("# "):
        comment = _COMMENT.fullmatch(line)
        if comment is None:
            return
        row = parsed_object(name, comment["json"])
        if comment["name"] == "unit":
            block.unit = row
        else:
            getattr(block, comment["name"]).append(row)
        return
    token = _TOKEN.fullmatch(line)
    if token is None or token["tag"] not in TAGS:
        raise InputRefused("import_token", name=name, line=line[:60])
    block.chars.append(_char(name, token["char"]))
    block.tags.append(token["tag"])


def _char(name: str, token: str) -> str:
    if len(token) == 1:
        return token
    code = int(token[2:], 16)
    if code > 0x10FFFF:
        raise InputRefused("import_token", name=name, line=token)
    return chr(code)


def _returned(block: Block) -> Iterator[Returned]:
    start = block.unit.get("start", 0)
    if type(start) is not int or start < 0:
        yield Unreadable(InputRefused("import_field", name=block.name, field="start", value=repr(start)[:60]))
        return
    report = report_of(block.unit, "".join(block.chars), start)
    for span, row in paired(_spans(block.tags, start), block.figure):
        yield ReturnedFigure(block.name, report, span.start, span.end, span.label, row)
    yield from _as_they_were(block.name, report, (*block.untagged, *block.rejected))
    yield from sections_of(block.name, {"read": block.read}, report)


def _as_they_were(name: str, report: ReturnedReport, rows: Iterable[dict[str, Any]]) -> Iterator[Returned]:
    """Figures that no tag could hold: nobody can have moved them."""
    for row in rows:
        start, end = row.get("start"), row.get("end")
        label = REJECTED if row.get("decision") == REJECTED else row.get("kind")
        if type(start) is int and type(end) is int and isinstance(label, str):
            yield ReturnedFigure(name, report, start, end, label, row)
        else:
            value = repr((start, end, label))[:60]
            yield Unreadable(InputRefused("import_field", name=name, field="span", value=value))


def _spans(tags: list[str], start: int) -> Iterator[Span]:
    """Spans of BIO tags; an I that continues nothing begins one."""
    begin, kind = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        place, _, label = tag.partition("-")
        if kind and (place != "I" or label != kind):
            yield Span(start + begin, start + at, kind)
            kind = ""
        if place != "O" and not kind:
            begin, kind = at, label
