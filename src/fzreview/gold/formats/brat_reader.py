"""``brat`` read back: pairs of text and annotations, with our list of documents where it still lies there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from fzreview.domain.figures.figure import Bound
from fzreview.domain.gold.returned import Returned, ReturnedFigure, Unreadable
from fzreview.errors import InputRefused
from fzreview.gold.files.document_files import DOCUMENTS
from fzreview.gold.files.json_text import BREAKS
from fzreview.gold.formats.brat import FOLDER, NOTE, shown
from fzreview.gold.labels.bound_words import BOUND_OF
from fzreview.gold.packages.format_options import Units
from fzreview.gold.packages.returned_rows import (
    json_rows,
    lines_of,
    located,
    parsed_object,
    report_of,
    sections_of,
)

_ENTITY: Final = re.compile(r"(?P<label>\S+) (?P<spans>\d+ \d+(?:;\d+ \d+)*)", re.ASCII)


@dataclass
class _Entity:
    name: str
    label: str
    spans: list[tuple[int, int]]
    text: str
    row: dict[str, Any] | None = None
    bound: Bound | None = None


def read(path: Path, units: Units | None = None) -> Iterator[Returned]:
    """What the pairs of files tell. Raises FzError where there is nothing to read."""
    files = located(path, "*.ann", FOLDER)
    heads = {
        row["name"]: (name, row)
        for name, row in _documents(files[0].parent)
        if isinstance(row.get("name"), str)
    }
    for file in files:
        yield from _pair(file, *heads.get(file.stem, (str(file), {})))


def _documents(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    path = folder / DOCUMENTS
    if path.is_file():
        for name, row in json_rows(path):
            # A head that cannot be read leaves the text, which names the report as well.
            if not isinstance(row, Unreadable):
                yield name, row


def _pair(path: Path, name: str, head: dict[str, Any]) -> Iterator[Returned]:
    try:
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        yield Unreadable(InputRefused("import_no_text", name=path.with_suffix(".txt"), reason=reason))
        return
    except UnicodeDecodeError as error:
        broken = InputRefused("import_not_utf8", name=path.with_suffix(".txt"), position=error.start)
        yield Unreadable(broken)
        return
    report = report_of(head, text)
    entities: dict[str, _Entity] = {}
    # Entities first: what tells of them may stand above them after somebody worked in brat.
    for place, line in sorted(lines_of(path), key=_is_no_entity):
        try:
            if isinstance(line, Unreadable):
                raise line.error
            _take(entities, place, line)
        except InputRefused as error:
            yield Unreadable(error)
    for entity in entities.values():
        try:
            start, end = _joined(entity, text)
        except InputRefused as error:
            yield Unreadable(error)
        else:
            yield ReturnedFigure(
                entity.name,
                report,
                start,
                end,
                entity.label,
                entity.row,
                told={} if entity.bound is None else {"bound": entity.bound},
            )
    yield from sections_of(name, head, report)


def _is_no_entity(line: tuple[str, str | Unreadable]) -> bool:
    return not (isinstance(line[1], str) and line[1].startswith("T"))


def _take(entities: dict[str, _Entity], place: str, line: str) -> None:
    """Read one line into the entities; events, relations and what is unknown stay out."""
    own, _, rest = line.partition("\t")
    data, _, tail = rest.partition("\t")
    if own.startswith("T"):
        found = _ENTITY.fullmatch(data)
        if found is None:
            raise InputRefused("import_token", name=place, line=line[:60])
        pairs = [tuple(map(int, pair.split())) for pair in found["spans"].split(";")]
        entities[own] = _Entity(place, found["label"], [(pair[0], pair[1]) for pair in pairs], tail)
    elif own.startswith("A"):
        name, _, target = data.partition(" ")
        owner, _, value = target.partition(" ")
        if name == "Bound" and owner in entities:
            if value not in BOUND_OF:
                raise InputRefused("import_field", name=place, field="Bound", value=value[:60])
            entities[owner].bound = BOUND_OF[value]
    elif own.startswith("#"):
        name, _, owner = data.partition(" ")
        if name == NOTE and owner in entities and tail.startswith("{"):
            entities[owner].row = parsed_object(place, tail)


def _joined(entity: _Entity, text: str) -> tuple[int, int]:
    """The one span of an entity: its parts may be apart by line breaks only."""
    start, end = entity.spans[0][0], entity.spans[-1][1]
    if not 0 <= start < end <= len(text):
        raise InputRefused(
            "import_span", name=entity.name, start=start, end=end, surface=entity.text, found=""
        )
    at = start
    for begin, stop in entity.spans:
        if begin < at or text[at:begin].strip(BREAKS):
            raise InputRefused("import_discontinuous", name=entity.name)
        at = stop
    if shown(text[start:end]) != entity.text:
        found = text[start:end]
        raise InputRefused(
            "import_span", name=entity.name, start=start, end=end, surface=entity.text, found=found
        )
    return start, end
